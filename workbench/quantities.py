"""Values, years and days as analysts type them for a search: 1000万人.., 5%..8%, 2021..2024, 2031-07."""

import re
import unicodedata
from calendar import monthrange
from datetime import date
from functools import cache
from typing import TypeVar

from analysis.figures import numeral
from analysis.groups import groups

PLAIN = re.compile(r"(-?\d+(?:\.\d+)?)([^\d.]*)")
SCALED = re.compile("[百千万亿]")
DAY = re.compile(r"(\d{4})(?:[-/年](\d{1,2})(?:[-/月](\d{1,2}))?)?[年月日]?")
BETWEEN = re.compile(r"\.\.+|…+|~|至|到|—+")
SCALES = ("", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿")
"""What an analyst may have put before the unit of a value: 0.1 of 亿人 are 1,000 of 万人."""
ANYTHING = "个"
"""The unit that counts whatever it stands before: what it is listed with need not be the same."""

End = TypeVar("End", int, float, date)


class Unreadable(ValueError):
    """The words are no such range, or one that ends before it begins."""


def value_range(typed: str) -> tuple[float | None, float | None, str]:
    """Least, most and unit of what is typed: 1000万人.. is (1e7, None, 人); a lone value is both ends."""
    first, last = (_value(end) if end else (None, "") for end in _ends(typed))
    unit = last[1] or first[1]
    if first[1] not in ("", unit):
        raise Unreadable(typed)
    return *_in_order(typed, first[0], last[0]), unit


@cache
def worths(unit: str) -> tuple[tuple[str, float], ...]:
    """The units that measure the same, that one first, with what one of each is worth in it.

    公里 is 1,000 of 米, and so is 千米; 万亩 is 10,000 of 亩.
    """
    return tuple(
        (scale + other, numeral(scale or "一") * worth)
        for scale in SCALES
        for other, worth in _same(unit).items()
    )


def _same(unit: str) -> dict[str, float]:
    for group in groups("units"):
        worth = {word: float(value) for word, _, value in (entry.partition("=") for entry in group)}
        if unit in worth and ANYTHING not in (unit, next(iter(worth))):
            own = worth.pop(unit)
            worth.pop(ANYTHING, None)
            return {unit: 1.0} | {other: value / own for other, value in worth.items()}
    return {unit: 1.0}


def year_range(typed: str) -> tuple[int | None, int | None]:
    """The years of what is typed: 2023, 2021..2024, 2021.."""
    first, last = _ends(typed)
    if not all(end == "" or re.fullmatch(r"\d{4}年?", end) for end in (first, last)):
        raise Unreadable(typed)
    return _in_order(typed, int(first[:4]) if first else None, int(last[:4]) if last else None)


def day_range(typed: str) -> tuple[date | None, date | None]:
    """The first and the last day of what is typed: 2031, 2031-07..2032-06, ..2031-06-30."""
    first, last = _ends(typed)
    begin, end = _day(first, last=False) if first else None, _day(last, last=True) if last else None
    return _in_order(typed, begin, end)


def _in_order(typed: str, first: End | None, last: End | None) -> tuple[End | None, End | None]:
    if first is not None and last is not None and first > last:
        raise Unreadable(typed)
    return first, last


def _ends(typed: str) -> tuple[str, str]:
    """What stands on both sides of the dots, of which one may be empty; without dots, the same twice."""
    ends = [unicodedata.normalize("NFKC", end).replace(",", "").strip() for end in BETWEEN.split(typed)]
    if len(ends) > 2:
        raise Unreadable(typed)
    return ends[0], ends[-1]


def _value(words: str) -> tuple[float, str]:
    plain = PLAIN.fullmatch(words)
    if plain and not SCALED.search(plain[2]):
        return float(plain[1]), plain[2].strip()
    from analysis.numbers import numbers  # takes 60 ms, which only a value with 万 or 亿 needs to pay

    found = list(numbers(words))
    if len(found) != 1 or found[0].upper is not None or found[0].start:
        raise Unreadable(words)
    return found[0].value, found[0].unit or words[found[0].end :]


def _day(typed: str, last: bool) -> date:
    written = DAY.fullmatch(typed)
    if not written:
        raise Unreadable(typed)
    year, month = int(written[1]), int(written[2] or (12 if last else 1))
    try:
        return date(year, month, int(written[3] or (monthrange(year, month)[1] if last else 1)))
    except ValueError as error:
        raise Unreadable(typed) from error
