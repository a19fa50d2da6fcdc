"""Expressions of time and the days they mean: 2022年1月至11月, 今年底, “十四五”时期, 三年内.

今年 and its like are read against the reference year of the document, 年底 and 上半年 against the year
spoken of.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from analysis.figures import DIGIT, numeral

_YEAR = rf"(?:(?:19|20|１９|２０){DIGIT}{{2}}|[一二][〇○零九][〇○零一二三四五六七八九]{{2}})"
_MONTH = r"(?:1[0-2]|0?[1-9]|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九])"
_DAY = rf"(?:{DIGIT}{{1,2}}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_COUNT = rf"(?:{DIGIT}{{1,2}}|[一二两三四五六七八九十]+|几)"
_GAP = "[ \u3000]?"
_TO = r"(?:\s?(?:[-－—–~～〜至到]|——)\s?)"
_RELATIVE = {
    "前年": -2,
    "上年": -1,
    "上一年": -1,
    "去年": -1,
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "明年": 1,
    "来年": 1,
    "后年": 2,
}
_HALVES = {"上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9), "前三个季度": (1, 9), "全年": (1, 12)}
_PART = (
    rf"(?:{'|'.join(_HALVES)}|第?[一二三四1-4]季度[末底]?|前{_COUNT}个?月"
    rf"|(?:{_MONTH}{_TO})?{_MONTH}{_GAP}月(?:份|底|末|{_GAP}{_DAY}{_GAP}日)?|年?[底末初])"
)
_POINT = (
    rf"(?:(?:{_YEAR}{_GAP}年{_GAP}|{'|'.join(_RELATIVE)}){_PART}?|{_PART.replace('年?', '年')}|年内|当年)"
)
_NAMED_PLAN = r"[“\"]?十[一二三四五六七八]五[”\"]?|[“\"](?:十五|[一二三四五六七八九]五)[”\"](?!普法)"
_PLAN = rf"(?:{_NAMED_PLAN})(?:时期|期间|期末|末|以来)?"
_BACK = rf"(?:过去|近|最近|这|前|此前)的?(?:这)?{_COUNT}年(?:来|多来|间|里)?|{_COUNT}年(?:多)?来"
_AHEAD = rf"(?:今后|未来|接下来|下一步|往后)的?{_COUNT}年|{_COUNT}年(?:之|以)?内|新的一年"
_BEFORE = "(?:之前|以前|前(?!三|期|列|后|沿))?"

TIME = (
    rf"(?:{_YEAR}年?(?:{_TO}|、){_YEAR}{_GAP}年|{_POINT}(?:{_TO}{_POINT})?{_BEFORE}|{_PLAN}|{_BACK}|{_AHEAD})"
)
"""A regular expression, without groups, for whatever says when."""
TIME_STARTS = "".join(word[0] for word in (*_RELATIVE, *_HALVES)) + "第年当十过近最这前此未接下往新几两〇零"
"""The characters, besides digits and Chinese numerals, that a time may begin with."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days a time means, first and last included; a time of one end (年底, 6月底前) has no first day."""

    first: date | None
    last: date

    def __str__(self) -> str:
        """2023, 2021/2025, 2022-01/2022-11, 2022-06, 2023-12-31, in the notation of ISO 8601."""
        if self.first is None or self.first == self.last:
            return self.last.isoformat()
        ends = [_shortest(self.first, self.last, edge) for edge in (self.first, self.last)]
        return ends[0] if ends[0] == ends[1] else "/".join(ends)


def _shortest(first: date, last: date, edge: date) -> str:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{edge:%Y}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return f"{edge:%Y-%m}"
    return edge.isoformat()


@dataclass(frozen=True, slots=True)
class Time:
    """A time found in a text: its offsets and the period it means."""

    start: int
    end: int
    period: Period


def years(first: int, last: int | None = None) -> Period:
    """Whole years."""
    return Period(date(first, 1, 1), date(first if last is None else last, 12, 31))


def times(text: str, reference: int | None, spoken: int | None = None) -> Iterator[Time]:
    """The times of a text, in order.

    `reference` is the year in which the document says 今年, `spoken` the year that 年底 and 上半年 belong to
    (the reference year where it is not given). Times that cannot be told without such a year are left out.
    """
    if _NEEDED.isdisjoint(text):
        return
    for match in _TIME.finditer(text):
        if period := _read(match[0], reference, spoken or reference):
            yield Time(*match.span(), period)


def period_of_plan(ordinal: int) -> Period:
    """The years of a five-year plan: the first was 1953–1957, from the third (1966) on every five years."""
    return years(1951 + 5 * ordinal, 1955 + 5 * ordinal)


TIME_BEGINS = '0-9０-９“一二三四五六七八九十上下前后今去本明来此这当往过近新最未接几两全年第"'
"""The characters that a time begins with: most places are passed over by their first alone."""
_TIME = re.compile(f"(?=[{TIME_BEGINS}])(?:{TIME})")
_NEEDED = frozenset("年月季五")
"""Every time holds one of these characters; a text without them need not be searched."""
_YEARS = re.compile(rf"({_YEAR})年?(?:{_TO}|、)({_YEAR})年")
_ENDS = re.compile(rf"({_POINT})(?:{_TO}({_POINT}))?")
_PLAN_NUMBER = re.compile(r"十[一二三四五六七八]?(?=五)|[一二三四五六七八九](?=五)")
_COUNTED = re.compile(rf"({_COUNT})年")


def _read(words: str, reference: int | None, spoken: int | None) -> Period | None:
    words = re.sub(r"\s", "", unicodedata.normalize("NFKC", words))
    for shape, read in _SHAPES:
        if match := shape.match(words):
            try:
                return read(match, reference, spoken)
            except ValueError:
                return None
    return None


def _of_years(match: re.Match[str], _reference: int | None, _spoken: int | None) -> Period:
    return years(int(numeral(match[1])), int(numeral(match[2])))


def _of_plan(match: re.Match[str], _reference: int | None, _spoken: int | None) -> Period:
    number = _PLAN_NUMBER.search(match[0])
    period = period_of_plan(int(numeral(number[0])) if number else 0)
    return Period(None, period.last) if match[0].endswith("末") else period


def _of_back(match: re.Match[str], reference: int | None, _spoken: int | None) -> Period | None:
    counted = _COUNTED.search(match[0])
    if not counted or counted[1] == "几" or reference is None:
        return None
    return years(reference - int(numeral(counted[1])), reference - 1)


def _of_ahead(match: re.Match[str], reference: int | None, _spoken: int | None) -> Period | None:
    counted = _COUNTED.search(match[0])
    if not counted or counted[1] == "几" or reference is None:
        return None
    return years(reference, reference + int(numeral(counted[1])) - 1)


def _of_ends(match: re.Match[str], reference: int | None, spoken: int | None) -> Period | None:
    first = _point(match[1], reference, spoken)
    if first is None or match[2] is None:
        return first
    last = _point(match[2], reference, first.last.year)
    return last and Period(first.first or first.last, last.last)


def _point(words: str, reference: int | None, spoken: int | None) -> Period | None:
    relative = next((word for word in _RELATIVE if words.startswith(word)), None)
    if relative:
        year, part = reference and reference + _RELATIVE[relative], words.removeprefix(relative)
    elif stated := re.match(rf"({_YEAR})年", words):
        year, part = int(numeral(stated[1])), words[stated.end() :]
    else:
        year, part = spoken, words.removeprefix("年内").removeprefix("当年")
    return _part(year, part) if year else None


def _part(year: int, words: str) -> Period:
    if words in _HALVES:
        return _months(year, *_HALVES[words])
    if words.endswith(("年底", "年末")) or words in ("底", "末"):
        return Period(None, date(year, 12, 31))
    if words.endswith("初"):
        return Period(None, date(year, 1, 1))
    if "季度" in words:
        quarter, _, end = words.removeprefix("第").partition("季度")
        period = _months(year, 3 * int(numeral(quarter)) - 2, 3 * int(numeral(quarter)))
        return Period(None, period.last) if end else period
    if words.startswith("前"):
        return _months(year, 1, int(numeral(words[1:].rstrip("个月"))))
    return _by_months(year, words) if words else years(year)


def _by_months(year: int, words: str) -> Period:
    months, _, rest = words.partition("月")
    first, *last = [int(numeral(month)) for month in re.split(_TO, months)]
    if rest.endswith("日"):
        day = date(year, first, int(numeral(rest.removesuffix("日"))))
        return Period(day, day)
    period = _months(year, first, last[0] if last else first)
    return Period(None, period.last) if rest in ("底", "末") else period


def _months(year: int, first: int, last: int) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


_SHAPES: tuple[tuple[re.Pattern[str], Callable[..., Period | None]], ...] = (
    (_YEARS, _of_years),
    (re.compile(_PLAN), _of_plan),
    (re.compile(_AHEAD), _of_ahead),
    (re.compile(_BACK), _of_back),
    (_ENDS, _of_ends),
)
