"""What the window offers while no project is open."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.icons import icon, pixmap
from desktop.theme import Theme

WIDTH = 520
SHOWN = 6
"""Recent projects offered here; the menu has the rest."""


class StartPage(QWidget):
    """The mark, three ways to begin, and the recent projects."""

    recent_requested = Signal(Path)

    def __init__(self, begin: Sequence[tuple[QAction, str, str]], parent: QWidget | None = None) -> None:
        """`begin`: an action, the name of its icon and one sentence about it."""
        super().__init__(parent)
        self.setObjectName("start_page")
        self._icons: list[tuple[QToolButton, str]] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._theme: Theme | None = None
        self._projects: list[str] = []
        middle = QFrame()
        middle.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._add_title()
        for action, name, sentence in begin:
            self._column.addWidget(self._card(action, name, sentence))
        self._column.addSpacing(16)
        self._column.addLayout(self._recent)
        around = QHBoxLayout(self)
        around.addWidget(middle, 0, Qt.AlignmentFlag.AlignCenter)

    def _add_title(self) -> None:
        mark = QLabel()
        mark.setPixmap(pixmap("cezhu", "", 56))
        name = QLabel(self.tr("Cezhu"))
        name.setObjectName("start_name")
        tagline = QLabel(
            self.tr("Read policy documents side by side, tag what they promise, hand in the report.")
        )
        tagline.setObjectName("start_tagline")
        tagline.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(tagline)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(mark)
        row.addLayout(words, 1)
        self._column.addLayout(row)
        self._column.addSpacing(20)

    def _card(self, action: QAction, name: str, sentence: str) -> QToolButton:
        card = QToolButton()
        card.setObjectName("start_card")
        card.setSizePolicy(card.sizePolicy().horizontalPolicy().Expanding, card.sizePolicy().verticalPolicy())
        card.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        card.setIconSize(QSize(24, 24))
        card.setText(f"{action.iconText()}\n{sentence}")
        card.clicked.connect(action.trigger)
        self._icons.append((card, name))
        return card

    def show_recent(self, projects: Sequence[str]) -> None:
        """Offer these projects."""
        self._projects = list(projects[:SHOWN])
        while (item := self._recent.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        if self._projects:
            title = QLabel(self.tr("Recent projects"))
            title.setObjectName("start_section")
            self._recent.addWidget(title)
        for project in self._projects:
            self._recent.addWidget(self._line(Path(project)))

    def _line(self, project: Path) -> QToolButton:
        line = QToolButton()
        line.setObjectName("start_recent")
        line.setSizePolicy(line.sizePolicy().horizontalPolicy().Expanding, line.sizePolicy().verticalPolicy())
        line.setText(f"{project.stem}    {project.parent}")
        line.setToolTip(str(project))
        line.clicked.connect(lambda: self.recent_requested.emit(project))
        return line

    def set_theme(self, theme: Theme) -> None:
        for card, name in self._icons:
            card.setIcon(icon(name, theme, theme.accent))
