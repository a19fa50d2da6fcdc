"""Suggestions for many documents: plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbench import crew
from workbench.crew import Tick

if TYPE_CHECKING:
    from analysis.own_words import OwnWords
    from analysis.suggest import Suggestion
    from db.documents import Readable

WORTH = 200_000
"""Characters from which on reading in several processes is done before they could have been read in one."""

Proposed = tuple[int, "list[Suggestion]"]
"""A document's id and what is proposed for it."""


def propose(
    sources: Sequence[Readable],
    own: OwnWords,
    tick: Tick = lambda done, total: None,
    processes: int | None = None,
) -> Iterator[Proposed]:
    """What is proposed for each document, as each is read; in no certain order.

    `tick`, `processes` and what is raised are those of `crew.share`; little is read in this process.
    """
    is_little = sum(len(source.text) for source in sources) < WORTH
    return crew.share(partial(_read, own), sources, tick, 1 if is_little else processes)


def _read(own: OwnWords, source: Readable) -> Proposed:
    from analysis.suggest import suggest

    return source.id, suggest(source.text, source.headings, source.reference_year, own)
