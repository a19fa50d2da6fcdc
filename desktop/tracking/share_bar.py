"""How much of two documents is new, dropped, reworded and the same: one stacked bar with its figures."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from analysis.judge import CHANGED_SCOPE, MET, MISSED, OPEN
from desktop.theme import LIGHT, Theme
from desktop.tracking import states
from desktop.tracking.compared import DROPPED, NEW, REWORDED, SAME

BAR = 16
WORN = {NEW: MET, DROPPED: MISSED, REWORDED: CHANGED_SCOPE, SAME: OPEN}
"""The colours of a share are those of a state of promises: green, red, blue, grey."""
HATCHED = {NEW: Qt.BrushStyle.BDiagPattern, DROPPED: Qt.BrushStyle.FDiagPattern}
"""What is told apart by more than its colour."""


class ShareBar(QWidget):
    """Shares in their order, each with its name, figure and per cent below."""

    def __init__(self, names: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.names, self.theme = list(names), LIGHT
        self.counts: Mapping[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(400, BAR + self.fontMetrics().height() + 10)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self.setAccessibleDescription(", ".join(self.words()))
        self.update()

    def words(self) -> list[str]:
        """Name, figure and share of each."""
        whole = max(1, sum(self.counts.get(state, 0) for state, _ in self.names))
        counts = [(name, self.counts.get(state, 0)) for state, name in self.names]
        return [f"{name} {count:,} · {count / whole:.0%}" for name, count in counts]

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = sum(self.counts.get(state, 0) for state, _ in self.names)
        left, told = 0.0, 0.0
        for (state, _), words in zip(self.names, self.words(), strict=True):
            width = self.width() * self.counts.get(state, 0) / whole if whole else 0
            self._fill(painter, state, QRectF(left, 0, max(width - 2, 0), BAR))
            told = self._name(painter, state, words, told)
            left += width
        painter.end()

    def _fill(self, painter: QPainter, state: str, place: QRectF) -> None:
        worn = states.colours(WORN[state], self.theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.tint))
        painter.drawRoundedRect(place, 3, 3)
        ink = QColor(worn.ink)
        if state in HATCHED:
            ink.setAlpha(150)
            painter.fillRect(place.adjusted(1, 1, -1, -1), QBrush(ink, HATCHED[state]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(worn.ink), 1))
        if place.width() > 1:
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _name(self, painter: QPainter, state: str, words: str, left: float) -> float:
        top = BAR + 6.0
        height = self.fontMetrics().height()
        worn = states.colours(WORN[state], self.theme)
        self._fill(painter, state, QRectF(left, top + height / 2 - 5, 10, 10))
        painter.setPen(QColor(worn.ink))
        width = self.fontMetrics().horizontalAdvance(words)
        painter.drawText(QRectF(left + 16, top, width + 2, height), Qt.AlignmentFlag.AlignVCenter, words)
        return left + 16 + width + 24
