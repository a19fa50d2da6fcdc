"""What is worked out from the rest of a project and kept so that it need not be worked out again.

None of it is in the history: it follows from documents, passages, links and lists, and is made anew wherever
it is missing. A step only notes what it has made doubtful.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    JSON,
    BindParameter,
    ForeignKey,
    Index,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.schema import CreateIndex, CreateTable

from db.history import PASSAGES
from db.models import Base, Document, Link
from db.rows import execute, parts, this_row

if TYPE_CHECKING:
    from db.steps import Changed


class TrackedDocument(Base):
    """What tracing read in a document, and from what.

    `source` and `traced` are fingerprints: of what was read, and of all that its promises were compared
    with or joined to; `checked` says that nothing has touched the document since the first was taken.
    `digest` is that of `said`, which holds what was read, packed; `dues` are the years its promises are due;
    `named` holds the policies it names. `names` is the fingerprint of the merged names its promises are
    shown under.
    """

    __tablename__ = "tracked_documents"
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    checked: Mapped[bool]
    source: Mapped[str]
    place: Mapped[str]
    digest: Mapped[str]
    dues: Mapped[list[int]]
    said: Mapped[bytes] = mapped_column(LargeBinary)
    named: Mapped[bytes] = mapped_column(LargeBinary)
    traced: Mapped[str] = mapped_column(default="")
    names: Mapped[str] = mapped_column(default="")


class TrackedLine(Base):
    """An indicator of one place: `line` is what all its names have in common."""

    __tablename__ = "tracked_lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    line: Mapped[str]
    whose: Mapped[str]
    __table_args__ = (UniqueConstraint("line", "whose", name="tracked_lines_once"),)


class TrackedPromise(Base):
    """A promise and what became of it, as workbench/tracker.py tells; `shown` is the name it is shown under.

    `listed` is a well-known indicator. `state` is an analyst's verdict, else what is `computed`. `told` says
    that something reports it, `reported` is the number then; the measures are unit and basis. `promise`,
    `report` and `later` are places, without what is known of their documents. `best` tells which promise of a
    cell is shown, the least one. `sought` is what words are looked for in, folded.
    """

    __tablename__ = "tracked_promises"
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"))
    passage_id: Mapped[int | None] = mapped_column(ForeignKey("passages.id", ondelete="CASCADE"), index=True)
    report_id: Mapped[int | None]
    line_id: Mapped[int] = mapped_column(ForeignKey("tracked_lines.id", ondelete="CASCADE"))
    start: Mapped[int]
    indicator: Mapped[str]
    shown: Mapped[str]
    listed: Mapped[bool]
    year: Mapped[int | None]
    value: Mapped[float]
    measure: Mapped[str]
    told: Mapped[bool]
    reported: Mapped[float | None]
    reported_measure: Mapped[str | None]
    gap: Mapped[float | None]
    state: Mapped[str]
    computed: Mapped[str]
    sureness: Mapped[float]
    departments: Mapped[str]
    course: Mapped[str]
    course_sureness: Mapped[float]
    link_id: Mapped[int | None]
    link_state: Mapped[str] = mapped_column(default="")
    best: Mapped[int] = mapped_column(default=0)
    sought: Mapped[str] = mapped_column(Text)
    promise: Mapped[list[Any]] = mapped_column(JSON)
    report: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    later: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    __table_args__ = (
        Index("tracked_promises_in_place", "document_id", "start"),
        Index("tracked_promises_in_cells", "line_id", "year", "told", "listed", "best"),
        Index("tracked_promises_by_state", "told", "state", "link_state", "sureness", "reported"),
        Index("tracked_promises_by_departments", "departments"),
    )


DOCUMENTS, LINES, PROMISES = (
    cast(Table, model.__table__) for model in (TrackedDocument, TrackedLine, TrackedPromise)
)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_MINE = DOCUMENTS.c.document_id.in_(_IDS)
_ALL_STALE = update(DOCUMENTS).values(checked=False)
_STALE = _ALL_STALE.where(_MINE)
_UNTRACED = update(DOCUMENTS).values(traced="").where(_MINE)
"""Promises that went are worked out again, also where all they follow from has come back meanwhile."""
_FORGOTTEN = delete(PROMISES).where(
    PROMISES.c.document_id.in_(
        select(Document.id).where(Document.id.in_(_IDS), Document.trashed.is_not(None))
    )
)
"""Promises of documents in the trash are nobody's."""
_STANDING = select(func.count()).where(PASSAGES.c.id.in_(_IDS))
_MANY = 10**8
"""More than there are promises."""


def note(session: Session, changed: Changed) -> None:
    """Notes what a step, its undo or its redo has made doubtful, and what links say of promises, at once."""
    run = session.connection().execute
    if changed.terms:
        run(_ALL_STALE)
    went = any(run(_STANDING, {"ids": ids}).scalar() != len(ids) for ids in parts([*changed.passage_ids]))
    for ids in parts(sorted(changed.document_ids)):
        if changed.library or changed.passage_ids:
            run(_STALE, {"ids": ids})
        if changed.links:
            relink(session, ids)
        if changed.library:
            run(_FORGOTTEN, {"ids": ids})
        if changed.library or went:
            run(_UNTRACED, {"ids": ids})


def relink(session: Session, document_ids: Collection[int]) -> None:
    """Has the promises of documents say what their links say: their state, and whether that is confirmed."""
    columns = ("id", "passage_id", "report_id", "told", "sureness", "computed", "state", "link_id")
    mine = select(*(PROMISES.c[name] for name in (*columns, "link_state", "best")))
    links = _links(session, document_ids)
    news: dict[str, list[Any]] = {name: [] for name in ("the_id", "link_id", "link_state", "state", "best")}
    for row in session.execute(mine.where(PROMISES.c.document_id.in_(document_ids))):
        link_id, link_state, verdict = links.get((row.passage_id, row.report_id), (None, "", None))
        confirmed = link_state == "confirmed"
        said = link_id, link_state, verdict or row.computed, _best(row, confirmed)
        if said != (row.link_id, row.link_state, row.state, row.best):
            for values, value in zip(news.values(), (row.id, *said), strict=True):
                values.append(value)
    if news["the_id"]:
        execute(session, _LINKED, news)


_LINKED = update(PROMISES).where(this_row(PROMISES))


def _links(
    session: Session, document_ids: Collection[int]
) -> dict[tuple[int | None, int | None], Sequence[Any]]:
    """By its ends the link that stands from a promise to its report: id, state and verdict."""
    there = (
        select(Link.from_id, Link.to_id, Link.id, Link.state, Link.verdict)
        .join(PROMISES, (PROMISES.c.passage_id == Link.from_id) & (PROMISES.c.report_id == Link.to_id))
        .where(PROMISES.c.document_id.in_(document_ids), Link.state != "rejected")
        .where(Link.kind.in_(("trace", "continues")))
        .order_by(Link.id)
    )
    return {(from_id, to_id): said for from_id, to_id, *said in session.execute(there)}


def _best(row: Any, confirmed: bool) -> int:
    """What is confirmed comes first, then what is told of, then what is surer."""
    unsure = 1000 - round(1000 * row.sureness)
    return ((2 * (not confirmed) + (not row.told)) * 1001 + unsure) * _MANY + int(row.id)


def promise_of(best: int) -> int:
    """The id of the promise whose `best` this is."""
    return best % _MANY


def lay_beside(session: Session) -> None:
    """Puts tables of this connection alone in the place of those of a project that cannot be written.

    They begin as the project has them, without its foreign keys, which do not reach from one to the other.
    """
    laid = "SELECT count(*) FROM sqlite_temp_master WHERE name = 'tracked_documents'"
    ask = session.connection().exec_driver_sql
    if ask(laid).scalar():
        return
    for table in (DOCUMENTS, LINES, PROMISES):
        made = str(CreateTable(table, include_foreign_key_constraints=[]).compile(session.connection()))
        ask(made.replace("CREATE TABLE", "CREATE TEMPORARY TABLE", 1))
        ask(f"INSERT INTO temp.{table.name} SELECT * FROM main.{table.name}")
        for index in table.indexes:
            made = str(CreateIndex(index).compile(session.connection()))
            ask(made.replace(f"INDEX {index.name}", f"INDEX temp.{index.name}", 1))
