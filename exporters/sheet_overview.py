"""The summary's sheet: a title, cards with the main figures, then small tables with a chart beside each."""

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from exporters.report import Report
from exporters.sheet_charts import bars, ring
from exporters.sheet_column import FONT, GRID
from exporters.sheet_formats import FORMATS
from exporters.sheet_frame import prepare_print
from exporters.sheet_layout import PAGES
from exporters.sheet_summary import Block, Summary
from exporters.sheet_text import cell_text
from exporters.sheet_writer import Formula, keep_results

COLUMNS, WIDTH = 14, 12.0
"""Of the sheet; the width is in digits."""
CARD = 2
"""Columns of a card."""
TABLE, CHART = 6, 7
"""Columns of a block's table, and columns before its chart."""
BLOCK = 12
"""Rows of a block: a head, as many as ten labels, and one empty."""
ON_A_PAGE = 3
"""Blocks printed on one page."""
ROW, HEAD, TITLE, FIGURE = 17, 22, 36, 38
"""Heights in points."""
INSET = 36_000
"""Between a chart and the row it begins in, a millimetre in the unit of drawings (EMU)."""
SCALE = 64
"""Percent at which the columns are as wide as A4 across; page breaks are not kept where a sheet is fitted."""

INK, QUIET, PALE, WHITE = "1F3864", "7B8594", "EEF3FA", "FFFFFF"
RULE = Border(bottom=Side("medium", INK))


class Overview:
    """Writes the sheet row by row."""

    def __init__(self, book: Workbook, report: Report, summary: Summary) -> None:
        self._report, self._summary = report, summary
        page = PAGES["summary"]
        self._sheet: Any = book.create_sheet(page.title(report.language))
        self._sheet.sheet_properties.tabColor = page.colour
        self._sheet.sheet_view.showGridLines = False
        for place in range(1, COLUMNS + 1):
            self._sheet.column_dimensions[get_column_letter(place)].width = WIDTH
        prepare_print(self._sheet, report)
        self._sheet.sheet_properties.pageSetUpPr = None
        self._sheet.page_setup.fitToWidth = self._sheet.page_setup.fitToHeight = None
        self._sheet.page_setup.scale = SCALE
        keep_results(self._sheet)
        self._row = 0

    def write(self) -> None:
        self._title()
        self._cards()
        for number, block in enumerate(self._summary.blocks()):
            if number and number % ON_A_PAGE == 0:
                self._sheet.row_breaks.append(Break(id=self._row))
            self._block(block)
        self._sheet.print_area = f"A1:{get_column_letter(COLUMNS)}{self._row}"
        self._sheet.close()

    def _title(self) -> None:
        report = self._report
        made = self._summary.words["made"].format(author=report.author, made=report.made).strip()
        self._append([self._cell(report.title, 20, INK, bold=True)], TITLE)
        self._append([self._cell(report.subtitle, 10, QUIET)], ROW)
        self._append([self._ruled(self._cell(made, 9, QUIET)), *self._rule(COLUMNS - 1)], ROW)
        self._append([], 8)

    def _rule(self, count: int) -> list[Any]:
        return [self._ruled(self._cell("", 9, QUIET)) for _ in range(count)]

    def _ruled(self, cell: Any) -> Any:
        cell.border = RULE
        return cell

    def _cards(self) -> None:
        cards = list(self._summary.cards())
        names = [self._carded(name, 10, QUIET, "General") for name, _, _ in cards]
        figures = [self._carded(formula, 22, INK, FORMATS[form]) for _, formula, form in cards]
        for cells, height in ((names, HEAD), (figures, FIGURE)):
            self._append([cell for pair in cells for cell in pair], height)
            for place in range(1, len(cards) * CARD, CARD):
                first, last = get_column_letter(place), get_column_letter(place + CARD - 1)
                self._sheet.merged_cells.add(f"{first}{self._row}:{last}{self._row}")
        self._append([], 10)

    def _carded(self, value: Any, size: int, colour: str, number_format: str) -> list[Any]:
        """The cells of a card in one row: the one that shows, and those merged into it."""
        cells = [self._cell(value, size, colour, bold=size > 10)]
        cells += [self._cell("", size, colour) for _ in range(CARD - 1)]
        for place, cell in enumerate(cells):
            cell.fill = PatternFill("solid", fgColor=PALE)
            cell.alignment = Alignment("center", "center")
            cell.number_format = number_format
            if place == CARD - 1:
                cell.border = Border(right=Side("thick", WHITE))
        return cells

    def _block(self, block: Block) -> None:
        first = self._row + 1
        counted = len(block.heads) - 1
        self._table_row(block.heads, counted, is_head=True)
        for row in block.rows:
            self._table_row(row, counted)
        self._chart(block, first)
        while self._row < first + BLOCK - 1:
            self._append([], ROW)

    def _table_row(self, values: Sequence[Any], counted: int, is_head: bool = False) -> None:
        """The label takes what the counts leave of the table's columns."""
        label, *counts = values
        blank = [""] * (TABLE - counted - 1)
        cells = [
            self._table_cell(value, is_head, place == 0)
            for place, value in enumerate([label, *blank, *counts])
        ]
        self._append(cells, HEAD if is_head else ROW)
        if blank:
            self._sheet.merged_cells.add(f"A{self._row}:{get_column_letter(len(blank) + 1)}{self._row}")

    def _table_cell(self, value: Any, is_head: bool, is_label: bool) -> Any:
        cell = self._cell(value, 10, WHITE if is_head else "262626", bold=is_head)
        cell.border = GRID
        cell.alignment = Alignment("left" if is_label else "center", "center", indent=int(is_label))
        if is_head:
            cell.fill = PatternFill("solid", fgColor=INK)
        return cell

    def _chart(self, block: Block, head: int) -> None:
        counted = len(block.heads) - 1
        letters = [get_column_letter(place) for place in range(TABLE - counted + 1, TABLE + 1)]
        labels = self._range("A", head + 1, head + len(block.rows))
        series = [
            (self._range(letter, head, head), self._range(letter, head + 1, head + len(block.rows)))
            for letter in letters
        ]
        if block.chart == "ring":
            chart = ring(block.heads[0], labels, series[0], block.colours)
        else:
            chart = bars(block.heads[0], labels, series, block.colours, block.chart == "lying")
        chart.anchor = TwoCellAnchor(
            _from=AnchorMarker(col=CHART, row=head - 1, rowOff=INSET),
            to=AnchorMarker(col=COLUMNS, row=head + BLOCK - 2),
        )
        self._sheet.add_chart(chart)

    def _range(self, letter: str, first: int, last: int) -> str:
        return f"'{self._sheet.title}'!${letter}${first}:${letter}${last}"

    def _cell(self, value: Any, size: int, colour: str, bold: bool = False) -> Any:
        cell: Any = WriteOnlyCell(self._sheet)
        if type(value) is Formula:
            cell._value = value
        elif value:
            cell.value = cell_text(str(value), self._report.language)
            cell.data_type = "s"
        cell.font = Font(name=FONT, size=size, bold=bold, color=colour)
        cell.alignment = Alignment(vertical="center")
        return cell

    def _append(self, cells: list[Any], height: float) -> None:
        self._row += 1
        self._sheet.row_dimensions[self._row].height = height
        self._sheet.append(cells)
