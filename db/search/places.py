"""Where the words of a query stand in a folded line: exactly, whatever the index offered."""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias

from db.search.folding import simplify
from db.search.query import Words

Place: TypeAlias = tuple[int, int]
"""[start, end) of a line, in code points."""
Finder: TypeAlias = Callable[[str, str | None], list[Place]]
"""From a folded line and its shifts to the places of some words in it, as folded, in order."""

ZEROS = "〇零○"
HAN = "一二三四五六七八九"
ARABIC = {ord(zero): "0" for zero in ZEROS} | {ord(han): str(i) for i, han in enumerate(HAN, 1)}
SCALES = "十百千"
NUMBER = re.compile(rf"(?<![{SCALES}])[{ZEROS}{HAN}]{{2,}}(?![{SCALES}])|\d{{2,}}")
"""Digits read one by one: 二〇二三 and 2023, but neither 十一五 nor a lone 一."""
LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def variants(folded: str) -> list[str]:
    """The words, and the same with their years and figures written in the other digits."""
    if not NUMBER.search(folded):
        return [folded]
    arabic = NUMBER.sub(lambda found: found[0].translate(ARABIC), folded)
    others = [arabic, *(NUMBER.sub(partial(_in_han, zero), arabic) for zero in ZEROS)]
    return list(dict.fromkeys((folded, *others)))


def _in_han(zero: str, digits: re.Match[str]) -> str:
    return "".join((zero + HAN)[int(digit)] for digit in digits[0])


def finder(words: Words, alike: bool) -> Finder:
    """What finds these words. With `alike`, traditional characters count as their simplified ones."""
    wanted = simplify(words.folded) if alike else words.folded
    written = variants(wanted)
    if words.prefix:
        find: Finder = partial(_beginnings, wanted)
    elif len(written) == 1:
        find = partial(_exactly, wanted)
    else:
        patterns = [re.escape(wanted), *map(_standing_alone, written[1:])]
        find = partial(_any_of, re.compile("|".join(patterns)))
    return (lambda folded, shifts: find(simplify(folded), shifts)) if alike else find


def _standing_alone(written: str) -> str:
    """The pattern of a way to write it: digits at its ends are not those of 十一五 or 三百二."""
    before = rf"(?<![{SCALES}])" if written[0] in ZEROS + HAN else ""
    after = rf"(?![{SCALES}])" if written[-1] in ZEROS + HAN else ""
    return before + re.escape(written) + after


def _exactly(wanted: str, folded: str, shifts: str | None) -> list[Place]:
    places, length = [], len(wanted)
    at = folded.find(wanted)
    while at >= 0:
        places.append((at, at + length))
        at = folded.find(wanted, at + length)
    return places


def _any_of(pattern: re.Pattern[str], folded: str, shifts: str | None) -> list[Place]:
    return [found.span() for found in pattern.finditer(folded)]


def _beginnings(wanted: str, folded: str, shifts: str | None) -> list[Place]:
    """Whole Latin words that begin so."""
    return list(_words_from(wanted, folded, _breaks(shifts)))


def _words_from(wanted: str, folded: str, breaks: frozenset[int]) -> Iterator[Place]:
    def goes_on(at: int) -> bool:
        """Whether the character at `at` is of the word before it."""
        return 0 < at < len(folded) and at not in breaks and LATIN.issuperset(folded[at - 1 : at + 1])

    at = folded.find(wanted)
    while at >= 0:
        after = at + len(wanted)
        if not goes_on(at):
            while goes_on(after):
                after += 1
            yield at, after
        at = folded.find(wanted, after)


def _breaks(shifts: str | None) -> frozenset[int]:
    """Where something that does not count, as a space, stood before a folded character."""
    found = json.loads(shifts) if shifts else []
    moved = [0, *found[1::2]]
    return frozenset(at for at, one, next_ in zip(found[::2], moved, moved[1:], strict=False) if next_ > one)


def moved(places: list[Place], shifts: str | None) -> list[Place]:
    """Places of a folded line as places of the line itself."""
    if not shifts or not places:
        return places
    found = json.loads(shifts)
    at, by = found[::2], [0, *found[1::2]]
    return [
        (first + by[bisect_right(at, first)], after + by[bisect_right(at, after - 1)])
        for first, after in places
    ]


def apart(places: Iterable[Place]) -> list[Place]:
    """Places in order; of those that share characters the first counts, of two beginnings the longer."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    return kept
