"""The tab of a search: a bar, the documents with their counts, and the hits in their context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.ledger_page import LedgerPage
from desktop.search_bar import SearchBar
from desktop.search_documents import DocumentsList
from desktop.search_hits import HitsModel, InContext
from desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.searching import Found

WIDTHS, LEAST = (260, 1200), 180
"""Of the list of documents and the table, and what the list has at least."""


class SearchResults(LedgerPage):
    """The hits of the last search, the words looked for one below the other."""

    model: HitsModel

    def __init__(self, names: QStringListModel) -> None:
        self.bar, self.documents, self.query = SearchBar(), DocumentsList(), ""
        super().__init__(HitsModel(), names, "")
        self.view.setItemDelegateForColumn(0, InContext(self.view))
        self.show_hits("", [])

    def _lay_out(self) -> None:
        """The bar stays in sight also where a message stands in place of the table."""
        super()._lay_out()
        self.inner = QStackedWidget()
        while (part := self.currentWidget()) is not None:
            self.inner.addWidget(part)
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.inner, 1)
        self.addWidget(room)

    def _table(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        self.documents.setMinimumWidth(LEAST)
        split.addWidget(self.documents)
        split.addWidget(self.view)
        split.setStretchFactor(1, 1)
        split.setSizes(WIDTHS)
        return split

    def settle(self) -> None:
        super().settle()
        self.inner.setCurrentIndex(0 if self.model.shown else 1)

    def show_hits(self, query: str, hits: list[Found]) -> None:
        """Show what was found for a query, in place of the last."""
        self.query = query
        self.empty = (
            self.tr("Nothing found for “{query}”.").format(query=query)
            if query
            else self.tr("Type in the search field to look through all documents.")
        )
        self.set_rows(hits)

    def add_hits(self, hits: list[Found], has_more: bool) -> None:
        """Show more hits behind those there are; `has_more` says whether others are still to come."""
        self.model.add_rows(hits, has_more)
        self.settle()

    def show_problem(self, sentence: str) -> None:
        """Say why nothing was looked for."""
        self.documents.show_counts({}, {})
        self.empty = sentence
        self.set_rows([])

    def show_counts(self, counts: Mapping[int, int], titles: Mapping[int, str]) -> None:
        """Show how many hits each document has."""
        self.documents.show_counts(counts, titles)
        self.model.titles = Counter()
        for id_, count in counts.items():
            self.model.titles[titles[id_]] += count
        self.documents.setVisible(len(counts) > 1)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.bar.set_theme(theme)
