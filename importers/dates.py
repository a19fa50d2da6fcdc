"""Dates and years as official documents write them: 2022年3月5日, 二〇二二年三月五日, 2022-03-05."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_FIGURES = {
    figure: str(value)
    for value, figures in enumerate(("〇○零Ｏ0０", *"一二三四五六七八九"))
    for figure in figures
}
_FIGURES |= {chr(ord("０") + value): str(value) for value in range(10)}
_CHINESE = "〇○零Ｏ一二三四五六七八九"
_DATE = re.compile(
    rf"([12]\d{{3}}|[12１２][０-９]{{3}}|[一二][{_CHINESE}]{{3}})"
    r"(?:年([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})月([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日"
    r"|[-./](\d{1,2})[-./](\d{1,2})(?!\d))"
)

LONGEST_LINE, LONGEST_ASIDE = 60, 8
"""Characters of a line that only dates, and of what it says beside."""

_SIGNED = re.compile(r"[^，。；：、\d]{4,30}(?:部|委|会|局|厅|署|院|府|办|室|行|司|中心)[\t ]*")


class Dated(NamedTuple):
    """A date and where it stands in its text."""

    date: date
    start: int
    end: int


def dates(text: str) -> Iterator[Dated]:
    """The complete dates in `text`, in order; impossible ones (2月30日) are passed over."""
    for match in _DATE.finditer(text):
        year, month, day, month_after, day_after = match.groups()
        try:
            found = date(_digits(year), _small(month or month_after), _small(day or day_after))
        except ValueError:
            continue
        yield Dated(found, match.start(), match.end())


def is_date_line(text: str) -> bool:
    """Whether a line says little but a date: （2022年3月5日印发）, 云岭市工业局 2022年3月5日."""
    found = next(dates(text), None) if len(text) <= LONGEST_LINE else None
    if found is None:
        return False
    rest = text[: found.start] + text[found.end :]
    return len(rest) <= LONGEST_ASIDE or (
        found.end == len(text) and bool(_SIGNED.fullmatch(text[: found.start]))
    )


def year(text: str) -> int | None:
    """The first year named in `text` by four figures and 年; of a span (2021—2025年) its first."""
    match = re.search(
        rf"(?<!\d)((?:19|20)\d\d|[一二][{_CHINESE}]{{3}})(?:年|\s?[-—－–~～至到]+\s?(?:19|20)?\d\d年)", text
    )
    return _digits(match.group(1)) if match else None


def _digits(figures: str) -> int:
    return int("".join(_FIGURES.get(figure, figure) for figure in figures))


def _small(figures: str) -> int:
    """A number up to 99: 5, 十, 十二, 二十, 三十一."""
    if "十" not in figures:
        return _digits(figures)
    tens, _, units = figures.partition("十")
    return 10 * (_digits(tens) if tens else 1) + (_digits(units) if units else 0)
