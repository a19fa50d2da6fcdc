"""Three joined buttons that say of what kind a passage is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from db.kinds import KINDS
from desktop.theme import Theme

SHEET = """
QPushButton {{ border: 1px solid {line}; border-radius: 0; padding: 4px 0; }}
QPushButton {{ background: {paper}; color: {muted}; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:checked {{ background: {tint}; color: {ink}; font-weight: 600; }}
QPushButton:disabled {{ color: {faint}; }}
"""
ENDS = {0: "border-top-left-radius: 5px; border-bottom-left-radius: 5px;"}
ENDS[len(KINDS) - 1] = "border-top-right-radius: 5px; border-bottom-right-radius: 5px;"


class KindSwitch(QWidget):
    """Shows one kind, or none where passages differ; a click on another asks for it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.kind = ""
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for name in KINDS:
            button = QPushButton()
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, name=name: self._choose(name))
            self.group.addButton(button)
            self.buttons[name] = button
            row.addWidget(button, 1)

    def set_kind(self, kind: str) -> None:
        """Show a kind; an empty text shows none."""
        self.kind = kind
        self.group.setExclusive(False)
        for name, button in self.buttons.items():
            button.setChecked(name == kind)
        self.group.setExclusive(True)

    def set_language(self, language: str) -> None:
        for name, button in self.buttons.items():
            button.setText(f"{KINDS[name].heading(language)}  {KINDS[name].key}")

    def set_theme(self, theme: Theme) -> None:
        for place, (name, button) in enumerate(self.buttons.items()):
            colours = theme.kind(name)
            sheet = SHEET.format(
                line=theme.line, paper=theme.paper, muted=theme.muted, hover=theme.hover, accent=theme.accent,
                faint=theme.faint, tint=colours.tint, ink=colours.ink,
            )  # fmt: skip
            joined = "" if place == 0 else "QPushButton { border-left: 0; }"
            button.setStyleSheet(f"{sheet}{joined}QPushButton {{ {ENDS.get(place, '')} }}")

    def _choose(self, kind: str) -> None:
        if kind != self.kind:
            self.chosen.emit(kind)
