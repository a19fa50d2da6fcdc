"""Menus and small windows that open beside what they belong to."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget


def open_below(popup: QWidget, anchor: QWidget) -> None:
    """Open below the anchor, or above it where the screen ends; never past the screen's sides."""
    screen = anchor.screen().availableGeometry()
    popup.adjustSize()
    corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
    if corner.y() + popup.height() > screen.bottom():
        corner.setY(anchor.mapToGlobal(QPoint(0, 0)).y() - popup.height() - 2)
    farthest = screen.right() - popup.width()
    popup.move(max(screen.left(), min(corner.x(), farthest)), max(screen.top(), corner.y()))
    popup.show()


class TickMenu(QMenu):
    """A menu that stays open while lines are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True
