"""memory: what the window with a whole project takes at most, above the bare window with the same text."""

from collections.abc import Iterator
from statistics import median

from bench.measure import Result
from bench.processes import DOCUMENTS, PASSAGES, stage

RUNS = 3
SETTLED = 3.0
"""Seconds after which ledgers are filled and the dictionary of words is loaded."""


def measure() -> Iterator[Result]:
    with stage() as made:
        runs = [(made.ours(SETTLED).memory, made.bare(SETTLED).memory) for _ in range(RUNS)]
    ours, bare = (median(side) for side in zip(*runs, strict=True))
    work = f"{DOCUMENTS} documents, {PASSAGES:,} passages open"
    yield Result("memory", work, ours, bare, goal=120, unit="MB", by="difference")
