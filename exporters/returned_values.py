"""What the cells of an edited workbook mean, whatever Excel, WPS or LibreOffice made of them."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from math import isclose, isfinite
from typing import Any

from openpyxl.utils.datetime import from_excel

from db.kinds import Field
from exporters.figures import PER
from exporters.returned_problems import NoChoice, NoDate, NoNumber, NoPercentage
from exporters.sheet_column import FIRST_DAY
from exporters.sheet_text import decoded

SCALES = {"": 0, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
"""Powers of ten."""
BETWEEN_NAMES = re.compile(r"[、，,；;\n]+")
SPELLED = re.compile(r"([-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?)(万亿|千万|百万|亿|万|千|百)?([%‰])?", re.IGNORECASE)
DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2}))?(?:[-/.月](\d{1,2}))?[日月年号]?(底|末|年底|年末)?")
PRINTED = re.compile(r'"[^"]*"|\\.')
"""What a number format prints as it stands."""
YEARS = range(1900, 2200)
"""Numbers in a date's cell that are a year; as days they would lie before 1907."""
CLOSE = 1e-12
"""How much two numbers may differ that went through 15 digits."""


@dataclass(frozen=True)
class Cell:
    """A cell that came back: its place as “目标!F12”, its value and its number format."""

    place: str
    value: Any
    number_format: str = "General"

    @property
    def text(self) -> str:
        """The value as text, without what stands around it."""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        if isinstance(self.value, datetime):
            return str(self.value.date())
        return "" if self.value is None else decoded(str(self.value)).strip()


def value_of(field: Field, cell: Cell, unit: str = "") -> Any:
    """The field's value in a cell; None where it is empty. `unit` is that of the row.

    Raises a Problem where the cell says nothing the field can hold.
    """
    return _READERS.get(field.form, _text)(field, cell, unit) if cell.text else None


def same(form: str, one: Any, other: Any) -> bool:
    """Whether two values of a form say the same; white space says nothing."""
    if one is None or other is None:
        return one is other
    if form in ("number", "whole"):
        return isclose(one, other, rel_tol=CLOSE)
    if isinstance(one, tuple):
        return set(one) == set(other)
    if isinstance(one, str) and isinstance(other, str):
        return decoded(one).split() == decoded(other).split()
    return bool(one == other)


def as_read(field: Field, value: Any) -> Any:
    """A value as `value_of` would give it, had it come back in a cell; `value` is as the record has it."""
    if value is None or field.form in ("number", "whole", "choice"):
        return value
    if field.form == "date":
        return date.fromisoformat(value)
    if isinstance(value, list):
        return tuple(value)
    return ("、".join(names(value)) if field.form == "departments" else value.strip()) or None


def _text(field: Field, cell: Cell, unit: str) -> str:
    return cell.text


def _names(field: Field, cell: Cell, unit: str) -> str | None:
    return "、".join(names(cell.text)) or None


def names(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The names listed in a text, each once; a known name may hold what else stands between names."""
    found = []
    for name in sorted((name for name in known if BETWEEN_NAMES.search(name)), key=len, reverse=True):
        if name in text:
            text = text.replace(name, "、")
            found.append(name)
    found += (name.strip() for name in BETWEEN_NAMES.split(text) if name.strip())
    return tuple(dict.fromkeys(found))


def _choice(field: Field, cell: Cell, unit: str) -> str:
    wanted = _folded(cell.text)
    for choice in field.choices:
        if wanted in map(_folded, (choice.value, choice.zh, choice.en)):
            return choice.value
    raise NoChoice(cell=cell.place, value=cell.text, choices="/".join(c.zh for c in field.choices))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _number(field: Field, cell: Cell, unit: str) -> float:
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        is_share = "%" in PRINTED.sub("", cell.number_format)
        return _share(cell, unit) if is_share else _finite(cell, float(cell.value))
    spelled = _folded(cell.text.removesuffix(unit) if unit not in PER else cell.text)
    match = SPELLED.fullmatch(re.sub(r"[,，\s]", "", spelled))
    if match is None:
        raise NoNumber(cell=cell.place, value=cell.text)
    figure, scale, sign = match.groups(default="")
    if sign and unit and _folded(unit) != sign:
        raise NoPercentage(cell=cell.place, value=cell.text, unit=unit)
    return _finite(cell, float(Decimal(figure).scaleb(SCALES[scale])))


def _share(cell: Cell, unit: str) -> float:
    """A cell shown in percent holds a hundredth of what it shows."""
    if unit and _folded(unit) != "%":
        raise NoPercentage(
            cell=cell.place, value=f"{cell.value:.10%}".rstrip("0%").rstrip(".") + "%", unit=unit
        )
    return float(Decimal(repr(cell.value)) * 100)


def _finite(cell: Cell, value: float) -> float:
    if not isfinite(value):
        raise NoNumber(cell=cell.place, value=cell.text)
    return value


def _whole(field: Field, cell: Cell, unit: str) -> int:
    value = _number(field, cell, "")
    if value != int(value):
        raise NoNumber(cell=cell.place, value=cell.text)
    return int(value)


def _date(field: Field, cell: Cell, unit: str) -> date:
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and value not in YEARS and FIRST_SERIAL <= value <= LAST_SERIAL:
        return _from_serial(value)
    digits = re.sub(r"\s", "", _folded(cell.text))
    if re.fullmatch(r"\d{8}", digits):
        digits = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    match = DAY.fullmatch(digits.split("t")[0].removesuffix("00:00:00"))
    try:
        if match is not None:
            return _day(match, closes=field.name.endswith("_to"))
    except ValueError:
        pass
    raise NoDate(cell=cell.place, value=cell.text)


FIRST_SERIAL, LAST_SERIAL = 61, 2_958_465


def _from_serial(value: float) -> date:
    moment = from_excel(value)
    assert isinstance(moment, datetime)
    return max(moment.date(), FIRST_DAY)


def _day(match: re.Match[str], closes: bool) -> date:
    """The day; of a whole month or year the first, or the last where the field closes a period."""
    year, month, day = (int(part) if part else 0 for part in match.groups()[:3])
    if day:
        return date(year, month, day)
    month = month or (12 if closes else 1)
    return date(year, month, monthrange(year, month)[1] if closes else 1)


_READERS: dict[str, Callable[[Field, Cell, str], Any]] = {
    "number": _number,
    "whole": _whole,
    "date": _date,
    "choice": _choice,
    "departments": _names,
}
