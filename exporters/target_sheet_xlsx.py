"""The Excel target sheet 目标表: the ledgers of all kinds and the documents, a sheet each, in typed cells."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Font

from db.kinds import KINDS, Field
from exporters.legible import legible
from exporters.progress import Progress, Tick
from exporters.report import DOCUMENT_FIELDS, KEEPING_FIELDS, PLACE_FIELDS, Report
from exporters.sheet_column import FONT, SIZE
from exporters.sheet_frame import Sheet

TAB_COLOURS = {"target": "2E75B6", "task": "C55A11", "policy": "548235", "documents": "7B8594"}
DOCUMENTS = {"zh": "文档", "en": "Documents"}


def write(report: Report, stream: BinaryIO, tick: Tick) -> None:
    """Write the target sheet as .xlsx, row by row in constant memory; `tick` counts passages."""
    progress = Progress(tick, sum(map(report.count, report.kinds)))
    with _workbook() as book:
        _describe(book, report)
        for kind in report.kinds:
            _add_ledger(book, report, kind, progress)
        _add_documents(book, report)
        book.save(stream)


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


def _add_ledger(book: Workbook, report: Report, kind: str, progress: Progress) -> None:
    groups = (KINDS[kind].fields, PLACE_FIELDS, KEEPING_FIELDS)
    sheet = Sheet(book, _name(kind, report), TAB_COLOURS[kind], report, groups)
    for passage in progress.over(report.of_kind(kind)):
        sheet.add(report.row(passage))
    sheet.close()


def _add_documents(book: Workbook, report: Report) -> None:
    counts = [Field(kind, "whole", KINDS[kind].zh, KINDS[kind].plural, 4) for kind in report.kinds]
    groups = (DOCUMENT_FIELDS, counts, (KEEPING_FIELDS[-1],))
    sheet = Sheet(book, DOCUMENTS[report.language], TAB_COLOURS["documents"], report, groups)
    for document in report.documents:
        values = [getattr(document, field.name) for field in DOCUMENT_FIELDS]
        sheet.add([*values, *(report.count(kind, document) for kind in report.kinds), document.id])
    sheet.close()


def _name(kind: str, report: Report) -> str:
    return KINDS[kind].zh if report.language == "zh" else KINDS[kind].plural
