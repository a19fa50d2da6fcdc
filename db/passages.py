"""Passages: tagging and untagging, their kinds, ends and fields, and the spans that panes paint."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from math import inf
from typing import Any, NamedTuple

from sqlalchemy import Select, Table, bindparam, select
from sqlalchemy.orm import Session, joinedload, selectinload

from db import anchors, history
from db.history import PASSAGES
from db.kinds import KINDS, STATES, Detail, Field
from db.models import DETAIL_TABLES, Passage, now
from db.problems import Problem
from db.rows import parts

OWN = {
    "note": Field("note", "text", "备注", "Note"),
    "state": Field("state", "choice", "状态", "State", 7, STATES),
}
"""What a passage of any kind has besides the fields of its kind; never None."""
ALL = 2**31 - 1
"""A limit that is none."""
TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "departments": (str,),
    "choice": (str,),
    "number": (int, float),
    "date": (date,),
}


class UnfitValue(Problem):
    sentence = (
        "“{value}” does not fit the field “{field}”, which keeps what it had. "
        "Enter a number, a date or one of the choices, as the field asks for."
    )


class Span(NamedTuple):
    """What painting a passage needs."""

    id: int
    start: int
    end: int
    kind: str
    state: str


def tag(
    session: Session,
    document_id: int,
    start: int,
    end: int,
    kind: str,
    detail: Detail | None = None,
    **columns: Any,
) -> int:
    """Makes a passage of [start, end), with quote and context; its id. `columns` are others of the passage.

    Raises ValueError where the interval is empty or outside of the text.
    """
    place = {"document_id": document_id, "start": start, "end": end, "kind": kind, "detail": detail}
    (passage_id,) = tag_all(session, [place | columns])
    return passage_id


def tag_all(session: Session, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Makes many passages at once; each row has the arguments of `tag` by name. Their ids, in order."""
    defaults = _defaults(session)
    anchored = anchors.of(session, [(row["document_id"], row["start"], row["end"]) for row in rows])
    values = [{**defaults, **row, **anchor._asdict()} for row, anchor in zip(rows, anchored, strict=True)]
    details = [value.pop("detail", None) for value in values]
    images = history.insert(session, PASSAGES, values)
    _add_details(session, [(image, detail) for image, detail in zip(images, details, strict=True)])
    return [image["id"] for image in images]


def _defaults(session: Session) -> dict[str, Any]:
    at = now()
    return {
        "note": "",
        "state": "confirmed",
        "origin": "analyst",
        "reason": "",
        "sureness": None,
        "author": session.info.get("author", ""),
        "created": at,
        "changed": at,
    }


def _add_details(session: Session, details: Sequence[tuple[Mapping[str, Any], Detail | None]]) -> None:
    by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for passage, given in details:
        detail = given or KINDS[passage["kind"]].detail()
        values = {
            column.name: getattr(detail, column.name) for column in DETAIL_TABLES[passage["kind"]].columns
        }
        by_kind[passage["kind"]].append({**values, "passage_id": passage["id"]})
    for kind, rows in by_kind.items():
        history.insert(session, DETAIL_TABLES[kind], rows)


def untag(session: Session, ids: Collection[int]) -> None:
    """Removes passages with their details, labellings and links."""
    for part in parts(list(ids)):
        history.remove(session, PASSAGES, PASSAGES.c.id.in_(part))


def get(session: Session, passage_id: int) -> Passage:
    """A passage with its detail and labels, to be used after the session too. Raises NoResultFound."""
    fresh = _whole().where(Passage.id == passage_id).execution_options(populate_existing=True)
    return session.scalars(fresh).one()


def _whole() -> Select[Passage]:
    details = (joinedload(getattr(Passage, kind)) for kind in KINDS)
    return select(Passage).options(*details, selectinload(Passage.labels))


def note(session: Session, passage_id: int) -> str:
    """The note of a passage; an empty one where it is gone."""
    return session.scalar(select(Passage.note).where(Passage.id == passage_id)) or ""


def read(session: Session, ids: Collection[int]) -> list[Passage]:
    """Passages with their details and labels, in the order of `ids`; those that are gone are left out."""
    whole = _whole()
    found = {p.id: p for part in parts(list(ids)) for p in session.scalars(whole.where(Passage.id.in_(part)))}
    return [found[id_] for id_ in ids if id_ in found]


def created(session: Session, ids: Collection[int]) -> dict[int, datetime]:
    """By passage, when it was made, in UTC."""
    moments = select(Passage.id, Passage.created)
    rows = (row for part in parts(list(ids)) for row in session.execute(moments.where(Passage.id.in_(part))))
    return {row.id: row.created for row in rows}


def standing(session: Session, ids: Collection[int]) -> list[int]:
    """Those of the passages that are still there, in the order of `ids`."""
    execute = session.connection().execute
    there = {id_ for part in parts(list(ids)) for id_ in execute(_STANDING, {"ids": part}).scalars()}
    return [id_ for id_ in ids if id_ in there]


_STANDING = select(PASSAGES.c.id).where(PASSAGES.c.id.in_(bindparam("ids", expanding=True)))


def departments(session: Session, ids: Collection[int] | None = None) -> set[str]:
    """The names that stand in the departments fields of these passages, or of all."""
    return {
        name
        for kind in KINDS.values()
        for field in kind.fields
        if field.form == "departments"
        for some in (parts(list(ids)) if ids is not None else (None,))
        for value in session.scalars(_distinct(DETAIL_TABLES[kind.name].c, field.name, some))
        for name in value.split("、")
    }


def _distinct(columns: Any, name: str, ids: Sequence[int] | None) -> Select[Any]:
    there = select(columns[name]).where(columns[name].is_not(None)).distinct()
    return there if ids is None else there.where(columns.passage_id.in_(ids))


def move(session: Session, passage_id: int, start: int, end: int) -> bool:
    """Gives a passage other ends, and the quote and context that go with them; whether they are others."""
    document_id = session.scalars(select(Passage.document_id).where(Passage.id == passage_id)).one()
    (anchor,) = anchors.of(session, [(document_id, start, end)])
    ends = {"id": passage_id, "start": start, "end": end}
    return bool(history.change(session, PASSAGES, [{**ends, **anchor._asdict()}], _stamp()))


def _stamp() -> dict[str, Any]:
    """What a passage gets besides whenever it changes."""
    return {"changed": now()}


def change_kind(session: Session, ids: Collection[int], kind: str) -> None:
    """Makes passages of another kind; fields that both kinds have keep their values."""
    for old, passage_ids in _by_kind(session, ids).items():
        if old == kind:
            continue
        details = _taken_details(session, DETAIL_TABLES[old], passage_ids)
        history.change(session, PASSAGES, [{"id": id_, "kind": kind} for id_ in passage_ids], _stamp())
        kept = [({"id": id_, "kind": kind}, _converted(details[id_], old, kind)) for id_ in passage_ids]
        _add_details(session, kept)


def _taken_details(session: Session, table: Table, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """By passage its detail in a table, removed from there."""
    details: dict[int, dict[str, Any]] = {}
    for part in parts(ids):
        mine = table.c.passage_id.in_(part)
        rows = session.execute(select(table).where(mine)).mappings()
        details.update((row["passage_id"], dict(row)) for row in rows)
        history.remove(session, table, mine)
    return details


def _converted(detail: Mapping[str, Any], old: str, new: str) -> Detail:
    shared = {field.name for field in KINDS[old].fields} & {field.name for field in KINDS[new].fields}
    return KINDS[new].detail(
        **{name: detail[name] for name in shared},
        words={name: words for name, words in detail["words"].items() if name in shared},
        touched=[name for name in detail["touched"] if name in shared],
    )


def set_field(session: Session, ids: Collection[int], name: str, value: Any) -> None:
    """Sets a field of passages, all of a kind that has it, or their "note" or "state"; None empties it.

    A field of the kind is noted as touched, so that no later reading overwrites it. Raises UnfitValue
    where the value is not of the field's form, KeyError where a kind has no such field.
    """
    if name in OWN:
        stored = _fitting(OWN[name], "" if value is None else value)
        history.change(session, PASSAGES, [{"id": id_, name: stored} for id_ in ids], _stamp())
        return
    for kind, passage_ids in _by_kind(session, ids).items():
        field = KINDS[kind].field(name)
        stored = None if value is None or value == "" else _fitting(field, value)
        written = _set_detail(session, DETAIL_TABLES[kind], passage_ids, name, stored)
        history.change(session, PASSAGES, [{"id": id_, **_stamp()} for id_ in written])


def _set_detail(session: Session, table: Table, ids: Sequence[int], name: str, value: Any) -> list[int]:
    having = select(table.c.passage_id, table.c.touched)
    rows = [
        {"passage_id": id_, name: value, "touched": touched if name in touched else [*touched, name]}
        for part in parts(ids)
        for id_, touched in session.execute(having.where(table.c.passage_id.in_(part)))
    ]
    return history.change(session, table, rows)


def _fitting(field: Field, value: Any) -> Any:
    """The value, where it is one the field can hold."""
    known = not field.choices or value in {choice.value for choice in field.choices}
    if known and type(value) in TYPES[field.form] and value not in (inf, -inf) and value == value:
        return value
    raise UnfitValue(field=field, value=value)


def _by_kind(session: Session, ids: Collection[int]) -> dict[str, list[int]]:
    by_kind: dict[str, list[int]] = defaultdict(list)
    for part in parts(list(ids)):
        for id_, kind in session.execute(select(Passage.id, Passage.kind).where(Passage.id.in_(part))):
            by_kind[kind].append(id_)
    return by_kind


def spans(session: Session, document_id: int, most: int | None = None) -> list[Span]:
    """The passages of a document, or the first of them, in the order of their starts, the longer first.

    Opening a document waits for this: rows of plain numbers and words are taken as SQLite gives them.
    """
    values = {"document": document_id, "most": ALL if most is None else most}
    rows = session.connection().execute(_SPANS, values).cursor.fetchall()
    return list(map(Span._make, rows))


def spans_of(session: Session, document_id: int, ids: Collection[int]) -> list[Span]:
    """Those of the passages that stand in a document, in the same order."""
    execute = session.connection().execute
    asked = ({"document": document_id, "ids": part} for part in parts(list(ids)))
    found = [Span._make(row) for values in asked for row in execute(_SPANS_OF, values)]
    return sorted(found, key=lambda span: (span.start, -span.end))


_IN_ORDER = (
    select(*(PASSAGES.c[name] for name in Span._fields))
    .where(PASSAGES.c.document_id == bindparam("document"))
    .order_by(PASSAGES.c.start, PASSAGES.c.end.desc())
)
_SPANS = _IN_ORDER.limit(bindparam("most"))
_SPANS_OF = _IN_ORDER.where(PASSAGES.c.id.in_(bindparam("ids", expanding=True)))
