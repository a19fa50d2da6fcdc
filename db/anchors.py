"""What holds a passage to its place: the quote and the 32 characters on either side of it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from db.history import DOCUMENTS
from db.models import CONTEXT, Document, Passage

Place: TypeAlias = tuple[int, int, int]
"""Document id, start, end."""
FEW = 4
"""Up to so many places of one document are cut out by the database; for more, its text is loaded once."""
CUT = select(func.substr(DOCUMENTS.c.text, bindparam("first"), bindparam("count")), DOCUMENTS.c.length).where(
    DOCUMENTS.c.id == bindparam("id")
)


class Anchor(NamedTuple):
    """The words of an interval and what stands before and after them."""

    quote: str
    prefix: str
    suffix: str


class Astray(NamedTuple):
    """A passage whose quote is not what its document has at its place."""

    passage_id: int
    document_id: int
    start: int
    end: int
    quote: str
    found: str


def of(session: Session, places: Sequence[Place]) -> list[Anchor]:
    """The anchors of intervals, in their order. ValueError where one is empty or outside of its text."""
    by_document: dict[int, list[int]] = defaultdict(list)
    for i, (document_id, _, _) in enumerate(places):
        by_document[document_id].append(i)
    anchors: dict[int, Anchor] = {}
    for document_id, indexes in by_document.items():
        cut = _cutter(session, document_id, len(indexes))
        anchors.update((i, _anchor(places[i], *cut(*_reach(places[i])))) for i in indexes)
    return [anchors[i] for i in range(len(places))]


def texts(session: Session) -> dict[int, str]:
    """The texts a session has read, by document; they never change."""
    known: dict[int, str] = session.info.setdefault("texts", {})
    return known


def _reach(place: Place) -> tuple[int, int]:
    return max(place[1] - CONTEXT, 0), place[2] + CONTEXT


def _anchor(place: Place, text: str, length: int) -> Anchor:
    """`text` reaches CONTEXT characters beyond the place, where a document of `length` has them."""
    _, start, end = place
    if not 0 <= start < end <= length:
        raise ValueError(f"no passage can be [{start}, {end}) in a text of {length} characters")
    left = min(start, CONTEXT)
    right = left + end - start
    return Anchor(text[left:right], text[:left], text[right:])


def _cutter(session: Session, document_id: int, places: int) -> Callable[[int, int], Sequence[Any]]:
    """A function from an interval to its text and the document's length."""
    text = texts(session).get(document_id)
    if text is None and places > FEW:
        text = session.scalars(select(Document.text).where(Document.id == document_id)).one()
    if text is not None:
        return lambda start, end: (text[start:end], len(text))

    return lambda start, end: session.execute(
        CUT, {"id": document_id, "first": start + 1, "count": end - start}
    ).one()


def check(session: Session) -> list[Astray]:
    """The passages, of all documents, whose quote is not text[start:end]."""
    astray: list[Astray] = []
    for document_id in session.scalars(select(Document.id).order_by(Document.id)):
        text = session.scalars(select(Document.text).where(Document.id == document_id)).one()
        columns = (Passage.id, Passage.document_id, Passage.start, Passage.end, Passage.quote)
        rows = session.execute(select(*columns).where(Passage.document_id == document_id)).all()
        found = ((row, text[row.start : row.end]) for row in rows)
        astray.extend(Astray(*row, found=words) for row, words in found if words != row.quote)
    return astray
