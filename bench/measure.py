"""How two ways to do a thing are measured against each other."""

import gc
from collections.abc import Callable
from contextvars import Context, ContextVar
from cProfile import Profile
from dataclasses import dataclass
from importlib import import_module
from pstats import Stats
from statistics import median
from time import perf_counter

Side = Callable[[int], float]
"""One side of a comparison: does its work for the n-th time and gives the seconds that count."""
profile: ContextVar[Stats | None] = ContextVar("profile", default=None)
"""What is told of our side, where somebody wants to know where its time goes."""


@dataclass(frozen=True)
class Result:
    """What a row measured: ours and the limit in `unit`, and the goal for what lies between the two.

    `by` says what is compared with the goal: "ratio" (ours / limit) or "difference" (ours - limit).
    """

    row: str
    work: str
    ours: float
    limit: float
    goal: float
    unit: str = "ms"
    by: str = "ratio"

    @property
    def measured(self) -> float:
        return self.ours / self.limit if self.by == "ratio" else self.ours - self.limit

    @property
    def ok(self) -> bool:
        return self.measured <= self.goal

    def shown(self, value: float) -> str:
        """A measured value or a goal, as the table prints it."""
        return f"{value:.2f}×" if self.by == "ratio" else f"{value:+.0f} {self.unit}"


def run(module: str) -> list[Result]:
    """What the row of that module measures."""
    return list(import_module(module).measure())


def seconds(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """How long the work took by a clock, with the garbage of what came before out of the way."""
    gc.collect()
    begun = clock()
    if (told := profile.get()) is None:
        work()
        return clock() - begun
    told.add(_profiled(work))
    return clock() - begun


def _profiled(work: Callable[[], object]) -> Profile:
    with Profile() as made:
        work()
    return made


def alternate(ours: Side, limit: Side, runs: int = 9) -> tuple[float, float]:
    """Medians of both sides in milliseconds, run by turns after one warm-up of each."""
    untold = Context().run
    untold(ours, 0), untold(limit, 0)
    taken = [(ours(run), untold(limit, run)) for run in range(1, runs + 1)]
    mine, least = zip(*taken, strict=True)
    return median(mine) * 1000, median(least) * 1000
