"""The library of a project: documents with their blocks, originals and properties."""

import hashlib
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, selectinload, undefer

from db import anchors, history, search
from db.models import Block, Document, Layout, Original, Passage, now
from db.problems import Problem

PROPERTIES: dict[str, tuple[type, ...]] = {
    "title": (str,),
    "issuer": (str, type(None)),
    "number": (str, type(None)),
    "issued": (date, type(None)),
    "published": (date, type(None)),
    "addressee": (str, type(None)),
    "reference_year": (int, type(None)),
    "note": (str,),
}
"""What an analyst may set on a document, with the types it takes."""


class UnfitProperty(Problem):
    sentence = "“{value}” cannot be the {name} of a document; it keeps what it had. Enter another value."


class Shelved(NamedTuple):
    """What the library shows of a document; `counts` are its confirmed passages by kind."""

    id: int
    title: str
    issuer: str | None
    number: str | None
    issued: date | None
    published: date | None
    addressee: str | None
    reference_year: int | None
    length: int
    source_name: str
    media_type: str
    imported: datetime
    trashed: datetime | None
    quality: dict[str, Any]
    counts: dict[str, int]


@dataclass(slots=True)
class Stretch:
    """What a pane shows of a block."""

    kind: str
    level: int | None
    start: int
    end: int
    number: int | None
    table: int | None
    row: int | None
    column: int | None
    row_span: int
    column_span: int


class Sheet(NamedTuple):
    """What a pane shows of a document."""

    title: str
    text: str
    media_type: str
    blocks: list[Stretch]


def add(session: Session, document: Document, original: bytes, places: bytes | None = None) -> Document:
    """Stores a new document with its blocks and the bytes it was imported from, and indexes its text.

    `places` tells where its characters stand on its pages, packed, for a document that has pages.

    Its length and both digests are worked out here. Undoing the step moves it to the trash.
    """
    if "\0" in document.text:
        raise ValueError("a text with a NUL character cannot be counted in characters by the database")
    document.length = len(document.text)
    document.sha256 = hashlib.sha256(original).hexdigest()
    document.text_sha256 = digest(document.text)
    session.add(document)
    session.flush()
    session.add(Original(document_id=document.id, data=original))
    if places is not None:
        session.add(Layout(document_id=document.id, places=places))
    search.add(session, document.id, document.text)
    return document


def digest(text: str) -> str:
    """The SHA-256 of a text without its white space: the same for the same words."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()


def twin(session: Session, sha256: str, text_sha256: str) -> Document | None:
    """A document with the same bytes or the same words, also from the trash; the shelf comes first."""
    same = (Document.sha256 == sha256) | (Document.text_sha256 == text_sha256)
    return session.scalars(select(Document).where(same).order_by(Document.trashed.is_not(None))).first()


Counts: TypeAlias = dict[int, dict[str, int]]
"""By document, its confirmed passages by kind."""


def shelf(session: Session, trashed: bool = False, counted: Counts | None = None) -> list[Shelved]:
    """The documents of the library, or those in the trash, in the order of their import.

    Passages are counted here unless that is done already.
    """
    columns = [getattr(Document, name) for name in Shelved._fields[:-1]]
    place = Document.trashed.is_not(None) if trashed else Document.trashed.is_(None)
    known = counts(session) if counted is None else counted
    rows = session.execute(select(*columns).where(place).order_by(Document.id))
    return [Shelved._make((*row, known.get(row[0], {}))) for row in rows]


def counts(session: Session, document_ids: Collection[int] | None = None) -> Counts:
    """The confirmed passages of these documents, or of all, by kind."""
    counted = (
        select(Passage.document_id, Passage.kind, func.count())
        .where(Passage.state.concat("") == "confirmed")  # which the index of passages in place tells alone
        .group_by(Passage.document_id, Passage.kind)
    )
    if document_ids is not None:
        counted = counted.where(Passage.document_id.in_(document_ids))
    found: Counts = {}
    for document_id, kind, count in session.execute(counted):
        found.setdefault(document_id, {})[kind] = count
    return found


def read(session: Session, document_id: int) -> Document:
    """A document with its text and blocks, to be used after the session too. Raises NoResultFound."""
    whole = select(Document).options(undefer(Document.text), selectinload(Document.blocks))
    return session.scalars(whole.where(Document.id == document_id)).one()


def sheet(session: Session, document_id: int) -> Sheet:
    """What a pane shows of a document, without the objects of `read`. Raises NoResultFound."""
    execute, which = session.connection().execute, {"id": document_id}
    return Sheet(*execute(_SHEET, which).one(), [Stretch(*row) for row in execute(_STRETCHES, which)])


_SHEET = select(Document.title, Document.text, Document.media_type).where(Document.id == bindparam("id"))
_TEXT_AND_YEAR = select(Document.text, Document.reference_year).where(Document.id == bindparam("id"))
_PARAGRAPHS = (
    select(Block.start, Block.number).where(Block.document_id == bindparam("id")).order_by(Block.start)
)
_STRETCHES = (
    select(*(getattr(Block, field.name) for field in fields(Stretch)))
    .where(Block.document_id == bindparam("id"))
    .order_by(Block.ordinal)
)


def titles(session: Session, document_ids: Collection[int] | None = None) -> dict[int, str]:
    """By document of the library, of these or of all, in the order of their import, its title."""
    named = select(Document.id, Document.title).where(Document.trashed.is_(None)).order_by(Document.id)
    if document_ids is not None:
        named = named.where(Document.id.in_(document_ids))
    return {row.id: row.title for row in session.execute(named)}


def lengths(session: Session, document_ids: Collection[int] | None = None) -> dict[int, int]:
    """By document of the library, of these or of all, in the order of their import, its characters."""
    told = select(Document.id, Document.length).where(Document.trashed.is_(None)).order_by(Document.id)
    if document_ids is not None:
        told = told.where(Document.id.in_(document_ids))
    return {row.id: row.length for row in session.execute(told)}


def text(session: Session, document_id: int) -> tuple[str, int | None]:
    """A document's text and its reference year: what reading a passage's words needs.

    The session keeps the text at hand for the anchors of what is then tagged in it.
    """
    whole, year = session.connection().execute(_TEXT_AND_YEAR, {"id": document_id}).one()
    anchors.texts(session)[document_id] = whole
    return whole, year


def is_shelved(session: Session, document_id: int) -> bool:
    """Whether a document stands in the library, and not in the trash."""
    there = select(Document.id).where(Document.id == document_id, Document.trashed.is_(None))
    return session.scalar(there) is not None


class Readable(NamedTuple):
    """What a document is read by: `headings` are start, end and level (from 1) of those its blocks tell."""

    id: int
    text: str
    reference_year: int | None
    headings: tuple[tuple[int, int, int], ...]


def readable(session: Session, document_ids: Collection[int] | None = None) -> list[Readable]:
    """These documents of the library, or all, in the order of their import, without keeping them at hand."""
    texts = select(Document.id, Document.text, Document.reference_year).where(Document.trashed.is_(None))
    heads = select(Block.document_id, Block.start, Block.end, Block.level).where(
        Block.kind.in_(("title", "heading"))
    )
    if document_ids is not None:
        texts = texts.where(Document.id.in_(document_ids))
        heads = heads.where(Block.document_id.in_(document_ids))
    headings: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for document_id, start, end, level in session.execute(heads.order_by(Block.document_id, Block.ordinal)):
        headings[document_id].append((start, end, level or 1))
    rows = session.execute(texts.order_by(Document.id))
    return [Readable(id_, whole, year, tuple(headings[id_])) for id_, whole, year in rows]


def texts(session: Session, document_ids: Collection[int] | None = None) -> list[tuple[int, str]]:
    """The texts of these documents of the library, or of all, by id, without keeping them at hand."""
    columns = select(Document.id, Document.text).where(Document.trashed.is_(None)).order_by(Document.id)
    if document_ids is not None:
        columns = columns.where(Document.id.in_(document_ids))
    return [(id_, whole) for id_, whole in session.execute(columns)]


def paragraphs(session: Session, document_id: int) -> list[tuple[int, int | None]]:
    """Where each block of a document starts, with its paragraph number, in the order of the text."""
    return list(session.connection().execute(_PARAGRAPHS, {"id": document_id}).cursor.fetchall())


def pages(session: Session, document_id: int) -> list[tuple[int, int]]:
    """Where each block that has a page starts, with that page, in the order of the text."""
    columns = select(Block.start, Block.page).where(Block.document_id == document_id, Block.page.is_not(None))
    found = session.execute(columns.order_by(Block.start))
    return [(start, page) for start, page in found if page is not None]


def original(session: Session, document_id: int) -> bytes:
    """The bytes a document was imported from."""
    return session.scalars(select(Original.data).where(Original.document_id == document_id)).one()


def places(session: Session, document_id: int) -> bytes | None:
    """Where a document's characters stand on its pages, packed by importers/places.py; None without pages."""
    return session.scalars(select(Layout.places).where(Layout.document_id == document_id)).one_or_none()


def set_property(session: Session, document_id: int, name: str, value: Any) -> None:
    """Sets one of PROPERTIES; an empty text means nothing where that is allowed. Raises UnfitProperty."""
    types = PROPERTIES[name]
    value = None if value == "" and type(None) in types else value
    if type(value) not in types or (name == "title" and not value.strip()):
        raise UnfitProperty(name=name, value=value)
    history.change(session, history.DOCUMENTS, [{"id": document_id, name: value}])


def trash(session: Session, document_ids: Collection[int]) -> None:
    """Moves documents to the trash, with all that was done on them."""
    _move(session, document_ids, now())


def restore(session: Session, document_ids: Collection[int]) -> None:
    """Moves documents from the trash back to the shelf."""
    _move(session, document_ids, None)


def _move(session: Session, document_ids: Collection[int], trashed: datetime | None) -> None:
    history.change(session, history.DOCUMENTS, [{"id": id_, "trashed": trashed} for id_ in document_ids])
