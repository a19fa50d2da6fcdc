"""Which candidates hold together: the heaviest chain that keeps the order of both texts, then what moved."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from analysis.align_likeness import Candidate

Score = Callable[[Candidate], float]


def chain(candidates: Iterable[Candidate], score: Score) -> list[Candidate]:
    """Of the candidates those of the greatest total score in which both texts go forward, in order.

    Each sentence is in it once at most; a candidate must score more than 0.
    """
    ordered = sorted(candidates, key=lambda one: (one.a, -one.b))
    places = sorted({one.b for one in ordered})
    heaviest = _Heaviest(len(places))
    before: list[int] = []
    for index, one in enumerate(ordered):
        place = bisect_left(places, one.b)
        weight, last = heaviest.below(place)
        before.append(last)
        if (own := score(one)) > 0:
            heaviest.put(place, weight + own, index)
    found, at = [], heaviest.below(len(places))[1]
    while at >= 0:
        found.append(ordered[at])
        at = before[at]
    return found[::-1]


class _Heaviest:
    """The heaviest chain that ends before a place: a binary indexed tree of maxima."""

    def __init__(self, size: int) -> None:
        self._tree = [(0.0, -1)] * (size + 1)

    def put(self, place: int, weight: float, index: int) -> None:
        place += 1
        while place < len(self._tree):
            if self._tree[place][0] < weight:
                self._tree[place] = (weight, index)
            place += place & -place

    def below(self, place: int) -> tuple[float, int]:
        best = (0.0, -1)
        while place > 0:
            best = max(best, self._tree[place])
            place -= place & -place
        return best


def moved(
    candidates: Iterable[Candidate], taken: Sequence[Candidate], least: float, beside: float
) -> list[Candidate]:
    """What the chain leaves out and is alike nevertheless: each at least as `least` says.

    A neighbour of a moved pair, on the same side in both texts, moved with it: there `beside` is enough.
    """
    used_a, used_b = {one.a for one in taken}, {one.b for one in taken}
    free = sorted(
        (one for one in candidates if one.a not in used_a and one.b not in used_b),
        key=lambda one: (-one.likeness, one.a, one.b),
    )
    found: list[Candidate] = []
    for bar in (least, beside):
        near = {(one.a + step, one.b + step) for one in found for step in (-1, 1)}
        for one in free:
            fits = one.likeness >= least or (one.likeness >= bar and (one.a, one.b) in near)
            if fits and one.a not in used_a and one.b not in used_b:
                used_a.add(one.a)
                used_b.add(one.b)
                found.append(one)
    return found
