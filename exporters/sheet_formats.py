"""How numbers are shown: large ones in 万 or 亿, while the cell holds the plain number.

A number format can only divide by thousands, so 万 and 亿 are shown by a point put before the last digits:
80,000 in thousands is 80, with a point before the last digit 8.0, and 万 behind it.
"""

from exporters.figures import UNSCALED

FORMATS = {
    "number": "#,##0",
    "fraction": "#,##0.######",
    "whole": "0",
    "percent": "0.0%",
    "date": "yyyy-mm-dd",
    "time": "yyyy-mm-dd hh:mm",
}
"""By form. A fraction has its own, because that would show whole numbers with a bare point."""

MAGNITUDES = (("万亿", 12), ("亿", 8), ("万", 4))
"""With their powers of ten, the largest first."""

MOST_DECIMALS = 5
"""A number that would need more of them is shown plainly."""


def number_format(value: float, unit: str = "", language: str = "zh") -> str:
    """The format that shows this number exactly, in 万, 亿 or 万亿 where it is large and the report Chinese.

    A number put in its place later is shown plainly where it is smaller.
    """
    if language == "zh" and not unit.startswith(UNSCALED):
        for name, power in MAGNITUDES:
            if abs(value) >= 10**power:
                return _scaled(value, name, power) or _plain(value)
    return _plain(value)


def _plain(value: float) -> str:
    return FORMATS["number" if value == int(value) else "fraction"]


def _scaled(value: float, name: str, power: int) -> str:
    """The format of a number of that magnitude; empty where it cannot be exact."""
    thousands = (power - 1) // 3
    while thousands and value % 1000**thousands:
        thousands -= 1
    decimals = power - 3 * thousands
    if decimals > MOST_DECIMALS or value % 1000**thousands:
        return ""
    digits = f'0\\.{"0" * decimals}{"," * thousands}"{name}"'
    # A condition would take the sign from negative numbers.
    return digits if value < 0 else f"[>={10**power}]{digits};General"
