"""The filters of a search as an analyst reads and types them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from db.kinds import KINDS, STATES
from workbench import quantities

if TYPE_CHECKING:
    from db.search import Filters

SCALES = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))
BETWEEN_NAMES = "、"


def amount(value: float | None) -> str:
    """A plain number with its scale: 10,000,000 → 1000万."""
    if value is None:
        return ""
    scale, name = next(
        ((by, name) for by, name in SCALES if abs(value) >= by and value % (by / 100) == 0), (1, "")
    )
    return f"{value / scale:g}{name}"


def stretch(ends: tuple[Any, Any]) -> str:
    """From…to, as quantities.py reads it; nothing where both ends are open."""
    first, last = ("" if end is None else str(end) for end in ends)
    return first if first == last else f"{first}..{last}"


def written(filters: Filters) -> dict[str, str]:
    """The filters as they are typed, by name; those left open are empty."""
    least, most = (amount(value) for value in filters.values)
    with_unit = [f"{end}{filters.unit}" if end else "" for end in (least, most)]
    values = stretch((with_unit[0], with_unit[1])) if any(with_unit) else filters.unit and f"..{filters.unit}"
    return {
        "kinds": BETWEEN_NAMES.join(sorted(filters.kinds)),
        "states": BETWEEN_NAMES.join(sorted(filters.states)),
        "labels": BETWEEN_NAMES.join(sorted(filters.labels)),
        "issuer": filters.issuer,
        "years": stretch(filters.years),
        "department": filters.department,
        "values": values,
        "period": stretch(filters.period),
    }


def _names(typed: str) -> frozenset[str]:
    return frozenset(name.strip() for name in typed.replace("，", "、").split("、") if name.strip())


READERS: dict[str, Callable[[str], Any]] = {
    "kinds": _names,
    "states": _names,
    "labels": _names,
    "issuer": str.strip,
    "years": quantities.year_range,
    "department": str.strip,
    "period": quantities.day_range,
}


def read(filters: Filters, name: str, typed: str) -> Filters:
    """The filters with one of them as typed. Raises quantities.Unreadable."""
    if name == "values":
        least, most, unit = quantities.value_range(typed)
        return replace(filters, values=(least, most), unit=unit)
    return replace(filters, **{name: READERS[name](typed)})


def shown(filters: Filters, language: str) -> Iterable[tuple[str, str]]:
    """The filters that are set: their names, and what a chip says of them."""
    choices = {state.value: state.zh if language == "zh" else state.en for state in STATES}
    choices |= {kind.name: kind.heading(language) for kind in KINDS.values()}
    for name, typed in written(filters).items():
        if typed:
            yield name, BETWEEN_NAMES.join(choices.get(part, part) for part in typed.split(BETWEEN_NAMES))


def without(filters: Filters, name: str) -> Filters:
    """The filters without one of them."""
    return read(filters, name, "" if name != "values" else "..")
