"""What the window offers while no project is open."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.elided_button import ElidedButton
from desktop.icons import pixmap
from desktop.theme import Theme

WIDTH = 560
SHOWN = 6
"""Recent projects offered here; the menu has the rest."""


class StartPage(QWidget):
    """The mark, three ways to begin, and the recent projects."""

    recent_requested = Signal(Path)

    def __init__(self, begin: Sequence[tuple[QAction, str, str]], parent: QWidget | None = None) -> None:
        """`begin`: an action, the name of its icon and one sentence about it."""
        super().__init__(parent)
        self.setObjectName("start_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.cards = [StartCard(*each) for each in begin]
        self.recent: list[QPushButton] = []
        self.section = QLabel(self.tr("Recent projects"))
        self.section.setObjectName("start_section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._lay_out()

    def _lay_out(self) -> None:
        middle = QFrame()
        middle.setFixedWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._title())
        column.addSpacing(20)
        for card in self.cards:
            column.addWidget(card)
        column.addSpacing(16)
        column.addWidget(self.section)
        column.addLayout(self._recent)
        around = QHBoxLayout(self)
        around.addWidget(middle, 0, Qt.AlignmentFlag.AlignCenter)

    def _title(self) -> QHBoxLayout:
        mark = QLabel()
        mark.setPixmap(pixmap("cezhu", "", 56))
        name = QLabel(self.tr("Cezhu"))
        name.setObjectName("start_name")
        tagline = QLabel(
            self.tr("Read policy documents side by side, tag what they promise, hand in the report.")
        )
        tagline.setObjectName("start_tagline")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(tagline)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(mark)
        row.addLayout(words, 1)
        return row

    def show_recent(self, projects: Sequence[str]) -> None:
        """Offer these projects."""
        for line in self.recent:
            self._recent.removeWidget(line)
            line.deleteLater()
        self.recent = [self._line(Path(project)) for project in projects[:SHOWN]]
        self.section.setVisible(bool(self.recent))
        for line in self.recent:
            self._recent.addWidget(line)

    def _line(self, project: Path) -> QPushButton:
        line = ElidedButton()
        line.setObjectName("start_recent")
        line.setAutoDefault(True)
        line.set_words(f"{project.stem}    {project.parent}")
        line.setToolTip(str(project))
        line.clicked.connect(lambda: self.recent_requested.emit(project))
        return line

    def set_theme(self, theme: Theme) -> None:
        for card in self.cards:
            card.set_theme(theme)


class StartCard(QPushButton):
    """A wide button: a sign, what it does, and a sentence about it."""

    def __init__(self, action: QAction, sign: str, sentence: str) -> None:
        super().__init__()
        self.setObjectName("start_card")
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self._name = sign
        self._sign = QLabel()
        title = QLabel(action.iconText())
        title.setObjectName("start_card_title")
        about = QLabel(sentence)
        about.setObjectName("start_tagline")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(about)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        self.setAccessibleName(action.iconText())
        self.clicked.connect(action.trigger)
        action.enabledChanged.connect(self.setEnabled)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def set_theme(self, theme: Theme) -> None:
        self._sign.setPixmap(pixmap(self._name, theme.accent, 24))
