"""Reads an edited target sheet: which rows it has, under which columns, and what it was exported with.

Columns are known by their headings in either language or, where an editor renamed one, by the hidden name its
head was given. Nothing is changed here, and nothing is compared; workbench/returning.py does that.
"""

import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Self
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import column_index_from_string

from db.problems import Problem
from exporters import sheet_record
from exporters.progress import Cancelled, Progress, Tick
from exporters.returned_problems import (
    ColumnUnknown,
    NoIds,
    NotATargetSheet,
    NotComputed,
    RecordDamaged,
    SheetAbsent,
    SheetMissing,
    SheetSealed,
    SheetUnreadable,
)
from exporters.returned_values import Cell
from exporters.sheet_frame import HEAD_NAME
from exporters.sheet_layout import ID, PAGES, Page
from exporters.sheet_record import EDITABLE, Record

OLE = b"\xd0\xcf\x11\xe0"
"""How old and encrypted workbooks begin."""
LARGEST = 400_000_000
"""Bytes a workbook may have unpacked."""
HEADS = 20
"""Rows among which the head is looked for, should an editor have put some above it."""
BLANKS = 1000
"""Rows without anything after which a sheet is taken to be at its end."""


@dataclass(frozen=True)
class ReturnedRow:
    """A row that holds something: its cells by field, those that could not be read left out."""

    kind: str
    place: str
    cells: Mapping[str, Cell]

    @property
    def id(self) -> int | None:
        """Of the passage or document; None where the cell is empty, 0 where it holds no id."""
        told = self.cell(ID.name).text
        return int(told) if told.isdecimal() else 0 if told else None

    def cell(self, name: str) -> Cell:
        return self.cells.get(name, Cell(self.place, None))


@dataclass(frozen=True)
class ReturnedSheet:
    """What came back. Remarks tell what was left out."""

    name: str
    record: Record
    columns: Mapping[str, frozenset[str]]
    """By kind of the sheets that were read, the fields that have a column."""
    rows: tuple[ReturnedRow, ...]
    remarks: tuple[Problem, ...]

    def emptied(self) -> set[str]:
        """The places of cells that had something when they were exported."""
        return {
            cell.place
            for row in self.rows
            for name in self.record.lines.get((row.kind, row.id or 0), ())
            if name in row.cells and not (cell := row.cells[name]).text
        }

    def without(self, places: Collection[str]) -> Self:
        """The same without cells whose formula nobody has computed."""
        rows = (replace(row, cells=_but(row.cells, places)) for row in self.rows)
        told = (NotComputed(cell=place) for place in sorted(places))
        return replace(self, rows=tuple(rows), remarks=(*self.remarks, *told))


def read(path: Path, tick: Tick | None = None) -> ReturnedSheet:
    """The edited workbook. Raises a Problem where it cannot be read or is no target sheet.

    `tick(done, total)` counts its rows; what it raises, say `Cancelled`, passes on.
    """
    _examine(path)
    try:
        with _opened(path) as book:
            sheet = _Reading(path.name, book, tick).whole()
        emptied = sheet.emptied()
        if not emptied:
            return sheet
        with _opened(path, computed=False) as book:
            return sheet.without(_formulas(book, emptied))
    except (Problem, Cancelled):
        raise
    except Exception as error:  # openpyxl fails in many ways over a damaged file
        raise SheetUnreadable(name=path.name, reason=str(error) or type(error).__name__) from error


@contextmanager
def _opened(path: Path, computed: bool = True) -> Iterator[Any]:
    """The workbook with what its formulas gave, or with the formulas themselves."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts of the workbook that openpyxl does not know
        book = load_workbook(path, read_only=True, data_only=computed)
        try:
            yield book
        finally:
            book.close()


def _formulas(book: Any, places: Collection[str]) -> set[str]:
    """Those of the cells that hold a formula."""
    found = set()
    for sheet in book.worksheets:
        if any(place.startswith(f"{sheet.title}!") for place in places):
            sheet.reset_dimensions()
            cells = (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
            found |= {f"{sheet.title}!{cell.coordinate}" for cell in cells} & set(places)
    return found


def _but(cells: Mapping[str, Cell], places: Collection[str]) -> dict[str, Cell]:
    return {name: cell for name, cell in cells.items() if cell.place not in places}


def _examine(path: Path) -> None:
    try:
        with path.open("rb") as stream:
            if stream.read(4) == OLE:
                raise SheetSealed(name=path.name)
        with ZipFile(path) as package:
            unpacked = sum(part.file_size for part in package.infolist())
    except FileNotFoundError as error:
        raise SheetMissing(name=path.name) from error
    except (OSError, BadZipFile) as error:
        raise SheetUnreadable(name=path.name, reason=error) from error
    if unpacked > LARGEST:
        raise SheetUnreadable(name=path.name, reason=f"{unpacked:,} B")


class _Reading:
    """Goes through the sheets of one workbook."""

    def __init__(self, name: str, book: Any, tick: Tick | None) -> None:
        self._name, self._book, self._tick = name, book, tick
        self._remarks: list[Problem] = []
        self._columns: dict[str, frozenset[str]] = {}
        self._named = dict(self._heads())

    def whole(self) -> ReturnedSheet:
        record = self._record()
        rows = (row for kind in EDITABLE if kind in record.kinds for row in self._rows(PAGES[kind], record))
        counted = Progress(self._told, len(record.lines)).over(rows)
        return ReturnedSheet(self._name, record, self._columns, tuple(counted), tuple(self._remarks))

    def _told(self, done: int, total: int) -> None:
        """Rows that are new make more than were expected."""
        if self._tick is not None:
            self._tick(min(done, total), total)

    def _record(self) -> Record:
        titles = {PAGES["record"].zh, PAGES["record"].en}
        sheet = next((sheet for sheet in self._book.worksheets if sheet.title in titles), None)
        if sheet is None:
            raise NotATargetSheet(name=self._name)
        sheet.reset_dimensions()
        try:
            lines = ("".join(map(str, filter(None, row))) for row in sheet.iter_rows(values_only=True))
            return sheet_record.read(line for line in lines if line)
        except sheet_record.NotRecorded as error:
            raise RecordDamaged(name=self._name) from error

    def _rows(self, page: Page, record: Record) -> Iterator[ReturnedRow]:
        sheet = self._sheet(page)
        if sheet is None:
            self._remarks.append(SheetAbsent(sheet=page.title(record.language)))
            return
        sheet.reset_dimensions()  # what other programs note there may be wrong
        rows = enumerate(sheet.iter_rows(), 1)
        head, places = self._head(page, sheet.title, list(islice(rows, HEADS)))
        if ID.name not in places:
            self._remarks.append(NoIds(sheet=sheet.title, column=ID.heading(record.language)))
            return
        self._columns[page.name] = frozenset(places)
        below = enumerate(islice(sheet.iter_rows(), head, None), head + 1)
        yield from _filled(page.name, sheet.title, places, below)

    def _sheet(self, page: Page) -> Any:
        """The sheet of a page by its title in either language or, where it was renamed, by its heads."""
        named = {title for (name, _), (title, _) in self._named.items() if name == page.name}
        for titles in ({page.zh, page.en}, named):
            for sheet in self._book.worksheets:
                if sheet.title in titles:
                    return sheet
        return None

    def _heads(self) -> Iterator[tuple[tuple[str, str], tuple[str, int]]]:
        """By page and field, the sheet and column that the hidden name of a head points at."""
        for page in PAGES.values():
            for field in page.fields:
                name = self._book.defined_names.get(HEAD_NAME.format(page=page.name, field=field.name))
                for title, place in name.destinations if name is not None else ():
                    letters = place.replace("$", "").rstrip("0123456789")
                    yield (page.name, field.name), (title, column_index_from_string(letters))

    def _head(self, page: Page, title: str, rows: Sequence[Any]) -> tuple[int, dict[str, int]]:
        """The number of the head's row and the column of each field, counted from 1."""
        known = {heading: field.name for field in page.fields for heading in (field.zh, field.en)}
        read = [(number, _headings(row)) for number, row in rows]
        number, headings = max(
            read, key=lambda row: (len(known.keys() & row[1].values()), -row[0]), default=(1, {})
        )
        places: dict[str, int] = {}
        for column, heading in headings.items():
            name = known.get(heading)
            if name and (name not in places or self._named.get((page.name, name)) == (title, column)):
                places[name] = column
        self._add_renamed(page, title, headings, places)
        self._tell_others(title, number, headings, places)
        return number, places

    def _add_renamed(
        self, page: Page, title: str, headings: Mapping[int, str], places: dict[str, int]
    ) -> None:
        for field in page.fields:
            named_title, column = self._named.get((page.name, field.name), ("", 0))
            is_free = named_title == title and column in headings and column not in places.values()
            if field.name not in places and is_free:
                places[field.name] = column

    def _tell_others(
        self, title: str, row: int, headings: Mapping[int, str], places: Mapping[str, int]
    ) -> None:
        for column, heading in headings.items():
            if column not in places.values():
                cell = f"{title}!{get_column_letter(column)}{row}"
                self._remarks.append(ColumnUnknown(cell=cell, column=heading))


def _headings(row: Sequence[Any]) -> dict[int, str]:
    """By column, counted from 1, what stands in the cells of a row."""
    return {place: str(cell.value).strip() for place, cell in enumerate(row, 1) if cell.value is not None}


def _filled(
    kind: str, title: str, places: Mapping[str, int], rows: Iterator[tuple[int, Any]]
) -> Iterator[ReturnedRow]:
    """The rows in which a column of ours has something."""
    blank = 0
    for number, row in rows:
        cells = {
            name: _cell(f"{title}!{get_column_letter(column)}{number}", row[column - 1 : column])
            for name, column in places.items()
        }
        if any(cell.text for cell in cells.values()):
            blank = 0
            yield ReturnedRow(kind, f"{title}!{number}", cells)
        elif (blank := blank + 1) > BLANKS:
            return


def _cell(place: str, found: Sequence[Any]) -> Cell:
    """What was found at a place: one cell, or none where the row ends before; only numbers have a format."""
    value = found[0].value if found else None
    return Cell(place, value, found[0].number_format if isinstance(value, float | int) else "General")
