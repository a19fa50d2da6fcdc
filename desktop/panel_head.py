"""The slim head of a panel: its name, a count, and small buttons."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

HEIGHT = 36


class PanelHead(QFrame):
    """Name and count on the left, buttons on the right."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self.setFixedHeight(HEIGHT)
        self.name = QLabel(name)
        self.name.setObjectName("head_name")
        self.count = QLabel()
        self.count.setObjectName("head_count")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 0, 4, 0)
        self.row.setSpacing(2)
        self.row.addWidget(self.name)
        self.row.addSpacing(6)
        self.row.addWidget(self.count)
        self.row.addStretch(1)

    def add(self, action: QAction) -> QToolButton:
        """A small button for an action, after those already there."""
        button = small_button(action)
        self.row.addWidget(button)
        return button


def small_button(action: QAction) -> QToolButton:
    """A flat button with an icon of 16 pixels."""
    button = QToolButton()
    button.setObjectName("small")
    button.setIconSize(QSize(16, 16))
    button.setDefaultAction(action)
    return button
