"""Searching: what is asked, what was found, and what is done with all of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from db import documents, lists, search
from db.lists import Saved
from db.search import Filters, tagged
from db.store import Store
from workbench.in_context import around, paragraph_at
from workbench.quantities import worths

AROUND = 32
"""Characters shown on either side of a hit."""
ROLE = "search"
"""What a saved search is in the project's lists."""
Stretch: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class Asked:
    """A search: words in the language of docs/searching.md, where to look, and what narrows it.

    `place` is text (the documents), passages (their quotes), notes or fields. `alike`: traditional characters
    are their simplified ones. `whole`: AND and NOT judge whole documents.
    """

    words: str = ""
    place: str = "text"
    alike: bool = False
    whole: bool = False
    filters: Filters = field(default_factory=Filters)

    @property
    def query(self) -> search.Query | None:
        """Raises a problem where the words cannot be read."""
        return search.read(self.words, self.alike, self.whole)

    @property
    def looks_at(self) -> str:
        """Where it looks: filters without words find passages."""
        return self.place if self.query or self.place != "text" else "passages"

    @property
    def says_anything(self) -> bool:
        return self.query is not None or self.filters != Filters()

    @property
    def narrowed(self) -> Filters:
        """The filters, with the units that measure the same as theirs."""
        return replace(self.filters, worths=worths(self.filters.unit)) if self.filters.unit else self.filters

    def written(self) -> dict[str, Any]:
        """As it is saved: plain values, without what is left open."""
        plain = Filters()
        narrowed = {
            name: _plain(value)
            for name, value in asdict(self.filters).items()
            if value != getattr(plain, name)
        }
        return {"query": self.words, "in": self.place} | {
            name: value
            for name, value in (("alike", self.alike), ("whole", self.whole), ("filters", narrowed))
            if value
        }

    @classmethod
    def of(cls, written: Mapping[str, Any]) -> Asked:
        """What `written` gave; what it does not know is left out."""
        narrowed = {name: READERS[name](value) for name, value in written.get("filters", {}).items()}
        flags = {name: bool(written.get(name)) for name in ("alike", "whole")}
        return cls(written.get("query", ""), written.get("in", "text"), **flags, filters=Filters(**narrowed))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [str(end) if isinstance(end, date) else end for end in value]
    return sorted(value) if isinstance(value, frozenset) else value


def _days(ends: Sequence[str | None]) -> tuple[date | None, date | None]:
    first, last = (date.fromisoformat(end) if end else None for end in ends)
    return first, last


READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("documents", "kinds", "labels", "states"), frozenset),
    **dict.fromkeys(("years", "values"), tuple),
    **dict.fromkeys(("issuer", "department", "unit"), str),
    "period": _days,
}
"""What makes a filter of what was saved of it."""


class Found(NamedTuple):
    """A hit: the passage or the place in the text, its words and those around them. `document` is the title.

    `where` is text, quote, note or the name of a field; for the last two [start, end) is the passage's.
    """

    document_id: int
    start: int
    end: int
    before: str
    words: str
    after: str
    document: str
    paragraph: int | None
    where: str = "text"
    passage_id: int | None = None
    kind: str = ""

    def told(self) -> str:
        return f"{self.document}  [{self.paragraph}]  …{self.before}【{self.words}】{self.after}…"


def count(store: Store, asked: Asked, document_ids: Collection[int] | None = None) -> dict[int, int]:
    """How many hits each document has, of these or of all; those without are left out."""
    with store.read() as session:
        return _count(session, asked, document_ids)


def _count(session: Any, asked: Asked, document_ids: Collection[int] | None) -> dict[int, int]:
    query = asked.query
    if asked.looks_at == "text" and query and not asked.filters.on_passages:
        return search.count(session, query, _documents(session, asked, document_ids))
    counted: dict[int, int] = {}
    for hit in hits(session, asked, document_ids):
        counted[hit.document_id] = counted.get(hit.document_id, 0) + 1
    return counted


def find(
    store: Store, asked: Asked, document_ids: Collection[int] | None = None, limit: int | None = None
) -> list[Found]:
    """The hits, in the order of documents and text."""
    with store.read() as session:
        found = hits(session, asked, document_ids, limit)
        return list(islice(_told(session, found, documents.titles(session, document_ids)), limit))


def places(store: Store, asked: Asked, document_id: int) -> list[Stretch]:
    """What is lit up in a document."""
    with store.read() as session:
        return [(hit.start, hit.end) for hit in hits(session, asked, [document_id])]


def _documents(session: Any, asked: Asked, document_ids: Collection[int] | None) -> Collection[int] | None:
    if not asked.filters.on_documents:
        return document_ids
    return search.filters.documents(session, asked.filters, document_ids)


def hits(
    session: Any, asked: Asked, document_ids: Collection[int] | None = None, limit: int | None = None
) -> Iterable[search.Hit | tagged.Tagged]:
    """The bare hits, in the order of documents and text."""
    query = asked.query
    if not asked.says_anything:
        return []
    if query is None or asked.looks_at != "text":
        return tagged.find(session, query, asked.narrowed, asked.looks_at, document_ids, limit)
    if not asked.filters.on_passages:
        return search.find(session, query, _documents(session, asked, document_ids), limit)
    spans = tagged.spans(session, asked.narrowed, document_ids)
    found = search.find(session, query, spans.keys())
    return (hit for hit in found if _within(hit, spans[hit.document_id]))


def _within(hit: search.Hit, spans: Sequence[Stretch]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in spans)


def _told(
    session: Any, hits: Iterable[search.Hit | tagged.Tagged], titles: Mapping[int, str]
) -> Iterator[Found]:
    for document_id, some in groupby(hits, key=attrgetter("document_id")):
        text, _ = documents.text(session, document_id)
        paragraphs = documents.paragraphs(session, document_id)
        for hit in some:
            number = paragraph_at(paragraphs, hit.start)
            yield _found(hit, text, titles[document_id], number)


def _found(hit: search.Hit | tagged.Tagged, text: str, title: str, number: int | None) -> Found:
    if isinstance(hit, search.Hit):
        return Found(*hit, *around(text, hit.start, hit.end, AROUND), title, number)
    start, end = hit.start, hit.end
    if hit.where == "quote":
        start, end = hit.start + hit.first, hit.start + hit.after
    said = around(hit.said, hit.first, hit.after, AROUND)
    return Found(hit.document_id, start, end, *said, title, number, hit.where, hit.passage_id, hit.kind)


def saved(store: Store) -> list[Saved]:
    """The saved searches, in their order."""
    with store.read() as session:
        return lists.saved(session, ROLE)


def save(store: Store, name: str, asked: Asked) -> None:
    """Keep a search under a name; one of that name is replaced."""
    with store.step("save search") as session:
        lists.save(session, ROLE, name, asked.written())


def forget(store: Store, ids: Collection[int]) -> None:
    with store.step("remove search") as session:
        lists.remove_saved(session, ids)


def export(store: Store, asked: Asked, path: Path, language: str = "zh") -> int:
    """Write all hits to an Excel sheet; how many there are."""
    found = find(store, asked)
    write(found, asked, path, language)
    return len(found)


def write(found: Iterable[Found], asked: Asked, path: Path, language: str) -> None:
    """Write these hits, as they come, to an Excel sheet."""
    from exporters import hits_xlsx

    hits_xlsx.write(found, asked.words, path, language)


def reindex(store: Store) -> int:
    """Make the index anew from the texts; how many documents it holds."""
    with store.step("rebuild the index") as session:
        return search.rebuild(session)
