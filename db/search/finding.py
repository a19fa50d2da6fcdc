"""Every place of a query in the texts, exactly: the index offers lines, the folded lines decide.

A query is met within a paragraph, or, where that is asked for, within a document. Documents are gone through
in their order, one at a time, so that the first hits are there before the last document is read.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from typing import Any, NamedTuple, TypeAlias, cast

from sqlalchemy.orm import Session

from db.search.folding import simplify
from db.search.index import LINE_BITS, line_id
from db.search.meeting import met, met_in_lines, with_nears, words_of
from db.search.places import Finder, Place, apart, finder, moved, variants
from db.search.query import All, Either, Near, Node, Not, Words, finds, parse

LINES = (
    "SELECT search_lines.id, folded, shifts FROM search JOIN search_lines ON search_lines.id = search.rowid "
    "WHERE search MATCH ? AND search.rowid >= ? AND search.rowid < ? AND search.rowid >> 32 NOT IN "
    "(SELECT id FROM documents WHERE trashed IS NOT NULL) ORDER BY search.rowid"
)
OFFSET = (1 << LINE_BITS) - 1
LAST = (1 << 31) - 2
"""No document has a greater id."""
Row: TypeAlias = tuple[int, str, str | None]


class Hit(NamedTuple):
    """Where the words of a query stand: text[start:end] of a document, in code points."""

    document_id: int
    start: int
    end: int


@dataclass(frozen=True)
class Query:
    """What to look for. `alike`: traditional is simplified; `whole`: AND and NOT judge whole documents."""

    node: Node
    alike: bool = False
    whole: bool = False

    @cached_property
    def words(self) -> tuple[Words, ...]:
        return tuple(dict.fromkeys(words_of(self.node)))

    @cached_property
    def finders(self) -> dict[Words, Finder]:
        return {words: finder(words, self.alike) for words in self.words}

    @cached_property
    def find_in(self) -> Finder:
        """What finds the places of the whole query in one line; of a query that is judged line by line."""
        if isinstance(self.node, Words):
            return self.finders[self.node]
        finders = list(self.finders.items())

        def find_in(folded: str, shifts: str | None) -> list[Place]:
            found = met(self.node, {words: find_words(folded, shifts) for words, find_words in finders})
            return apart(found) if found else []

        return find_in

    @cached_property
    def reaches_over_lines(self) -> bool:
        return self.whole or _has_near(self.node)

    @cached_property
    def match(self) -> str:
        """What the index is asked: all lines that may hold a hit or decide about one."""
        if self.reaches_over_lines:
            return " OR ".join(_phrase(words) for words in self.words)
        return _match(self.node)


def read(typed: str, alike: bool = False, whole: bool = False) -> Query | None:
    """The query that is typed; None where nothing is. Raises a problem of db/search/query.py."""
    node = parse(typed)
    return Query(node, alike, whole) if node else None


def find(
    session: Session,
    query: str | Query,
    document_ids: Collection[int] | None = None,
    limit: int | None = None,
) -> list[Hit]:
    """Every place where the query is met, in the order of documents and text; the trash is left out."""
    hits = (
        Hit(document_id, start, end)
        for document_id, asked, rows in _by_document(session, query, document_ids)
        for start, end in places(asked, rows)
    )
    return list(islice(hits, limit))


def count(
    session: Session, query: str | Query, document_ids: Collection[int] | None = None
) -> dict[int, int]:
    """How many places each document has in which the query is met; those without are left out."""
    found = _by_document(session, query, document_ids)
    counted = ((document_id, _count(asked, rows)) for document_id, asked, rows in found)
    return {document_id: places for document_id, places in counted if places}


def _by_document(
    session: Session, query: str | Query, document_ids: Collection[int] | None
) -> Iterator[tuple[int, Query, Iterable[Row]]]:
    asked = read(query) if isinstance(query, str) else query
    if asked is None or (document_ids is not None and not document_ids):
        return
    first, last = (0, LAST) if document_ids is None else (min(document_ids), max(document_ids))
    values = (asked.match, line_id(first, 0), line_id(last + 1, 0))
    rows = cast(Iterator[Row], session.connection().exec_driver_sql(LINES, values).cursor)
    for document_id, lines in groupby(rows, key=lambda row: row[0] >> LINE_BITS):
        if document_ids is None or document_id in document_ids:
            yield document_id, asked, lines


def _count(query: Query, rows: Iterable[Row]) -> int:
    if isinstance(query.node, Words):
        find_in = query.finders[query.node]
        return sum(len(find_in(folded, shifts)) for _, folded, shifts in rows)
    return sum(1 for _ in places(query, rows))


def places(query: Query, rows: Iterable[Row]) -> Iterator[Place]:
    """The places in the lines of one document, as offsets of its text."""
    if query.reaches_over_lines:
        yield from apart(_over_lines(query, rows))
        return
    find_in = query.find_in
    for line, folded, shifts in rows:
        start = line & OFFSET
        for first, after in moved(find_in(folded, shifts), shifts):
            yield start + first, start + after


def _over_lines(query: Query, rows: Iterable[Row]) -> Iterable[Place]:
    """The places in a document of a query that is not judged line by line alone."""
    starts: list[int] = []
    found: dict[Node, list[Place]] = {words: [] for words in query.words}
    for line, folded, shifts in rows:
        start = line & OFFSET
        starts.append(start)
        for words, find_in in query.finders.items():
            here = moved(find_in(folded, shifts), shifts)
            found[words] += [(start + first, start + after) for first, after in here]
    found = with_nears(query.node, found)
    if query.whole or isinstance(query.node, Near):
        return met(query.node, found) or []
    return met_in_lines(query.node, found, starts)


def _match(node: Node) -> str:
    if isinstance(node, Words):
        return _phrase(node)
    assert isinstance(node, All | Either)
    parts = [_match(part) for part in node.parts if finds(part)]
    return "(" + (" AND " if isinstance(node, All) else " OR ").join(parts) + ")"


def _phrase(words: Words) -> str:
    phrases = (" ".join(simplify(written)).replace('"', '""') for written in variants(words.folded))
    return "(" + " OR ".join(f'"{phrase}"' for phrase in dict.fromkeys(phrases)) + ")"


def _has_near(node: Any) -> bool:
    if isinstance(node, Not):
        return _has_near(node.part)
    return isinstance(node, Near) or any(map(_has_near, getattr(node, "parts", ())))
