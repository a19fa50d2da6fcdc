"""The words of a project: what an analyst teaches the reading, in a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.kinds import Choice
from desktop.dialog_parts import hint, lay_out

if TYPE_CHECKING:
    from db.models import Term

ID = Qt.ItemDataRole.UserRole
WORD, KIND, NOTE = 0, 1, 2
NAMES = ("word", "role", "note")
ROLES = (
    Choice("term", "术语", "Term"),
    Choice("department", "部门", "Department"),
    Choice("unit", "单位", "Unit"),
    Choice("policy", "政策名称", "Policy"),
    Choice("ceiling", "约束性指标", "Ceiling"),
    Choice("stop", "不作建议", "Stop word"),
)
MEANINGS = {
    "term": "one word wherever it stands",
    "department": "may be told to act: lead or supporting",
    "unit": "follows a number, as in 120家",
    "policy": "proposed as a policy wherever it is named",
    "ceiling": "an indicator that should stay below its value",
    "stop": "what bears this name is not proposed",
}
LINE = QSize(0, 36)


class LexiconDialog(QDialog):
    """Asks for each change by itself, and shows what there is when told."""

    add_requested = Signal(str, str, str)
    """Word, role and note."""
    change_requested = Signal(int, str, str)
    """Id of a word, the name of what changes ("word", "role" or "note"), and its new value."""
    remove_requested = Signal(list)

    def __init__(
        self, terms: Sequence[Term], language: str, writable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("lexicon_dialog")
        self.setWindowTitle(self.tr("Words of this project"))
        self.resize(720, 480)
        self.language, self.writable = language, writable
        self.list = self._fresh_list()
        self.word, self.note = QLineEdit(), QLineEdit()
        self.word.setPlaceholderText(self.tr("New word"))
        self.note.setPlaceholderText(self.tr("Note"))
        self.role = QComboBox()
        for choice in ROLES:
            self.role.addItem(self._named(choice), choice.value)
        self.add = QPushButton(self.tr("Add"))
        self.remove = QPushButton(self.tr("Remove"))
        self.meaning = hint("")
        self._lay_out()
        self._connect()
        self.show_terms(terms)
        self._explain()
        self.word.setFocus()

    def _fresh_list(self) -> QTreeWidget:
        fresh = QTreeWidget()
        fresh.setHeaderLabels([self.tr("Word"), self.tr("What it is"), self.tr("Note")])
        fresh.setRootIsDecorated(False)
        fresh.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        triggers = QTreeWidget.EditTrigger
        fresh.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        fresh.header().setSectionsMovable(False)
        fresh.header().setSectionResizeMode(WORD, QHeaderView.ResizeMode.Interactive)
        fresh.setColumnWidth(WORD, 240)
        fresh.setColumnWidth(KIND, 160)
        return fresh

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.word, 3)
        line.addWidget(self.role, 2)
        line.addWidget(self.note, 3)
        line.addWidget(self.add)
        content = QVBoxLayout()
        content.setSpacing(8)
        content.addWidget(self.list, 1)
        content.addLayout(line)
        content.addWidget(self.meaning)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(close)
        for part in (self.word, self.role, self.note):
            part.setEnabled(self.writable)
        lay_out(self, content, foot)

    def _connect(self) -> None:
        self.word.textChanged.connect(self._settle)
        self.word.returnPressed.connect(self._add)
        self.note.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.role.currentIndexChanged.connect(self._explain)
        self.remove.clicked.connect(self._remove)
        self.list.itemSelectionChanged.connect(self._settle)
        self.list.itemChanged.connect(self._take)

    def show_terms(self, terms: Sequence[Term]) -> None:
        """Show these words, in place of others."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for term in terms:
                item = QTreeWidgetItem(self.list, [term.word, "", term.note])
                item.setData(WORD, ID, term.id)
                item.setSizeHint(WORD, LINE)
                if self.writable:
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                self.list.setItemWidget(item, KIND, self._role_of(term))
        self._settle()

    def _role_of(self, term: Term) -> QWidget:
        editor = QComboBox()
        for choice in ROLES:
            editor.addItem(self._named(choice), choice.value)
        editor.setCurrentIndex([choice.value for choice in ROLES].index(term.role))
        editor.setEnabled(self.writable)
        editor.activated.connect(
            lambda place, id_=term.id: self.change_requested.emit(id_, "role", ROLES[place].value)
        )
        room = QWidget()
        around = QVBoxLayout(room)
        around.setContentsMargins(0, 3, 0, 3)
        around.addWidget(editor)
        return room

    def _named(self, choice: Choice) -> str:
        return choice.zh if self.language == "zh" else choice.en

    def _add(self) -> None:
        if word := self.word.text().strip():
            self.add_requested.emit(word, self.role.currentData(), self.note.text())
            self.word.clear()
            self.note.clear()
            self.word.setFocus()
            self.list.scrollToBottom()

    def _take(self, item: QTreeWidgetItem, column: int) -> None:
        self.change_requested.emit(item.data(WORD, ID), NAMES[column], item.text(column))

    def _remove(self) -> None:
        self.remove_requested.emit([item.data(WORD, ID) for item in self.list.selectedItems()])

    def _explain(self) -> None:
        self.meaning.setText(QCoreApplication.translate("Lexicon", MEANINGS[self.role.currentData()]))

    def _settle(self) -> None:
        self.add.setEnabled(self.writable and bool(self.word.text().strip()))
        self.remove.setEnabled(self.writable and bool(self.list.selectedItems()))
