"""Ruling lines that cross become grids: where a page has tables and frames, and what cells they have."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from importers.pdf.frame import Box

CLOSE = 3.0
"""Points within which two lines are one line, or meet."""

COVERED = 0.6
"""The part of a cell's side that must be ruled."""

MOST_RULES, MOST_FIELDS = 1_500, 20_000
"""What has more is a map, a form's background or a chart."""


class Rule(NamedTuple):
    """A level or upright line: where it runs across its direction, from where to where along it."""

    place: float
    start: float
    end: float


class Cell(NamedTuple):
    """A cell of a grid, rows and columns counted from 0."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(slots=True)
class Grid:
    """Lines that enclose cells: `across` are the places of the upright ones, `down` of the level ones.

    `fields[row][column]` is the cell which that field belongs to.
    """

    across: list[float]
    down: list[float]
    fields: list[list[Cell]]

    @property
    def box(self) -> Box:
        return Box(self.across[0], self.down[0], self.across[-1], self.down[-1])

    @property
    def is_frame(self) -> bool:
        """Whether no upright line parts its inside: a frame around text, not a table."""
        columns = len(self.across) - 1
        return all(cell.column_span == columns for row in self.fields for cell in row)

    def row_at(self, y: float) -> int:
        return min(max(bisect_left(self.down, y) - 1, 0), len(self.fields) - 1)

    def column_at(self, x: float) -> int:
        return min(max(bisect_left(self.across, x) - 1, 0), len(self.across) - 2)

    def sides(self, row: int) -> list[float]:
        """The upright lines that part the cells of a row."""
        cells = enumerate(pairwise(self.fields[row]), 1)
        return [self.across[column] for column, (before, after) in cells if before != after]


def grids(rules: Sequence[Box]) -> list[Grid]:
    """The grids of a page, the smallest first, so that one inside another comes before it."""
    if len(rules) > MOST_RULES:
        return []
    level = _merged([Rule((r.top + r.bottom) / 2, r.left, r.right) for r in rules if r.width >= r.height])
    upright = _merged([Rule((r.left + r.right) / 2, r.top, r.bottom) for r in rules if r.width < r.height])
    found = [_grid(*crossing) for crossing in _crossing(level, upright)]
    return sorted((grid for grid in found if grid), key=lambda grid: grid.box.area)


def _merged(rules: list[Rule]) -> list[Rule]:
    """Lines in line with each other that touch as one."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.place / CLOSE), rule.start)):
        last = merged[-1] if merged else None
        if last and abs(last.place - rule.place) <= CLOSE and rule.start <= last.end + CLOSE:
            merged[-1] = Rule(last.place, last.start, max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def _crossing(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The level and upright lines of each figure whose lines meet."""
    figure = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while figure[i] != i:
            figure[i] = i = figure[figure[i]]
        return i

    for i, across in enumerate(level):
        for j, down in enumerate(upright, len(level)):
            if _reaches(across, down.place) and _reaches(down, across.place):
                figure[root(i)] = root(j)
    members: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, rule in enumerate([*level, *upright]):
        members[root(i)][i >= len(level)].append(rule)
    yield from members.values()


def _reaches(rule: Rule, place: float) -> bool:
    return rule.start - CLOSE <= place <= rule.end + CLOSE


def _grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    """The grid these lines make; tables are often open at their sides, and at a page's end below."""
    if len(level) < 2 or not upright:
        return None
    across = _places(upright, [rule.start for rule in level], [rule.end for rule in level])
    down = _places(level, [rule.start for rule in upright], [rule.end for rule in upright])
    if len(across) < 2 or len(down) < 2 or len(across) * len(down) > MOST_FIELDS:
        return None
    right = _walls(upright, across, down)
    below = _walls(level, down, across)
    return Grid(across, down, _fields(right, below, len(down) - 1, len(across) - 1))


def _places(rules: list[Rule], starts: list[float], ends: list[float]) -> list[float]:
    """Where lines run, and the open sides: where at least two of the lines across them begin or end."""
    places: list[float] = []
    for rule in sorted(rules):
        if not places or rule.place - places[-1] > CLOSE:
            places.append(rule.place)
    first, last = sorted(starts)[:2][-1], sorted(ends)[-2:][0]
    if first < places[0] - 2 * CLOSE and len(starts) > 1:
        places.insert(0, first)
    if last > places[-1] + 2 * CLOSE and len(ends) > 1:
        places.append(last)
    return places


def _walls(rules: list[Rule], places: list[float], others: list[float]) -> set[tuple[int, int]]:
    """(i, j) where a line at places[i] covers the way from others[j] to others[j + 1]."""
    covered: dict[tuple[int, int], float] = defaultdict(float)
    for rule in rules:
        i = min(range(len(places)), key=lambda i: abs(places[i] - rule.place))
        for j, (start, end) in enumerate(pairwise(others)):
            covered[i, j] += max(0.0, min(end, rule.end) - max(start, rule.start)) / (end - start)
    return {wall for wall, part in covered.items() if part >= COVERED}


def _fields(
    upright: set[tuple[int, int]], level: set[tuple[int, int]], rows: int, columns: int
) -> list[list[Cell]]:
    """For each field its cell: fields with no line between them are one."""
    fields: dict[tuple[int, int], Cell] = {}
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in fields:
                joined = _joined(upright, level, row, column, rows, columns, fields)
                lowest, rightmost = max(r for r, _ in joined), max(c for _, c in joined)
                leftmost = min(c for _, c in joined)
                cell = Cell(row, leftmost, lowest - row + 1, rightmost - leftmost + 1)
                fields |= dict.fromkeys(joined, cell)
    return [[fields[row, column] for column in range(columns)] for row in range(rows)]


def _joined(
    upright: set[tuple[int, int]],
    level: set[tuple[int, int]],
    row: int,
    column: int,
    rows: int,
    columns: int,
    taken: dict[tuple[int, int], Cell],
) -> set[tuple[int, int]]:
    """The fields reached from one without crossing a line."""
    joined, edge = {(row, column)}, [(row, column)]
    while edge:
        r, c = edge.pop()
        steps = (
            (r, c + 1, (c + 1, r) in upright),
            (r, c - 1, (c, r) in upright),
            (r + 1, c, (r + 1, c) in level),
            (r - 1, c, (r, c) in level),
        )
        for r, c, walled in steps:
            inside = 0 <= r < rows and 0 <= c < columns and not walled
            if inside and (r, c) not in joined and (r, c) not in taken:
                joined.add((r, c))
                edge.append((r, c))
    return joined
