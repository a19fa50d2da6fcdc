"""Which sentences of two texts correspond: same, reworded, new or dropped, in their order or moved.

Sections first, by their headings; then sentences by the rare words, numbers and policy names they share; the
heaviest chain that keeps the order of both texts, and what moved beside it. docs/comparing.md tells how.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from analysis.align_likeness import Candidate, Likeness
from analysis.align_order import chain, moved
from analysis.align_units import Text, units

__all__ = ["Alignment", "Pair", "Text", "align", "align_chain"]

SAME, REWORDED, NEW, DROPPED = STATES = ("same", "reworded", "new", "dropped")

_LEAST = 0.3
"""Likeness below which sentences do not correspond where the order speaks for them."""
_LEAST_MOVED, _LEAST_BESIDE = 0.55, 0.4
"""The same where it does not; and beside a sentence that moved too."""
_SECTION = 0.1
"""What standing under headings that correspond adds to likeness."""
_NUMBER = 0.15
"""What the same number adds to the likeness of headings."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that correspond: A[a_start:a_end] and B[b_start:b_end].

    A new or dropped sentence has an empty partner, which stands where its own would. `sureness` lies between
    0 and 1; of a new or dropped sentence it says how unlike all others it is.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    state: str
    sureness: float
    moved: bool = False

    def record(self) -> dict[str, Any]:
        """Plain values by name; the offsets of an absent partner are null."""
        spans = {"a": (self.a_start, self.a_end), "b": (self.b_start, self.b_end)}
        absent = {NEW: "a", DROPPED: "b"}.get(self.state)
        return {
            "state": self.state,
            **{
                f"{side}_{name}": None if side == absent else offset
                for side, span in spans.items()
                for name, offset in zip(("start", "end"), span, strict=True)
            },
            "sureness": self.sureness,
            "moved": self.moved,
        }


@dataclass(frozen=True)
class Alignment:
    """The pairs of two texts, in the order of A; what is new stands where B has it."""

    pairs: tuple[Pair, ...]
    a_length: int
    b_length: int

    def at_least(self, sureness: float) -> Alignment:
        """The same with pairs below a sureness taken apart into one dropped and one new sentence."""
        kept = [part for pair in self.pairs for part in _apart(pair, sureness)]
        return replace(self, pairs=_placed(kept))

    def counts(self) -> dict[str, int]:
        """How many pairs there are of each state, and how many moved."""
        counted = {state: sum(pair.state == state for pair in self.pairs) for state in STATES}
        return counted | {"moved": sum(pair.moved for pair in self.pairs)}

    def to_b(self, offset: int) -> int:
        """The place in B beside an offset of A, for panes that scroll together: it never goes backwards."""
        return _beside(offset, self._knots[0], self._knots[1])

    def to_a(self, offset: int) -> int:
        """The place in A beside an offset of B."""
        return _beside(offset, self._knots[1], self._knots[0])

    def of_a(self, offset: int) -> Pair | None:
        """The pair whose sentence of A holds an offset."""
        return next((p for p in self.pairs if p.a_start <= offset < p.a_end), None)

    def of_b(self, offset: int) -> Pair | None:
        """The pair whose sentence of B holds an offset."""
        return next((p for p in self.pairs if p.b_start <= offset < p.b_end), None)

    @cached_property
    def _knots(self) -> tuple[list[int], list[int]]:
        ordered = [p for p in self.pairs if not p.moved and p.state in (SAME, REWORDED)]
        a = [0, *(edge for p in ordered for edge in (p.a_start, p.a_end)), self.a_length]
        b = [0, *(edge for p in ordered for edge in (p.b_start, p.b_end)), self.b_length]
        return a, b


def align(a: Text, b: Text) -> Alignment:
    """Align the sentences of two texts, of like length or not."""
    likeness = Likeness(units(a), units(b))
    candidates = [one for one in _in_sections(likeness) if one.likeness >= _LEAST]
    kept = chain(candidates, lambda one: one.likeness - _LEAST + 0.01)
    kept_units = {one.a for one in kept}, {one.b for one in kept}
    astray = moved(candidates, kept, _LEAST_MOVED, _LEAST_BESIDE)
    pairs = [_pair(likeness, one, False) for one in kept] + [_pair(likeness, one, True) for one in astray]
    kept_units[0].update(one.a for one in astray)
    kept_units[1].update(one.b for one in astray)
    pairs += _alone(likeness, candidates, *kept_units)
    return Alignment(_placed(pairs), len(a.text), len(b.text))


def align_chain(texts: Sequence[Text]) -> list[Alignment]:
    """Each text aligned with the next: what three or four panes side by side show."""
    return [align(a, b) for a, b in pairwise(texts)]


def _in_sections(likeness: Likeness) -> Iterator[Candidate]:
    """The candidates, those likelier that stand under headings which correspond."""
    found = list(likeness.candidates())
    headings = [
        replace(one, likeness=min(1.0, one.likeness + _NUMBER * _same_marker(likeness, one)))
        for one in found
        if likeness.a[one.a].heading and likeness.b[one.b].heading
    ]
    above = {one.a: one.b for one in chain(headings, lambda one: one.likeness - _LEAST)}
    for one in found:
        section = above.get(likeness.a[one.a].section)
        beneath = section is not None and section == likeness.b[one.b].section
        yield replace(one, likeness=min(1.0, one.likeness + _SECTION)) if beneath else one


def _same_marker(likeness: Likeness, one: Candidate) -> bool:
    return likeness.a[one.a].marker == likeness.b[one.b].marker != ""


def _pair(likeness: Likeness, one: Candidate, astray: bool) -> Pair:
    a, b = likeness.a[one.a], likeness.b[one.b]
    same = a.bare == b.bare
    sureness = 1.0 if same and len(a.bare) > _SHORT else round(one.likeness, 2)
    return Pair(a.start, a.end, b.start, b.end, SAME if same else REWORDED, sureness, astray)


_SHORT = 4
"""Sentences of so few characters may be the same by chance."""


def _alone(
    likeness: Likeness, candidates: list[Candidate], paired_a: set[int], paired_b: set[int]
) -> Iterator[Pair]:
    """What has no partner: sentences of A are dropped, those of B new. Their places are set later."""
    best_a, best_b = dict[int, float](), dict[int, float]()
    for one in candidates:
        best_a[one.a] = max(one.likeness, best_a.get(one.a, 0))
        best_b[one.b] = max(one.likeness, best_b.get(one.b, 0))
    for index, unit in enumerate(likeness.a):
        if index not in paired_a:
            yield Pair(unit.start, unit.end, 0, 0, DROPPED, round(1 - best_a.get(index, 0) / 2, 2))
    for index, unit in enumerate(likeness.b):
        if index not in paired_b:
            yield Pair(0, 0, unit.start, unit.end, NEW, round(1 - best_b.get(index, 0) / 2, 2))


def _apart(pair: Pair, sureness: float) -> tuple[Pair, ...]:
    if pair.state in (NEW, DROPPED) or pair.sureness >= sureness:
        return (pair,)
    unsure = round(1 - pair.sureness / 2, 2)
    return (
        Pair(pair.a_start, pair.a_end, 0, 0, DROPPED, unsure),
        Pair(0, 0, pair.b_start, pair.b_end, NEW, unsure),
    )


def _placed(pairs: list[Pair]) -> tuple[Pair, ...]:
    """The pairs in order, each absent partner where it would stand: behind the one of the pair before."""
    ordered = sorted(
        (pair for pair in pairs if not pair.moved and pair.state in (SAME, REWORDED)),
        key=lambda pair: pair.a_start,
    )
    a_ends, b_ends = [0, *(pair.a_end for pair in ordered)], [0, *(pair.b_end for pair in ordered)]
    a_starts, b_starts = [pair.a_start for pair in ordered], [pair.b_start for pair in ordered]
    placed = []
    for pair in pairs:
        if pair.state == DROPPED:
            place = b_ends[bisect_right(a_starts, pair.a_start)]
            pair = replace(pair, b_start=place, b_end=place)
        elif pair.state == NEW:
            place = a_ends[bisect_right(b_starts, pair.b_start)]
            pair = replace(pair, a_start=place, a_end=place)
        placed.append(pair)
    return tuple(sorted(placed, key=lambda pair: (pair.a_start, pair.state != NEW, pair.b_start)))


def _beside(offset: int, here: list[int], there: list[int]) -> int:
    """Linear between two knots; both lists never fall and are of one length."""
    at = min(max(bisect_right(here, offset) - 1, 0), len(here) - 2)
    span = here[at + 1] - here[at]
    share = (offset - here[at]) / span if span else 0.0
    return round(there[at] + min(max(share, 0.0), 1.0) * (there[at + 1] - there[at]))
