"""What became of a promise: the number promised against the number reported.

The comparator decides and the kind of indicator: a price rise of 0.2 % against 3 % 左右 and an unemployment
rate of 5.2 % against 5.5 % 以内 are met, since such indicators are ceilings; the list of them is
resources/lexicons/ceilings.txt.
"""

from collections.abc import Collection
from dataclasses import dataclass

from analysis.lexicons import words_of
from analysis.trace_mentions import Mention, in_unit

MET, EXCEEDED, MISSED, PARTLY = "met", "exceeded", "missed", "partly"
CHANGED_SCOPE, NOT_REPORTED, OPEN = "changed_scope", "not_reported", "open"
STATES = (MET, EXCEEDED, MISSED, PARTLY, CHANGED_SCOPE, NOT_REPORTED, OPEN)
"""What may have become of a promise; open: no document is there yet that could tell."""
RAISED, KEPT, LOWERED, DROPPED = COURSES = ("raised", "kept", "lowered", "dropped")

_ABOUT = 0.05
"""Share of a value promised 左右 by which the report may differ and still be what was promised."""
_ABOUT_POINTS = 0.2
"""The same for percentages, in points: 2 % 左右 and 1.8 % are the same promise."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Judgement:
    """A state and, where both numbers can be compared, the gap: reported minus promised, in the promise's
    unit. The gap to a range is that to its nearer end, 0 within it."""

    state: str
    gap: float | None = None


def judge(promise: Mention, report: Mention, ceilings: Collection[str] = ()) -> Judgement:
    """What the report says about the promise. `ceilings` are indicators an analyst added to the list."""
    reported = _comparable(promise, report)
    if reported is None or promise.basis != report.basis:
        return Judgement(CHANGED_SCOPE)
    gap = _gap(promise, reported)
    state = _below(promise, gap) if is_ceiling(promise, ceilings) else _above(promise, gap)
    before_date = promise.due and report.due and report.due < promise.due
    return Judgement(PARTLY if state == MISSED and before_date else state, gap)


def course(plan: Mention, later: Mention) -> str:
    """What the next plan does with a target: raised, kept or lowered, or changed scope.

    Raised is the greater number, whether more is better or not.
    """
    value = _comparable(plan, later)
    if value is None or plan.basis != later.basis:
        return CHANGED_SCOPE
    ends = in_unit(later.upper, later.unit, plan.unit) if later.upper is not None else None
    before = (plan.value, plan.value if plan.upper is None else plan.upper)
    after = (value, value if ends is None else ends)
    if before == after:
        return KEPT
    return RAISED if sum(after) > sum(before) else LOWERED if sum(after) < sum(before) else KEPT


def is_ceiling(promise: Mention, ceilings: Collection[str] = ()) -> bool:
    """Whether to stay below the number is what was promised."""
    if promise.comparator in ("<", "<="):
        return True
    if promise.comparator in (">", ">=") or promise.direction == "down":
        return False
    words = {*words_of("ceilings"), *ceilings}
    return any(word in promise.indicator or word in promise.name.bare for word in words)


def _comparable(promise: Mention, report: Mention) -> float | None:
    """The reported value in the promise's unit; where a rise was promised, a fall is negative."""
    value = in_unit(report.value, report.unit, promise.unit)
    if value is None:
        return None
    turned = {promise.direction, report.direction} == {"up", "down"} and promise.basis == report.basis
    return -value if turned and promise.basis == "change" else value


def _gap(promise: Mention, reported: float) -> float:
    """Reported minus promised; the nearer end of a range counts."""
    nearest = promise.value
    if promise.upper is not None:
        nearest = min(max(reported, promise.value), promise.upper)
    return round(reported - nearest, 6)


def _slack(promise: Mention) -> float:
    if promise.comparator != "≈":
        return _ROUNDING
    least = _ABOUT_POINTS if promise.unit in ("%", "‰", "百分点") else 0
    return max(abs(promise.value) * _ABOUT, least)


def _above(promise: Mention, gap: float) -> str:
    """Of an indicator of which more is promised."""
    slack = _slack(promise)
    if gap < -slack:
        return MISSED
    at_least = promise.comparator in (">", ">=")
    return EXCEEDED if gap > slack and not at_least else MET


def _below(promise: Mention, gap: float) -> str:
    """Of an indicator that should stay below."""
    return MISSED if gap > _slack(promise) else MET
