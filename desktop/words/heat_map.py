"""A grid of counts as a picture: the more, the stronger the colour."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, qGray
from PySide6.QtWidgets import QToolTip, QWidget

from analysis.togetherness import Grid
from desktop.theme import LIGHT, Theme

SIDE, LEAST = 72, 34
"""Width and least height of a cell in pixels."""
NAMES = 150
"""The most the names on the left take."""
MARGIN = 12
GAP = 2
SOFT = 0.12
"""Of the accent's strength: a count of one among many."""


class HeatMap(QWidget):
    """Names on the left and on top, counts in the cells; a click asks for a row and a column."""

    asked = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self.grid = Grid((), (), ())
        self.setMouseTracking(True)

    def show_grid(self, grid: Grid) -> None:
        self.grid = grid
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        rows, columns = len(self.grid.rows), len(self.grid.columns)
        return QSize(self._left() + columns * SIDE + MARGIN, self._top() + rows * LEAST + MARGIN)

    def cell(self, row: int, column: int) -> QRect:
        """Where a cell stands."""
        return QRect(self._left() + column * SIDE, self._top() + row * LEAST, SIDE - GAP, LEAST - GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = painter.fontMetrics()
        most = max((count for row in self.grid.counts for count in row), default=0) or 1
        for place, name in enumerate(self.grid.rows):
            box = QRect(MARGIN, self.cell(place, 0).y(), self._left() - MARGIN - 8, LEAST - GAP)
            self._write(painter, metrics, box, name, Qt.AlignmentFlag.AlignRight)
        for place, name in enumerate(self.grid.columns):
            box = QRect(self.cell(0, place).x(), MARGIN, SIDE - GAP, self._top() - MARGIN - 4)
            self._write(painter, metrics, box, name, Qt.AlignmentFlag.AlignHCenter)
        for row, counts in enumerate(self.grid.counts):
            for column, count in enumerate(counts):
                self._paint_cell(painter, self.cell(row, column), count, count / most)
        painter.end()

    def _write(
        self, painter: QPainter, metrics: QFontMetrics, box: QRect, name: str, side: Qt.AlignmentFlag
    ) -> None:
        painter.setPen(QColor(self.theme.muted))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_cell(self, painter: QPainter, box: QRect, count: int, share: float) -> None:
        colour = QColor(self.theme.accent)
        colour.setAlphaF(SOFT + (1 - SOFT) * share if count else 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.panel))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 4, 4)
        if count:
            painter.setPen(self._ink_on(colour))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{count:,}")

    def _ink_on(self, colour: QColor) -> QColor:
        """Of the two inks the one that differs more from a translucent colour on the panel."""
        share, below = colour.alphaF(), qGray(QColor(self.theme.panel).rgb())
        ground = qGray(colour.rgb()) * share + below * (1 - share)
        inks = QColor(self.theme.ink), QColor(self.theme.on_accent)
        return max(inks, key=lambda ink: abs(qGray(ink.rgb()) - ground))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told(self._at(event.pos().x(), event.pos().y())), self)
            return True
        return super().event(event)

    def told(self, place: tuple[int, int] | None) -> str:
        """A cell in words."""
        if place is None:
            return ""
        row, column = place
        names = self.grid.rows[row], self.grid.columns[column]
        return f"{' × '.join(dict.fromkeys(names))}: {self.grid.counts[row][column]:,}"

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(round(event.position().x()), round(event.position().y()))
        if place is not None:
            self.asked.emit(*place)

    def _at(self, x: int, y: int) -> tuple[int, int] | None:
        row, column = (y - self._top()) // LEAST, (x - self._left()) // SIDE
        is_cell = 0 <= row < len(self.grid.rows) and 0 <= column < len(self.grid.columns)
        return (row, column) if is_cell else None

    def _left(self) -> int:
        widths = [self.fontMetrics().horizontalAdvance(name) for name in self.grid.rows]
        return min(NAMES, max(widths, default=0)) + MARGIN + 12

    def _top(self) -> int:
        return self.fontMetrics().height() + MARGIN + 12
