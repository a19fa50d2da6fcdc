"""Finds words in the texts of all documents: exact, from one character up, whatever their width and case.

The index is an FTS5 table over single characters: every line of a text is folded (compatibility forms, width,
case) and its characters are separated by spaces; a query is folded likewise and becomes a phrase. White space
and invisible characters count on neither side. Only SQLite knows this index; nothing depends on its form.
"""

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.models import Document

LINE_BITS = 32
"""A row of the index is a line: document id << 32 | offset at which the line starts."""
NOTHING = " "
"""What a character folds to that does not count."""


class Hit(NamedTuple):
    """Where the words of a query stand: text[start:end] of a document, in code points."""

    document_id: int
    start: int
    end: int


class _Folding(dict[int, str]):
    """Folds characters one by one, as str.translate asks for them, so that every offset stays known."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isspace() or unicodedata.category(character) == "Cf":
            folded = NOTHING
        else:
            folded = "".join(unicodedata.normalize("NFKD", character).casefold().split()) or NOTHING
        self[code] = folded
        return folded


FOLDING = _Folding()


def fold(words: str) -> str:
    """The words as the index knows them: １５％ and 15% are the same, Ａ and a, ㎡ and m2."""
    return words.translate(FOLDING).replace(NOTHING, "")


def find(
    session: Session, query: str, document_ids: Collection[int] | None = None, limit: int | None = None
) -> list[Hit]:
    """Every place where the query stands, in the order of documents and text; the trash is left out."""
    return list(islice(_hits(session, fold(query), document_ids), limit))


def _hits(session: Session, wanted: str, document_ids: Collection[int] | None) -> Iterator[Hit]:
    if not wanted:
        return
    starts = {
        document_id: [row & (1 << LINE_BITS) - 1 for row in rows]
        for document_id, rows in groupby(_lines_with(session, wanted), key=lambda row: row >> LINE_BITS)
        if document_ids is None or document_id in document_ids
    }
    shown = select(Document.id, Document.text).where(Document.trashed.is_(None), Document.id.in_(starts))
    for document_id, whole in session.execute(shown.order_by(Document.id)):
        for start in starts[document_id]:
            line = whole[start : _end_of_line(whole, start)]
            for first, last in _places(line, wanted):
                yield Hit(document_id, start + first, start + last + 1)


def _lines_with(session: Session, wanted: str) -> Sequence[int]:
    phrase = '"' + " ".join(wanted).replace('"', '""') + '"'
    rows = text("SELECT rowid FROM search WHERE search MATCH :phrase ORDER BY rowid")
    return session.scalars(rows, {"phrase": phrase}).all()


def _end_of_line(whole: str, start: int) -> int:
    end = whole.find("\n", start)
    return len(whole) if end < 0 else end


def _places(line: str, wanted: str) -> Iterator[tuple[int, int]]:
    """The first and last character of every place in a line; places do not overlap."""
    folded = line.translate(FOLDING)
    origins: Sequence[int] = range(len(line))
    if len(folded) != len(line) or NOTHING in folded:
        origins = [i for i, c in enumerate(line) for f in FOLDING[ord(c)] if f != NOTHING]
        folded = folded.replace(NOTHING, "")
    place = folded.find(wanted)
    while place >= 0:
        after = place + len(wanted)
        yield origins[place], origins[after - 1]
        place = folded.find(wanted, after)


def add(session: Session, document_id: int, whole: str) -> None:
    """Puts the text of a document into the index."""
    _write(session, "INSERT INTO search (rowid, characters) VALUES (:row, :characters)", document_id, whole)


def forget(session: Session, document_ids: Collection[int]) -> None:
    """Takes documents, which must still be there, out of the index."""
    remove = "INSERT INTO search (search, rowid, characters) VALUES ('delete', :row, :characters)"
    for document_id, whole in _texts(session, document_ids):
        _write(session, remove, document_id, whole)


def rebuild(session: Session) -> None:
    """Makes the whole index anew from the texts."""
    session.execute(text("INSERT INTO search (search) VALUES ('delete-all')"))
    for document_id, whole in _texts(session, session.scalars(select(Document.id)).all()):
        add(session, document_id, whole)


def _texts(session: Session, document_ids: Collection[int]) -> Iterator[tuple[int, str]]:
    for document_id in document_ids:
        yield document_id, session.scalars(select(Document.text).where(Document.id == document_id)).one()


def _write(session: Session, statement: str, document_id: int, whole: str) -> None:
    rows = [{"row": row, "characters": " ".join(folded)} for row, folded in _lines(document_id, whole)]
    if rows:
        session.execute(text(statement), rows)


def _lines(document_id: int, whole: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in whole.split("\n"):
        if folded := fold(line):
            yield document_id << LINE_BITS | start, folded
        start += len(line) + 1
