"""Passages on the picture of a page: tints that let the print through, and lines by which kinds differ.

Printed pages are light in both themes, in the dark one only dimmed: the colours are those of the light one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.pages.leaves import Leaves
from desktop.reading import passage_paint
from desktop.reading.markup import frame, rectangles
from desktop.reading.row_paint import Marks
from desktop.reading.text_box import Piece
from desktop.theme import LIGHT

RADIUS = 2
DOT = 2.0
"""Of the dotted line under the words of a policy."""
SELECTED = "#bcd3fb"
"""Stronger than in the text: print is seldom as black as type on a screen."""


class PagePainter:
    """Paints what is marked on some of the pages; the painter's origin is that of the column."""

    def __init__(self, flow: Leaves, marks: Marks, rows: range) -> None:
        self._flow, self._marks, self._rows = flow, marks, rows
        intervals = [flow.interval(row) for row in rows]
        start = min((start for start, end in intervals if end), default=0)
        end = max((end for _, end in intervals), default=0)
        self._seen = start, end
        focus = marks.focus.id if marks.focus else None
        self._pieces = [
            (span, pieces)
            for span in marks.spans.touching(start, end)
            if span.id != focus and (pieces := flow.pieces(span.start, span.end, rows))
        ]

    def paint_tints(self, painter: QPainter) -> None:
        """Colour the paper under the words, as with a marker."""
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        for span, pieces in self._pieces:
            if span.state != "suggested":
                self._fill(painter, pieces, QColor(LIGHT.kind(span.kind).tint))
        if lit := self._marks.lit:
            ground = LIGHT.hover if lit.state == "same" else LIGHT.kind(lit.state).tint
            self._fill(painter, self._of(lit.start, lit.end), QColor(ground))
            for word in lit.words:
                self._fill(painter, self._of(*word), QColor(LIGHT.kind(lit.own).strong))
        if focus := self._marks.focus:
            self._fill(painter, self._of(focus.start, focus.end), QColor(LIGHT.kind(focus.kind).strong))
        self._fill(painter, self._of(*self._marks.selection), QColor(SELECTED))
        for hit in self._marks.hits.between(*self._seen):
            self._fill(painter, self._of(*hit), QColor(LIGHT.found))
        if self._marks.flash_strength:
            colour = QColor(LIGHT.found)
            colour.setAlphaF(self._marks.flash_strength)
            self._fill(painter, self._of(*self._marks.flash), colour)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def paint_lines(self, painter: QPainter) -> None:
        """Underline passages, by kind; frame suggestions with dashes, and the passage that has the focus."""
        for span, pieces in self._pieces:
            ink = QColor(LIGHT.kind(span.kind).ink)
            if span.state == "suggested":
                painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
                painter.drawLines(frame(pieces))
            else:
                _underline(painter, span.kind, pieces)
        if focus := self._marks.focus:
            pieces = self._of(focus.start, focus.end)
            _underline(painter, focus.kind, pieces)
            passage_paint.paint_focus_frame(painter, LIGHT, focus.kind, frame(pieces))
        if current := self._marks.hits.current:
            painter.setPen(QPen(QColor(LIGHT.accent), 1.5))
            painter.drawLines(frame(self._of(*current)))

    def _of(self, start: int, end: int) -> list[Piece]:
        return self._flow.pieces(start, end, self._rows)

    def _fill(self, painter: QPainter, pieces: Sequence[Piece], colour: QColor) -> None:
        painter.setBrush(colour)
        for rectangle in rectangles(pieces):
            painter.drawRoundedRect(rectangle, RADIUS, RADIUS)


def _underline(painter: QPainter, kind: str, pieces: Sequence[Piece]) -> None:
    ink = QColor(LIGHT.kind(kind).ink)
    for _, left, right, top, height, _, _ in pieces:
        PATTERNS[kind](painter, QRectF(round(left), top + height - 1, round(right - left) - 1, 3), ink)


def _solid(painter: QPainter, place: QRectF, ink: QColor) -> None:
    painter.fillRect(place.adjusted(0, 0, 0, -1), ink)


def _double(painter: QPainter, place: QRectF, ink: QColor) -> None:
    painter.fillRect(place.adjusted(0, 0, 0, -2), ink)
    painter.fillRect(place.adjusted(0, 2, 0, 0), ink)


def _dotted(painter: QPainter, place: QRectF, ink: QColor) -> None:
    y = place.top() + DOT / 2
    painter.setPen(QPen(ink, DOT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    dots = int(place.width() // (2 * DOT)) + 1
    painter.drawPoints([QPointF(place.left() + DOT * (2 * at + 0.5), y) for at in range(dots)])


PATTERNS: dict[str, Callable[[QPainter, QRectF, QColor], None]] = {
    "task": _solid,
    "target": _double,
    "policy": _dotted,
}
"""The same three as of the stripes in the margin of a text."""


def paint_lines_of_print(painter: QPainter, flow: Leaves, row: int) -> None:
    """What stands on a page before its picture comes: bars where its lines will be."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.hover))
    for place in flow.lines(row):
        inset = place.height() * 0.22
        painter.drawRoundedRect(place.adjusted(0, inset, 0, -inset), RADIUS, RADIUS)
