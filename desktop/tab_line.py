"""Tabs in a line, with a stroke under the one that is shown."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTabBar, QWidget


class TabLine(QTabBar):
    """Tabs as wide as their words; the one shown is bold, and none moves when another is shown."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what the style sheet calls it."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setDrawBase(False)
        self.setExpanding(False)

    def tabSizeHint(self, index: int) -> QSize:
        size = super().tabSizeHint(index)
        if index != self.currentIndex():
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            words = self.tabText(index)
            more = QFontMetrics(bold).horizontalAdvance(words) - self.fontMetrics().horizontalAdvance(words)
            size.setWidth(size.width() + max(0, more))
        return size
