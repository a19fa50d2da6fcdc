"""Finding words in the text of a pane."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

_WIDTHS = {0x3000: " ", **{0xFF01 + at: chr(0x21 + at) for at in range(94)}}


def folded(text: str) -> str:
    """The text without differences of case and of full and half width, character for character."""
    plain = text.translate(_WIDTHS)
    lower = plain.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one.lower()) != 1 else one.lower() for one in plain)


def find(folded_text: str, query: str) -> list[tuple[int, int]]:
    """The intervals at which a query stands in a folded text, none overlapping another."""
    wanted, found = folded(query), []
    at = folded_text.find(wanted) if wanted else -1
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = folded_text.find(wanted, at + len(wanted))
    return found


class Hits:
    """Intervals that a search found, in order, and which of them is the current one (or none)."""

    def __init__(self, intervals: Sequence[tuple[int, int]] = ()) -> None:
        self.intervals = list(intervals)
        self.place: int | None = None

    @property
    def current(self) -> tuple[int, int] | None:
        return None if self.place is None else self.intervals[self.place]

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits that share a character with [start, end)."""
        first = bisect_right(self.intervals, start, key=lambda hit: hit[1])
        last = bisect_left(self.intervals, end, key=lambda hit: hit[0])
        return self.intervals[first:last]

    def start_from(self, offset: int) -> None:
        """Make the first hit at or behind an offset the current one, or the first of all."""
        if self.intervals:
            self.place = bisect_left(self.intervals, (offset, offset)) % len(self.intervals)

    def step(self, by: int) -> None:
        """Make the next or an earlier hit the current one, round the ends."""
        if self.intervals:
            at = self.place if self.place is not None else (-1 if by > 0 else 0)
            self.place = (at + by) % len(self.intervals)
