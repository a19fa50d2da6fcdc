"""Tables as grids: cells set in columns, spans honoured, split into bands so that a long one stays lazy."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, Qt

from desktop.reading import typesetting
from desktop.reading.rows import BlockLike, LaidRow
from desktop.reading.text_box import TextBox
from desktop.reading.type_scale import Style, TypeScale

LONGEST, SHORTEST = 26.0, 3.0
"""Full-width characters: more than this does not widen a column, less than this does not narrow it."""
_FIGURE = re.compile(r"[-+−±≥≤＞＜<>=约]?\d[\d.,，]*\s*[^\d\s]{0,3}|[-—–/]{0,2}")
"""A number with its sign and unit, or a dash in place of one."""


class Table:
    """What the bands of one table share: how wide its columns are and which hold figures."""

    def __init__(self, text: str, cells: Sequence[BlockLike]) -> None:
        self.cells = cells
        self.columns = max((cell.column or 0) + cell.column_span for cell in cells)
        self.headed = len({cell.row for cell in cells}) > 1
        self._wide = [SHORTEST] * self.columns
        self.figures = set(range(self.columns))
        for cell in cells:
            self._weigh(text[cell.start : cell.end], cell)

    def _weigh(self, words: str, cell: BlockLike) -> None:
        column = cell.column or 0
        if cell.column_span == 1:
            self._wide[column] = max(self._wide[column], min(typesetting.wide(words), LONGEST))
        if not (self.headed and cell.row == 0) and not _FIGURE.fullmatch(words):
            self.figures.discard(column)

    def edges(self, scale: TypeScale, width: int) -> list[int]:
        """The x of all column edges, from 0 to `width`.

        Columns of short words get what they need on one line, those of longer ones share what is left; what
        nobody needs is spread over all.
        """
        em, aside = scale.style("head").em, scale.cell_padding[0]
        needed = [math.ceil(wide * em) + 2 * aside + em // 2 for wide in self._wide]
        shares = [0.0] * self.columns
        left = float(width)
        for done, column in enumerate(sorted(range(self.columns), key=needed.__getitem__)):
            shares[column] = min(needed[column], left / (self.columns - done))
            left -= shares[column]
        return [0, *(round(at) for at in accumulate(share + left / self.columns for share in shares))]


class Band:
    """The rows of a table that row spans tie together: usually one."""

    def __init__(
        self, table: Table, cells: Sequence[BlockLike], first: bool, after: BlockLike | None = None
    ) -> None:
        self.start, self.end = cells[0].start, cells[-1].end
        self.number = cells[0].number if first else None
        self._table, self._cells, self._after, self._first = table, cells, after, first
        self._top_row = min(cell.row or 0 for cell in cells)
        self._rows = max((cell.row or 0) + cell.row_span for cell in cells) - self._top_row

    def estimate(self, text: str, scale: TypeScale, width: int) -> int:
        edges, style = self._table.edges(scale, width), scale.style("cell")
        aside, above = scale.cell_padding
        most = 1
        for cell in self._cells:
            room = max(1, self._width(cell, edges) - 2 * aside)
            lines = math.ceil(typesetting.wide(text[cell.start : cell.end]) * style.em / room)
            most = max(most, math.ceil(lines / cell.row_span))
        return self._before(scale) + self._rows * (most * style.line + 2 * above)

    def lay(self, text: str, scale: TypeScale, width: int) -> LaidRow:
        edges, (aside, above) = self._table.edges(scale, width), scale.cell_padding
        boxes = [
            TextBox(
                text[cell.start : cell.end],
                cell.start,
                self._style(cell, scale),
                max(scale.em, self._width(cell, edges) - 2 * aside),
                edges[cell.column or 0] + aside,
            )
            for cell in self._cells
        ]
        tops = self._tops([box.height + 2 * above for box in boxes], self._before(scale))
        laid = LaidRow(tops[-1] + 1, boxes)
        for cell, box in zip(self._cells, boxes, strict=True):
            place = self._place(cell, edges, tops)
            box.y = place.top() + (place.height() - box.height) // 2
            laid.framed.append(place)
            if self._is_head(cell):
                laid.tinted.append(place)
        return laid

    def _tops(self, needed: list[int], before: int) -> list[int]:
        """The upper edges of the rows, and the lower one of the last: every cell has what it needs."""
        heights = [0] * self._rows
        for cell, height in sorted(zip(self._cells, needed, strict=True), key=lambda pair: pair[0].row_span):
            first = (cell.row or 0) - self._top_row
            last = first + cell.row_span - 1
            heights[last] = max(heights[last], height - sum(heights[first:last]))
        tops = [before]
        for height in heights:
            tops.append(tops[-1] + height)
        return tops

    def _place(self, cell: BlockLike, edges: list[int], tops: list[int]) -> QRect:
        column, row = cell.column or 0, (cell.row or 0) - self._top_row
        top, left = tops[row], edges[column]
        return QRect(left, top, self._width(cell, edges), tops[row + cell.row_span] - top)

    def _width(self, cell: BlockLike, edges: list[int]) -> int:
        column = cell.column or 0
        return edges[column + cell.column_span] - edges[column]

    def _is_head(self, cell: BlockLike) -> bool:
        return self._table.headed and cell.row == 0

    def _style(self, cell: BlockLike, scale: TypeScale) -> Style:
        figures = cell.column_span == 1 and cell.column in self._table.figures
        style = scale.style("head" if self._is_head(cell) else "cell")
        return style.aligned(Qt.AlignmentFlag.AlignRight) if figures else style

    def _before(self, scale: TypeScale) -> int:
        if not self._first:
            return 0
        if self._after is None:
            return 1
        return max(scale.style(self._after.kind, self._after.level).after, scale.table_space)


def bands(text: str, cells: Sequence[BlockLike], after: BlockLike | None) -> Iterator[Band]:
    """The bands of one table, below the block `after`."""
    table = Table(text, cells)
    band: list[BlockLike] = []
    reach, first = 0, True
    for cell in cells:
        if band and (cell.row or 0) >= reach:
            yield Band(table, band, first, after)
            band, first = [], False
        band.append(cell)
        reach = max(reach, (cell.row or 0) + cell.row_span)
    yield Band(table, band, first, after)
