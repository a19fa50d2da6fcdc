"""Ribbons between two panes: their shapes from edge to edge of the gutter, and how each state is painted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.reading.bands import DROPPED, NEW, SAME, Band
from desktop.theme import Theme

BRACKET, THIN, FOOT = 2, 1, 5
"""Thickness of the bracket at a sentence without partner, of its feet, and their length."""
ASIDE = 3
"""From the edge of the gutter, so that it stands apart from the bar in the text."""
SIGN = 9.0
"""Side of the plus or minus in a bracket; lower ones have none."""
ARROW = 4.0
LEAST = 2.0
"""Height of a ribbon's end at least."""
FAINT, CLEAR, LIT = 0.34, 0.75, 1.0


class Ribbon(NamedTuple):
    """A band with the heights at which it leaves the left pane and enters the right one."""

    band: Band
    left: tuple[float, float]
    right: tuple[float, float]

    def seen(self, height: float) -> tuple[bool, bool]:
        """Whether a part of it is seen at the left and at the right."""
        return self.left[1] > 0 and self.left[0] < height, self.right[1] > 0 and self.right[0] < height

    def shape(self, width: float) -> QPainterPath:
        """The ribbon from edge to edge."""
        (left, left_end), (right, right_end) = _open(self.left), _open(self.right)
        path = QPainterPath(QPointF(0, left))
        path.cubicTo(width / 2, left, width / 2, right, width, right)
        path.lineTo(width, right_end)
        path.cubicTo(width / 2, right_end, width / 2, left_end, 0, left_end)
        path.closeSubpath()
        return path

    def place(self, width: float) -> QRectF:
        """The strip of a band without partner at its edge."""
        top, bottom = self.right if self.band.state == NEW else self.left
        room = ASIDE + BRACKET + FOOT + SIGN
        return QRectF(width - room if self.band.state == NEW else 0.0, top, room, max(bottom - top, LEAST))

    def holds(self, point: QPointF, width: float) -> bool:
        if self.band.state in (NEW, DROPPED):
            return self.place(width).contains(point)
        return self.shape(width).contains(point)


def _open(ends: tuple[float, float]) -> tuple[float, float]:
    return ends[0], max(ends[1], ends[0] + LEAST)


class RibbonPainter:
    """Paints ribbons in a gutter of one size, those of `lit` stronger than the others."""

    def __init__(self, theme: Theme, width: int, height: int) -> None:
        self._theme, self._width, self._height = theme, width, height

    def paint(self, painter: QPainter, ribbons: Iterable[Ribbon], lit: Iterable[Band]) -> None:
        """Paint from the faint to the telling: same, reworded, without partner, moved, lit."""
        strong = set(lit)
        for ribbon in sorted(
            ribbons, key=lambda one: (one.band in strong, one.band.moved, _ORDER[one.band.state])
        ):
            self._paint_one(painter, ribbon, ribbon.band in strong)

    def _paint_one(self, painter: QPainter, ribbon: Ribbon, lit: bool) -> None:
        if ribbon.band.state in (NEW, DROPPED):
            self._bracket(painter, ribbon, lit)
        elif all(ribbon.seen(self._height)):
            (self._moved if ribbon.band.moved else self._joined)(painter, ribbon, lit)
        elif ribbon.band.moved or lit:
            self._leaving(painter, ribbon, lit)

    def _joined(self, painter: QPainter, ribbon: Ribbon, lit: bool) -> None:
        """A quiet band; of what is reworded, with edges in its ink."""
        same = ribbon.band.state == SAME
        shape = ribbon.shape(self._width)
        painter.fillPath(shape, self._ground(same, lit))
        if lit or not same:
            painter.setPen(QPen(self._ink(ribbon.band, LIT if lit else FAINT), 1))
            painter.drawPath(_edges(ribbon, self._width))

    def _moved(self, painter: QPainter, ribbon: Ribbon, lit: bool) -> None:
        """A dashed band over the others."""
        if lit:
            painter.fillPath(ribbon.shape(self._width), self._ground(ribbon.band.state == SAME, lit))
        painter.setPen(QPen(self._ink(ribbon.band, LIT if lit else CLEAR), 1.25, Qt.PenStyle.DashLine))
        painter.drawPath(_edges(ribbon, self._width))

    def _leaving(self, painter: QPainter, ribbon: Ribbon, lit: bool) -> None:
        """An arrow where the partner stands, out of sight: above or below."""
        at_left, at_right = ribbon.seen(self._height)
        if at_left == at_right:
            return
        here, there = (ribbon.left, ribbon.right) if at_left else (ribbon.right, ribbon.left)
        x = ARROW + 4 if at_left else self._width - ARROW - 4
        up = there[0] < here[0]
        top, bottom = max(here[0], 0.0), min(here[1], self._height)
        middle = (top + bottom) / 2
        ink = self._ink(ribbon.band, LIT if lit else CLEAR)
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DashLine))
        edge = 1.0 if at_left else self._width - 1.0
        painter.drawLine(QPointF(edge, top + 1), QPointF(edge, bottom - 1))
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        tip = middle - ARROW if up else middle + ARROW
        painter.drawLines(
            [
                QLineF(x, middle + ARROW if up else middle - ARROW, x, tip),
                QLineF(x, tip, x - ARROW + 1, tip + (ARROW - 1) * (1 if up else -1)),
                QLineF(x, tip, x + ARROW - 1, tip + (ARROW - 1) * (1 if up else -1)),
            ]
        )

    def _bracket(self, painter: QPainter, ribbon: Ribbon, lit: bool) -> None:
        """A bracket at the edge where the sentence stands: with a plus if it is new, a minus if dropped."""
        new = ribbon.band.state == NEW
        place = ribbon.place(self._width)
        if place.bottom() <= 0 or place.top() >= self._height:
            return
        if lit:
            painter.fillRect(place, QColor(self._theme.kind(ribbon.band.state).strong))
        ink = self._ink(ribbon.band, LIT if lit else CLEAR)
        top = max(round(place.top()) + 1, -FOOT)
        bottom = min(max(round(place.bottom()) - 1, top + 2), self._height + FOOT)
        bar = self._width - ASIDE - BRACKET if new else ASIDE
        feet = bar - FOOT if new else bar + BRACKET
        painter.fillRect(bar, top, BRACKET, bottom - top, ink)
        for y in (top, bottom - THIN):
            painter.fillRect(feet, y, FOOT, THIN, ink)
        if bottom - top > SIGN + 4:
            middle = (max(top, 0) + min(bottom, self._height)) / 2
            painter.setPen(QPen(ink, 1.25))
            painter.drawLines(list(_sign(QPointF(feet - 2 if new else feet + FOOT + 2, middle), new)))

    def _ink(self, band: Band, strength: float) -> QColor:
        colour = QColor(self._theme.muted if band.state == SAME else self._theme.kind(band.state).ink)
        colour.setAlphaF(strength)
        return colour

    def _ground(self, same: bool, lit: bool) -> QColor:
        if same:
            return QColor(self._theme.pressed if lit else self._theme.window)
        colours = self._theme.kind("reworded")
        return QColor(colours.strong if lit else colours.tint)


_ORDER = {SAME: 0, "reworded": 1, NEW: 2, DROPPED: 2}


def _edges(ribbon: Ribbon, width: float) -> QPainterPath:
    """Upper and lower edge alone, so that neighbouring ribbons are no grid."""
    path = QPainterPath()
    for here, there in zip(_open(ribbon.left), _open(ribbon.right), strict=True):
        path.moveTo(0, here)
        path.cubicTo(width / 2, here, width / 2, there, width, there)
    return path


def _sign(middle: QPointF, plus: bool) -> Iterator[QLineF]:
    half = SIGN / 2 - 1
    yield QLineF(middle.x() - half, middle.y(), middle.x() + half, middle.y())
    if plus:
        yield QLineF(middle.x(), middle.y() - half, middle.x(), middle.y() + half)
