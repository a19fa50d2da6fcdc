"""xlsx: the target sheet of 10,000 targets against openpyxl appending the same cells in shared styles."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from resource import RUSAGE_SELF, getrusage
from typing import Any, NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side

from bench.material import report
from bench.measure import Result, alternate, seconds
from exporters import target_sheet_xlsx
from exporters.report import Report, ReportTrace

TARGETS = 10_000
TRACES = 2_000


class Written(NamedTuple):
    """A sheet as openpyxl reads it back: its rows of values and number formats."""

    title: str
    rows: list[list[tuple[Any, str]]]


def measure() -> Iterator[Result]:
    made = traced()
    before = peak()
    target_sheet_xlsx.write(made, BytesIO(), _untold)
    yield Result(
        "xlsx", f"memory of {TARGETS:,} targets", peak(), before, goal=400, unit="MB", by="difference"
    )
    sheets = written(made)

    def ours(run: int) -> float:
        return seconds(lambda: target_sheet_xlsx.write(made, BytesIO(), _untold))

    def limit(run: int) -> float:
        return seconds(lambda: append(sheets, BytesIO()))

    work = f"workbook of {TARGETS:,} targets, {sum(len(sheet.rows) for sheet in sheets):,} rows"
    yield Result("xlsx", work, *alternate(ours, limit, runs=3), goal=1.3)


def peak() -> float:
    """The most memory this process has taken so far, in MB."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def traced() -> Report:
    """A report in which every fifth target is a promise; half of these are reported on by the next target."""
    made = report(("target",), TARGETS)
    ids = [passage.id for passage in made.of_kind("target")]
    promises = zip(ids[:: TARGETS // TRACES], ids[1 :: TARGETS // TRACES], strict=True)
    traces = tuple(
        ReportTrace(promise, other if place % 2 else None, "met" if place % 2 else "not_reported")
        for place, (promise, other) in enumerate(promises)
    )
    return replace(made, traces=traces, project="b5f7e5d0")


def written(made: Report) -> list[Written]:
    """Every cell of our workbook, the hidden sheets too."""
    stream = BytesIO()
    target_sheet_xlsx.write(made, stream, _untold)
    book = load_workbook(stream)
    return [
        Written(sheet.title, [[(cell.value, cell.number_format) for cell in row] for row in sheet])
        for sheet in book.worksheets
    ]


def append(sheets: list[Written], stream: BytesIO) -> None:
    book = Workbook(write_only=True)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        styles: dict[str, Any] = {}
        for row in rows:
            sheet.append([cell_of(sheet, value, number_format, styles) for value, number_format in row])
    book.save(stream)


def cell_of(sheet: Any, value: Any, number_format: str, styles: dict[str, Any]) -> Any:
    """A cell in the one style of all cells with its number format; empty cells have a style too."""
    if number_format not in styles:
        styles[number_format] = styled(sheet, number_format)
    cell: Any = WriteOnlyCell(sheet, value)
    cell._style = styles[number_format]
    return cell


def styled(sheet: Any, number_format: str) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    cell.font, cell.alignment = Font(name="宋体", size=10), Alignment(vertical="top", wrap_text=True)
    cell.border = Border(bottom=Side("thin", "D0D0D0"))
    cell.number_format = number_format
    return cell._style


def _untold(done: int, total: int) -> None:
    """Nobody waits for this export."""
