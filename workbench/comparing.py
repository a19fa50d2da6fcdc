"""The verbs of comparing: two documents aligned, sentence by sentence, and what came of it in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.align import Alignment, Pair, Text, align
from analysis.continued import Continued, continued
from analysis.own_words import OwnWords
from analysis.suggest import suggest
from db import documents, ledgers
from db.store import Store
from workbench.in_context import paragraph_at
from workbench.lexicon import words_of

USUAL = 0.35
"""Sureness below which sentences are shown as dropped and new while the reader has moved nothing."""


class Line(NamedTuple):
    """A pair of sentences as a list shows it; an absent one has no words and no paragraph."""

    pair: Pair
    a: str
    b: str
    a_paragraph: int | None
    b_paragraph: int | None


class Comparison(NamedTuple):
    """Two documents aligned: their titles, the counts by state, and the sentences of each."""

    a_title: str
    b_title: str
    counts: dict[str, int]
    lines: tuple[Line, ...]

    def of(self, *states: str) -> list[Line]:
        """The lines of these states, in the order of A: "same", "reworded", "new", "dropped"."""
        return [line for line in self.lines if line.pair.state in states]


def text(store: Store, document_id: int) -> Text:
    """A document as alignment takes it."""
    with store.read() as session:
        sheet = documents.sheet(session, document_id)
    headings = ((b.start, b.end, b.level or 1) for b in sheet.blocks if b.kind in ("title", "heading"))
    return Text(sheet.text, tuple(headings))


def compare(store: Store, a: int, b: int, sureness: float = USUAL) -> Comparison:
    """Document B compared with document A; pairs below `sureness` count as dropped and new."""
    texts = text(store, a), text(store, b)
    return summary(store, a, b, align(*texts).at_least(sureness))


def summary(store: Store, a: int, b: int, alignment: Alignment) -> Comparison:
    """What an alignment of documents A and B says, in lists with words and paragraph numbers."""
    with store.read() as session:
        sheets = [documents.sheet(session, id_) for id_ in (a, b)]
        paragraphs = [documents.paragraphs(session, id_) for id_ in (a, b)]
    found = lines(alignment, [sheet.text for sheet in sheets], paragraphs)
    return Comparison(sheets[0].title, sheets[1].title, alignment.counts(), found)


def lines(
    alignment: Alignment, texts: Sequence[str], paragraphs: Sequence[list[tuple[int, int | None]]]
) -> tuple[Line, ...]:
    """The pairs of an alignment with their words, and paragraphs as db.documents.paragraphs gives them."""
    return tuple(_line(pair, texts, paragraphs) for pair in alignment.pairs)


def tasks(store: Store, a: int, b: int) -> list[Continued]:
    """What document B makes of the tasks that document A sets: continued, finished or dropped.

    Tasks are A's passages, confirmed or suggested; where it has none, they are read on the fly.
    """
    return courses(text(store, a), text(store, b), *set_tasks(store, a, b))


def set_tasks(store: Store, a: int, b: int) -> tuple[list[tuple[int, int]], int | None, OwnWords]:
    """Where the tasks tagged or suggested in document A stand, the year of document B, the own words."""
    with store.read() as session:
        own = words_of(session)
        rows = ledgers.rows(session, "task", [a])
        _, year = documents.text(session, b)
    return [(row.start, row.end) for row in rows if row.state != "rejected"], year, own


def courses(
    a: Text, b: Text, places: Sequence[tuple[int, int]], year: int | None, own: OwnWords
) -> list[Continued]:
    """As `tasks`, of what `text` and `set_tasks` gave; needs no store."""
    return continued(a, places or _read(a, own), b, year)


def _read(text: Text, own: OwnWords) -> list[tuple[int, int]]:
    found = suggest(text.text, text.headings, own=own)
    return [(one.start, one.end) for one in found if one.kind == "task"]


def _line(pair: Pair, texts: Sequence[str], paragraphs: Sequence[list[tuple[int, int | None]]]) -> Line:
    spans = (pair.a_start, pair.a_end), (pair.b_start, pair.b_end)
    words = [text[start:end] for text, (start, end) in zip(texts, spans, strict=True)]
    numbers = [
        paragraph_at(starts, start) if start < end else None
        for starts, (start, end) in zip(paragraphs, spans, strict=True)
    ]
    return Line(pair, words[0], words[1], numbers[0], numbers[1])
