"""The two buttons that count several names as one, and let them stand for themselves again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.popups import open_below


class Merging(QWidget):
    """`chosen` gives the names selected, `merged` those an analyst counts as one with them."""

    merge_requested = Signal(list, str)
    """Names, and the one they are shown under from now on."""
    split_requested = Signal(list)

    def __init__(self, chosen: Callable[[], Sequence[str]], merged: Callable[[], Collection[str]]) -> None:
        super().__init__()
        self.chosen, self.merged, self.read_only = chosen, merged, False
        self.merge, self.split = QPushButton(self.tr("Merge…")), QPushButton(self.tr("Split"))
        self.merge.clicked.connect(lambda: open_below(self.menu(), self.merge))
        self.split.clicked.connect(lambda: self.split_requested.emit(list(self.merged())))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.merge)
        row.addWidget(self.split)

    def menu(self) -> QMenu:
        """The names selected, to choose the one that stays."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self.tr("Count as one, shown under"))
        names = [*self.chosen(), *self.merged()]
        for name in self.chosen():
            menu.addAction(name, partial(self.merge_requested.emit, names, name))
        return menu

    def settle(self) -> None:
        """Enable what can be asked for."""
        self.merge.setEnabled(not self.read_only and len(self.chosen()) > 1)
        self.split.setEnabled(not self.read_only and bool(self.merged()))
