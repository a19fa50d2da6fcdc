"""Runs side by side become the lines of a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from importers.characters import NON_STARTERS
from importers.pdf.frame import Box
from importers.pdf.repair import HYPHEN, close_figures
from importers.pdf.runs import Run
from importers.spacing import closed

SHARED = 0.5
"""The part of the lower one's height that two runs of one line share."""

SPACE = 0.25
"""The least gap that stands for a space, in heights of a line; a half-width column is twice as wide."""

WIDEST = 8
"""Half-width columns: a wider gap says no more."""

FEW = 5
"""Lines: with fewer, one that sticks out of its column is not told from others."""

STICKING = 3.0
"""Heights of a line by which a single one may stick out of its column."""

SAME_FRAME = 10.0
"""Points by which the sides of a frame may differ from page to page."""


class Framing(NamedTuple):
    """The frame text stands in, and whether in its first or its last row."""

    box: Box
    first: bool
    last: bool

    def goes_on_in(self, other: "Framing") -> bool:
        """Whether the frame on the next page may be the rest of this one."""
        apart = abs(self.box.left - other.box.left) + abs(self.box.right - other.box.right)
        return self.last and other.first and apart < SAME_FRAME


@dataclass(slots=True)
class Column:
    """The column that lines stand in: the edges at which they begin and end, its frame if it has one.

    `is_known` tells that there are enough lines to be sure of the edges.
    """

    left: float = 0.0
    right: float = 0.0
    frame: Framing | None = None
    is_known: bool = False

    def settle(self, lines: "Sequence[Line]") -> None:
        """Take the outermost edges at which two lines agree: one alone may stick out, marks at an end do."""
        self.is_known = len(lines) >= FEW
        if lines:
            self.left = _agreed(sorted(line.left for line in lines), lines[0].size)
            self.right = -_agreed(sorted(-_core(line) for line in lines), lines[0].size)


@dataclass(slots=True)
class Line:
    """One line, closed up as `spacing` does. `starts` has an edge for each character that is not white space.

    `size` is the size of most of its type, in points; `broken` tells that a hyphen was taken off its
    end.
    """

    text: str
    starts: list[float]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    page: int
    column: Column
    broken: bool = False
    downwards: bool = False

    @property
    def box(self) -> Box:
        return Box(self.left, self.top, self.right, self.bottom)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def lines(runs: Sequence[Run], page: int, column: Column) -> list[Line]:
    """The lines that runs of one column make, from the top down."""
    found = (_line(row, page, column) for row in _rows(runs))
    return [line for line in found if line.text]


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of each line, from the left."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=attrgetter("middle")):
        if rows and not run.downwards and _beside(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=attrgetter("left"))
    return rows


def _beside(row: list[Run], run: Run) -> bool:
    """Whether a run shares the line of those, measured at the highest of them."""
    line = max(row, key=attrgetter("height"))
    shared = min(line.bottom, run.bottom) - max(line.top, run.top)
    return not line.downwards and shared > SHARED * min(line.height, run.height)


def _line(row: list[Run], page: int, column: Column) -> Line:
    text, starts = _joined(row)
    broken = text.endswith(HYPHEN)
    if broken:
        text, starts = text[:-1], starts[:-1]
    if " " in text or HYPHEN in text:
        starts = [start for start, character in zip(starts, text, strict=True) if character != " "]
        text = closed(close_figures(text.replace(HYPHEN, "-")))
    first, main = row[0], max(row, key=lambda run: len(run.text))
    right = max(run.right for run in row)
    return Line(
        text, starts, first.left, main.top, right, main.bottom, main.size, page, column, broken,
        first.downwards,
    )  # fmt: skip


def _joined(row: list[Run]) -> tuple[str, list[float]]:
    """The text of a line, with spaces for its gaps, and the edge of each character in it."""
    if len(row) == 1:
        return row[0].text, row[0].starts
    if any(after.left < before.right - SHARED * before.height for before, after in pairwise(row)):
        return _interleaved(row)
    text, starts = row[0].text, list(row[0].starts)
    for before, after in pairwise(row):
        gap = after.left - before.right
        numbers = before.text[-1].isdigit() and after.text[0].isdigit()
        columns = min(WIDEST, gap / (2 * SPACE * after.size))
        spaces = max(numbers or gap > SPACE * after.size, round(columns))
        text += " " * spaces + after.text
        starts += [before.right] * spaces + after.starts
    return text, starts


def _interleaved(row: list[Run]) -> tuple[str, list[float]]:
    """One run fills the gaps of another: their characters by place."""
    places = sorted(
        (start, character) for run in row for start, character in zip(run.starts, run.text, strict=True)
    )
    return "".join(character for _, character in places), [start for start, _ in places]


def _core(line: Line) -> float:
    """Where a line ends, marks at its end apart, which may hang out of the column."""
    marks = len(line.text) - len(line.text.rstrip(NON_STARTERS))
    return line.right - marks * line.size


def _agreed(places: list[float], size: float) -> float:
    """The first of these places, or the first that another is near to if it lies little further in."""
    near = (one for one, other in pairwise(places) if other - one < size)
    found = next(near, places[0]) if len(places) >= FEW else places[0]
    return found if found - places[0] < STICKING * size else places[0]
