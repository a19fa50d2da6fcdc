"""What is done with a search: narrowed, saved, tagged, handed on, its index made anew.

All hits may be hundreds of thousands: they are looked for a few documents at a time, in turns of the event
loop or as the thread that writes them asks for more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from db.problems import Problem
from desktop import lookups, modal
from desktop.asking import Asking
from desktop.popups import open_below
from desktop.searching import Searching
from desktop.work import LongWork, Tick, Work
from desktop.workspace import Workspace
from workbench import searching, tagging_hits, verbs
from workbench.searching import Asked, Found

if TYPE_CHECKING:
    from db.store import Store
    from workbench.asking import Ask
    from workbench.tagging_hits import Stretch

AT_ONCE = 20
"""Hits tagged in one turn of the event loop."""
DOCUMENTS = 32
"""In which the hits of a saved search are counted in one turn."""


class SearchWork(QObject):
    """Answers the buttons of the bar over the hits."""

    working = Signal(LongWork)
    told = Signal(str)
    """A notice."""

    def __init__(self, search: Searching, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self.searching, self.workspace, self.window = search, workspace, window
        self.bar = search.results.bar
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
        open_below(menu, self.bar.saved)

    def _count(self, written: dict[str, Any]) -> Iterator[int]:
        """How many hits a saved search has in some documents, and in the next ones."""
        asked, ids = Asked.of(written), list(verbs.titles(self.workspace.store))
        for first in range(0, len(ids), DOCUMENTS):
            try:
                counted = searching.count(self.workspace.store, asked, ids[first : first + DOCUMENTS])
            except Problem:
                return
            yield sum(counted.values())

    def ask_tagging(self) -> None:
        """Show what tagging all hits would make, and do it where that is taken."""
        from desktop.search_tagging import SearchTagging

        ledgers, asked = self.searching.ledgers, self.searching.asked
        dialog = SearchTagging(partial(self._stretches, asked), ledgers.theme, ledgers.language, self.window)
        dialog.taken.connect(self.tag)
        modal.show(dialog, until=self.workspace.closing)

    def _stretches(self, asked: Asked, kind: str, extent: str) -> Iterator[list[Stretch]]:
        for ids in self.searching.portions():
            yield tagging_hits.preview(self.workspace.store, asked, kind, extent, ids)

    def tag(self, stretches: Sequence[Stretch], kind: str) -> None:
        """Make passages of these stretches, in turns that are one step to undo."""
        words = self.tr("Tagging {count} hits").format(count=f"{len(stretches):,}")
        undone = self.tr("The other hits were not tagged; those that were are one step to undo.")

        def tag(store: Store, some: Sequence[Stretch], joins: int | None) -> None:
            tagging_hits.tag(store, some, kind, joins)

        self.working.emit(self.workspace.in_turns(tag, stretches, AT_ONCE, words, undone))

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
            self.export(Path(name).with_suffix(".xlsx"))

    def export(self, path: Path) -> None:
        """Write all hits to a file, behind the window."""
        asked, language = self.searching.asked, self.searching.ledgers.language
        portions, asking = list(self.searching.portions()), Asking(self.workspace, self)

        def call(tick: Tick) -> None:
            hits = _hits(asking.through(tick), asked, portions, tick)
            searching.write(hits, asked, path, language)

        work = Work(
            call,
            self,
            self.tr("Writing {name}").format(name=path.name),
            self.tr("{name} was not written.").format(name=path.name.replace("{", "{{").replace("}", "}}")),
        )
        asking.setParent(work)
        work.done.connect(lambda _none: self.told.emit(self.tr("{name} is written.").format(name=path.name)))
        self.workspace.closing.connect(work.cancel)
        self.working.emit(work)

    def reindex(self) -> None:
        """Make the search index anew, and look again."""
        self.workspace.do(searching.reindex)
        self.searching.search()


def _hits(ask: Ask[list[Found]], asked: Asked, portions: Sequence[list[int]], tick: Tick) -> Iterator[Found]:
    """In the thread: all hits, asked for some documents at a time."""
    for done, ids in enumerate(portions):
        tick(done, len(portions))
        yield from ask(partial(searching.find, asked=asked, document_ids=ids))
    tick(len(portions), len(portions))
