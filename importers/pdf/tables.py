"""Tables: their cells with the lines in them, and tables that run over pages made one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeVar

from importers.pdf.frame import Box, Placed
from importers.pdf.joining import joined
from importers.pdf.lines import Column, Line, lines
from importers.pdf.ruling import Cell, Grid
from importers.pdf.runs import Run

SAME = 8.0
"""Points by which a column's edge may move from page to page, measured from the left side of the table."""

MOST_HEADS = 4
"""Rows that a table may repeat at the head of each page."""


T = TypeVar("T")


@dataclass(slots=True)
class Entry:
    """A cell and the lines in it."""

    cell: Cell
    lines: list[Line]

    @property
    def text(self) -> str:
        return joined(self.lines)[0] if self.lines else ""


@dataclass(slots=True)
class Table(Placed):
    """A table or the part of it on one page; `across` are the edges of its columns, `page` is its last."""

    page: int
    box: Box
    across: list[float]
    rows: int
    entries: list[Entry]

    @property
    def texts(self) -> list[Entry]:
        """The cells that have text."""
        return [entry for entry in self.entries if entry.lines]

    def row(self, number: int) -> list[Entry]:
        """The cells that begin in a row or reach into it."""
        return [e for e in self.entries if e.cell.row <= number < e.cell.row + e.cell.row_span]


def ruled(grid: Grid, runs: Sequence[Run], page: int) -> Table | None:
    """The table in a grid, from the runs inside; None where there are none."""
    inside: dict[Cell, list[Run]] = {cell: [] for row in grid.fields for cell in row}
    for run in runs:
        row = grid.row_at(run.middle)
        for part in run.cut(grid.sides(row)) if not run.downwards else (run,):
            inside[grid.fields[row][grid.column_at((part.left + part.right) / 2)]].append(part)
    if not runs:
        return None
    entries = [Entry(cell, _lines(grid, cell, found, page)) for cell, found in inside.items()]
    return Table(page, grid.box, grid.across, len(grid.fields), entries)


def _lines(grid: Grid, cell: Cell, runs: list[Run], page: int) -> list[Line]:
    return lines(runs, page, Column(grid.across[cell.column], grid.across[cell.column + cell.column_span]))


def over_pages(items: Sequence[T]) -> list[T]:
    """The items, with a table at the foot of a page and its rest at the head of the next made one."""
    found: list[T] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, Table) and isinstance(last, Table) and _goes_on(last, item):
            _append(last, item)
        else:
            found.append(item)
    return found


def _goes_on(above: Table, below: Table) -> bool:
    """Whether a table may be the rest of the one on the page before."""
    if below.page != above.page + 1:
        return False
    edges, others = ([edge - table.across[0] for edge in table.across] for table in (above, below))
    return len(edges) == len(others) and all(abs(a - b) < SAME for a, b in zip(edges, others, strict=True))


def _append(above: Table, below: Table) -> None:
    """Add the rest of a table, without the heads that it repeats.

    Where the first cells of the second have no text, the merged cells above them go on; where most have none,
    its first row is the rest of the last one.
    """
    heads = _heads(above, below)
    last = {entry.cell.column: entry for entry in above.row(above.rows - 1)}
    pairs = [(last[e.cell.column], e) for e in below.entries if e.cell.row == heads and e.cell.column in last]
    empty = [pair for pair in pairs if not pair[1].lines]
    broken = bool(empty) and empty[0] is pairs[0] and 2 * len(empty) >= len(pairs) > 2
    carried = pairs if broken else _leading(pairs)
    for before, after in carried:
        span = before.cell.row_span + after.cell.row_span - broken
        before.cell, before.lines = before.cell._replace(row_span=span), before.lines + after.lines
    shift = above.rows - heads - broken
    taken = {id(after) for _, after in carried}
    for entry in below.entries:
        if entry.cell.row >= heads and id(entry) not in taken:
            above.entries.append(Entry(entry.cell._replace(row=entry.cell.row + shift), entry.lines))
    above.page, above.rows = below.page, below.rows + shift


def _heads(above: Table, below: Table) -> int:
    """How many rows at the head of the second repeat those of the first."""
    rows = range(min(MOST_HEADS, above.rows, below.rows - 1))
    return sum(1 for _ in takewhile(lambda row: _texts(above, row) == _texts(below, row) != [], rows))


def _texts(table: Table, row: int) -> list[str]:
    return [entry.text for entry in table.row(row) if entry.text]


def _leading(pairs: list[tuple[Entry, Entry]]) -> list[tuple[Entry, Entry]]:
    """The pairs from the left whose second cell has no text; none where that is all of them."""
    leading = list(takewhile(lambda pair: not pair[1].lines, pairs))
    return leading if len(leading) < len(pairs) else []
