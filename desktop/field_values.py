"""What an analyst types in a field, read as its value, and how a value reads back."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from db.kinds import STATES, Field

STATE = Field("state", "choice", "状态", "State", 7, STATES)
NOTE = Field("note", "text", "备注", "Note", 18)
LABELS = Field("labels", "departments", "标签", "Labels", 10)
"""The names of a passage's labels, joined as departments are."""

REQUIRED = frozenset({STATE.name})
"""Names of the choices that are never empty."""

SCALES = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))

_PLAIN_NUMBER = re.compile(r"\d+(\.\d+)?")
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日]?")
_YEAR = re.compile(r"([12]\d{3})\s*年?")
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
BETWEEN_DEPARTMENTS = re.compile(r"[、,，;；/\n]+")


class Unreadable(ValueError):
    """The words cannot be read as a value of the field."""


def read(field: Field, words: str) -> Any:
    """The value the words stand for; None where nothing is written. Unreadable where they make no value."""
    words = words.strip()
    return READERS[field.form](field, words) if words else None


def _text(field: Field, words: str) -> str:
    return words


def _number(field: Field, words: str) -> float:
    """A plain number, or one as documents write it: 8万, 2.6亿户, 五成."""
    compact = unicodedata.normalize("NFKC", words).replace(",", "")
    sign, rest = (-1, compact[1:]) if compact.startswith("-") else (1, compact)
    return sign * (float(rest) if _PLAIN_NUMBER.fullmatch(rest) else _written_number(rest))


def _written_number(words: str) -> float:
    from analysis.numbers import numbers  # takes 60 ms, which only the first such number needs to pay

    found = list(numbers(words))
    if len(found) != 1 or found[0].upper is not None or (found[0].start, found[0].end) != (0, len(words)):
        raise Unreadable(words)
    return found[0].value


def _date(field: Field, words: str) -> date:
    """A day; of a longer time the first day, or the last where the field closes a period."""
    compact = re.sub(r"\s", "", unicodedata.normalize("NFKC", words))
    found = _COMPACT_DATE.fullmatch(compact) or _DATE.fullmatch(compact)
    closing = field.name.endswith("_to")
    if found is None:
        return _written_date(compact, closing)
    year, month, day = (int(piece) if piece else None for piece in found.groups())
    try:
        return _day(year or 0, month, day, closing)
    except ValueError as error:
        raise Unreadable(words) from error


def _written_date(words: str, closing: bool) -> date:
    """A time as documents write it: 2023年底, 2023年上半年; 年底 alone is that of the year now."""
    from analysis.times import times

    found = list(times(words, None, spoken=date.today().year))
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(words)):
        raise Unreadable(words)
    period = found[0].period
    return period.last if closing or period.first is None else period.first


def _day(year: int, month: int | None, day: int | None, closing: bool) -> date:
    first = date(year, month or (12 if closing else 1), 1)
    last = monthrange(first.year, first.month)[1]
    return first.replace(day=day or (last if closing else 1))


def _year(field: Field, words: str) -> int:
    found = _YEAR.fullmatch(unicodedata.normalize("NFKC", words))
    if found is None:
        raise Unreadable(words)
    return int(found[1])


def _choice(field: Field, words: str) -> str:
    for choice in field.choices:
        if words in (choice.value, choice.zh, choice.en):
            return choice.value
    raise Unreadable(words)


def _departments(field: Field, words: str) -> str | None:
    return "、".join(departments(words)) or None


def departments(words: str) -> list[str]:
    """The names in a line of departments, each once, in their order."""
    names = (name.strip() for name in BETWEEN_DEPARTMENTS.split(words))
    return list(dict.fromkeys(name for name in names if name))


READERS: dict[str, Callable[[Field, str], Any]] = {
    "text": _text,
    "number": _number,
    "date": _date,
    "year": _year,
    "choice": _choice,
    "departments": _departments,
}


def chinese_reading(value: float | None) -> str:
    """A large number in 万, 亿 or 万亿, exactly: 260000000 → 2.6亿; empty below 10,000."""
    for name, scale in SCALES:
        if value is not None and abs(value) >= scale:
            return f"{(Decimal(repr(value)) / scale).normalize():f}{name}"
    return ""
