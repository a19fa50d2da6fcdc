"""The tree of labels: put them on passages and take them off, make, rename, colour, move and remove them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtWidgets import (
    QColorDialog,
    QFrame,
    QGridLayout,
    QMenu,
    QToolButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from desktop.filter_field import FilterField
from desktop.glyphs import dot_icon
from desktop.label_tree import COLOUR, ID, LabelTree

if TYPE_CHECKING:
    from db.models import Label

COLOURS = (
    "#d64545", "#e07b2f", "#c99a06", "#6f9e2f", "#2f9e6e", "#1f9aa8",
    "#3a82d6", "#5a63d8", "#8b55c9", "#c24fa6", "#8a6d52", "#74808e",
)  # fmt: skip
"""Told apart beside each other, on light and on dark."""


class LabelPicker(QFrame):
    """A field to find or make a label, over the tree of all labels ticked where the passages have them."""

    label_put_requested = Signal(int, list)
    label_take_requested = Signal(int, list)
    label_add_requested = Signal(str, str, object)
    """Name, colour and the id of the label it stands under, or None."""
    label_rename_requested = Signal(int, str)
    label_recolour_requested = Signal(int, str)
    label_move_requested = Signal(int, object)
    """A label, and the one it shall stand under, or None."""
    label_remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label_picker")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.passages: list[int] = []
        self._above: int | None = None
        self._made: tuple[str, int | None] | None = None
        self.line = FilterField()
        self.line.setClearButtonEnabled(True)
        self.tree = LabelTree()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.tree)
        self.line.textChanged.connect(self.tree.show_named)
        self.line.returnPressed.connect(self._take_line)
        self.tree.toggled.connect(self._toggle)
        self.tree.renamed.connect(self.label_rename_requested)
        self.tree.moved.connect(self.label_move_requested)
        self.tree.removed.connect(self.label_remove_requested)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self._make_under(None)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show all labels of the project; one just made here is put on the passages."""
        self.tree.show_labels(labels)
        made, self._made = self._made, None
        for label in labels:
            if made == (label.name, label.parent_id) and self.passages:
                self.label_put_requested.emit(label.id, self.passages)

    def set_passages(self, ids: Sequence[int], having: Mapping[int, int]) -> None:
        """The passages labels are put on, and how many of them have each label already, by its id."""
        self.passages = list(ids)
        self.tree.tick({label: count / len(ids) for label, count in having.items()})

    def menu_of(self, item: QTreeWidgetItem) -> QMenu:
        """What can be done with a label."""
        label_id = item.data(0, ID)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename"), QKeySequence("F2"), partial(self.tree.editItem, item))
        self._add_colours(menu.addMenu(self.tr("Colour")), label_id, item.data(0, COLOUR))
        menu.addAction(self.tr("New label under it"), partial(self._make_under, item))
        menu.addSeparator()
        menu.addAction(
            self.tr("Remove"), QKeySequence("Del"), partial(self.label_remove_requested.emit, label_id)
        )
        return menu

    def _open_menu(self, place: QPoint) -> None:
        if item := self.tree.itemAt(place):
            self.menu_of(item).popup(self.tree.viewport().mapToGlobal(place))

    def _add_colours(self, menu: QMenu, label_id: int, present: str) -> None:
        swatches = QWidget()
        grid = QGridLayout(swatches)
        grid.setContentsMargins(8, 8, 8, 4)
        grid.setSpacing(2)
        for place, colour in enumerate(COLOURS):
            button = QToolButton()
            button.setIcon(dot_icon(colour))
            button.setAutoRaise(True)
            button.setAccessibleName(colour)
            button.clicked.connect(partial(self.label_recolour_requested.emit, label_id, colour))
            button.clicked.connect(self._close_menus)
            grid.addWidget(button, place // 6, place % 6)
        action = QWidgetAction(menu)
        action.setDefaultWidget(swatches)
        menu.addAction(action)
        menu.addAction(self.tr("Another colour…"), partial(self._ask_colour, label_id, present))

    def _close_menus(self) -> None:
        for menu in self.findChildren(QMenu):
            menu.close()

    def _ask_colour(self, label_id: int, present: str) -> None:
        colour = QColorDialog.getColor(QColor(present), self, self.tr("Colour of the label"))
        if colour.isValid():
            self.label_recolour_requested.emit(label_id, colour.name())

    def _make_under(self, item: QTreeWidgetItem | None) -> None:
        self._above = item.data(0, ID) if item else None
        hint = (
            self.tr("New label under {name}").format(name=item.text(0))
            if item
            else self.tr("Find or make a label")
        )
        self.line.clear()
        self.line.setPlaceholderText(hint)
        if item:
            self.line.setFocus()

    def _toggle(self, label_id: int, wanted: bool) -> None:
        if self.passages:
            (self.label_put_requested if wanted else self.label_take_requested).emit(label_id, self.passages)

    def _take_line(self) -> None:
        """Enter: the label of that name is put on or taken off; a name that is new makes a label."""
        name = self.line.text().strip()
        if not name:
            return
        found = self.tree.named(name) if self._above is None else None
        if found:
            self.tree.toggle(found)
        else:
            self._made = (name, self._above)
            self.label_add_requested.emit(name, self._next_colour(), self._above)
        self._make_under(None)

    def _next_colour(self) -> str:
        """The first colour no label wears, or the one after the last label's."""
        worn = self.tree.colours()
        fresh = [colour for colour in COLOURS if colour not in worn]
        return fresh[0] if fresh else COLOURS[len(worn) % len(COLOURS)]
