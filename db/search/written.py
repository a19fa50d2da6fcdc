"""The index of what analysts wrote, notes and worded fields: an FTS5 table beside each table of theirs.

SQLite's own triggers keep it in step, so that no verb, no undo and no import has code for it: they call
`db.search.folding.characters`, which every connection of ours knows. What is indexed stands in a view, from
which the index is made anew and against which it is checked. The row of a passage goes by the passage's id.
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

    def characters(self, row: str = "") -> str:
        """What is indexed of a row, in SQL; `row` is NEW. or OLD. in a trigger."""
        return f"characters_of({', '.join(row + column for column in self.columns)})"

    def has_words(self, row: str = "") -> str:
        said = " || ".join(f"ifnull({row}{column}, '')" for column in self.columns)
        return f"{said} <> ''"


def worded(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind that hold words."""
    return tuple(field.name for field in kind.fields if field.form in ("text", "departments"))


NOTES = Source("passages", "id", ("note",))
FIELDS = {
    kind.name: Source(DETAIL_TABLES[kind.name].name, "passage_id", worded(kind)) for kind in KINDS.values()
}
SOURCES = (NOTES, *FIELDS.values())


def lay(connection: Connection) -> None:
    """Makes views, indexes and triggers as the kinds have their fields; the indexes are empty yet."""
    for source in SOURCES:
        connection.exec_driver_sql(
            f"CREATE VIEW {source.view} AS SELECT {source.key} AS id, {source.characters()} AS characters "
            f"FROM {source.table} WHERE {source.has_words()}"
        )
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {source.index} USING fts5(characters, content='{source.view}', "
            f"content_rowid='id', columnsize=0, tokenize='{TOKENS}')"
        )
        for name, event in EVENTS.items():
            connection.exec_driver_sql(_trigger(source, name, event))


def lift(connection: Connection) -> None:
    """Takes away what `lay` made, as far as it is there, so that the tables can be changed."""
    for source in SOURCES:
        for name in EVENTS:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {source.index}_{name}")
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {source.index}")
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {source.view}")


def _trigger(source: Source, name: str, event: str) -> str:
    row = "NEW." if event.startswith("AFTER") else "OLD."
    columns, first = ("rowid", "") if row == "NEW." else (f"{source.index}, rowid", "'delete', ")
    return (
        f"CREATE TRIGGER {source.index}_{name} {event.format(', '.join(source.columns))} ON {source.table} "
        f"WHEN {source.has_words(row)} BEGIN INSERT INTO {source.index} ({columns}, characters) "
        f"VALUES ({first}{row}{source.key}, {source.characters(row)}); END"
    )


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
    sums = f"SELECT term, count(*), sum(doc), sum(doc * offset) FROM temp.{counted} GROUP BY term"
    return {term: (count, ids, places) for term, count, ids, places in ask(sums)}


def _stored(session: Session, source: Source) -> dict[str, tuple[int, int, int]]:
    """The same of what stands in the table."""
    sums: dict[str, tuple[int, int, int]] = defaultdict(lambda: (0, 0, 0))
    rows: Iterable[Any] = session.connection().exec_driver_sql(f"SELECT id, characters FROM {source.view}")
    for id_, spaced in rows:
        for offset, character in enumerate(spaced[::2]):
            count, ids, places = sums[character]
            sums[character] = (count + 1, ids + id_, places + id_ * offset)
    return sums
