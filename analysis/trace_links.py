"""Which numbers of a later document belong to which promises of an earlier one, and how surely."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from analysis.indicator_names import Name, likeness
from analysis.trace_mentions import LEVEL, Mention, in_unit

LEAST = 0.62
"""Sureness below which two numbers do not belong together."""

_NEW = re.compile("(?<![高创特更全革])新(?![型材能兴一质区城])|净增|扩招")
_OTHER_SCOPE = 0.65
"""What it leaves of sureness that an indicator is given in another unit, or as change against level: the name
must then be all but the same."""
_UNTIMED, _OWN_YEAR, _OTHER_YEAR, _INTERIM = 0.9, 0.78, 0.45, 0.85
"""What it leaves that a report tells no time, that it speaks of the year it is made in, of another year, or
of one before the date."""
_OTHER_SPAN, _OTHER_AVERAGE = 0.55, 0.6
"""What it leaves that one counts over several years or is their average, and the other is not."""
_OTHER_OBJECT, _VAGUE, _BORROWED = 0.75, 0.75, 0.9
"""What it leaves that other things are counted (共建8个 | 平台), that the name says little of what is
measured, and that a number shares its words with others (分别)."""
_OTHER_SIZE, _FAR = 0.75, 5.0
"""What it leaves that a stock or a count is so many times another: it may be another thing."""
_TOTAL, _FAR_FROM_NEW = 0.7, 2.0
"""The same where only one of the two counts what is new: 新增高新技术企业4000家, and 2万家 in all."""
_AMBIGUOUS, _NEAR, _SECOND = 0.85, 0.04, 0.75
"""What it leaves that another number is as likely, how near in sureness that one is, and what it leaves that
the number is nearer to another promise of the indicator (that of the whole, this one of a part)."""


@dataclass(frozen=True, slots=True)
class Side:
    """A mention with what comparing asks of it again and again.

    `new` tells that only what is added is counted, `object` are every two characters in a row of what the
    number counts, `doubt` is what is left of the sureness of any link to it.
    """

    mention: Mention
    name: Name
    basis: str
    average: bool
    years: int
    due: int | None
    new: bool
    object: frozenset[str]
    doubt: float

    @classmethod
    def of(cls, mention: Mention) -> "Side":
        name = mention.name
        return cls(
            mention,
            name,
            mention.basis,
            mention.average,
            mention.years,
            mention.due,
            bool(_NEW.search(mention.clause or mention.quote)),
            frozenset(map("".join, pairwise(mention.object))),
            (_VAGUE if name.vague else 1) * (_BORROWED if mention.borrowed else 1),
        )


@dataclass(frozen=True, slots=True)
class Joined:
    """A promise and what belongs to it, by their places in the lists given."""

    promise: int
    other: int
    sureness: float


Fits = Callable[[Side, Side], float]
"""How well a number fits a promise, names aside: from 0 to 1."""


def joined(
    promises: Sequence[Side],
    others: Sequence[Side],
    fits: Fits,
    refused: Collection[tuple[int, int]] = (),
) -> dict[int, Joined]:
    """By promise (its place in the list) what belongs to it; a number belongs to one indicator only.

    `refused` are pairs of passages, by id, that do not.
    """
    weighed = [
        one
        for one in _weighed(promises, others, fits)
        if one.sureness >= LEAST
        and (promises[one.promise].mention.id, others[one.other].mention.id) not in refused
    ]
    weighed.sort(key=lambda one: (-one.sureness, one.promise, others[one.other].mention.start))
    owner: dict[int, str] = {}
    found: dict[int, Joined] = {}
    rivals: dict[int, list[Joined]] = defaultdict(list)
    for one in weighed:
        bare = promises[one.promise].name.bare
        rivals[one.promise].append(one)
        if one.promise not in found and owner.setdefault(one.other, bare) == bare:
            found[one.promise] = one
    nearest = set(_nearest(found.values(), promises, others))
    return {place: _doubted(one, rivals[place], others, one in nearest) for place, one in found.items()}


def _nearest(found: Iterable[Joined], promises: Sequence[Side], others: Sequence[Side]) -> list[Joined]:
    """Of those that belong to one number and promise in one unit, the ones whose value is nearest to it."""
    asked: dict[tuple[int, str, str], list[Joined]] = defaultdict(list)
    for one in found:
        promise = promises[one.promise]
        asked[one.other, promise.mention.unit, promise.basis].append(one)

    def away(one: Joined) -> float:
        return abs(promises[one.promise].mention.value - others[one.other].mention.value)

    return [one for some in asked.values() for one in some if away(one) == min(map(away, some))]


def _doubted(best: Joined, rivals: Sequence[Joined], others: Sequence[Side], is_nearest: bool) -> Joined:
    """The best of the numbers that fit a promise, less sure where one as likely says otherwise, and where it
    is nearer to another promise of the same indicator."""
    value = others[best.other].mention.value
    near = any(
        best.sureness - one.sureness < _NEAR and others[one.other].mention.value != value for one in rivals
    )
    doubt = (_AMBIGUOUS if near else 1) * (1 if is_nearest else _SECOND)
    return replace(best, sureness=round(best.sureness * doubt, 2))


def _weighed(promises: Sequence[Side], others: Sequence[Side], fits: Fits) -> Iterator[Joined]:
    """All pairs whose names are alike, each weighed."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, other in enumerate(others):
        places[other.name.bare].append(place)
    alike: dict[str, list[tuple[float, list[int]]]] = {}
    for index, promise in enumerate(promises):
        bare = promise.name.bare
        if bare not in alike:
            alike[bare] = list(_alike(promise.name, places, others))
        for alike_by, same in alike[bare]:
            yield from (
                Joined(index, place, alike_by * fit)
                for place in same
                if (fit := fits(promise, others[place]))
            )


def _alike(
    name: Name, places: Mapping[str, list[int]], others: Sequence[Side]
) -> Iterator[tuple[float, list[int]]]:
    """The other names that share two characters in a row and are like enough, with the places of each."""
    for same in places.values():
        other = others[same[0]].name
        if not name.pairs.isdisjoint(other.pairs) and (found := likeness(name, other)) >= LEAST:
            yield found, same


def weight(promise: Side, report: Side) -> float:
    """The sureness of one number as the report of a promise, whatever else there is."""
    return likeness(promise.name, report.name) * as_report(promise, report)


def as_report(promise: Side, report: Side) -> float:
    """How well a reported number fits a promise."""
    scope = 1.0 if _comparable(promise, report) else _OTHER_SCOPE
    fit = scope * _on_time(promise, report) * _same_span(promise, report)
    fit *= _same_object(promise, report) * _same_size(promise, report)
    return fit * min(promise.doubt, report.doubt)


def as_plan(promise: Side, plan: Side) -> float:
    """How well the next plan's number fits a promise: it is due later, or still to come."""
    if not _comparable(promise, plan):
        return 0.0
    moved_on = (plan.due or 0) >= (promise.due or 0)
    fit = (1.0 if moved_on else _OTHER_YEAR) * _same_span(promise, plan)
    return fit * _same_object(promise, plan) * min(promise.doubt, plan.doubt)


def _same_object(one: Side, other: Side) -> float:
    told = bool(one.object and other.object)
    return _OTHER_OBJECT if told and one.object.isdisjoint(other.object) else 1.0


def _same_size(promise: Side, report: Side) -> float:
    value = in_unit(report.mention.value, report.mention.unit, promise.mention.unit)
    if promise.basis != LEVEL or not value or not promise.mention.value:
        return 1.0
    times = max(value / promise.mention.value, promise.mention.value / value)
    if promise.new != report.new and times > _FAR_FROM_NEW:
        return _TOTAL
    return _OTHER_SIZE if times > _FAR else 1.0


def _comparable(one: Side, other: Side) -> bool:
    same = in_unit(1.0, other.mention.unit, one.mention.unit) is not None
    return same and one.basis == other.basis


def _on_time(promise: Side, report: Side) -> float:
    if report.mention.period_to is None or promise.due is None or report.due is None:
        return _UNTIMED
    if report.due == promise.due:
        return 1.0
    if report.due == report.mention.year == promise.due + 1:
        # No report knows the numbers of its own year yet: 全年 there is the year before, or it is a plan.
        return _UNTIMED if report.mention.looks_back else _OWN_YEAR
    return _INTERIM if (promise.mention.year or report.due + 1) <= report.due < promise.due else _OTHER_YEAR


def _same_span(one: Side, other: Side) -> float:
    """What is left where years are counted together: a share at the end of them is still that of one year."""
    factor = 1.0 if one.average == other.average else _OTHER_AVERAGE
    share = one.mention.unit == "%" and one.basis == other.basis == LEVEL
    same = one.years == other.years or share
    return factor * (1.0 if same else _OTHER_SPAN)
