"""The index of the texts: an FTS5 table over single characters, kept in step with the documents.

Every line of a text is folded, its traditional characters are simplified, and its characters are separated
by spaces; words become a phrase. So the index finds every line that may hold them, from one character up.
The folded lines are kept beside it as they stand, so that the exact places are found without loading a
text. Only SQLite knows all this; nothing depends on its form.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.models import Document
from db.search import written
from db.search.folding import folded_line, simplify

LINE_BITS = 32
"""A line goes by document id << 32 | offset at which it starts."""
KEEP = text("INSERT INTO search_lines (id, folded, shifts) VALUES (:line, :folded, :shifts)")
KEPT = text("SELECT id, folded, shifts FROM search_lines WHERE id >= :first AND id < :after ORDER BY id")
DROP = text("DELETE FROM search_lines WHERE id >= :first AND id < :after")
INDEX = text("INSERT INTO search (rowid, characters) VALUES (:line, :spaced)")
UNINDEX = text("INSERT INTO search (search, rowid, characters) VALUES ('delete', :line, :spaced)")
COUNT = text("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_counts USING fts5vocab(main, search, row)")
COUNTED = text("SELECT term, cnt FROM temp.search_counts")
STRAY = text("SELECT DISTINCT id >> 32 FROM search_lines WHERE id >> 32 NOT IN (SELECT id FROM documents)")


def line_id(document_id: int, start: int) -> int:
    return document_id << LINE_BITS | start


def place_of(line: int) -> tuple[int, int]:
    """The document of a line and the offset at which it starts."""
    return line >> LINE_BITS, line & (1 << LINE_BITS) - 1


def add(session: Session, document_id: int, whole: str) -> None:
    """Puts the text of a document into the index."""
    lines = list(_lines(document_id, whole))
    if lines:
        session.execute(KEEP, lines)
        session.execute(INDEX, _spaced(lines))


def _lines(document_id: int, whole: str) -> Iterator[dict[str, Any]]:
    start = 0
    for line in whole.split("\n"):
        folded, shifts = folded_line(line)
        if folded:
            yield {"line": line_id(document_id, start), "folded": folded, "shifts": shifts}
        start += len(line) + 1


def _spaced(lines: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{"line": line["line"], "spaced": " ".join(simplify(line["folded"]))} for line in lines]


def forget(session: Session, document_ids: Collection[int]) -> None:
    """Takes documents out of the index."""
    for document_id in document_ids:
        lines = [{"line": line, "folded": folded} for line, folded, _ in _kept(session, document_id)]
        if lines:
            session.execute(UNINDEX, _spaced(lines))
            session.execute(DROP, _range(document_id))


def _kept(session: Session, document_id: int) -> list[Any]:
    return list(session.execute(KEPT, _range(document_id)))


def _range(document_id: int) -> dict[str, int]:
    return {"first": line_id(document_id, 0), "after": line_id(document_id + 1, 0)}


def rebuild(session: Session) -> int:
    """Makes the whole index anew, of the texts and of what analysts wrote; how many documents it holds."""
    written.rebuild(session)
    session.execute(text("INSERT INTO search (search) VALUES ('delete-all')"))
    session.execute(text("DELETE FROM search_lines"))
    ids = session.scalars(select(Document.id)).all()
    for document_id in ids:
        add(session, document_id, _text(session, document_id))
    return len(ids)


def _text(session: Session, document_id: int) -> str:
    return session.scalars(select(Document.text).where(Document.id == document_id)).one()


def astray(session: Session) -> list[int]:
    """The documents whose lines in the index are not those of their text, and those it has not forgotten."""
    wrong = [
        document_id
        for document_id in session.scalars(select(Document.id).order_by(Document.id))
        if not _agrees(session, document_id)
    ]
    return wrong + list(session.scalars(STRAY))


def _agrees(session: Session, document_id: int) -> bool:
    kept = [tuple(row) for row in _kept(session, document_id)]
    return kept == [tuple(line.values()) for line in _lines(document_id, _text(session, document_id))]


def is_whole(session: Session) -> bool:
    """Whether the index counts every character as often as the lines kept beside it and what is written."""
    kept: Counter[str] = Counter()
    for folded in session.scalars(text("SELECT folded FROM search_lines")):
        kept.update(simplify(folded))
    session.execute(COUNT)
    counted = {row.term: row.cnt for row in session.execute(COUNTED)}
    return kept == counted and written.is_whole(session)
