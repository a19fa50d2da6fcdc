"""What a ribbon joins: a pair of sentences, or neighbours in one paragraph that need no telling apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.align import Alignment, Pair

Interval = tuple[int, int]
RowOf = Callable[[int], int]

SAME, REWORDED, NEW, DROPPED = "same", "reworded", "new", "dropped"
CALM = (SAME, NEW, DROPPED)
"""States whose neighbours are one band; what is reworded is compared sentence by sentence."""


@dataclass(frozen=True, slots=True)
class Band:
    """One stretch of the left text and the one of the right that corresponds; one of them may be empty."""

    left: Interval
    right: Interval
    state: str
    moved: bool = False

    def side(self, right: bool) -> Interval:
        return self.right if right else self.left


@dataclass(frozen=True)
class Bands:
    """All bands of two texts, quick to look up: those in order by both texts, and those that moved."""

    ordered: Sequence[Band]
    moved: Sequence[Band]

    def within(self, left: Interval, right: Interval) -> Iterator[Band]:
        """The bands of which a part lies in one of two stretches; what moved comes last, to lie on top."""
        for number in sorted({*_reach(self._lefts, left), *_reach(self._rights, right)}):
            yield self.ordered[number]
        for band in self.moved:
            if _meets(band.left, left) or _meets(band.right, right):
                yield band

    @cached_property
    def _lefts(self) -> tuple[list[int], list[int]]:
        return [band.left[0] for band in self.ordered], [band.left[1] for band in self.ordered]

    @cached_property
    def _rights(self) -> tuple[list[int], list[int]]:
        return [band.right[0] for band in self.ordered], [band.right[1] for band in self.ordered]


def bands(alignment: Alignment, left_row: RowOf, right_row: RowOf) -> Bands:
    """The bands of an alignment; the rows tell which sentences stand in one paragraph."""
    made = list[Band]()
    moved = list[Band]()
    for pair in alignment.pairs:
        band = Band((pair.a_start, pair.a_end), (pair.b_start, pair.b_end), pair.state, pair.moved)
        if band.moved:
            moved.append(band)
        elif made and (joined := _joined(made[-1], band, left_row, right_row)):
            made[-1] = joined
        else:
            made.append(band)
    return Bands(made, moved)


def differs(pair: Pair) -> bool:
    """Whether a pair is worth stopping at."""
    return pair.moved or pair.state != SAME


def _joined(one: Band, other: Band, left_row: RowOf, right_row: RowOf) -> Band | None:
    if one.state != other.state or one.state not in CALM:
        return None
    if left_row(one.left[0]) != left_row(other.left[0]) or right_row(one.right[0]) != right_row(
        other.right[0]
    ):
        return None
    return Band((one.left[0], other.left[1]), (one.right[0], other.right[1]), one.state)


def _reach(edges: tuple[list[int], list[int]], seen: Interval) -> range:
    """The numbers of stretches in order that meet one."""
    starts, ends = edges
    return range(bisect_left(ends, seen[0]), bisect_right(starts, seen[1]))


def _meets(one: Interval, other: Interval) -> bool:
    return one[0] <= other[1] and one[1] >= other[0]
