"""A table of words as CSV or as an Excel sheet, by the ending of the path."""

import csv
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO

from exporters.ledger_csv import GUARDED
from exporters.legible import legible
from exporters.plain import plain
from exporters.replacing import replacing
from exporters.sheet_column import FONT, SIZE
from exporters.sheet_layout import HEAD_COLOURS
from exporters.sheet_text import cell_text

WIDTHS = {str: 28, int: 12, float: 14}
"""Of columns, in characters, by what stands in them."""
UNNAMEABLE = str.maketrans("[]:*?/\\'", "________")
"""What no sheet may have in its name."""


def write(path: Path, title: str, headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write a heading and the rows; cells are text, numbers or None."""
    with replacing(path) as stream:
        if path.suffix.lower() == ".csv":
            _write_csv(stream, headings, rows)
        else:
            _write_sheet(stream, title, headings, rows)


def _write_csv(stream: BinaryIO, headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    text = TextIOWrapper(stream, "utf-8-sig", newline="")
    lines = csv.writer(text)
    lines.writerow(headings)
    lines.writerows([_guarded(cell) for cell in row] for row in rows)
    text.detach()


def _guarded(cell: Any) -> str:
    text = legible(plain(cell))
    return f"'{text}" if isinstance(cell, str) and text.startswith(GUARDED) else text


def _write_sheet(
    stream: BinaryIO, title: str, headings: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book: Any = Workbook(write_only=True)
    book._named_styles["Normal"].font = Font(name=FONT, size=SIZE)
    book.properties.title = legible(title)
    sheet = book.create_sheet(legible(title).translate(UNNAMEABLE)[:31])
    sheet.freeze_panes = "A2"
    for place, cell in enumerate(rows[0] if rows else headings, 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(type(cell), WIDTHS[int])
    sheet.append([_head_cell(sheet, heading) for heading in headings])
    sheet.print_title_rows = "1:1"
    for row in rows:
        sheet.append([_text_cell(sheet, cell) if isinstance(cell, str) else cell for cell in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    book.save(stream)


def _head_cell(sheet: Any, heading: str) -> Any:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = _text_cell(sheet, heading)
    cell.font = Font(name=FONT, size=SIZE, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=HEAD_COLOURS[0])
    cell.alignment = Alignment("center", "center", wrap_text=True)
    return cell


def _text_cell(sheet: Any, text: str) -> Any:
    """A cell that stays text, also where openpyxl would take it for a formula."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, cell_text(text, "zh"))
    cell.data_type = "s"
    return cell
