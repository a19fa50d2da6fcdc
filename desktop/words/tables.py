"""The tables of words: their columns as data, and what a table shows and gives away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from db.kinds import Field
from desktop.ledger_columns import Column
from desktop.ledger_model import alignment
from desktop.theme import Theme
from desktop.tracking.plain_model import PlainModel
from desktop.tracking.table import Table
from desktop.typed import ENTER

ROW = 1.9
"""Height of a row, of the font's height."""
WIDE = 13
"""Pixels for a full-width character of a column's width."""
CELLS = "QTableView::item { padding: 0 8px; }"
DISPLAY = Qt.ItemDataRole.DisplayRole


@dataclass(frozen=True)
class Measured(Column):
    """A column of numbers that all have the same digits behind the point."""

    digits: int = 2

    def text(self, row: Any, language: str) -> str:
        return f"{self.value(row):,.{self.digits}f}"

    def texts(self, rows: Sequence[Any], language: str) -> list[str]:
        return [self.text(row, language) for row in rows]


def _column(name: str, form: str, zh: str, en: str, width: int) -> Column:
    return Column(Field(name, form, zh, en, width), attrgetter(name))


WORD = _column("word", "text", "词", "Word", 12)
TIMES = _column("times", "number", "次数", "Times", 7)
DOCUMENTS = _column("documents", "number", "文档数", "Documents", 8)
RATE = Measured(Field("rate", "number", "每万字", "Per 10,000", 9), attrgetter("rate"))
YEAR = Column(Field("year", "text", "年份", "Year", 5), lambda row: str(row.year or ""))
FREQUENCY = (WORD, TIMES, DOCUMENTS, RATE)
KEYWORDS = (
    _column("document", "text", "文档", "Document", 32),
    YEAR,
    _column("rank", "number", "名次", "Rank", 6),
    WORD,
    TIMES,
    Measured(Field("weight", "number", "权重", "Weight", 8), attrgetter("weight"), digits=4),
)
YEARS = (WORD, YEAR, TIMES, DOCUMENTS, RATE)
TOGETHER = (
    _column("label", "text", "标签", "Label", 12),
    _column("other", "text", "同现于", "With", 11),
    _column("times", "number", "次数", "Times", 6),
)
"""The first column of each takes what room the others leave."""


class WordModel(PlainModel):
    """Headings stand over their column as its cells do."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return alignment(self.columns[section])
        return super().headerData(section, orientation, role)


class WordTable(Table):
    """Rows of words, sorted by a click on a heading. A double click or Enter asks for the word."""

    asked = Signal(str)
    chosen_changed = Signal()

    def __init__(self, columns: Sequence[Column], language: str) -> None:
        super().__init__()
        self.words = WordModel(columns, key=lambda row: row)
        self.words.set_language(language)
        self.setModel(self.words)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * ROW))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        for place, column in enumerate(columns):
            self.setColumnWidth(place, column.field.width * WIDE)
        self.setStyleSheet(CELLS)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.words.modelReset.connect(self.chosen_changed)

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.words.set_rows(rows)

    def set_theme(self, theme: Theme) -> None:
        self.words.set_theme(theme)

    def chosen(self) -> list[str]:
        """The words of the rows that are selected, from the top, each once."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return list(dict.fromkeys(getattr(self.words.shown[row], "word", "") for row in rows))

    def written(self) -> tuple[list[str], list[list[Any]]]:
        """Headings and cells as they are shown, for a file."""
        columns, language = self.words.columns, self.words.language
        headings = [column.field.heading(language) for column in columns]
        return headings, [[column.value(row) for column in columns] for row in self.words.shown]

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._ask(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self._ask(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _ask(self, row: int) -> None:
        if word := getattr(self.words.shown[row], "word", ""):
            self.asked.emit(word)
