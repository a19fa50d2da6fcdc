"""The steps of a project: written with their changes, undone, redone, and forgotten when too old."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeAlias, cast

from sqlalchemy import (
    ColumnElement,
    Date,
    DateTime,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    null,
    select,
    update,
)
from sqlalchemy.orm import Session

from db.history import DOCUMENTS, LABELS, LINKS, PASSAGES, RECORDED, Image, RowChange, parts, recorder_of
from db.models import Change, Passage, Step

STEPS, CHANGES = cast(Table, Step.__table__), cast(Table, Change.__table__)


@dataclass(frozen=True)
class Changed:
    """What a step, its undo or its redo changed.

    `document_ids` are the documents whose own row, passages, labellings or links changed; `library` says
    that rows of documents did, `labels` that the tree of labels did.
    """

    verb: str
    document_ids: frozenset[int] = frozenset()
    library: bool = False
    labels: bool = False


def write(session: Session, verb: str, author: str, keep: int) -> Changed:
    """Writes what the session recorded as one step, the newest of `keep`; nothing where nothing changed."""
    changes = list(recorder_of(session).changes())
    if not changes:
        return Changed(verb)
    document_ids = _documents(session, changes)
    session.execute(update(STEPS).where(STEPS.c.state == "undone").values(state="superseded"))
    values = {"verb": verb, "author": author, "document_ids": sorted(document_ids)}
    (step_id,) = session.execute(insert(STEPS).returning(STEPS.c.id), values).one()
    session.execute(insert(CHANGES), [_written(step_id, change) for change in changes])
    _prune(session, keep)
    tables = {change.table for change in changes}
    return Changed(verb, frozenset(document_ids), DOCUMENTS in tables, LABELS in tables)


def _written(step_id: int, change: RowChange) -> dict[str, Any]:
    key = dict(zip(change.table.primary_key.columns.keys(), change.key, strict=True))
    return {
        "step_id": step_id,
        "table_name": change.table.name,
        "key": key,
        "before": change.before,
        "after": change.after,
    }


def _prune(session: Session, keep: int) -> None:
    """Forgets the oldest steps beyond `keep`, of those that can be undone and of those that no longer can."""
    mine = STEPS.c.state == bindparam("of")
    beyond = (
        select(STEPS.c.id).where(mine).order_by(STEPS.c.id.desc()).offset(keep).limit(1).scalar_subquery()
    )
    session.execute(delete(STEPS).where(mine, STEPS.c.id <= beyond), [{"of": "done"}, {"of": "superseded"}])


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
    without = (DOCUMENTS, LABELS, LINKS)
    return found.union(change.key[0] for change in changes if change.table not in without)


def next_undo(session: Session) -> Step | None:
    return session.scalars(select(Step).where(Step.state == "done").order_by(Step.id.desc()).limit(1)).first()


def next_redo(session: Session) -> Step | None:
    return session.scalars(select(Step).where(Step.state == "undone").order_by(Step.id).limit(1)).first()


def undo(session: Session, step: Step) -> Changed:
    """Puts every row of `step` back to its image before."""
    return _replay(session, step, "undone", (Change.before, Change.after, Change.id.desc()))


def redo(session: Session, step: Step) -> Changed:
    """Puts every row of `step` to its image after, again."""
    return _replay(session, step, "done", (Change.after, Change.before, Change.id))


def _replay(session: Session, step: Step, state: str, direction: tuple[Any, Any, Any]) -> Changed:
    """Rows come back parents first, then change, then go children first, so that no reference dangles."""
    image, opposite, order = direction
    rows = session.execute(
        select(Change.table_name, Change.key, image, opposite.is_(null()))
        .where(Change.step_id == step.id)
        .order_by(order)
    ).all()
    touched = {name for name, *_ in rows}
    work = _sorted_out(row._tuple() for row in rows)
    for table in RECORDED.values():
        for values in work[table, "insert"].values():
            session.execute(insert(table), values)
    for table in RECORDED.values():
        for values in work[table, "update"].values():
            session.execute(update(table).where(_bound_key(table)), values)
    for table in reversed(RECORDED.values()):
        for values in work[table, "delete"].values():
            session.execute(delete(table).where(_bound_key(table)), values)
    step.state = state
    return Changed(step.verb, frozenset(step.document_ids), DOCUMENTS.name in touched, LABELS.name in touched)


Work: TypeAlias = dict[tuple[Table, str], dict[tuple[str, ...], list[Image]]]


def _sorted_out(rows: Iterable[tuple[str, Image, Image | None, bool]]) -> Work:
    """The values to write by table and operation, then by the columns they have, in their order."""
    work: Work = defaultdict(lambda: defaultdict(list))
    for name, key, image, absent in rows:
        table = RECORDED[name]
        values = {} if image is None else _read(table, image)
        if image is None or not absent:
            values |= {f"the_{column}": value for column, value in key.items()}
        operation = "delete" if image is None else "insert" if absent else "update"
        work[table, operation][tuple(values)].append(values)
    return work


def _read(table: Table, image: Mapping[str, Any]) -> Image:
    """An image with its dates and times as such again, without columns that no longer exist."""
    readers = _readers(table)
    return {
        name: readers[name](value) if value is not None else None
        for name, value in image.items()
        if name in readers
    }


@cache
def _readers(table: Table) -> dict[str, Callable[[Any], Any]]:
    by_type: dict[type, Callable[[Any], Any]] = {Date: date.fromisoformat, DateTime: datetime.fromisoformat}
    return {column.name: by_type.get(type(column.type), _as_it_is) for column in table.columns}


def _as_it_is(value: Any) -> Any:
    return value


@cache
def _bound_key(table: Table) -> ColumnElement[bool]:
    return and_(*(column == bindparam(f"the_{column.name}") for column in table.primary_key.columns))
