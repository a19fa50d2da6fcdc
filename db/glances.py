"""Many passages at once, as columns: what is told of them together."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from types import SimpleNamespace
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.history import PASSAGES
from db.kinds import KINDS
from db.models import DETAIL_TABLES, Label, Labelling
from db.rows import parts


class Glance(NamedTuple):
    """A passage among many; its `detail` has the fields of its kind and what of them was touched."""

    id: int
    document_id: int
    kind: str
    quote: str
    note: str
    state: str
    reason: str
    sureness: float | None
    labels: Sequence[Label]
    detail: Any


_OWN = [PASSAGES.c[name] for name in Glance._fields[:-2]]


def glances(session: Session, ids: Collection[int]) -> list[Glance]:
    """These passages, in the order of `ids`; those that are gone are left out."""
    labels = _labels(session, ids)
    found: dict[int, Glance] = {}
    for kind, detail in DETAIL_TABLES.items():
        names = [*(field.name for field in KINDS[kind].fields), "touched"]
        columns = select(*_OWN, *(detail.c[name] for name in names)).join(detail)
        for row in (row for part in parts(list(ids)) for row in session.execute(columns.where(_among(part)))):
            fields = SimpleNamespace(**dict(zip(names, row[len(_OWN) :], strict=True)))
            found[row[0]] = Glance._make((*row[: len(_OWN)], labels.get(row[0], ()), fields))
    return [found[id_] for id_ in ids if id_ in found]


def _among(ids: Sequence[int]) -> Any:
    return PASSAGES.c.id.in_(ids)


def _labels(session: Session, ids: Collection[int]) -> dict[int, list[Label]]:
    """By passage, the labels it bears."""
    known = {label.id: label for label in session.scalars(select(Label))}
    bearing: dict[int, list[Label]] = defaultdict(list)
    for part in parts(list(ids) if known else []):
        borne = select(Labelling.passage_id, Labelling.label_id).where(Labelling.passage_id.in_(part))
        for passage_id, label_id in session.execute(borne):
            bearing[passage_id].append(known[label_id])
    return bearing
