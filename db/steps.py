"""The steps of a project: written with their changes, undone, redone, and forgotten when too old."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    DateTime,
    Delete,
    Insert,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    null,
    select,
    update,
)
from sqlalchemy.orm import Session

from db.history import (
    DOCUMENTS,
    LABELS,
    LINKS,
    LISTS,
    PASSAGES,
    RECORDED,
    TERMS,
    Image,
    RowChange,
    recorder_of,
)
from db.models import Change, Passage, Step
from db.rows import Columns, adding, changing, execute, parts, removing

STEPS, CHANGES = cast(Table, Step.__table__), cast(Table, Change.__table__)
BEGIN, WRITE = insert(STEPS).returning(STEPS.c.id), insert(CHANGES)
SUPERSEDE = update(STEPS).where(STEPS.c.state == "undone").values(state="superseded")


def _beyond(state: str) -> ColumnElement[bool]:
    """The steps of one state that are older than the newest `keep`."""
    of_state = STEPS.c.state == state
    oldest = select(STEPS.c.id).where(of_state).order_by(STEPS.c.id.desc()).offset(bindparam("keep")).limit(1)
    return of_state & (STEPS.c.id <= oldest.scalar_subquery())


FORGET = delete(STEPS).where(_beyond("done") | _beyond("superseded"))
"""Of the steps of each state, all but the newest; ids count up, so that there are none while they are few."""
WITHOUT_PASSAGE = (DOCUMENTS, LABELS, LINKS, *LISTS)
"""The tables with a history whose keys do not begin with a passage's id."""


@dataclass(frozen=True)
class Changed:
    """What a step, its undo or its redo changed.

    `document_ids` are the documents whose own row, passages, labellings or links changed; `passage_ids` the
    passages that changed themselves, in their details or labellings; `library` says that rows of documents
    did, `labels` that the tree of labels did, `lists` that the lexicon, the aliases or what is saved did,
    `links` that links did and `terms` that the lexicon did. `step_id` is the step's, None where nothing
    changed.
    """

    verb: str
    document_ids: frozenset[int] = frozenset()
    passage_ids: frozenset[int] = frozenset()
    library: bool = False
    labels: bool = False
    lists: bool = False
    links: bool = False
    terms: bool = False
    step_id: int | None = field(default=None, compare=False)

    @classmethod
    def of(
        cls, step: tuple[str, int], documents: Iterable[int], passages: Iterable[int], tables: set[Table]
    ) -> "Changed":
        """What changed in documents and passages, and what the tables tell of the rest.

        `step` is its verb and its id.
        """
        lists = not tables.isdisjoint(LISTS), LINKS in tables, TERMS in tables
        rest = DOCUMENTS in tables, LABELS in tables, *lists
        return cls(step[0], frozenset(documents), frozenset(passages), *rest, step[1])


def write(session: Session, verb: str, author: str, keep: int, joins: int | None = None) -> Changed:
    """Writes what the session recorded as one step, the newest of `keep`; nothing where nothing changed.

    `joins` is a step it becomes part of, as long as that one is done.
    """
    changes = list(recorder_of(session).changes())
    if not changes:
        return Changed(verb)
    document_ids = _documents(session, changes)
    joined = None if joins is None else session.get(Step, joins)
    if joined is not None and joined.state == "done":
        step_id = joined.id
        joined.document_ids = sorted({*joined.document_ids, *document_ids})
    else:
        step_id = _begin(session, verb, author, document_ids)
    session.connection().execute(WRITE, [{"step_id": step_id, **rows} for rows in _alike(changes)])
    if step_id > keep:
        session.execute(FORGET, {"keep": keep})
    tables = {change.table for change in changes}
    passages = {change.key[0] for change in changes if change.table not in WITHOUT_PASSAGE}
    return Changed.of((verb, step_id), document_ids, passages, tables)


def _begin(session: Session, verb: str, author: str, document_ids: Iterable[int]) -> int:
    connection = session.connection()
    connection.execute(SUPERSEDE)
    values = {"verb": verb, "author": author, "document_ids": sorted(document_ids)}
    return int(connection.execute(BEGIN, values).scalar_one())


def _alike(changes: Iterable[RowChange]) -> Iterator[dict[str, Any]]:
    """The changes as they are written: rows of one table with the same columns together, by columns."""
    groups: dict[tuple[Table, tuple[str, ...], tuple[str, ...]], list[RowChange]] = defaultdict(list)
    for change in changes:
        groups[change.table, tuple(change.before or ()), tuple(change.after or ())].append(change)
    for (table, before, after), rows in groups.items():
        keys = zip(*(row.key for row in rows), strict=True)
        yield {
            "table_name": table.name,
            "key": dict(zip(table.primary_key.columns.keys(), keys, strict=True)),
            "before": _by_columns(before, [row.before for row in rows]),
            "after": _by_columns(after, [row.after for row in rows]),
        }


def _by_columns(columns: Sequence[str], images: Sequence[Image | None]) -> Columns | None:
    return {column: [image[column] for image in images if image] for column in columns} or None


def _documents(session: Session, changes: Sequence[RowChange]) -> set[int]:
    """The documents that changed themselves or whose passages, labellings or links did."""
    documents = {change.key[0] for change in changes if change.table is DOCUMENTS}
    homes = {
        change.key[0]: image["document_id"]
        for change in changes
        if change.table is PASSAGES and "document_id" in (image := change.after or change.before or {})
    }
    elsewhere = sorted(_passages(session, changes) - homes.keys())
    for part in parts(elsewhere):
        documents.update(session.scalars(select(Passage.document_id).where(Passage.id.in_(part)).distinct()))
    return documents.union(homes.values())


def _passages(session: Session, changes: Sequence[RowChange]) -> set[int]:
    """The passages that changed themselves or in their details, labellings or links."""
    changed_links = [change for change in changes if change.table is LINKS]
    ends = [change.after or change.before or {} for change in changed_links]
    found = {image[end] for image in ends for end in ("from_id", "to_id") if end in image}
    for part in parts([change.key[0] for change in changed_links]):
        for pair in session.execute(select(LINKS.c.from_id, LINKS.c.to_id).where(LINKS.c.id.in_(part))):
            found.update(pair)
    return found.union(change.key[0] for change in changes if change.table not in WITHOUT_PASSAGE)


def next_undo(session: Session) -> Step | None:
    return session.scalars(select(Step).where(Step.state == "done").order_by(Step.id.desc()).limit(1)).first()


def next_redo(session: Session) -> Step | None:
    return session.scalars(select(Step).where(Step.state == "undone").order_by(Step.id).limit(1)).first()


def undo(session: Session, step: Step) -> Changed:
    """Puts every row of `step` back to its image before."""
    return _replay(session, step, "undone", CHANGES.c.before, CHANGES.c.after)


def redo(session: Session, step: Step) -> Changed:
    """Puts every row of `step` to its image after, again."""
    return _replay(session, step, "done", CHANGES.c.after, CHANGES.c.before)


def _replay(session: Session, step: Step, state: str, image: Column[Any], other: Column[Any]) -> Changed:
    """Rows come back parents first, then rows change, then rows go children first: no reference dangles."""
    work: dict[tuple[str, Table], list[Columns]] = defaultdict(list)
    passages: set[int] = set()
    written = select(CHANGES.c.table_name, CHANGES.c.key, image, other.is_(null()))
    for name, key, values, absent in session.execute(written.where(CHANGES.c.step_id == step.id)):
        operation = "delete" if values is None else "insert" if absent else "update"
        if RECORDED[name] not in WITHOUT_PASSAGE:
            passages.update(key["id" if RECORDED[name] is PASSAGES else "passage_id"])
        columns = _read(RECORDED[name], values or {})
        if operation != "insert":
            columns |= {f"the_{column}": keys for column, keys in key.items()}
        work[operation, RECORDED[name]].append(columns)
    for operation, tables, statement in PHASES:
        for table in tables:
            for columns in work.get((operation, table), ()):
                execute(session, statement(table), columns)
    step.state = state
    touched = {table for _, table in work}
    return Changed.of((step.verb, step.id), step.document_ids, passages, touched)


def _read(table: Table, values: Columns) -> Columns:
    """What is held by columns, with dates and times as such again, without columns that no longer exist."""
    columns = {name: column for name, column in values.items() if name in table.c}
    for name in columns.keys() & _dates(table).keys():
        columns[name] = [value and _dates(table)[name](value) for value in columns[name]]
    return columns


@cache
def _dates(table: Table) -> dict[str, Callable[[str], date]]:
    """The columns whose values JSON holds as text, and what reads them."""
    readers = {Date: date.fromisoformat, DateTime: datetime.fromisoformat}
    return {
        column.name: readers[type(column.type)] for column in table.columns if type(column.type) in readers
    }


PHASES: tuple[tuple[str, tuple[Table, ...], Callable[[Table], Insert | Update | Delete]], ...] = (
    ("insert", tuple(RECORDED.values()), adding),
    ("update", tuple(RECORDED.values()), changing),
    ("delete", tuple(reversed(RECORDED.values())), removing),
)
"""What a replay does in which order, and on which tables first."""
