"""What a cell of a table stands under and beside: its column heads and row heads, through merged cells.

The head of a table are its first rows: one, or as many as the merged cells of the first one reach over. Row
heads are the cells to the left that name what the row is about; a cell as wide as the table names the section
below it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db.models import Block

VALUE = re.compile(
    r"[\s（(≥≤＞＜>＜<约达超过以上下不低高于-]*[\d０-９][\d０-９.,，．]*\s*"
    r"(?:[-—~～至]\s*[\d.]+)?[^\d，。；]{0,8}|[-—/√×○●—\s]*|\[picture\]"
)
"""What a cell says that names nothing: a figure with its unit, a mark, nothing."""


class Cell(NamedTuple):
    """A block that is a cell: its place in the text and in its table, whose rows and columns count from 0."""

    start: int
    end: int
    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1

    @property
    def bottom(self) -> int:
        """The row below it."""
        return self.row + self.row_span

    @property
    def right(self) -> int:
        """The column to the right of it."""
        return self.column + self.column_span


class Heads(NamedTuple):
    """The words of a cell's heads, the outermost first."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]


def of(session: Session, document_id: int, text: str) -> "Tables":
    """The tables of a document with that text."""
    return Tables(map(Cell._make, session.execute(_CELLS, {"document": document_id})), text)


_CELLS = (
    select(*(getattr(Block, name) for name in Cell._fields))
    .where(Block.document_id == bindparam("document"), Block.table.is_not(None), Block.row.is_not(None))
    .order_by(Block.start)
)


class Tables:
    """The tables of a document, by their cells in the order of the text."""

    def __init__(self, cells: Iterable[Cell], text: str) -> None:
        self._cells, self._text = list(cells), text
        self._starts = [cell.start for cell in self._cells]
        self._grids: dict[int, Grid] = {}

    def heads(self, start: int, end: int) -> Heads:
        """The heads of the cell that holds [start, end); none where no cell does."""
        place = bisect_right(self._starts, start) - 1
        if place < 0 or self._cells[place].end < end:
            return Heads((), ())
        cell = self._cells[place]
        if cell.table not in self._grids:
            its_own = [one for one in self._cells if one.table == cell.table]
            self._grids[cell.table] = Grid(its_own, self._text)
        return self._grids[cell.table].heads(cell)


class Grid:
    """One table."""

    def __init__(self, cells: Sequence[Cell], text: str) -> None:
        self._text = text
        self._rows: dict[int, list[Cell]] = defaultdict(list)
        self._columns: dict[int, list[Cell]] = defaultdict(list)
        for cell in cells:
            self._rows[cell.row].append(cell)
            self._columns[cell.column].append(cell)
        self._width = max(cell.right for cell in cells)
        self._first = self._first_row()
        self._body = self._body_row()
        self._value_column = self._first_of_values()
        self._top = [cell for cell in cells if self._first <= cell.row and cell.bottom <= self._body]
        self._sections = [cell for cell in cells if cell.row >= self._body and self._is_wide(cell)]
        self._names = self._names_of_rows(cells)

    def heads(self, cell: Cell) -> Heads:
        """What a cell stands beside and under; a head cell has the heads further out alone."""
        above = (one for one in self._top if one.bottom <= cell.row and not self._is_wide(one))
        columns = [one for one in above if one.column < cell.right and cell.column < one.right]
        place = bisect_left(self._sections, cell.row, key=attrgetter("row"))
        sections = self._sections[:place][-1:]
        edge = min(cell.column, self._value_column)
        rows = [*sections, *(one for one in self._names[cell.row] if one.right <= edge and one != cell)]
        return Heads(tuple(map(self._says, rows)), tuple(map(self._says, columns)))

    def _names_of_rows(self, cells: Sequence[Cell]) -> dict[int, list[Cell]]:
        """By row of the body, the cells that begin in it or reach into it and say something."""
        names: dict[int, list[Cell]] = defaultdict(list)
        for cell in cells:
            if cell.row >= self._body and not self._is_wide(cell) and self._says(cell):
                for row in range(cell.row, cell.bottom):
                    names[row].append(cell)
        return names

    def _first_row(self) -> int:
        """The row at which the head begins: titles as wide as the table stand above it."""
        row = 0
        while any(map(self._is_wide, self._rows[row])):
            row += 1
        return row

    def _body_row(self) -> int:
        """The first row below the head."""
        top = self._rows[self._first]
        below = max((cell.bottom for cell in top if cell.row_span > 1), default=self._first + 1)
        grouped = any(cell.column_span > 1 for cell in top)
        if below == self._first + 1 and grouped and not self._has_values(below):
            return below + 1
        return below if grouped or below == self._first + 1 else self._first + 1

    def _has_values(self, row: int) -> bool:
        cells = self._rows[row]
        return not cells or any(self._is_value(cell) and len(self._says(cell)) < 4 for cell in cells)

    def _first_of_values(self) -> int:
        """The first column, numbers of rows apart, most cells of which hold values."""
        for column in range(1, self._width):
            values = [self._is_value(cell) for cell in self._columns[column] if cell.row >= self._body]
            if values and 2 * sum(values) >= len(values):
                return column
        return self._width

    def _is_value(self, cell: Cell) -> bool:
        return bool(VALUE.fullmatch(self._says(cell)))

    def _is_wide(self, cell: Cell) -> bool:
        return self._width > 1 and cell.column == 0 and cell.column_span >= self._width

    def _says(self, cell: Cell) -> str:
        return self._text[cell.start : cell.end]
