"""What the commands on suggestions do: have documents read, go from one to the next, confirm and reject."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from db.suggestions import SUGGESTED
from desktop import lookups
from desktop.asking import Asking
from desktop.counted import counted
from desktop.library_panel import LibraryPanel
from desktop.reading.seen import seen
from desktop.suggestions_page import CONFIRMED, REJECTED, SUGGESTIONS
from desktop.tagging import SHORTLY, Tagging
from desktop.work import LongWork, Tick, Work
from desktop.workspace import Workspace
from workbench import crew, lexicon, proposing, suggesting, verbs

if TYPE_CHECKING:
    from db.passages import Span
    from workbench.proposing import Proposed

AT_ONCE = 2_000
"""Suggestions decided on while the window waits."""
DECISIONS = {CONFIRMED: suggesting.confirm, REJECTED: suggesting.reject}


class Suggesting(QObject):
    """Brings suggestions in and lets them be decided on."""

    working = Signal(LongWork)
    told = Signal(str)
    """A notice for the analyst."""
    _proposed = Signal(object, object, object)
    """From the thread: the run, what is proposed for a document, and what to call when it is stored."""

    def __init__(self, workspace: Workspace, tagging: Tagging, library: LibraryPanel) -> None:
        super().__init__(tagging)
        self.workspace, self.tagging, self.library = workspace, tagging, library
        self.reading, self.ledgers = tagging.reading, tagging.ledgers
        self.offer = tagging.inspector.offer
        self._offered: int | None = None
        self._shortly = QTimer(self, singleShot=True, interval=SHORTLY)
        self._shortly.timeout.connect(self._look_for_numbers)
        self._proposed.connect(self._keep)
        self.ledgers.suggestions.on_page = self.on_page
        tagging.tagged.connect(self._ask_for_numbers)
        tagging.focus_changed.connect(self._withdraw_offer)
        self.offer.accepted.connect(self.make_several)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands on suggestions do, by their ids."""
        return {
            "suggest": self.suggest,
            "suggest_chosen": self.suggest_chosen,
            "suggest_all": self.suggest_all,
            "next_suggestion": partial(self.step, True),
            "previous_suggestion": partial(self.step, False),
            "confirm": partial(self.decide, CONFIRMED, goes_on=False),
            "confirm_next": partial(self.decide, CONFIRMED, goes_on=True),
            "reject": partial(self.decide, REJECTED, goes_on=True),
            "confirm_kind": self.confirm_kind,
            "confirm_page": self.confirm_page,
            "confirm_sure": self.confirm_sure,
        }

    def suggest(self) -> None:
        """Have the document of the active pane read."""
        if (document_id := self.reading.document_id) is not None:
            self.read([document_id])

    def suggest_chosen(self) -> None:
        """Have the documents read that are chosen in the library."""
        self.read(self.library.chosen())

    def suggest_all(self) -> None:
        self.read(None)

    def read(self, document_ids: Collection[int] | None) -> None:
        """Read these documents, or all, behind the window, and store what is proposed as it comes."""
        store = self.workspace.store
        sources, own = suggesting.sources(store, document_ids), lexicon.own_words(store)
        run, asking = suggesting.Run(store), Asking(self.workspace, self)

        def call(tick: Tick) -> None:
            turn = threading.Semaphore()
            for proposed in proposing.propose(sources.through(asking.through(tick)), own, tick):
                while not turn.acquire(timeout=crew.PULSE):
                    tick(0, 0)
                self._proposed.emit(run, proposed, turn.release)

        words = self.tr("Reading {documents} for suggestions").format(
            documents=counted(len(sources), "document")
        )
        work = Work(call, self, words, self.tr("What was read before stays; the rest was not read."))
        asking.setParent(work)
        work.done.connect(lambda _value: self._tell(run, document_ids))
        self.workspace.closing.connect(work.cancel)
        self.working.emit(work)

    def _keep(self, run: suggesting.Run, proposed: Proposed, stored: Callable[[], None]) -> None:
        """Store what is proposed for one document; the next has its turn when the window had its own."""
        if self.workspace.is_open and self.workspace.store is run.store:
            self.workspace.do(lambda _store, *found: run.keep(*found), *proposed)
        QTimer.singleShot(0, stored)

    def _tell(self, run: suggesting.Run, document_ids: Collection[int] | None) -> None:
        """Say what came of it; of one document, show it too."""
        made, _, waiting = run.outcome
        if waiting:
            words = self.tr("{made} new suggestions, {waiting} wait. N next · C confirm · X reject")
        else:
            words = self.tr("Nothing new to suggest.")
        self.told.emit(words.format(made=f"{made:,}", waiting=f"{waiting:,}"))
        self.ledgers.show_tab(SUGGESTIONS)
        if document_ids is not None and [self.reading.document_id] == list(document_ids):
            self.reading.pane.setFocus()
            if not self.tagging.ids and waiting:
                self.step(True)

    def is_open(self) -> bool:
        """Whether a suggestion has the focus; of several passages that is only known when it is asked."""
        if len(self.tagging.ids) != 1:
            return bool(self.tagging.ids)
        (passage_id,) = self.tagging.ids
        found = (frame.pane.marks.spans.get(passage_id) for frame in self.reading.frames)
        if (span := next(filter(None, found), None)) is not None:
            return span.state == SUGGESTED
        return self.ledgers.suggestions.model.place_of(passage_id) is not None

    def step(self, forward: bool) -> None:
        """Have the next suggestion of the document in focus, or the one before; past the end, the first."""
        if (span := self._beside(forward)) is None:
            self.told.emit(self.tr("No suggestions wait in this document."))
            return
        self.reading.pane.show_interval(span.start, span.end)
        self.tagging.click(span.id)

    def _beside(self, forward: bool, leaving: Collection[int] = ()) -> Span | None:
        """The open suggestion next to what has the focus; those about to leave are passed over."""
        pane = self.reading.pane
        spans = [s for s in pane.marks.spans.all if s.state == SUGGESTED and s.id not in leaving]
        here = (pane.focus.span.start, -pane.focus.span.end, pane.focus.span.id) if pane.focus.span else None
        if here is None:
            here = (max(pane.chosen.caret, pane.first_offset()), -(1 << 40), 0)
        after = [span for span in spans if ((span.start, -span.end, span.id) > here) == forward]
        after = [span for span in after if span.id != pane.focus.id]
        if forward:
            return next(iter(after or spans), None)
        return (after or spans)[-1] if spans else None

    def decide(self, state: str, goes_on: bool) -> None:
        """Confirm or reject the suggestions in focus, and perhaps go on to the next."""
        ids = lookups.open_among(self.workspace.store, self.tagging.ids)
        if not ids or not self.workspace.writable or not self.tagging.inspector.settled():
            return
        following = self._beside(True, ids) if goes_on else None
        self.set_state(ids, state)
        if following is not None and self.workspace.is_open:
            self.reading.pane.show_interval(following.start, following.end)
            self.tagging.click(following.id)

    def set_state(self, ids: Sequence[int], state: str) -> None:
        """Confirm or reject passages in one step; very many in turns with the window, still in one step."""
        if len(ids) <= AT_ONCE:
            self.workspace.do(DECISIONS[state], ids)
            return
        words = self.tr("Deciding on {suggestions}").format(suggestions=counted(len(ids), "suggestion"))
        undone = self.tr("What was decided before stays; the rest waits.")
        self.working.emit(self.workspace.in_turns(DECISIONS[state], ids, AT_ONCE, words, undone))

    def enter(self) -> None:
        """Enter in a document: take what is offered, or confirm the suggestion in focus and go on."""
        if self.offer.isVisible():
            self.make_several()
        elif self.is_open():
            self.decide(CONFIRMED, goes_on=True)

    def confirm_kind(self) -> None:
        """Confirm all suggestions of the document that are of the kind of the one in focus."""
        spans = self._open_spans()
        kinds = {span.kind for span in spans if span.id in self.tagging.ids}
        self._confirm([span.id for span in spans if span.kind in kinds])

    def confirm_page(self) -> None:
        """Confirm the suggestions that the active pane shows."""
        self._confirm(self.on_page())

    def confirm_sure(self) -> None:
        """Confirm the suggestions of the document that are as sure as the bar of their ledger says."""
        if (document_id := self.reading.document_id) is not None:
            least = self.ledgers.suggestions.bar.least.value()
            self._confirm(lookups.surer(self.workspace.store, document_id, least))

    def _confirm(self, ids: Sequence[int]) -> None:
        if ids:
            self.set_state(ids, CONFIRMED)
        told = self.tr("{suggestions} confirmed").format(suggestions=counted(len(ids), "suggestion"))
        self.told.emit(told)

    def _open_spans(self) -> list[Span]:
        return [span for span in self.reading.pane.marks.spans.all if span.state == SUGGESTED]

    def on_page(self) -> list[int]:
        """The open suggestions that begin in what the active pane shows."""
        if self.reading.document_id is None:
            return []
        start, end = seen(self.reading.pane)
        return [span.id for span in self._open_spans() if start <= span.start < end]

    def _ask_for_numbers(self, passage_id: int, kind: str) -> None:
        self._offered = passage_id if kind == "target" else None
        self._shortly.start()

    def _look_for_numbers(self) -> None:
        """Offer to make several targets of a passage just tagged that holds several numbers."""
        if self._offered is None or self.tagging.ids != [self._offered]:
            return
        if (count := len(verbs.numbers_in(self.workspace.store, self._offered))) > 1:
            self.offer.offer(count)

    def _withdraw_offer(self) -> None:
        if self.tagging.ids != [self._offered]:
            self.offer.hide()

    def make_several(self) -> None:
        """Make a target of each number of the passage just tagged."""
        self.offer.hide()
        if self._offered is not None and (ids := self.workspace.do(verbs.make_several, self._offered)):
            self.tagging.focus(ids)
