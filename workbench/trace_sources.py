"""What tracing works on: the documents of a project with their targets, as plain values.

`load` asks the store and is quick; `told` reads the targets of documents nobody has tagged, which takes a
while and may be done in another thread.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from analysis.departments import departments
from analysis.numbers import numbers
from analysis.places import place_of
from analysis.sentences import sentence_at
from analysis.statements import Statement, statements
from analysis.trace_documents import Told
from analysis.trace_mentions import Mention, mentions, read
from db import documents, ledgers, links, lists
from db.documents import Sheet
from db.kinds import KINDS
from db.links import Joined
from db.store import Store
from exporters.progress import Tick

Heading = tuple[int, int, int]

_SUGGESTED = 0.9
"""Sureness of what a target that nobody confirmed says."""


@dataclass(frozen=True)
class Source:
    """A document as tracing needs it; `targets` are its passages that nobody refused."""

    document_id: int
    title: str
    issuer: str | None
    issued: date | None
    year: int | None
    source_name: str
    text: str
    headings: tuple[Heading, ...]
    targets: tuple[ledgers.Row, ...]
    leads: tuple[tuple[int, int, str], ...]
    """Of its tasks that name one: start, end and the lead department."""


@dataclass(frozen=True)
class Material:
    """All that tracing asks of a project."""

    sources: tuple[Source, ...]
    links: tuple[Joined, ...]
    aliases: dict[str, str]
    ceilings: frozenset[str]

    @cached_property
    def by_id(self) -> dict[int, Source]:
        """The sources by the id of their document."""
        return {source.document_id: source for source in self.sources}

    def refused(self) -> frozenset[tuple[int, int]]:
        """The pairs of passages an analyst said do not belong together."""
        return frozenset((link.from_id, link.to_id) for link in self.links if link.state == "rejected")


def load(store: Store) -> Material:
    """The documents of the library with their targets, links and lists."""
    with store.read() as session:
        targets, tasks = (_by_document(ledgers.rows(session, kind)) for kind in ("target", "task"))
        return Material(
            tuple(
                _source(shelved, documents.sheet(session, shelved.id), targets[shelved.id], tasks[shelved.id])
                for shelved in documents.shelf(session)
            ),
            tuple(links.every(session, ("trace", "continues"))),
            lists.aliases(session, "indicator"),
            frozenset(term.word for term in lists.terms(session) if term.role == "ceiling"),
        )


def _by_document(rows: Sequence[ledgers.Row]) -> defaultdict[int, list[ledgers.Row]]:
    sorted_out: defaultdict[int, list[ledgers.Row]] = defaultdict(list)
    for row in rows:
        if row.state != "rejected":
            sorted_out[row.document_id].append(row)
    return sorted_out


def _source(
    shelved: documents.Shelved, sheet: Sheet, targets: list[ledgers.Row], tasks: list[ledgers.Row]
) -> Source:
    lead = [field.name for field in KINDS["task"].fields].index("lead")
    return Source(
        shelved.id,
        shelved.title,
        shelved.issuer,
        shelved.issued,
        shelved.reference_year,
        shelved.source_name,
        sheet.text,
        tuple((b.start, b.end, b.level or 1) for b in sheet.blocks if b.kind in ("title", "heading")),
        tuple(targets),
        tuple((row.start, row.end, row.fields[lead]) for row in tasks if row.fields[lead]),
    )


def told(material: Material, tick: Tick = lambda done, total: None) -> list[Told]:
    """What each document says; where it has no targets yet, they are read from its text."""
    found = []
    for done, source in enumerate(material.sources):
        tick(done, len(material.sources))
        found.append(_told(source))
    tick(len(material.sources), len(material.sources))
    return found


def _told(source: Source) -> Told:
    words = source.text, source.headings, source.year, source.document_id
    return Told(
        source.document_id,
        source.title,
        source.year,
        place_of(source.title, source.issuer, source.source_name, source.text),
        tuple(one for row in source.targets for one in _stored(source, row)) or _read(*words),
        _statements(*words),
    )


@lru_cache(maxsize=128)
def _read(
    text: str, headings: tuple[Heading, ...], year: int | None, document_id: int
) -> tuple[Mention, ...]:
    return tuple(read(text, headings, year, document_id))


@lru_cache(maxsize=128)
def _statements(
    text: str, headings: tuple[Heading, ...], year: int | None, document_id: int
) -> tuple[Statement, ...]:
    return tuple(statements(text, headings, year, document_id))


def _stored(source: Source, row: ledgers.Row) -> list[Mention]:
    values = {field.name: value for field, value in zip(KINDS["target"].fields, row.fields, strict=True)}
    written = [n.words["value"] for n in numbers(row.quote) if n.value == values["value"]]
    place, sure = (row.start, row.end), 1.0 if row.state == "confirmed" else _SUGGESTED
    return mentions(
        source.text,
        source.document_id,
        source.year,
        place,
        values,
        (written or [""])[-1],
        id=row.id,
        sureness=sure,
    )


def department(source: Source, mention: Mention) -> str:
    """Who leads what a sentence promises: as its task passage says, else as the sentence itself does."""
    for start, end, lead in source.leads:
        if start <= mention.start < end:
            return lead
    first, last = sentence_at(source.text, mention.start)
    found = departments(source.text[first:last]).get("lead")
    return str(found.value) if found else ""
