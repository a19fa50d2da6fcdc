"""The tab of a search: a bar, the documents with their counts, and the hits in their context."""

from __future__ import annotations

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

WIDTHS = (260, 1200)


class SearchResults(LedgerPage):
    """The hits of the last search, the words looked for one below the other."""

    model: HitsModel

    def __init__(self, names: QStringListModel) -> None:
        self.bar, self.documents, self.query = SearchBar(), DocumentsList(), ""
        super().__init__(HitsModel(), names, "")
        self.view.setItemDelegateForColumn(0, InContext(self.view))
        self.show_hits("", [])

    def _lay_out(self) -> None:
        super()._lay_out()
        notice: QWidget = self.lift.parent()  # type: ignore[assignment]
        self.inner = QStackedWidget()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.addWidget(self.documents)
        split.addWidget(self.view)
        split.setStretchFactor(1, 1)
        split.setSizes(WIDTHS)
        self.inner.addWidget(split)
        self.inner.addWidget(notice)
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.inner, 1)
        self.addWidget(room)

    def settle(self) -> None:
        super().settle()
        self.inner.setCurrentIndex(self.currentIndex())
        self.setCurrentIndex(self.count() - 1)

    def show_hits(self, query: str, hits: list[Found]) -> None:
        """Show what was found for a query, in place of the last."""
        self.query = query
        self.empty = (
            self.tr("Nothing found for “{query}”.").format(query=query)
            if query
            else self.tr("Type in the search field to look through all documents.")
        )
        self.set_rows(hits)

    def add_hits(self, hits: list[Found]) -> None:
        """Show more hits behind those there are."""
        self.model.add_rows(hits)
        self.settle()

    def show_problem(self, sentence: str) -> None:
        """Say why nothing was looked for."""
        self.documents.show_counts({}, {})
        self.empty = sentence
        self.set_rows([])

    def show_counts(self, counts: Mapping[int, int], titles: Mapping[int, str]) -> None:
        """Show how many hits each document has."""
        self.documents.show_counts(counts, titles)
        self.documents.setVisible(len(counts) > 1)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.bar.set_theme(theme)
