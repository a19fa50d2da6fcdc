"""What a search is narrowed to: documents by their properties, passages by what they are and say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from db.kinds import KINDS
from db.models import DETAIL_TABLES, Document, Label, Labelling, Passage

PERIODS = {"task": ("due_from", "due_to"), "target": ("period_from", "period_to")}
"""The fields that tell of what time a passage of a kind speaks."""


@dataclass(frozen=True)
class Filters:
    """Conditions that all have to hold; an empty one does.

    `issuer` and `department` are parts of names. `years` are reference years, `period` days, `values` plain
    numbers (10,000,000 for 1,000 万), each from … to with both ends; None is open. `unit` is that of the
    values, `labels` are names of which a passage needs one.
    """

    documents: frozenset[int] = frozenset()
    issuer: str = ""
    years: tuple[int | None, int | None] = (None, None)
    kinds: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    department: str = ""
    values: tuple[float | None, float | None] = (None, None)
    unit: str = ""
    period: tuple[date | None, date | None] = (None, None)

    @property
    def on_documents(self) -> bool:
        """Whether they leave documents out."""
        return bool(self.documents or self.issuer or self.years != (None, None))

    @property
    def on_passages(self) -> bool:
        """Whether they speak of passages."""
        own = replace(self, documents=frozenset(), issuer="", years=(None, None))
        return own != Filters()


def documents(session: Session, filters: Filters) -> list[int]:
    """The documents of the library that meet the filters, in their order."""
    rows = select(Document.id).where(Document.trashed.is_(None), *_of_documents(filters))
    return list(session.scalars(rows.order_by(Document.id)))


def passages(filters: Filters) -> Select[Any]:
    """What selects the ids of the passages that meet the filters, in documents of the library."""
    where = [Document.trashed.is_(None), *_of_documents(filters), *_of_passages(filters)]
    return select(Passage.id).join(Document, Document.id == Passage.document_id).where(*where)


def _of_documents(filters: Filters) -> Iterator[ColumnElement[bool]]:
    first, last = filters.years
    if filters.documents:
        yield Document.id.in_(filters.documents)
    if filters.issuer:
        yield Document.issuer.contains(filters.issuer, autoescape=True)
    if first is not None:
        yield Document.reference_year >= first
    if last is not None:
        yield Document.reference_year <= last


def _of_passages(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.kinds:
        yield Passage.kind.in_(filters.kinds)
    if filters.states:
        yield Passage.state.in_(filters.states)
    if filters.labels:
        named = select(Labelling.passage_id).join(Label).where(Label.name.in_(filters.labels))
        yield Passage.id.in_(named)
    if filters.department:
        yield _names_department(filters.department)
    if filters.values != (None, None) or filters.unit:
        yield _has_value(filters)
    if filters.period != (None, None):
        yield or_(*(_speaks_of(kind, *filters.period) for kind in PERIODS))


def _names_department(name: str) -> ColumnElement[bool]:
    named = [
        Passage.id.in_(select(table.c.passage_id).where(table.c[field.name].contains(name, autoescape=True)))
        for kind, table in DETAIL_TABLES.items()
        for field in KINDS[kind].fields
        if field.form == "departments"
    ]
    return or_(*named)


def _has_value(filters: Filters) -> ColumnElement[bool]:
    """A range counts where it and the range asked for share a value."""
    columns, (least, most) = DETAIL_TABLES["target"].c, filters.values
    where: list[ColumnElement[bool]] = [columns.value.is_not(None)]
    if least is not None:
        where.append(func.coalesce(columns.upper, columns.value) >= least)
    if most is not None:
        where.append(columns.value <= most)
    if filters.unit:
        where.append(columns.unit == filters.unit)
    return Passage.id.in_(select(columns.passage_id).where(*where))


def _speaks_of(kind: str, first: date | None, last: date | None) -> ColumnElement[bool]:
    columns = DETAIL_TABLES[kind].c
    begins, ends = (columns[name] for name in PERIODS[kind])
    within: list[ColumnElement[bool]] = [func.coalesce(begins, ends).is_not(None)]
    if first is not None:
        within.append(func.coalesce(ends, begins) >= first)
    if last is not None:
        within.append(func.coalesce(begins, ends) <= last)
    return Passage.id.in_(select(columns.passage_id).where(and_(*within)))
