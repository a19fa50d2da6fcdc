"""What an editor would ask before the report goes out, each question a click away from its passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.dialog_parts import hint, section
from desktop.problem_box import sentence

if TYPE_CHECKING:
    from exporters.questions import Question

QUESTION = Qt.ItemDataRole.UserRole


class QuestionsPage(QWidget):
    """Lists the questions; a click or Enter asks for the passage."""

    asked = Signal(int, int)
    """A passage: its document and its id."""

    def __init__(self) -> None:
        super().__init__()
        self.count = section("")
        self.told = hint(
            self.tr("A click goes to the passage; export again, and this dialog is as you left it.")
        )
        self.list = QListWidget()
        self.list.setObjectName("questions")
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(self.tr("Nothing: every figure has its unit, period and source."))
        self.nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.count, self.told, self.nothing):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.setFocusProxy(self.list)
        self.list.itemClicked.connect(self._ask)
        self.list.itemActivated.connect(self._ask)

    def show_questions(self, questions: Sequence[Question], count: int) -> None:
        """List these, the first of so many."""
        self.count.setText(self.tr("An editor would ask: {count}").format(count=f"{count:,}"))
        self.list.clear()
        for question in questions:
            line = QListWidgetItem(sentence(question), self.list)
            line.setData(QUESTION, (question.document_id, question.passage_id))
        self.list.setVisible(bool(questions))
        self.told.setVisible(bool(questions))
        self.nothing.setVisible(not questions)

    def _ask(self, line: QListWidgetItem) -> None:
        self.asked.emit(*line.data(QUESTION))
