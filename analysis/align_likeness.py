"""Which sentences of two texts look alike: candidates by the rare words they share, and how much."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from analysis.align_units import Unit
from analysis.rarity import Rarity

LIKELY = 6
"""How many partners of a sentence are weighed exactly."""
_POSTINGS = 40
"""A word of more sentences of the other text finds no candidates, unless it is one of the rarest."""
_RAREST, _NEAREST = 3, 200
"""So many words of a sentence find candidates however common they are, and each so many, the nearest."""
_SHARED_NUMBER, _OTHER_NUMBER = 1.5, 0.4
"""A number both sentences have counts for more, one that differs for less than another word of its rarity:
next year's sentence is the same one with new numbers."""
_NAMED = 2.0
"""Names of policies count for more, whether shared or not."""
_CONTAINED = 0.3
"""How much it counts that the shorter sentence stands in the longer, against likeness as a whole."""
_EVIDENCE = 14.0
"""Weight of shared words from which being contained counts fully: some three rare words."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of A and one of B (indices of their units) and how alike they are, from 0 to 1."""

    a: int
    b: int
    likeness: float


class Likeness:
    """Weighs the sentences of two texts against each other."""

    def __init__(self, a: Sequence[Unit], b: Sequence[Unit]) -> None:
        self.a, self.b = a, b
        rare = Rarity(unit.words for unit in (*a, *b)).weights()
        self._shared = {word: weight * _shared_factor(word) for word, weight in rare.items()}
        self._own = {word: weight * _own_factor(word) for word, weight in rare.items()}
        self._own_a = [self._sum(self._own, unit.words) for unit in a]
        self._own_b = [self._sum(self._own, unit.words) for unit in b]
        self._bare: dict[str, list[int]] = defaultdict(list)
        postings: dict[str, list[int]] = defaultdict(list)
        for index, unit in enumerate(b):
            self._bare[unit.bare].append(index)
            for word in unit.words:
                postings[word].append(index)
        self._postings = postings

    @staticmethod
    def _sum(weights: Mapping[str, float], words: frozenset[str]) -> float:
        return sum([weights[word] for word in words])

    def candidates(self) -> Iterator[Candidate]:
        """The likeliest partners of every sentence of A; a sentence said word for word has no others."""
        for index, unit in enumerate(self.a):
            if same := self._bare.get(unit.bare):
                yield from (Candidate(index, other, 1.0) for other in same[:_POSTINGS])
                continue
            for other in self._likely(unit, index / len(self.a)):
                yield Candidate(index, other, self.of(index, other))

    def _likely(self, unit: Unit, depth: float) -> list[int]:
        """The likeliest partners of a sentence that stands at a depth (0 to 1) of its text."""
        found: dict[int, float] = defaultdict(float)
        known = sorted((len(self._postings[word]), word) for word in unit.words if word in self._postings)
        for rank, (places, word) in enumerate(known):
            if places > _POSTINGS and rank >= _RAREST:
                break
            weight = self._shared[word]
            for place in _around(self._postings[word], depth * len(self.b)):
                found[place] += weight
        ranked = ((weight / (1 + self._own_b[place]) ** 0.5, place) for place, weight in found.items())
        return [place for _, place in nlargest(LIKELY, ranked)]

    def of(self, a: int, b: int) -> float:
        """How alike a sentence of A and one of B are: 1 for the same words, whatever their order."""
        common = self.a[a].words & self.b[b].words
        shared = self._sum(self._shared, common)
        if not shared:
            return 0.0
        both = self._sum(self._own, common)
        rest_a, rest_b = self._own_a[a] - both, self._own_b[b] - both
        whole = 2 * shared / (2 * shared + rest_a + rest_b)
        inside = shared / (shared + min(rest_a, rest_b)) * min(1.0, shared / _EVIDENCE)
        return max(whole, (1 - _CONTAINED) * whole + _CONTAINED * inside)


def _around(places: list[int], middle: float) -> list[int]:
    """Of places in order those nearest to the middle, where there are very many."""
    if len(places) <= _NEAREST:
        return places
    first = min(max(bisect_left(places, middle) - _NEAREST // 2, 0), len(places) - _NEAREST)
    return places[first : first + _NEAREST]


def _shared_factor(word: str) -> float:
    return _NAMED if word[0] == "《" else _SHARED_NUMBER if word[0].isdigit() else 1.0


def _own_factor(word: str) -> float:
    return _NAMED if word[0] == "《" else _OTHER_NUMBER if word[0].isdigit() else 1.0
