"""Paragraphs that a copy of a web page ran together into one line, set apart again.

What is left of their ends: a space behind a full stop, where Chinese has none; bold words that lead a
paragraph; the numbers of headings. Shorter lines are left alone: there a space is but a space.
"""

import re

from importers.characters import HAN

LONG = 2_000
"""Characters in a line that no writer of a report leaves in one paragraph."""

_NUMBER = r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)"
_SPACE = re.compile(rf"(?<=[。！？；：”*])[ \u3000]+(?=[{HAN}“《（0-9*])")
_BOLD = re.compile(r"(?<=([。！？；：]))?\*\*([^*\n]{2,400})\*\*")
_LEADING = 80
"""Characters of bold words that lead a paragraph, at most; more are a stressed passage within one."""
_NUMBERED = re.compile(rf"(?<=[。！？])(?={_NUMBER}[{HAN}0-9])")
_HEADING = re.compile(rf"^((?:\*\*)?{_NUMBER}[^*\n。；：]{{2,40}}(?:\*\*)?) +(?=\S)", re.MULTILINE)


def apart(line: str) -> list[str]:
    """The paragraphs of a line; one that is not long is one paragraph."""
    if len(line) < LONG or "\n" in line:
        return [line]
    line = _BOLD.sub(_led, _SPACE.sub("\n", line))
    return _HEADING.sub(r"\1\n", _NUMBERED.sub("\n", line)).split("\n")


def _led(bold: re.Match[str]) -> str:
    """Bold words, on a line of their own beginning where they lead a paragraph."""
    leads = bold[1] and len(bold[2]) <= _LEADING
    return f"\n{bold[0]}" if leads else bold[0]
