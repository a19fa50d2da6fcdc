"""How much a word tells: rare words, numbers and names of policies much, what every sentence says little."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import log
from pathlib import Path

_FILE = Path(__file__).resolve().parents[1] / "resources" / "commonness.txt"
_COUNTED = 10_000
"""Sentences that the figures of the file count in."""
_PRIOR = 1_000
"""How many sentences of the texts themselves weigh as much as the background does."""
_UNLISTED = 8
"""Of 10,000 sentences, in how many a word stands that is too rare for the file."""


class Rarity:
    """The weights of words in some texts: the logarithm of how rare they are there and in policy prose.

    `sentences` are the words of every sentence of the texts. A word that half of them hold weighs almost
    nothing, one that stands twice in two long reports some 6.
    """

    def __init__(self, sentences: Iterable[Iterable[str]]) -> None:
        self._counted: Counter[str] = Counter()
        self._sentences = 0
        for words in sentences:
            self._counted.update(words)
            self._sentences += 1
        self._common = commonness()

    def weight(self, word: str) -> float:
        expected = self._common.get(word, _UNLISTED) * _PRIOR / _COUNTED
        return log((self._sentences + _PRIOR + 1) / (self._counted[word] + expected))

    def weights(self) -> dict[str, float]:
        """The weight of every word of the texts."""
        return {word: self.weight(word) for word in self._counted}


@cache
def commonness() -> dict[str, int]:
    """Word → in how many of 10,000 sentences of policy prose it stands."""
    lines = (line.split() for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {word: int(count) for word, count in lines}
