"""Which characters are Chinese, which open, close and end: the classes that every rule of reading shares."""

import re

CJK = (
    "\u2e80-\u2fff\u3001-\u3029\u3030-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe4f"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
"""For a character class: ideographs, kana, Chinese punctuation, full-width forms; no space."""

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""For a character class: ideographs alone."""

SPACE = " \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""For a character class: white space within a line, tabs left out."""

OPENERS = "“‘（《「『【〔〈［｛([{"
CLOSERS = "”’）》」』】〕〉］｝)]}"
NON_STARTERS = "，。、；：！？…—·．,.;:!?%％‰℃" + CLOSERS
"""Marks no typesetter lets begin a line."""

_ASIDE = r"(?:（[^（）]{1,30}）)?"
_CLOSED = f"[{re.escape(CLOSERS)}]*$"
SENTENCE_END = re.compile(rf"(?:[。！？!?…]|\.\.|(?<=[{HAN}A-Za-z)”])\.){_ASIDE}{_CLOSED}")
"""At the end of a text: a stop, what may stand after it in brackets (（鼓掌）), closing quotes."""

PAUSE_END = re.compile(f"[；：;:]{_CLOSED}")
"""At the end of a text: a mark that ends a paragraph or a clause."""

CLAUSE_MARK = re.compile(r"[。！？；，!?;]|, ")
"""Anywhere: what running text has and headings and lists lack."""

_CHARACTER = re.compile(f"[{CJK}]")


def is_cjk(character: str) -> bool:
    return bool(_CHARACTER.match(character))


def width(text: str) -> int:
    """How wide a line of type is, in half-width columns: two for what GBK writes in two bytes, else one."""
    return len(text.encode("gbk", "replace"))
