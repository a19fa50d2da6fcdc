"""Painting what differs from the text beside: bars at the inner edge, and the sentence under the mouse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.reading.markup import rectangles
from desktop.reading.rows import LaidRow
from desktop.reading.text_box import TextBox
from desktop.theme import Theme

BAR, INSET, QUIET = 2, 4, 0.65
"""Width of a bar, its distance from the edge of the pane, and how strong its colour is."""
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


class Word(NamedTuple):
    """Words that differ from those of the partner; `number`: a number among them does."""

    start: int
    end: int
    number: bool


@dataclass(frozen=True)
class Lit:
    """The sentence that is looked at, and its words that differ: `own` tells how they look."""

    start: int
    end: int
    state: str
    words: Sequence[Word] = ()
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
        _fill(painter, box, (word.start, word.end), QColor(theme.kind(lit.own).strong))


def paint_lit_lines(painter: QPainter, theme: Theme, box: TextBox, lit: Lit) -> None:
    """Strike what the text beside has no more, underline what is new in it; numbers twice."""
    if lit.start >= box.end or lit.end <= box.start:
        return
    painter.setPen(QPen(QColor(theme.kind(lit.own).ink), 1.25))
    for word in lit.words:
        for piece in box.pieces(word.start, word.end):
            place = QRectF(piece.left + 1, piece.top, max(1.0, piece.right - piece.left - 2), piece.height)
            painter.drawLines(_lines(place, lit.own == "dropped", word.number))


def _lines(place: QRectF, struck: bool, twice: bool) -> list[QLineF]:
    heights = [place.center().y() if struck else place.bottom() - 1]
    if twice:
        heights.append(heights[0] + (3 if struck else -2.5))
    return [QLineF(place.left(), y, place.right(), y) for y in heights]


def _fill(painter: QPainter, box: TextBox, interval: tuple[int, int], colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawRects(rectangles(box.pieces(*interval), gap=0))
