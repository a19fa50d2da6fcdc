"""Cutting Chinese into words: the one home of rjieba, the fast twin of jieba with the same dictionary.

Loading the dictionary costs some 50 ms and is done on first use, once, whichever thread asks first. All
offsets are code points of the text given.
"""

import re
from collections.abc import Iterable
from threading import Lock
from typing import Any

from analysis.lexicons import lexicon

_BREAK = re.compile(r"[\s，。！？；：、“”‘’《》〈〉（）()【】…—]")
_FREQUENCY = 100_000
"""Of a word added by hand: high enough to win over any cut of it into shorter words."""

_lock = Lock()
_cutter: Any = None


def _load() -> Any:
    """The module itself, which loads a dictionary of its own: another `Jieba()` would take 25 MB more."""
    import rjieba

    for word in lexicon("words"):
        rjieba.add_word(word, _FREQUENCY, "nz")
    return rjieba


def _loaded() -> Any:
    global _cutter
    with _lock:
        if _cutter is None:
            _cutter = _load()
        return _cutter


def cut(text: str) -> list[tuple[int, int]]:
    """The words of a text as [start, end) in order; white space and punctuation are pieces of their own."""
    return [(start, end) for _, start, end in _loaded().tokenize(text)]


def pieces(text: str) -> list[str]:
    """The words themselves; they join up to the text again."""
    cutter = _loaded()
    words: list[str] = cutter.cut(text)
    return words


def tag(text: str) -> list[tuple[int, int, str]]:
    """The words of a text as (start, end, part of speech), in jieba's tags: n noun, v verb, m number."""
    tagged, start = [], 0
    for word, part in _loaded().tag(text):
        end = start + len(word)
        tagged.append((start, end, part))
        start = end
    return tagged


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word that holds the character at `offset`, or the last one where `offset` is the end of the text.

    Only the stretch between the nearest marks is cut, so the length of the text does not matter.
    """
    if not text:
        return 0, 0
    offset = max(0, min(offset, len(text) - 1))
    if _BREAK.match(text, offset):
        return offset, offset + 1
    first = offset
    while first and not _BREAK.match(text, first - 1):
        first -= 1
    closing = _BREAK.search(text, offset)
    for start, end in cut(text[first : closing.start() if closing else len(text)]):
        if first + start <= offset < first + end:
            return first + start, first + end
    return offset, offset + 1


def add_words(words: Iterable[str]) -> None:
    """Let these words be cut whole from now on: an analyst's own terms, departments and units."""
    cutter = _loaded()
    for word in words:
        cutter.add_word(word, _FREQUENCY, "nz")
