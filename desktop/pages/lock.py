"""What a pane says where it has no pages to show, and the place to enter a password."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.pages.problems import PagesLocked
from desktop.problem_box import sentence

WIDTH = 420
"""Of the sentence, and of the password below it."""


class Lock(QFrame):
    """A sentence in the middle of the pane, over the pages that are not there."""

    password_given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page_lock")
        self.words = QLabel()
        self.words.setObjectName("invitation")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.password = QLineEdit()
        self.password.setObjectName("page_password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Password"))
        self.password.returnPressed.connect(self._give)
        self.give = QPushButton(self.tr("Show the pages"))
        self.give.clicked.connect(self._give)
        self.form = QWidget()
        row = QHBoxLayout(self.form)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.password, 1)
        row.addWidget(self.give)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.form, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        for part in (self.words, self.form):
            part.setFixedWidth(max(120, min(WIDTH, self.width() - 48)))
        super().resizeEvent(event)

    def tell(self, problem: Exception) -> None:
        """Say what is in the way; where it is a password, ask for it."""
        locked = isinstance(problem, PagesLocked)
        self.words.setText(sentence(problem))
        self.form.setVisible(locked)
        self.password.clear()
        self.show()
        self.raise_()
        if locked:
            self.password.setFocus()

    def _give(self) -> None:
        if self.password.text():
            self.password_given.emit(self.password.text())
