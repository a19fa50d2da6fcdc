"""Which stretches of the documents were read: remembered on this computer, no part of the project."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import Any

Interval = tuple[int, int]


class ReadingRecord:
    """By document, the intervals that were read, merged and in order."""

    def __init__(self) -> None:
        self._read: dict[int, list[Interval]] = {}

    def add(self, document_id: int, start: int, end: int) -> bool:
        """Note that [start, end) was read; whether something of it was new."""
        if start >= end:
            return False
        known = self._read.setdefault(document_id, [])
        first = bisect_left(known, start, key=lambda interval: interval[1])
        last = bisect_right(known, end, key=lambda interval: interval[0])
        touched = known[first:last]
        if len(touched) == 1 and touched[0][0] <= start and end <= touched[0][1]:
            return False
        start, end = (min([start, *(a for a, _ in touched)]), max([end, *(b for _, b in touched)]))
        known[first:last] = [(start, end)]
        return True

    def of(self, document_id: int) -> list[Interval]:
        """What was read of a document."""
        return self._read.get(document_id, [])

    def percent(self, document_id: int, length: int) -> int:
        """How much of a document of so many characters was read, rounded down."""
        return 100 * sum(end - start for start, end in self.of(document_id)) // max(length, 1)

    def state(self) -> dict[str, Any]:
        """Everything, as plain values."""
        return {str(document_id): known for document_id, known in self._read.items() if known}

    def restore(self, state: Mapping[str, Any]) -> None:
        """What `state` gave, in place of what is known."""
        self._read = {int(id_): [(start, end) for start, end in known] for id_, known in state.items()}
