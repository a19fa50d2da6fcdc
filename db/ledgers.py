"""Ledgers: the passages of one kind as rows of a table, and where passages stand."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, select
from sqlalchemy.orm import Session

from db.history import PASSAGES
from db.kinds import KINDS
from db.models import DETAIL_TABLES, Block, Document, Label, Labelling, Passage
from db.rows import parts


class Row(NamedTuple):
    """A passage in the ledger of its kind; `fields` are in the order of KINDS[kind].fields.

    `document` is the title, `paragraph` the number of the block in which the passage starts.
    """

    id: int
    document_id: int
    document: str
    paragraph: int | None
    start: int
    end: int
    quote: str
    state: str
    note: str
    labels: tuple[str, ...]
    author: str
    changed: datetime
    fields: tuple[Any, ...]


def rows(session: Session, kind: str, document_ids: Collection[int] | None = None) -> list[Row]:
    """The passages of one kind, of these documents or of all, in the order of documents and text."""
    return _rows(session, kind, _in_ledger(kind, document_ids))


def ids(session: Session, kind: str, document_ids: Collection[int] | None = None) -> dict[int, list[int]]:
    """By document the ids of `rows`, in its order, what a long list needs before its rows are seen.

    Open suggestions are left out: they have a list of their own.
    """
    listed = _in_ledger(kind, document_ids) & (PASSAGES.c.state != "suggested")
    of_rows = select(PASSAGES.c.document_id, PASSAGES.c.id).where(listed).order_by(*_IN_ORDER_OF_TEXT)
    found: dict[int, list[int]] = defaultdict(list)
    for document_id, id_ in session.connection().execute(of_rows).cursor.fetchall():
        found[document_id].append(id_)
    return found


def rows_by_id(session: Session, kind: str, passage_ids: Sequence[int]) -> dict[int, Row]:
    """The rows of these passages of a kind; those that are gone are left out."""
    found = (_rows(session, kind, PASSAGES.c.id.in_(some)) for some in parts(passage_ids))
    return {row.id: row for some in found for row in some}


def _in_ledger(kind: str, document_ids: Collection[int] | None) -> ColumnElement[bool]:
    trashed = select(Document.id).where(Document.trashed.is_not(None))
    listed = (PASSAGES.c.kind == kind) & PASSAGES.c.document_id.not_in(trashed)
    return listed if document_ids is None else listed & PASSAGES.c.document_id.in_(document_ids)


def _rows(session: Session, kind: str, which: ColumnElement[bool]) -> list[Row]:
    labels = _label_names(session, which)
    return [
        Row._make((*row[:9], labels.get(row[0], ()), *row[9:]))
        for row in listed(session, kind, _COLUMNS, which)
    ]


def listed(
    session: Session, kind: str, columns: Sequence[Any], which: ColumnElement[bool]
) -> list[tuple[Any, ...]]:
    """These columns of passages of a kind and, last, the values of its fields; in the order of the text."""
    detail = DETAIL_TABLES[kind]
    fields = [detail.c[field.name] for field in KINDS[kind].fields]
    found = (
        select(*columns, *fields)
        .select_from(Passage)
        .join(Document, Document.id == Passage.document_id)
        .join(detail, detail.c.passage_id == Passage.id)
        .where(which)
        .order_by(*_IN_ORDER_OF_TEXT)
    )
    known = len(columns)
    return [(*row[:known], tuple(row[known:])) for row in session.execute(found)]


def _label_names(session: Session, which: ColumnElement[bool]) -> dict[int, tuple[str, ...]]:
    named = (
        select(Labelling.passage_id, Label.name)
        .join(Label, Label.id == Labelling.label_id)
        .join(Passage, Passage.id == Labelling.passage_id)
        .where(which)
        .order_by(Label.position, Label.id)
    )
    names: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for passage_id, name in session.execute(named):
        names[passage_id] += (name,)
    return names


def places(session: Session, passage_ids: Collection[int]) -> dict[int, tuple[str, int | None]]:
    """By passage, where it stands: the title of its document and the number of its paragraph."""
    columns = select(Passage.id, Document.title, _paragraph()).join(
        Document, Document.id == Passage.document_id
    )
    some = parts(list(passage_ids))
    found = (row for part in some for row in session.execute(columns.where(Passage.id.in_(part))))
    return {id_: (title, number) for id_, title, number in found}


def _paragraph() -> ScalarSelect[int | None]:
    """The number of the block in which a passage starts."""
    upto = (Block.document_id == Passage.document_id) & (Block.start <= Passage.start)
    return select(Block.number).where(upto).order_by(Block.start.desc()).limit(1).scalar_subquery()


PLACE = (Passage.id, Passage.document_id, Document.title, _paragraph(), Passage.start, Passage.end)
"""The columns that say where a passage stands."""
_COLUMNS = (*PLACE, Passage.quote, Passage.state, Passage.note, Passage.author, Passage.changed)
_IN_ORDER_OF_TEXT = (PASSAGES.c.document_id, PASSAGES.c.start, PASSAGES.c.end.desc())
