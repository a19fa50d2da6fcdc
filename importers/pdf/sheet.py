"""A page as it was read from the file: its runs, tables and frames, lines and pictures, not yet in order."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median_low

from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from importers.pdf import pictures
from importers.pdf.drawing import Drawing, drawing
from importers.pdf.engine import characters, whiteness
from importers.pdf.frame import Box
from importers.pdf.repair import damage, repaired
from importers.pdf.ruling import Grid, grids
from importers.pdf.runs import Run, runs
from importers.pdf.tables import Table, ruled

FEW, SEVERAL = 40, 300
"""Characters: with fewer than the first, a page that a picture fills shows its text as a picture; with more
than the second, it does not, whatever of them are watermarks.
"""

DRAWN = 60
"""Paths: a page without text that has more shows its letters as drawings."""

MOST_PIXELS = 100_000_000
"""Pixels of a page's pictures that are unpacked to be looked at."""

LIGHT, PALE = 0.1, 0.6
"""Bytes to a pixel below which, white of a page above which, a picture shows text and is no photograph."""


@dataclass(slots=True)
class Sheet:
    """One page. `turns` are the quarters clockwise from how it is read to how it is shown.

    Runs inside tables are in the tables only. `ground` is what fills the page where it has little text:
    scan (a picture of text), photo or nothing. `recognised` says that text on it was read from pictures.
    `line` is the usual size of its type; `leaning` counts the characters of slanting watermarks.
    """

    number: int
    width: float = 0.0
    height: float = 0.0
    turns: int = 0
    line: float = 1.0
    ground: str = ""
    damaged: bool = False
    recognised: bool = False
    runs: list[Run] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    frames: list[Grid] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    quality: Counter[str] = field(default_factory=Counter)
    leaning: int = 0

    @property
    def box(self) -> Box:
        return Box(0.0, 0.0, self.width, self.height)

    @property
    def kind(self) -> str:
        """text, blank, scan, photo or damaged."""
        if self.damaged:
            return "damaged"
        if self.tables or sum(len(run.text) for run in self.runs) >= FEW:
            return "text"
        return self.ground or ("text" if self.runs or self.pictures else "blank")


Look = Callable[[Sheet, PdfPage], None]
"""Takes a second look at a page that has been read."""


def sheets(document: PdfDocument, look: Look) -> Iterator[Sheet]:
    """Every page, one in memory at a time; `look` is taken at each while it is open."""
    for i in range(len(document)):
        try:
            sheet = _sheet(document[i], i + 1, look)
        except PdfiumError:
            sheet = Sheet(i + 1, damaged=True)
        yield sheet


def _sheet(page: PdfPage, number: int, look: Look) -> Sheet:
    textpage = page.get_textpage()
    frame, found = characters(page, textpage)
    drawn = drawing(page, frame)
    upright, leaning = runs(found, repaired(found.text))
    textpage.close()
    sheet = Sheet(number, *frame.size, turns=(page.get_rotation() // 90 - frame.turns) % 4, runs=upright)
    sheet.line = median_low(run.size for run in upright) if upright else 1.0
    sheet.leaning, sheet.quality = leaning, damage(found.text)
    _settle_grids(sheet, drawn.rules)
    sheet.pictures = _pictures(sheet, pictures.joined(drawn.pictures))
    if len(found.text) < SEVERAL and not sheet.tables:
        sheet.ground = _ground(sheet, drawn, page)
    look(sheet, page)
    page.close()
    return sheet


def _settle_grids(sheet: Sheet, rules: list[Box]) -> None:
    """Give tables the runs inside them; keep frames, and level lines that belong to neither."""
    found = grids(rules)
    for grid in found:
        if grid.is_frame:
            sheet.frames.append(grid)
            continue
        inside, outside = _parted(sheet.runs, grid.box)
        if table := ruled(grid, inside, sheet.number):
            sheet.tables.append(table)
            sheet.runs = outside
    sheet.rules = [rule for rule in rules if not any(grid.box.holds(rule) for grid in found)]


def _parted(found: list[Run], box: Box) -> tuple[list[Run], list[Run]]:
    """The runs in a box and the others."""
    inside: list[Run] = []
    outside: list[Run] = []
    for run in found:
        (inside if box.holds(run.box) else outside).append(run)
    return inside, outside


def _pictures(sheet: Sheet, found: Sequence[Box]) -> list[Box]:
    """The pictures that may hold text, the page's own ground left out."""
    text = [run.box for run in sheet.runs] + [table.box for table in sheet.tables]
    return [picture for picture in found if pictures.matters(picture, sheet.box, text)]


def _ground(sheet: Sheet, drawn: Drawing, page: PdfPage) -> str:
    if pictures.fills(sheet.pictures, sheet.box):
        light = drawn.density < LIGHT or drawn.pixels > MOST_PIXELS
        return "scan" if light or whiteness(page) >= PALE else "photo"
    return "scan" if drawn.paths >= DRAWN and not sheet.runs else ""
