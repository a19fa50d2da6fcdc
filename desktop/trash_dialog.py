"""The trash: removed documents, to be restored or deleted for good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialog_parts import answers, hint, lay_out, question
from desktop.inspector import local_time

if TYPE_CHECKING:
    from db.documents import Shelved

ID = Qt.ItemDataRole.UserRole
LINE = QSize(0, 32)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TrashDialog(QDialog):
    """Asks to restore the chosen documents, by Enter too, or to empty the trash; shows what is told next."""

    restore_requested = Signal(list)
    """Ids of documents."""
    empty_requested = Signal()

    def __init__(self, rows: Sequence[Shelved], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trash_dialog")
        self.setWindowTitle(self.tr("Trash"))
        self.setMinimumSize(640, 360)
        self.list = self._fresh_list()
        self.invitation = QLabel(self.tr("The trash is empty."))
        self.invitation.setObjectName("invitation")
        self.invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint = hint(self.tr("Restored documents come back with all their passages."))
        self.empty = QPushButton(self.tr("Empty the trash…"))
        self.empty.setAutoDefault(False)
        self.buttons, self.restore = answers(self, self.tr("Restore"), self.tr("Close"))
        self._lay_out()
        self.empty.clicked.connect(self._ask)
        self.list.itemSelectionChanged.connect(self._settle)
        self.list.itemDoubleClicked.connect(self.restore.click)
        self._fill(rows)

    def _fresh_list(self) -> QTreeWidget:
        fresh = QTreeWidget()
        fresh.setHeaderLabels([self.tr("Document"), self.tr("Passages"), self.tr("Removed")])
        fresh.setRootIsDecorated(False)
        fresh.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        fresh.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = fresh.header()
        head.setSectionsMovable(False)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        fresh.headerItem().setTextAlignment(1, RIGHT)
        return fresh

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.invitation)
        content = QVBoxLayout()
        content.setSpacing(8)
        content.addWidget(self.pages, 1)
        content.addWidget(self.hint)
        foot = QHBoxLayout()
        foot.addWidget(self.empty)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        lay_out(self, content, foot)

    def show(self, rows: Sequence[Shelved] | None = None) -> None:
        """Open, or with rows, show these documents in place of those before."""
        if rows is not None:
            self._fill(rows)
        super().show()

    def _fill(self, rows: Sequence[Shelved]) -> None:
        self.list.clear()
        for row in sorted(rows, key=lambda row: row.trashed or row.imported, reverse=True):
            removed = local_time(row.trashed) if row.trashed else ""
            item = QTreeWidgetItem(self.list, [row.title, f"{sum(row.counts.values()):,}", removed])
            item.setData(0, ID, row.id)
            item.setSizeHint(0, LINE)
            item.setTextAlignment(1, RIGHT)
            item.setToolTip(0, row.title)
        if first := self.list.topLevelItem(0):
            self.list.setCurrentItem(first)
        self.pages.setCurrentWidget(self.list if rows else self.invitation)
        self.hint.setVisible(bool(rows))
        self._settle()

    def accept(self) -> None:
        """Restore, and stay."""
        if chosen := [item.data(0, ID) for item in self.list.selectedItems()]:
            self.restore_requested.emit(chosen)

    def _settle(self) -> None:
        self.empty.setEnabled(self.list.topLevelItemCount() > 0)
        self.restore.setEnabled(bool(self.list.selectedItems()))

    def _ask(self) -> None:
        """Emptying is the one thing that cannot be undone: say so first."""
        words = self.tr("Delete what is in the trash for good? Documents: {count}.")
        self.question = question(
            self,
            words.format(count=f"{self.list.topLevelItemCount():,}"),
            self.tr(
                "The documents, their passages and the files they were imported from are deleted. "
                "Nothing that was done before can be undone afterwards."
            ),
            self.tr("Delete for good"),
        )
        self.question.accepted.connect(self.empty_requested)
        self.question.open()
