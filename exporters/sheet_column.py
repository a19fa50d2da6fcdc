"""A column of a sheet: how its values become typed cells."""

import math
from collections.abc import Callable
from copy import copy
from datetime import date
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from db.kinds import Field
from exporters.sheet_formats import FORMATS, number_format
from exporters.sheet_text import FORMULA_STARTS, cell_text
from exporters.sheet_writer import Formula

FONT, SIZE = "微软雅黑", 10
EDGE = Side("thin", "D9D9D9")
LINK = "0563C1"
GRID = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)


DIGITS_PER_CHARACTER = 1.9
"""How broad a Chinese character is, in digits of the same font, by which sheets count."""

ALIGNED = {
    "number": "right",
    "fraction": "right",
    "whole": "center",
    "percent": "right",
    "date": "center",
    "time": "center",
    "choice": "center",
    "kind": "center",
    "link": "center",
}

FIRST_DAY = date(1900, 3, 1)
"""Before it Excel's calendar is wrong (it knows a 29 February 1900) or has no days at all."""


class Column:
    """The field shown in a column, and the one cell that is filled anew for every row.

    A fresh style for every cell costs five times as much as all else, and fresh cells would fill the memory.
    """

    def __init__(self, sheet: WriteOnlyWorksheet, field: Field, language: str) -> None:
        self.field = field
        self._sheet = sheet
        self._language = language
        self._cell = _styled(sheet, field.form)
        self._usual = self._cell._style
        self._quoted = copy(self._usual)
        self._quoted.quotePrefix = 1
        self._styles = {FORMATS["number"]: self._usual}
        fillers: dict[str, Callable[[Any, str], None]] = {
            "number": self._fill_number,
            "whole": self._fill_number,
            "date": self._fill_date,
            "time": self._fill_date,
        }
        self._fill = fillers.get(field.form, self._fill_text)
        self.lines = 1
        """How many lines the last value takes, as far as one can tell without measuring its font."""

    @property
    def heading(self) -> str:
        return self.field.heading(self._language)

    @property
    def width(self) -> float:
        """In digits, as sheets count: room for the values, and for the heading with its filter button."""
        return max(self.field.width, _breadth(self.heading) + 1.5) * DIGITS_PER_CHARACTER + 2.5

    def filled(self, value: Any, unit: str = "") -> Any:
        """The cell with this value, until the next is asked for. A number is shown as its unit asks for."""
        self._cell._style = self._usual
        self.lines = 1
        if value is None or value == "":
            self._cell.value = None
        elif type(value) is Formula:
            self._fill_formula(value, unit)
        else:
            self._fill(value, unit)
        return self._cell

    def _fill_formula(self, formula: Formula, unit: str) -> None:
        self._cell._value = formula  # no value openpyxl knows; sheet_writer writes it
        if self.field.form == "number" and isinstance(formula.gives, int | float):
            self._cell._style = self._style_of(number_format(formula.gives, unit, self._language))

    def _fill_text(self, value: Any, unit: str) -> None:
        text = cell_text(self.field.shown(value, self._language), self._language)
        self._cell.value = text
        self._cell.data_type = "s"  # what openpyxl takes for a formula or an error too
        if text.startswith(FORMULA_STARTS):
            self._cell._style = self._quoted
        if len(text) > self.field.width or "\n" in text:
            self.lines = sum(math.ceil(_breadth(line) / self.field.width) or 1 for line in text.split("\n"))

    def _fill_number(self, value: float, unit: str) -> None:
        if not math.isfinite(value):
            return self._fill_text(value, unit)
        self._cell.value = value
        if self.field.form == "number":
            self._cell._style = self._style_of(number_format(value, unit, self._language))
        return None

    def _fill_date(self, value: date, unit: str) -> None:
        # A datetime is a date too, but the two do not compare.
        if (value.year, value.month) < (FIRST_DAY.year, FIRST_DAY.month):
            return self._fill_text(value, unit)
        self._cell.value = value
        return None

    def _style_of(self, number_format: str) -> Any:
        """The usual style with another number format; the workbook holds each of them once."""
        if number_format not in self._styles:
            self._styles[number_format] = _styled(self._sheet, self.field.form, number_format)._style
        return self._styles[number_format]


def _breadth(text: str) -> float:
    """In full-width characters, which are twice as broad as those of ASCII."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def _styled(sheet: WriteOnlyWorksheet, form: str, number_format: str | None = None) -> Any:
    cell = WriteOnlyCell(sheet)
    cell.font = Font(name=FONT, size=SIZE, color=LINK) if form == "link" else Font(name=FONT, size=SIZE)
    cell.border = GRID
    side = ALIGNED.get(form, "left")
    cell.alignment = Alignment(side, "center", wrap_text=form not in FORMATS, indent=int(side != "center"))
    cell.number_format = number_format or FORMATS.get(form, "General")
    return cell
