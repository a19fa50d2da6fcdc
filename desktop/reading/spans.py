"""The passages of the document in a pane, found by place."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.passages import Span

REJECTED = "rejected"
LONG = 1000
"""Passages of more characters are looked through one by one, so that the others can be bisected."""
_START = attrgetter("start")


class Spans:
    """Passages sorted by start, the longer first; rejected ones are left out."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.all = [span for span in spans if span.state != REJECTED]
        self._long = [span for span in self.all if span.end - span.start > LONG]

    def touching(self, start: int, end: int) -> list[Span]:
        """The passages that share a character with [start, end), sorted by start, the longer first."""
        if start >= end:
            return []
        first, last = bisect_left(self.all, start - LONG, key=_START), bisect_left(self.all, end, key=_START)
        far = [span for span in self._long if span.start < start - LONG and span.end > start]
        return far + [span for span in self.all[first:last] if span.end > start]

    def at(self, offset: int) -> list[Span]:
        """The passages that hold the character at an offset, the innermost first."""
        return sorted(self.touching(offset, offset + 1), key=lambda span: (span.end - span.start, span.id))

    def get(self, passage_id: int | None) -> Span | None:
        return None if passage_id is None else self._by_id.get(passage_id)

    def beside(self, offset: int, passage_id: int | None, forward: bool) -> Span | None:
        """The passage after or before one in the order of the text; without one, that next to an offset."""
        if (known := self.get(passage_id)) is not None:
            place = self.all.index(known) + (1 if forward else -1)
        else:
            after = bisect_left(self.all, offset, key=_START)
            place = after if forward else after - 1
        return self.all[place] if 0 <= place < len(self.all) else None

    def replace(self, passage_ids: Collection[int], spans: Sequence[Span]) -> set[Span]:
        """Some passages changed: `spans` are those of them that still stand. What was and what is instead."""
        gone = {span for id_ in passage_ids if (span := self._by_id.pop(id_, None))}
        come = {span for span in spans if span.state != REJECTED}
        self._by_id.update((span.id, span) for span in come)
        for span in gone:
            del self.all[self.all.index(span, bisect_left(self.all, _in_order(span), key=_in_order))]
        for span in come:
            insort(self.all, span, key=_in_order)
        self._long = sorted(
            {*self._long} - gone | {span for span in come if span.end - span.start > LONG}, key=_in_order
        )
        return gone ^ come

    @cached_property
    def _by_id(self) -> dict[int, Span]:
        return {span.id: span for span in self.all}


def _in_order(span: Span) -> tuple[int, int]:
    return span.start, -span.end
