"""A stretch of the document set in lines by QTextLayout, at its place in a row."""

from bisect import bisect_right
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desktop.offsets import Offsets
from desktop.reading import typesetting
from desktop.reading.type_scale import Style

ABOVE, BELOW = 1.0, 0.26
"""Em above and below the baseline that a tint covers: the ideographs' square (0.88, 0.12) and a little."""

REMEMBERED = 256
"""Intervals of a box of which the pieces are kept: its passages are asked for with every change of one."""


class Piece(NamedTuple):
    """The part of an interval that lies in one line: what is painted behind it, from the row's upper left."""

    line: int
    left: float
    right: float
    top: int
    height: int
    first: bool
    """The interval begins here; it does not come from the line above."""
    last: bool


class TextBox:
    """One block's words in lines. `x` and `y` place the box in its row; `start` and `end` are offsets."""

    def __init__(self, text: str, start: int, style: Style, width: int, x: int = 0, y: int = 0) -> None:
        self.start, self.end = start, start + len(text)
        self.x, self.y, self.width = x, y, width
        self.style = style
        self._offsets = Offsets(text)
        self._layout = QTextLayout(text, style.font)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(_option(style))
        if marks := typesetting.squeezed(text, flush=not style.first):
            self._layout.setFormats([_squeezed(self._offsets.to_qt(at), style) for at in marks])
        self._tint_top = round(style.baseline - ABOVE * style.em)
        self._tint_height = round((ABOVE + BELOW) * style.em)
        self._pieces: dict[tuple[int, int], list[Piece]] = {}
        self._breaks: list[int] = []
        self._lines: list[QTextLine] = []
        self._set(text, width)

    @property
    def height(self) -> int:
        return len(self._breaks) * self.style.line

    @property
    def lines(self) -> int:
        return len(self._breaks)

    def top(self, line: int) -> int:
        """The upper edge of a line, from the top of the row."""
        return self.y + line * self.style.line

    def tint(self, line: int) -> tuple[int, int]:
        """Upper edge and height of what is painted behind the words of a line."""
        return self.y + line * self.style.line + self._tint_top, self._tint_height

    def line_of(self, offset: int) -> int:
        return max(0, bisect_right(self._breaks, offset - self.start) - 1)

    def line_span(self, line: int) -> tuple[int, int]:
        """Offsets of the first character of a line and behind its last."""
        last = line + 1 == len(self._breaks)
        return self.start + self._breaks[line], self.end if last else self.start + self._breaks[line + 1]

    def pieces(self, start: int, end: int) -> list[Piece]:
        """The lines of this box that the interval [start, end) touches."""
        made = self._pieces.get((start, end))
        if made is None:
            if len(self._pieces) >= REMEMBERED:
                self._pieces.clear()
            made = self._pieces[start, end] = self._cut(start, end)
        return made

    def _cut(self, start: int, end: int) -> list[Piece]:
        first_offset, last_offset = max(start, self.start), min(end, self.end)
        if first_offset >= last_offset:
            return []
        first, last = self.line_of(first_offset), self.line_of(last_offset - 1)
        if first == last:
            return [self._piece(first, first_offset, last_offset, start >= self.start, end <= self.end)]
        made = [self._piece(first, first_offset, self.line_span(first)[1], start >= self.start, False)]
        made += [self._piece(line, *self.line_span(line), False, False) for line in range(first + 1, last)]
        made.append(self._piece(last, self.line_span(last)[0], last_offset, False, end <= self.end))
        return made

    def _piece(self, line: int, start: int, end: int, first: bool, last: bool) -> Piece:
        top, height = self.tint(line)
        at, drawn = self._offsets.to_qt, self._lines[line]
        left, right = _x(drawn, at(start - self.start)), _x(drawn, at(end - self.start))
        return Piece(line, self.x + left, self.x + right, top, height, first, last)

    def x_of(self, offset: int, line: int) -> float:
        """The left edge of a character on a line, from the left edge of the row."""
        return self.x + _x(self._lines[line], self._offsets.to_qt(offset - self.start))

    def caret(self, offset: int) -> QRectF:
        """Where the caret stands before the character at `offset`."""
        line = self.line_of(offset)
        top, height = self.tint(line)
        return QRectF(self.x_of(offset, line), top, 1, height)

    def offset_at(self, x: float, y: float, between: bool = True) -> int:
        """The offset nearest to a point of the row: between two characters, or else of the one under it."""
        line = min(max(0, int((y - self.y) // self.style.line)), self.lines - 1)
        edge = QTextLine.CursorPosition.CursorBetweenCharacters
        if not between:
            edge = QTextLine.CursorPosition.CursorOnCharacter
        found = self._lines[line].xToCursor(x - self.x, edge)
        start, end = self.line_span(line)
        if line + 1 < self.lines:
            end -= 1
        return min(max(start, self.start + self._offsets.from_qt(found)), end)

    def step(self, offset: int, forward: bool) -> int:
        """The next place of the caret in this box, over a whole character with its marks."""
        position = self._offsets.to_qt(offset - self.start)
        move = self._layout.nextCursorPosition if forward else self._layout.previousCursorPosition
        return self.start + self._offsets.from_qt(move(position))

    def draw(self, painter: QPainter, clip: QRectF) -> None:
        """Paint the words with the painter's pen; only lines within `clip`, given in the row, are painted."""
        self._layout.draw(painter, QPointF(self.x, self.y), [], clip)

    def _set(self, text: str, width: int) -> None:
        """Break the text into lines of `width`."""
        style, start, indent = self.style, 0, self.style.first
        hang = indent + style.advance(typesetting.marker(text)) if style.hangs else 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            self._fit(line, text, start, width - indent)
            y = len(self._breaks) * style.line + style.baseline - line.ascent()
            line.setPosition(QPointF(indent, y))
            self._breaks.append(start)
            self._lines.append(line)
            start = self._offsets.from_qt(line.textStart() + line.textLength())
            indent = hang
        self._layout.endLayout()

    def _fit(self, line: QTextLine, text: str, start: int, width: int) -> None:
        """Fill one line up to `width`, breaking it where Chinese typesetting allows."""
        line.setLineWidth(width)
        room = self._offsets.from_qt(line.textStart() + line.textLength())
        place = typesetting.line_end(text, start, room)
        columns = place - start
        while place < self._offsets.from_qt(line.textStart() + line.textLength()):
            line.setNumColumns(columns, width)  # a base and its combining marks are one column
            columns -= 1


def _x(line: QTextLine, position: int) -> float:
    place: Any = line.cursorToX(position)
    return float(place[0])


def _option(style: Style) -> QTextOption:
    option = QTextOption(style.align)
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    return option


def _squeezed(position: int, style: Style) -> QTextLayout.FormatRange:
    shape = QTextCharFormat()
    shape.setFont(style.squeezed)
    marked = QTextLayout.FormatRange()
    marked.start, marked.length, marked.format = position, 1, shape
    return marked
