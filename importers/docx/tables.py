"""The cells of a Word table as they stand: merged ones once, with their spans; deleted rows left out."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from importers.docx.markup import attribute, child, children, number, said

MOST_COLUMNS = 63
"""Word allows no more."""


class Cell(NamedTuple):
    """One cell; `content` is its element, row and column count from 0."""

    content: Element
    row: int
    column: int
    row_span: int
    column_span: int


def cells(table: Element) -> list[Cell]:
    """The cells row by row. A cell that goes on is part of the one that begins above it in its column."""
    rows = [row for row in children(table, "tr") if not _is_deleted(row, "trPr", "del")]
    found: list[Cell] = []
    above: dict[int, int] = {}
    for i, row in enumerate(rows):
        for column, span, content in _placed(row):
            at = above.get(column)
            if _goes_on(content, "vMerge") and at is not None and found[at].row + found[at].row_span == i:
                found[at] = found[at]._replace(row_span=found[at].row_span + 1)
                continue
            above.pop(column, None)
            if child(content, "tcPr", "vMerge") is not None:
                above[column] = len(found)
            found.append(Cell(content, i, column, 1, span))
    return found


def is_frame(found: list[Cell]) -> bool:
    """Whether a table has a single column: lines around text, a box with its heading above it."""
    return all(cell.column == 0 for cell in found)


def _placed(row: Element) -> Iterator[tuple[int, int, Element]]:
    """The cells of a row with their first column and how many they span."""
    column = min(number(said(row, "trPr", "gridBefore")) or 0, MOST_COLUMNS)
    waiting: tuple[int, int, Element] | None = None
    for cell in children(row, "tc"):
        if _is_deleted(cell, "tcPr", "cellDel"):
            continue
        span = min(max(1, number(said(cell, "tcPr", "gridSpan")) or 1), MOST_COLUMNS)
        if waiting and _goes_on(cell, "hMerge"):
            waiting = waiting[0], waiting[1] + span, waiting[2]
        else:
            if waiting:
                yield waiting
            waiting = column, span, cell
        column += span
    if waiting:
        yield waiting


def _goes_on(cell: Element, merge: str) -> bool:
    """Whether a cell only carries on the one above or before it."""
    mark = child(cell, "tcPr", merge)
    return mark is not None and attribute(mark, "val") in (None, "continue")


def _is_deleted(element: Element, properties: str, mark: str) -> bool:
    return child(element, properties, mark) is not None
