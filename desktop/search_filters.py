"""The small window in which a search is narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.kinds import KINDS, STATES
from desktop import search_conditions
from workbench.quantities import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from db.search import Filters

WIDTH = 300


class SearchFilters(QFrame):
    """A form of all filters; `taken` tells them, and the two choices below them."""

    taken = Signal(object, bool, bool)

    def __init__(
        self,
        filters: Filters,
        alike: bool,
        whole: bool,
        names: Mapping[str, Sequence[str]],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """`names` are those there are, offered while typing, by filter: labels, issuer, department."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("search_filters")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filters, self.language = filters, language
        self._make_kinds()
        self._make_states()
        self.lines = {name: self._line(name, names.get(name, ())) for name in self._texts()}
        self.alike, self.whole = QCheckBox(self.tr("Traditional = simplified")), QCheckBox()
        self.whole.setText(self.tr("AND and NOT within whole documents"))
        self.alike.setChecked(alike)
        self.whole.setChecked(whole)
        self.wrong = QLabel()
        self.wrong.setObjectName("wrong")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self._lay_out()

    def _texts(self) -> dict[str, tuple[str, str]]:
        """By filter, its name and an example."""
        return {
            "labels": (self.tr("Label"), ""),
            "issuer": (self.tr("Issuer"), ""),
            "years": (self.tr("Year"), "2021..2024"),
            "department": (self.tr("Department"), ""),
            "values": (self.tr("Value"), "1000万人.."),
            "period": (self.tr("Period"), "2031-01..2031-06"),
        }

    def _make_kinds(self) -> None:
        self.kinds = {kind.name: QCheckBox(kind.heading(self.language)) for kind in KINDS.values()}
        for name, box in self.kinds.items():
            box.setChecked(name in self.filters.kinds)

    def _make_states(self) -> None:
        self.state = QComboBox()
        self.state.addItem(self.tr("Any"), "")
        for state in STATES:
            self.state.addItem(state.zh if self.language == "zh" else state.en, state.value)
        self.state.setCurrentIndex(max(0, self.state.findData(next(iter(self.filters.states), ""))))

    def _line(self, name: str, names: Sequence[str]) -> QLineEdit:
        line = QLineEdit(search_conditions.written(self.filters)[name])
        line.setObjectName(f"filter_{name}")
        line.setPlaceholderText(self._texts()[name][1])
        line.setFixedWidth(WIDTH)
        if names:
            completer = QCompleter(list(names), line)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        line.returnPressed.connect(self.take)
        return line

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(16)
        for box in self.kinds.values():
            kinds.addWidget(box)
        kinds.addStretch(1)
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.addRow(self.tr("Kind"), kinds)
        form.addRow(self.tr("State"), self.state)
        for name, (text, _) in self._texts().items():
            form.addRow(text, self.lines[name])
        self.search, self.clear = QPushButton(self.tr("Find")), QPushButton(self.tr("Clear all"))
        self.search.clicked.connect(self.take)
        self.clear.clicked.connect(self.empty)
        buttons = QHBoxLayout()
        buttons.addWidget(self.clear)
        buttons.addStretch(1)
        buttons.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addLayout(form)
        for part in (self.alike, self.whole, self.wrong):
            column.addWidget(part)
        column.addLayout(buttons)

    def empty(self) -> None:
        """Take all filters off."""
        for box in (*self.kinds.values(), self.alike, self.whole):
            box.setChecked(False)
        for line in self.lines.values():
            line.clear()
        self.state.setCurrentIndex(0)

    def take(self) -> None:
        """Tell the filters as they are typed, or say which cannot be read."""
        chosen = [name for name, box in self.kinds.items() if box.isChecked()]
        typed = {"kinds": "、".join(chosen), "states": self.state.currentData()}
        filters = self.filters
        for name, words in (typed | {name: line.text() for name, line in self.lines.items()}).items():
            try:
                filters = search_conditions.read(filters, name, words)
            except Unreadable:
                self._refuse(name)
                return
        self.taken.emit(filters, self.alike.isChecked(), self.whole.isChecked())
        self.close()

    def _refuse(self, name: str) -> None:
        text, example = self._texts()[name]
        self.wrong.setText(self.tr("{name}: write it like {example}.").format(name=text, example=example))
        self.wrong.show()
        self.adjustSize()
        self.lines[name].setFocus()
        self.lines[name].selectAll()
