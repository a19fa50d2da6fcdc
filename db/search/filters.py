"""What a search is narrowed to: documents by their properties, passages by what they are and say.

What passages say is asked of each passage in turn (EXISTS), not gathered from all first: a search goes
through a few documents at a time, and must not pay for all of them each time.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, case, false, func, or_, select
from sqlalchemy.orm import Session

from db.kinds import KINDS, STATES
from db.models import DETAIL_TABLES, Document, Label, Labelling, Passage

ROUNDING = 1e-12
"""The part of a bound by which a value may miss it: 35 times 0.01 is a little more than 0.35."""
PERIODS = {"task": ("due_from", "due_to"), "target": ("period_from", "period_to")}
"""The fields that tell of what time a passage of a kind speaks."""


@dataclass(frozen=True)
class Filters:
    """Conditions that all have to hold; an empty one does.

    `issuer` and `department` are parts of names. `years` are reference years, `period` days, `values` plain
    numbers (10,000,000 for 1,000 万), each from … to with both ends; None is open. `unit` is that of the
    values, `labels` are names of which a passage needs one. `worths` are units that measure the same as
    `unit`, that one among them, each with what one of it is worth in it (1,000 for 千米 in 米).
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
    worths: tuple[tuple[str, float], ...] = ()
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


def documents(session: Session, filters: Filters, document_ids: Collection[int] | None = None) -> list[int]:
    """The documents of the library, or of some of it, that meet the filters, in their order."""
    rows = select(Document.id).where(Document.trashed.is_(None), *_of_documents(filters))
    met = session.scalars(rows.order_by(Document.id))
    if document_ids is None:
        return list(met)
    some = set(document_ids)
    return [id_ for id_ in met if id_ in some]


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


def of_passages(filters: Filters) -> Iterator[ColumnElement[bool]]:
    """The conditions on passages."""
    if filters.kinds:
        yield Passage.kind.in_(filters.kinds)
    if filters.states:
        # said by those that are left out, since SQLite would take the index of states for the others
        yield Passage.state.not_in({state.value for state in STATES} - filters.states)
    if filters.labels:
        named = select(Labelling.label_id).join(Label).where(Label.name.in_(filters.labels))
        yield named.where(Labelling.passage_id == Passage.id).correlate(Passage).exists()
    if filters.department:
        yield or_(*(_names_department(kind, filters.department) for kind in KINDS))
    if filters.values != (None, None) or filters.unit:
        yield _says("target", *_of_value(filters))
    if filters.period != (None, None):
        yield or_(*(_says(kind, *_of_period(kind, *filters.period)) for kind in PERIODS))


def _says(kind: str, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the fields of a passage, where it is of this kind, meet conditions."""
    key = DETAIL_TABLES[kind].c.passage_id
    return select(key).where(key == Passage.id, *conditions).correlate(Passage).exists()


def _names_department(kind: str, name: str) -> ColumnElement[bool]:
    fields = (field.name for field in KINDS[kind].fields if field.form == "departments")
    named = [DETAIL_TABLES[kind].c[field].contains(name, autoescape=True) for field in fields]
    return _says(kind, or_(*named)) if named else false()


def _of_value(filters: Filters) -> Iterator[ColumnElement[bool]]:
    """A range counts where it and the range asked for share a value."""
    columns, (least, most) = DETAIL_TABLES["target"].c, filters.values
    worth = case(dict(filters.worths or ((filters.unit, 1),)), value=columns.unit) if filters.unit else 1
    yield (columns.value * worth).is_not(None)
    if least is not None:
        yield func.coalesce(columns.upper, columns.value) * worth >= least - abs(least) * ROUNDING
    if most is not None:
        yield columns.value * worth <= most + abs(most) * ROUNDING


def _of_period(kind: str, first: date | None, last: date | None) -> Iterator[ColumnElement[bool]]:
    columns = DETAIL_TABLES[kind].c
    begins, ends = (columns[name] for name in PERIODS[kind])
    yield func.coalesce(begins, ends).is_not(None)
    if first is not None:
        yield func.coalesce(ends, begins) >= first
    if last is not None:
        yield func.coalesce(begins, ends) <= last
