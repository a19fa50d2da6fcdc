"""Search in what analysts tagged and wrote: the quotes of passages, their notes, the fields of their kinds.

The indexes offer passages, the words themselves decide. Passages are gone through some documents at a time,
in their order, so that the first hits are there before the last passage is read.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Select, column, select, table, text
from sqlalchemy.orm import Session

from db.kinds import KINDS
from db.models import DETAIL_TABLES, Passage
from db.rows import parts
from db.search import filters, written
from db.search.filters import Filters
from db.search.finding import OFFSET, Query, Row, places
from db.search.folding import folded_line
from db.search.index import line_id
from db.search.places import Place, moved
from db.search.quoted import Lines, lines
from db.search.written import Source

FIRST, MOST = 8, 256
"""Documents gone through before their hits are given: at first, where not all are asked for; then twice as
many each time, up to so many."""
PLACE = (Passage.id, Passage.document_id, Passage.start, Passage.end, Passage.kind)
Written: TypeAlias = tuple[Sequence[Any], str, str]
"""A row that begins with PLACE, what the words are (quote, note or the name of a field), and the words."""


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


class Within(NamedTuple):
    """Where is looked: in passages that meet filters, of these documents, which are in order."""

    session: Session
    filters: Filters
    document_ids: Sequence[int]

    @property
    def lines(self) -> dict[str, int]:
        """The documents as a stretch of an index."""
        return {"first": line_id(self.document_ids[0], 0), "after": line_id(self.document_ids[-1] + 1, 0)}

    def passages(self, *more: Any) -> Select[Any]:
        """What selects the places of the passages, and more of them."""
        stretch = Passage.document_id.between(self.document_ids[0], self.document_ids[-1])
        return select(*PLACE, *more).where(stretch, *filters.of_passages(self.filters))

    def rows(self, statement: Select[Any], **values: Any) -> Iterator[Sequence[Any]]:
        """The rows of a statement that begin with PLACE, without those of other documents in between."""
        known = set(self.document_ids)
        found = self.session.connection().execute(statement, values).cursor.fetchall()
        return (row for row in found if row[1] in known)


def find(
    session: Session,
    query: Query | None,
    within: Filters,
    place: str,
    document_ids: Collection[int] | None = None,
    limit: int | None = None,
) -> list[Tagged]:
    """Every place in the passages, of these documents or of all, that meets query and filters.

    In the order of documents and text. `place` is passages (their quotes), notes or fields. Without a query
    the passages that meet the filters.
    """
    hits = (
        hit
        for some in _portions(
            filters.documents(session, within, document_ids), MOST if limit is None else FIRST
        )
        for hit in _hits(query, PLACES[place](query, Within(session, within, some)))
    )
    return list(islice(hits, limit))


def spans(
    session: Session, within: Filters, document_ids: Collection[int] | None = None
) -> dict[int, list[Place]]:
    """By document, where the passages stand that meet the filters, in order."""
    found: dict[int, list[Place]] = defaultdict(list)
    for some in _portions(filters.documents(session, within, document_ids), MOST):
        look = Within(session, within, some)
        for _, document_id, start, end, _ in look.rows(look.passages().order_by(*PLACE[1:3])):
            found[document_id].append((start, end))
    return found


def _portions(document_ids: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    at = 0
    while at < len(document_ids):
        yield document_ids[at : at + size]
        at, size = at + size, min(2 * size, MOST)


def _hits(query: Query | None, words: Iterable[Written]) -> list[Tagged]:
    known: dict[str, list[Place]] = {}
    hits = []
    for row, where, said in words:
        found = known.get(said)
        if found is None:  # the names of departments, units and markers are the same again and again
            found = known[said] = [(0, len(said))] if query is None else places_in(query, said)
        for first, after in found:
            hits.append(Tagged(row[0], row[1], row[2], row[3], row[4], where, said, first, after))
    hits.sort(key=itemgetter(1, 2, 3, 0))
    return hits


def places_in(query: Query, said: str) -> list[Place]:
    """Where a query is met in some words, whose lines count as paragraphs."""
    if query.reaches_over_lines or "\n" in said:
        return list(places(query, _lines_of(said)))
    folded, shifts = folded_line(said)
    return moved(query.find_in(folded, shifts), shifts)


def _lines_of(said: str) -> Iterator[Row]:
    start = 0
    for line in said.split("\n"):
        yield start, *folded_line(line)
        start += len(line) + 1


def _quotes(query: Query | None, within: Within) -> Iterator[Written]:
    if query is not None:
        yield from _quotes_on(lines(within.session, query, **within.lines), query, within)
        return
    for row in within.rows(within.passages(Passage.quote)):
        yield row, "quote", row[5]


def _quotes_on(offered: Mapping[int, Lines], query: Query, within: Within) -> Iterator[Written]:
    """The quotes from the lines that the index of the texts offers, as far as they may meet a query."""
    passages = within.rows(within.passages()) if offered else ()
    rows = {
        row[0]: row
        for row in passages
        if row[1] in offered and offered[row[1]].may_hold(query, row[2], row[3])
    }
    quotes = select(Passage.id, Passage.quote)
    for some in parts(list(rows)):
        found = within.session.connection().execute(quotes.where(Passage.id.in_(some)))
        for id_, quote in found.cursor.fetchall():
            yield rows[id_], "quote", quote


def _notes(query: Query | None, within: Within) -> Iterator[Written]:
    noted = within.passages(Passage.note).where(Passage.note != "")
    for row in _offered(written.NOTES, noted, query, within):
        yield row, "note", row[5]


def _fields(query: Query | None, within: Within) -> Iterator[Written]:
    for kind in KINDS:
        if not within.filters.kinds or kind in within.filters.kinds:
            yield from _fields_of(kind, query, within)


def _fields_of(kind: str, query: Query | None, within: Within) -> Iterator[Written]:
    source, details = written.FIELDS[kind], DETAIL_TABLES[kind]
    columns = [details.c[name] for name in source.columns]
    joined = within.passages(*columns).join(details, details.c.passage_id == Passage.id)
    named = list(enumerate(source.columns, len(PLACE)))
    for row in _offered(source, joined, query, within):
        for place, name in named:
            if row[place]:
                yield row, name, row[place]


def _offered(
    source: Source, statement: Select[Any], query: Query | None, within: Within
) -> Iterator[Sequence[Any]]:
    """The rows of a statement about passages that the index of a source offers for a query."""
    if query is None:
        return within.rows(statement)
    index = table(source.index, column("rowid"))
    offers = text(f"{source.index} MATCH :match AND {source.index}.rowid BETWEEN :first AND :after")
    joined = statement.join(index, Passage.id == index.c.rowid.op("&")(OFFSET)).where(offers)
    return within.rows(joined, match=query.match, **within.lines)


PLACES: dict[str, Callable[[Query | None, Within], Iterator[Written]]] = {
    "passages": _quotes,
    "notes": _notes,
    "fields": _fields,
}
