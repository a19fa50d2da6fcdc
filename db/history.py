"""What a step changes, row by row, recorded as it happens.

Rows changed through the ORM are noted by its own events; insert, change and remove do the same for many rows
at once. Everything a step does to one row is folded into one change: the row's image before and after.

Documents are special in two ways. Their texts are never copied into the history: importing one is
recorded as "was in the trash, is not any more", so that undo moves it there. And deleting one for good
is no step: it drops the history.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeAlias, cast

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Result,
    RowMapping,
    Select,
    Table,
    bindparam,
    delete,
    event,
    inspect,
    select,
    tuple_,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from db.models import (
    DETAIL_TABLES,
    Alias,
    Base,
    Document,
    Label,
    Labelling,
    Link,
    Passage,
    Saved,
    Term,
    now,
)
from db.rows import adding, changing, execute, parts

Image: TypeAlias = dict[str, Any]
Key: TypeAlias = tuple[Any, ...]
Rows: TypeAlias = Sequence[Mapping[str, Any]]

DOCUMENTS, PASSAGES, LABELS, LABELLINGS, LINKS = (
    cast(Table, model.__table__) for model in (Document, Passage, Label, Labelling, Link)
)
LISTS = TERMS, ALIASES, SAVED = tuple(cast(Table, model.__table__) for model in (Term, Alias, Saved))
"""The project's own lists, which hang on no document."""
_WITH_HISTORY = {DOCUMENTS, PASSAGES, LABELS, LABELLINGS, LINKS, *LISTS, *DETAIL_TABLES.values()}
RECORDED = {table.name: table for table in Base.metadata.sorted_tables if table in _WITH_HISTORY}
"""The tables whose rows have a history, parents before children."""
UNRECORDED = {"text", "line_starts"}
"""Columns of documents that never change."""


class RowChange(NamedTuple):
    """One row's change: an insert has no image before, a delete none after; an update has what differs."""

    table: Table
    key: Key
    before: Image | None
    after: Image | None


class RecordedSession(Session):
    """A session whose changes are noted by the recorder given to it; without one it is for reading."""


class Recorder:
    """What one step did so far: by row, the image before and after."""

    def __init__(self) -> None:
        self._images: dict[tuple[str, Key], tuple[Image | None, Image | None]] = {}

    def note(self, table: Table, key: Key, before: Image | None, after: Image | None) -> None:
        """Folds a change of one row into what is known of it. Images of an update may be partial."""
        row = (table.name, key)
        if row in self._images:
            earlier_before, earlier_after = self._images[row]
            before = None if earlier_before is None else {**(before or {}), **earlier_before}
            after = None if after is None else {**(earlier_after or {}), **after}
        self._images[row] = (before, after)

    def changes(self) -> Iterator[RowChange]:
        """What is different now; a row that came and went, or changed and changed back, is not."""
        for (name, key), (before, after) in self._images.items():
            if before is not None and after is not None:
                differing = [column for column, value in after.items() if before.get(column, ...) != value]
                before, after = ({column: image[column] for column in differing} for image in (before, after))
            if before != after:
                yield RowChange(RECORDED[name], key, before, after)


def recorder_of(session: Session) -> Recorder:
    """The recorder of a session. RuntimeError for one that is for reading."""
    recorder = session.info.get("recorder")
    if not isinstance(recorder, Recorder):
        raise RuntimeError("the project is changed within Store.step only")
    return recorder


def insert(session: Session, table: Table, rows: Rows) -> list[Image]:
    """Inserts rows, which have all columns but the `id`; their images, with the ids they got, in order."""
    recorder = recorder_of(session)
    images = [{name: row.get(name) for name in _names(table)} for row in rows]
    if images and "id" in table.c:
        ids = session.connection().scalars(_adding_for_ids(table), rows)
        for image, id_ in zip(images, ids, strict=True):
            image["id"] = id_
    elif images:
        columns = {name: [image[name] for image in images] for name in _names(table)}
        execute(session, adding(table), columns)
    for image in images:
        recorder.note(table, _key(table, image), None, image)
    return images


@cache
def _adding_for_ids(table: Table) -> ReturningInsert[tuple[int]]:
    return adding(table).returning(table.c.id, sort_by_parameter_order=True)


def change(session: Session, table: Table, rows: Rows, stamp: Mapping[str, Any] | None = None) -> list[int]:
    """Writes new values into rows; each row holds its key and the same new columns as the others.

    Rows that have these values already are left alone, as are those that are gone; the others get those of
    `stamp` too. The keys of the rows written.
    """
    recorder = recorder_of(session)
    if not rows:
        return []
    news: list[Image] = [{**row, **(stamp or {})} for row in rows]
    (key,) = table.primary_key.columns
    columns = [table.c[name] for name in news[0]]
    before = {
        row[key.name]: dict(row)
        for part in parts([row[key.name] for row in rows])
        for row in session.execute(select(*columns).where(key.in_(part))).mappings()
    }
    given = rows[0].keys()
    news = [row for row in news if any(before.get(row[key.name], row)[name] != row[name] for name in given)]
    for row in news:
        recorder.note(table, (row[key.name],), before[row[key.name]], row)
    values = {column.name: [row[column.name] for row in news] for column in columns}
    if news:
        execute(session, changing(table), values | {f"the_{key.name}": values[key.name]})
    return values[key.name]


def remove(session: Session, table: Table, where: ColumnElement[bool]) -> None:
    """Deletes rows and, by the database's cascades, all that hangs on them; every one of them is recorded."""
    _note_removal(session, table, session.execute(select(*_columns(table)).where(where)))
    session.execute(delete(table).where(where))


def _note_removal(session: Session, table: Table, rows: Result[Any]) -> None:
    """Notes rows about to be deleted and the rows that hang on them."""
    recorder = recorder_of(session)
    images = [dict(row) for row in rows.mappings()]
    for child, hanging in _dependants(table) if images else ():
        for part in parts([image["id"] for image in images]):
            _note_removal(session, child, session.connection().execute(hanging, {"ids": part}))
    for image in images:
        recorder.note(table, _key(table, image), image, None)


@cache
def _dependants(table: Table) -> tuple[tuple[Table, Select[Any]], ...]:
    """The tables whose rows hang on those of a table, and what reads the rows that hang on some ids."""
    ids: BindParameter[Any] = bindparam("ids", expanding=True)
    return tuple(
        (child, select(*_columns(child)).where(key.parent.in_(ids)))
        for child in RECORDED.values()
        for key in child.foreign_keys
        if key.column.table is table
    )


@cache
def _columns(table: Table) -> tuple[Column[Any], ...]:
    return tuple(column for column in table.columns if column.name not in UNRECORDED)


@cache
def _names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in _columns(table))


def _key(table: Table, image: Mapping[str, Any] | RowMapping) -> Key:
    return tuple(image[column.name] for column in table.primary_key.columns)


@event.listens_for(RecordedSession, "before_flush")
def _look_at_rows_before(session: RecordedSession, flush: object, instances: object) -> None:
    if not (session.new or session.dirty or session.deleted):
        return
    recorder_of(session)
    for item in session.deleted:
        if (table := _table(item)) is not None:
            those = select(*_columns(table)).where(_is(table, [inspect(item).identity]))
            _note_removal(session, table, session.execute(those))
    dirty: dict[Table, list[Any]] = defaultdict(list)
    for item in session.dirty:
        if (table := _table(item)) is not None and session.is_modified(item):
            dirty[table].append(item)
    session.info["before"] = [
        (item, table, before)
        for table, items in dirty.items()
        for item, before in _with_stored_images(session, table, items)
    ]


def _with_stored_images(session: Session, table: Table, items: list[Any]) -> Iterator[tuple[Any, Image]]:
    by_key = {inspect(item).identity: item for item in items}
    for part in parts(list(by_key)):
        for row in session.execute(select(*_columns(table)).where(_is(table, part))).mappings():
            yield by_key[_key(table, row)], dict(row)


@event.listens_for(RecordedSession, "after_flush")
def _note_rows_after(session: RecordedSession, flush: object) -> None:
    recorder = recorder_of(session)
    for item in session.new:
        if (table := _table(item)) is DOCUMENTS:
            recorder.note(DOCUMENTS, (item.id,), {"trashed": now()}, {"trashed": None})
        elif table is not None:
            image = dict.fromkeys(_names(table)) | _image(item, table)
            recorder.note(table, _key(table, image), None, image)
    for item, table, before in session.info.pop("before", ()):
        recorder.note(table, _key(table, before), before, before | _image(item, table))


def _table(item: object) -> Table | None:
    return RECORDED.get(inspect(item).mapper.local_table.name)


def _image(item: object, table: Table) -> Image:
    """The values an object holds; columns it has not loaded are left out."""
    held = vars(item)
    return {name: held[name] for name in _names(table) if name in held}


def _is(table: Table, keys: Sequence[Any]) -> ColumnElement[bool]:
    columns = table.primary_key.columns.values()
    if len(columns) == 1:
        return columns[0].in_([key for (key,) in keys])
    return tuple_(*columns).in_(keys)
