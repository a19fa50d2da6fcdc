"""Enumerations: how deep a marker stands (一、 above （一） above 1. above 一是) and under which sentence.

What 一是 and 二是 list hangs under the sentence before them; a numbered line hangs under the last line of a
higher level.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HAN = "[一二三四五六七八九十百]{1,4}"
_LEVELS = (
    re.compile(rf"第{_HAN}[编篇章部]"),
    re.compile(rf"{_HAN}[、.．]|第{_HAN}条"),
    re.compile(rf"[（(]{_HAN}[)）]|第{_HAN}节"),
    re.compile(r"\d{1,2}[.．、](?!\d)"),
    re.compile(r"[（(]\d{1,2}[)）]"),
    re.compile("[①-⑳]"),
    re.compile(rf"{_HAN}[是要]|第{_HAN}[，、]|其{_HAN}|首先|其次|再次|最后"),
)
INLINE = len(_LEVELS)
"""The level of what stands inside a paragraph: 一是."""
_FIRST = re.compile("(?:一[是要]|第一|其一|首先)")
_BULLETS = " \t\u3000#*●○■◆▲·•—-"


@dataclass(frozen=True, slots=True)
class Enumerated:
    """A sentence of an enumeration: `level` from 1, 0 where it has no marker; `parent` is the index of the
    sentence it stands under, None where there is none."""

    marker: str
    level: int
    parent: int | None


def level_of(sentence: str) -> tuple[str, int]:
    """The marker that opens a sentence, as written, and its level; nothing and 0 where none does."""
    bare = sentence.lstrip(_BULLETS)
    for level, shape in enumerate(_LEVELS, 1):
        if match := shape.match(bare):
            return match[0], level
    return "", 0


def enumerated(text: str, spans: Sequence[tuple[int, int]]) -> list[Enumerated]:
    """The place of each sentence text[start:end] among the others, in their order."""
    open_: list[tuple[int, int]] = []
    head: int | None = None
    found: list[Enumerated] = []
    for index, (start, end) in enumerate(spans):
        marker, level = level_of(text[start:end])
        if level == INLINE:
            if _FIRST.match(marker) and index and found[-1].level != INLINE:
                head = index - 1
            found.append(Enumerated(marker, level, head))
            continue
        while level and open_ and open_[-1][0] >= level:
            open_.pop()
        found.append(Enumerated(marker, level, open_[-1][1] if open_ else None))
        if level:
            open_.append((level, index))
            head = None
    return found
