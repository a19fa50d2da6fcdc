"""Values, units and days as analysts type them for a search: 1000万人.., 5%..8%, 2031-07."""

import re
import unicodedata
from calendar import monthrange
from datetime import date

PLAIN = re.compile(r"(\d+(?:\.\d+)?)([^\d.]*)")
SCALED = re.compile("[百千万亿]")
BETWEEN = re.compile(r"\.\.|…|~|～|至|—")


class Unreadable(ValueError):
    """The words are no value."""


def value_range(typed: str) -> tuple[float | None, float | None, str]:
    """Least, most and unit of what is typed: 1000万人.. is (1e7, None, 人); a lone value is both ends."""
    words = unicodedata.normalize("NFKC", typed).replace(",", "").replace("...", "..").strip()
    ends = [end.strip() for end in BETWEEN.split(words)]
    if len(ends) > 2 or not any(ends):
        raise Unreadable(typed)
    read = [_value(end) if end else (None, "") for end in ends]
    least, most = read[0], read[-1]
    unit = most[1] or least[1]
    if least[1] not in ("", unit):
        raise Unreadable(typed)
    return least[0], most[0], unit


def _value(words: str) -> tuple[float, str]:
    plain = PLAIN.fullmatch(words)
    if plain and not SCALED.search(plain[2]):
        return float(plain[1]), plain[2]
    from analysis.numbers import numbers  # takes 60 ms, which only a value with 万 or 亿 needs to pay

    found = list(numbers(words))
    if len(found) != 1 or found[0].upper is not None or found[0].start:
        raise Unreadable(words)
    return found[0].value, found[0].unit or words[found[0].end :]


def day(typed: str, last: bool) -> date:
    """The first or the last day of a year, a month or a day written 2031, 2031-07 or 2031-07-01."""
    year, *rest = (int(part) for part in re.split(r"[-/.年月]", typed.rstrip("年月日")))
    month = rest[0] if rest else 12 if last else 1
    return date(year, month, rest[1] if len(rest) > 1 else monthrange(year, month)[1] if last else 1)
