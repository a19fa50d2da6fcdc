"""Rules of Chinese typesetting that Qt leaves out: where a line may break, which marks close up."""

import re

_CLOSING = "，。、；：！？）》〉】〗〕」』”’"
_OPENING = "（《〈【〖〔「『“‘"
_NOT_FIRST = frozenset(_CLOSING + ",.;:!?)]}%‰℃°·…—～々")
_NOT_LAST = frozenset(_OPENING + "([{¥￥$＄№")
_RUN = re.compile(r"[0-9A-Za-zÀ-ɏ.,:/%+\-_@'&]")
_SQUEEZED = re.compile(f"[{_CLOSING}](?=[{_CLOSING}{_OPENING}])|(?<=[{_OPENING}])[{_OPENING}]")
_MARKER = re.compile(
    r"(?:[-–—*•·●○■□◆▪]|[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）.．、](?!\d)|[①-⑳])\s*"
)


def line_end(text: str, start: int, end: int) -> int:
    """Where the line that starts at `start` and has room up to `end` should break: `end` or a little before.

    No closing mark begins a line and no opening mark ends one, and numbers and Latin words stay whole. A
    line that has no such place breaks at `end`.
    """
    place = end
    while place > start + 1 and place < len(text) and not _may_break(text[place - 1], text[place]):
        place -= 1
    return place if place > start + 1 else end


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or after.isspace():
        return False
    return not (_RUN.match(before) and _RUN.match(after))


def squeezed(text: str, flush: bool = False) -> list[int]:
    """The offsets of marks whose blank half is given up because another mark stands beside it.

    So does an opening mark at the very beginning, where that is to stand `flush` with the left edge.
    """
    marks = [match.start() for match in _SQUEEZED.finditer(text)]
    return [0, *marks] if flush and text[:1] in _OPENING and text else marks


def marker(text: str) -> str:
    """The number or bullet an item begins with, with the white space after it; empty where there is none."""
    found = _MARKER.match(text)
    return found.group() if found else ""


def wide(text: str) -> float:
    """How many full-width characters a text is wide, about: a Latin letter or figure counts 0.55."""
    beyond = (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2
    full = min(beyond, len(text))
    return full + 0.55 * (len(text) - full)
