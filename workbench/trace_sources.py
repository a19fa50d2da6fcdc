"""What tracing works on: what each document says, read once from its targets or its text, and kept packed.

`read` needs no store and takes a while, so that it may be done in another thread or process.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from hashlib import sha1
from typing import Any, NamedTuple

from analysis.departments import departments
from analysis.numbers import numbers
from analysis.own_words import OwnWords
from analysis.places import place_of
from analysis.sentences import sentence_at
from analysis.statements import Statement, statements
from analysis.trace_documents import Told
from analysis.trace_mentions import Mention, mentions
from analysis.trace_mentions import read as read_mentions
from db import documents, retraced
from db.kinds import KINDS
from db.retraced import Standing, Tagged
from workbench import policy_register
from workbench.packed import pack, unpack

Heading = tuple[int, int, int]

RULES = 1
"""Counted up whenever a document would be read or traced otherwise: what is kept is then worked out anew."""
BY_TRACKER = "tracker"
"""The origin of targets that were made by deciding on what became of a promise."""
_SUGGESTED = 0.9
"""Sureness of what a target that nobody confirmed says."""
_OF_MENTION = [field.name for field in fields(Mention) if field.name not in ("document_id", "year")]
_OF_STATEMENT = [field.name for field in fields(Statement) if field.name != "document_id"]
_DATES = ("period_from", "period_to")


@dataclass(frozen=True)
class Source:
    """A document as tracing reads it; `targets` are its passages that nobody refused.

    `leads` are of its tasks that name one: start, end and the lead department; `has_policies` says that some
    are tagged. `fingerprint` is that of all this but the text, which never changes.
    """

    document_id: int
    title: str
    issuer: str | None
    source_name: str
    year: int | None
    targets: tuple[Tagged, ...]
    leads: tuple[tuple[int, int, str], ...]
    has_policies: bool
    fingerprint: str
    text: str = ""
    headings: tuple[Heading, ...] = ()


class Read(NamedTuple):
    """What was read of a document, as it is kept: see db.derived.TrackedDocument."""

    document_id: int
    source: str
    place: str
    digest: str
    dues: list[int]
    said: bytes
    named: bytes


class Said(NamedTuple):
    """What a document says, and who leads what it promises, by the place of the promise."""

    told: Told
    departments: dict[int, str]


def described(session: Any, document_ids: Collection[int], own: OwnWords) -> list[Source]:
    """Documents without their texts: enough to know whether they were read as they are."""
    targets, tasks = (
        _by_document(retraced.tagged(session, kind, document_ids)) for kind in ("target", "task")
    )
    lead = [field.name for field in KINDS["task"].fields].index("lead")
    naming = retraced.naming(session, document_ids)
    found = []
    for id_, title, issuer, source_name, year in retraced.described(session, document_ids):
        leads = tuple((row.start, row.end, row.fields[lead]) for row in tasks[id_] if row.fields[lead])
        told_by = title, issuer, source_name, year, tuple(targets[id_]), leads, id_ in naming
        words = own if _tells_more(targets[id_]) else None
        found.append(Source(id_, *told_by, fingerprint(RULES, told_by, words)))
    return found


def sources(session: Any, document_ids: Collection[int], own: OwnWords) -> list[Source]:
    """Documents with their texts, as they are read."""
    texts = {one.id: one for one in documents.readable(session, document_ids)}
    return [
        replace(one, text=texts[one.document_id].text, headings=texts[one.document_id].headings)
        for one in described(session, document_ids, own)
        if one.document_id in texts
    ]


def fingerprint(*values: Any) -> str:
    """Tells values from all others."""
    return sha1(repr(values).encode(), usedforsecurity=False).hexdigest()


def _by_document(rows: Sequence[Tagged]) -> defaultdict[int, list[Tagged]]:
    sorted_out: defaultdict[int, list[Tagged]] = defaultdict(list)
    for row in rows:
        sorted_out[row.document_id].append(row)
    return sorted_out


def read(own: OwnWords, source: Source) -> Read:
    """What a document says, packed; where nobody has tagged targets yet, they are read from its text."""
    said = _said(own, source)
    packed = _packed(said)
    digest = fingerprint(source.year, packed)
    told = said.told
    named = pack(policy_register.read(source.text, not source.has_policies))
    return Read(source.document_id, source.fingerprint, told.place, digest, sorted(told.dues), packed, named)


def _tells_more(targets: Sequence[Tagged]) -> bool:
    """Whether the text may tell of more than its targets: they stand only for what was decided on them."""
    return all(row.origin == BY_TRACKER for row in targets)


def _said(own: OwnWords, source: Source) -> Said:
    words = source.text, source.headings, source.year, source.document_id
    given = tuple(one for row in source.targets for one in _stored(source, row))
    if _tells_more(source.targets):
        given = _together(given, read_mentions(*words, own))
    told = Told(
        source.document_id,
        source.title,
        source.year,
        place_of(source.title, source.issuer, source.source_name, source.text),
        given,
        tuple(statements(*words)),
    )
    leads = {side.mention.start: _department(source, side.mention) for side in told.plans}
    return Said(told, {start: lead for start, lead in leads.items() if lead})


def _together(given: Sequence[Mention], found: Iterable[Mention]) -> tuple[Mention, ...]:
    """What targets say, and what the text says elsewhere, in its order."""
    taken = {one.start for one in given}
    more = (one for one in found if one.start not in taken)
    return tuple(sorted((*given, *more), key=lambda one: one.start))


def _stored(source: Source, row: Tagged) -> list[Mention]:
    values = {field.name: value for field, value in zip(KINDS["target"].fields, row.fields, strict=True)}
    quote = source.text[row.start : row.end]
    written = [n.words["value"] for n in numbers(quote) if n.value == values["value"]]
    return mentions(
        source.text,
        source.document_id,
        source.year,
        (row.start, row.end),
        values,
        (written or [""])[-1],
        id=row.id,
        sureness=1.0 if row.state == "confirmed" else _SUGGESTED,
    )


def _department(source: Source, mention: Mention) -> str:
    """Who leads what a sentence promises: as its task passage says, else as the sentence itself does."""
    for start, end, lead in source.leads:
        if start <= mention.start < end:
            return lead
    first, last = sentence_at(source.text, mention.start)
    found = departments(source.text[first:last]).get("lead")
    return str(found.value) if found else ""


def _packed(said: Said) -> bytes:
    values = {
        "mentions": [[getattr(one, name) for name in _OF_MENTION] for one in said.told.mentions],
        "statements": [[getattr(one, name) for name in _OF_STATEMENT] for one in said.told.statements],
        "departments": [[start, lead] for start, lead in said.departments.items()],
    }
    return pack(values)


def unpacked(standing: Standing, packed: bytes) -> Said:
    """What was read of a document."""
    values = unpack(packed)
    id_, year = standing.document_id, standing.year
    said = Told(
        id_,
        standing.title,
        year,
        standing.place,
        tuple(_mention(id_, year, dict(zip(_OF_MENTION, one, strict=True))) for one in values["mentions"]),
        tuple(Statement(id_, *one) for one in values["statements"]),
    )
    return Said(said, dict(values["departments"]))


def _mention(document_id: int, year: int | None, values: dict[str, Any]) -> Mention:
    for name in _DATES:
        values[name] = values[name] and date.fromisoformat(values[name])
    return Mention(document_id=document_id, year=year, **values)


def kept(session: Any, document_ids: Collection[int]) -> dict[int, Said]:
    """What was read of these documents of the library, as far as it was."""
    packed = retraced.said(session, document_ids)
    standing = retraced.standing(session, document_ids)
    return {one.document_id: unpacked(one, packed[one.document_id]) for one in standing}
