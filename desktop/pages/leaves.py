"""A document's pages one under the other, and where the characters of its text stand on them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QRectF

from desktop.pages.lines import Line, lines_by_page
from desktop.reading.rows import BlockLike
from desktop.reading.text_box import Piece
from importers.places import FULL, Places, Spot

GAP = 40
"""Pixels between two pages, in which the number of the upper one stands."""
ROOM = 0.12
"""Of the height of a line, above and below it, that is tinted with it."""

FEW = 50
"""One line in so many may stand out of what is taken for the printed width."""

Size = tuple[float, float]


class Leaf(NamedTuple):
    """One page: its upper edge in the column, its height, both in pixels."""

    top: int
    height: int

    @property
    def bottom(self) -> int:
        return self.top + self.height


class Leaves:
    """The pages in a column. x counts from their left edge, y from the top of the first, in pixels.

    All pages are shown as wide as each other. There are none before `arrange`; without places, none of the
    characters stands anywhere.
    """

    def __init__(
        self, text: str = "", blocks: Sequence[BlockLike] = (), places: Places | None = None
    ) -> None:
        self.text = text
        self.rows: list[Leaf] = []
        self.width = 1
        self.strips = places.strips if places else []
        self._starts = [strip.start for strip in self.strips]
        self._lines = lines_by_page(self.strips)
        self._blocks = list(blocks)
        self._block_starts = [block.start for block in blocks]

    def arrange(self, sizes: Iterable[Size], width: int) -> None:
        """Let pages of these widths and heights be so many pixels wide."""
        self.width, self.rows, top = width, [], 0
        for wide, high in sizes:
            self.rows.append(Leaf(top, max(1, round(width * high / max(1.0, wide)))))
            top = self.rows[-1].bottom + GAP

    @property
    def height(self) -> int:
        """Of all pages, with the number of the last."""
        return self.rows[-1].bottom + GAP if self.rows else 0

    def print_edges(self) -> tuple[float, float]:
        """Left and right edge of what is printed on most lines, as shares of a page's width."""
        lines = sorted(strip.edges[0] for strip in self.strips if not strip.upright)
        ends = sorted(strip.edges[-1] for strip in self.strips if not strip.upright)
        if not lines:
            return 0.0, 1.0
        few = len(lines) // FEW
        return lines[few] / FULL, ends[-1 - few] / FULL

    def row_at(self, y: float) -> int:
        """The page at a height, or the one above the gap there."""
        return self._clamped(bisect_right(self.rows, y, key=lambda leaf: leaf.top) - 1)

    def row_of(self, offset: int) -> int:
        """The page, counted from 0, on which the character at an offset stands, or the one before it."""
        return self._clamped(self.strips[self._strip_of(offset)].page - 1) if self.strips else 0

    def interval(self, row: int) -> tuple[int, int]:
        """The first and behind the last of the offsets on a page; what lies between may stand on others."""
        strips = [line.strip for line in self._lines.get(row + 1, ())]
        return min((s.start for s in strips), default=0), max((s.end for s in strips), default=0)

    def pieces(self, start: int, end: int, rows: range) -> list[Piece]:
        """What of an interval stands on some of the pages, a piece a line."""
        return list(self._pieces(start, end, rows)) if self.rows and start < end else []

    def _pieces(self, start: int, end: int, rows: range) -> Iterator[Piece]:
        for i in range(self._strip_of(start), len(self.strips)):
            strip = self.strips[i]
            if strip.start >= end:
                return
            first, last = max(start, strip.start), min(end, strip.end)
            if first >= last or strip.page - 1 not in rows:
                continue
            place = self._on_page(strip.spot(first, last))
            room = round(place.height() * ROOM)
            top, bottom = round(place.top()) - room, round(place.bottom()) + room
            heads, ends = start >= strip.start, end <= strip.end
            yield Piece(i, place.left(), place.right(), top, bottom - top, heads, ends)

    def lines(self, row: int) -> Iterator[QRectF]:
        """The lines of a page, for what stands in the place of its picture."""
        for line in self._lines.get(row + 1, ()):
            yield self._on_page(line.box)

    def is_on_words(self, x: float, y: float) -> bool:
        """Whether a point lies on a line."""
        return any(gap == 0 for gap, _, _ in self._distances(x, y))

    def offset_at(self, x: float, y: float, between: bool = True) -> int:
        """The offset nearest to a point: between two characters, or else of the one under it.

        A line reaches as far as the column it stands in, so what lies right of a short one belongs to it.
        """
        row = self.row_at(y)
        nearest = min(self._distances(x, y), key=lambda found: (found[1], found[0]), default=None)
        if nearest is None:
            return self._between_pages(row)
        return nearest[2].offset_at(*self._parts(row, x, y), between)

    def _between_pages(self, row: int) -> int:
        """The end of the text on the pages before one that has no text."""
        return max((strip.end for strip in self.strips if strip.page <= row), default=0)

    def _distances(self, x: float, y: float) -> Iterator[tuple[float, float, Line]]:
        """The lines of the page at a height: how far a point is from their words and from their reach."""
        if not self.rows:
            return
        row = self.row_at(y)
        across, down = self.width / FULL, self.rows[row].height / FULL
        at_x, at_y = self._parts(row, x, y)
        for line in self._lines.get(row + 1, ()):
            box, (left, right) = line.box, line.reach
            above = max(box.top - at_y, at_y - box.bottom, 0) * down
            aside = max(box.left - at_x, at_x - box.right, 0) * across
            beside = max(left - at_x, at_x - right, 0) * across
            yield hypot(aside, above), hypot(beside, above), line

    def caret(self, offset: int) -> QRectF:
        """Where the caret stands before the character at an offset; a null rectangle where none stands."""
        return self._edge(self._strip_of(offset), offset)

    def end_caret(self, offset: int) -> QRectF:
        """Where the caret stands behind the character before an offset, even at the end of a line."""
        return self._edge(self._strip_of(offset - 1), offset)

    def line_top(self, offset: int) -> int:
        """The upper edge of the line an offset stands in."""
        return round(self.caret(offset).top())

    def line_span(self, offset: int) -> tuple[int, int]:
        """The line an offset stands in: its first offset and the last place of the caret in it."""
        if not self.strips:
            return offset, offset
        place = self._strip_of(offset)
        strip = self.strips[place]
        goes_on = place + 1 < len(self.strips) and self.strips[place + 1].start == strip.end
        return strip.start, strip.end - goes_on

    def offset_above(self, offset: int, x: float) -> int:
        """The offset at `x` in the line above, in the order of reading, or the start of the text."""
        return self._in_line(self._strip_of(offset) - 1, x)

    def offset_below(self, offset: int, x: float) -> int:
        """The offset at `x` in the line below, in the order of reading, or the end of the text."""
        return self._in_line(self._strip_of(offset) + 1, x)

    def _in_line(self, place: int, x: float) -> int:
        if place < 0:
            return 0
        if place >= len(self.strips):
            return len(self.text)
        line = Line.of(self.strips[place])
        return line.offset_at(x / self.width * FULL, line.box.top, True)

    def step(self, offset: int, forward: bool) -> int:
        return min(max(0, offset + (1 if forward else -1)), len(self.text))

    def paragraph(self, offset: int) -> tuple[int, int]:
        """The block an offset stands in, as an interval."""
        if not self._blocks:
            return 0, len(self.text)
        block = self._blocks[max(0, bisect_right(self._block_starts, offset) - 1)]
        return block.start, block.end

    def first_below(self, y: float) -> int:
        """The first offset, in the order of reading, of a line below a height on its page or on the next."""
        for row in range(self.row_at(y), len(self.rows)):
            down, top = self.rows[row].height / FULL, self.rows[row].top
            starts = [
                line.strip.start for line in self._lines.get(row + 1, ()) if top + line.box.top * down >= y
            ]
            if starts:
                return min(starts)
        return len(self.text) if self.strips else 0

    def _strip_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _edge(self, place: int, offset: int) -> QRectF:
        if not self.rows or not self.strips:
            return QRectF()
        strip = self.strips[place]
        at = min(max(offset, strip.start), strip.end)
        edge = self._on_page(strip.spot(at, at))
        edge.setSize(edge.size().expandedTo(QRectF(0, 0, 1, 1).size()))
        return edge

    def _on_page(self, spot: Spot) -> QRectF:
        """A place on a page, in pixels of the column."""
        leaf = self.rows[self._clamped(spot.page - 1)]
        across, down = self.width / FULL, leaf.height / FULL
        left, top = spot.left * across, leaf.top + spot.top * down
        return QRectF(left, top, (spot.right - spot.left) * across, (spot.bottom - spot.top) * down)

    def _parts(self, row: int, x: float, y: float) -> tuple[float, float]:
        """A point as parts of a page."""
        leaf = self.rows[row]
        return x / self.width * FULL, (y - leaf.top) / leaf.height * FULL

    def _clamped(self, row: int) -> int:
        return min(max(0, row), max(0, len(self.rows) - 1))
