"""The menu of saved searches, each with how much it finds now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget, QWidgetAction

if TYPE_CHECKING:
    from db.models import Saved

MARGIN = 6


class SavedSearches(QMenu):
    """A line to save the present search under a name, the saved ones, and a menu to remove them."""

    save_asked = Signal(str)
    chosen = Signal(dict)
    """What was saved of a search."""
    removal_asked = Signal(int)

    def __init__(
        self,
        saved: Sequence[Saved],
        suggested: str,
        count: Callable[[dict[str, object]], Iterator[int]],
        parent: QWidget,
    ) -> None:
        """`suggested` is the name first offered; none where nothing can be saved.

        `count` counts hits now, those of some documents at a time.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.count = count
        self.setToolTipsVisible(True)
        self.name = QLineEdit(suggested)
        self.name.setPlaceholderText(self.tr("Name for this search"))
        self.name.returnPressed.connect(self._save)
        if suggested:
            self._offer_saving()
        self.entries = [(self._entry(row), row) for row in saved]
        self._waiting = list(self.entries)
        self._counting: Iterator[int] | None = None
        self._counted = 0
        if saved:
            self.addSeparator()
            removing = self.addMenu(self.tr("Remove"))
            for row in saved:
                removing.addAction(row.name, partial(self.removal_asked.emit, row.id))
        elif not suggested:
            self.addAction(self.tr("No search is saved yet: type one first")).setEnabled(False)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._count_next)
        self._turn.start()

    def _offer_saving(self) -> None:
        line = QWidgetAction(self)
        self.name.setMinimumWidth(240)
        self.name.setTextMargins(MARGIN, 0, MARGIN, 0)
        line.setDefaultWidget(self.name)
        self.addAction(line)
        self.addAction(self.tr("Save this search"), self._save)
        self.addSeparator()

    def _entry(self, row: Saved) -> QAction:
        action = self.addAction(row.name, lambda: self.chosen.emit(row.value))
        action.setToolTip(str(row.value.get("query", "")))
        return action

    def _save(self) -> None:
        if self.name.text().strip():
            self.save_asked.emit(self.name.text().strip())
            self.close()

    def _count_next(self) -> None:
        """Count a part of a search a turn, so that the menu stands at once."""
        if not self._waiting:
            self._turn.stop()
            return
        action, row = self._waiting[0]
        if self._counting is None:
            self._counting, self._counted = self.count(row.value), 0
        some = next(self._counting, None)
        if some is None:
            action.setText(f"{row.name}\t{self._counted:,}")
            self._waiting, self._counting = self._waiting[1:], None
        else:
            self._counted += some
