"""Names of indicators compared: 国内生产总值 and GDP are one, 调查失业率 and 登记失业率 are two."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from analysis.groups import firsts, groups
from analysis.lexicons import pattern, words_of
from analysis.words import cut

RIVAL, ONE_SIDED, TOLD_APART, BOTH_KNOWN = 0.3, 0.93, 0.5, 0.7
"""What it leaves of likeness that two names say rival words (登记, 调查), that only one of them says such a
word, that only one of them says 人均 and the like, and that both are well-known indicators, not the same."""
_HEAD = 0.8
"""What it leaves that two names end in different words: 能耗 is no 生产总值."""
_TELLING = 2
"""Weight of words from which a name tells what is measured."""
_LONGEST_SUFFIX = 4
"""From so many characters on a listed name also counts at the end of a longer one: 人均 | 国内生产总值."""
_LESS, _HALF = 0.25, 0.5
"""Weights of words that say little of what is measured, and, by the character, of verbs and general nouns."""
_NOISE = re.compile(r"[\s“”‘’《》、，的了]|（[^（）]*）|\([^()]*\)|[（）()；：]")


@dataclass(frozen=True, slots=True)
class Name:
    """An indicator's name made comparable: the words it is known by, with their weights."""

    bare: str
    words: Mapping[str, float]
    rivals: Mapping[int, frozenset[str]]
    """By line of the list of rival words, those that the name says."""
    telling: frozenset[str]
    pairs: frozenset[str]
    """Every two characters in a row."""

    @property
    def listed(self) -> bool:
        """Whether it is one of the well-known indicators."""
        return self.bare in firsts("same_indicators")

    @property
    def vague(self) -> bool:
        """Whether it says little of what is measured: 解决, 投资, 新建."""
        return not self.listed and sum(self.words.values()) < _TELLING

    @property
    def last(self) -> str:
        return next(reversed(list(self.words)), "")


@lru_cache(maxsize=20_000)
def name(indicator: str) -> Name:
    """The name of an indicator without what only introduces it, in the words that stand for its synonyms."""
    bare = _known(_stripped(_NOISE.sub("", indicator)))
    words = {bare[a:b]: _weight(bare[a:b]) for a, b in cut(bare)}
    return Name(bare, words, _rivals(bare), frozenset(pattern("{telling}").findall(bare)), _pairs(bare))


def likeness(one: Name, other: Name) -> float:
    """How sure it is that two names mean the same indicator, from 0 to 1."""
    if not one.bare or not other.bare:
        return 0.0
    if one.bare == other.bare:
        return 1.0
    score = max(_by_words(one, other), _by_characters(one.pairs, other.pairs))
    if one.last != other.last and not (one.bare.endswith(other.last) or other.bare.endswith(one.last)):
        score *= _HEAD
    for line in one.rivals.keys() | other.rivals.keys():
        mine, theirs = one.rivals.get(line), other.rivals.get(line)
        score *= ONE_SIDED if not (mine and theirs) else 1 if mine == theirs else RIVAL
    score *= BOTH_KNOWN if one.listed and other.listed else 1
    return score if one.telling == other.telling else score * TOLD_APART


def _by_words(one: Name, other: Name) -> float:
    common = sum(weight for word, weight in one.words.items() if word in other.words)
    return 2 * common / (sum(one.words.values()) + sum(other.words.values()))


def _by_characters(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _stripped(bare: str) -> str:
    """Without heads (全省) and tails (总量) as long as a name is left, unless it is a listed one."""
    while bare not in firsts("same_indicators"):
        cut_off = pattern("^{measure_heads}(?!级)").sub("", bare)
        cut_off = (
            cut_off if cut_off in firsts("same_indicators") else pattern("{measure_tails}$").sub("", cut_off)
        )
        if len(cut_off) < 2 or cut_off == bare:
            return bare
        bare = cut_off
    return bare


def _known(bare: str) -> str:
    """The name that stands for a listed one, also where that closes a longer name."""
    known = firsts("same_indicators")
    if bare in known:
        return known[bare]
    closing = _suffixes().search(bare)
    return bare[: closing.start()] + known[closing[0]] if closing else bare


@cache
def _suffixes() -> re.Pattern[str]:
    listed = sorted(
        (w for w in firsts("same_indicators") if len(w) >= _LONGEST_SUFFIX), key=len, reverse=True
    )
    return re.compile(f"(?:{'|'.join(map(re.escape, listed))})$")


def _weight(word: str) -> float:
    if word in words_of("measure_tails", "measure_heads", "sizes"):
        return _LESS
    return len(word) * (
        _HALF if word in words_of("creating", "directives", "moving", "general_things") else 1
    )


def _rivals(bare: str) -> dict[int, frozenset[str]]:
    said = _rival_words().findall(bare)
    lines = enumerate(groups("rival_words"))
    return {line: found for line, words in lines if (found := frozenset(w for w in said if w in words))}


@cache
def _rival_words() -> re.Pattern[str]:
    words = {word for group in groups("rival_words") for word in group}
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
