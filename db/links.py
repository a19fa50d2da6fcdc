"""Links between passages, also of different documents: traces, continuations, implementations."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db import history
from db.history import LINKS
from db.models import Link
from db.rows import parts

KINDS = ("trace", "continues", "implements")


def join(session: Session, from_id: int, to_id: int, kind: str, note: str = "", **columns: Any) -> Link:
    """Links two passages; a link of that kind between them is returned as it is. ValueError for others.

    `columns` are others of a link: its state, origin, sureness.
    """
    if kind not in KINDS or from_id == to_id:
        raise ValueError(f"no link {kind!r} from passage {from_id} to {to_id}")
    same = select(Link).where(Link.from_id == from_id, Link.to_id == to_id, Link.kind == kind)
    if (known := session.scalars(same).first()) is not None:
        return known
    author = session.info.get("author", "")
    link = Link(from_id=from_id, to_id=to_id, kind=kind, note=note, author=author, **columns)
    session.add(link)
    session.flush()
    return link


def part(session: Session, ids: Collection[int]) -> None:
    """Removes links; their passages stay."""
    for some in parts(list(ids)):
        history.remove(session, LINKS, LINKS.c.id.in_(some))


def of(session: Session, passage_id: int) -> list[Link]:
    """The links from or to a passage, oldest first."""
    either = or_(Link.from_id == passage_id, Link.to_id == passage_id)
    return list(session.scalars(select(Link).where(either).order_by(Link.id)))


def traces(session: Session) -> list[Link]:
    """The confirmed links from promises to what was reported of them, oldest first."""
    confirmed = select(Link).where(Link.kind == "trace", Link.state == "confirmed")
    return list(session.scalars(confirmed.order_by(Link.id)))
