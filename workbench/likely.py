"""What may report a promise, and which promise a number may report: to be chosen by hand."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.trace_documents import Told
from analysis.trace_mentions import Mention
from analysis.traces import ranked
from db import retraced
from db.store import Store
from workbench import trace_sources
from workbench.tracker import Place, placed

MOST = 100
"""Documents that are looked through."""


def near(store: Store, document_id: int, most: int = MOST) -> list[Told]:
    """What a document says, and those it may be about: of its place first, the nearest in years first."""
    with store.read() as session:
        there = retraced.standing(session)
        mine = next((one for one in there if one.document_id == document_id), None)
        if mine is None:
            return []

        def away(other: retraced.Standing) -> tuple[bool, bool, int]:
            years = abs((other.year or 0) - (mine.year or 0))
            return other is not mine, other.place != mine.place, years

        ids = [one.document_id for one in sorted(there, key=away)[:most]]
        return [said.told for said in trace_sources.kept(session, ids).values()]


def likely(documents: Sequence[Told], promise: Place, count: int = 20) -> list[tuple[Place, float]]:
    """What may report a promise, the likeliest first, also what tracing would not join."""
    mine, others = _apart(documents, promise)
    return [(placed(one, others[one]), sure) for one, sure in ranked(mine, others)[:count]]


def likely_promises(documents: Sequence[Told], report: Place, count: int = 20) -> list[tuple[Place, float]]:
    """The promises that a quote may report, the likeliest first: the other way round."""
    mine, others = _apart(documents, report)
    found = [(one, sure) for one in others if one.nature == "planned" for _, sure in ranked(one, [mine])]
    found.sort(key=lambda each: -each[1])
    return [(placed(one, others[one]), sure) for one, sure in found[:count]]


def elsewhere(documents: Sequence[Told], place: Place) -> list[Place]:
    """All numbers that the other documents give, in order: to look one up by its words."""
    return [placed(one, told) for one, told in _apart(documents, place)[1].items()]


def place_of(documents: Sequence[Told], passage_id: int) -> Place | None:
    """Where a target stands that is tagged or suggested; None where it has no number."""
    found = (placed(one, told) for told in documents for one in told.mentions if one.id == passage_id)
    return next(found, None)


def _apart(documents: Sequence[Told], place: Place) -> tuple[Mention, dict[Mention, Told]]:
    """The mention at a place, and those of other documents."""
    (own,) = (told for told in documents if told.document_id == place.document_id)
    mine = next(one for one in own.mentions if (one.start, one.value) == (place.start, place.value))
    return mine, {one: told for told in documents if told is not own for one in told.mentions}
