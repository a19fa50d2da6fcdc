"""The Excel target sheet 目标表: a summary, the ledgers, the tracker, documents and sources, a sheet each.

What was exported goes along in a hidden sheet, so that the edited workbook can be read again
(exporters/returned_sheet.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Font

from exporters.legible import legible
from exporters.progress import Tick
from exporters.report import Report
from exporters.sheet_book import Book
from exporters.sheet_column import FONT, SIZE
from exporters.sheet_layout import TargetSheet


def write(report: Report, stream: BinaryIO, tick: Tick, options: TargetSheet | None = None) -> None:
    """Write the target sheet as .xlsx, row by row in constant memory; `tick` counts rows."""
    with _workbook() as workbook:
        _describe(workbook, report)
        Book(workbook, report, options or TargetSheet(), tick).write()
        workbook.save(stream)


@contextmanager
def _workbook() -> Iterator[Workbook]:
    """A workbook written row by row, whose temporary files go even if the work is stopped."""
    book: Any = Workbook(write_only=True)
    # Columns are as many digits wide as stated, and the digits are those of this style.
    book._named_styles["Normal"].font = Font(name=FONT, size=SIZE)
    try:
        yield book
    except BaseException:
        for sheet in book.worksheets:
            _discard(sheet)
        raise


def _discard(sheet: Any) -> None:
    if not sheet.closed:
        sheet.close()
    Path(sheet._writer.out).unlink(missing_ok=True)


def _describe(book: Workbook, report: Report) -> None:
    properties = book.properties
    properties.title = legible(report.title)
    properties.subject = legible(report.subtitle)
    properties.creator = properties.lastModifiedBy = legible(report.author)
    properties.language = "zh-CN"
    properties.created = properties.modified = datetime.combine(report.made, time())
