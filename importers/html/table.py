"""Tables of a page: which of them hold data and which only lay out the page; the places of their cells."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from importers.html.tree import BLOCKS, Element
from importers.labels import is_label, within
from importers.spacing import closed

WIDEST_SPAN, HIGHEST_SPAN = 200, 5000
"""What a cell may span at most, whatever it claims."""

LONG_CELL, LONG_TABLE = 1200, 0.8
"""Characters of a cell that holds a text, and its share of all text of a table that lays out the page."""

_ROW_GROUPS = ("thead", "tbody", "tfoot")
_RULED = re.compile(r"border[^:;]*:[^;]*(?:solid|\d(?:pt|px)\s)")
_WORD_TABLES = re.compile(r"msotable|msonormaltable|table-?border|tablegrid|datatable", re.I)


class Placed(NamedTuple):
    """A cell at its place in the grid of its table."""

    element: Element
    row: int
    column: int
    row_span: int
    column_span: int


def rows(table: Element) -> Iterator[Element]:
    """The rows of a table itself, not of tables in it."""
    for inner in table.elements:
        if inner.tag == "tr":
            yield inner
        elif inner.tag in _ROW_GROUPS:
            yield from (row for row in inner.elements if row.tag == "tr")


def placed(table: Element) -> Iterator[Placed]:
    """The cells with their places; a cell never runs below the last row."""
    body = [*rows(table)]
    reaching: dict[int, int] = {}  # for each column the row at which a cell from above ends
    for i, row in enumerate(body):
        column = 0
        for cell in row.elements:
            if cell.tag not in ("td", "th"):
                continue
            while reaching.get(column, 0) > i:
                column += 1
            width = max(1, min(cell.number("colspan"), WIDEST_SPAN))
            height = min(cell.number("rowspan") or HIGHEST_SPAN, HIGHEST_SPAN, len(body) - i)
            yield Placed(cell, i, column, height, width)
            for taken in range(column, column + width if height > 1 else 0):
                reaching[taken] = i + height
            column += width


def cell_text(cell: Element) -> str:
    """What a cell says on one line; tables in it apart."""
    parts: list[str] = []
    waiting: list[Element | str] = [cell]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, str):
            parts.append(inner)
        elif inner.tag != "table":
            block = inner.tag in BLOCKS or inner.tag == "br"
            waiting += [" ", *reversed(inner.content), " "] if block else reversed(inner.content)
    return closed(" ".join("".join(parts).split()))


def is_headed(table: Element) -> bool:
    """Whether labels stand in the first row, without values, and in no other: heads of columns."""
    texts = [[cell_text(cell) for cell in row.elements] for row in rows(table)]
    heads = [[*dict(within(text)).values()] == [""] for row in texts[:1] for text in row if text]
    return sum(heads) > len(heads) / 2 and not any(is_label(text) for row in texts[1:] for text in row)


def is_layout(table: Element) -> bool:
    """Whether a table only puts things side by side."""
    if table.attributes.get("role", "") in ("presentation", "none"):
        return True
    cells = [cell for row in rows(table) for cell in row.elements if cell.tag in ("td", "th")]
    lengths = [len("".join(cell.words().split())) for cell in cells]
    filled = sum(length > 0 for length in lengths)
    if filled <= 1 or _is_one_column(table):
        return True
    if any(cell.tag == "th" for cell in cells):
        return False
    if max(lengths) > LONG_CELL and max(lengths) > LONG_TABLE * sum(lengths):
        return True
    if _is_ruled(table):
        return False
    return filled < 4 or any(inner.tag == "table" for cell in cells for inner in cell.walk())


def _is_one_column(table: Element) -> bool:
    return all(sum(cell.tag in ("td", "th") for cell in row.elements) <= 1 for row in rows(table))


def _is_ruled(table: Element) -> bool:
    """Whether lines are drawn around the cells, by the table or by the first of them."""
    if table.number("border", 0) > 0 or _WORD_TABLES.search(" ".join(table.names)):
        return True
    first = next((cell for row in rows(table) for cell in row.elements), table)
    return any(_RULED.search(one.attributes.get("style", "").lower()) for one in (table, first))
