"""Where passages come from: the sentences around them, their pages, whom their documents speak for."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any

from analysis.places import place_of
from analysis.sentences import sentence_at
from db import documents
from db.documents import Shelved
from db.ledgers import Row


def sentences(session: Any, rows: Iterable[Row]) -> dict[int, str]:
    """By passage, the whole sentences it stands in, from the one it begins in to the one it ends in."""
    told: dict[int, str] = {}
    for document_id, standing in groupby(rows, attrgetter("document_id")):
        text, _ = documents.text(session, document_id)
        told.update((row.id, _sentences(text, row.start, row.end)) for row in standing)
    return told


def pages(session: Any, rows: Iterable[Row]) -> dict[int, int]:
    """By passage, the page it begins on; passages of documents without pages are left out."""
    found: dict[int, int] = {}
    for document_id, standing in groupby(rows, attrgetter("document_id")):
        starts = documents.pages(session, document_id)
        for row in standing if starts else ():
            found[row.id] = starts[max(0, bisect_right(starts, (row.start, _ANY_PAGE)) - 1)][1]
    return found


def place(session: Any, shelved: Shelved) -> str:
    """Whom a document speaks for; its text is asked only where its properties do not tell."""
    told = place_of(shelved.title, shelved.issuer, shelved.source_name, "")
    return told or place_of("", None, "", documents.text(session, shelved.id)[0])


_ANY_PAGE = 10**9
"""Behind every page, so that a block that starts where a passage does is found."""


def _sentences(text: str, start: int, end: int) -> str:
    first, _ = sentence_at(text, start)
    _, last = sentence_at(text, end - 1)
    return text[min(first, start) : max(last, end)]
