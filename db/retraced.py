"""What the tracked promises of a project follow from, and how they are kept, for workbench/retracing.py."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple, cast

from sqlalchemy import CursorResult, delete, insert, literal, select, update
from sqlalchemy.orm import Session, aliased

from db import ledgers
from db.derived import DOCUMENTS, LINES, PROMISES, relink
from db.models import Document, Link, Passage
from db.rows import execute, parts, this_row
from db.tracked import found_ids, sought


class Standing(NamedTuple):
    """A document of the library that has been read, and what its promises follow from."""

    document_id: int
    title: str
    year: int | None
    place: str
    digest: str
    dues: list[int]
    traced: str
    names: str


class Tagged(NamedTuple):
    """A passage as tracing needs it; `fields` are in the order of KINDS[kind].fields."""

    document_id: int
    id: int
    start: int
    end: int
    state: str
    origin: str
    quote: str
    fields: tuple[Any, ...]


class Linked(NamedTuple):
    """What an analyst decided on a promise and a report, by their passages; confirmed or rejected."""

    document_id: int
    from_id: int
    to_id: int
    state: str
    to_document: int


def described(session: Session, document_ids: Collection[int]) -> list[tuple[Any, ...]]:
    """What documents of the library say of themselves: id, title, issuer, source and reference year."""
    columns = Document.id, Document.title, Document.issuer, Document.source_name, Document.reference_year
    there = Document.id.in_(document_ids), Document.trashed.is_(None)
    return [tuple(row) for row in session.execute(select(*columns).where(*there).order_by(Document.id))]


def tagged(session: Session, kind: str, document_ids: Collection[int]) -> list[Tagged]:
    """The passages of a kind in documents that nobody refused, in the order of documents and text."""
    columns = [getattr(Passage, name) for name in Tagged._fields[:-1]]
    mine = (Passage.kind == kind) & Passage.document_id.in_(document_ids) & (Passage.state != "rejected")
    return [Tagged._make(row) for row in ledgers.listed(session, kind, columns, mine)]


def naming(session: Session, document_ids: Collection[int]) -> set[int]:
    """Those of the documents in which policies are tagged or suggested."""
    mine = (Passage.kind == "policy") & Passage.document_id.in_(document_ids) & (Passage.state != "rejected")
    return set(session.scalars(select(Passage.document_id).where(mine).distinct()))


def decided(session: Session) -> list[Linked]:
    """The traces an analyst confirmed, and all links refused, to passages of documents of the library."""
    one, other, there = aliased(Passage), aliased(Passage), aliased(Document)
    settled = ((Link.kind == "trace") & (Link.state == "confirmed")) | (Link.state == "rejected")
    asked = (
        select(one.document_id, Link.from_id, Link.to_id, Link.state, other.document_id)
        .join(one, one.id == Link.from_id)
        .join(other, other.id == Link.to_id)
        .join(there, there.id == other.document_id)
        .where(there.trashed.is_(None), settled, Link.kind.in_(("trace", "continues")))
        .order_by(Link.id)
    )
    return list(map(Linked._make, session.connection().execute(asked).cursor.fetchall()))


def unchecked(session: Session, noted: bool = True) -> list[int]:
    """The documents of the library that something may have touched since they were read, or that were not.

    `noted`: each change is noted here, as it is not where another program makes them.
    """
    known = select(DOCUMENTS.c.document_id).where(DOCUMENTS.c.checked, literal(noted))
    there = select(Document.id).where(Document.trashed.is_(None), Document.id.not_in(known))
    return found_ids(session, there.order_by(Document.id))


def standing(session: Session, document_ids: Collection[int] | None = None) -> list[Standing]:
    """These documents of the library, or all, as far as they were read, in the order of their import."""
    own = [DOCUMENTS.c[name] for name in Standing._fields[3:]]
    columns = Document.id, Document.title, Document.reference_year, *own
    asked = select(*columns).join(DOCUMENTS, DOCUMENTS.c.document_id == Document.id)
    if document_ids is not None:
        asked = asked.where(Document.id.in_(document_ids))
    found = session.execute(asked.where(Document.trashed.is_(None)).order_by(Document.id))
    return [Standing._make(row) for row in found]


def sources(session: Session, document_ids: Collection[int]) -> dict[int, str]:
    """By document the fingerprint of what it was read from."""
    asked = select(DOCUMENTS.c.document_id, DOCUMENTS.c.source)
    return dict(session.execute(asked.where(DOCUMENTS.c.document_id.in_(document_ids))).all())


def said(session: Session, document_ids: Collection[int], column: str = "said") -> dict[int, bytes]:
    """By document what was read of it, packed; "named" are the policies."""
    asked = select(DOCUMENTS.c.document_id, DOCUMENTS.c[column])
    some = parts(list(document_ids))
    found = (row for part in some for row in session.execute(asked.where(DOCUMENTS.c.document_id.in_(part))))
    return dict(found)


def checked(session: Session, document_ids: Collection[int]) -> set[int]:
    """Those of the documents that stand in the library as they were when they were read."""
    known = select(DOCUMENTS.c.document_id).where(
        DOCUMENTS.c.document_id.in_(document_ids), DOCUMENTS.c.checked
    )
    there = select(Document.id).where(Document.trashed.is_(None), Document.id.in_(known))
    return set(found_ids(session, there))


def check(session: Session, document_ids: Collection[int]) -> None:
    """Notes that documents are as they were when they were read."""
    mine = DOCUMENTS.c.document_id.in_(document_ids)
    session.execute(DOCUMENTS.update().where(mine).values(checked=True))


def keep_said(session: Session, document_id: int, **columns: Any) -> None:
    """Keeps what was read of a document: the columns of a TrackedDocument but what was traced."""
    there = DOCUMENTS.update().where(DOCUMENTS.c.document_id == document_id)
    if not cast(CursorResult[Any], session.execute(there.values(**columns))).rowcount:
        blank = {"document_id": document_id, "traced": "", "names": ""}
        session.execute(insert(DOCUMENTS).values(**blank, **columns))


def keep(
    session: Session, document_id: int, whose: str, promises: Sequence[Mapping[str, Any]], **traced: str
) -> None:
    """Keeps the promises of a document in place of those kept before; the same promise keeps its id.

    Each has the columns of a TrackedPromise but those of its links and its line, which is told by its words.
    `traced` are the fingerprints of what they follow from.
    """
    mine = PROMISES.c.document_id == document_id
    told_by = [PROMISES.c[name] for name in ("start", "indicator", "value", "id")]
    known = {
        (start, indicator, value): id_
        for start, indicator, value, id_ in session.execute(select(*told_by).where(mine))
    }
    session.execute(delete(PROMISES).where(mine))
    line_ids = _line_ids(session, whose, {promise["line"] for promise in promises})
    blank = dict.fromkeys(PROMISES.c.keys()) | {"document_id": document_id, "link_state": "", "best": 0}
    made = [
        blank
        | {name: value for name, value in promise.items() if name != "line"}
        | {"line_id": line_ids[promise["line"]], "state": promise["computed"]}
        | {"id": known.pop((promise["start"], promise["indicator"], promise["value"]), None)}
        for promise in promises
    ]
    made.sort(key=lambda promise: promise["id"] is None)
    if made:
        execute(session, insert(PROMISES), {name: [row[name] for row in made] for name in blank})
    relink(session, [document_id])
    session.execute(DOCUMENTS.update().where(DOCUMENTS.c.document_id == document_id).values(**traced))


def _line_ids(session: Session, whose: str, wanted: Collection[str]) -> dict[str, int]:
    """The lines of a place by their words, made where there are none."""
    of_place = select(LINES.c.line, LINES.c.id).where(LINES.c.whose == whose, LINES.c.line.in_(wanted))
    found = dict(session.execute(of_place).all())
    missing = [{"line": line, "whose": whose} for line in sorted(wanted) if line not in found]
    if missing:
        session.execute(insert(LINES), missing)
        found = dict(session.execute(of_place).all())
    return found


def is_renamed(session: Session, names: str) -> bool:
    """Whether promises are shown under other names than those of this fingerprint."""
    stale = select(DOCUMENTS.c.document_id).where(DOCUMENTS.c.names.not_in(("", names))).limit(1)
    return session.scalar(stale) is not None


def concerned(session: Session, merged: Collection[str]) -> set[str]:
    """What promises were read as whose names are shown otherwise, or may be, as these names are merged."""
    lines = select(LINES.c.id).where(LINES.c.line.in_(merged))
    asked = select(PROMISES.c.indicator).where(
        (PROMISES.c.shown != PROMISES.c.indicator)
        | PROMISES.c.indicator.in_(merged)
        | PROMISES.c.line_id.in_(lines)
    )
    return set(session.scalars(asked.distinct()))


def rename(session: Session, shown: Mapping[str, tuple[str, str]], names: str) -> None:
    """Shows indicators, by what they were read as, under a name and in a line; `names` is the fingerprint."""
    columns = [PROMISES.c[name] for name in ("id", "indicator", "shown", "sought")]
    asked = select(*columns, LINES.c.whose).join(LINES, LINES.c.id == PROMISES.c.line_id)
    found = [row for row in session.execute(asked) if shown.get(row.indicator, (row.shown,))[0] != row.shown]
    for whose, some in groupby(sorted(found, key=attrgetter("whose")), attrgetter("whose")):
        changed = list(some)
        lines = _line_ids(session, whose, {shown[row.indicator][1] for row in changed})
        news = {
            "the_id": [row.id for row in changed],
            "shown": [shown[row.indicator][0] for row in changed],
            "line_id": [lines[shown[row.indicator][1]] for row in changed],
            "sought": [_sought_as(shown[row.indicator][0], row.sought) for row in changed],
        }
        execute(session, update(PROMISES).where(this_row(PROMISES)), news)
    session.execute(DOCUMENTS.update().values(names=names))


def _sought_as(name: str, before: str) -> str:
    return sought(name) + before[before.index("\n") :]
