"""The rows of a long ledger, read from the store when they are seen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from db.suggestions import Glimpse

CHUNK = 200
"""Rows read at once around the one that is asked for: a few pages of a table."""

Fetch = Callable[[Sequence[int]], dict[int, Any]]
"""From ids to rows; those that are gone are left out."""


class KnownRows:
    """Rows by id, read once and kept until they change."""

    def __init__(self, fetch: Fetch, blank: Callable[[int], Any]) -> None:
        self._fetch, self._blank = fetch, blank
        self._rows: dict[int, Any] = {}

    def forget(self, ids: Collection[int] | None = None) -> None:
        """Read these rows anew, or all of them."""
        if ids is None:
            self._rows.clear()
        for id_ in ids or ():
            self._rows.pop(id_, None)

    def read(self, ids: Sequence[int]) -> None:
        """Have these rows at hand. What is gone from the store is blank until the ids are read anew."""
        missing = [id_ for id_ in ids if id_ not in self._rows]
        found = self._fetch(missing) if missing else {}
        for id_ in missing:
            self._rows[id_] = found.get(id_) or self._blank(id_)

    def __getitem__(self, id_: int) -> Any:
        return self._rows[id_]

    def __contains__(self, id_: int) -> bool:
        return id_ in self._rows


class KnownIds:
    """The ids of a ledger, read once and anew where a document has changed.

    `fetch` gives them by document, of these documents or of all.
    """

    def __init__(self, fetch: Callable[[Collection[int] | None], dict[int, list[int]]]) -> None:
        self._fetch = fetch
        self._by_document: dict[int, list[int]] | None = None
        self._changed: set[int] = set()

    def forget(self, document_ids: Collection[int] | None = None) -> None:
        """Read those of these documents anew, or of all."""
        if document_ids is None:
            self._by_document = None
        self._changed.update(document_ids or ())

    def of(self, document_ids: Collection[int] | None) -> list[int]:
        """Those of these documents or of all, in the order of documents and text."""
        if self._by_document is None:
            self._by_document = self._fetch(None)
        elif self._changed:
            fresh = self._fetch(self._changed)
            self._by_document |= {id_: fresh.get(id_, []) for id_ in self._changed}
        self._changed = set()
        known = self._by_document
        among = known if document_ids is None else known.keys() & set(document_ids)
        return [id_ for document_id in sorted(among) for id_ in known[document_id]]


class LedgerRows(Sequence[Any]):
    """The rows with these ids, in their order."""

    def __init__(self, ids: list[int], known: KnownRows) -> None:
        self.ids, self._known = ids, known

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> LedgerRows: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return LedgerRows(self.ids[place], self._known)
        id_ = self.ids[place]
        if id_ not in self._known:
            first = max(0, place % len(self.ids) - CHUNK // 4)
            self._known.read(self.ids[first : first + CHUNK])
        return self._known[id_]

    def unread(self) -> list[int]:
        """The ids of those that are not at hand."""
        return [id_ for id_ in self.ids if id_ not in self._known]

    def read(self, ids: Sequence[int]) -> None:
        """Have these of them at hand."""
        self._known.read(ids)

    def __iter__(self) -> Iterator[Any]:
        """All of them, read in one go as far as they are not known."""
        self._known.read(self.ids)
        return map(self._known.__getitem__, self.ids)


class SuggestedRows(LedgerRows):
    """The rows of open suggestions, with what is known of each before it is read."""

    def __init__(self, glimpses: list[Glimpse], known: KnownRows) -> None:
        super().__init__([glimpse.id for glimpse in glimpses], known)
        self.glimpses = glimpses
