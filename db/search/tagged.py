"""Search in what analysts tagged and wrote: the quotes of passages, their notes, the fields of their kinds.

These are read and folded for each search, not indexed: they change with every key, and a hundred thousand
passages are gone through in about a second, which the window spends a few documents at a time.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, literal, select
from sqlalchemy.orm import Session

from db.kinds import KINDS, Kind
from db.models import DETAIL_TABLES, Passage
from db.search import filters
from db.search.filters import Filters
from db.search.finding import Query, places
from db.search.folding import folded_line
from db.search.places import Place


class Tagged(NamedTuple):
    """A passage that meets a query: `where` is quote, note or the name of a field, `said` what stands there.

    [first, after) of `said` are the words found; all of the quote where only filters were given.
    """

    passage_id: int
    document_id: int
    start: int
    end: int
    kind: str
    where: str
    said: str
    first: int
    after: int


def find(
    session: Session, query: Query | None, within: Filters, place: str, limit: int | None = None
) -> list[Tagged]:
    """Every place in the passages, in their order, that meets query and filters.

    `place` is passages (their quotes), notes or fields. Without a query the passages that meet the filters.
    """
    rows = (row for statement in PLACES[place](within) for row in session.execute(statement))
    return list(islice(_hits(query, rows), limit))


def spans(session: Session, within: Filters) -> dict[int, list[Place]]:
    """By document, where the passages stand that meet the filters, in order."""
    ids = filters.passages(within)
    rows = select(Passage.document_id, Passage.start, Passage.end).where(Passage.id.in_(ids))
    found: dict[int, list[Place]] = {}
    for document_id, start, end in session.execute(rows.order_by(Passage.document_id, Passage.start)):
        found.setdefault(document_id, []).append((start, end))
    return found


def _hits(query: Query | None, rows: Iterable[Sequence[Any]]) -> Iterator[Tagged]:
    for row in rows:
        said = str(row[6])
        found = [(0, len(said))] if query is None else places_in(query, said)
        for first, after in found:
            yield Tagged._make((*row[:6], said, first, after))


def places_in(query: Query, said: str) -> list[Place]:
    """Where a query is met in some words, whose lines count as paragraphs."""
    rows, start = [], 0
    for line in said.split("\n"):
        rows.append((start, *folded_line(line)))
        start += len(line) + 1
    return list(places(query, rows))


def _quotes(within: Filters) -> list[Select[Any]]:
    return [_statement("quote", Passage.quote, within)]


def _notes(within: Filters) -> list[Select[Any]]:
    return [_statement("note", Passage.note, within).where(Passage.note != "")]


def _fields(within: Filters) -> list[Select[Any]]:
    kinds = [kind for kind in KINDS.values() if not within.kinds or kind.name in within.kinds]
    return [_field(kind, name, within) for kind in kinds for name in _written(kind)]


def _written(kind: Kind) -> list[str]:
    """The fields of a kind that hold words."""
    return [field.name for field in kind.fields if field.form in ("text", "departments")]


def _field(kind: Kind, name: str, within: Filters) -> Select[Any]:
    table = DETAIL_TABLES[kind.name]
    column = table.c[name]
    joined = _statement(name, column, within).join(table, table.c.passage_id == Passage.id)
    return joined.where(column.is_not(None))


def _statement(where: str, column: ColumnElement[Any] | Any, within: Filters) -> Select[Any]:
    place = (Passage.id, Passage.document_id, Passage.start, Passage.end, Passage.kind)
    rows = select(*place, literal(where), column).select_from(Passage)
    return rows.where(Passage.id.in_(filters.passages(within))).order_by(
        Passage.document_id, Passage.start, Passage.end.desc()
    )


PLACES: dict[str, Callable[[Filters], list[Select[Any]]]] = {
    "passages": _quotes,
    "notes": _notes,
    "fields": _fields,
}
