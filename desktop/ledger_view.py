"""The table of a ledger: in-place editing, batches, and a selection that survives a reload."""

from collections.abc import Hashable, Iterable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QTableView,
    QWidget,
)

from desktop.ledger_cells import CellDelegate
from desktop.ledger_header import MARGIN, LedgerHeader
from desktop.ledger_model import Index, LedgerModel
from desktop.stretches import stretches
from desktop.theme import Theme
from desktop.typed import ENTER

ROWS = QItemSelectionModel.SelectionFlag.Rows
ITEM = 3
"""Pixels Fusion leaves itself around an item."""
ROW_HEIGHT = 1.7
"""Of the font's line height."""


class LedgerView(QTableView):
    """Rows of a `LedgerModel`. What is edited is asked for by `edited`; the model waits for the reload."""

    edited = Signal(list, str, object)
    """Keys of rows, a field's name and the value they shall have."""
    row_activated = Signal(object, bool)
    """A row to jump to, and whether beside the document at hand."""
    selection_changed = Signal(list)
    removal_requested = Signal(list)
    arranged = Signal()

    def __init__(self, model: LedgerModel, names: QStringListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ledger = model
        self.head = LedgerHeader(model, self)
        self.setHorizontalHeader(self.head)
        self.head.setSortIndicatorShown(True)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(model, names, self.apply, self))
        self._kept: tuple[list[Any], Hashable, int, int] = ([], None, 0, 0)
        self._told: list[Any] = []
        self._restoring = False
        self._dress()
        self._set_widths()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.head.sortIndicatorChanged.connect(self._sort)
        self.selectionModel().selectionChanged.connect(self._tell)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {MARGIN - ITEM}px; }}")
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(16)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * ROW_HEIGHT))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _set_widths(self) -> None:
        wide = self.fontMetrics().horizontalAdvance("字")
        for place, column in enumerate(self.ledger.columns):
            heading = self.head.sectionSizeFromContents(place).width()
            self.setColumnWidth(place, max(column.field.width * wide + 2 * MARGIN, heading))
            self.setColumnHidden(place, column.hidden)

    def set_theme(self, theme: Theme) -> None:
        self.ledger.set_theme(theme)

    def selected_keys(self) -> list[Any]:
        """Keys of the selected rows, from the top."""
        return [self.ledger.key_at(place) for place in self.selected_places()]

    def selected_places(self) -> list[int]:
        """Numbers of the selected rows; from the ranges, as Qt's list of rows takes seconds for thousands."""
        ranges = self.selectionModel().selection().toList()
        return sorted({place for found in ranges for place in range(found.top(), found.bottom() + 1)})

    def select_keys(self, keys: Iterable[Hashable]) -> None:
        """Select the rows of those keys that are shown, and no others."""
        places = sorted(place for key in keys if (place := self.ledger.place_of(key)) is not None)
        selection = QItemSelection()
        for first, last in stretches(places):
            selection.select(self.ledger.index(first, 0), self.ledger.index(last, 0))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect | ROWS)

    def select_row(self, key: Hashable) -> bool:
        """Select one row and scroll to it; False where it is not shown."""
        place = self.ledger.place_of(key)
        if place is None:
            self.clearSelection()
            return False
        column = self.currentIndex().column() if self.currentIndex().isValid() else self.head.logicalIndex(0)
        index = self.ledger.index(place, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect | ROWS)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def apply(self, index: Index, value: Any) -> None:
        """Ask for the value in the edited cell, and in the same column of all selected rows with it."""
        column = self.ledger.columns[index.column()]
        edited = self.ledger.shown[index.row()]
        if _plain(column.value(edited)) == _plain(value):
            return
        chosen = self.selected_places()
        rows = [self.ledger.shown[place] for place in (chosen if index.row() in chosen else [index.row()])]
        keys = [self.ledger.key(row) for row in rows if _plain(column.value(row)) != _plain(value)]
        self.edited.emit(keys, column.field.name, value)

    def confirm(self) -> None:
        """Take what is being typed in a cell, as when leaving it."""
        if editor := self.indexWidget(self.currentIndex()):
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def copied(self) -> str:
        """The selected rows in the visible columns, separated by tabs."""
        visible = sorted(self._visible(), key=self.head.visualIndex)
        rows = [self.ledger.shown[place] for place in self.selected_places()]
        columns = [self.ledger.columns[place] for place in visible]
        return "\n".join(
            "\t".join(column.copied(row, self.ledger.language) for column in columns) for row in rows
        )

    def _visible(self) -> list[int]:
        return [place for place in range(len(self.ledger.columns)) if not self.isColumnHidden(place)]

    def save_state(self) -> dict[str, Any]:
        """Order, widths, hidden columns and sorting, by the columns' names."""
        names = [column.field.name for column in self.ledger.columns]
        order = self.ledger.order
        return {
            "columns": [names[self.head.logicalIndex(place)] for place in range(len(names))],
            "widths": {
                name: self.columnWidth(place)
                for place, name in enumerate(names)
                if not self.isColumnHidden(place)
            },
            "hidden": [name for place, name in enumerate(names) if self.isColumnHidden(place)],
            "sort": [names[order[0]], order[1]] if order else None,
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        """What `save_state` gave; columns it does not know stay as they are."""
        places = {column.field.name: place for place, column in enumerate(self.ledger.columns)}
        known = [name for name in state.get("columns", []) if name in places]
        for target, name in enumerate(known):
            self.head.moveSection(self.head.visualIndex(places[name]), target)
        for name, width in state.get("widths", {}).items():
            if name in places:
                self.setColumnWidth(places[name], width)
        for name, place in places.items():
            if name in known:
                self.setColumnHidden(place, name in state.get("hidden", []))
        name, descending = state.get("sort") or (None, False)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.head.setSortIndicator(places.get(str(name), -1), order)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.ledger.sort(column, order)
        self.arranged.emit()

    def _keep(self) -> None:
        current = self.currentIndex()
        key = self.ledger.key_at(current.row()) if current.isValid() else None
        self._kept = self.selected_keys(), key, current.column(), self.verticalScrollBar().value()
        self._restoring = True

    def _restore(self) -> None:
        keys, current, column, scrolled = self._kept
        place = self.ledger.place_of(current)
        if place is not None:
            self.selectionModel().setCurrentIndex(
                self.ledger.index(place, column), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.select_keys(keys)
        self.verticalScrollBar().setValue(scrolled)
        self._restoring = False
        self._tell()

    def _tell(self) -> None:
        if self._restoring:
            return
        keys = self.selected_keys()
        if keys != self._told:
            self._told = keys
            self.selection_changed.emit(keys)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._answers(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _answers(self, event: QKeyEvent) -> bool:
        """Keys that mean something here before they mean something to the window."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        typed = plain and event.text().isprintable() and bool(event.text())
        removes = plain and event.key() == Qt.Key.Key_Delete
        return typed or removes or event.key() in ENTER or event.matches(QKeySequence.StandardKey.Copy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the cell that the keyboard is in."""
        super().paintEvent(event)
        cell = self.visualRect(self.currentIndex())
        if self.hasFocus() and not cell.isEmpty():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self.ledger.theme.accent))
            painter.drawRect(cell.adjusted(0, 0, -1, -1))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.key() == Qt.Key.Key_Delete and self.selectionModel().hasSelection():
            self.removal_requested.emit(self.selected_keys())
        elif event.key() in ENTER and self.currentIndex().isValid():
            self._activate(self.currentIndex(), event.modifiers())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._activate(index, event.modifiers())

    def _activate(self, index: Index, modifiers: Qt.KeyboardModifier) -> None:
        beside = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        self.row_activated.emit(self.ledger.shown[index.row()], beside)


def _plain(value: Any) -> Any:
    """An empty text is no value."""
    return None if value == "" else value
