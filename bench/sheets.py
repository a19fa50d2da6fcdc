"""xlsx: the target sheet of 10,000 targets against openpyxl appending the same cells in shared styles."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side

from bench.material import report
from bench.measure import Result, alternate, seconds
from exporters import target_sheet_xlsx
from exporters.report import Report, columns

TARGETS = 10_000


def measure() -> Iterator[Result]:
    made = report(("target",), TARGETS)

    def ours(run: int) -> float:
        return seconds(lambda: target_sheet_xlsx.write(made, BytesIO(), _untold))

    def limit(run: int) -> float:
        return seconds(lambda: append(made, BytesIO()))

    yield Result("xlsx", f"sheet of {TARGETS:,} targets", *alternate(ours, limit, runs=3), goal=1.3)


def append(made: Report, stream: BytesIO) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("targets")
    styles = [styled(sheet) for _ in columns("target")]
    for passage in made.of_kind("target"):
        cells: list[Any] = [WriteOnlyCell(sheet, value) for value in made.row(passage)]
        for cell, style in zip(cells, styles, strict=True):
            cell._style = style
        sheet.append(cells)
    book.save(stream)


def styled(sheet: Any) -> Any:
    """The style all cells of a column share."""
    cell: Any = WriteOnlyCell(sheet)
    cell.font, cell.alignment = Font(name="宋体", size=10), Alignment(vertical="top", wrap_text=True)
    cell.border = Border(bottom=Side("thin", "D0D0D0"))
    return cell._style


def _untold(done: int, total: int) -> None:
    """Nobody waits for this export."""
