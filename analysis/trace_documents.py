"""Traces over the documents of a project: which later document may report what an earlier one promises."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from analysis.judge import NOT_REPORTED, OPEN
from analysis.statements import Statement
from analysis.trace_links import Side
from analysis.trace_mentions import Mention
from analysis.traces import Trace, again, distinct, promises, reported, reports

_LOOKED_AT = 3
"""So many years' documents before its date are asked what became of a promise, the latest first."""
_SUMMARY = re.compile("总结|完成情况|进展|执行情况|回顾|通报")


class Dated(Protocol):
    """What tells who may report on whom: the reference year, and the place a document speaks for."""

    @property
    def title(self) -> str: ...
    @property
    def year(self) -> int | None: ...
    @property
    def place(self) -> str: ...


@dataclass(frozen=True)
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

    @cached_property
    def plans(self) -> list[Side]:
        """Its promises, in order of place."""
        return [Side.of(one) for one in promises(self.mentions)]

    @cached_property
    def reports(self) -> list[Side]:
        """What it reports, in order of place."""
        return reports(self.mentions)

    @property
    def dues(self) -> set[int]:
        """The years its promises are due."""
        return {side.due or 0 for side in self.plans}


Document = TypeVar("Document", bound=Dated)


class Followers(Generic[Document]):
    """The documents that may report on another: later ones of its place, or of the only one."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._is_one_place = len({document.place for document in documents} - {""}) <= 1
        self._by_place: dict[str, dict[int, list[Document]]] = defaultdict(lambda: defaultdict(list))
        for document in documents:
            if document.year is not None:
                self._by_place[self._place(document)][document.year].append(document)

    def of(self, document: Document) -> dict[int, list[Document]]:
        """Those of a document by year: later ones, and of its own year those that sum it up."""
        if document.year is None:
            return {}
        near = self._by_place[self._place(document)]
        later = {year: near[year] for year in sorted(near) if year > document.year}
        same = [other for other in near[document.year] if _sums_up(other, document)]
        return {document.year: same, **later} if same else later

    def _place(self, document: Document) -> str:
        return "" if self._is_one_place else document.place


def _sums_up(later: Dated, earlier: Dated) -> bool:
    """Whether a document is a summary of the year another one plans."""
    return bool(_SUMMARY.search(later.title)) and not _SUMMARY.search(earlier.title)


def traced(
    document: Told,
    followers: Mapping[int, Sequence[Told]],
    ceilings: Collection[str] = (),
    refused: Collection[tuple[int, int]] = (),
) -> Iterator[Trace]:
    """The traces of a document's promises, in their order; those due in one year are traced together.

    `followers` are by year; those of the years `asked` are enough. `ceilings` are an analyst's indicators
    that should stay below, `refused` the pairs of passages (by id) that do not belong together.
    """
    found: dict[int, Trace] = {}
    for due in sorted(document.dues):
        places = [place for place, side in enumerate(document.plans) if (side.due or 0) == due]
        planned = [document.plans[place] for place in places]
        found |= zip(places, _of_due(planned, due, followers, ceilings, refused), strict=True)
    return (found[place] for place in range(len(document.plans)))


def asked(year: int | None, dues: Iterable[int], years: Collection[int]) -> set[int]:
    """The years of those there are whose documents are asked about the promises of one of `year`."""
    rounds = {one for due in dues for one in _rounds(due, years)}
    return rounds | set(_next(year, years))


def is_over(due: int, years: Collection[int]) -> bool:
    """Whether a document is there that should report what was due in a year: that of the year after."""
    return due + 1 in years


def _rounds(due: int, years: Iterable[int]) -> list[int]:
    return sorted((year for year in years if year <= due + 1), reverse=True)[:_LOOKED_AT]


def _next(year: int | None, years: Iterable[int]) -> list[int]:
    """The year of the next plan, if there is one."""
    return sorted(later for later in years if later > (year or 0))[:1]


def _of_due(
    planned: Sequence[Side],
    due: int,
    followers: Mapping[int, Sequence[Told]],
    ceilings: Collection[str],
    refused: Collection[tuple[int, int]],
) -> list[Trace]:
    """What became of promises due in one year: reported when they are due, else on the way there.

    Where no document is that late yet, what nobody reports stays open.
    """
    over = is_over(due, followers)
    found = [Trace(one.mention, None, NOT_REPORTED if over else OPEN, None, 0.0) for one in planned]
    for place, year in enumerate(_rounds(due, followers)):
        said = [side for told in followers[year] for side in told.reports]
        statements = [one for told in followers[year] for one in told.statements]
        compared = reported(planned, said, statements, ceilings, refused)
        is_last = over and place == 0
        found = [_better(old, new, is_last) for old, new in zip(found, compared, strict=True)]
    for year in _next(planned[0].mention.year, followers):
        plans = distinct(side for told in followers[year] for side in told.plans)
        later = again(planned, plans, refused)
        found = [replace(one, **on) for one, on in zip(found, later, strict=True)]
    return found


def _better(old: Trace, new: Trace, is_last: bool) -> Trace:
    """The latest report stands; a document before the date cannot tell that there is none."""
    if old.report or old.statement:
        return old
    if new.report or new.statement or is_last:
        return new
    return old
