"""Searching: looks through all documents for what is typed in the search field.

Documents are counted a few at a time, and their hits fetched as they come into sight, or all of them where
they are sorted or filtered; so a search with a hundred thousand hits keeps nobody waiting.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from db.problems import Problem
from desktop import search_conditions
from desktop.ledger_panel import SEARCH, LedgerPanel
from desktop.problem_box import sentence
from desktop.reading_view import ReadingView
from desktop.search_documents import ALL
from desktop.search_field import SearchField
from desktop.workspace import Workspace
from workbench import searching, verbs
from workbench.searching import Asked, Found

QUOTE = '"'
PAUSE = 200
"""Milliseconds without a key after which the words are looked for."""
AT_ONCE = 32
"""Documents counted in the first turn of the event loop; then as many as a turn has time for."""
TURN = 0.015
"""Seconds a turn shall take."""
PORTION = 500
"""Hits fetched at a time, and the rest of the last document's."""
LARGE_PORTION = 2_000
"""The same where all are wanted: what a turn has time for."""


class Places(Mapping[int, Sequence[tuple[int, int]]]):
    """By document, what is lit up in it: looked for when a pane asks for it."""

    def __init__(self, workspace: Workspace, asked: Asked) -> None:
        self.workspace, self.asked = workspace, asked
        self._known: dict[int, list[tuple[int, int]]] = {}

    def __getitem__(self, document_id: int) -> list[tuple[int, int]]:
        if document_id not in self._known:
            self._known[document_id] = searching.places(self.workspace.store, self.asked, document_id)
        return self._known[document_id]

    def __iter__(self) -> Iterator[int]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


class Searching(QObject):
    """Looks for the words of the field, lists the hits in the ledgers and lights them up in the panes."""

    shown = Signal()
    """Something was looked for: what came of it, though it be nothing, shall be in sight."""

    def __init__(
        self, workspace: Workspace, field: SearchField, ledgers: LedgerPanel, reading: ReadingView
    ) -> None:
        super().__init__(field)
        self.workspace, self.field, self.ledgers, self.reading = workspace, field, ledgers, reading
        self.results, self.asked = ledgers.results, Asked()
        self.counts: dict[int, int] = {}
        self._titles: dict[int, str] = {}
        self._uncounted: list[int] = []
        self._unfetched: list[int] = []
        self._at_once = AT_ONCE
        self._left: list[tuple[int, int]] = []
        self._entered = False
        """Whether the keyboard goes to the hits as soon as there are any."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._again = QTimer(self, singleShot=True, interval=PAUSE)
        self._turn = QTimer(self, interval=0)
        self._connect()

    def _connect(self) -> None:
        self._pause.timeout.connect(self.search)
        self._again.timeout.connect(self._look_again)
        self._turn.timeout.connect(self._go_on)
        self.field.textEdited.connect(lambda _words: self._type())
        self.field.textChanged.connect(self._cleared)
        self.field.returnPressed.connect(self.enter)
        self.results.bar.place_asked.connect(lambda place: self.ask(replace(self.asked, place=place)))
        self.results.bar.condition_lifted.connect(self._lift)
        self.results.documents.chosen.connect(self._show_document)
        self.results.model.more_wanted.connect(lambda: self._fetch(PORTION))
        self.results.model.all_wanted.connect(self._begin_fetching)
        self.results.model.arranging.connect(self._tell_fetched)
        self.ledgers.reveal_requested.connect(lambda *_place: self.leave_from())
        self.workspace.documents_changed.connect(self.follow)
        self.workspace.passages_changed.connect(lambda _changed: self.follow_passages())
        self.workspace.closing.connect(self._rest)
        self.workspace.closed.connect(self._forget)

    def begin(self) -> None:
        """Put the keyboard into the field, with what is selected in the active pane."""
        if selected := self.reading.pane.selection():
            words = self.reading.pane.flow.text[slice(*selected)].partition("\n")[0]
            self.field.setText(words if words.isalnum() else f"{QUOTE}{words.replace(QUOTE, '')}{QUOTE}")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def ask(self, asked: Asked) -> None:
        """Look for this, in place of what was asked before."""
        self.asked = asked
        if self.field.text().strip() != asked.words:
            self.field.setText(asked.words)
        self.search()

    def ask_saved(self, written: dict[str, Any]) -> None:
        """Look for what was saved."""
        self.ask(Asked.of(written))
        self.ledgers.show_tab(SEARCH)

    def search(self) -> None:
        """Look for the words now, and bring the list of hits to the front."""
        if self.workspace.is_open:
            self.look()
            self.ledgers.show_tab(SEARCH)
            self.shown.emit()

    def look(self) -> None:
        """Look for the words now."""
        self._pause.stop()
        self._rest()
        self._again.stop()
        self.asked = replace(self.asked, words=self.field.text().strip())
        try:
            asks = self.asked.says_anything
        except Problem as problem:
            self._begin({})
            self.results.show_problem(sentence(problem))
            return
        self._begin(verbs.titles(self.workspace.store) if asks else {})
        self._go_on()

    def _begin(self, titles: dict[int, str]) -> None:
        self.counts, self._titles = {}, titles
        self._uncounted, self._unfetched, self._at_once = list(titles), [], AT_ONCE
        lit = Places(self.workspace, self.asked) if titles else {}
        self.reading.show_hits(lit)
        self.results.model.has_more = False
        self.results.bar.place.choose(self.asked.place)
        self.results.bar.show_conditions(search_conditions.shown(self.asked.filters, self.ledgers.language))
        self.results.show_hits(self._named(), [])
        self._tell()

    def _named(self) -> str:
        conditions = search_conditions.shown(self.asked.filters, self.ledgers.language)
        return self.asked.words or " · ".join(words for _, words in conditions)

    def _go_on(self) -> None:
        """Count some more documents, then fetch some more hits where all are wanted."""
        if self._uncounted:
            self._count_on()
        elif self.results.model.wants_all:
            self._fetch(LARGE_PORTION)
        if not self._uncounted and not self.results.model.wants_all:
            self._rest()
        elif not self._turn.isActive():
            self._turn.start()

    def _count_on(self) -> None:
        """Count some more documents, and show their hits while there are few."""
        some, self._uncounted = self._uncounted[: self._at_once], self._uncounted[self._at_once :]
        begun = perf_counter()
        counted = searching.count(self.workspace.store, self.asked, some)
        fitting = int(len(some) * TURN / (perf_counter() - begun))
        self._at_once = max(1, min(fitting, 4 * self._at_once))
        self.counts |= counted
        if self._lists_all:
            self._unfetched += counted
            if len(self.results.model.rows) < PORTION:
                self._fetch(PORTION)
        self._tell()
        if self._entered and self.field.hasFocus():
            self._go_to_hits()

    def _tell(self) -> None:
        total = sum(self.counts.values())
        self.results.show_counts(self.counts, self._titles)
        self.ledgers.set_counts({SEARCH: total})
        self.results.bar.enable(bool(total), self.workspace.writable, self.workspace.is_open)

    def _fetch(self, portion: int) -> None:
        """Fetch the hits of the next documents, and show them behind the others."""
        found = self._next(portion)
        self.results.add_hits(found, self._has_more)
        self._tell_fetched()

    @property
    def _lists_all(self) -> bool:
        """Whether the hits of all documents are listed, and not those of a chosen one."""
        return self.results.documents.document_id == ALL

    @property
    def _has_more(self) -> bool:
        return bool(self._unfetched or (self._lists_all and self._uncounted))

    def _begin_fetching(self) -> None:
        """Begin to fetch all; nobody looks for garbage among so many rows, which takes 100 ms each time."""
        gc.disable()
        self._turn.start()
        self._tell_fetched()

    def _rest(self) -> None:
        """Count and fetch no more."""
        self._turn.stop()
        gc.enable()

    def _tell_fetched(self) -> None:
        """Say how far the hits are on their way into the order that is asked for."""
        model, total = self.results.model, sum(self.counts.values())
        if model.wants_all:
            self.results.bar.tell_fetched(len(model.rows), total)
        else:
            self.results.bar.tell_arranging(model.is_arranging)

    def _next(self, portion: int) -> list[Found]:
        wanted: list[int] = []
        while self._unfetched and sum(self.counts[id_] for id_ in wanted) < portion:
            wanted.append(self._unfetched.pop(0))
        return self._found(wanted) if wanted else []

    def portions(self) -> Iterator[list[int]]:
        """The documents with hits, and those not counted yet, as many at a time as a turn has time for."""
        some, hits = [], 0
        for document_id in (*self.counts, *self._uncounted):
            some.append(document_id)
            hits += self.counts.get(document_id, PORTION // 4)
            if hits >= PORTION:
                yield some
                some, hits = [], 0
        if some:
            yield some

    def _found(self, document_ids: Sequence[int]) -> list[Found]:
        return searching.find(self.workspace.store, self.asked, document_ids)

    def _show_document(self, document_id: int) -> None:
        """Show the hits of one document, or of all again."""
        self._unfetched = list(self.counts) if document_id == ALL else [document_id]
        found = self._next(PORTION)
        self.results.model.has_more = self._has_more
        self.results.set_rows(found)
        self._tell_fetched()

    def _lift(self, name: str) -> None:
        lifted = search_conditions.without(self.asked.filters, name)
        self.ask(replace(self.asked, filters=lifted))

    def follow(self) -> None:
        """Documents came or went: look again, a moment later, where something is looked for."""
        if self._titles:
            self._again.start()

    def follow_passages(self) -> None:
        """Passages changed: look again where they decide what is found."""
        if self.asked.place != "text" or self.asked.filters.on_passages:
            self.follow()

    def _look_again(self) -> None:
        if self.workspace.is_open:
            self.look()

    def enter(self) -> None:
        """Look for the words and go to the list of hits; where there are none, stay with the words."""
        self.search()
        self.ledgers.show_tab(SEARCH)
        self._go_to_hits()
        if self._entered:
            self.field.setFocus()
            self.field.selectAll()

    def _go_to_hits(self) -> None:
        """Put the keyboard on the first hit, now or once there is one."""
        self._entered = not self.results.model.shown
        if not self._entered:
            self.results.view.setFocus()
            self.results.view.selectRow(0)

    def _type(self) -> None:
        self._entered = False
        self._pause.start()

    def leave_from(self) -> None:
        """Remember where the active pane stands, before a hit is jumped to."""
        if self.reading.document_id is not None:
            self._left.append((self.reading.document_id, self.reading.pane.first_offset()))

    def go_back(self) -> None:
        """Return to where the active pane stood before the last jump."""
        known = {row.id for row in self.workspace.shelf()}
        while self._left:
            document_id, offset = self._left.pop()
            if document_id in known:
                self.reading.go_to(document_id, offset, offset)
                self.reading.pane.scroll_to(offset, 0)
                return

    def _forget(self) -> None:
        """The project is closed: what was looked for goes with it."""
        self.field.clear()
        self._pause.stop()
        self._again.stop()
        self.asked, self._left = Asked(), []
        self._begin({})

    def _cleared(self, words: str) -> None:
        if not words and self.workspace.is_open:
            self.look()
