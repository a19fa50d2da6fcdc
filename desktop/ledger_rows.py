"""The rows of a long ledger, read from the store when they are seen."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, overload

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


class LedgerRows(Sequence[Any]):
    """The rows with these ids, in their order."""

    def __init__(self, ids: list[int], known: KnownRows) -> None:
        self.ids, self._known = ids, known

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> "LedgerRows": ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return LedgerRows(self.ids[place], self._known)
        id_ = self.ids[place]
        if id_ not in self._known:
            first = max(0, place % len(self.ids) - CHUNK // 4)
            self._known.read(self.ids[first : first + CHUNK])
        return self._known[id_]

    def __iter__(self) -> Iterator[Any]:
        """All of them, read in one go as far as they are not known."""
        self._known.read(self.ids)
        return map(self._known.__getitem__, self.ids)
