"""Finds words in the texts of all documents: exact, from one character up, whatever their width and case.

The index is an FTS5 table over single characters: every line of a text is folded (compatibility forms, width,
case) and its characters are separated by spaces; a query is folded likewise and becomes a phrase. White space
and invisible characters count on neither side. The folded lines are kept beside the index, so that the exact
places of a phrase are found without loading a text. Only SQLite knows all this; nothing depends on its form.
"""

import json
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.models import Document

LINE_BITS = 32
"""A line goes by document id << 32 | offset at which it starts."""
FIND = text(
    "SELECT search_lines.id, folded, origins FROM search JOIN search_lines ON search_lines.id = search.rowid "
    "WHERE search MATCH :phrase ORDER BY search.rowid"
)
NOTHING = " "
"""What a character folds to that does not count."""
KEEP = text("INSERT INTO search_lines (id, folded, origins) VALUES (:line, :folded, :origins)")
KEPT = text("SELECT id, folded FROM search_lines WHERE id >= :first AND id < :after")
DROP = text("DELETE FROM search_lines WHERE id >= :first AND id < :after")
INDEX = text("INSERT INTO search (rowid, characters) VALUES (:line, :spaced)")
UNINDEX = text("INSERT INTO search (search, rowid, characters) VALUES ('delete', :line, :spaced)")


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
    trash = set(session.scalars(select(Document.id).where(Document.trashed.is_not(None))))
    phrase = '"' + " ".join(wanted).replace('"', '""') + '"'
    for line, folded, origins in session.execute(FIND, {"phrase": phrase}):
        document_id, start = line >> LINE_BITS, line & (1 << LINE_BITS) - 1
        if document_id not in trash and (document_ids is None or document_id in document_ids):
            for first, last in _places(folded, wanted, json.loads(origins) if origins else None):
                yield Hit(document_id, start + first, start + last + 1)


def _places(folded: str, wanted: str, origins: Sequence[int] | None) -> Iterator[tuple[int, int]]:
    """The first and last character of every place in a line; places do not overlap.

    `origins` says which character of the line every folded one comes from, where that is not its own place.
    """
    place = folded.find(wanted)
    while place >= 0:
        after = place + len(wanted)
        yield (origins[place], origins[after - 1]) if origins else (place, after - 1)
        place = folded.find(wanted, after)


def add(session: Session, document_id: int, whole: str) -> None:
    """Puts the text of a document into the index."""
    lines, start = [], 0
    for line in whole.split("\n"):
        folded, origins = _folded(line)
        if folded:
            lines.append({"line": document_id << LINE_BITS | start, "folded": folded, "origins": origins})
        start += len(line) + 1
    if lines:
        session.execute(KEEP, lines)
        session.execute(INDEX, _spaced(lines))


def _folded(line: str) -> tuple[str, str | None]:
    """A line as the index knows it; where its characters came from, in JSON, unless all kept their places."""
    folded = line.translate(FOLDING)
    if len(folded) == len(line) and NOTHING not in folded:
        return folded, None
    origins = [i for i, character in enumerate(line) for f in FOLDING[ord(character)] if f != NOTHING]
    return folded.replace(NOTHING, ""), json.dumps(origins)


def _spaced(lines: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{"line": line["line"], "spaced": " ".join(line["folded"])} for line in lines]


def forget(session: Session, document_ids: Collection[int]) -> None:
    """Takes documents out of the index."""
    for document_id in document_ids:
        mine = {"first": document_id << LINE_BITS, "after": document_id + 1 << LINE_BITS}
        lines = [{"line": line, "folded": folded} for line, folded in session.execute(KEPT, mine)]
        if lines:
            session.execute(UNINDEX, _spaced(lines))
            session.execute(DROP, mine)


def rebuild(session: Session) -> None:
    """Makes the whole index anew from the texts."""
    session.execute(text("INSERT INTO search (search) VALUES ('delete-all')"))
    session.execute(text("DELETE FROM search_lines"))
    for document_id in session.scalars(select(Document.id)).all():
        whole = session.scalars(select(Document.text).where(Document.id == document_id)).one()
        add(session, document_id, whole)
