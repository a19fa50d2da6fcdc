"""The passages of the document in a pane, found by place."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.passages import Span

LONG = 1000
"""Passages of more characters are looked through one by one, so that the others can be bisected."""


class Spans:
    """Passages sorted by start, the longer first; rejected ones are left out."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.all = [span for span in spans if span.state != "rejected"]
        self._long = [span for span in self.all if span.end - span.start > LONG]
        self._short = self.all
        if self._long:
            self._short = [span for span in self.all if span.end - span.start <= LONG]
        self._starts = [span.start for span in self._short]

    def touching(self, start: int, end: int) -> list[Span]:
        """The passages that share a character with [start, end), sorted by start, the longer first."""
        if start >= end:
            return []
        first, last = bisect_left(self._starts, start - LONG), bisect_left(self._starts, end)
        found = [span for span in self._short[first:last] if span.end > start]
        long = [span for span in self._long if span.start < end and span.end > start]
        return sorted([*long, *found], key=_in_order) if long else found

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
            after = bisect_left(self.all, offset, key=lambda span: span.start)
            place = after if forward else after - 1
        return self.all[place] if 0 <= place < len(self.all) else None

    def with_changes(self, passage_ids: Collection[int], spans: Sequence[Span]) -> list[Span]:
        """All passages in order, with some of them replaced by what they are now."""
        gone = set(passage_ids)
        kept = [span for span in self.all if span.id not in gone]
        for span in spans:
            insort(kept, span, key=_in_order)
        return kept

    def changed(self, other: Spans) -> set[Span]:
        """The passages that only one of both has."""
        mine, others = self.all, other.all
        head = _common(mine, others)
        tail = _common(mine[head:][::-1], others[head:][::-1])
        return set(mine[head : len(mine) - tail]) ^ set(others[head : len(others) - tail])

    @cached_property
    def _by_id(self) -> dict[int, Span]:
        return {span.id: span for span in self.all}


def _in_order(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _common(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many passages both begin with."""
    for place, (mine, others) in enumerate(zip(one, other, strict=False)):
        if mine != others:
            return place
    return min(len(one), len(other))
