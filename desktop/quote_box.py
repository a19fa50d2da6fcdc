"""The words of a passage, wrapped, and links to where they stand."""

from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

BAR = 3
GAP = 10
"""Pixels of the bar in the kind's colour, and between it and the words."""
LINE = 1.5
"""Of the font's height."""
ELLIPSIS = "…"


class QuoteBox(QWidget):
    """Wrapped words beside a bar in the kind's colour; long ones end after `most` lines until expanded.

    Short ones keep the room of as many, so that what stands below keeps its place.
    """

    elided = Signal(bool)
    """Whether there are more lines than are shown unexpanded."""

    def __init__(self, most: int = 3) -> None:
        super().__init__()
        self.most, self.expanded = most, False
        self.text, self.colour = "", QColor()
        self._layout = QTextLayout()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        self.text = text.replace("\n", " ")
        self.setAccessibleName(self.text)
        self._fit()

    def set_colour(self, colour: str) -> None:
        self.colour = QColor(colour)
        self.update()

    def set_expanded(self, expanded: bool) -> None:
        self.expanded = expanded
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def shown_lines(self) -> int:
        lines = self._layout.lineCount()
        return lines if self.expanded else min(lines, self.most)

    def _fit(self) -> None:
        height = self.fontMetrics().height() * LINE
        self._layout = _wrapped(self.text, self, self.width() - BAR - GAP, height)
        self.setFixedHeight(round(max(self.shown_lines(), self.most) * height))
        self.elided.emit(self._layout.lineCount() > self.most)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        words = self.shown_lines() * self.fontMetrics().height() * LINE
        painter.drawRoundedRect(QRectF(0, 2, BAR, words - 4), 1.5, 1.5)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown, origin = self.shown_lines(), QPointF(BAR + GAP, 0)
        for place in range(shown):
            line = self._layout.lineAt(place)
            if place == shown - 1 < self._layout.lineCount() - 1:
                self._draw_cut(painter, line, origin)
            else:
                line.draw(painter, origin)
        painter.end()

    def _draw_cut(self, painter: QPainter, line: QTextLine, origin: QPointF) -> None:
        """Draw whole characters of a line as far as … has room behind them."""
        room = line.width() - self.fontMetrics().horizontalAdvance(ELLIPSIS)
        cut = line.xToCursor(room, QTextLine.CursorPosition.CursorOnCharacter)
        edge = origin.x() + cast(tuple[float, int], line.cursorToX(cut))[0]
        painter.save()
        painter.setClipRect(QRectF(0, 0, edge, self.height()))
        line.draw(painter, origin)
        painter.restore()
        painter.drawText(QPointF(edge, line.y() + line.ascent()), ELLIPSIS)


def _wrapped(text: str, widget: QWidget, width: float, height: float) -> QTextLayout:
    """The text laid out in lines of that width, each centred in a stripe of that height."""
    layout = QTextLayout(text, widget.font(), widget)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top + (height - line.height()) / 2))
        top += height
    layout.endLayout()
    return layout


class LinkButton(QAbstractButton):
    """A line of text in the colour of links, shortened in its middle where room is short."""

    def __init__(self, text: str = "", fixed: bool = False) -> None:
        super().__init__()
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        across = QSizePolicy.Policy.Fixed if fixed else QSizePolicy.Policy.Ignored
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance(self.text()) + 4, round(self.fontMetrics().height() * LINE)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = painter.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        role = QPalette.ColorRole.Link if self.isEnabled() else QPalette.ColorRole.PlaceholderText
        painter.setPen(self.palette().color(role))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
