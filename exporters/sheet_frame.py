"""One sheet of a workbook: a table with a frozen head and filters, rows of typed cells, ready to print."""

from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from db.kinds import Field
from exporters.legible import legible
from exporters.report import Report
from exporters.sheet_column import FONT, GRID, SIZE, Column
from exporters.sheet_layout import Page, head_colour, is_kept_back
from exporters.sheet_rules import colours, validations
from exporters.sheet_writer import keep_results

HEAD_HEIGHT = 26
LINE_HEIGHT = 15
PADDING = 3
"""In points: the head's row, a line of text, what a row has besides."""

TALLEST = 12
"""Lines a row may have at first; the rest of a longer text is read in the formula bar."""

A4 = 9
"""The paper's number in print settings (ECMA-376, 18.3.1.63)."""

FOOTERS = {"zh": "第 &P 页，共 &N 页", "en": "Page &P of &N"}
TITLE_LENGTH = 100
"""Of the report's title in the page head, whose codes and text together may have 255 characters."""


HEAD_NAME = "cezhu.{page}.{field}"
"""The hidden name of a head's cell, which goes with its column wherever an editor moves it."""


class Sheet:
    """Rows written one after another into the sheet of a page, `fields` being its columns.

    Columns that only serve the keeping of passages stay off the printed page where they stand at its end.
    """

    def __init__(
        self, book: Workbook, page: Page, fields: Sequence[Field], report: Report, departments: str = ""
    ) -> None:
        self._sheet: Any = book.create_sheet(page.title(report.language))
        self._sheet.sheet_properties.tabColor = page.colour
        self._book, self._page, self._fields = book, page, fields
        self._language, self._departments = report.language, departments
        self._columns = [Column(self._sheet, field, report.language) for field in fields]
        self._rows = 1
        self._lay_out()
        prepare_print(self._sheet, report)
        keep_results(self._sheet)
        self._sheet.append([self._head_cell(column) for column in self._columns])

    def add(self, values: Iterable[Any], unit: str = "") -> None:
        """A row: one value a column. Its numbers are shown as their unit asks for."""
        self._rows += 1
        row = [column.filled(value, unit) for column, value in zip(self._columns, values, strict=True)]
        lines = min(TALLEST, max(column.lines for column in self._columns))
        # Not a RowDimension: its height counts as set by hand and no longer grows with an edited text.
        self._sheet.row_dimensions[self._rows] = {"ht": f"{lines * LINE_HEIGHT + PADDING:g}"}
        self._sheet.append(row)
        del self._sheet.row_dimensions[self._rows]

    def close(self) -> None:
        """Make the rows a table, and say what its cells accept, how they are coloured and what is printed."""
        if self._rows == 1:  # a table has at least one row
            self.add([None] * len(self._columns))
        self._sheet.tables.add(self._table())
        for check in validations(self._fields, self._language, self._rows, self._departments):
            self._sheet.data_validations.append(check)
        for cells, rule in colours(self._fields, self._language, self._rows):
            self._sheet.conditional_formatting.add(cells, rule)
        self._name_heads()
        kept_back = len(self._fields)
        while kept_back > 1 and is_kept_back(self._fields[kept_back - 1]):
            kept_back -= 1
        self._sheet.print_area = f"A1:{get_column_letter(kept_back)}{self._rows}"
        self._sheet.close()

    def _table(self) -> Table:
        extent = f"A1:{get_column_letter(len(self._columns))}{self._rows}"
        table = Table(displayName=self._page.table, ref=extent)
        table.tableColumns = [
            TableColumn(id=place, name=column.heading) for place, column in enumerate(self._columns, 1)
        ]
        table.autoFilter = AutoFilter(ref=extent)
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        return table

    def _name_heads(self) -> None:
        for place, field in enumerate(self._fields, 1):
            name = HEAD_NAME.format(page=self._page.name, field=field.name)
            cell = f"{quote_sheetname(self._sheet.title)}!${get_column_letter(place)}$1"
            self._book.defined_names[name] = DefinedName(name, attr_text=cell, hidden=True)

    def _head_cell(self, column: Column) -> Any:
        cell = WriteOnlyCell(self._sheet, column.heading)
        cell.font = Font(name=FONT, size=SIZE, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=head_colour(column.field))
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = GRID
        return cell

    def _lay_out(self) -> None:
        for place, column in enumerate(self._columns, 1):
            self._sheet.column_dimensions[get_column_letter(place)].width = column.width
        self._sheet.row_dimensions[1].height = HEAD_HEIGHT
        self._sheet.freeze_panes = "B2"
        self._sheet.sheet_view.showGridLines = False
        self._sheet.print_title_rows = "1:1"


def prepare_print(sheet: Any, report: Report) -> None:
    """A4 across, as wide as the paper, the titles of report and sheet above, the number of the page below."""
    setup = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", A4
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.7, bottom=0.6, header=0.3, footer=0.3)
    title = legible(report.title).replace("\n", " ")[:TITLE_LENGTH]
    sheet.HeaderFooter.oddHeader.center.text = f"{title.replace('&', '&&')}　&A"
    sheet.HeaderFooter.oddFooter.center.text = FOOTERS[report.language]
