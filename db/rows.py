"""Many rows of a table at once."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Dialect,
    Insert,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    insert,
    update,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

Columns: TypeAlias = dict[str, list[Any]]
"""Rows held by columns: under each name a list with one value a row."""
IN_ONE_QUERY = 10_000
"""Keys asked for, and values inserted, at once; SQLite takes 32,766 values in one statement."""


def execute(session: Session, statement: Insert | Update | Delete, columns: Columns) -> None:
    """Runs a statement for many rows held by columns; much faster than rows given one by one."""
    connection = session.connection()
    dialect = connection.dialect
    compiled = _compiled(statement, dialect, tuple(columns))
    names = compiled.positiontup or list(columns)
    values = dict(columns)
    for name in names:
        if to_driver := compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect):
            values[name] = [to_driver(value) for value in values[name]]
    rows = zip(*(values[name] for name in names), strict=True)
    if not compiled.positional:
        connection.exec_driver_sql(str(compiled), [dict(zip(names, row, strict=True)) for row in rows])
    elif isinstance(statement, Insert):
        _insert(connection, str(compiled), list(rows))
    else:
        connection.exec_driver_sql(str(compiled), list(rows))


def _insert(connection: Connection, one: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Inserts rows, many by a statement: the search index is written to with every one that has triggers."""
    into, values = one.split(" VALUES ")
    together = max(1, IN_ONE_QUERY // len(rows[0]))
    for at in range(0, len(rows), together):
        part = rows[at : at + together]
        flat = tuple(value for row in part for value in row)
        connection.exec_driver_sql(f"{into} VALUES {', '.join([values] * len(part))}", flat)


@lru_cache(maxsize=128)  # compiling takes longer than writing a row
def _compiled(statement: Insert | Update | Delete, dialect: Dialect, names: tuple[str, ...]) -> SQLCompiler:
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    assert isinstance(compiled, SQLCompiler)
    return compiled


@cache
def adding(table: Table) -> Insert:
    """What writes new rows of a table."""
    return insert(table)


@cache
def changing(table: Table) -> Update:
    """What gives a row, named by `this_row`, other values."""
    return update(table).where(this_row(table))


@cache
def removing(table: Table) -> Delete:
    """What deletes a row, named by `this_row`."""
    return delete(table).where(this_row(table))


def this_row(table: Table) -> ColumnElement[bool]:
    """A row by its key, given under the names the_id, the_passage_id…"""
    return and_(*(column == bindparam(f"the_{column.name}") for column in table.primary_key.columns))


def parts(keys: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The keys in portions that fit one query."""
    return (keys[i : i + IN_ONE_QUERY] for i in range(0, len(keys), IN_ONE_QUERY))
