"""What may have become of a promise: its words, its colours, and the pill that shows it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from analysis.judge import CHANGED_SCOPE, EXCEEDED, MET, MISSED, NOT_REPORTED, OPEN, PARTLY
from desktop.theme import KindColours, Theme
from exporters.report import TRACE_STATES

PADDING = 8
"""Pixels left and right of the word in a pill."""
ROUND = 4


@dataclass(frozen=True)
class StateColours:
    """Ink and tint of a state in light and in dark; ink on tint reaches WCAG AA (4.5 : 1)."""

    light: KindColours
    dark: KindColours


def _colours(ink: str, tint: str, dark_ink: str, dark_tint: str) -> StateColours:
    return StateColours(KindColours(ink, tint, tint), KindColours(dark_ink, dark_tint, dark_tint))


_GREEN = _colours("#14663a", "#dcf3e4", "#7fd8a2", "#17352a")
_RED = _colours("#a3201a", "#fde4e1", "#ff9c93", "#43211f")
_AMBER = _colours("#7a4d00", "#fdf0cf", "#edc46b", "#3a2f14")
_BLUE = _colours("#24509e", "#e1ebfb", "#9dbdff", "#1f2c47")
_GREY = _colours("#4b5563", "#e9ebef", "#b3bcc8", "#2c3138")

COLOURS = {
    MET: _GREEN,
    EXCEEDED: _GREEN,
    MISSED: _RED,
    PARTLY: _AMBER,
    CHANGED_SCOPE: _BLUE,
    NOT_REPORTED: _AMBER,
    OPEN: _GREY,
}


def word(state: str, language: str) -> str:
    """The name of a state in "zh" or "en", as the target sheet calls it."""
    return next(getattr(choice, language) for choice in TRACE_STATES if choice.value == state)


def colours(state: str, theme: Theme) -> KindColours:
    """The colours of a state in a theme."""
    return COLOURS[state].dark if theme.dark else COLOURS[state].light


def pill_width(text: str, metrics: QFontMetricsF) -> float:
    """The room a pill with this word takes."""
    return metrics.horizontalAdvance(text) + 2 * PADDING


def paint_pill(
    painter: QPainter, place: QRectF, text: str, worn: KindColours, *, proposed: bool = False
) -> None:
    """Draw a word in its colours; what is only proposed has a dashed edge and no tint."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QPen(QColor(worn.ink), 1, Qt.PenStyle.DashLine) if proposed else QPen(Qt.PenStyle.NoPen)
    painter.setPen(edge)
    painter.setBrush(Qt.BrushStyle.NoBrush if proposed else QColor(worn.tint))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
    painter.setPen(QColor(worn.ink))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
