"""The verbs of suggestions: proposing them for documents, and what an analyst decides on them.

Each that changes the store is one undoable step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from db import documents, passages, suggestions
from db.kinds import KINDS
from db.models import Document
from db.store import Store
from db.suggestions import SUGGESTED, Standing
from exporters.progress import Tick
from workbench.asking import directly
from workbench.lexicon import own_words
from workbench.proposing import Proposed, Sources, propose

if TYPE_CHECKING:
    from analysis.learning import Learned
    from analysis.suggest import Suggestion

ALIKE = 0.5
"""Share of the shorter of two stretches that both have in common, from which on they are about the same."""


class Outcome(NamedTuple):
    """What a run did: suggestions that came, those of before that went, and those that wait now."""

    made: int = 0
    withdrawn: int = 0
    waiting: int = 0


def suggest(
    store: Store,
    document_ids: Collection[int] | None = None,
    accept: bool = False,
    tick: Tick = lambda done, total: None,
    processes: int | None = None,
) -> Outcome:
    """Read these documents, or all, and store what is proposed; `accept` confirms it.

    Where the reading is interrupted, what was read by then is kept.
    """
    asked = sources(store, document_ids)
    return keep(store, propose(asked, own_words(store), tick, processes), accept)


def sources(store: Store, document_ids: Collection[int] | None = None) -> Sources:
    """These documents of the library, or all, as suggestions are read from them, one by one."""
    with store.read() as session:
        return Sources(documents.lengths(session, document_ids), directly(store))


def keep(store: Store, proposed: Iterable[Proposed], accept: bool = False) -> Outcome:
    """Store what was proposed for documents, as suggestions; `accept` confirms all that then wait there.

    Each document is committed for itself, all as one step. What an analyst decided on before is not proposed
    again. Suggestions of an earlier run that are not proposed any more are withdrawn, unless an analyst has
    worked on them.
    """
    run = Run(store, accept)
    for document_id, found in proposed:
        run.keep(document_id, found)
    return run.outcome


class Run:
    """One run of suggestions, whose documents are stored as they come and undone in one step."""

    def __init__(self, store: Store, accept: bool = False) -> None:
        self.outcome = Outcome()
        self.store, self._accept = store, accept
        self._step: int | None = None
        with store.read() as session:
            self._learned = _learned(session)

    def keep(self, document_id: int, found: Sequence[Suggestion]) -> None:
        """Store what is proposed for one document, unless it was removed meanwhile."""
        with self.store.step("suggest", joins=self._step) as session:
            if not documents.is_shelved(session, document_id):
                return
            outcome = _keep(session, document_id, found, self._learned, self._accept)
        self._step = self.store.last_change.step_id or self._step
        self.outcome = Outcome(*map(sum, zip(self.outcome, outcome, strict=True)))


def _keep(
    session: Any, document_id: int, found: Sequence[Suggestion], learned: Learned, accept: bool
) -> Outcome:
    standing = suggestions.standing(session, document_id)
    new, gone = fresh(found, standing)
    gone = suggestions.untouched(session, gone) if gone else []
    passages.untag(session, gone)
    state = "confirmed" if accept else SUGGESTED
    passages.tag_all(session, [_row(document_id, suggestion, learned, state) for suggestion in new])
    waiting = [old.id for old in standing if old.state == SUGGESTED and old.id not in gone]
    if accept and waiting:
        passages.set_field(session, waiting, "state", "confirmed")
    return Outcome(len(new), len(gone), len(new) + len(waiting))


def fresh(found: Sequence[Suggestion], standing: Sequence[Standing]) -> tuple[list[Suggestion], list[int]]:
    """The suggestions that are new among what stands in a document, and the open ones no longer proposed.

    What stands in the same place answers for a suggestion, also where its kind was changed. A passage that
    answers for none this way, because its ends were moved or an analyst tagged it before, answers for the one
    of its kind that is most alike.
    """
    places: dict[tuple[int, int], list[Standing]] = defaultdict(list)
    for old in standing:
        places[old.start, old.end].append(old)
    answering: set[int] = set()
    new: list[Suggestion] = []
    for suggestion in found:
        same = [old for old in places[suggestion.start, suggestion.end] if _answers(old, suggestion)]
        answering.update(old.id for old in same)
        if not same:
            new.append(suggestion)
    decided = [old for old in standing if old.state != SUGGESTED and old.id not in answering]
    for old in decided:
        if alike := _most_alike(old, new):
            new.remove(alike)
    return new, [old.id for old in standing if old.state == SUGGESTED and old.id not in answering]


def _answers(old: Standing, suggestion: Suggestion) -> bool:
    return old.kind == suggestion.kind or old.origin == suggestion.rule


def _most_alike(old: Standing, new: Sequence[Suggestion]) -> Suggestion | None:
    shares = [(_share(old, other), other) for other in new if other.kind == old.kind]
    share, other = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return other if share > ALIKE else None


def _share(old: Standing, other: Suggestion) -> float:
    common = min(old.end, other.end) - max(old.start, other.start)
    return max(common, 0) / min(old.end - old.start, other.end - other.start)


def _learned(session: Any) -> Learned:
    """What the analyst's decisions so far say of suggestions to come."""
    from analysis.learning import Learned, cues

    decided = suggestions.decisions(session)
    return Learned.of((cues(rule, reason), accepted) for rule, reason, accepted in decided)


def _row(document_id: int, found: Suggestion, learned: Learned, state: str) -> dict[str, Any]:
    from analysis.learning import cues

    detail = KINDS[found.kind].detail()
    detail.fill({name: (value.value, value.words) for name, value in found.fields.items()})
    return {
        "document_id": document_id,
        "start": found.start,
        "end": found.end,
        "kind": found.kind,
        "detail": detail,
        "state": state,
        "origin": found.rule,
        "reason": found.reason,
        "sureness": learned.adjusted(cues(found.rule, found.reason), found.sureness),
    }


def records(path: Path) -> Iterator[dict[str, Any]]:
    """What the program proposes for a file, without a project: its text, then one record a suggestion."""
    import importers
    from analysis import suggest as reading

    document = importers.read(path).document
    return reading.records(document.text, _headings(document), document.reference_year)


def _headings(document: Document) -> list[tuple[int, int, int]]:
    return [(b.start, b.end, b.level or 1) for b in document.blocks if b.kind in ("title", "heading")]


def confirm(store: Store, ids: Collection[int], joins: int | None = None) -> None:
    """Make suggestions passages of the analyst's own; with `joins` as part of that step."""
    with store.step("confirm suggestions", joins) as session:
        passages.set_field(session, ids, "state", "confirmed")


def reject(store: Store, ids: Collection[int], joins: int | None = None) -> None:
    """Refuse suggestions, which do not come back; with `joins` as part of that step."""
    with store.step("reject suggestions", joins) as session:
        passages.set_field(session, ids, "state", "rejected")
