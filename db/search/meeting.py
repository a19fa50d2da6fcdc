"""Which of the words found in a document meet a query."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from db.search.query import All, Either, Near, Node, Not, Words


class Found(NamedTuple):
    """A place of some words in a document, with the start of its line."""

    start: int
    end: int
    line: int


Everything: TypeAlias = Mapping[Node, list[Found]]


def words_of(node: Node) -> Iterator[Words]:
    """All words of a query, those that must not stand there too."""
    if isinstance(node, Words):
        yield node
    elif isinstance(node, Not):
        yield from words_of(node.part)
    else:
        for part in (node.left, node.right) if isinstance(node, Near) else node.parts:
            yield from words_of(part)


def met(node: Node, everything: Everything, whole: bool) -> list[tuple[int, int]]:
    """The places that meet a query, line by line or, where it is `whole`, over the document."""
    by_part: dict[Node, list[Found]] = dict(everything)
    by_part |= {part: _near(part, everything) for part in _nears(node)}
    by_unit: dict[int, dict[Node, list[Found]]] = defaultdict(lambda: defaultdict(list))
    for part, places in by_part.items():
        for place in places:
            by_unit[0 if whole else place.line][part].append(place)
    found = (_meet(node, unit) for _, unit in sorted(by_unit.items()))
    return [place[:2] for places in found for place in places or ()]


def _meet(node: Node, unit: Mapping[Node, list[Found]]) -> list[Found] | None:
    """The places in one unit; None where it does not meet the query."""
    if isinstance(node, Words | Near):
        return unit.get(node)
    if isinstance(node, Not):
        return None if _meet(node.part, unit) is not None else []
    found = [_meet(part, unit) for part in node.parts]
    if (isinstance(node, All) and None in found) or found.count(None) == len(found):
        return None
    return [place for places in found for place in places or ()]


def _nears(node: Node) -> Iterator[Near]:
    if isinstance(node, Near):
        yield node
    elif isinstance(node, Not):
        yield from _nears(node.part)
    elif isinstance(node, All | Either):
        for part in node.parts:
            yield from _nears(part)


def _near(node: Node, everything: Everything) -> list[Found]:
    """The places of both sides that have one of the other side near enough, also in another line."""
    if isinstance(node, Words):
        return everything[node]
    if isinstance(node, Either):
        return sorted(place for part in node.parts for place in _near(part, everything))
    assert isinstance(node, Near)
    left, right = _near(node.left, everything), _near(node.right, everything)
    return sorted({*_beside(left, right, node.within), *_beside(right, left, node.within)})


def _beside(places: Iterable[Found], others: list[Found], within: int) -> Iterator[Found]:
    """Those of the places near to one of the others, which are sorted; they share no characters."""
    longest = max((other.end - other.start for other in others), default=0)
    for place in places:
        at = bisect_left(others, place.start - within - longest, key=itemgetter(0))
        while at < len(others) and others[at].start <= place.end + within:
            other = others[at]
            if place.start - within <= other.end <= place.start or other.start >= place.end:
                yield place
                break
            at += 1
