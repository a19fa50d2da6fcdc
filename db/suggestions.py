"""Suggestions: their list, what stands where already, and how far a document is worked through."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Integer, bindparam, exists, func, select
from sqlalchemy.orm import Session

from db.history import PASSAGES
from db.kinds import KINDS
from db.ledgers import PLACE, listed
from db.models import DETAIL_TABLES, Block, Document, Passage
from db.rows import parts

SUGGESTED = "suggested"
MOST = 20_000
"""Suggestions of a list; those beyond come into it as the first are decided on."""
_WHOLE = Integer()


class Suggested(NamedTuple):
    """An open suggestion in their list; `fields` are in the order of KINDS[kind].fields.

    `document` is the title, `paragraph` the number of the block in which it starts.
    """

    id: int
    document_id: int
    document: str
    paragraph: int | None
    start: int
    end: int
    kind: str
    quote: str
    reason: str
    sureness: float | None
    fields: tuple[Any, ...]


class Standing(NamedTuple):
    """What a new suggestion may find in its place."""

    id: int
    start: int
    end: int
    kind: str
    state: str
    origin: str


class Covered(NamedTuple):
    """How many paragraphs of a document there are, hold a confirmed passage, or only open suggestions."""

    paragraphs: int
    tagged: int
    waiting: int


class Glimpse(NamedTuple):
    """What is asked of all open suggestions, before their rows are seen."""

    id: int
    kind: str
    sureness: float | None


def waiting(
    session: Session,
    document_ids: Collection[int] | None = None,
    most: int = MOST,
    kinds: Collection[str] = KINDS.keys(),
) -> list[Glimpse]:
    """The first open suggestions of these documents or of all, in the order of documents and text."""
    trashed = select(Document.id).where(Document.trashed.is_not(None))
    first = (
        select(*(PASSAGES.c[name] for name in Glimpse._fields))
        .where(_IS_OPEN, PASSAGES.c.document_id.not_in(trashed), PASSAGES.c.kind.in_(kinds))
        .order_by(PASSAGES.c.document_id, PASSAGES.c.start, PASSAGES.c.end.desc(), PASSAGES.c.kind)
        .limit(most)
    )
    if document_ids is not None:
        first = first.where(PASSAGES.c.document_id.in_(document_ids))
    return list(map(Glimpse._make, session.connection().execute(first).cursor.fetchall()))


def rows(session: Session, ids: Sequence[int]) -> dict[int, Suggested]:
    """Open suggestions as their list shows them, by their ids; those that are gone are left out."""
    return {
        row[0]: Suggested._make(row)
        for kind in KINDS
        for some in parts(ids)
        for row in listed(session, kind, _COLUMNS, (Passage.kind == kind) & Passage.id.in_(some))
    }


_COLUMNS = (*PLACE, Passage.kind, Passage.quote, Passage.reason, Passage.sureness)
_IS_OPEN = PASSAGES.c.state.concat("") == SUGGESTED
"""Asked of the index of passages in their places: that of states would give most of them, to be sorted."""


def count(
    session: Session, document_ids: Collection[int] | None = None, kinds: Collection[str] = KINDS.keys()
) -> dict[int, int]:
    """By document of these or of all, those in the trash too, how many suggestions are open."""
    open_ones = (_IS_OPEN, PASSAGES.c.kind.in_(kinds))
    counted = select(PASSAGES.c.document_id, func.count()).where(*open_ones).group_by(PASSAGES.c.document_id)
    if document_ids is not None:
        counted = counted.where(PASSAGES.c.document_id.in_(document_ids))
    return {row[0]: row[1] for row in session.execute(counted)}


def standing(session: Session, document_id: int) -> list[Standing]:
    """All passages of a document, the suggestions open and refused among them, in the order of the text."""
    rows = session.execute(_STANDING, {"document": document_id})
    return list(map(Standing._make, rows))


_STANDING = (
    select(*(PASSAGES.c[name] for name in Standing._fields))
    .where(PASSAGES.c.document_id == bindparam("document"))
    .order_by(PASSAGES.c.start, PASSAGES.c.id)
)


def waiting_in(session: Session, document_id: int, kind: str) -> dict[tuple[int, int], int]:
    """The open suggestions of a kind in a document: start and end → id."""
    rows = session.connection().execute(_WAITING_IN, {"document": document_id, "kind": kind})
    return {(start, end): id_ for start, end, id_ in rows}


_WAITING_IN = select(PASSAGES.c.start, PASSAGES.c.end, PASSAGES.c.id).where(
    PASSAGES.c.document_id == bindparam("document"), PASSAGES.c.kind == bindparam("kind"), _IS_OPEN
)


def waiting_at(session: Session, document_id: int, start: int, end: int, kind: str) -> int | None:
    """The open suggestion of a kind in just this place; None where there is none."""
    place = {"document": document_id, "first": start, "after": end, "kind": kind}
    found: int | None = session.connection().execute(_WAITING_AT, place).scalar()
    return found


_WAITING_AT = select(PASSAGES.c.id).where(
    PASSAGES.c.document_id == bindparam("document"),
    PASSAGES.c.start == bindparam("first"),
    PASSAGES.c.end == bindparam("after"),
    PASSAGES.c.kind == bindparam("kind"),
    _IS_OPEN,
)


def open_among(session: Session, ids: Collection[int]) -> list[int]:
    """Those of the passages that are open suggestions, in the order of `ids`."""
    waiting = select(Passage.id).where(Passage.state == SUGGESTED)
    found = {id_ for part in parts(list(ids)) for id_ in session.scalars(waiting.where(Passage.id.in_(part)))}
    return [id_ for id_ in ids if id_ in found]


def untouched(session: Session, ids: Sequence[int]) -> list[int]:
    """Those of the passages on which no analyst has set a field or written a note."""
    found: list[int] = []
    for detail in DETAIL_TABLES.values():
        plain = (
            select(Passage.id, detail.c.touched)
            .join(detail, detail.c.passage_id == Passage.id)
            .where(Passage.note == "")
        )
        for part in parts(ids):
            rows = session.execute(plain.where(Passage.id.in_(part)))
            found += [id_ for id_, touched in rows if not touched]
    return found


def decisions(session: Session) -> list[tuple[str, str, bool]]:
    """Rule, reason and whether it was accepted, of every suggestion that was decided on."""
    decided = select(Passage.origin, Passage.reason, Passage.state == "confirmed").where(
        Passage.origin != "analyst", Passage.state != SUGGESTED
    )
    return [(origin, reason, bool(accepted)) for origin, reason, accepted in session.execute(decided)]


def coverage(session: Session, document_ids: Collection[int] | None = None) -> dict[int, Covered]:
    """By document, how its paragraphs are covered; a passage counts for the paragraph in which it begins.

    A paragraph is a block of text that is not empty, also one in a list or a cell of a table; titles and
    headings are none.
    """
    inside = (Passage.document_id == Block.document_id) & Passage.start.between(Block.start, Block.end - 1)
    tagged = exists().where(inside, Passage.state == "confirmed")
    waiting = exists().where(inside, Passage.state == SUGGESTED)
    counted = (
        select(
            Block.document_id,
            func.count(),
            func.sum(tagged.cast(_WHOLE)),
            func.sum((waiting & ~tagged).cast(_WHOLE)),
        )
        .where(Block.kind.not_in(("title", "heading")), Block.end > Block.start)
        .group_by(Block.document_id)
    )
    wanted = counted if document_ids is None else counted.where(Block.document_id.in_(document_ids))
    return {id_: Covered(*figures) for id_, *figures in session.execute(wanted)}
