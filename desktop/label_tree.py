"""The tree inside the label picker: labels with ticks and colours, renamed and moved in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator

from desktop.glyphs import dot_icon

if TYPE_CHECKING:
    from db.models import Label

ID = Qt.ItemDataRole.UserRole
COLOUR = Qt.ItemDataRole.UserRole + 1
NAME = Qt.ItemDataRole.UserRole + 2
TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LabelTree(QTreeWidget):
    """A click, Space or Enter ticks a label, F2 renames, Delete removes, dragging moves."""

    toggled = Signal(int, bool)
    renamed = Signal(int, str)
    moved = Signal(int, object)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.itemClicked.connect(self.toggle)
        self.itemChanged.connect(self._tell_renamed)

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Build the tree anew; what was folded stays folded, and ticks stay."""
        folded = {item.data(0, ID) for item in self.items() if not item.isExpanded()}
        ticks = {item.data(0, ID): item.checkState(0) for item in self.items()}
        self.blockSignals(True)
        self.clear()
        made: dict[int | None, QTreeWidgetItem] = {None: self.invisibleRootItem()}
        for label in sorted(labels, key=lambda label: (label.position, label.id)):
            made[label.id] = _item_of(label, ticks.get(label.id, Qt.CheckState.Unchecked))
        for label in sorted(labels, key=lambda label: (label.position, label.id)):
            made[label.parent_id].addChild(made[label.id])
        for item in self.items():
            item.setExpanded(item.data(0, ID) not in folded or not item.childCount())
        self.blockSignals(False)

    def tick(self, shares: Mapping[int, float]) -> None:
        """Tick labels that all passages have, half tick those that some have."""
        self.blockSignals(True)
        for item in self.items():
            item.setCheckState(0, _tick(shares.get(item.data(0, ID), 0)))
        self.blockSignals(False)
        self.viewport().update()

    def items(self) -> Iterator[QTreeWidgetItem]:
        """All items from top to bottom."""
        walk = QTreeWidgetItemIterator(self)
        while item := walk.value():
            yield item
            walk += 1

    def named(self, name: str) -> QTreeWidgetItem | None:
        return next((item for item in self.items() if item.text(0).casefold() == name.casefold()), None)

    def colours(self) -> list[str]:
        return [item.data(0, COLOUR) for item in self.items()]

    def show_named(self, words: str) -> None:
        """Show only labels whose names contain the words, and those above them."""
        for item in self.items():
            item.setHidden(True)
        for item in self.items():
            above: QTreeWidgetItem | None = (
                item if words.casefold().strip() in item.text(0).casefold() else None
            )
            while above:
                above.setHidden(False)
                above = above.parent()

    def toggle(self, item: QTreeWidgetItem) -> None:
        """Ask to put the label on all passages, or to take it off where all have it."""
        self.toggled.emit(item.data(0, ID), item.checkState(0) != Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = None if self.state() == QTreeWidget.State.EditingState else self.currentItem()
        if item and event.key() in TOGGLES:
            self.toggle(item)
        elif item and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(item.data(0, ID))
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move and leave the tree: it is shown again when the move is made."""
        item, onto = self.currentItem(), self.itemAt(event.position().toPoint())
        on_item = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.OnItem
        above = onto if on_item or onto is None else onto.parent()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if item and item.parent() is not above and not _is_within(above, item):
            self.moved.emit(item.data(0, ID), above.data(0, ID) if above else None)

    def _tell_renamed(self, item: QTreeWidgetItem) -> None:
        name, before = item.text(0).strip(), item.data(0, NAME)
        if name == before:
            return
        self.blockSignals(True)
        item.setText(0, before)
        self.blockSignals(False)
        if name:
            self.renamed.emit(item.data(0, ID), name)


def _item_of(label: Label, tick: Qt.CheckState) -> QTreeWidgetItem:
    item = QTreeWidgetItem([label.name])
    item.setIcon(0, dot_icon(label.colour))
    for role, value in ((ID, label.id), (COLOUR, label.colour), (NAME, label.name)):
        item.setData(0, role, value)
    item.setCheckState(0, tick)
    item.setFlags((item.flags() | Qt.ItemFlag.ItemIsEditable) & ~Qt.ItemFlag.ItemIsUserCheckable)
    return item


def _tick(share: float) -> Qt.CheckState:
    if share >= 1:
        return Qt.CheckState.Checked
    return Qt.CheckState.PartiallyChecked if share > 0 else Qt.CheckState.Unchecked


def _is_within(item: QTreeWidgetItem | None, above: QTreeWidgetItem) -> bool:
    while item is not None and item is not above:
        item = item.parent()
    return item is above
