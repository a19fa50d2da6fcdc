"""Tables without ruling lines: cells that stand in rows and columns by their places alone."""

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise
from operator import attrgetter
from statistics import median

from importers.pdf.columns import GUTTER, Band, Part
from importers.pdf.frame import Box
from importers.pdf.lines import Column, lines
from importers.pdf.ruling import Cell
from importers.pdf.runs import Run
from importers.pdf.tables import Entry, Table
from importers.pdf.white import White

ROW = 1.8
"""Heights of a line: a band that is higher is no row but lines of columns that do not stand level."""

LEVEL, FILLED = 0.8, 0.5
"""The parts of the bands that are rows, and of the cells that have text, from which there is a table."""

PROSE = 7
"""Characters of the usual line from which a column may be one of running text."""

FULL = 0.85
"""Lines of running text are as wide as this part of the widest."""

MOST_HEADS = 3
"""Rows at the head of a table that may stand otherwise than its figures."""

_PAGE_NUMBER = re.compile(r"[-—(（]?\s*\d{1,4}\s*[-—)）]?")

Cells = list[list[list[Run]]]


def in_rows(part: Part[Run], line: float) -> bool:
    """Whether a part with gutters is read row by row: its columns stand level and are no running text."""
    level = sum(band.bottom - band.top < ROW * line for band in part.bands)
    if level < LEVEL * len(part.bands):
        return False
    cells = _cells(part.bands, [white.start for white in part.gutters])
    filled = sum(bool(cell) for row in cells for cell in row)
    columns = list(zip(*cells, strict=True))
    prose = sum(map(_is_prose, columns))
    return filled >= FILLED * len(cells) * len(columns) and 3 * prose <= len(columns)


def table_rows(part: Part[Run]) -> list[Band[Run]]:
    """The bands of a part that are rows of a table: none in a table of contents, and captions are not."""
    numbers = [band.blocks[-1].text for band in part.bands if len(band.blocks) > 1]
    if len(part.gutters) == 1 and all(map(_PAGE_NUMBER.fullmatch, numbers)):
        return []
    return list(dropwhile(lambda band: len(band.blocks) == 1, part.bands))


def aligned(rows: Sequence[Band[Run]], gutters: Sequence[White], page: int) -> Table:
    """The table of these rows, between whose columns there are at least these gutters."""
    runs = [run for band in rows for run in band.blocks]
    box = Box(
        min(run.left for run in runs),
        rows[0].top,
        max(run.right for run in runs),
        max(run.bottom for run in runs),
    )
    white = [(strip.start, strip.end) for strip in gutters]
    white = max(white, *(_gaps(rows[head:]) for head in range(MOST_HEADS)), key=len)
    across = [box.left, *(sum(gap) / 2 for gap in white), box.right]
    cells = _folded(rows, _cells(rows, [start for start, _ in white]))
    entries = [
        Entry(Cell(i, j, 1, 1), lines(found, page, Column(*edges)))
        for i, row in enumerate(cells)
        for j, (found, edges) in enumerate(zip(row, pairwise(across), strict=True))
    ]
    return Table(page, box, across, len(cells), entries)


def _gaps(bands: Sequence[Band[Run]]) -> list[tuple[float, float]]:
    """The white between the columns of rows."""
    gaps: list[tuple[float, float]] = []
    runs = sorted((run for band in bands for run in band.blocks), key=attrgetter("left"))
    end = runs[0].right if runs else 0.0
    for run in runs:
        if run.left - end > GUTTER * run.size:
            gaps.append((end, run.left))
        end = max(end, run.right)
    return gaps


def _cells(bands: Sequence[Band[Run]], edges: Sequence[float]) -> Cells:
    """The runs of each band, column by column; a row of as many runs as columns has one in each."""
    cells: Cells = []
    for band in bands:
        if len(band.blocks) == len(edges) + 1:
            cells.append([[run] for run in band.blocks])
            continue
        row: list[list[Run]] = [[] for _ in range(len(edges) + 1)]
        for run in band.blocks:
            row[sum(run.left > edge for edge in edges)].append(run)
        cells.append(row)
    return cells


def _folded(bands: Sequence[Band[Run]], cells: Cells) -> Cells:
    """The rows, with those joined that only carry on the cells of the row above."""
    gaps = [below.top - above.bottom for above, below in pairwise(bands)]
    close = 1.2 * max(1.0, min(gaps, default=0.0))
    rows = [cells[0]]
    for gap, row in zip(gaps, cells[1:], strict=True):
        if gap <= close and not row[0] and 2 * sum(map(bool, row)) <= len(row) and max(gaps) > 2 * close:
            rows[-1] = [before + more for before, more in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
    return rows


def _is_prose(column: Sequence[list[Run]]) -> bool:
    found = [cell for cell in column if cell]
    if not found or median(len(_text(cell)) for cell in found) < PROSE:
        return False
    widths = [cell[-1].right - cell[0].left for cell in found]
    return 2 * sum(width >= FULL * max(widths) for width in widths) >= len(widths)


def _text(cell: list[Run]) -> str:
    return "".join(run.text for run in cell)
