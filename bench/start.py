"""start: from the process's start to the window painted, and to the last project painted."""

from collections.abc import Iterator
from contextvars import Context
from statistics import median

from bench.measure import Result
from bench.processes import DOCUMENTS, PASSAGES, stage

RUNS = 7


def measure() -> Iterator[Result]:
    with stage() as made:
        Context().run(made.ours), made.bare()
        runs = [(made.ours().painted, made.bare().painted) for _ in range(RUNS)]
    window, project = (median(ours[step] for ours, _ in runs) * 1000 for step in (0, 1))
    limit = median(bare[0] for _, bare in runs) * 1000
    yield Result("start", "window painted", window, limit, goal=1.5)
    yield Result("start", f"{DOCUMENTS} documents, {PASSAGES:,} passages painted", project, limit, goal=4.0)
