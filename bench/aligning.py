"""align: two reports of 20,000 characters against jieba cutting both; and how many pairs are wrong."""

import logging
from collections.abc import Iterator
from random import Random

from analysis.align import Text, align
from analysis.rarity import commonness
from bench.measure import Result, alternate, seconds
from bench.rewriting import rewrite

LENGTH = 20_000
"""Characters of a usual report."""
RARE = 0.12
"""Share of the words of a sentence that are no commonplaces: names of things and places."""
MISTAKES = 5.0
"""Per cent of F1 that may be missing over known rewritings."""
SEEDS = range(5)


def measure() -> Iterator[Result]:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    texts = [report(LENGTH, seed) for seed in range(20)]
    pairs = [(text, rewrite(text, report(LENGTH // 5, 99), seed).text) for seed, text in enumerate(texts)]

    def ours(run: int) -> float:
        one, other = pairs[run]
        return seconds(lambda: align(Text(one), Text(other)))

    def limit(run: int) -> float:
        return seconds(lambda: [list(jieba.cut(text)) for text in pairs[run]])

    yield Result("align", f"two reports of {LENGTH:,} characters", *alternate(ours, limit), goal=1.0)
    mistakes = 100 * (1 - sum(map(f1, SEEDS)) / len(SEEDS))
    yield Result("align", "pairs of known rewritings missed or wrong", mistakes, MISTAKES, goal=1.0, unit="%")


def f1(seed: int) -> float:
    """Of the pairs of one rewritten report, against what the rewriting knows."""
    text = report(LENGTH, seed)
    rewritten = rewrite(text, report(LENGTH // 5, seed + 100), seed)
    found = {
        (pair.a_start, pair.b_start)
        for pair in align(Text(text), Text(rewritten.text)).pairs
        if pair.state in ("same", "reworded")
    }
    return 2 * len(found & rewritten.kept) / (len(found) + len(rewritten.kept))


def report(length: int, seed: int) -> str:
    """Sentences of the words of policy prose, as often as they are there, with rare ones and numbers."""
    dice = Random(seed)
    words, weights = zip(*commonness().items(), strict=True)
    rare = ["".join(dice.sample(words, 2)) for _ in range(600)]
    lines = []
    while sum(map(len, lines)) < length:
        said = dice.choices(words, weights, k=dice.randint(7, 18))
        said = [dice.choice(rare) if dice.random() < RARE else word for word in said]
        lines.append(f"{''.join(said[:6])}，{''.join(said[6:])}{_number(dice)}。")
    return "\n".join(lines)


def _number(dice: Random) -> str:
    return f"增长{dice.randint(2, 98)}%" if dice.random() < 0.2 else ""
