"""The tables of words: their columns as data, and what a table shows and gives away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from db.kinds import Field
from desktop.ledger_columns import Column
from desktop.theme import Theme
from desktop.tracking.plain_model import PlainModel
from desktop.tracking.table import Table
from desktop.typed import ENTER

ROW = 1.9
"""Height of a row, of the font's height."""
WIDE = 13
"""Pixels for a full-width character of a column's width."""


def _column(name: str, form: str, zh: str, en: str, width: int, digits: int | None = None) -> Column:
    value: Callable[[Any], Any] = attrgetter(name)
    if digits is not None:
        return Column(Field(name, form, zh, en, width), lambda row: round(value(row), digits))
    return Column(Field(name, form, zh, en, width), value)


WORD = _column("word", "text", "词", "Word", 14)
TIMES = _column("times", "number", "次数", "Times", 8)
DOCUMENTS = _column("documents", "number", "文档数", "Documents", 8)
RATE = _column("rate", "number", "每万字", "Per 10,000 characters", 12, 2)
YEAR = Column(Field("year", "text", "年份", "Year", 6), lambda row: str(row.year or ""))
FREQUENCY = (WORD, TIMES, DOCUMENTS, RATE)
KEYWORDS = (
    _column("document", "text", "文档", "Document", 32),
    YEAR,
    _column("rank", "number", "名次", "Rank", 6),
    WORD,
    TIMES,
    _column("weight", "number", "权重", "Weight", 8, 4),
)
YEARS = (WORD, YEAR, TIMES, DOCUMENTS, RATE)
TOGETHER = (
    _column("label", "text", "标签", "Label", 14),
    _column("other", "text", "与", "With", 14),
    _column("times", "number", "次数", "Times", 8),
)


class WordTable(Table):
    """Rows of words, sorted by a click on a heading. A double click or Enter asks for the word."""

    asked = Signal(str)
    chosen_changed = Signal()

    def __init__(self, columns: Sequence[Column], language: str) -> None:
        super().__init__()
        self.words = PlainModel(columns, key=lambda row: row)
        self.words.set_language(language)
        self.setModel(self.words)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * ROW))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setStretchLastSection(True)
        self.setSortingEnabled(True)
        for place, column in enumerate(columns):
            self.setColumnWidth(place, column.field.width * WIDE)
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
