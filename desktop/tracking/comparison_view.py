"""The comparison of the two documents in the panes: how much changed, and lists of what did."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from analysis.difference import difference
from db.kinds import Field
from desktop.filter_field import FilterField
from desktop.ledger_columns import Column
from desktop.ledger_view import LedgerView
from desktop.segments import Segments
from desktop.theme import LIGHT, Theme
from desktop.tracking import keyboard, states
from desktop.tracking.compared import DROPPED, NEW, REWORDED, SAME, STATE, TASKS, Compared, copied, of
from desktop.tracking.plain_model import PlainModel
from desktop.tracking.share_bar import ShareBar

LISTS = (NEW, DROPPED, REWORDED, TASKS)
WIDTH = 380
COLUMNS = (
    Column(STATE, lambda row: row.state, listed=True),
    Column(Field("before", "text", "前一文档", "Before", 38), lambda row: row.a),
    Column(Field("a_paragraph", "number", "段", "¶", 3), lambda row: row.a_paragraph),
    Column(Field("after", "text", "后一文档", "After", 38), lambda row: row.b),
    Column(Field("b_paragraph", "number", "段", "¶", 3), lambda row: row.b_paragraph),
)


class ComparisonView(QWidget):
    """Shows what `show_comparison` gives; rows that are chosen are asked for by `show_requested`."""

    show_requested = Signal(object)
    """A row, to be shown in both panes."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language, self.theme = language, LIGHT
        self.rows: Sequence[Compared] = []
        self.titles = ("", "")
        self.head = QLabel()
        self.head.setObjectName("head_name")
        self.shares = ShareBar(
            (
                (NEW, self.tr("New")),
                (DROPPED, self.tr("Dropped")),
                (REWORDED, self.tr("Reworded")),
                (SAME, self.tr("The same")),
            )
        )
        self.wanted = Segments(LISTS)
        self.wanted.choose(NEW)
        self.words = FilterField()
        self.words.setPlaceholderText(self.tr("Filter rows"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(200)
        self.copy = QPushButton(self.tr("Copy list"))
        self.model = PlainModel(COLUMNS, lambda row: (row.state, row.a_start, row.b_start))
        self.model.language, self.model.read_only = language, True
        self.table = LedgerView(self.model, QStringListModel())
        self.table.setObjectName("tracking_table")
        self.words_of = QLabel()
        self.hint = QLabel()
        self._lay_out()
        self._connect()
        self.clear(False)

    def _lay_out(self) -> None:
        self.words_of.setWordWrap(True)
        self.words_of.setTextFormat(Qt.TextFormat.RichText)
        self.words_of.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words_of.setMargin(12)
        self.words_of.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card = QScrollArea()
        card.setObjectName("evidence")
        card.setWidgetResizable(True)
        card.setFixedWidth(WIDTH)
        card.setWidget(self.words_of)
        self.hint.setObjectName("invitation")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self.hint.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        top = QVBoxLayout()
        top.setContentsMargins(12, 6, 12, 8)
        top.setSpacing(6)
        top.addWidget(self.head)
        top.addWidget(self.shares)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.wanted)
        bar.addWidget(self.words)
        bar.addStretch(1)
        bar.addWidget(self.copy)
        top.addLayout(bar)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.table, 1)
        body.addWidget(card)
        self.page = QWidget()
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(body, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _connect(self) -> None:
        self.wanted.asked.connect(lambda _wanted: self._sift())
        self.words.textChanged.connect(self.model.set_words)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.copied()))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_words())
        self.table.clicked.connect(lambda _index: self._ask())
        self.table.row_activated.connect(lambda *_: self._ask())

    def clear(self, pending: bool) -> None:
        """Show that nothing is compared: yet, where it is `pending`."""
        self.rows = []
        self.hint.setText(
            self.tr("The documents are being compared.")
            if pending
            else self.tr("Open two documents beside each other to compare them.")
        )
        self._turn(self.hint, self.hint)

    def show_comparison(
        self, titles: tuple[str, str], counts: dict[str, int], rows: Sequence[Compared]
    ) -> None:
        """Show how the second document differs from the first."""
        self.titles, self.rows = titles, rows
        self.head.setText(self.tr("{after}, against {before}").format(after=titles[1], before=titles[0]))
        self.shares.show_counts(counts)
        self._turn(self.page, self.table)
        self._sift()

    def _turn(self, page: QWidget, to: QWidget) -> None:
        self.setFocusProxy(to)
        keyboard.turn(self.pages, page, to)

    def choose_first(self, wanted: str) -> None:
        """Show a list, and its first row as chosen."""
        self.wanted.choose(wanted)
        self._sift()
        self.table.selectRow(0)

    def copied(self) -> str:
        """The list in sight as numbered lines, each with its source."""
        return copied(self.model.shown, self.titles, self.language)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.wanted.dress(theme, dict.fromkeys(LISTS, (theme.ink, theme.selected)))
        self.shares.set_theme(theme)
        self.table.set_theme(theme)
        self._show_words()

    def _sift(self) -> None:
        names = {
            NEW: self.tr("New"),
            DROPPED: self.tr("Dropped"),
            REWORDED: self.tr("Reworded"),
            TASKS: self.tr("Tasks"),
        }
        counts = {name: len(of(self.rows, name)) for name in LISTS}
        self.wanted.set_texts({name: f"{text}  {counts[name]:,}" for name, text in names.items()})
        wanted = self.wanted.chosen
        self.model.set_rows(of(self.rows, wanted))
        absent: dict[str, tuple[str, ...]] = {
            NEW: ("before", "a_paragraph", "state"),
            DROPPED: ("after", "b_paragraph", "state"),
            REWORDED: ("state",),
            TASKS: ("a_paragraph", "b_paragraph"),
        }
        for place, column in enumerate(COLUMNS):
            self.table.setColumnHidden(place, column.field.name in absent[wanted])
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._show_words()

    def _current(self) -> Compared | None:
        index = self.table.currentIndex()
        return self.model.shown[index.row()] if index.isValid() else None

    def _ask(self) -> None:
        if row := self._current():
            self.show_requested.emit(row)

    def _show_words(self) -> None:
        row = self._current()
        self.words_of.setText(told_apart(row, self.theme) if row else "")


def told_apart(row: Compared, theme: Theme) -> str:
    """Both sentences as HTML, with what only one has in its colour, struck out or underlined."""
    gone, come = states.colours("missed", theme), states.colours("met", theme)
    if not (row.a and row.b):
        return f'<p style="line-height:150%">{escape(row.a or row.b)}</p>'
    a, b = [], []
    for piece in difference(row.a, row.b):
        same: Any = piece.state == "same"
        before, after = row.a[piece.a_start : piece.a_end], row.b[piece.b_start : piece.b_end]
        a.append(escape(before) if same else _worn(before, gone.ink, gone.tint, "line-through"))
        b.append(escape(after) if same else _worn(after, come.ink, come.tint, "underline"))
    return f'<p style="line-height:150%">{"".join(a)}</p><p style="line-height:150%">{"".join(b)}</p>'


def _worn(words: str, ink: str, tint: str, line: str) -> str:
    style = f"color:{ink}; background:{tint}; text-decoration:{line}"
    return f'<span style="{style}">{escape(words)}</span>' if words else ""
