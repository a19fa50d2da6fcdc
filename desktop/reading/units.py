"""Words, clauses, sentences and paragraphs: what a click selects and a selection widens to."""

import re
from collections.abc import Callable

Interval = tuple[int, int]

_CLAUSE = re.compile(r"[^，；：。！？、,;!?\n]+")


def word(text: str, offset: int) -> Interval:
    """The word at an offset, as the dictionary cuts it."""
    from analysis.words import word_at

    return word_at(text, offset)


def clause(text: str, offset: int) -> Interval:
    """The stretch between two marks, without them; the mark itself where the offset is on one."""
    for found in _CLAUSE.finditer(text):
        if found.end() > offset:
            return found.span() if found.start() <= offset else (offset, offset + 1)
    return min(offset, len(text)), min(offset + 1, len(text))


def sentence(text: str, offset: int) -> Interval:
    """The sentence at an offset, with its closing mark."""
    from analysis.sentences import sentence_at

    return sentence_at(text, offset)


def paragraph(text: str, offset: int) -> Interval:
    return 0, len(text)


UNITS: dict[str, Callable[[str, int], Interval]] = {
    "word": word,
    "clause": clause,
    "sentence": sentence,
    "paragraph": paragraph,
}
"""By size. Each takes the text of one paragraph and an offset in it."""
