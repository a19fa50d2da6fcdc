"""A text rewritten by known operations, to see whether the alignment finds them again."""

from random import Random
from typing import NamedTuple

from analysis.sentences import sentences
from analysis.words import cut

DROPPED, INSERTED, REWORDED, MOVED = 0.12, 0.12, 0.3, 0.08
"""Shares of the sentences that each operation befalls."""
SWAPPED = 0.25
"""Share of the words of a reworded sentence that others take the place of."""


class Rewritten(NamedTuple):
    """The new text, and for each old sentence that is still in it both starts."""

    text: str
    kept: set[tuple[int, int]]


def rewrite(text: str, others: str, seed: int) -> Rewritten:
    """The sentences of `text` dropped, reworded by swapped words and moved; some of `others` inserted."""
    dice = Random(seed)
    spans = sentences(text)
    vocabulary = [text[a:b] for a, b in cut(text) if text[a].isalnum()]
    new = [others[a:b] for a, b in sentences(others)]
    made = [
        (start, _reworded(text[start:end], vocabulary, dice) if dice.random() < REWORDED else text[start:end])
        for start, end in spans
        if dice.random() >= DROPPED
    ]
    for _ in range(int(MOVED * len(made))):
        made.insert(dice.randrange(len(made)), made.pop(dice.randrange(len(made))))
    for words in dice.sample(new, min(len(new), int(INSERTED * len(spans)))):
        made.insert(dice.randrange(len(made) + 1), (-1, words))
    return _joined(made)


def _reworded(sentence: str, vocabulary: list[str], dice: Random) -> str:
    words = [sentence[a:b] for a, b in cut(sentence)]
    swapped = [dice.choice(vocabulary) if w[0].isalnum() and dice.random() < SWAPPED else w for w in words]
    return "".join(swapped)


def _joined(made: list[tuple[int, str]]) -> Rewritten:
    kept, at = set(), 0
    for start, words in made:
        if start >= 0:
            kept.add((start, at))
        at += len(words) + 1
    return Rewritten("\n".join(words for _, words in made), kept)
