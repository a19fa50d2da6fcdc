"""Named choices: one of the list is taken by a click, the present one is kept under the name typed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.dialog_parts import GAP
from desktop.quote_box import LinkButton
from desktop.report_source import ReportSource

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PresetBar(QWidget):
    """The presets of a role; `value` gives the choice that is kept."""

    taken = Signal(dict)
    """A preset was chosen: its value."""

    def __init__(self, source: ReportSource, role: str, value: Callable[[], dict[str, Any]]) -> None:
        super().__init__()
        self._source, self._role, self._value = source, role, value
        self.names = _Names()
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.kept = LinkButton(self.tr("Keep"), fixed=True)
        self.kept.setToolTip(self.tr("Keep what is chosen under this name"))
        self.removed = LinkButton(self.tr("Remove"), fixed=True)
        self.removed.setToolTip(self.tr("Remove the preset of this name"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.names, 1)
        row.addWidget(self.kept)
        row.addWidget(self.removed)
        if (line := self.names.lineEdit()) is not None:
            line.setPlaceholderText(self.tr("Preset: choose one, or name this choice"))
        self.names.editTextChanged.connect(self._settle)
        self.names.activated.connect(self._take)
        self.names.entered.connect(self.keep)
        self.kept.clicked.connect(self.keep)
        self.removed.clicked.connect(self.remove)
        self._fill("")

    def keep(self) -> None:
        """Keep the present choice under the name typed."""
        name = self.names.currentText().strip()
        if name and self._source.writable:
            self._source.keep_preset(self._role, name, self._value())
            self._fill(name)

    def remove(self) -> None:
        """Remove the preset whose name stands there."""
        if (place := self.names.findText(self.names.currentText().strip())) >= 0:
            self._source.drop_preset(self.names.itemData(place).id)
            self._fill("")

    def _fill(self, name: str) -> None:
        self.names.clear()
        for preset in self._source.presets(self._role):
            self.names.addItem(preset.name, preset)
        self.names.setCurrentIndex(self.names.findText(name))
        self.names.setEditText(name)
        self._settle()

    def _take(self, place: int) -> None:
        self.taken.emit(dict(self.names.itemData(place).value))

    def _settle(self) -> None:
        name, writable = self.names.currentText().strip(), self._source.writable
        self.kept.setEnabled(bool(name) and writable)
        self.removed.setEnabled(self.names.findText(name) >= 0 and writable)


class _Names(QComboBox):
    """Enter is for the name, not for the dialog."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ENTER:
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
