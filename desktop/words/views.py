"""The views of the window of words that can be painted off screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.words.window import TABS

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


def _tab(name: str) -> Callable[[MainWindow], None]:
    """A tab of the window of words, filled."""

    def shown(window: MainWindow) -> None:
        window.commands["words"].trigger()
        dialog = window.word_work.dialog
        assert dialog is not None
        while window.word_work.busy:
            QApplication.processEvents()
        for row in range(4):
            index = dialog.frequency.words.index(row, 0)
            select = dialog.frequency.selectionModel()
            select.select(index, select.SelectionFlag.Select | select.SelectionFlag.Rows)
        if name == "through_years":
            dialog.draw.click()
        dialog.show_tab(name)

    return shown


VIEWS = {name: _tab(name) for name in TABS}
