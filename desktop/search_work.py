"""What is done with a search: narrowed, saved, tagged, handed on, its index made anew."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from db.problems import Problem
from desktop import lookups, modal
from desktop.popups import open_below
from desktop.searching import Searching
from desktop.workspace import Workspace
from workbench import searching, tagging_hits
from workbench.searching import Asked


class SearchWork(QObject):
    """Answers the buttons of the bar over the hits."""

    def __init__(self, search: Searching, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self.searching, self.workspace, self.window = search, workspace, window
        self.bar = search.results.bar
        self._menu: QWidget | None = None
        self.bar.filters_asked.connect(self.ask_filters)
        self.bar.saved_asked.connect(self.show_saved)
        self.bar.tagging_asked.connect(self.ask_tagging)
        self.bar.export_asked.connect(self.ask_export)

    def ask_filters(self) -> None:
        """Open the form of all filters below its button."""
        from desktop.search_filters import SearchFilters

        asked, language = self.searching.asked, self.searching.ledgers.language
        form = SearchFilters(asked.filters, asked.alike, asked.whole, self._names(), language, self.window)
        form.taken.connect(self._narrow)
        open_below(form, self.bar.filters)

    def _names(self) -> dict[str, list[str]]:
        store = self.workspace.store
        issuers = {row.issuer for row in self.workspace.shelf() if row.issuer}
        return {
            "labels": [label.name for label in lookups.all_labels(store)],
            "issuer": sorted(issuers),
            "department": sorted(lookups.departments(store)),
        }

    def _narrow(self, filters: Any, alike: bool, whole: bool) -> None:
        self.searching.ask(replace(self.searching.asked, filters=filters, alike=alike, whole=whole))

    def show_saved(self) -> None:
        """Open the menu of saved searches below its button."""
        from desktop.search_saved import SavedSearches

        present = self.searching.asked.words if self.searching.counts and self.workspace.writable else ""
        rows = searching.saved(self.workspace.store)
        menu = SavedSearches(rows, present, self._count, self.window)
        menu.save_asked.connect(lambda name: self.workspace.do(searching.save, name, self.searching.asked))
        menu.chosen.connect(self.searching.ask_saved)
        menu.removal_asked.connect(lambda id_: self.workspace.do(searching.forget, [id_]))
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu
        open_below(menu, self.bar.saved)

    def _count(self, written: dict[str, Any]) -> int:
        try:
            return sum(searching.count(self.workspace.store, Asked.of(written)).values())
        except Problem:
            return 0

    def ask_tagging(self) -> None:
        """Show what tagging all hits would make, and do it where that is taken."""
        from desktop.search_tagging import SearchTagging

        preview = partial(tagging_hits.preview, self.workspace.store, self.searching.asked)
        ledgers = self.searching.ledgers
        dialog = SearchTagging(preview, ledgers.theme, ledgers.language, self.window)
        dialog.taken.connect(lambda chosen, kind: self.workspace.do(tagging_hits.tag, chosen, kind))
        modal.show(dialog, until=self.workspace.closing)

    def ask_export(self) -> None:
        """Ask for a file, and write all hits to it."""
        folder = self.workspace.store.path.parent
        name, _ = QFileDialog.getSaveFileName(
            self.window,
            self.tr("Write the hits to Excel"),
            str(folder / self.tr("Hits.xlsx")),
            "Excel (*.xlsx)",
        )
        if name:
            path = Path(name).with_suffix(".xlsx")
            try:
                searching.export(
                    self.workspace.store, self.searching.asked, path, self.searching.ledgers.language
                )
            except Problem as problem:
                self.workspace.failed.emit(problem)

    def reindex(self) -> None:
        """Make the search index anew, and look again."""
        self.workspace.do(searching.reindex)
        self.searching.search()
