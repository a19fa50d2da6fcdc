"""Joined buttons of which one is chosen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.theme import Theme

SHEET = """
QPushButton {{ border: 1px solid {line}; border-radius: 0; padding: 4px 10px; }}
QPushButton {{ background: {paper}; color: {muted}; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:checked {{ background: {tint}; color: {ink}; }}
QPushButton:disabled {{ color: {faint}; }}
"""
JOINED = "QPushButton:!focus { border-left: 0; }"
FIRST = "QPushButton { border-top-left-radius: 5px; border-bottom-left-radius: 5px; }"
LAST = "QPushButton { border-top-right-radius: 5px; border-bottom-right-radius: 5px; }"


class Segments(QWidget):
    """Shows which name is chosen, or none of them; a click on another asks for it."""

    asked = Signal(str)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.chosen = ""
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for name in names:
            button = QPushButton()
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, name=name: self._ask(name))
            self.group.addButton(button)
            self.buttons[name] = button
            row.addWidget(button, 1)

    def choose(self, name: str) -> None:
        """Show a name as chosen; an empty text shows none."""
        self.chosen = name
        self.group.setExclusive(False)
        for other, button in self.buttons.items():
            button.setChecked(other == name)
        self.group.setExclusive(True)

    def set_texts(self, texts: Mapping[str, str]) -> None:
        for name, text in texts.items():
            self.buttons[name].setText(text)

    def dress(self, theme: Theme, colours: Mapping[str, tuple[str, str]]) -> None:
        """Wear a theme; `colours` are ink and tint of each name when it is chosen."""
        names = list(self.buttons)
        for name, (ink, tint) in colours.items():
            sheet = SHEET.format(
                line=theme.line, paper=theme.paper, muted=theme.muted, hover=theme.hover, accent=theme.accent,
                faint=theme.faint, tint=tint, ink=ink,
            )  # fmt: skip
            ends = (FIRST if name == names[0] else JOINED) + (LAST if name == names[-1] else "")
            self.buttons[name].setStyleSheet(sheet + ends)

    def _ask(self, name: str) -> None:
        if name != self.chosen:
            self.chosen = name
            self.asked.emit(name)
