"""The lines of a page as something a mouse points at."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from importers.places import Spot, Strip


class Line(NamedTuple):
    """A strip, its rectangle, and the left and right edge of its column, in parts of the page."""

    strip: Strip
    box: Spot
    reach: tuple[int, int]

    @classmethod
    def of(cls, strip: Strip) -> "Line":
        box = strip.spot(strip.start, strip.end)
        return cls(strip, box, (box.left, box.right))

    def offset_at(self, x: float, y: float, between: bool) -> int:
        """The offset nearest to a point: between two characters, or else of the one under it."""
        along = y if self.strip.upright else x
        edges = self.strip.edges
        places = list(edges) if between else [sum(pair) // 2 for pair in pairwise(edges)]
        nearest = min(range(len(places)), key=lambda i: abs(places[i] - along), default=0)
        return self.strip.start + nearest


def lines_by_page(strips: Iterable[Strip]) -> dict[int, list[Line]]:
    """The lines of each page, in the order of reading; those that follow one below the other are a column."""
    pages: dict[int, list[Line]] = {}
    column: list[Line] = []
    for strip in strips:
        line = Line.of(strip)
        if column and not _goes_on(column[-1], line):
            _close(column, pages)
            column = []
        column.append(line)
    _close(column, pages)
    return pages


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line stands below another, in the same column."""
    if line.strip.page != above.strip.page or line.strip.upright or above.strip.upright:
        return False
    below = line.box.top >= (above.box.top + above.box.bottom) // 2
    return below and line.box.left < above.box.right and above.box.left < line.box.right


def _close(column: list[Line], pages: dict[int, list[Line]]) -> None:
    """Let the lines of a column reach as far as the longest of them."""
    if column:
        reach = min(line.box.left for line in column), max(line.box.right for line in column)
        pages.setdefault(column[0].strip.page, []).extend(line._replace(reach=reach) for line in column)
