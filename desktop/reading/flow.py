"""A document's rows one under the other: exact where it has been seen, guessed where not yet."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from time import perf_counter

from PySide6.QtCore import QRectF

from desktop.reading.rows import BlockLike, LaidRow, rows_of
from desktop.reading.type_scale import TypeScale

KEPT = 240
"""Rows kept set in lines around what is seen; a set row of 300 characters takes some 40 kB."""


class Flow:
    """The rows of a text, their heights and places. y counts from the top of the first row.

    A row is set in lines when it is first asked for; `arrange` must have been called before.
    """

    def __init__(self, text: str, blocks: Sequence[BlockLike]) -> None:
        self.text = text
        self.rows = rows_of(text, blocks)
        self._starts = [row.start for row in self.rows]
        self._set_in: tuple[TypeScale, int] | None = None
        self._heights: list[int] = []
        self._exact = bytearray()
        self._tops: list[int] | None = None
        self._laid: dict[int, LaidRow] = {}
        self._next = 0
        """The first row whose height may still be a guess."""

    def arrange(self, scale: TypeScale, width: int) -> None:
        """Set everything anew in these styles, at this width: all heights are guesses again.

        Does nothing where both are as they were.
        """
        if self._set_in == (scale, width):
            return
        self._set_in = (scale, width)
        self._heights = [row.estimate(self.text, scale, width) for row in self.rows]
        self._exact = bytearray(len(self.rows))
        self._tops, self._next = None, 0
        self._laid.clear()

    @property
    def height(self) -> int:
        return self._places[-1]

    @property
    def settled(self) -> bool:
        """Whether all heights are exact."""
        return self._next >= len(self.rows)

    def top(self, row: int) -> int:
        return self._places[row]

    def bottom(self, row: int) -> int:
        return self._places[row + 1]

    def row_at(self, y: float) -> int:
        """The row at a height, or the nearest one."""
        return self._clamped(bisect_right(self._places, y) - 1)

    def row_of(self, offset: int) -> int:
        """The row that holds an offset, or the last one before it."""
        return self._clamped(bisect_right(self._starts, offset) - 1)

    def rows_between(self, top: float, bottom: float) -> range:
        """The rows of which a part lies between two heights."""
        return range(self.row_at(top), self.row_at(bottom) + 1) if self.rows else range(0)

    def lay(self, row: int) -> LaidRow:
        """The row set in lines; its height is exact from now on."""
        laid = self._laid.get(row)
        if laid is None:
            assert self._set_in is not None, "arrange comes first"
            laid = self._laid[row] = self.rows[row].lay(self.text, *self._set_in)
            if self._heights[row] != laid.height:
                self._heights[row] = laid.height
                self._tops = None
            self._exact[row] = 1
        return laid

    def is_exact(self, row: int) -> bool:
        return bool(self._exact[row])

    def lay_some(self, seconds: float) -> None:
        """Turn guesses into heights, from the top on, for about so long."""
        until = perf_counter() + seconds
        while not self.settled and perf_counter() < until:
            if not self._exact[self._next]:
                self.lay(self._next)
            self._next += 1

    def forget_beyond(self, seen: range) -> None:
        """Let go of rows far from those seen, when there are many."""
        if len(self._laid) > 2 * KEPT:
            near = range(seen.start - KEPT // 2, seen.stop + KEPT // 2)
            self._laid = {row: laid for row, laid in self._laid.items() if row in near}

    def touched(self, start: int, end: int) -> dict[int, LaidRow]:
        """By their numbers, the rows set by now that hold a part of an interval."""
        rows = range(self.row_of(start), self.row_of(max(start, end - 1)) + 1)
        return {row: self._laid[row] for row in rows if row in self._laid}

    def offset_at(self, x: float, y: float, between: bool = True) -> int:
        """The offset nearest to a point: between two characters, or else of the one under it."""
        if not self.rows:
            return 0
        row = self.row_at(y)
        inside = y - self.top(row)
        return self.lay(row).box_at(x, inside).offset_at(x, inside, between)

    def caret(self, offset: int) -> QRectF:
        """Where the caret stands before the character at an offset; a null rectangle without any text."""
        if not self.rows:
            return QRectF()
        row = self.row_of(offset)
        caret = self.lay(row).box_of(offset).caret(offset)
        return caret.translated(0, self.top(row))

    def end_caret(self, offset: int) -> QRectF:
        """Where the caret stands behind the character before an offset, even at the end of a line."""
        row = self.row_of(offset - 1)
        box = self.lay(row).box_of(offset - 1)
        line = box.line_of(offset - 1)
        top, height = box.tint(line)
        return QRectF(box.x_of(offset, line), top + self.top(row), 1, height)

    def line_top(self, offset: int) -> int:
        """The upper edge of the line an offset stands in."""
        row = self.row_of(offset)
        box = self.lay(row).box_of(offset)
        return self.top(row) + box.top(box.line_of(offset))

    def band(self, start: int, end: int) -> tuple[int, int]:
        """Upper and lower edge of the lines between two offsets; of whole rows, where there are several."""
        first, last = self.row_of(start), self.row_of(end)
        laid = self._laid.get(first)
        if first == last and laid is not None and (box := laid.box_of(start)) is laid.box_of(end):
            top = self.top(first)
            return top + box.top(box.line_of(start)), top + box.top(box.line_of(end) + 1)
        return self.top(first), self.bottom(last)

    def line_span(self, offset: int) -> tuple[int, int]:
        """The line an offset stands in: its first offset and the last place of the caret in it."""
        box = self.lay(self.row_of(offset)).box_of(offset)
        line = box.line_of(offset)
        start, end = box.line_span(line)
        return start, end if line + 1 == box.lines else end - 1

    def offset_above(self, offset: int, x: float) -> int:
        """The offset at `x` in the line above that of an offset, or the start of the text."""
        row = self.row_of(offset)
        laid = self.lay(row)
        box = laid.box_of(offset)
        if line := box.line_of(offset):
            return box.offset_at(x, box.top(line - 1))
        if row == 0:
            return 0
        above = self.lay(row - 1)
        return above.box_at(x, above.height).offset_at(x, above.height)

    def offset_below(self, offset: int, x: float) -> int:
        """The offset at `x` in the line below that of an offset, or the end of the text."""
        row = self.row_of(offset)
        box = self.lay(row).box_of(offset)
        line = box.line_of(offset) + 1
        if line < box.lines:
            return box.offset_at(x, box.top(line))
        if row + 1 == len(self.rows):
            return len(self.text)
        return self.lay(row + 1).box_at(x, 0).offset_at(x, 0)

    def step(self, offset: int, forward: bool) -> int:
        """The next place of the caret, or the same at the ends of the text."""
        box = self.lay(self.row_of(offset)).box_of(offset)
        edge = offset >= box.end if forward else offset <= box.start
        if not edge:
            return box.step(offset, forward)
        return min(max(0, offset + (1 if forward else -1)), len(self.text))

    def paragraph(self, offset: int) -> tuple[int, int]:
        """The block an offset stands in, as an interval."""
        if not self.rows:
            return 0, 0
        box = self.lay(self.row_of(offset)).box_of(offset)
        return box.start, box.end

    @property
    def _places(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops

    def _clamped(self, row: int) -> int:
        return min(max(0, row), max(0, len(self.rows) - 1))
