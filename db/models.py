"""The tables of a project file and the domain types that are their rows.

Offsets (`start`, `end`) count code points of `Document.text`; intervals are half open.
Dates and times are stored in UTC without a zone.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    event,
    inspect,
)
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from db.kinds import KINDS, Detail, Kind, Policy, Target, Task

CONTEXT = 32
"""Characters kept before and after a quote, to find its place again."""


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class TextIsFinal(Exception):
    """Some code tried to change the text of a document after its import."""


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "%(table_name)s_by_%(column_0_name)s",
            "pk": "%(table_name)s_key",
            "fk": "%(table_name)s_%(column_0_name)s_of_%(referred_table_name)s",
        }
    )
    type_annotation_map: ClassVar = {dict[str, Any]: JSON, list[int]: JSON}


class Fact(Base):
    """One fact about the project itself, by name: its uid, its owner, how many steps stay undoable."""

    __tablename__ = "facts"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class Document(Base):
    """One imported source. `text` never changes once imported."""

    __tablename__ = "documents"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    issuer: Mapped[str | None]
    number: Mapped[str | None]
    issued: Mapped[date | None]
    """成文日期, the day it was signed."""
    published: Mapped[date | None]
    """发布日期, the day it was made public."""
    addressee: Mapped[str | None]
    """主送机关, as written under the title."""
    reference_year: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text, default="")
    source_name: Mapped[str]
    media_type: Mapped[str]
    encoding: Mapped[str | None]
    keeps_line_breaks: Mapped[bool] = mapped_column(default=False)
    sha256: Mapped[str] = mapped_column(index=True)
    """Of the original bytes."""
    text_sha256: Mapped[str] = mapped_column(index=True)
    """Of the text without white space, so that the same text is known again from another file."""
    length: Mapped[int]
    quality: Mapped[dict[str, Any]] = mapped_column(default=dict)
    imported: Mapped[datetime] = mapped_column(default=now)
    trashed: Mapped[datetime | None] = mapped_column(index=True)
    line_starts: Mapped[list[int]] = mapped_column(default=list, deferred=True)
    """Offsets at which the lines of the source began, before re-flow."""
    text: Mapped[str] = mapped_column(Text, deferred=True)

    blocks: Mapped[list["Block"]] = relationship(
        order_by="Block.ordinal", cascade="all, delete-orphan", passive_deletes=True
    )


@event.listens_for(Document.text, "set")
def _refuse_another_text(document: Document, value: str, old: object, initiator: object) -> None:
    if inspect(document).has_identity:
        raise TextIsFinal(f"the text of document {document.id} never changes once imported")


class Original(Base):
    """The bytes a document was imported from; loaded only when asked for."""

    __tablename__ = "originals"
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Layout(Base):
    """Where the characters of a document stand on its pages, packed by importers/places.py.

    Loaded only when asked for.
    """

    __tablename__ = "layouts"
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    places: Mapped[bytes] = mapped_column(LargeBinary)


class Block(Base):
    """A stretch of a document that reads as one piece.

    `kind` is title, heading, paragraph, item, cell, caption or note. `level` counts headings from 1. `number`
    is the paragraph number shown in the margin and cited as a source. A cell knows its table (counted from 1
    in the document) and its row and column (from 0) with spans.
    """

    __tablename__ = "blocks"
    __table_args__ = (Index("blocks_in_place", "document_id", "start"),)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    level: Mapped[int | None]
    start: Mapped[int]
    end: Mapped[int]
    number: Mapped[int | None]
    page: Mapped[int | None]
    table: Mapped[int | None]
    row: Mapped[int | None]
    column: Mapped[int | None]
    row_span: Mapped[int] = mapped_column(default=1)
    column_span: Mapped[int] = mapped_column(default=1)


class Passage(Base):
    """A stretch of a document's text, of one kind, with its typed detail.

    `state` is suggested, confirmed or rejected; `origin` is "analyst" or the rule that proposed it.
    """

    __tablename__ = "passages"
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"))
    start: Mapped[int]
    end: Mapped[int] = mapped_column()
    kind: Mapped[str]
    quote: Mapped[str] = mapped_column(Text)
    prefix: Mapped[str]
    suffix: Mapped[str]
    note: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(default="confirmed", index=True)
    origin: Mapped[str] = mapped_column(default="analyst")
    reason: Mapped[str] = mapped_column(default="")
    sureness: Mapped[float | None]
    author: Mapped[str] = mapped_column(default="")
    created: Mapped[datetime] = mapped_column(default=now)
    changed: Mapped[datetime] = mapped_column(default=now)

    task: Mapped[Task | None] = relationship("Task", cascade="all, delete-orphan", passive_deletes=True)
    target: Mapped[Target | None] = relationship("Target", cascade="all, delete-orphan", passive_deletes=True)
    policy: Mapped[Policy | None] = relationship("Policy", cascade="all, delete-orphan", passive_deletes=True)
    labels: Mapped[list["Label"]] = relationship(
        secondary="labellings", order_by="Label.position, Label.id", viewonly=True
    )
    __table_args__ = (
        Index("passages_in_place", "document_id", "start", end.desc(), "kind", "state"),
        Index("passages_in_ledger", "kind", "document_id", "start", end.desc()),
    )

    @property
    def detail(self) -> Task | Target | Policy | None:
        """The typed detail of this passage's kind."""
        found: Task | Target | Policy | None = getattr(self, self.kind)
        return found


class Label(Base):
    """A free theme an analyst puts on passages; labels form a tree and have colours (#rrggbb)."""

    __tablename__ = "labels"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("labels.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    )
    name: Mapped[str]
    colour: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class Labelling(Base):
    """A label put on a passage."""

    __tablename__ = "labellings"
    passage_id: Mapped[int] = mapped_column(ForeignKey("passages.id", ondelete="CASCADE"), primary_key=True)
    label_id: Mapped[int] = mapped_column(
        ForeignKey("labels.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Link(Base):
    """A join of two passages: trace (promise to report), continues or implements.

    `state` and `origin` are as those of a passage. `verdict` is an analyst's own word on a trace (met,
    missed …) where it differs from what the numbers say.
    """

    __tablename__ = "links"
    id: Mapped[int] = mapped_column(primary_key=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("passages.id", ondelete="CASCADE"), index=True)
    to_id: Mapped[int] = mapped_column(ForeignKey("passages.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    state: Mapped[str] = mapped_column(default="confirmed")
    origin: Mapped[str] = mapped_column(default="analyst")
    sureness: Mapped[float | None]
    verdict: Mapped[str | None]
    note: Mapped[str] = mapped_column(Text, default="")
    author: Mapped[str] = mapped_column(default="")
    created: Mapped[datetime] = mapped_column(default=now)


class Term(Base):
    """A word an analyst adds to the project's lexicon: `role` says what it is to the reading.

    Roles are term, department, unit, policy, ceiling (an indicator that should stay below) and stop.
    """

    __tablename__ = "terms"
    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str]
    role: Mapped[str]
    note: Mapped[str] = mapped_column(Text, default="")
    author: Mapped[str] = mapped_column(default="")
    created: Mapped[datetime] = mapped_column(default=now)


class Alias(Base):
    """A name an analyst counts as another one's: `name` is the one shown. `kind` is policy or indicator."""

    __tablename__ = "aliases"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    alias: Mapped[str]
    name: Mapped[str]


class Saved(Base):
    """A choice kept under a name: `role` is search, columns (of a sheet) or parts (of a briefing)."""

    __tablename__ = "saved"
    id: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str]
    name: Mapped[str]
    value: Mapped[dict[str, Any]]
    position: Mapped[int] = mapped_column(default=0)


class Step(Base):
    """One undoable change of the project: everything one transaction did.

    `state` is done, undone or superseded (undone, and then something else was done). `document_ids` are the
    documents whose rows, passages, labellings or links it touched.
    """

    __tablename__ = "steps"
    id: Mapped[int] = mapped_column(primary_key=True)
    verb: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=now)
    state: Mapped[str] = mapped_column(default="done", index=True)
    document_ids: Mapped[list[int]] = mapped_column(default=list)


class Change(Base):
    """Rows of one table that a step changed alike: their keys and their images before and after.

    Each is held by columns, a list with one value a row; dates are ISO 8601. Inserts have no before, deletes
    no after; updates hold the columns that differ.
    """

    __tablename__ = "changes"
    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("steps.id", ondelete="CASCADE"), index=True)
    table_name: Mapped[str]
    key: Mapped[dict[str, Any]]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


COLUMN_TYPES = {"text": String, "departments": String, "choice": String, "number": Float, "date": Date}


def _columns(kind: Kind) -> Iterator[Column[Any]]:
    yield Column("passage_id", ForeignKey("passages.id", ondelete="CASCADE"), primary_key=True)
    for field in kind.fields:
        yield Column(field.name, COLUMN_TYPES[field.form])
    yield Column("words", MutableDict.as_mutable(JSON()), nullable=False, default=dict)
    yield Column("touched", MutableList.as_mutable(JSON()), nullable=False, default=list)


DETAIL_TABLES: dict[str, Table] = {
    "task": Table("tasks", Base.metadata, *_columns(KINDS["task"])),
    "target": Table("targets", Base.metadata, *_columns(KINDS["target"])),
    "policy": Table("policies", Base.metadata, *_columns(KINDS["policy"])),
}
for _kind in KINDS.values():
    Base.registry.map_imperatively(_kind.detail, DETAIL_TABLES[_kind.name])

__all__ = [
    "CONTEXT",
    "DETAIL_TABLES",
    "Alias",
    "Base",
    "Block",
    "Change",
    "Detail",
    "Document",
    "Fact",
    "Label",
    "Labelling",
    "Layout",
    "Link",
    "Original",
    "Passage",
    "Policy",
    "Saved",
    "Step",
    "Target",
    "Task",
    "Term",
    "TextIsFinal",
    "now",
]
