"""One tab of the ledgers: a table, or a sentence that says why there is none."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from db.kinds import KINDS
from desktop.ledger_model import LedgerModel
from desktop.ledger_view import LedgerView
from desktop.theme import Theme


class LedgerPage(QStackedWidget):
    """The rows of a model in a view; without rows, `empty` is said instead."""

    reveal_requested = Signal(int, int, int, object, bool)
    """Document, start, end, id of the passage if it is one, and whether beside."""
    show_requested = Signal(int, int, int)
    """Document, start and end of the one row chosen here: to be shown where its document is open."""
    told = Signal()
    """The counts of rows shown or selected are others."""
    view_of = LedgerView
    is_cut = False
    """Whether there are more rows than are listed."""

    def __init__(self, model: LedgerModel, names: QStringListModel, empty: str) -> None:
        super().__init__()
        self.model, self.empty = model, empty
        self.view = self.view_of(model, names)
        self.stale = True
        self.message = QLabel()
        self.message.setObjectName("invitation")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.lift = QPushButton(self.tr("Show all rows"))
        self.lift.clicked.connect(self.lift_filters)
        self._lay_out()
        self.view.row_activated.connect(self._reveal)
        self.view.selection_changed.connect(self.told)
        self.view.selection_changed.connect(self._show)
        self.view.clicked.connect(lambda _index: self._show())
        for signal in (model.modelReset, model.headerDataChanged):
            signal.connect(self.settle)
        model.arranging.connect(self.told)
        self.settle()

    def _lay_out(self) -> None:
        notice = QWidget()
        column = QVBoxLayout(notice)
        column.addStretch(1)
        column.addWidget(self.message)
        column.addWidget(self.lift, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.addWidget(self._table())
        self.addWidget(notice)

    def _table(self) -> QWidget:
        """What is shown while there are rows."""
        return self.view

    def set_rows(self, rows: Sequence[Any]) -> None:
        self.stale = False
        self.model.set_rows(rows)
        self.settle()

    def set_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)

    def lift_filters(self) -> None:
        """Take all conditions off; the words of the panel's filter are the panel's to clear."""
        self.view.head.lift_all()

    def filtered(self) -> bool:
        return bool(self.model.conditions or self.model.needles)

    def settle(self) -> None:
        """Show the table or the message, whichever has something to say."""
        hidden = bool(self.model.rows) and not self.model.shown
        self.message.setText(self.tr("No row meets the filter.") if hidden else self.empty)
        self.lift.setVisible(hidden)
        self.setCurrentIndex(1 if not self.model.shown else 0)
        self.told.emit()

    def _show(self, *_told: object) -> None:
        """Ask for the place of the row chosen by mouse or key; a row that follows the text asks nothing."""
        places = self.view.selected_places()
        if self.view.hasFocus() and len(places) == 1:
            row = self.model.shown[places[0]]
            self.show_requested.emit(row.document_id, row.start, row.end)

    def _reveal(self, row: Any, beside: bool) -> None:
        self.reveal_requested.emit(row.document_id, row.start, row.end, getattr(row, "id", None), beside)


class PassagePage(LedgerPage):
    """The ledger of one kind."""

    kind_change_requested = Signal(list, str)
    untag_requested = Signal(list)
    show_keys = "Return"
    state_change_requested = Signal(list, str)

    def __init__(self, model: LedgerModel, names: QStringListModel, empty: str, kind: str) -> None:
        super().__init__(model, names, empty)
        self.kind = kind
        self.view.removal_requested.connect(self._untag)
        self.view.customContextMenuRequested.connect(self._open_menu)

    def _untag(self, ids: list[int]) -> None:
        if not self.model.read_only:
            self.untag_requested.emit(ids)

    def _open_menu(self, place: QPoint) -> None:
        if self.view.selectionModel().hasSelection():
            self.menu().popup(self.view.viewport().mapToGlobal(place))

    def menu(self) -> QMenu:
        """What can be done with the selected rows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ids, current = self.view.selected_keys(), self.view.currentIndex()
        row = self.model.shown[current.row()]
        menu.addAction(
            self.tr("Show in the document"), QKeySequence(self.show_keys), partial(self._reveal, row, False)
        )
        menu.addAction(self.tr("Show beside"), QKeySequence("Ctrl+Return"), partial(self._reveal, row, True))
        menu.addSeparator()
        if not self.model.read_only:
            self._add_changes(menu, ids)
        menu.addAction(self.tr("Copy"), QKeySequence.StandardKey.Copy, self.copy)
        return menu

    def _add_changes(self, menu: QMenu, ids: list[Any]) -> None:
        edit = menu.addAction(
            self.tr("Edit the cell"), QKeySequence("F2"), partial(self.view.edit, self.view.currentIndex())
        )
        edit.setEnabled(bool(self.view.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable))
        menu.addAction(self.tr("Confirm"), partial(self.state_change_requested.emit, ids, "confirmed"))
        menu.addAction(self.tr("Reject"), partial(self.state_change_requested.emit, ids, "rejected"))
        self._add_kinds(menu, ids)
        menu.addAction(self.tr("Untag"), QKeySequence("Del"), partial(self._untag, ids))
        menu.addSeparator()

    def _add_kinds(self, menu: QMenu, ids: list[Any]) -> None:
        kinds = menu.addMenu(self.tr("Make it"))
        for kind in KINDS.values():
            if kind.name != self.kind:
                change = partial(self.kind_change_requested.emit, ids, kind.name)
                kinds.addAction(kind.heading(self.model.language), change)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.view.copied())
