"""A button whose words end in an ellipsis where it is too narrow for them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

PADDING = 24
"""What the style sheet leaves free on both sides, in pixels."""


class ElidedButton(QPushButton):
    """Takes the width it is given. `full` is the whole text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.full = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_words(self, words: str) -> None:
        self.full = words
        self.setText(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * PADDING, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.ensurePolished()
        room = self.width() - PADDING
        option.text = self.fontMetrics().elidedText(self.full, Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
