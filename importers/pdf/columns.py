"""The order in which a reader takes the parts of a page: a recursive XY-cut.

A part of a page is cut across where its columns change (a title over two columns, a table between them), then
down through the white between its columns, and each column again, until one column is left. White parts
columns only where it runs through several lines. The order in which a file lists its characters says
little: where articles stand side by side, every engine's own text is wrong.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice, pairwise, product
from math import inf
from typing import Generic, Protocol, TypeVar

from importers.pdf.frame import Box
from importers.pdf.white import LINES, White, broadest, gutters, is_parted, shared

GUTTER = 0.6
"""The least width of the white between columns, in heights of a line."""

MOST_CHOICES = 500
"""Ways to share columns among headlines that are weighed."""

DEEPEST = 40
"""Columns within columns: a page made by people has four."""

ATTEMPTS = 10
"""How often a page is looked at again for columns that a gap in one line hides."""

STRAY = 1.6
"""In heights of a line: with such a gap above, lines under one column alone go on below all columns."""

APART = 1.0
"""A gap over the whole width, in heights of a line, below which other columns may begin."""

LARGE = 1.35
"""Heights of a line from which one is a headline's."""

WALLED = 0.9
"""The part of the height of columns that a line between them covers."""

OVERLAP = 0.2
"""The part of its height by which a line may reach into the next."""


class Block(Protocol):
    """Anything with a place on the page; `ink` is its right edge, less the white half of a mark there."""

    @property
    def left(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def bottom(self) -> float: ...
    @property
    def ink(self) -> float: ...


B = TypeVar("B", bound=Block)


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
    """Bands that follow each other and share the white between their columns.

    `recent` is the white that those after the last gap share.
    """

    bands: list[Band[B]]
    white: list[White]
    recent: list[White]

    @property
    def is_parted(self) -> bool:
        return is_parted(self.white)

    @property
    def gutters(self) -> list[White]:
        return gutters(self.white)


def parts(
    blocks: Sequence[B], walls: Sequence[Box], line: float, is_table: Callable[[Part[B]], bool]
) -> list[Part[B]]:
    """The parts of a page in reading order.

    `walls` are its upright lines, `line` is the height of its lines of text in points; `is_table` decides of
    a part with gutters whether it is read in rows.
    """
    return list(_Cutter(line, walls, is_table).cut(blocks, 0, DEEPEST))


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
    def __init__(self, line: float, walls: Sequence[Box], is_table: Callable[[Part[B]], bool]) -> None:
        self.line = line
        self.walls = walls
        self.is_table = is_table
        self.columns = count(1)

    def cut(self, blocks: Sequence[B], column: int, depth: int) -> Iterator[Part[B]]:
        """The parts of `blocks`, which stand in that column of the page, cut down at most `depth` times."""
        if edges := self._walled(blocks):
            yield from self._cut_down(blocks, edges, depth)
            return
        for stretch in self._settled(self._stretches(bands(blocks))):
            part = Part(stretch.bands, column, stretch.gutters)
            if not part.gutters or self.is_table(part):
                yield part
            else:
                inside = [block for band in stretch.bands for block in band.blocks]
                edges = self._walled(inside) or self._headed(part) or broadest(part.gutters)
                yield from self._cut_down(inside, edges, depth)

    def _cut_down(self, blocks: Sequence[B], edges: Sequence[float], depth: int) -> Iterator[Part[B]]:
        """The parts of each column between the edges, from the left."""
        columns: list[list[B]] = [[] for _ in range(len(edges) + 1)]
        for block in blocks:
            columns[sum(block.left > edge - 0.01 for edge in edges)].append(block)
        for side in columns:
            if depth and len(side) < len(blocks):
                yield from self.cut(side, next(self.columns), depth - 1)
            elif side:
                yield Part(bands(side), next(self.columns))

    def _walled(self, blocks: Sequence[B]) -> list[float]:
        """Where upright lines run between blocks over almost their whole height, from the left."""
        if not self.walls or not blocks:
            return []
        top, bottom = min(block.top for block in blocks), max(block.bottom for block in blocks)
        return sorted(
            wall.left
            for wall in self.walls
            if min(bottom, wall.bottom) - max(top, wall.top) >= WALLED * (bottom - top)
            and any(block.right <= wall.right for block in blocks)
            and any(block.left >= wall.left for block in blocks)
            and not any(block.left < wall.left and block.right > wall.right for block in blocks)
        )

    def _headed(self, part: Part[B]) -> list[float]:
        """Where the columns under one headline end and those under the next begin, if headlines come first.

        A headline begins where its columns do, or stands in their middle.
        """
        heads = part.bands[0].blocks
        if len(heads) < 2 or not all(self._is_large(block) for block in heads):
            return []
        blocks = [block for band in part.bands for block in band.blocks]
        left, right = min(block.left for block in blocks), max(block.ink for block in blocks)
        between = [
            [
                strip
                for strip in part.gutters
                if one.left < strip.start and strip.end <= other.left + self.line
            ]
            for one, other in pairwise(heads)
        ]
        choices = list(islice(product(*between), MOST_CHOICES))
        best = min(choices, key=lambda strips: _misfit(heads, left, right, strips), default=())
        return [strip.start for strip in best]

    def _stretches(self, found: list[Band[B]]) -> Iterator[_Stretch[B]]:
        """The bands in stretches, a new one where the columns change.

        A stretch held together by a gap in its first lines alone is looked at again without the first.
        """
        for attempt in range(ATTEMPTS):
            done = 0
            for stretch in self._sharing(found):
                weak = stretch.is_parted and not stretch.gutters and len(stretch.bands) > LINES
                if weak and attempt + 1 < ATTEMPTS:
                    yield _Stretch(stretch.bands[:1], [], [])
                    done += 1
                    break
                yield stretch
                done += len(stretch.bands)
            found = found[done:]

    def _sharing(self, found: list[Band[B]]) -> Iterator[_Stretch[B]]:
        """The bands in stretches that share white, as long as they can be."""
        current: _Stretch[B] | None = None
        for band in found:
            white = self._white(band)
            longer = current and self._longer(current, band, white)
            if current and not longer:
                yield current
            current = longer or _Stretch([band], white, white)
        if current:
            yield current

    def _longer(self, above: _Stretch[B], band: Band[B], white: list[White]) -> _Stretch[B] | None:
        """The stretch with a band more that shares columns with it, or has one column as it has.

        After a gap over the whole width the band must share all columns above the gap, and be no headline.
        """
        both = shared(above.white, white, self._gutter)
        recent = both if above.recent is above.white else shared(above.recent, white, self._gutter)
        longer = _Stretch([*above.bands, band], both, recent)
        if (walled := self._by_walls(above.bands[-1], band)) is not None:
            return longer if walled else None
        if not longer.is_parted and (above.is_parted or is_parted(white)):
            return None
        if is_parted(white) and self._is_headline(above.bands[-1]):
            return None
        if band.top - above.bands[-1].bottom >= APART * self.line:
            if len(gutters(recent)) < len(gutters(above.recent)) or self._is_headline(band):
                return None
            longer.recent = white
        return longer

    def _by_walls(self, above: Band[B], below: Band[B]) -> bool | None:
        """True where an upright line runs through the gap between bands, False where one begins or ends."""
        if not self.walls:
            return None
        left = min(above.blocks[0].left, below.blocks[0].left)
        right = max(block.right for block in above.blocks + below.blocks)
        inside = [wall for wall in self.walls if left < wall.left < right]
        from_above = [wall for wall in inside if wall.top < above.bottom < wall.bottom]
        to_below = [wall for wall in inside if wall.top < below.top < wall.bottom]
        if not from_above and not to_below:
            return None
        return any(wall in to_below for wall in from_above)

    def _is_headline(self, band: Band[B]) -> bool:
        return len(band.blocks) == 1 and self._is_large(band.blocks[0])

    def _is_large(self, block: B) -> bool:
        return block.bottom - block.top > LARGE * self.line

    def _settled(self, stretches: Iterator[_Stretch[B]]) -> list[_Stretch[B]]:
        """Stretches with too few lines for columns joined to their neighbours; strays moved below."""
        settled: list[_Stretch[B]] = []
        for stretch in stretches:
            for one in self._without_strays(stretch):
                if one.gutters:
                    settled.append(one)
                elif settled and not settled[-1].white:
                    settled[-1].bands += one.bands
                else:
                    settled.append(_Stretch(one.bands, [], []))
        return settled

    def _without_strays(self, stretch: _Stretch[B]) -> Iterator[_Stretch[B]]:
        """The stretch, and what stands far below it under its first column alone."""
        gutters = stretch.gutters
        end = len(stretch.bands)
        while gutters and end > 1 and stretch.bands[end - 1].blocks[-1].right <= gutters[0].end:
            end -= 1
        gaps = enumerate(pairwise(stretch.bands[end - 1 :]), end)
        start = next((i for i, (above, below) in gaps if below.top - above.bottom > STRAY * self.line), None)
        yield _Stretch(stretch.bands[:start], stretch.white, [])
        if start is not None:
            yield _Stretch(stretch.bands[start:], [], [])

    @property
    def _gutter(self) -> float:
        return GUTTER * self.line

    def _white(self, band: Band[B]) -> list[White]:
        """The white beside and between the blocks of a band."""
        found = [White(-inf, band.blocks[0].left, 0, "right")]
        end = band.blocks[0].ink
        for i, block in enumerate(band.blocks[1:], 1):
            if block.left - end >= self._gutter:
                found.append(White(end, block.left, self._lines(band, i)))
            end = max(end, block.ink)
        return [*found, White(end, inf, 0, "left")]

    def _lines(self, band: Band[B], i: int) -> int:
        """How many lines the white before block i parts; 1 unless the band is several lines high."""
        if band.bottom - band.top < 2 * self.line:
            return 1
        return min(self._height(band.blocks[:i]), self._height(band.blocks[i:]))

    def _height(self, blocks: Sequence[B]) -> int:
        """In lines; a table or a picture counts as many as would stand in its place."""
        return sum(max(1, round((band.bottom - band.top) / (1.7 * self.line))) for band in bands(blocks))


def _misfit(heads: Sequence[Block], left: float, right: float, gutters: Sequence[White]) -> float:
    """How far headlines are from the beginning and from the middle of the columns between these gutters."""
    starts = [left, *(strip.end for strip in gutters)]
    ends = [*(strip.start for strip in gutters), right]
    return sum(
        min(abs(head.left - start), abs(head.left + head.right - start - end) / 2)
        for head, start, end in zip(heads, starts, ends, strict=True)
    )
