"""Links between passages, also of different documents: traces, continuations, implementations."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from db import history
from db.history import LINKS
from db.models import Document, Link, Passage, now
from db.rows import parts

KINDS = ("trace", "continues", "implements")


class Joined(NamedTuple):
    """A link as a list of them needs it."""

    id: int
    from_id: int
    to_id: int
    kind: str
    state: str
    origin: str
    sureness: float | None
    verdict: str | None
    note: str


class Proposed(NamedTuple):
    """A link the program proposes."""

    from_id: int
    to_id: int
    kind: str
    sureness: float


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


def every(session: Session, kinds: Collection[str] = KINDS) -> list[Joined]:
    """The links of these kinds between passages of documents that are not in the trash, oldest first."""
    one, other = aliased(Passage), aliased(Passage)
    here, there = aliased(Document), aliased(Document)
    columns = [getattr(Link, name) for name in Joined._fields]
    rows = (
        select(*columns)
        .join(one, one.id == Link.from_id)
        .join(other, other.id == Link.to_id)
        .join(here, here.id == one.document_id)
        .join(there, there.id == other.document_id)
        .where(Link.kind.in_(kinds), here.trashed.is_(None), there.trashed.is_(None))
        .order_by(Link.id)
    )
    return [Joined._make(row) for row in session.execute(rows)]


def propose(session: Session, proposed: Sequence[Proposed], origin: str) -> list[int]:
    """Keeps these links as the suggestions of `origin`, in place of those it made before; their ids.

    A link of that kind between two passages that is there already, confirmed or refused, stays as it is.
    """
    wanted = {(one.from_id, one.to_id, one.kind): one for one in proposed}
    known = {(link.from_id, link.to_id, link.kind): link for link in every(session)}
    stale = [
        link.id
        for ends, link in known.items()
        if link.state == "suggested" and link.origin == origin and ends not in wanted
    ]
    part(session, stale)
    author, at = session.info.get("author", ""), now()
    shared = {"state": "suggested", "origin": origin, "verdict": None, "note": "", "author": author}
    rows = [{**one._asdict(), **shared, "created": at} for ends, one in wanted.items() if ends not in known]
    return [image["id"] for image in history.insert(session, LINKS, rows)]


def set_state(session: Session, ids: Collection[int], state: str) -> None:
    """Confirms ("confirmed") or refuses ("rejected") links."""
    history.change(session, LINKS, [{"id": id_, "state": state} for id_ in ids])


def set_verdict(session: Session, ids: Collection[int], verdict: str | None, note: str | None = None) -> None:
    """Keeps an analyst's own word on what became of a promise; None goes back to what the numbers say.

    A `note` says why; None leaves the one that is there.
    """
    said = {"verdict": verdict} | ({"note": note} if note is not None else {})
    history.change(session, LINKS, [{"id": id_, **said} for id_ in ids])
