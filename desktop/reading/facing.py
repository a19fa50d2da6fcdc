"""Two neighbouring panes and what corresponds in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.reading.bands import Bands, Interval, bands
from desktop.reading.reader import Reader

if TYPE_CHECKING:
    from analysis.align import Alignment, Pair


class Facing:
    """A left and a right pane, and the alignment of their texts at the sureness the reader asks for."""

    def __init__(
        self, left: Reader, right: Reader, alignment: Alignment, sureness: float, of: tuple[int, int]
    ) -> None:
        self.left, self.right, self.alignment = left, right, alignment
        self.sureness, self.of = sureness, of

    @property
    def panes(self) -> tuple[Reader, Reader]:
        return self.left, self.right

    @cached_property
    def bands(self) -> Bands:
        return bands(self.alignment, self.left.flow.row_of, self.right.flow.row_of)

    def is_right(self, pane: Reader) -> bool:
        return pane is self.right

    def other(self, pane: Reader) -> Reader:
        return self.left if pane is self.right else self.right

    def stretch(self, pair: Pair, pane: Reader) -> Interval:
        """Where the sentence of a pair stands in a pane; empty where it has none there."""
        return (pair.b_start, pair.b_end) if self.is_right(pane) else (pair.a_start, pair.a_end)

    def pair_at(self, pane: Reader, offset: int) -> Pair | None:
        """The pair whose sentence in a pane holds an offset."""
        at = self.alignment.of_b if self.is_right(pane) else self.alignment.of_a
        return at(offset)

    def beside(self, pane: Reader, offset: int) -> int:
        """The offset in the other pane that corresponds to one of a pane."""
        across = self.alignment.to_a if self.is_right(pane) else self.alignment.to_b
        return across(offset)

    def from_place(self, pane: Reader, place: Pair | int, forward: bool) -> Iterator[Pair]:
        """The pairs behind a pair, or an offset of a pane, in the order of that pane; or those before it."""
        ordered = sorted(self.alignment.pairs, key=lambda pair: self.stretch(pair, pane))
        if isinstance(place, int):
            starts = [self.stretch(pair, pane)[0] for pair in ordered]
            behind = bisect_right(starts, place)
            here = behind - 1 if behind and self.stretch(ordered[behind - 1], pane)[1] > place else behind
        elif place in ordered:
            here = ordered.index(place)
            behind = here + 1
        else:
            here = behind = 0
        return iter(ordered[behind:] if forward else ordered[:here][::-1])
