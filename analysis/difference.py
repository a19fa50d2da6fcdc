"""How two sentences differ, word by word: cut by jieba, numbers whole, small leftovers merged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from analysis.words import cut

SAME, NEW, DROPPED, CHANGED = "same", "new", "dropped", "changed"

_NUMBER = re.compile(
    r"\d[\d,，]*(?:[.．]\d+)?(?:[百千万亿]+)?(?:[%％‰]|个百分点|元|人|户|家|个|亩|公里|吨|套|项)?"
)
_DIGITS = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_STATES = {"equal": SAME, "insert": NEW, "delete": DROPPED, "replace": CHANGED}
_ISLAND = 1
"""Characters of a stretch that is the same between two that differ and is still read as a part of them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of sentence A and the one of B that stands for it; offsets count within the sentences.

    `state` is same, new (A's is empty), dropped (B's is empty) or changed; `numbers` tells that a number
    differs there.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    state: str
    numbers: bool = False


def difference(a: str, b: str) -> list[Piece]:
    """The pieces of two sentences in order; together they are the whole of both."""
    spans_a, spans_b = _tokens(a), _tokens(b)
    words_a = [a[slice(*span)].translate(_DIGITS) for span in spans_a]
    words_b = [b[slice(*span)].translate(_DIGITS) for span in spans_b]
    edges_a, edges_b = [s for s, _ in spans_a] + [len(a)], [s for s, _ in spans_b] + [len(b)]
    pieces = [
        Piece(edges_a[a1], edges_a[a2], edges_b[b1], edges_b[b2], _STATES[operation])
        for operation, a1, a2, b1, b2 in SequenceMatcher(None, words_a, words_b, False).get_opcodes()
    ]
    return [_marked(piece, a, b) for piece in _merged(pieces)]


def _tokens(text: str) -> list[tuple[int, int]]:
    """Where the words of a sentence begin and end; a number is one word with its scale and unit."""
    found: list[tuple[int, int]] = []
    at = 0
    for number in _NUMBER.finditer(text):
        found += _cut(text, at, number.start())
        found.append(number.span())
        at = number.end()
    return [*found, *_cut(text, at, len(text))]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return ((start + a, start + b) for a, b in cut(text[start:end])) if start < end else iter(())


def _merged(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with islands between two differences taken into one difference."""
    held: Piece | None = None
    for index, piece in enumerate(pieces):
        inner = 0 < index < len(pieces) - 1
        if piece.state == SAME and not (inner and piece.a_end - piece.a_start <= _ISLAND):
            if held:
                yield held
            held = None
            yield piece
        else:
            held = _joined(held, piece) if held else piece
    if held:
        yield held


def _joined(one: Piece, other: Piece) -> Piece:
    whole = (one.a_start, other.a_end, one.b_start, other.b_end)
    state = NEW if whole[0] == whole[1] else DROPPED if whole[2] == whole[3] else CHANGED
    return Piece(*whole, state)


def _marked(piece: Piece, a: str, b: str) -> Piece:
    if piece.state == SAME:
        return piece
    numbers = _numbers(a[piece.a_start : piece.a_end]) != _numbers(b[piece.b_start : piece.b_end])
    return replace(piece, numbers=numbers)


def _numbers(words: str) -> list[str]:
    return _NUMBER.findall(words.translate(_DIGITS))
