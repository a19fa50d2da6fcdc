"""Painting passages: tints, outlines, stripes in the margin, and the handles of the focused one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from desktop.reading.markup import Markup, Stripe
from desktop.theme import Theme

GLYPHS = {"task": "任", "target": "目", "policy": "策"}
GAP, PITCH, LEAST_PITCH = 14, 15, 5
"""From the text to the first stripe, and from stripe to stripe where there is room and where not."""
WIDTH = 4
RAIL, DOT, DOT_GAP = 1.0, 3.0, 3.0
"""Of the double stripe, and of the dotted one."""
DOTS = 600.0
"""Height of the column that dotted stripes are cut from; a longer stripe has one of its own."""
GLYPH, SIGN_ASIDE = 11, 3.5
"""Size of the sign at the head of a stripe, and how far it stands out to its left."""
RADIUS = 3
HANDLE = 4.5
"""Radius of the knob of a handle."""


def paint_tints(painter: QPainter, theme: Theme, markup: Markup, clip: QRect) -> None:
    """Lay a tint behind the words of every passage."""
    painter.setPen(Qt.PenStyle.NoPen)
    seen = QRectF(clip)
    for kind, tints in groupby(markup.tints, key=lambda tint: tint[0]):
        painter.setBrush(QColor(theme.kind(kind).tint))
        for _, rectangle in tints:
            if seen.intersects(rectangle):
                painter.drawRoundedRect(rectangle, RADIUS, RADIUS)


def paint_lines(painter: QPainter, theme: Theme, markup: Markup) -> None:
    """Frame suggestions with dashes, underline what passages share; all on whole pixels, so unsmoothed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for kind, lines in markup.outlines.items():
        painter.setPen(QPen(QColor(theme.kind(kind).ink), 1, Qt.PenStyle.DashLine))
        painter.drawLines(lines)
    if markup.underlines:
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLines(markup.underlines)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


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
        self._inks = {kind: QColor(theme.kind(kind).ink) for kind in GLYPHS}
        self._strong = {kind: QColor(theme.kind(kind).strong) for kind in GLYPHS}
        self._font = QFont(font)
        self._font.setPixelSize(GLYPH)
        self._font.setWeight(QFont.Weight.Bold)

    def paint(
        self, painter: QPainter, markup: Markup, left: float, room: int, focus: int | None, clip: QRect
    ) -> None:
        """Draw one row's stripes from `left` on, in a margin `room` wide; `focus` is the one to set off."""
        step = pitch(markup.lanes, room)
        painter.setFont(self._font)
        seen = (
            stripe for stripe in markup.stripes if stripe.top <= clip.bottom() and stripe.bottom >= clip.top()
        )
        for stripe in seen:
            x = left + GAP + stripe.lane * step
            if stripe.span.id == focus:
                self._paint_focus(painter, stripe, x, step)
            self._paint_one(painter, stripe, x, step > GLYPH)

    def _paint_focus(self, painter: QPainter, stripe: Stripe, x: float, step: float) -> None:
        aside = min(SIGN_ASIDE + 1, (step - WIDTH) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._strong[stripe.span.kind])
        place = QRectF(x - aside, stripe.top - 2, WIDTH + 2 * aside, stripe.bottom - stripe.top + 4)
        painter.drawRoundedRect(place, RADIUS, RADIUS)

    def _paint_one(self, painter: QPainter, stripe: Stripe, x: float, roomy: bool) -> None:
        span, _, top, bottom, heads = stripe
        ink = self._inks[span.kind]
        if roomy and heads:
            painter.setPen(ink)
            painter.drawText(QPointF(x - SIGN_ASIDE, top + GLYPH - 1), GLYPHS[span.kind])
            top += GLYPH + 3
        place = QRectF(x, top, WIDTH, bottom - top)
        if span.state == "suggested":
            _hollow(painter, place, ink)
        else:
            PATTERNS[span.kind](painter, place, ink)


def _solid(painter: QPainter, place: QRectF, ink: QColor) -> None:
    painter.fillRect(place, ink)


def _double(painter: QPainter, place: QRectF, ink: QColor) -> None:
    """Two lines with a gap."""
    painter.fillRect(QRectF(place.left(), place.top(), RAIL, place.height()), ink)
    painter.fillRect(QRectF(place.right() - RAIL, place.top(), RAIL, place.height()), ink)


def _dotted(painter: QPainter, place: QRectF, ink: QColor) -> None:
    """Round dots, as many as fit, cut from a column of them that is painted once."""
    count = int((place.height() + DOT_GAP) // (DOT + DOT_GAP))
    height = count * (DOT + DOT_GAP)
    scale = painter.device().devicePixelRatioF()
    column = _dots(ink.rgb(), scale, max(height, DOTS))
    source = QRectF(0, 0, WIDTH * scale, height * scale)
    painter.drawPixmap(QRectF(place.left(), place.top(), WIDTH, height), column, source)


@lru_cache(maxsize=16)
def _dots(rgb: int, scale: float, height: float) -> QPixmap:
    """A column of dots in one ink, `height` points high."""
    column = QPixmap(round(WIDTH * scale), round(height * scale))
    column.setDevicePixelRatio(scale)
    column.fill(Qt.GlobalColor.transparent)
    painter = QPainter(column)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(rgb), DOT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    count = int(height // (DOT + DOT_GAP))
    painter.drawPoints([QPointF(WIDTH / 2, DOT / 2 + at * (DOT + DOT_GAP)) for at in range(count)])
    painter.end()
    return column


def _hollow(painter: QPainter, place: QRectF, ink: QColor) -> None:
    """The frame of a solid stripe, dashed like what it stands for."""
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
