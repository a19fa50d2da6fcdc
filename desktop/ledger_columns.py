"""The columns of the ledgers, as data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from db.kinds import KINDS, Field
from desktop.field_values import LABELS, NOTE, STATE, departments

QUOTE = Field("quote", "text", "原文", "Quote", 34)
DOCUMENT = Field("document", "text", "文档", "Document", 18)
PARAGRAPH = Field("paragraph", "number", "段", "Paragraph", 4)


@dataclass(frozen=True)
class Column:
    """One column: a field and where a row keeps its value.

    A `listed` column is filtered by ticking the values it holds, the others by words or bounds.
    """

    field: Field
    value: Callable[[Any], Any]
    editable: bool = False
    listed: bool = False
    hidden: bool = False

    def text(self, row: Any, language: str) -> str:
        """The value in one line, as a reader sees it."""
        return self.field.shown(self.value(row), language).replace("\n", " ")

    def texts(self, rows: Sequence[Any], language: str) -> list[str]:
        """The values of many rows as a reader sees them, each distinct value written once."""
        values = list(map(self.value, rows))
        written = {value: self.field.shown(value, language) for value in set(values)}
        return list(map(written.__getitem__, values))

    def copied(self, row: Any, language: str) -> str:
        """The value as a spreadsheet takes it: numbers without grouping, no tabs."""
        text = self.text(row, language).replace("\t", " ")
        return text.replace(",", "") if self.field.form == "number" else text

    def parts(self, row: Any) -> list[Any]:
        """The single values a row has here: each department or label by itself; None where it is empty."""
        value = self.value(row)
        if self.field.form == "departments" and value:
            return list(departments(value))
        return [value or None]

    def sort_key(self) -> Callable[[Any], Any]:
        """What values that are not empty are sorted by: choices in their order, all else as it compares."""
        if self.field.form != "choice":
            return str.casefold if self.field.form in ("text", "departments") else _itself
        return {choice.value: place for place, choice in enumerate(self.field.choices)}.__getitem__


def _itself(value: Any) -> Any:
    return value


def _labels(row: Any) -> str:
    return "、".join(row.labels)


def columns_of(kind: str) -> tuple[Column, ...]:
    """The columns of a kind's ledger: its fields, then what all passages have."""
    own = [
        Column(field, _field_value(place), editable=True, listed=field.form in ("choice", "departments"))
        for place, field in enumerate(KINDS[kind].fields)
    ]
    return (
        *own,
        Column(QUOTE, attrgetter("quote")),
        Column(DOCUMENT, attrgetter("document"), listed=True),
        Column(PARAGRAPH, attrgetter("paragraph")),
        Column(LABELS, _labels, listed=True),
        Column(NOTE, attrgetter("note"), editable=True),
        Column(STATE, attrgetter("state"), editable=True, listed=True),
    )


def _field_value(place: int) -> Callable[[Any], Any]:
    return lambda row: row.fields[place]
