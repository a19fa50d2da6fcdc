"""The lines of a paragraph as one text."""

from collections.abc import Sequence
from itertools import pairwise

from importers.pdf.lines import Line
from importers.spacing import joint


def joined(lines: Sequence[Line]) -> tuple[str, list[int]]:
    """The text of these lines, and the offset in it at which each of them begins.

    A hyphen at the end of a line goes where it parted a word, and stays between a word and what is none.
    """
    parts, starts, length = [lines[0].text], [0], len(lines[0].text)
    for before, line in pairwise(lines):
        gap = _joint(before, line)
        starts.append(length + len(gap))
        parts.append(gap + line.text)
        length += len(parts[-1])
    return "".join(parts), starts


def _joint(before: Line, line: Line) -> str:
    if before.broken:
        return "" if before.text[-1].isalpha() and line.text[0].islower() else "-"
    return joint(before.text, line.text)
