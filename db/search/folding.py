"""What counts as the same character: width, case and compatibility forms always, traditional ones by choice.

Folding goes character by character, so that every offset stays known. White space and invisible characters
fold to nothing.
"""

import json
import unicodedata
from functools import cache
from pathlib import Path

TRADITIONAL = Path(__file__).with_name("traditional.txt")
"""Pairs of a traditional and a simplified character; the file says where they come from."""
NOTHING = " "
"""What a character folds to that does not count."""
INVISIBLE = ("Cf", "Cc")
"""Categories of characters nobody sees: formatting and controls, of which NUL would end a text in SQLite."""


class _Folding(dict[int, str]):
    """Folds characters one by one, as str.translate asks for them."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isspace() or unicodedata.category(character) in INVISIBLE:
            folded = NOTHING
        else:
            folded = "".join(unicodedata.normalize("NFKD", character).casefold().split()) or NOTHING
        self[code] = folded
        return folded


FOLDING = _Folding()


def fold(words: str) -> str:
    """The words as the index knows them: １５％ and 15% are the same, Ａ and a, ㎡ and m2."""
    return words.translate(FOLDING).replace(NOTHING, "")


def folded_line(line: str) -> tuple[str, str | None]:
    """A line folded, and its shifts where not all characters kept their places.

    Shifts are a list in JSON: a place in the folded line, then by how much what stands from there on was
    further right (or left) in the line itself; and so on, in order.
    """
    folded = line.translate(FOLDING)
    if len(folded) == len(line) and NOTHING not in folded:
        return folded, None
    origins = [i for i, character in enumerate(line) for f in FOLDING[ord(character)] if f != NOTHING]
    shifts = [origin - at for at, origin in enumerate(origins)]
    changes = [at for at, (one, other) in enumerate(zip([0, *shifts], shifts, strict=False)) if one != other]
    flat = [number for at in changes for number in (at, shifts[at])]
    return folded.replace(NOTHING, ""), json.dumps(flat, separators=(",", ":")) if flat else None


def characters(*words: str | None) -> str:
    """Words folded, traditional as simplified, their characters apart: as an index takes them."""
    return " ".join(simplify(fold("".join(filter(None, words)))))


@cache
def _simplified() -> dict[int, str]:
    pairs = TRADITIONAL.read_text(encoding="utf-8").splitlines()
    return {ord(pair[0]): pair[1] for pair in pairs if not pair.startswith("#")}


def simplify(folded: str) -> str:
    """Folded words with every traditional character as its simplified one; the length stays."""
    return folded.translate(_simplified())
