"""The words of a project's documents: frequencies, keywords, lines through the years, labels together.

Counting is long work on plain values, in processes of their own where there is much. A text never changes,
so what was counted of a document is kept by its id as long as the program runs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from analysis.frequency import Counts, counted, keywords, per_10000
from analysis.lexicons import words_of
from analysis.togetherness import Grid, Marked, labels_by_kinds, labels_by_labels
from db import documents, labels, lists
from db.kinds import KINDS
from db.store import Store
from exporters.progress import Tick
from workbench import crew, lexicon

Counted = tuple[int, Counter[str]]
"""A document's id and its words."""

WORTH = 1_000_000
"""Characters from which on counting in several processes is done before it could have been done in one."""


class Source(NamedTuple):
    """A document whose words are counted; `length` in characters."""

    id: int
    title: str
    year: int | None
    length: int


class WordRow(NamedTuple):
    """A word in some documents together; `rate` is for 10,000 characters."""

    word: str
    times: int
    documents: int
    rate: float

    def told(self) -> str:
        return f"{self.times}\t{self.documents}\t{self.rate:.2f}\t{self.word}"


class KeywordRow(NamedTuple):
    """A word typical of a document, with its rank there, from 1."""

    document_id: int
    document: str
    year: int | None
    rank: int
    word: str
    times: int
    weight: float

    def told(self) -> str:
        return f"[{self.document_id}]\t{self.rank}\t{self.times}\t{self.weight:.4f}\t{self.word}"


class YearRow(NamedTuple):
    """A word in all documents of a reference year; `rate` is for 10,000 characters."""

    word: str
    year: int
    times: int
    documents: int
    rate: float


class Task(NamedTuple):
    """What is still to be counted: texts by document, and the words that are not cut apart."""

    texts: tuple[tuple[int, str], ...]
    whole: tuple[str, ...]

    def only(self, document_ids: Collection[int]) -> Task:
        """What of it concerns these documents."""
        return self._replace(texts=tuple(pair for pair in self.texts if pair[0] in document_ids))


class WordCounts:
    """What was counted of a project's documents so far."""

    def __init__(self) -> None:
        self.counts = Counts()
        self.whole: tuple[str, ...] = ()

    def task(self, store: Store) -> Task:
        """What must be counted before the library is known: new documents, and those that hold a word whose
        cutting has changed since."""
        with store.read() as session:
            whole = lexicon.words_of(session).whole
            changed = set(whole) ^ set(self.whole)
            missing = [id_ for id_ in documents.titles(session) if id_ not in self.counts]
            texts = documents.texts(session, None if changed else missing)
        wanted = ((id_, text) for id_, text in texts if id_ not in self.counts or _holds(text, changed))
        return Task(tuple(wanted), whole)

    def take(self, task: Task, found: Iterable[Counted]) -> None:
        """Keep what is counted of a task, as it comes; where that ends early, the rest is missing."""
        self.whole = task.whole
        for document_id, _ in task.texts:
            self.counts.forget(document_id)
        for document_id, words in found:
            self.counts.add(document_id, words)

    def frequencies(self, sources: Sequence[Source], stops: Collection[str]) -> list[WordRow]:
        """All words of the documents, the most frequent first."""
        characters = sum(source.length for source in sources)
        totals = self.counts.totals(source.id for source in sources)
        rows = [
            WordRow(word, total.times, total.documents, per_10000(total.times, characters))
            for word, total in totals.items()
            if word not in stops
        ]
        return sorted(rows, key=lambda row: (-row.times, row.word))

    def keywords(self, sources: Sequence[Source], stops: Collection[str], top: int = 20) -> list[KeywordRow]:
        """The words most typical of each document, document after document."""
        return [
            KeywordRow(source.id, source.title, source.year, rank, *keyword)
            for source in sources
            for rank, keyword in enumerate(keywords(self.counts.of(source.id), stops, top), 1)
        ]

    def through_years(self, sources: Sequence[Source], words: Iterable[str]) -> list[YearRow]:
        """Words in the documents of each reference year, word after word; years without any are told as 0."""
        dated = sorted((source for source in sources if source.year is not None), key=attrgetter("year"))
        years = [(year, list(group)) for year, group in groupby(dated, attrgetter("year"))]
        return [self._of_year(word, year, group) for word in words for year, group in years]

    def _of_year(self, word: str, year: int, sources: Sequence[Source]) -> YearRow:
        counts = [self.counts.count(source.id, word) for source in sources]
        rate = per_10000(sum(counts), sum(source.length for source in sources))
        return YearRow(word, year, sum(counts), sum(map(bool, counts)), rate)


def _holds(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def sources(store: Store, document_ids: Collection[int] | None = None) -> list[Source]:
    """These documents of the library, or all."""
    with store.read() as session:
        shelf = documents.shelf(session, counted={})
    return [
        Source(row.id, row.title, row.reference_year, row.length)
        for row in shelf
        if document_ids is None or row.id in document_ids
    ]


def stop_words(store: Store) -> frozenset[str]:
    """The words left out: function words, and the project's own."""
    return words_of("stop_words").union(lexicon.own_words(store).stops)


def count(
    task: Task, tick: Tick = lambda done, total: None, processes: int | None = None
) -> Iterator[Counted]:
    """The words of each document of a task, as each is counted; in no certain order.

    `tick`, `processes` and what is raised are those of `crew.share`; little is counted in this process.
    """
    is_little = sum(len(text) for _, text in task.texts) < WORTH
    return crew.share(partial(_counted, task.whole), task.texts, tick, 1 if is_little else processes)


def _counted(whole: Collection[str], source: tuple[int, str]) -> Counted:
    document_id, text = source
    return document_id, counted(text, whole)


def together(store: Store) -> tuple[Grid, Grid]:
    """Labels by kinds, and labels by labels, of what is confirmed; labels in the order of their tree."""
    with store.read() as session:
        names = list(dict.fromkeys(label.name for label in labels.tree(session)))
        standing = labels.labelled(session)
        marked = [passage for group in _by_document(standing) for passage in _marked(session, group)]
    return labels_by_kinds(marked, names, list(KINDS)), labels_by_labels(marked, names)


def _by_document(rows: Sequence[labels.Labelled]) -> list[list[labels.Labelled]]:
    return [list(group) for _, group in groupby(rows, attrgetter("document_id"))]


def _marked(session: Any, rows: Sequence[labels.Labelled]) -> Iterator[Marked]:
    document_id = rows[0].document_id
    starts = [start for start, _ in documents.paragraphs(session, document_id)]
    for _, group in groupby(rows, attrgetter("passage_id")):
        first, *others = group
        names = tuple(row.label for row in (first, *others))
        upto = range(bisect_right(starts, first.start), bisect_right(starts, first.end - 1) + 1)
        yield Marked(first.kind, names, tuple((document_id, place) for place in upto))


def add_words(store: Store, words: Sequence[str], role: str) -> None:
    """Add words to the project's lexicon in a role of db.lists.ROLES, in one step."""
    with store.step("add word") as session:
        for word in words:
            lists.add_term(session, word, role)
