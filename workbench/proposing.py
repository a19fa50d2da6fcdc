"""Suggestions for many documents, each asked of the store when its turn comes: plain values in and out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from db import documents
from db.documents import Readable
from exporters.progress import Tick
from workbench import crew
from workbench.asking import Ask

if TYPE_CHECKING:
    from analysis.own_words import OwnWords
    from analysis.suggest import Suggestion
    from db.store import Store

WORTH = 200_000
"""Characters from which on reading in several processes is done before they could have been read in one."""

Proposed = tuple[int, "list[Suggestion]"]
"""A document's id and what is proposed for it."""


class Sources:
    """Documents to be read, their `lengths` by id; one that is removed before its turn is passed over."""

    def __init__(self, lengths: Mapping[int, int], ask: Ask[list[Readable]]) -> None:
        self.lengths, self._ask = lengths, ask

    def through(self, ask: Ask[list[Readable]]) -> Sources:
        """The same, asked of the store in another way."""
        return Sources(self.lengths, ask)

    def __len__(self) -> int:
        return len(self.lengths)

    def __iter__(self) -> Iterator[Readable]:
        for id_ in self.lengths:
            yield from self._ask(partial(_readable, id_))


def _readable(document_id: int, store: Store) -> list[Readable]:
    with store.read() as session:
        return documents.readable(session, [document_id])


def propose(
    sources: Sources,
    own: OwnWords,
    tick: Tick = lambda done, total: None,
    processes: int | None = None,
) -> Iterator[Proposed]:
    """What is proposed for each document, as each is read; in no certain order.

    `tick`, `processes` and what is raised are those of `crew.share`; little is read in this process.
    """
    is_little = sum(sources.lengths.values()) < WORTH
    return crew.share(partial(_read, own), sources, tick, 1 if is_little else processes)


def _read(own: OwnWords, source: Readable) -> Proposed:
    from analysis.suggest import suggest

    return source.id, suggest(source.text, source.headings, source.reference_year, own)
