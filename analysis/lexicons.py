"""The word lists of `resources/lexicons`: one word a line, `#` begins a comment.

A list is read once, on first use; its words come longest first, so that an alternation of them prefers the
longer word where one begins with the other.
"""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "lexicons"


@cache
def lexicon(*names: str) -> tuple[str, ...]:
    """The words of some lists together, longest first. FileNotFoundError where there is no such list."""
    lines = [line for name in names for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()]
    words = {line.partition("#")[0].strip() for line in lines} - {""}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def words_of(*names: str) -> frozenset[str]:
    """The words of some lists together, to ask whether a word is one of them."""
    return frozenset(lexicon(*names))


def one_of(*names: str) -> str:
    """A regular expression that matches any word of these lists, the longest that fits."""
    return "(?:" + "|".join(map(re.escape, lexicon(*names))) + ")"


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A regular expression in which {name} stands for any word of a list and {a|b} for one of several lists.

    Compiled on first use: `pattern("{funds}$")`.
    """
    return re.compile(re.sub(r"\{([a-z_|]+)\}", lambda match: one_of(*match[1].split("|")), template))
