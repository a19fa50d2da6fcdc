"""Close the spaces that typesetting leaves inside Chinese, and keep those that separate words.

- A space beside a Chinese character, mark or full-width form goes: 2022 年 → 2022年, 西 湖 科 技 → 西湖科技.
- A space between two Latin words or numbers stays, one wide.
- A gap of three columns or more separates columns of text and becomes a tab; tabs stay.
"""

import re

from importers.characters import CJK, SPACE, is_cjk, width

WIDE = 3
"""Half-width columns from which a gap is meant to separate."""

_GAP = re.compile(f"[{SPACE}\t]+")
_LETTER_SPACED = re.compile(
    f"(?<!\\S)(?:[{CJK}0-9][{SPACE}]+){{2,}}[{CJK}0-9](?!\\S)|^[{CJK}][{SPACE}]+[{CJK}]$"
)
_TWO_WORDS = re.compile(r"(?:[A-Za-z)]|(?<![0-9])[.,;:])\n[A-Za-z0-9(]")
_QUOTES = "“”‘’—…"
_ANY_CJK = re.compile(f"[{CJK}]")


def closed(line: str) -> str:
    """One line without the white space around it and the spaces typesetting left in it."""
    line = line.strip()
    if not _GAP.search(line) or (line.isascii() and "  " not in line and "\t" not in line):
        return line
    line = _LETTER_SPACED.sub(_unspaced, line)
    return _GAP.sub(_gap, line)


def joint(before: str, after: str) -> str:
    """What stands between two lines of one paragraph: nothing, or the space between Latin words.

    In Chinese a number cut by the line end is closed up too.
    """
    around = before[-8:] + "\n" + after[:8]
    if _ANY_CJK.search(around):
        return " " if _TWO_WORDS.search(around) else ""
    return "" if _is_tight(before[-1], after[0]) else " "


def _unspaced(run: re.Match[str]) -> str:
    """Single characters, each with a space after it; figures alone may be columns."""
    return _GAP.sub("", run.group()) if _ANY_CJK.search(run.group()) else run.group()


def _gap(gap: re.Match[str]) -> str:
    if "\t" in gap.group() or width(gap.group()) >= WIDE:
        return "\t"
    text, start, end = gap.string, gap.start(), gap.end()
    return "" if _is_tight(text[start - 1], text[end]) else " "


def _is_tight(before: str, after: str) -> bool:
    return is_cjk(before) or is_cjk(after) or (before in _QUOTES and after in _QUOTES)
