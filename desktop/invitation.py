"""What an empty part of the window says, with a button for what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget


class Invitation(QFrame):
    """Words in the middle; below them a button, where something is offered."""

    accepted = Signal()

    def __init__(self, offer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setObjectName("invitation")
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setWordWrap(True)
        self.button = QPushButton(offer)
        self.button.clicked.connect(self.accepted)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, words: str, offered: bool) -> None:
        """Show these words, and the button or not."""
        self.label.setText(words)
        self.button.setVisible(offered)

    def text(self) -> str:
        return self.label.text()
