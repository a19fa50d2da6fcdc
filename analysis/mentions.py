"""Where else a text says a name: every mention of a policy or an indicator under any of its names.

White space (a name broken over two lines) and marks around or inside a name make no difference: 《云岫条例》
and 云岫条例, “人工智能＋”行动 and 人工智能+行动 are the same.
"""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

_DROPPED = frozenset(' \t\n\r\u00a0\u3000\u200b\ufeff“”‘’"《》〈〉')
_OPENING = "《〈“‘"
_CLOSING = "》〉”’"
_LATIN = "0-9A-Za-z"


def mentions(
    text: str, names: Collection[str], start: int = 0, end: int | None = None
) -> list[tuple[int, int]]:
    """The mentions of these names in text[start:end] as [start, end), in order; none lies in another.

    Of names that begin at the same place the longest is meant. The marks that enclose a name are part of its
    mention. A name of Latin letters or digits at an end is not found inside a longer word or number.
    """
    folded = [name for name in map(_folded, names) if name]
    if not folded:
        return []
    bare, places = _squeezed(text)
    longest = sorted(set(folded), key=lambda name: (-len(name), name))
    shape = re.compile("|".join(map(_bounded, longest)))
    found = [(places[m.start()], places[m.end() - 1] + 1) for m in shape.finditer(bare)]
    stop = len(text) if end is None else end
    return [_in_marks(text, a, b) for a, b in found if start <= a and b <= stop]


def _folded(name: str) -> str:
    return name.translate(_FOLDED)


@lru_cache(maxsize=4)
def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text without white space and marks, in one width and case, and where each character stood."""
    return text.translate(_FOLDED), [at for at, char in enumerate(text) if char not in _DROPPED]


_FOLDED = {
    code: unicodedata.normalize("NFKC", chr(code)).casefold()
    for code in (*range(33, 127), *range(0xFF01, 0xFF5F))
} | {ord(char): "" for char in _DROPPED}
"""ASCII and its full-width forms, one character each; what makes no difference is dropped."""


def _bounded(name: str) -> str:
    before = f"(?<![{_LATIN}])" if re.match(f"[{_LATIN}]", name) else ""
    behind = f"(?![{_LATIN}])" if re.search(f"[{_LATIN}]$", name) else ""
    return before + re.escape(name) + behind


def _in_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The mention with the marks that enclose all of it, or the part of it at either end."""
    while start and end < len(text) and text[start - 1] in _OPENING:
        if text[end] != _CLOSING[_OPENING.index(text[start - 1])]:
            break
        start, end = start - 1, end + 1
    opened = text[start:end]
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        if opened.count(closing) > opened.count(opening) and start and text[start - 1] == opening:
            return start - 1, end
        if opened.count(opening) > opened.count(closing) and end < len(text) and text[end] == closing:
            return start, end + 1
    return start, end
