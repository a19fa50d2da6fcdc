"""The library: all documents of the project, by year, to open, to filter, to remove."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.filter_field import FilterField
from desktop.invitation import Invitation
from desktop.library_model import ROW, LibraryModel
from desktop.library_row import LibraryRow, beside_button
from desktop.panel_head import PanelHead
from desktop.theme import Theme

if TYPE_CHECKING:
    from db.documents import Shelved

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OWN = (*ENTER, Qt.Key.Key_Delete)
CONTROL = Qt.KeyboardModifier.ControlModifier


class LibraryPanel(QFrame):
    """Head and filter over the list of documents, or over an invitation while it is empty."""

    opened = Signal(int)
    opened_beside = Signal(int)
    chosen_changed = Signal()
    menu_requested = Signal(QPoint)
    """A place on the screen; the documents meant are the chosen ones."""
    removal_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library_panel")
        self.model = LibraryModel()
        self.view = LibraryView(self.model)
        self.head = PanelHead(self.tr("Library"))
        self.filter_field = FilterField()
        self.filter_field.setPlaceholderText(self.tr("Filter by title, issuer or year"))
        self.filter_field.setClearButtonEnabled(True)
        self.invitation = Invitation(self.tr("Import…"))
        self.invitation.accepted.connect(self.import_requested)
        self._kept: list[int] = []
        self._lay_out()
        self.model.modelAboutToBeReset.connect(self._keep)
        self.model.modelReset.connect(self._restore)
        self.filter_field.textChanged.connect(self._filter)
        self.view.opened.connect(self.opened)
        self.view.opened_beside.connect(self.opened_beside)
        self.view.removal_requested.connect(self.removal_requested)
        self.view.customContextMenuRequested.connect(self._ask_menu)
        self.view.selectionModel().selectionChanged.connect(self.chosen_changed)

    def _lay_out(self) -> None:
        field = QHBoxLayout()
        field.setContentsMargins(12, 0, 12, 8)
        field.addWidget(self.filter_field)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.invitation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(field)
        column.addWidget(self.pages, 1)

    def fill(self, rows: Sequence[Shelved]) -> None:
        """Show these documents; what was chosen stays chosen."""
        self.model.show(rows)
        self.head.count.setText(str(len(rows)) if rows else "")
        self._settle()

    def chosen(self) -> list[int]:
        """The ids of the chosen documents, from top to bottom."""
        return self.model.ids(self.view.selectionModel().selection())

    def has_chosen(self) -> bool:
        """Whether any document is chosen."""
        return self.view.selectionModel().hasSelection()

    def choose(self, ids: Iterable[int]) -> None:
        """Choose these documents, and no others; the last of them shown is the current one."""
        ids = list(ids)
        selection = self.view.selectionModel()
        selection.select(self.model.selection(ids), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        current = next(filter(QModelIndex.isValid, map(self.model.index_of, reversed(ids))), None)
        if current is not None:
            selection.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _keep(self) -> None:
        self._kept = self.chosen()

    def _restore(self) -> None:
        self.view.expandAll()
        self.choose(self._kept)

    def set_theme(self, theme: Theme) -> None:
        self.view.row.theme = theme
        self.view.viewport().update()

    def _filter(self, words: str) -> None:
        self.model.filter(words)
        self._settle()

    def _settle(self) -> None:
        if self.filter_field.text():
            self.invitation.say(self.tr("No document matches the filter."), offered=False)
        else:
            self.invitation.say(self.tr("Drop files here to import them."), offered=True)
        self.pages.setCurrentWidget(self.view if self.model.count() else self.invitation)

    def _ask_menu(self, place: QPoint) -> None:
        if self.has_chosen():
            self.menu_requested.emit(self.view.viewport().mapToGlobal(place))


class LibraryView(QTreeView):
    """The list. Double click or Enter opens; the middle button, Ctrl and double click, or the button on the
    line opens beside; documents can be dragged to a pane."""

    opened = Signal(int)
    opened_beside = Signal(int)
    removal_requested = Signal()

    def __init__(self, model: LibraryModel) -> None:
        super().__init__()
        self.row = LibraryRow(self)
        self.setModel(model)
        self.setItemDelegate(self.row)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_button = beside_button(self.visualRect(index)).contains(event.position().toPoint())
        middle = event.button() == Qt.MouseButton.MiddleButton
        if index.data(ROW) and (middle or (on_button and event.button() == Qt.MouseButton.LeftButton)):
            self.opened_beside.emit(index.data(ROW).id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.data(ROW) or event.button() != Qt.MouseButton.LeftButton:
            return
        beside = bool(event.modifiers() & CONTROL)
        (self.opened_beside if beside else self.opened).emit(index.data(ROW).id)

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something else in the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in OWN
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(ROW)
        if event.key() == Qt.Key.Key_Delete:
            self.removal_requested.emit()
            return
        if event.key() in ENTER and row:
            (self.opened_beside if event.modifiers() & CONTROL else self.opened).emit(row.id)
        else:
            super().keyPressEvent(event)
