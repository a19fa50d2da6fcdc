"""How a stretch of time reads in a sentence: 2025年1月—6月, 2025年底前."""

from datetime import date, timedelta


def period(first: date | None, last: date | None, language: str) -> str:
    """Whole years and months by name, else days; one end alone as 起 or 前; empty where both are missing."""
    chinese = language == "zh"
    if last is None:
        return "" if first is None else (_since_chinese(first) if chinese else _since_english(first))
    if first is None:
        return _by_chinese(last) if chinese else _by_english(last)
    return _chinese(first, last) if chinese else _english(first, last)


def _since_chinese(first: date) -> str:
    return f"{_parts(first, _precision(first, None))}起"


def _by_chinese(last: date) -> str:
    return f"{_end(last)}前"


def _chinese(first: date, last: date) -> str:
    if first == last:
        return _end(last)
    precision = _precision(first, last)
    opening, closing = _parts(first, precision), _parts(last, precision)
    if opening == closing:
        return opening
    return f"{opening}—{closing.removeprefix(f'{first.year}年')}"


def _end(last: date) -> str:
    precision = _precision(None, last)
    return _parts(last, precision) + ("" if precision == 3 else "底")


def _parts(day: date, precision: int) -> str:
    return "".join((f"{day.year}年", f"{day.month}月", f"{day.day}日")[:precision])


def _since_english(first: date) -> str:
    return f"from {_iso(first, _precision(first, None))}"


def _by_english(last: date) -> str:
    precision = _precision(None, last)
    return f"by {'' if precision == 3 else 'end of '}{_iso(last, precision)}"


def _english(first: date, last: date) -> str:
    precision = _precision(first, last)
    return " – ".join(dict.fromkeys(_iso(day, precision) for day in (first, last)))


def _iso(day: date, precision: int) -> str:
    return "-".join(day.isoformat().split("-")[:precision])


def _precision(first: date | None, last: date | None) -> int:
    """How much of the dates matters: 1 the years alone, 2 years and months, 3 the days too."""
    opens = first is None or first.day == 1
    closes = last is None or _ends_its_month(last)
    if not (opens and closes):
        return 3
    whole_years = (first is None or first.month == 1) and (last is None or last.month == 12)
    return 1 if whole_years else 2


def _ends_its_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1
