"""The ledgers below the documents: tasks, targets, policies, suggestions and what a search found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.kinds import KINDS, Kind
from desktop.filter_field import FilterField
from desktop.glyphs import dot_icon
from desktop.icons import icon
from desktop.ledger_columns import columns_of
from desktop.ledger_model import LedgerModel
from desktop.ledger_page import LedgerPage, PassagePage
from desktop.popups import TickMenu, open_below
from desktop.search_results import SearchResults
from desktop.segments import Segments
from desktop.suggestions_page import SUGGESTIONS, SuggestionsPage
from desktop.tab_line import TabLine
from desktop.theme import LIGHT, Theme

if TYPE_CHECKING:
    from db.ledgers import Row
    from db.suggestions import Suggested
    from workbench.searching import Found

SEARCH = "search"
ALL, OPEN = "all", "open"
"""Scopes of the ledgers: of all documents, or of those open in panes."""


class LedgerPanel(QFrame):
    """One tab a kind, and one of search results. Only the tab in sight asks for its rows."""

    rows_requested = Signal(str, bool)
    """A kind, or "suggestions", whose rows are wanted, and whether of the open documents only."""
    selection_changed = Signal(list)
    """Ids of the passages selected in the tab in sight."""
    field_change_requested = Signal(list, str, object)
    kind_change_requested = Signal(list, str)
    state_change_requested = Signal(list, str)
    untag_requested = Signal(list)
    reveal_requested = Signal(int, int, int, object, bool)
    """Document, start, end, id of the passage if it is one, and whether beside."""
    show_requested = Signal(int, int, int)
    """Document, start and end of the one row chosen by mouse or key."""
    arranged = Signal()
    """Columns, order or widths are others: worth remembering."""

    def __init__(self, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledger_panel")
        self.language, self.theme = language, LIGHT
        self.names = QStringListModel()
        self.counts: dict[str, int] = {}
        """What counts in all documents; a ledger also lists what was rejected."""
        self._of_open: dict[str, int] = {}
        self._listed: dict[str, int] = {}
        self._wanted: int | None = None
        self.pages: dict[str, LedgerPage] = {kind.name: self._page_of(kind) for kind in KINDS.values()}
        self.suggestions = SuggestionsPage(self.names)
        self.pages[SUGGESTIONS] = self._connected(self.suggestions)
        self.results = SearchResults(self.names)
        self.pages[SEARCH] = self.results
        self._make_bar()
        self._lay_out()
        self._connect()
        self.set_language(language)

    def _page_of(self, kind: Kind) -> PassagePage:
        model = LedgerModel(columns_of(kind.name), attrgetter("id"))
        return self._connected(PassagePage(model, self.names, "", kind.name))

    def _connected(self, page: PassagePage) -> PassagePage:
        page.view.edited.connect(self.field_change_requested)
        page.model.arranging.connect(partial(self._select_wanted, page))
        page.view.selection_changed.connect(self.selection_changed)
        page.kind_change_requested.connect(self.kind_change_requested)
        page.state_change_requested.connect(self.state_change_requested)
        page.untag_requested.connect(self.untag_requested)
        return page

    def _make_bar(self) -> None:
        self.tabs = TabLine("ledger_tabs")
        for _name in self.pages:
            self.tabs.addTab("")
        self.tally = QLabel()
        self.tally.setObjectName("head_count")
        self.filter_field = FilterField()
        self.filter_field.setClearButtonEnabled(True)
        self.filter_field.setFixedWidth(200)
        self.scope = Segments((ALL, OPEN))
        self.scope.choose(ALL)
        self.columns_button = QToolButton()
        self.columns_button.setObjectName("small")

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(4, 2, 8, 2)
        bar.setSpacing(8)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        bar.addWidget(self.tally)
        bar.addWidget(self.scope)
        bar.addWidget(self.filter_field)
        bar.addWidget(self.columns_button)
        self.stack = QStackedWidget()
        for page in self.pages.values():
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.filter_field.textChanged.connect(self._filter)
        self.scope.asked.connect(self.refresh)
        self.columns_button.clicked.connect(self._open_columns)
        for page in self.pages.values():
            page.reveal_requested.connect(self.reveal_requested)
            page.show_requested.connect(self.show_requested)
            page.told.connect(self._count)
            page.view.arranged.connect(self.arranged)
            page.lift.clicked.connect(self.filter_field.clear)

    @property
    def page(self) -> LedgerPage:
        """The tab in sight."""
        return list(self.pages.values())[self.tabs.currentIndex()]

    @property
    def tab(self) -> str:
        """Its name: a kind or "search"."""
        return list(self.pages)[self.tabs.currentIndex()]

    def show_tab(self, name: str) -> None:
        self.tabs.setCurrentIndex(list(self.pages).index(name))

    def refresh(self) -> None:
        """Passages changed: ask for the rows in sight now, and for the others when they come into sight."""
        for name, page in self.pages.items():
            page.stale = name != SEARCH
        self._of_open.clear()
        self._ask()

    def set_rows(self, kind: str, rows: Sequence[Row | Suggested]) -> None:
        """Show these passages of a kind, or these suggestions; order, filters and selection stay."""
        self.pages[kind].set_rows(rows)
        of_open = self.scope.chosen == OPEN
        (self._of_open if of_open else self._listed)[kind] = len(rows)
        self._name_tabs()
        self._select_wanted(self.pages[kind])

    def _select_wanted(self, page: LedgerPage) -> None:
        """Select the row that is expected, once the rows are in their order."""
        if self._wanted is None or page.model.is_arranging:
            return
        if page.view.select_row(self._wanted):
            self._wanted = None

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Figures beside the names of the tabs, by kind."""
        self.counts.update(counts)
        self._name_tabs()

    def show_hits(self, query: str, hits: list[Found]) -> None:
        """Show what a search found, and its tab."""
        self.results.show_hits(query, hits)
        self.set_counts({SEARCH: len(hits)})
        self.show_tab(SEARCH)

    def expect(self, passage_id: int, kind: str) -> None:
        """Show the tab of a kind, and in it a passage's row as soon as the rows are filled anew."""
        self._wanted = passage_id
        self.show_tab(kind)

    def select_passage(self, passage_id: int, kind: str = "") -> None:
        """Select a passage's row and scroll to it. With its kind given, that tab comes to the front."""
        self.expect(passage_id, kind or self.tab)
        if not self.page.stale and self.page.view.select_row(passage_id):
            self._wanted = None

    def selected(self) -> list[int]:
        """Ids of the passages selected in the tab in sight."""
        return [] if self.tab == SEARCH else self.page.view.selected_keys()

    def confirm(self) -> None:
        """Take what is being typed in a cell, as when leaving it."""
        self.page.view.confirm()

    def set_departments(self, names: Iterable[str]) -> None:
        """The names the editors complete."""
        self.names.setStringList(sorted(names))

    def set_read_only(self, read_only: bool) -> None:
        for page in self.pages.values():
            page.model.read_only = read_only

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for place, name in enumerate(self.pages):
            colour = theme.kind(name).ink if name in KINDS else self._dot(name)
            self.tabs.setTabIcon(place, dot_icon(colour))
            self.pages[name].set_theme(theme)
        self.columns_button.setIcon(icon("more", theme))
        self.scope.dress(theme, dict.fromkeys((ALL, OPEN), (theme.ink, theme.selected)))

    def set_language(self, language: str) -> None:
        """Name everything in "zh" or "en"."""
        self.language = language
        for page in self.pages.values():
            page.model.set_language(language)
        for kind in KINDS.values():
            text = self.tr("No {kinds} yet. Select words in a document and press {key}.")
            self.pages[kind.name].empty = text.format(kinds=plural(kind, language).lower(), key=kind.key)
        self.suggestions.empty = self.tr(
            "No suggestions wait. Ctrl+G reads the document of the active pane and proposes what to tag."
        )
        self.scope.set_texts({ALL: self.tr("All documents"), OPEN: self.tr("Open ones")})
        self.filter_field.setPlaceholderText(self.tr("Filter rows"))
        self.columns_button.setToolTip(self.tr("Columns"))
        self._name_tabs()
        for page in self.pages.values():
            page.settle()

    def save_state(self) -> dict[str, Any]:
        """Columns and order of every tab, and which is in sight, as plain values."""
        return {"tab": self.tab, **{name: page.view.save_state() for name, page in self.pages.items()}}

    def restore_state(self, state: Mapping[str, Any]) -> None:
        """What `save_state` gave; what it does not know stays as it is."""
        for name, page in self.pages.items():
            page.view.restore_state(state.get(name, {}))
        if state.get("tab") in self.pages:
            self.show_tab(state["tab"])

    def _name_tabs(self) -> None:
        names = {kind.name: plural(kind, self.language) for kind in KINDS.values()}
        names |= {SUGGESTIONS: self.tr("Suggestions"), SEARCH: self.tr("Search results")}
        for place, name in enumerate(self.pages):
            count = self._count_of(name)
            self.tabs.setTabText(place, names[name] if count is None else f"{names[name]}  {count:,}")

    def _count_of(self, name: str) -> int | None:
        """What is told of all documents; the rows where only the open ones are listed, or nothing is told."""
        if self.scope.chosen == OPEN and name in self._of_open:
            return self._of_open[name]
        return self.counts.get(name, self._listed.get(name))

    def _dot(self, name: str) -> str:
        return self.theme.accent if name == SUGGESTIONS else self.theme.muted

    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.scope.setVisible(self.tab != SEARCH)
        self.page.model.set_words(self.filter_field.text())
        self._count()
        self._ask()
        self.selection_changed.emit(self.selected())
        self.arranged.emit()

    def _ask(self) -> None:
        if self.tab != SEARCH and self.page.stale:
            self.rows_requested.emit(self.tab, self.scope.chosen == OPEN)

    def _filter(self, words: str) -> None:
        self.page.model.set_words(words)
        self.page.settle()

    def _count(self) -> None:
        model, selected = self.page.model, len(self.page.view.selected_keys())
        parts = []
        if self.page.filtered():
            parts.append(
                self.tr("{shown} of {all}").format(shown=f"{len(model.shown):,}", all=f"{len(model.rows):,}")
            )
        if model.is_arranging and self.tab != SEARCH:
            parts.append(self.tr("Putting the rows in order…"))
        if self.page.is_cut:
            parts.append(self.tr("the first {count}").format(count=f"{len(model.rows):,}"))
        if selected > 1:
            parts.append(self.tr("{count} selected: an edit goes to all").format(count=f"{selected:,}"))
        self.tally.setText("  ·  ".join(parts))

    def _open_columns(self) -> None:
        menu = TickMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page.view.head.add_columns(menu)
        open_below(menu, self.columns_button)


def plural(kind: Kind, language: str) -> str:
    return kind.zh if language == "zh" else kind.plural
