"""How a target's figure reads in a sentence: 超过 8万家."""

from collections.abc import Iterable, Mapping
from typing import Any

from db.kinds import KINDS, number_text

MAGNITUDES = (("万亿", 12), ("亿", 8), ("万", 4))
"""With their powers of ten."""

ENGLISH_MAGNITUDES = ((" trillion", 12), (" billion", 9), (" million", 6))

PER = ("%", "％", "‰")
"""Signs that stand close by the number, and by both ends of a range (GB/T 15835)."""

UNSCALED = (*PER, "百分点", "个百分点", "倍", "年", "万", "亿")
"""Units before which 万 and 亿 do not stand."""

SILENT = ("=", "range")
"""Comparators that the figure itself shows."""


def figure(fields: Mapping[str, Any], language: str) -> str:
    """Change, comparison, number and unit of a target; empty where it has no number.

    >>> figure({"comparator": ">", "value": 80000.0, "unit": "家"}, "zh")
    '超过 8万家'
    """
    if fields.get("value") is None:
        return ""
    words = [_shown("direction", fields, language)]
    if fields.get("comparator") not in SILENT:
        words.append(_shown("comparator", fields, language))
    opening = ("" if language == "zh" else " ").join(word for word in words if word)
    return f"{opening} {_amount(fields, language)}".strip()


def difference(gap: float | None, fields: Mapping[str, Any], language: str) -> str:
    """What lies between promised and reported, with its sign, in the promise's unit; empty where unknown.

    A gap between two per cent values counts percentage points.

    >>> difference(-40000.0, {"unit": "家"}, "zh")
    '-4万家'
    """
    if gap is None:
        return ""
    unit = fields.get("unit") or ""
    if unit in PER:
        unit = {"zh": "个百分点", "en": "pp"}[language] if unit != "‰" else unit
    rounded = float(f"{gap:.6g}")
    sign = "+" if rounded > 0 else "-" if rounded < 0 else ""
    amount = {"value": abs(rounded), "unit": unit}
    return sign + _amount(amount, language)


def _shown(name: str, fields: Mapping[str, Any], language: str) -> str:
    return KINDS["target"].field(name).shown(fields.get(name), language)


def _amount(fields: Mapping[str, Any], language: str) -> str:
    unit = fields.get("unit") or ""
    ends = [end for end in (fields["value"], fields.get("upper")) if end is not None]
    if language != "zh":
        told = "–".join(_short(end, ENGLISH_MAGNITUDES) or number_text(end) for end in ends)
        return told + (unit if unit in PER else f" {unit}".rstrip())
    between = f"{unit}—" if unit in PER else "—"
    return between.join(scaled(end, unit) for end in ends) + unit


def scaled(value: float, unit: str = "") -> str:
    """The number in 万, 亿 or 万亿 where four decimals show it exactly: 1370000000000 → 1.37万亿."""
    return (not unit.startswith(UNSCALED) and _short(value, MAGNITUDES)) or _plain(value)


def _short(value: float, magnitudes: Iterable[tuple[str, int]]) -> str:
    """The number by the largest magnitude that four decimals show exactly; empty where none does."""
    for name, power in magnitudes:
        short = f"{value / 10**power:.4f}"
        if abs(value) >= 10**power and float(f"{short}e{power}") == value:
            return _plain(float(short)) + name
    return ""


def _plain(value: float) -> str:
    """Chinese officialese does not group digits in threes."""
    return number_text(value).replace(",", "")
