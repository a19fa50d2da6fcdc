"""Documents to be ticked, by the year they speak of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

if TYPE_CHECKING:
    from db.documents import Shelved

TICKED, OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked
TREE, COUNT = 0, 1
"""Columns."""
LINE = QSize(0, 28)


class DocumentTicks(QTreeWidget):
    """Years over their documents; ticking a year ticks all of it. Behind each document stands a count."""

    changed = Signal()

    def __init__(self, documents: Sequence[Shelved], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document_ticks")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(20)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(TREE, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        self._items: dict[int, QTreeWidgetItem] = {}
        by_year = sorted(documents, key=lambda document: document.reference_year or 9999)
        for year, rows in groupby(by_year, lambda document: document.reference_year):
            self._add_year(str(year) if year else self.tr("No year"), rows)
        self.expandAll()
        if first := self.topLevelItem(0):
            self.setCurrentItem(first)
        self.itemChanged.connect(lambda _item, column: self.changed.emit() if column == TREE else None)

    def ticked(self) -> tuple[int, ...]:
        """The ids of the ticked documents, from top to bottom."""
        return tuple(id_ for id_, item in self._items.items() if item.checkState(TREE) == TICKED)

    def tick(self, ids: Collection[int]) -> None:
        """Tick these documents, and no others."""
        with QSignalBlocker(self):
            for id_, item in self._items.items():
                item.setCheckState(TREE, TICKED if id_ in ids else OPEN)
        self.viewport().update()
        self.changed.emit()

    def show_counts(self, counts: dict[int, int]) -> None:
        """Write a figure behind each document, by its id."""
        with QSignalBlocker(self):
            for id_, item in self._items.items():
                item.setText(COUNT, f"{counts[id_]:,}  " if counts[id_] else "")
        self.viewport().update()

    def _add_year(self, year: str, documents: Iterable[Shelved]) -> None:
        above = QTreeWidgetItem(self, [year])
        above.setFlags(above.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        above.setSizeHint(TREE, LINE)
        for document in documents:
            item = QTreeWidgetItem(above, [document.title])
            item.setToolTip(TREE, "\n".join(filter(None, (document.title, document.issuer))))
            item.setSizeHint(TREE, LINE)
            item.setCheckState(TREE, TICKED)
            item.setForeground(COUNT, self.palette().placeholderText())
            item.setTextAlignment(COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._items[document.id] = item
