"""How far a long piece of writing has got."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Tick = Callable[[int, int], None]
"""Called with what is done and the total. Whatever it raises, say `Cancelled`, stops the work."""

Item = TypeVar("Item")

CALLS = 200
"""About how often a piece of work ticks: often enough to cancel at once, too seldom to cost anything."""


class Cancelled(Exception):
    """Raised by a tick to stop the work; the old file stays as it was."""


class Progress:
    """Counts items of a known total as they are worked through."""

    def __init__(self, tick: Tick, total: int) -> None:
        self._tick = tick
        self._total = total
        self._done = 0
        self._stride = max(1, total // CALLS)
        tick(0, total)

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, each counted once the caller is through with it."""
        for item in items:
            yield item
            self._done += 1
            if self._done % self._stride == 0 or self._done == self._total:
                self._tick(self._done, self._total)
