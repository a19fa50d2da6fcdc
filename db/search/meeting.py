"""Which of the words found in a document meet a query."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from db.search.places import Place
from db.search.query import All, Either, Near, Node, Not, Words

Everything: TypeAlias = Mapping[Node, list[Place]]
"""Where the parts of a query stand, in order; parts that stand nowhere may be missing."""


def words_of(node: Node) -> Iterator[Words]:
    """All words of a query, those that must not stand there too."""
    if isinstance(node, Words):
        yield node
    elif isinstance(node, Not):
        yield from words_of(node.part)
    else:
        for part in (node.left, node.right) if isinstance(node, Near) else node.parts:
            yield from words_of(part)


def met(node: Node, unit: Everything) -> list[Place] | None:
    """The places that meet a query in one unit, a line or a document; None where nothing does."""
    if isinstance(node, Words | Near):
        return unit.get(node) or None
    if isinstance(node, Not):
        return [] if met(node.part, unit) is None else None
    found = [met(part, unit) for part in node.parts]
    if (isinstance(node, All) and None in found) or found.count(None) == len(found):
        return None
    return [place for places in found for place in places or ()]


def met_in_lines(node: Node, everything: Everything, starts: Sequence[int]) -> Iterator[Place]:
    """The places that meet a query line by line in a document whose lines start there."""
    units: dict[int, dict[Node, list[Place]]] = {}
    for part, places in everything.items():
        for place in places:
            line = bisect_right(starts, place[0])
            units.setdefault(line, {}).setdefault(part, []).append(place)
    for _, unit in sorted(units.items()):
        yield from met(node, unit) or ()


def with_nears(node: Node, everything: Everything) -> dict[Node, list[Place]]:
    """Where the words of a document stand, and where every NEAR of a query is met in it."""
    return {**everything, **{part: _near(part, everything) for part in _nears(node)}}


def _nears(node: Node) -> Iterator[Near]:
    if isinstance(node, Near):
        yield node
    elif isinstance(node, Not):
        yield from _nears(node.part)
    elif isinstance(node, All | Either):
        for part in node.parts:
            yield from _nears(part)


def _near(node: Node, everything: Everything) -> list[Place]:
    """The places of both sides that have one of the other side near enough, also in another line."""
    if isinstance(node, Words):
        return everything[node]
    if isinstance(node, Either):
        return sorted(place for part in node.parts for place in _near(part, everything))
    assert isinstance(node, Near)
    left, right = _near(node.left, everything), _near(node.right, everything)
    return sorted({*_beside(left, right, node.within), *_beside(right, left, node.within)})


def _beside(places: Sequence[Place], others: Sequence[Place], within: int) -> list[Place]:
    """Those of the places before or behind which one of the others stands near; the others are sorted."""
    starts, ends = [start for start, _ in others], sorted(end for _, end in others)
    return [
        (start, end)
        for start, end in places
        if _lies(ends, start - within, start) or _lies(starts, end, end + within)
    ]


def _lies(offsets: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the offsets, which are sorted, lies from first to last."""
    at = bisect_left(offsets, first)
    return at < len(offsets) and offsets[at] <= last
