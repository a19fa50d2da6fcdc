"""The values of variables in a REFI-QDA file as fields of passages and properties of documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from db import documents
from db.kinds import KINDS, Field
from exporters.identity import guid
from exporters.refi_qda import PROPERTIES

if TYPE_CHECKING:
    from importers.refi_qda import Exchange, Source

FIELDS = {
    kind.name: {str(guid("field", kind.name, field.name)): field for field in kind.fields}
    for kind in KINDS.values()
}
"""By kind and GUID of the variable."""

OF_DOCUMENTS = {str(guid("property", field.name)): field for field in PROPERTIES}
OURS = {*OF_DOCUMENTS, *(variable for fields in FIELDS.values() for variable in fields)}


def field_values(values: Mapping[str, str], kind: str) -> dict[str, Any]:
    """The fields of a kind among the values of a case, as the project holds them."""
    return _read(values, FIELDS[kind])


def property_values(source: Source, is_own: bool) -> dict[str, Any]:
    """The properties of a document: its title, and those the file gives; our own gives all there are."""
    missing = dict.fromkeys(field.name for field in PROPERTIES if field.name in documents.PROPERTIES)
    title = {"title": source.name} if source.name.strip() else {}
    return {**(missing if is_own else {}), **title, **_read(source.values, OF_DOCUMENTS)}


def strangers(exchange: Exchange) -> int:
    """How many variables have values that no field here is for."""
    holders = [source.values for source in exchange.sources]
    holders += [selection.values for source in exchange.sources for selection in source.selections]
    return len({variable for values in holders for variable in values} - OURS)


def _read(values: Mapping[str, str], fields: Mapping[str, Field]) -> dict[str, Any]:
    found = {
        field.name: _value(field, values[variable])
        for variable, field in fields.items()
        if variable in values
    }
    return {name: value for name, value in found.items() if value is not None}


def _value(field: Field, text: str) -> Any:
    """The value that a text stands for; None where it stands for none."""
    try:
        return READERS.get(field.form, str)(text) if not field.choices else _choice(field, text)
    except ValueError:
        return None


def _choice(field: Field, text: str) -> str | None:
    """The choice of that name in either language."""
    return next((c.value for c in field.choices if text.strip() in (c.value, c.zh, c.en)), None)


def _number(text: str) -> float | None:
    value = float(text)
    return value if isfinite(value) else None


READERS: dict[str, Callable[[str], Any]] = {
    "number": _number,
    "whole": int,
    "date": lambda text: date.fromisoformat(text.strip()[:10]),
}
