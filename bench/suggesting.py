"""read: suggestions for a report, against jieba cutting and tagging the same text."""

import logging
from collections.abc import Iterator

from analysis.suggest import suggest
from bench.material import blocks
from bench.measure import Result, alternate, seconds

LENGTH = 20_000
"""Characters of a usual report."""


def measure() -> Iterator[Result]:
    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    text = blocks()[0][:LENGTH]
    sides = alternate(
        lambda run: seconds(lambda: suggest(text, reference_year=2000 + run)),
        lambda run: seconds(lambda: list(jieba.posseg.cut(text))),
    )
    yield Result("read", f"suggestions for {LENGTH:,} characters", *sides, goal=0.5)
