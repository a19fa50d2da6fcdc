"""The hits of a search as an Excel sheet: one row a hit, the words found in their context."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill

from db.kinds import KINDS, Field
from exporters.legible import legible
from exporters.replacing import replacing
from exporters.sheet_column import FONT, SIZE
from exporters.sheet_text import cell_text

COLUMNS = (
    Field("document", "text", "文档", "Document", 36),
    Field("paragraph", "number", "段落", "Paragraph", 8),
    Field("kind", "text", "类别", "Kind", 8),
    Field("where", "text", "位置", "Where", 10),
    Field("before", "text", "上文", "Before", 44),
    Field("words", "text", "命中", "Found", 20),
    Field("after", "text", "下文", "After", 44),
    Field("start", "number", "起点", "Start", 9),
    Field("end", "number", "终点", "End", 9),
)
TITLE = {"zh": "检索结果", "en": "Search results"}
WHERE = {"text": ("正文", "text"), "quote": ("标注", "quote"), "note": ("备注", "note")}
SIDES = {"before": "right", "words": "center"}
MOST = 1_048_575
"""Rows of hits on one sheet: what Excel can hold, and the head."""
HEAD = PatternFill("solid", fgColor="FF2A5BD0")


def write(hits: Iterable[Any], query: str, path: Path, language: str = "zh") -> None:
    """Write the hits to `path` as they come; each has the columns' names as attributes."""
    book = Workbook(write_only=True)
    book.properties.title = legible(f"{TITLE[language]} {query}")
    with replacing(path) as stream:
        for number, some in enumerate(_parted(hits), 1):
            sheet: Any = book.create_sheet(TITLE[language] + (f" {number}" if number > 1 else ""))
            with closing(sheet):
                _fill(sheet, some, language)
        book.save(stream)


def _parted(hits: Iterable[Any]) -> Iterator[Iterable[Any]]:
    """The hits of each sheet; at least one sheet, though it be empty."""
    rest = iter(hits)
    yield islice(rest, MOST)
    for first in rest:
        yield chain([first], islice(rest, MOST - 1))


def _fill(sheet: Any, hits: Iterable[Any], language: str) -> None:
    sheet.freeze_panes = "A2"
    for number, column in enumerate(COLUMNS):
        sheet.column_dimensions[chr(ord("A") + number)].width = column.width
    sheet.append([_head(sheet, column.heading(language)) for column in COLUMNS])
    cells = [(column, _cell(sheet, SIDES.get(column.name))) for column in COLUMNS]
    rows = 1
    for hit in hits:
        sheet.append([_filled(cell, hit, column, language) for column, cell in cells])
        rows += 1
    sheet.auto_filter.ref = f"A1:{chr(ord('A') + len(COLUMNS) - 1)}{rows}"


def _said(hit: Any, name: str, language: str) -> Any:
    value = getattr(hit, name)
    if name == "kind":
        return KINDS[value].heading(language) if value else ""
    if name == "where":
        own = WHERE.get(value)
        return own[language == "en"] if own else KINDS[hit.kind].field(value).heading(language)
    return value


def _head(sheet: Any, words: str) -> Any:
    cell = WriteOnlyCell(sheet, words)
    cell.font, cell.fill = Font(name=FONT, size=SIZE, bold=True, color="FFFFFFFF"), HEAD
    return cell


def _cell(sheet: Any, side: str | None) -> Any:
    """The one cell of a column, filled anew for every row: a style for each takes ten times as long."""
    cell = WriteOnlyCell(sheet)
    cell.font = Font(name=FONT, size=SIZE)
    cell.alignment = Alignment(horizontal=side, vertical="top")
    return cell


def _filled(cell: Any, hit: Any, column: Field, language: str) -> Any:
    said = _said(hit, column.name, language)
    if isinstance(said, str):
        cell.value = cell_text(said, language)
        cell.data_type = "s"  # also what openpyxl takes for a formula
    else:
        cell.value = said
    return cell
