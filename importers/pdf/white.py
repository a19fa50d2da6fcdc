"""The white of a page between its columns: upright strips that no block stands in."""

from typing import NamedTuple

LINES = 3
"""Lines that white must part to make columns: two short ones side by side are a line with a gap in it."""

BROAD = 0.85
"""The part of the broadest gutter's width from which one is cut first: narrower ones part one article."""


class White(NamedTuple):
    """An upright strip free of blocks, how many lines it parts, and on which side the last of them stands.

    Lines that do not stand level alternate: one on the left and one on the right of it are a line parted.
    """

    start: float
    end: float
    lines: float
    side: str = ""


def is_parted(white: list[White]) -> bool:
    """Whether some line has blocks on both sides of a strip."""
    return any(strip.lines >= 1 for strip in white)


def gutters(white: list[White]) -> list[White]:
    """The white between columns: once some is sure, what parts a single line parts a column too."""
    sure = any(strip.lines >= LINES for strip in white)
    return [strip for strip in white if strip.lines >= 1] if sure else []


def shared(above: list[White], below: list[White], least: float) -> list[White]:
    """The strips free in both, of at least that width."""
    found, i, j = [], 0, 0
    while i < len(above) and j < len(below):
        one, other = above[i], below[j]
        start, end = max(one.start, other.start), min(one.end, other.end)
        if end - start >= least:
            alternate = {one.side, other.side} == {"left", "right"}
            found.append(White(start, end, one.lines + other.lines + alternate / 2, other.side))
        if one.end < other.end:
            i += 1
        else:
            j += 1
    return found


def broadest(strips: list[White]) -> list[float]:
    """Where the gutters that are cut first begin."""
    least = BROAD * max(strip.end - strip.start for strip in strips)
    return [strip.start for strip in strips if strip.end - strip.start >= least]
