"""What a cell of a table stands under and beside: its column heads and row heads, through merged cells.

Pure functions over blocks, stored or loaded as a pane shows them. The head of a table are its first rows:
one, or as many as the merged cells of the first one reach over. Row heads are the cells to the left that name
what the row is about; a cell as wide as the table names the section below it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

VALUE = re.compile(
    r"[\s（(≥≤＞＜>＜<约达超过以上下不低高于-]*[\d０-９][\d０-９.,，．]*\s*"
    r"(?:[-—~～至]\s*[\d.]+)?[^\d，。；]{0,8}|[-—/√×○●—\s]*|\[picture\]"
)
"""What a cell says that names nothing: a figure with its unit, a mark, nothing."""


class Cell(Protocol):
    """What is asked of a block; `table`, `row` and `column` are None where it is no cell."""

    start: int
    end: int
    table: int | None
    row: int | None
    column: int | None
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a cell as places in the text, the outermost first."""

    rows: tuple[tuple[int, int], ...]
    columns: tuple[tuple[int, int], ...]


class Grid:
    """One table of a document."""

    def __init__(self, blocks: Iterable[Cell], table: int, text: str) -> None:
        self.cells: list[Cell] = [block for block in blocks if block.table == table and block.row is not None]
        self.text = text
        self.width = max((_right(cell) for cell in self.cells), default=0)
        self.first = self._first_row()
        self.body = self._body_row()
        self.value_column = self._value_column()

    def heads(self, cell: Cell) -> Heads:
        """What the cell stands beside and under; a head cell has the heads further out alone."""
        row, column = cell.row or 0, cell.column or 0
        above = [one for one in self.cells if _bottom(one) <= min(row, self.body) and _covers(one, cell)]
        columns = [one for one in above if (one.row or 0) >= self.first and not self._is_wide(one)]
        rows = [self._section(row)] if row >= self.body else []
        rows += [one for one in self.cells if self._is_beside(one, row, column)]
        return Heads(
            tuple((one.start, one.end) for one in rows if one and one is not cell),
            tuple((one.start, one.end) for one in columns),
        )

    def _first_row(self) -> int:
        """The row at which the head begins: titles as wide as the table stand above it."""
        row = 0
        while any(self._is_wide(cell) and cell.row == row for cell in self.cells):
            row += 1
        return row

    def _body_row(self) -> int:
        """The first row below the head."""
        top = [cell for cell in self.cells if cell.row == self.first]
        below = max((_bottom(cell) for cell in top if _bottom(cell) > self.first + 1), default=self.first + 1)
        grouped = any(cell.column_span > 1 for cell in top)
        if below == self.first + 1 and grouped and not self._has_values(below):
            return below + 1
        return below if grouped or below == self.first + 1 else self.first + 1

    def _has_values(self, row: int) -> bool:
        cells = [cell for cell in self.cells if cell.row == row]
        return not cells or any(
            VALUE.fullmatch(self._says(cell)) and len(self._says(cell)) < 4 for cell in cells
        )

    def _value_column(self) -> int:
        """The first column, numbers of rows apart, most cells of which hold values."""
        for column in range(1, self.width):
            cells = [cell for cell in self.cells if (cell.row or 0) >= self.body and cell.column == column]
            values = sum(bool(VALUE.fullmatch(self._says(cell))) for cell in cells)
            if cells and 2 * values >= len(cells):
                return column
        return self.width

    def _is_beside(self, one: Cell, row: int, column: int) -> bool:
        if (one.row or 0) < self.body or not (one.row or 0) <= row < _bottom(one) or self._is_wide(one):
            return False
        return _right(one) <= min(column, self.value_column) and bool(self._says(one))

    def _section(self, row: int) -> Cell | None:
        """The last cell as wide as the table above that row."""
        wide = [one for one in self.cells if self.body <= (one.row or 0) < row and self._is_wide(one)]
        return max(wide, key=lambda one: one.row or 0, default=None)

    def _is_wide(self, cell: Cell) -> bool:
        return self.width > 1 and cell.column == 0 and cell.column_span >= self.width

    def _says(self, cell: Cell) -> str:
        return self.text[cell.start : cell.end]


def heads(blocks: Sequence[Cell], cell: Cell, text: str) -> Heads:
    """The heads of one cell among the blocks of a document; none of what is no cell.

    For many cells of a table make its `Grid` once.
    """
    return Heads((), ()) if cell.table is None else Grid(blocks, cell.table, text).heads(cell)


def _bottom(cell: Cell) -> int:
    return (cell.row or 0) + cell.row_span


def _right(cell: Cell) -> int:
    return (cell.column or 0) + cell.column_span


def _covers(above: Cell, cell: Cell) -> bool:
    """Whether the columns of one cell meet those of another."""
    return (above.column or 0) < _right(cell) and (cell.column or 0) < _right(above)
