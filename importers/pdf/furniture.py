"""Running heads, feet, page numbers and watermarks: what a page repeats, known by its repetition."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from importers.pdf.columns import Band, bands
from importers.pdf.runs import Run
from importers.pdf.sheet import Sheet

DEEP, RUNS = 4, 16
"""Lines, and pieces of lines, from the edge of a page among which heads and feet stand."""

PAGES, ALL_PAGES = 3, 2
"""Pages on which a line must stand at one height to be a running head; fewer where there are no more."""

EVERYWHERE = 0.6
"""The part of the pages on which a watermark stands in one place."""

MOST = 0.25
"""The part of the characters above which what is repeated is the text itself, as in forms."""

GRID = 6.0
"""Points: what stands at one height is nearer than this."""

TITLE = 1.4
"""Heights of a usual line: what is set larger is no running head."""

_SPACE, _FIGURES = re.compile(r"\s+"), re.compile("[0-9０-９]+")
_NUMBER = re.compile(
    r"(?P<before>(?:[-—–－─·•.~～|]|第|Page|P\.?|页码[:：]?)*)(?P<number>[0-9０-９]{1,4}|[ivxlIVXL]{1,7})"
    r"(?P<after>(?:[-—–－─·•.~～|]|页)*(?:[,，]?(?:共|of|/)[0-9０-９]{1,4}页?)?)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class Dropped(NamedTuple):
    """What was taken off the pages: lines that run on, each once, and the page numbers as printed."""

    lines: list[str]
    numbers: list[int]


class Edges(NamedTuple):
    """The lines of a page from its head downwards and from its foot upwards."""

    sheet: Sheet
    head: list[Band[Run]]
    foot: list[Band[Run]]

    @classmethod
    def of(cls, sheet: Sheet) -> "Edges":
        runs = sorted(sheet.runs, key=attrgetter("top"))
        return cls(sheet, bands(runs[:RUNS])[:DEEP], bands(runs[-RUNS:])[: -DEEP - 1 : -1])

    @property
    def bands(self) -> list[Band[Run]]:
        return self.head + self.foot


def take_off(sheets: Sequence[Sheet]) -> Dropped:
    """Take heads, feet, numbers and watermarks off the pages, and tell which they were."""
    pages = [Edges.of(sheet) for sheet in sheets]
    shifts, repeated = _shifts(pages), _repeated(pages)
    lines: dict[str, str] = {}
    numbers: list[int] = []
    for page in pages:
        taken: set[int] = set()
        for band in _outermost(page, shifts, repeated):
            number = _numbered(band, page.sheet)
            if number is None:
                lines.setdefault(_key(band)[0], _text(band))
            else:
                numbers.append(number)
            taken.update(map(id, band.blocks))
        if taken:
            page.sheet.runs = [run for run in page.sheet.runs if id(run) not in taken]
    return Dropped([*lines.values(), *_take_watermarks(sheets)], numbers)


def _take_watermarks(sheets: Sequence[Sheet]) -> list[str]:
    """Take off what stands in the same place on most pages, and give its texts."""
    if len(sheets) < PAGES:
        return []
    places = Counter(key for sheet in sheets for key in {_place(run) for run in sheet.runs})
    marks = {key for key, pages in places.items() if pages >= max(PAGES, EVERYWHERE * len(sheets))}
    if not _are_few(((mark[0], places[mark]) for mark in marks), sheets):
        return []
    for sheet in sheets if marks else ():
        sheet.runs = [run for run in sheet.runs if _place(run) not in marks]
    return [text for text, _, _ in marks if len(text) > 1]


def _are_few(counted: Iterable[tuple[str, int]], sheets: Sequence[Sheet]) -> bool:
    """Whether these texts, each with how often it stands, are little of what the pages say."""
    characters = sum(len(run.text) for sheet in sheets for run in sheet.runs)
    return sum(len(text) * count for text, count in counted) <= MOST * characters


def _place(run: Run) -> tuple[str, int, int]:
    return run.text, round(run.left / GRID), round(run.top / GRID)


def _outermost(page: Edges, shifts: set[int], repeated: set[tuple[str, int]]) -> Iterator[Band[Run]]:
    """The lines from each edge inwards up to the first that is no head, foot or page number."""
    for side in (page.head, page.foot):
        for band in side:
            number = _numbered(band, page.sheet)
            if (number is None or number - page.sheet.number not in shifts) and _key(band) not in repeated:
                break
            yield band


def _repeated(pages: Sequence[Edges]) -> set[tuple[str, int]]:
    """The lines, figures apart, that stand at one height on several pages and are no titles."""
    least = ALL_PAGES if len(pages) == ALL_PAGES else PAGES
    found = Counter(
        key
        for page in pages
        for key in {_key(band) for band in page.bands if _height(band) < TITLE * page.sheet.line}
    )
    repeated = {key for key, count in found.items() if count >= least and _FIGURES.sub("", key[0])}
    few = _are_few(((key[0], found[key]) for key in repeated), [page.sheet for page in pages])
    return repeated if few else set()


def _shifts(pages: Sequence[Edges]) -> set[int]:
    """By how much printed numbers differ from the count of pages: two pages agree, or it is written so."""
    found: Counter[int] = Counter()
    for page in pages:
        numbers = {_numbered(band, page.sheet) for band in page.bands}
        found.update(number - page.sheet.number for number in numbers if number is not None)
        found.update([0] if any(_is_written(band, page.sheet.number) for band in page.bands) else [])
    return {shift for shift, count in found.items() if count > 1}


def _numbered(band: Band[Run], sheet: Sheet) -> int | None:
    """The page number a line consists of."""
    match = _NUMBER.fullmatch(_text(band))
    if not match or _height(band) > TITLE * sheet.line:
        return None
    figures = match["number"].lower()
    return _roman(figures) if figures[0] in _ROMAN else int(figures)


def _is_written(band: Band[Run], number: int) -> bool:
    """Whether a line says that it is this page's number: — 1 —, 第1页."""
    match = _NUMBER.fullmatch(_text(band))
    return bool(match and match["before"] and match["after"] and match["number"] == str(number))


def _roman(figures: str) -> int:
    values = [_ROMAN[figure] for figure in figures]
    return sum(
        -one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True)
    )


def _key(band: Band[Run]) -> tuple[str, int]:
    return _FIGURES.sub("0", _text(band)), round(band.blocks[0].top / GRID)


def _text(band: Band[Run]) -> str:
    return _SPACE.sub("", "".join(run.text for run in band.blocks))


def _height(band: Band[Run]) -> float:
    return max(run.height for run in band.blocks)
