"""What the marks of a timeline mean."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import LIGHT, Theme
from desktop.tracking import states

SIDE, GAP = 12, 18
"""Pixels of a mark, and between two entries."""


class Legend(QWidget):
    """One line: a hollow mark for what was promised, filled ones for what was reported."""

    def __init__(self, promised: str, reported: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.promised, self.reported, self.theme = promised, reported, LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() + 6)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.ink), 1.4))
        painter.drawEllipse(self._square(1).adjusted(1, 1, -1, -1))
        left = self._name(painter, 1, self.promised)
        for state, words in self.reported:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(states.colours(state, self.theme).ink))
            self._mark(painter, state, self._square(left))
            left = self._name(painter, left, words)
        painter.end()

    def _square(self, left: float) -> QRectF:
        return QRectF(left, (self.height() - SIDE) / 2, SIDE, SIDE)

    def _name(self, painter: QPainter, left: float, words: str) -> float:
        """Write what a mark means behind it; where the next one stands."""
        painter.setPen(QColor(self.theme.muted))
        width = self.fontMetrics().horizontalAdvance(words)
        place = QRectF(left + SIDE + 6, 0, width + 2, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        return place.right() + GAP

    def _mark(self, painter: QPainter, state: str, place: QRectF) -> None:
        middle = place.center().x()
        if state == "met":
            painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        elif state == "exceeded":
            painter.drawPolygon(
                QPolygonF([place.bottomLeft(), place.bottomRight(), QPointF(middle, place.top())])
            )
        elif state == "missed":
            painter.drawPolygon(
                QPolygonF([place.topLeft(), place.topRight(), QPointF(middle, place.bottom())])
            )
        else:
            painter.drawRect(place.adjusted(1, 1, -1, -1))
