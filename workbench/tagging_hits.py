"""Tagging what a search found: first as a list to look through, then all in one step."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from db import documents, passages, search, suggestions
from db.store import Store
from db.suggestions import SUGGESTED
from workbench import verbs
from workbench.searching import Asked, hits

HIT, SENTENCE = "hit", "sentence"
"""What becomes a passage: the words found, or the sentence they stand in."""


class Stretch(NamedTuple):
    """What would be tagged: text[start:end] of a document, whose title is `document`."""

    document_id: int
    start: int
    end: int
    words: str
    document: str


def preview(
    store: Store, asked: Asked, kind: str, extent: str, document_ids: Collection[int] | None = None
) -> list[Stretch]:
    """What tagging all hits, in these documents or in all, would make passages of a kind.

    What is one already, or was refused as one, is left out; what is only suggested is not.
    """
    with store.read() as session:
        return list(_stretches(session, asked, kind, extent, document_ids))


def _stretches(
    session: Any, asked: Asked, kind: str, extent: str, document_ids: Collection[int] | None
) -> Iterator[Stretch]:
    titles = documents.titles(session, document_ids)
    found = hits(session, asked, document_ids)
    for document_id, some in groupby(found, key=attrgetter("document_id")):
        text, _ = documents.text(session, document_id)
        standing = passages.spans(session, document_id)
        known = {(old.start, old.end) for old in standing if old.kind == kind and old.state != SUGGESTED}
        for start, end in dict.fromkeys(_extent(text, hit, extent) for hit in some):
            if (start, end) not in known:
                yield Stretch(document_id, start, end, text[start:end], titles[document_id])


def _extent(text: str, hit: search.Hit | Any, extent: str) -> tuple[int, int]:
    from analysis.sentences import sentence_at

    return sentence_at(text, hit.start) if extent == SENTENCE else (hit.start, hit.end)


def tag(store: Store, stretches: Sequence[Stretch], kind: str, joins: int | None = None) -> int | None:
    """Make the stretches passages of a kind, their fields read from their words, as one step; its id.

    Open suggestions in just these places are confirmed instead. With `joins` all become part of that step,
    as in db.store.Store.step.
    """
    with store.step("tag all hits", joins) as session:
        waiting = _waiting(session, stretches, kind)
        if waiting:
            passages.set_field(session, list(waiting.values()), "state", "confirmed")
        fresh = [stretch[:3] for stretch in stretches if stretch[:3] not in waiting]
        passages.tag_all(session, verbs.read_at(session, fresh, kind))
    return store.last_change.step_id


def _waiting(session: Any, stretches: Sequence[Stretch], kind: str) -> dict[tuple[int, int, int], int]:
    places = {stretch[:3] for stretch in stretches}
    return {
        (document_id, *place): id_
        for document_id in {document_id for document_id, _, _ in places}
        for place, id_ in suggestions.waiting_in(session, document_id, kind).items()
        if (document_id, *place) in places
    }
