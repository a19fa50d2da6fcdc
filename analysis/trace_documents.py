"""Traces over the documents of a project: which later document may report what an earlier one promises."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.judge import NOT_REPORTED, OPEN
from analysis.statements import Statement
from analysis.trace_mentions import Mention
from analysis.traces import Trace, promises, trace

Tick = Callable[[int, int], None]
"""Called with what is done and the total; what it raises passes on."""

_LOOKED_AT = 3
"""So many years' documents before its date are asked what became of a promise, the latest first."""
_SUMMARY = re.compile("总结|完成情况|进展|执行情况|回顾|通报")


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says: its numbers, what it says was fulfilled, and what tells whose it is.

    `year` is its reference year; `place` whom it speaks for (湖南省), empty where nothing tells.
    """

    document_id: int
    title: str
    year: int | None
    place: str
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...] = ()


def trace_all(
    documents: Sequence[Told],
    ceilings: Collection[str] = (),
    refused: Collection[tuple[int, int]] = (),
    tick: Tick = lambda done, total: None,
) -> list[Trace]:
    """The traces of all promises of all documents, in their order.

    `ceilings` are an analyst's indicators that should stay below, `refused` the pairs of passages (by id)
    that do not belong together. Documents that were compared before are not compared again.
    """
    found: list[Trace] = []
    for done, (document, followers) in enumerate(zip(documents, followed(documents), strict=True)):
        tick(done, len(documents))
        found += _traced(document, followers, frozenset(ceilings), frozenset(refused))
    tick(len(documents), len(documents))
    return found


def followed(documents: Sequence[Told]) -> Iterator[list[Told]]:
    """For each document, what may report on it: later ones of its place, or of the only one."""
    is_one_place = len({document.place for document in documents} - {""}) <= 1
    for document in documents:
        near = (other for other in documents if is_one_place or other.place == document.place)
        yield [other for other in near if _follows(other, document)]


def is_over(due: int, followers: Sequence[Told]) -> bool:
    """Whether a document is there that should report what was due in a year: that of the year after."""
    return any(follower.year == due + 1 for follower in followers)


def _follows(later: Told, earlier: Told) -> bool:
    """Whether a document may report on another: it is later, or a summary of the same year."""
    if later is earlier or None in (later.year, earlier.year):
        return False
    if later.year == earlier.year:
        return bool(_SUMMARY.search(later.title)) and not _SUMMARY.search(earlier.title)
    return (later.year or 0) > (earlier.year or 0)


def _traced(
    document: Told, followers: Sequence[Told], ceilings: frozenset[str], refused: frozenset[tuple[int, int]]
) -> Iterator[Trace]:
    """The traces of a document's promises, those due in one year together."""
    planned = promises(document.mentions)
    dues = sorted({one.due or 0 for one in planned})
    by_promise = {
        found.promise: found
        for due in dues
        for found in _of_due(
            tuple(one for one in planned if (one.due or 0) == due), due, followers, ceilings, refused
        )
    }
    return (by_promise[one] for one in planned)


def _of_due(
    planned: tuple[Mention, ...],
    due: int,
    followers: Sequence[Told],
    ceilings: frozenset[str],
    refused: frozenset[tuple[int, int]],
) -> list[Trace]:
    """What became of promises due in one year: reported when they are due, else on the way there.

    Where no document is that late yet, what nobody reports stays open.
    """
    rounds = sorted({f.year or 0 for f in followers if (f.year or 0) <= due + 1}, reverse=True)[:_LOOKED_AT]
    over = is_over(due, followers)
    found = [Trace(one, None, NOT_REPORTED if over else OPEN, None, 0.0) for one in planned]
    for year in rounds:
        told = [f for f in followers if f.year == year]
        compared = _compared(planned, _mentions(told), _statements(told), ceilings, refused)
        found = [
            _better(old, new, over and year == rounds[0]) for old, new in zip(found, compared, strict=True)
        ]
    return _planned_on(found, planned, followers, due, refused)


def _better(old: Trace, new: Trace, is_last: bool) -> Trace:
    """The latest report stands; a document before the date cannot tell that there is none."""
    if old.report or old.statement:
        return old
    if new.report or new.statement or is_last:
        return new
    return old


def _planned_on(
    found: list[Trace],
    planned: tuple[Mention, ...],
    followers: Sequence[Told],
    due: int,
    refused: frozenset[tuple[int, int]],
) -> list[Trace]:
    """With what the next plan does with each promise: that of the first year after this document's."""
    years = sorted({f.year or 0 for f in followers if (f.year or 0) > (planned[0].year or 0)})
    if not years:
        return found
    told = [f for f in followers if f.year == years[0]]
    compared = _compared(planned, _mentions(told), (), frozenset(), refused)
    return [
        replace(one, later=on.later, course=on.course, course_sureness=on.course_sureness)
        for one, on in zip(found, compared, strict=True)
    ]


def _mentions(told: Sequence[Told]) -> tuple[Mention, ...]:
    return tuple(one for document in told for one in document.mentions)


def _statements(told: Sequence[Told]) -> tuple[Statement, ...]:
    return tuple(one for document in told for one in document.statements)


@lru_cache(maxsize=2_000)
def _compared(
    planned: tuple[Mention, ...],
    later: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    ceilings: frozenset[str],
    refused: frozenset[tuple[int, int]],
) -> list[Trace]:
    return trace(planned, later, statements, ceilings, refused)
