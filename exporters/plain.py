"""Values as programs read them: no grouping, no exponent, ISO 8601."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any


def plain(value: Any) -> str:
    """A number in full (13700000000, 0.5), a date as 2031-12-31, a time as 2031-12-31 09:30; "" for None."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return number(value) if isinstance(value, float) else str(value)


def number(value: float) -> str:
    """The shortest decimal that reads back as the same float."""
    digits = format(Decimal(repr(value)), "f")
    return digits.removesuffix(".0")
