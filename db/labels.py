"""Labels: the tree of themes an analyst puts on passages."""

import re
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import history
from db.history import LABELLINGS, LABELS
from db.models import Document, Label, Labelling, Passage
from db.problems import Problem
from db.rows import parts

COLOUR = re.compile(r"#[0-9a-f]{6}")


class LabelUnnamed(Problem):
    sentence = "A label needs a name; nothing was changed. Enter one."


class LabelUnderItself(Problem):
    sentence = "“{name}” cannot go under itself or under a label below it; the tree stays as it was."


def tree(session: Session) -> list[Label]:
    """All labels; those under the same parent (none: the roots) stand in their order."""
    return list(session.scalars(select(Label).order_by(Label.position, Label.id)))


class Labelled(NamedTuple):
    """A label on a confirmed passage."""

    document_id: int
    passage_id: int
    start: int
    end: int
    kind: str
    label: str


def labelled(session: Session) -> list[Labelled]:
    """Every label on a confirmed passage of the library, in the order of the texts."""
    columns = (Passage.document_id, Passage.id, Passage.start, Passage.end, Passage.kind, Label.name)
    rows = (
        select(*columns)
        .join(Labelling, Labelling.passage_id == Passage.id)
        .join(Label, Label.id == Labelling.label_id)
        .join(Document, Document.id == Passage.document_id)
        .where(Passage.state == "confirmed", Document.trashed.is_(None))
        .order_by(Passage.document_id, Passage.start, Passage.id, Label.position, Label.id)
    )
    return [Labelled._make(row) for row in session.execute(rows)]


def add(session: Session, name: str, colour: str, parent_id: int | None = None) -> Label:
    """A new label, last under its parent. `colour` is #rrggbb."""
    place = _last(session, parent_id)
    label = Label(name=_name(name), colour=_colour(colour), parent_id=parent_id, position=place)
    session.add(label)
    session.flush()
    return label


def rename(session: Session, label_id: int, name: str) -> None:
    session.get_one(Label, label_id).name = _name(name)


def recolour(session: Session, label_id: int, colour: str) -> None:
    session.get_one(Label, label_id).colour = _colour(colour)


def move(session: Session, label_id: int, parent_id: int | None) -> None:
    """Puts a label, with all below it, last under another (None: at the root). Raises LabelUnderItself."""
    label = session.get_one(Label, label_id)
    above = parent_id
    while above is not None:
        if above == label_id:
            raise LabelUnderItself(name=label.name)
        above = session.get_one(Label, above).parent_id
    label.position = _last(session, parent_id)
    label.parent_id = parent_id


def remove(session: Session, label_id: int) -> None:
    """Removes a label and those below it, and takes them off their passages."""
    history.remove(session, LABELS, LABELS.c.id == label_id)


def put(session: Session, label_id: int, passage_ids: Collection[int]) -> None:
    """Puts a label on passages; those that have it already keep it."""
    having = session.scalars(select(Labelling.passage_id).where(Labelling.label_id == label_id))
    missing = sorted(set(passage_ids) - set(having))
    history.insert(session, LABELLINGS, [{"passage_id": id_, "label_id": label_id} for id_ in missing])


def take(session: Session, label_id: int, passage_ids: Collection[int]) -> None:
    """Takes a label off passages; those without it stay as they are."""
    for part in parts(list(passage_ids)):
        on_these = (LABELLINGS.c.label_id == label_id) & LABELLINGS.c.passage_id.in_(part)
        history.remove(session, LABELLINGS, on_these)


def borne(session: Session) -> dict[int, frozenset[int]]:
    """By label, the passages that bear it."""
    bearing: dict[int, set[int]] = defaultdict(set)
    for labelling in session.execute(select(Labelling.label_id, Labelling.passage_id)):
        bearing[labelling.label_id].add(labelling.passage_id)
    return {label_id: frozenset(ids) for label_id, ids in bearing.items()}


def _last(session: Session, parent_id: int | None) -> int:
    """The position after all labels under a parent."""
    last = select(func.max(Label.position)).where(Label.parent_id.is_not_distinct_from(parent_id))
    return (session.scalar(last) or 0) + 1


def _name(name: str) -> str:
    if not name.strip():
        raise LabelUnnamed()
    return name.strip()


def _colour(colour: str) -> str:
    if not COLOUR.fullmatch(colour.lower()):
        raise ValueError(f"{colour!r} is no colour in the form #rrggbb")
    return colour.lower()
