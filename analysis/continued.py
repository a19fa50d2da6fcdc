"""What becomes of tasks: continued in the next plan, finished by its report, or dropped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from analysis.align_likeness import Candidate, Likeness
from analysis.align_units import Text, Unit, units
from analysis.sections import PLAN, outline

CONTINUED, FINISHED, DROPPED = "continued", "finished", "dropped"
COURSES = (CONTINUED, FINISHED, DROPPED)

_LEAST = 0.42
"""Likeness from which a sentence speaks of the same task."""


@dataclass(frozen=True, slots=True)
class Continued:
    """What became of the task in A[start:end]: the sentence [b_start, b_end) of B that takes it up.

    A task dropped has an empty one (0, 0). Sureness lies between 0 and 1.
    """

    start: int
    end: int
    state: str
    b_start: int
    b_end: int
    sureness: float


def continued(
    a: Text, tasks: Sequence[tuple[int, int]], b: Text, b_year: int | None = None
) -> list[Continued]:
    """For each task of A, given by its place, what B makes of it.

    A sentence of B's plan that is alike continues it; one in B's review, and none in its plan, finishes it.
    """
    mine = [unit for unit in units(a) if _holds(unit, tasks)]
    theirs = [unit for unit in units(b) if not unit.heading]
    whole = outline(b.text, frozenset(start for start, _, _ in b.headings), b_year)
    planned = [whole.at(unit.start).mode == PLAN for unit in theirs]
    found = (one for one in Likeness(mine, theirs).candidates() if one.likeness >= _LEAST)
    by_task = {index: list(some) for index, some in groupby(found, key=lambda one: one.a)}
    return [_course(unit, by_task.get(i, ()), theirs, planned) for i, unit in enumerate(mine)]


def _holds(unit: Unit, tasks: Iterable[tuple[int, int]]) -> bool:
    return any(start < unit.end and unit.start < end for start, end in tasks)


def _course(
    unit: Unit, found: Sequence[Candidate], theirs: Sequence[Unit], planned: Sequence[bool]
) -> Continued:
    ranked = sorted(found, key=lambda one: (not planned[one.b], -one.likeness))
    if not ranked:
        return Continued(unit.start, unit.end, DROPPED, 0, 0, 0.5)
    best = ranked[0]
    partner = theirs[best.b]
    state = CONTINUED if planned[best.b] else FINISHED
    return Continued(unit.start, unit.end, state, partner.start, partner.end, round(best.likeness, 2))
