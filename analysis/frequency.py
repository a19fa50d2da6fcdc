"""Counting words: how often each stands in a text, and which are typical of it.

A word has two characters or more and is no number; an analyst's own words count whole, whatever their length.
"""

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from heapq import nlargest
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from analysis.words import pieces

SHORTEST = 2
"""Characters of a word that is counted, as jieba's own extraction of keywords has it."""
_NUMBER = re.compile(r"[第〇零○一二三四五六七八九十百千万亿两]+")
_PLAN = re.compile(r"十[一二三四五六七八九]?五")
"""The number of a five-year plan is its name."""


def counted(text: str, whole: Collection[str] = ()) -> Counter[str]:
    """How often each word stands in a text; those of `whole` are never cut apart, the longest wins."""
    own: Counter[str] = Counter()
    if whole:
        longest_first = sorted(whole, key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, longest_first)))
        own.update(pattern.findall(text))
        text = pattern.sub("\n", text) if own else text
    found = Counter(pieces(text))
    for word in [word for word in found if not _is_counted(word)]:
        del found[word]
    found.update(own)
    return found


@lru_cache(maxsize=200_000)
def _is_counted(word: str) -> bool:
    if len(word) < SHORTEST or not any(map(str.isalpha, word)):
        return False
    return _NUMBER.fullmatch(word) is None or _PLAN.fullmatch(word) is not None


class Total(NamedTuple):
    """How often a word stands in some documents, and in how many of them."""

    times: int
    documents: int


class Counts:
    """The words of many documents by id, each word kept once and each count in four bytes."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._places: dict[str, int] = {}
        self._documents: dict[int, tuple[array[int], array[int]]] = {}

    def __contains__(self, document_id: int) -> bool:
        return document_id in self._documents

    def add(self, document_id: int, words: Mapping[str, int]) -> None:
        """Take the counts of a document, in place of those there are."""
        places = array("I", map(self._place, words))
        self._documents[document_id] = places, array("I", words.values())

    def forget(self, document_id: int) -> None:
        """Let a document be unknown, as it may have been before."""
        self._documents.pop(document_id, None)

    def of(self, document_id: int) -> Iterator[tuple[str, int]]:
        """The words of a document and their counts."""
        places, numbers = self._documents[document_id]
        return zip(map(self._words.__getitem__, places), numbers, strict=True)

    def count(self, document_id: int, word: str) -> int:
        """How often a word stands in a document; KeyError where the document was not counted."""
        places, numbers = self._documents[document_id]
        place = self._places.get(word)
        return numbers[places.index(place)] if place is not None and place in places else 0

    def totals(self, document_ids: Iterable[int]) -> dict[str, Total]:
        """The words of some documents together."""
        counts, documents = [0] * len(self._words), [0] * len(self._words)
        for document_id in document_ids:
            for place, number in zip(*self._documents[document_id], strict=True):
                counts[place] += number
                documents[place] += 1
        return {
            word: Total(count, spread)
            for word, count, spread in zip(self._words, counts, documents, strict=True)
            if count
        }

    def _place(self, word: str) -> int:
        place = self._places.setdefault(word, len(self._words))
        if place == len(self._words):
            self._words.append(word)
        return place


class Keyword(NamedTuple):
    """A word typical of a text: its weight is its share of the words counted times its rarity in general."""

    word: str
    times: int
    weight: float


def keywords(words: Iterable[tuple[str, int]], stops: Collection[str] = (), top: int = 20) -> list[Keyword]:
    """The words most typical of a text by TF-IDF, the weightiest first; `stops` are left out."""
    rarities, usual = _rarities()
    kept = [(word, count) for word, count in words if word not in stops]
    total = sum(count for _, count in kept) or 1
    weighed = (Keyword(word, count, count * rarities.get(word, usual) / total) for word, count in kept)
    return nlargest(top, weighed, key=lambda keyword: (keyword.weight, keyword.word))


@cache
def _rarities() -> tuple[dict[str, float], float]:
    """The inverse document frequencies that jieba brings (jieba/analyse/idf.txt), and their median."""
    spec = find_spec("jieba")
    assert spec is not None and spec.origin is not None, "jieba is installed with this program"
    lines = (Path(spec.origin).parent / "analyse" / "idf.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" ") for line in lines)
    rarities = {word: float(rarity) for word, rarity in pairs}
    return rarities, sorted(rarities.values())[len(rarities) // 2]


PER = 10_000
"""Characters that relative frequencies refer to."""


def per_10000(count: int, characters: int) -> float:
    """How often something stands in 10,000 characters."""
    return count * PER / characters if characters else 0.0
