"""What later documents say of the targets an earlier one plans: reported, and planned again.

A planned target and a reported number are joined by the likeness of their indicators' names, when their units
measure the same, both change by the number or both stand at it, and the report speaks of the year it is due.
docs/comparing.md tells how sureness comes about.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.judge import DROPPED, NOT_REPORTED, course, judge
from analysis.statements import Statement, stated
from analysis.trace_links import Joined, Side, as_plan, as_report, joined, weight
from analysis.trace_mentions import Mention

SURE = 0.8
"""Sureness from which a link is called sure."""
_SILENT = 0.7
"""Sureness at most that something was not reported: it may stand there in words nobody foresaw."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A promise and what became of it.

    `report` is the number a later document gives, or `statement` what it says in words. `state` is one of
    `judge.STATES`; `gap` is reported minus promised in the promise's unit. `later` is the same target in the
    next plan and `course` what that did with it: raised, kept, lowered, dropped, changed_scope, or empty
    where there is no next plan. Sureness lies between 0 and 1.
    """

    promise: Mention
    report: Mention | None
    state: str
    gap: float | None
    sureness: float
    statement: Statement | None = None
    later: Mention | None = None
    course: str = ""
    course_sureness: float = 0.0


def promises(mentions: Iterable[Mention]) -> list[Mention]:
    """The planned targets of one document that name an indicator, each once, in order of place."""
    first: dict[tuple[object, ...], Mention] = {}
    for one in mentions:
        if one.nature == "planned" and one.indicator and not one.against and not one.baseline:
            first.setdefault(_promised(one, one.due), one)
    return list(first.values())


def distinct(plans: Iterable[Side]) -> list[Side]:
    """Each promise once, though several documents make it."""
    first: dict[tuple[object, ...], Side] = {}
    for side in plans:
        first.setdefault(_promised(side.mention, side.due), side)
    return list(first.values())


def _promised(one: Mention, due: int | None) -> tuple[object, ...]:
    """What is the same where a promise is only said once more."""
    return one.name.bare, one.value, one.upper, one.unit, due


def reports(mentions: Iterable[Mention]) -> list[Side]:
    """The numbers reported, but those that only tell where something started or how it differs."""
    actual = (one for one in mentions if one.nature == "actual")
    return [Side.of(one) for one in actual if not (one.baseline or one.against)]


def reported(
    planned: Sequence[Side],
    actual: Sequence[Side],
    statements: Sequence[Statement] = (),
    ceilings: Collection[str] = (),
    refused: Collection[tuple[int, int]] = (),
) -> list[Trace]:
    """A trace for each promise of one document, in order, from what a later one reports.

    `refused` are pairs of passages, by id, that do not belong together.
    """
    found = joined(planned, actual, as_report, refused)
    return [
        _reported(side.mention, _other(found, actual, place), statements, ceilings)
        for place, side in enumerate(planned)
    ]


def again(
    planned: Sequence[Side], plans: Sequence[Side], refused: Collection[tuple[int, int]] = ()
) -> list[dict[str, Any]]:
    """For each promise what the next plan does with it, as the fields of a trace that tell so."""
    found = joined(planned, plans, as_plan, refused)
    return [
        _planned_on(side.mention, _other(found, plans, place), bool(plans))
        for place, side in enumerate(planned)
    ]


def ranked(promise: Mention, others: Iterable[Mention]) -> list[tuple[Mention, float]]:
    """What is reported elsewhere, the likeliest to belong to a promise first, with its sureness."""
    mine = Side.of(promise)
    found = ((side.mention, round(weight(mine, side), 2)) for side in reports(others))
    return sorted((pair for pair in found if pair[1]), key=lambda pair: -pair[1])


def _other(found: Mapping[int, Joined], sides: Sequence[Side], place: int) -> tuple[Mention, float] | None:
    one = found.get(place)
    return (sides[one.other].mention, one.sureness) if one else None


def _reported(
    promise: Mention,
    found: tuple[Mention, float] | None,
    statements: Sequence[Statement],
    ceilings: Collection[str],
) -> Trace:
    if found:
        judgement = judge(promise, found[0], ceilings)
        return Trace(promise, found[0], judgement.state, judgement.gap, found[1])
    if said := stated(promise, statements):
        return Trace(promise, None, said.state, None, said.sureness, said)
    return Trace(promise, None, NOT_REPORTED, None, round(_SILENT * promise.sureness, 2))


def _planned_on(promise: Mention, found: tuple[Mention, float] | None, is_planned: bool) -> dict[str, Any]:
    if found is None:
        return {"course": DROPPED if is_planned else ""}
    return {"later": found[0], "course": course(promise, found[0]), "course_sureness": found[1]}
