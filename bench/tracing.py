"""trace: fifty yearly reports traced, against the minute it may take; and what a new one costs after that."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from time import perf_counter

from bench.material import INDICATORS, blocks
from bench.measure import Result
from workbench.trace_sources import Material, Source
from workbench.tracker import track

REPORTS, LENGTH = 50, 20_000
MINUTE, MOMENT = 60.0, 5.0
"""Seconds that all may take, and that one more may."""


def measure() -> Iterator[Result]:
    sources = tuple(source(year) for year in range(1970, 1970 + REPORTS))
    material = Material(sources, (), {}, frozenset())
    yield Result("trace", f"{REPORTS} yearly reports", taken(material), MINUTE, goal=1.0, unit="s")
    more = replace(material, sources=(*sources, source(1970 + REPORTS)))
    yield Result("trace", "one more added to them", taken(more), MOMENT, goal=1.0, unit="s")


def taken(material: Material) -> float:
    begun = perf_counter()
    track(material)
    return perf_counter() - begun


def source(year: int) -> Source:
    """A report of an invented city: what it reached last year, what it plans, long paragraphs of tasks."""
    dice = Random(year)
    lines = [f"云泽市{year}年政府工作报告", f"一、{year - 1}年工作回顾", _numbers(dice)]
    lines += [f"二、{year}年工作安排", f"今年主要预期目标是：{_numbers(dice)}", blocks(LENGTH, seed=year)[0]]
    text = "\n".join(lines)
    return Source(year, lines[0], None, None, year, f"{year}.txt", text, (), (), ())


def _numbers(dice: Random) -> str:
    return "，".join(f"{indicator}增长{dice.randint(2, 20)}%" for indicator in INDICATORS) + "。"
