"""The four parts of an open project on one desk: library, panes, inspector, and the ledgers below."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.inspector import Inspector
from desktop.ledger_panel import LedgerPanel
from desktop.library_panel import LibraryPanel
from desktop.reading_view import ReadingView
from desktop.theme import Theme

COLUMNS = (264, 1010, 326)
ROWS = (650, 240)
"""Widths and heights of the parts in a window of 1600 × 1000, to begin with."""


class Desk(QWidget):
    """Lays the parts out, hides and shows them, and remembers their sizes."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """`language` is "zh" or "en": that of the names of kinds and fields."""
        super().__init__(parent)
        self.library = LibraryPanel()
        self.reading = ReadingView()
        self.inspector = Inspector(language)
        self.ledgers = LedgerPanel(language)
        self.columns = _splitter(Qt.Orientation.Horizontal, self.library, self.reading, self.inspector)
        self.rows = _splitter(Qt.Orientation.Vertical, self.columns, self.ledgers)
        self.columns.setStretchFactor(1, 1)
        self.rows.setStretchFactor(0, 1)
        for part, width in ((self.library, 180), (self.reading, 300), (self.inspector, 240)):
            part.setMinimumWidth(width)
        self.ledgers.setMinimumHeight(120)
        self.columns.setSizes(list(COLUMNS))
        self.rows.setSizes(list(ROWS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    @property
    def sides(self) -> dict[str, QWidget]:
        """The parts that can be hidden, by the names of their commands."""
        return {"library": self.library, "inspector": self.inspector, "ledgers": self.ledgers}

    def shows(self, name: str) -> Callable[[bool], None]:
        """What the command of a part calls."""
        return self.sides[name].setVisible

    def show_ledger(self, name: str) -> None:
        """Bring a ledger to the front, and the keyboard to it."""
        self.ledgers.show()
        self.ledgers.show_tab(name)
        self.ledgers.page.view.setFocus()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.library, self.reading, self.inspector, self.ledgers):
            part.set_theme(theme)

    def set_read_only(self, read_only: bool) -> None:
        self.inspector.set_read_only(read_only)
        self.ledgers.set_read_only(read_only)

    def state(self) -> dict[str, Any]:
        """Sizes and hidden parts, as plain values."""
        hidden = [name for name, part in self.sides.items() if part.isHidden()]
        return {"columns": self.columns.sizes(), "rows": self.rows.sizes(), "hidden": hidden}

    def restore(self, state: dict[str, Any]) -> None:
        """What `state` gave; what does not fit is passed over."""
        for splitter, name in ((self.columns, "columns"), (self.rows, "rows")):
            sizes = state.get(name, [])
            if len(sizes) == splitter.count() and all(type(size) is int for size in sizes) and any(sizes):
                splitter.setSizes(sizes)
        for name, part in self.sides.items():
            part.setHidden(name in state.get("hidden", []))


def _splitter(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for part in parts:
        splitter.addWidget(part)
    return splitter
