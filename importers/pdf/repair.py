"""Characters that a PDF's fonts got wrong, set right: radicals, private hyphens, letter-spaced figures.

Common fonts name a character after the radical that looks the same (⼀ for 一). NFKC knows the Kangxi
radicals and the compatibility ideographs; the other radicals stand in `resources/radicals.txt`.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from unicodedata import normalize

from importers.characters import CJK

RADICALS = Path(__file__).resolve().parents[2] / "resources" / "radicals.txt"

HYPHEN = "\ufffe"
"""What the engine puts in place of a hyphen at which a word was broken; some releases put U+0002."""

_RADICAL = re.compile("[\u2e80-\u2fdf\u31c0-\u31e3\uf900-\ufaff\U0002f800-\U0002fa1f]")
_DAMAGE = {
    "radical_characters": _RADICAL,
    "replaced_characters": re.compile("\ufffd"),
    "private_characters": re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]"),
}
_CONTROL = str.maketrans(
    dict.fromkeys([*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), "\xad", "\ufeff", "\uffff"], " ")
    | {"\x02": HYPHEN}
)
_SPACED_FIGURES = re.compile(
    rf"(?<![0-9] )(?<![0-9])[0-9](?: [0-9])+(?= ?[{CJK}%])|(?<=[{CJK}])[0-9](?: [0-9]){{2,}}(?![0-9])"
)


def damage(text: str) -> Counter[str]:
    """How many characters are radicals, replaced or private, for the quality of the document."""
    return +Counter({name: len(pattern.findall(text)) for name, pattern in _DAMAGE.items()})


def repaired(text: str) -> str:
    """The text, as long as before, with ideographs for radicals and spaces for control characters."""
    return _RADICAL.sub(_ideograph, text).translate(_CONTROL)


def close_figures(text: str) -> str:
    """Letter-spaced figures before or after Chinese closed up: 2 0 0 1 年 → 2001 年."""
    return _SPACED_FIGURES.sub(lambda figures: figures.group().replace(" ", ""), text)


def _ideograph(radical: re.Match[str]) -> str:
    found = radical.group()
    return _ideographs().get(found) or normalize("NFKC", found)


@cache
def _ideographs() -> dict[str, str]:
    lines = RADICALS.read_text(encoding="utf-8").splitlines()
    return {line[0]: line[-1] for line in lines if not line.startswith("#")}
