"""Labels as coloured chips that flow over lines."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

SPACE = 6
HEIGHT = 24
DOT = 8
CROSS = 18
"""Pixels: between chips, of a chip, of its dot, of the place of its cross."""


class Flow(QLayout):
    """Widgets one after the other, on as many lines as they need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((rect.bottom() + 1 for rect in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = max((item.sizeHint().width() for item in self._items), default=0)
        return QSize(min(widest, 80), HEIGHT)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> list[QRect]:
        places, corner = [], QPoint(0, 0)
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(max(width, 1), HEIGHT))
            if corner.x() and corner.x() + size.width() > width:
                corner = QPoint(0, corner.y() + HEIGHT + SPACE)
            places.append(QRect(corner, size))
            corner += QPoint(size.width() + SPACE, 0)
        return places


class Chip(QWidget):
    """A label: a dot in its colour, its name, and a cross to take it off. `partly`: not on all passages."""

    taken = Signal()

    def __init__(self, name: str, colour: str, partly: bool = False) -> None:
        super().__init__()
        self.name, self.colour, self.partly = name, QColor(colour), partly
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("{name}, on some of the passages").format(name=name) if partly else name)
        self.setAccessibleName(self.toolTip())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.name) + 8 + DOT + 6 + CROSS + 4, HEIGHT)

    def cross(self) -> QRect:
        return QRect(self.width() - CROSS - 3, 0, CROSS, self.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isEnabled() and self.cross().contains(event.position().toPoint()):
            self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.isEnabled():
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = QColor(self.colour)
        tint.setAlphaF(0.08 if self.partly else 0.16)
        edge = self.palette().color(QPalette.ColorRole.Link) if self.hasFocus() else self.colour
        painter.setBrush(tint)
        painter.setPen(QPen(edge, 1, Qt.PenStyle.DashLine if self.partly else Qt.PenStyle.SolidLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        painter.drawEllipse(QRectF(8, (self.height() - DOT) / 2, DOT, DOT))
        self._draw_words(painter)
        painter.end()

    def _draw_words(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        left = 8 + DOT + 6
        room = QRect(left, 0, self.cross().left() - left, self.height())
        words = self.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.3))
        middle = QRectF(self.cross()).center()
        for way in (1, -1):
            painter.drawLine(middle + QPoint(-3, -3 * way), middle + QPoint(3, 3 * way))


class Chips(QWidget):
    """The chips of some labels, and the button that adds more behind them."""

    taken = Signal(int)

    def __init__(self, last: QWidget) -> None:
        super().__init__()
        self.flow = Flow(self)
        self.flow.addWidget(last)
        self.last = last
        self.chips: dict[int, Chip] = {}

    def show_labels(self, labels: Iterable[tuple[int, str, str, bool]]) -> None:
        """Show id, name, colour of each label and whether only some of the passages have it."""
        for chip in self.chips.values():
            self.flow.removeWidget(chip)
            chip.deleteLater()
        self.chips = {}
        self.flow.removeWidget(self.last)
        for label_id, name, colour, partly in labels:
            chip = Chip(name, colour, partly)
            chip.taken.connect(lambda taken=label_id: self.taken.emit(taken))
            self.chips[label_id] = chip
            self.flow.addWidget(chip)
        self.flow.addWidget(self.last)
        self.updateGeometry()
