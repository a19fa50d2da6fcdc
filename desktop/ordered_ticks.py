"""Names to be ticked and put into an order, by dragging or by keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

NAME = Qt.ItemDataRole.UserRole
TICKED, OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked
LINE = QSize(0, 28)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderedTicks(QTreeWidget):
    """Space ticks a line, Alt with an arrow moves it; lines can be dragged."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ordered_ticks")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setDragDropMode(QTreeWidget.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setToolTip(self.tr("Drag a line, or press Alt and an arrow, to move it."))
        self.itemChanged.connect(self.changed)

    def fill(self, names: Mapping[str, str], chosen: Sequence[str]) -> None:
        """Show what can be chosen, by name and text: the chosen first, ticked, in their order."""
        at = self.place()
        with QSignalBlocker(self):
            self.clear()
            known = [name for name in dict.fromkeys(chosen) if name in names]
            for name in (*known, *(name for name in names if name not in known)):
                self._add(name, names[name], name in known)
            self._go_to(max(at, 0))

    def chosen(self) -> tuple[str, ...]:
        """The ticked names from top to bottom."""
        lines = map(self.topLevelItem, range(self.topLevelItemCount()))
        return tuple(line.data(0, NAME) for line in lines if line and line.checkState(0) == TICKED)

    def tick_all(self, ticked: bool) -> None:
        with QSignalBlocker(self):
            for place in range(self.topLevelItemCount()):
                if (line := self.topLevelItem(place)) is not None:
                    line.setCheckState(0, TICKED if ticked else OPEN)
        self.viewport().update()
        self.changed.emit()

    def place(self) -> int:
        """Of the current line, from 0; -1 where there is none."""
        return self.indexOfTopLevelItem(line) if (line := self.currentItem()) is not None else -1

    def move_line(self, step: int) -> None:
        """Move the current line so many places down, or up where the number is negative."""
        place = self.place()
        if place < 0 or not step or not 0 <= place + step < self.topLevelItemCount():
            return
        with QSignalBlocker(self):
            if (line := self.takeTopLevelItem(place)) is not None:
                self.insertTopLevelItem(place + step, line)
            self._go_to(place + step)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_line(step)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the line that was dragged before the one it is dropped on, or behind it from its middle on."""
        place, at = self.place(), event.position().toPoint()
        line = self.itemAt(at)
        before = self.topLevelItemCount()
        if line is not None:
            before = self.indexOfTopLevelItem(line) + (at.y() > self.visualItemRect(line).center().y())
        self.move_line(before - place - (before > place))
        event.setDropAction(Qt.DropAction.CopyAction)  # else Qt would take the line away once more
        event.accept()

    def _go_to(self, place: int) -> None:
        if (line := self.topLevelItem(place)) is not None:
            self.setCurrentItem(line)

    def _add(self, name: str, text: str, ticked: bool) -> None:
        line = QTreeWidgetItem(self, [text])
        line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        line.setData(0, NAME, name)
        line.setCheckState(0, TICKED if ticked else OPEN)
        line.setSizeHint(0, LINE)
