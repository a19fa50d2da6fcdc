"""Painting passages: tints, outlines, stripes in the margin, and the handles of the focused one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.reading.markup import Markup, Stripe
from desktop.theme import Theme

GLYPHS = {"task": "任", "target": "目", "policy": "策"}
GAP, PITCH, LEAST_PITCH = 14, 15, 5
"""From the text to the first stripe, and from stripe to stripe where there is room and where not."""
WIDTH = 4
GLYPH = 11
RADIUS = 3
HANDLE = 4.5
"""Radius of the knob of a handle."""


def paint_tints(painter: QPainter, theme: Theme, markup: Markup) -> None:
    """Lay a tint behind the words of every passage."""
    painter.setPen(Qt.PenStyle.NoPen)
    for kind, tints in groupby(markup.tints, key=lambda tint: tint[0]):
        painter.setBrush(QColor(theme.kind(kind).tint))
        for _, rectangle in tints:
            painter.drawRoundedRect(rectangle, RADIUS, RADIUS)


def paint_lines(painter: QPainter, theme: Theme, markup: Markup) -> None:
    """Frame suggestions with dashes, and underline what passages share."""
    for kind, lines in markup.outlines.items():
        painter.setPen(QPen(QColor(theme.kind(kind).ink), 1, Qt.PenStyle.DashLine))
        painter.drawLines(lines)
    if markup.underlines:
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLines(markup.underlines)


def paint_focus(painter: QPainter, theme: Theme, kind: str, rectangles: Sequence[QRectF]) -> None:
    """Lay the strong tint of a kind behind the words of the passage that has the focus."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.kind(kind).strong))
    for rectangle in rectangles:
        painter.drawRoundedRect(rectangle, RADIUS, RADIUS)


def paint_focus_frame(painter: QPainter, theme: Theme, kind: str, lines: Sequence[QLineF]) -> None:
    painter.setPen(QPen(QColor(theme.kind(kind).ink), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    painter.drawLines(lines)


def paint_handle(painter: QPainter, theme: Theme, kind: str, place: QRectF, at_start: bool) -> None:
    """A bar with a knob: above the words at the start, below them at the end."""
    ink = QColor(theme.kind(kind).ink)
    knob = handle_knob(place, at_start)
    painter.setPen(QPen(ink, 2))
    painter.drawLine(QPointF(place.x(), place.top()), QPointF(place.x(), place.bottom()))
    painter.setPen(QPen(QColor(theme.paper), 1.5))
    painter.setBrush(ink)
    painter.drawEllipse(knob, HANDLE, HANDLE)


def handle_knob(place: QRectF, at_start: bool) -> QPointF:
    """The middle of a handle's knob; `place` is where the caret would stand."""
    return QPointF(place.x(), place.top() - HANDLE + 1 if at_start else place.bottom() + HANDLE - 1)


def pitch(lanes: int, room: int) -> float:
    """From stripe to stripe, so that all lanes find room in the margin."""
    return min(PITCH, max(LEAST_PITCH, (room - GAP) / max(1, lanes)))


class StripePainter:
    """Draws the stripes of a page. Kinds differ in pattern and in the sign at the head, too."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._font = QFont(font)
        self._font.setPixelSize(GLYPH)
        self._font.setWeight(QFont.Weight.Bold)

    def paint(self, painter: QPainter, markup: Markup, left: float, room: int, focus: int | None) -> None:
        """Draw one row's stripes from `left` on, in a margin `room` wide; `focus` is the one to set off."""
        step = pitch(markup.lanes, room)
        painter.setFont(self._font)
        for stripe in markup.stripes:
            x = left + GAP + stripe.lane * step
            self._paint_one(painter, stripe, x, step >= PITCH, stripe.span.id == focus)

    def _paint_one(self, painter: QPainter, stripe: Stripe, x: float, roomy: bool, focused: bool) -> None:
        ink = QColor(self._theme.kind(stripe.span.kind).ink)
        top = stripe.top
        if focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.kind(stripe.span.kind).strong))
            size = QRectF(x - 4, top - 2, GLYPH + 3, stripe.bottom - top + 4)
            painter.drawRoundedRect(size if roomy else size.adjusted(3, 0, -5, 0), RADIUS, RADIUS)
        if roomy and stripe.heads:
            painter.setPen(ink)
            painter.drawText(QPointF(x - 3, top + GLYPH - 1), GLYPHS[stripe.span.kind])
            top += GLYPH + 3
        place = QRectF(x + 0.5, top, WIDTH, stripe.bottom - top)
        if stripe.span.state == "suggested":
            _hollow(painter, place, ink)
        else:
            PATTERNS[stripe.span.kind](painter, place, ink)


def _solid(painter: QPainter, place: QRectF, ink: QColor) -> None:
    painter.fillRect(place, ink)


def _double(painter: QPainter, place: QRectF, ink: QColor) -> None:
    painter.fillRect(QRectF(place.left(), place.top(), 1.5, place.height()), ink)
    painter.fillRect(QRectF(place.right() - 1.5, place.top(), 1.5, place.height()), ink)


def _dotted(painter: QPainter, place: QRectF, ink: QColor) -> None:
    pen = QPen(ink, 3.2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 1.9])
    painter.setPen(pen)
    x = place.center().x()
    painter.drawLine(QPointF(x, place.top() + 2), QPointF(x, place.bottom() - 1))


def _hollow(painter: QPainter, place: QRectF, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))


PATTERNS: dict[str, Callable[[QPainter, QRectF, QColor], None]] = {
    "task": _solid,
    "target": _double,
    "policy": _dotted,
}


class Handles(NamedTuple):
    """Where the handles of the focused passage stand, in the viewport; None where that end is not set."""

    start: QRectF
    end: QRectF

    def at(self, point: QPointF, reach: float = 9.0) -> str | None:
        """The handle under a point: "start", "end" or none."""
        for name, place in (("end", self.end), ("start", self.start)):
            knob = handle_knob(place, name == "start")
            near = (knob - point).manhattanLength() <= reach
            on_bar = abs(point.x() - place.x()) <= 4 and place.top() <= point.y() <= place.bottom()
            if near or on_bar:
                return name
        return None
