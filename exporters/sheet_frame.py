"""One sheet of a workbook: a frozen head with filters, rows of typed cells, ready to print."""

from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from db.kinds import Field
from exporters.legible import legible
from exporters.report import Report
from exporters.sheet_column import FONT, GRID, SIZE, Column

HEAD_COLOURS = ("1F3864", "44546A", "7B8594")
"""Of the head's groups of columns: what the passage says, where it stands, how it is kept."""

HEAD_HEIGHT = 26
LINE_HEIGHT = 15
PADDING = 3
"""In points: the head's row, a line of text, what a row has besides."""

TALLEST = 12
"""Lines a row may have at first; the rest of a longer text is read in the formula bar."""

A4 = 9
"""The paper's number in print settings (ECMA-376, 18.3.1.63)."""

PAGES = {"zh": "第 &P 页，共 &N 页", "en": "Page &P of &N"}
TITLE_LENGTH = 100
"""Of the report's title in the page head, whose codes and text together may have 255 characters."""


class Sheet:
    """Rows written one after another; `groups` are the columns, in groups by the colour of their heads.

    The last group is kept off the printed page, so that the others can be read there.
    """

    def __init__(
        self, book: Workbook, title: str, colour: str, report: Report, groups: Sequence[Iterable[Field]]
    ) -> None:
        self._sheet: Any = book.create_sheet(title)
        self._sheet.sheet_properties.tabColor = colour
        self._groups = [[Column(self._sheet, field, report.language) for field in group] for group in groups]
        self._columns = [column for group in self._groups for column in group]
        self._rows = 1
        self._lay_out(report)
        self._sheet.append(self._head())

    def add(self, values: Iterable[Any]) -> None:
        """A row: one value a column."""
        self._rows += 1
        row = [column.filled(value) for column, value in zip(self._columns, values, strict=True)]
        lines = min(TALLEST, max(column.lines for column in self._columns))
        # Not a RowDimension: its height counts as set by hand and no longer grows with an edited text.
        self._sheet.row_dimensions[self._rows] = {"ht": f"{lines * LINE_HEIGHT + PADDING:g}"}
        self._sheet.append(row)
        del self._sheet.row_dimensions[self._rows]

    def close(self) -> None:
        """Say how far the filters and the printed page reach."""
        last = get_column_letter(len(self._columns))
        printed = get_column_letter(len(self._columns) - len(self._groups[-1]))
        self._sheet.auto_filter.ref = f"A1:{last}{self._rows}"
        self._sheet.print_area = f"A1:{printed}{self._rows}"
        self._sheet.close()

    def _head(self) -> list[Any]:
        return [
            self._head_cell(column, colour)
            for group, colour in zip(self._groups, HEAD_COLOURS[-len(self._groups) :], strict=True)
            for column in group
        ]

    def _head_cell(self, column: Column, colour: str) -> Any:
        cell = WriteOnlyCell(self._sheet, column.heading)
        cell.font = Font(name=FONT, size=SIZE, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=colour)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = GRID
        return cell

    def _lay_out(self, report: Report) -> None:
        for place, column in enumerate(self._columns, 1):
            self._sheet.column_dimensions[get_column_letter(place)].width = column.width
        self._sheet.row_dimensions[1].height = HEAD_HEIGHT
        self._sheet.freeze_panes = "A2"
        self._sheet.sheet_view.showGridLines = False
        self._prepare_print(report)

    def _prepare_print(self, report: Report) -> None:
        setup = self._sheet.page_setup
        setup.orientation, setup.paperSize = "landscape", A4
        setup.fitToWidth, setup.fitToHeight = 1, 0
        self._sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        self._sheet.print_title_rows = "1:1"
        self._sheet.print_options.horizontalCentered = True
        self._sheet.page_margins = PageMargins(
            left=0.4, right=0.4, top=0.7, bottom=0.6, header=0.3, footer=0.3
        )
        title = legible(report.title).replace("\n", " ")[:TITLE_LENGTH]
        self._sheet.HeaderFooter.oddHeader.center.text = title.replace("&", "&&")
        self._sheet.HeaderFooter.oddFooter.center.text = PAGES[report.language]
