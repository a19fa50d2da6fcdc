"""A coloured line over the panes: something about this project that stays true for a while."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.icons import pixmap
from desktop.theme import Theme


class Banner(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.sign = QLabel()
        self.words = QLabel()
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words; none hides the line."""
        self.words.setText(words)
        self.setVisible(bool(words))

    def set_theme(self, theme: Theme) -> None:
        self.sign.setPixmap(pixmap("lock", theme.on_warning, 18))
