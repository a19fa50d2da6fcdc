"""Painting what differs from the text beside: bars at the inner edge, and the sentence under the mouse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.reading.markup import rectangles
from desktop.reading.rows import LaidRow
from desktop.reading.text_box import Piece, TextBox
from desktop.theme import Theme

Interval = tuple[int, int]

BAR, INSET, QUIET = 2, 1, 0.65
"""Width of a bar, its distance from the edge of the pane, and how strong its colour is."""
SECOND = 3.0
"""From the line of words that differ to the second one that numbers have."""
PATTERNS = {
    "reworded": Qt.PenStyle.DotLine,
    "new": Qt.PenStyle.SolidLine,
    "dropped": Qt.PenStyle.DashLine,
}


class Stretch(NamedTuple):
    """A sentence that is reworded, new or dropped."""

    start: int
    end: int
    state: str


@dataclass(frozen=True)
class Lit:
    """The sentence that is looked at, with its words that differ and the numbers among them.

    `own` tells how words look that the partner has not: as "new" or as "dropped".
    """

    start: int
    end: int
    state: str
    words: Sequence[Interval] = ()
    numbers: Sequence[Interval] = ()
    own: str = "new"


class Changes:
    """What differs in one pane from the neighbour on one side. Stretches are in order and do not overlap."""

    def __init__(self, stretches: Sequence[Stretch], at_right: bool) -> None:
        self.stretches, self.at_right = stretches, at_right
        self._ends = [stretch.end for stretch in stretches]

    def between(self, start: int, end: int) -> Iterator[Stretch]:
        for number in range(bisect_left(self._ends, start + 1), len(self.stretches)):
            if self.stretches[number].start >= end:
                return
            yield self.stretches[number]


def paint_bars(
    painter: QPainter, theme: Theme, laid: LaidRow, changes: Changes, edges: tuple[int, int]
) -> None:
    """Draw the bars of a row at the left or right edge of the viewport, given from the row's upper left."""
    x = edges[1] - INSET - BAR / 2 if changes.at_right else edges[0] + INSET + BAR / 2
    for box in laid.boxes:
        for stretch in changes.between(box.start, box.end):
            top, bottom = reach(box, stretch.start, stretch.end)
            ink = QColor(theme.kind(stretch.state).ink)
            ink.setAlphaF(QUIET)
            pen = QPen(ink, BAR, PATTERNS[stretch.state])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(x, top + 1), QPointF(x, bottom - 1))


def reach(box: TextBox, start: int, end: int) -> tuple[float, float]:
    """From where to where a stretch goes down a box, places within lines counted."""
    return _down(box, max(start, box.start), False), _down(box, min(end, box.end), True)


def _down(box: TextBox, offset: int, ends: bool) -> float:
    line = box.line_of(max(box.start, offset - ends))
    first, last = box.line_span(line)
    share = (offset - first) / (last - first) if last > first else float(ends)
    return box.top(line) + min(max(share, 0.0), 1.0) * (box.top(line + 1) - box.top(line))


def paint_lit(painter: QPainter, theme: Theme, box: TextBox, lit: Lit) -> None:
    """Lay a tint behind the sentence that is looked at, a stronger one behind words that differ."""
    if lit.start >= box.end or lit.end <= box.start:
        return
    ground = QColor(theme.hover) if lit.state == "same" else QColor(theme.kind(lit.state).tint)
    painter.setPen(Qt.PenStyle.NoPen)
    _fill(painter, box, (lit.start, lit.end), ground)
    for word in lit.words:
        _fill(painter, box, word, QColor(theme.kind(lit.own).strong))


def paint_lit_lines(painter: QPainter, theme: Theme, box: TextBox, lit: Lit) -> None:
    """Strike what the text beside has no more, underline what is new in it; numbers twice."""
    if lit.start >= box.end or lit.end <= box.start:
        return
    painter.setPen(QPen(QColor(theme.kind(lit.own).ink), 1.25))
    struck = lit.own == "dropped"
    for stretches, second in ((lit.words, 0.0), (lit.numbers, SECOND)):
        for stretch in stretches:
            painter.drawLines([_line(piece, struck, second) for piece in box.pieces(*stretch)])


def _line(piece: Piece, struck: bool, aside: float) -> QLineF:
    """The line through the words of a piece, or under them; `aside` from where it usually is."""
    y = piece.top + (piece.height / 2 + aside if struck else piece.height - 1 - aside)
    return QLineF(piece.left + 1, y, max(piece.left + 2, piece.right - 1), y)


def _fill(painter: QPainter, box: TextBox, interval: Interval, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawRects(rectangles(box.pieces(*interval), gap=0))
