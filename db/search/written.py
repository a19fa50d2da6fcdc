"""The index of what analysts wrote, notes and worded fields: an FTS5 table beside each of their tables.

SQLite's own triggers keep it in step, so that no verb, no undo and no import has code for it: they call
`db.search.folding.characters`, which every connection of ours knows. What is indexed stands in a view, from
which the index is made anew and against which it is checked. A row goes by document id << 32 | passage id, so
that the documents are gone through in their order, as those of the index of the texts.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from db.kinds import KINDS, Kind
from db.models import DETAIL_TABLES

TOKENS = "unicode61 remove_diacritics 0 categories ''L* M* N* P* S* C*''"
PLACE = "document_id << 32 | id"
PRIME = 2**31 - 1
"""What sums over places are taken by, so that those of millions of characters fit 64 bits."""
EVENTS = {
    "puts": "AFTER INSERT",
    "takes": "BEFORE DELETE",
    "takes_old": "BEFORE UPDATE OF {}",
    "puts_new": "AFTER UPDATE OF {}",
}
"""When a trigger takes the words of a row out of the index or puts them in; {} are the columns with words."""


@dataclass(frozen=True)
class Source:
    """A table in which analysts write, its key, which is a passage's id, and the columns that hold words."""

    table: str
    key: str
    columns: tuple[str, ...]

    @property
    def index(self) -> str:
        return f"search_{self.table}"

    @property
    def view(self) -> str:
        return f"{self.table}_written"

    def characters(self, row: str) -> str:
        """What is indexed of a row, in SQL; `row` is NEW or OLD in a trigger, else the table."""
        return f"characters_of({', '.join(f'{row}.{column}' for column in self.columns)})"

    def has_words(self, row: str) -> str:
        said = " || ".join(f"ifnull({row}.{column}, '')" for column in self.columns)
        return f"{said} <> ''"


def worded(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind that hold words."""
    return tuple(field.name for field in kind.fields if field.form in ("text", "departments"))


NOTES = Source("passages", "id", ("note",))
FIELDS = {
    kind.name: Source(DETAIL_TABLES[kind.name].name, "passage_id", worded(kind)) for kind in KINDS.values()
}
SOURCES = (NOTES, *FIELDS.values())
WITH_PASSAGES = "search_takes_with_passages"


def lay(connection: Connection) -> None:
    """Makes views, indexes and triggers as the kinds have their fields; the indexes are empty yet."""
    for source in SOURCES:
        connection.exec_driver_sql(_view(source))
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {source.index} USING fts5(characters, content='{source.view}', "
            f"content_rowid='id', columnsize=0, tokenize='{TOKENS}')"
        )
        for name, event in EVENTS.items():
            connection.exec_driver_sql(_trigger(source, name, event))
    connection.exec_driver_sql(_with_passages())


def lift(connection: Connection) -> None:
    """Takes away what `lay` made, as far as it is there, so that the tables can be changed."""
    connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {WITH_PASSAGES}")
    for source in SOURCES:
        for name in EVENTS:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {source.index}_{name}")
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {source.index}")
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {source.view}")


def _view(source: Source) -> str:
    table = source.table
    joined = "" if source is NOTES else f" JOIN passages ON passages.id = {table}.{source.key}"
    return (
        f"CREATE VIEW {source.view} AS SELECT {PLACE} AS id, {source.characters(table)} AS characters "
        f"FROM {table}{joined} WHERE {source.has_words(table)}"
    )


def _trigger(source: Source, name: str, event: str) -> str:
    row = "NEW" if event.startswith("AFTER") else "OLD"
    does = _put if row == "NEW" else _take
    words = does(source, PLACE, source.characters(row), f"FROM passages WHERE id = {row}.{source.key}")
    return (
        f"CREATE TRIGGER {source.index}_{name} {event.format(', '.join(source.columns))} ON {source.table} "
        f"WHEN {source.has_words(row)} BEGIN {words} END"
    )


def _with_passages() -> str:
    """The trigger for fields that go with their passage: once they go, it can no longer be asked."""
    place = "OLD.document_id << 32 | OLD.id"
    taken = (
        _take(
            source,
            place,
            source.characters(source.table),
            f"FROM {source.table} WHERE passage_id = OLD.id AND {source.has_words(source.table)}",
        )
        for source in FIELDS.values()
    )
    return f"CREATE TRIGGER {WITH_PASSAGES} BEFORE DELETE ON passages BEGIN {' '.join(taken)} END"


def _put(source: Source, place: str, characters: str, where: str) -> str:
    return f"INSERT INTO {source.index} (rowid, characters) SELECT {place}, {characters} {where};"


def _take(source: Source, place: str, characters: str, where: str) -> str:
    index = source.index
    return f"INSERT INTO {index} ({index}, rowid, characters) SELECT 'delete', {place}, {characters} {where};"


def rebuild(session: Session) -> None:
    """Makes the whole index anew from what stands in the tables."""
    for source in SOURCES:
        session.connection().exec_driver_sql(
            f"INSERT INTO {source.index} ({source.index}) VALUES ('rebuild')"
        )


def is_whole(session: Session) -> bool:
    """Whether the index has every character of every passage in its place, and no other."""
    return all(_indexed(session, source) == _stored(session, source) for source in SOURCES)


def _indexed(session: Session, source: Source) -> dict[str, tuple[int, int, int]]:
    """By character, how often the index has it, and sums that tell in which passages and where."""
    ask, counted = session.connection().exec_driver_sql, f"{source.index}_counts"
    ask(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{counted} USING fts5vocab(main, {source.index}, instance)")
    places = f"sum(doc % {PRIME}), sum(doc % {PRIME} * offset % {PRIME})"
    sums = f"SELECT term, count(*), {places} FROM temp.{counted} GROUP BY term"
    return {term: (count, ids, places) for term, count, ids, places in ask(sums)}


def _stored(session: Session, source: Source) -> dict[str, tuple[int, int, int]]:
    """The same of what stands in the table."""
    sums: dict[str, tuple[int, int, int]] = defaultdict(lambda: (0, 0, 0))
    rows: Iterable[Any] = session.connection().exec_driver_sql(f"SELECT id, characters FROM {source.view}")
    for id_, spaced in rows:
        for offset, character in enumerate(spaced[::2]):
            count, ids, places = sums[character]
            sums[character] = (count + 1, ids + id_ % PRIME, places + id_ % PRIME * offset % PRIME)
    return sums
