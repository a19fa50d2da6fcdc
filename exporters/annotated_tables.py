"""Tables of a source as Word tables: merged cells merged, each cell's text with its passages."""

from collections.abc import Iterator, Sequence

from exporters.annotated_runs import Marks
from exporters.report import ReportBlock
from exporters.word_parts import paragraph, twips

NARROWEST = 12.0
"""The least width of a column in mm."""

EMPTY = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>'

Cells = Sequence[tuple[int, ReportBlock]]
"""Blocks with their numbers."""


def table(cells: Cells, marks: Marks, width: float) -> str:
    """A table as wide as the text; columns are as wide as what stands in them asks for."""
    by_place = {(block.row or 0, block.column or 0): (number, block) for number, block in cells}
    widths = [twips(column) for column in _widths(cells, width)]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    last = max((block.row or 0) + block.row_span for _, block in cells)
    rows = "".join(f"<w:tr>{''.join(_row(row, by_place, widths, marks))}</w:tr>" for row in range(last))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        f"{EMPTY}"
    )


def _widths(cells: Cells, width: float) -> list[float]:
    columns = max((block.column or 0) + block.column_span for _, block in cells)
    longest = [1] * columns
    for _, block in cells:
        if block.column_span == 1:
            column = block.column or 0
            longest[column] = max(longest[column], min(block.end - block.start, 40))
    free = max(0.0, width - NARROWEST * columns)
    return [min(NARROWEST, width / columns) + free * length / sum(longest) for length in longest]


def _row(
    row: int, by_place: dict[tuple[int, int], tuple[int, ReportBlock]], widths: list[int], marks: Marks
) -> Iterator[str]:
    column = 0
    while column < len(widths):
        number, block, top = _at(row, column, by_place)
        if block is None:
            yield _cell(widths[column : column + 1], "", [])
            column += 1
            continue
        span = max(1, min(block.column_span, len(widths) - column))
        merge = "" if block.row_span == 1 else '<w:vMerge w:val="restart"/>' if top == row else "<w:vMerge/>"
        yield _cell(widths[column : column + span], merge, marks.runs(number) if top == row else [])
        column += span


def _at(
    row: int, column: int, by_place: dict[tuple[int, int], tuple[int, ReportBlock]]
) -> tuple[int, ReportBlock | None, int]:
    """The block whose cell begins in this column and reaches this row, and the row it begins in."""
    for top in range(row, -1, -1):
        number, block = by_place.get((top, column), (0, None))
        if block is not None:
            return (number, block, top) if top + block.row_span > row else (0, None, row)
    return 0, None, row


def _cell(widths: list[int], merge: str, runs: list[str]) -> str:
    span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
    text = paragraph("TableText", *runs) if runs else EMPTY
    return f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}{merge}</w:tcPr>{text}</w:tc>'
