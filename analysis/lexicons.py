"""The word lists of `resources/lexicons`: one word a line, `#` begins a comment.

A list is read once, on first use; its words come longest first, so that an alternation of them prefers the
longer word where one begins with the other.
"""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "lexicons"


@cache
def lexicon(name: str) -> tuple[str, ...]:
    """The words of one list, longest first. FileNotFoundError where there is no such list."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    words = {line.partition("#")[0].strip() for line in lines}
    return tuple(sorted(words - {""}, key=lambda word: (-len(word), word)))


@cache
def one_of(*names: str) -> str:
    """A regular expression that matches any word of these lists, the longest that fits."""
    words = {word for name in names for word in lexicon(name)}
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"
