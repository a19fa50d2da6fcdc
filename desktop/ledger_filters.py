"""Conditions an analyst sets on the columns of a ledger."""

import re
from collections.abc import Callable, Collection, Iterable
from typing import Any

from db.kinds import Field
from desktop.field_values import read
from desktop.folding import folded
from desktop.ledger_columns import Column

Condition = Callable[[Any], bool]
"""Whether a row stays."""

_BOUND = re.compile(r"(>=|<=|>|<|≥|≤|=)?(.+)")
_RANGE = re.compile(r"(.+?)(?:\.\.|…|~|至|到|—)(.+)")

COMPARISONS: dict[str, Callable[[Any, Any, Any], bool]] = {
    ">": lambda value, first, last: value > last,
    ">=": lambda value, first, last: value >= first,
    "≥": lambda value, first, last: value >= first,
    "<": lambda value, first, last: value < first,
    "<=": lambda value, first, last: value <= last,
    "≤": lambda value, first, last: value <= last,
    "=": lambda value, first, last: first <= value <= last,
}
"""What a sign says of a value and a stretch; a year typed as a bound is the stretch of all its days."""


def condition(column: Column, words: str, language: str) -> Condition | None:
    """What is typed as a filter: words to be contained, or bounds like >=8万, 2023 and 100..200.

    None where nothing is typed; Unreadable where a number or a date is asked for and none is there.
    """
    typed = folded(words).strip()
    if not typed:
        return None
    if column.field.form not in ("number", "date"):
        needles = typed.split()
        return lambda row: contains(folded(column.text(row, language)), needles)
    return _bounded(column, typed)


def _bounded(column: Column, typed: str) -> Condition:
    if both := _RANGE.fullmatch(typed):
        sign, low, high = "=", both[1], both[2]
    else:
        bound = _BOUND.fullmatch(typed)
        sign, low = (bound[1] or "=", bound[2]) if bound else ("=", typed)
        high = low
    first, last = _edge(column.field, "from", low), _edge(column.field, "to", high)
    compare, value_of = COMPARISONS[sign], column.value

    def stays(row: Any) -> bool:
        value = value_of(row)
        return value is not None and compare(value, first, last)

    return stays


def _edge(field: Field, side: str, words: str) -> Any:
    """The first or last value the words may stand for: of 2023 its first or its last day."""
    return read(Field(f"edge_{side}", field.form, "", ""), words)


def contains(text: str, needles: Iterable[str]) -> bool:
    return all(needle in text for needle in needles)


def among(column: Column, values: Collection[Any]) -> Condition:
    """Rows that have one of the values; None stands for empty."""
    wanted = frozenset(values)
    return lambda row: not wanted.isdisjoint(column.parts(row))
