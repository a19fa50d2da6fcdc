"""The order in which a reader takes the parts of a page: a recursive XY-cut.

A part of a page is cut across where its columns change (a title over two columns, a table between them), then
down through the white between its columns, and each column again, until one column is left. White parts
columns only where it runs through several lines. The order in which a file lists its characters says
little: where articles stand side by side, every engine's own text is wrong.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise
from math import inf
from typing import Generic, NamedTuple, Protocol, TypeVar

GUTTER = 0.6
"""The least width of the white between columns, in heights of a line."""

LINES = 3
"""Lines that white must part to part columns: two short ones side by side are a line with a gap in it."""

STRAY = 1.6
"""In heights of a line: with such a gap above, lines under one column alone go on below all columns."""

OVERLAP = 0.2
"""The part of its height by which a line may reach into the next."""


class Block(Protocol):
    """Anything with a place on the page."""

    @property
    def left(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def bottom(self) -> float: ...


B = TypeVar("B", bound=Block)


class White(NamedTuple):
    """An upright strip free of blocks, and how many lines have blocks on both sides of it."""

    start: float
    end: float
    lines: int


@dataclass(slots=True)
class Band(Generic[B]):
    """Blocks between two level strips of white."""

    blocks: list[B]
    top: float
    bottom: float


@dataclass(slots=True)
class Part(Generic[B]):
    """Blocks in one column, in bands from the top down; parts of one column of the page share its number.

    Where `gutters` is not empty, the bands are the rows of a table.
    """

    bands: list[Band[B]]
    column: int
    gutters: list[White] = field(default_factory=list)


@dataclass(slots=True)
class _Stretch(Generic[B]):
    """Bands that follow each other and share the white between their columns."""

    bands: list[Band[B]]
    white: list[White]

    @property
    def is_parted(self) -> bool:
        return any(strip.lines for strip in self.white)


def parts(blocks: Sequence[B], line: float, is_table: Callable[[Part[B]], bool]) -> list[Part[B]]:
    """The parts of a page in reading order. `line` is the height of its lines in points.

    `is_table` decides of a part with gutters whether it is read in rows.
    """
    return list(_Cutter(line, is_table).cut(blocks, 0))


def bands(blocks: Sequence[B]) -> list[Band[B]]:
    """The blocks in bands from the top down, those of each band from the left."""
    found: list[Band[B]] = []
    for block in sorted(blocks, key=lambda block: block.top):
        slack = OVERLAP * (block.bottom - block.top)
        if found and block.top + slack < found[-1].bottom:
            found[-1].blocks.append(block)
            found[-1].bottom = max(found[-1].bottom, block.bottom - slack)
        else:
            found.append(Band([block], block.top, block.bottom - slack))
    for band in found:
        band.blocks.sort(key=lambda block: block.left)
    return found


class _Cutter(Generic[B]):
    def __init__(self, line: float, is_table: Callable[[Part[B]], bool]) -> None:
        self.line = line
        self.is_table = is_table
        self.columns = count(1)

    def cut(self, blocks: Sequence[B], column: int) -> Iterator[Part[B]]:
        """The parts of `blocks`, which stand in that column of the page."""
        for stretch in self._settled(self._stretches(bands(blocks))):
            gutters = [strip for strip in stretch.white if strip.lines >= LINES]
            part = Part(stretch.bands, column, gutters)
            if not gutters or self.is_table(part):
                yield part
                continue
            for side in _sides([block for band in stretch.bands for block in band.blocks], gutters):
                yield from self.cut(side, next(self.columns))

    def _stretches(self, found: list[Band[B]]) -> Iterator[_Stretch[B]]:
        """The bands in stretches, a new one where the columns change."""
        current: _Stretch[B] | None = None
        for band in found:
            alone = _Stretch([band], self._white(band))
            if current is None:
                current = alone
                continue
            shared = _Stretch([*current.bands, band], _shared(current.white, alone.white, self._gutter))
            if shared.is_parted or not (current.is_parted or alone.is_parted):
                current = shared
            else:
                yield current
                current = alone
        if current:
            yield current

    def _settled(self, stretches: Iterator[_Stretch[B]]) -> list[_Stretch[B]]:
        """Stretches with too few lines for columns joined to their neighbours; strays moved below."""
        settled: list[_Stretch[B]] = []
        for stretch in stretches:
            for one in self._without_strays(stretch):
                if any(strip.lines >= LINES for strip in one.white):
                    settled.append(one)
                elif settled and not settled[-1].white:
                    settled[-1].bands += one.bands
                else:
                    settled.append(_Stretch(one.bands, []))
        return settled

    def _without_strays(self, stretch: _Stretch[B]) -> Iterator[_Stretch[B]]:
        """The stretch, and what stands far below it under its first column alone."""
        gutters = [strip for strip in stretch.white if strip.lines >= LINES]
        end = len(stretch.bands)
        while gutters and end > 1 and stretch.bands[end - 1].blocks[-1].right <= gutters[0].end:
            end -= 1
        gaps = enumerate(pairwise(stretch.bands[end - 1 :]), end)
        start = next((i for i, (above, below) in gaps if below.top - above.bottom > STRAY * self.line), None)
        yield _Stretch(stretch.bands[:start], stretch.white)
        if start is not None:
            yield _Stretch(stretch.bands[start:], [])

    @property
    def _gutter(self) -> float:
        return GUTTER * self.line

    def _white(self, band: Band[B]) -> list[White]:
        """The white beside and between the blocks of a band."""
        found: list[White] = []
        end = -inf
        for i, block in enumerate(band.blocks):
            if block.left - end >= self._gutter:
                lines = self._lines(band, i) if i else 0
                found.append(White(end, block.left, lines))
            end = max(end, block.right)
        return [*found, White(end, inf, 0)]

    def _lines(self, band: Band[B], i: int) -> int:
        """How many lines the white before block i parts; 1 unless the band is several lines high."""
        if band.bottom - band.top < 2 * self.line:
            return 1
        return min(self._height(band.blocks[:i]), self._height(band.blocks[i:]))

    def _height(self, blocks: Sequence[B]) -> int:
        """In lines; a table or a picture counts as many as would stand in its place."""
        return sum(max(1, round((band.bottom - band.top) / (1.7 * self.line))) for band in bands(blocks))


def _shared(one: list[White], other: list[White], least: float) -> list[White]:
    """The white that is free in both."""
    found, i, j = [], 0, 0
    while i < len(one) and j < len(other):
        start, end = max(one[i].start, other[j].start), min(one[i].end, other[j].end)
        if end - start >= least:
            found.append(White(start, end, one[i].lines + other[j].lines))
        if one[i].end < other[j].end:
            i += 1
        else:
            j += 1
    return found


def _sides(blocks: list[B], gutters: list[White]) -> list[list[B]]:
    """The blocks between the gutters, from the left."""
    edges = [strip.start for strip in gutters]
    sides: list[list[B]] = [[] for _ in range(len(edges) + 1)]
    for block in blocks:
        sides[sum(block.left > edge - 0.01 for edge in edges)].append(block)
    return sides
