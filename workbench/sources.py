"""Where passages come from: the sentences around them, their pages, whom their documents speak for."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from analysis.places import place_of
from analysis.sentences import sentence_at
from db import documents, table_heads
from db.documents import Shelved
from db.ledgers import Row
from db.table_heads import Tables


def sentences(session: Any, rows: Iterable[Row]) -> dict[int, str]:
    """By passage, the whole sentences it stands in, from the one it begins in to the one it ends in.

    A figure in a table is no sentence: what its cell stands beside and under goes before it. Passages of a
    document stand together, so that its text is read once.
    """
    told: dict[int, str] = {}
    for document_id, standing in groupby(rows, attrgetter("document_id")):
        text, _ = documents.text(session, document_id)
        tables = table_heads.of(session, document_id, text)
        told.update((row.id, _said(text, tables, row.start, row.end)) for row in standing)
    return told


def pages(session: Any, rows: Iterable[Row]) -> dict[int, int]:
    """By passage, the page it begins on; passages of documents without pages are left out."""
    found: dict[int, int] = {}
    for document_id, standing in groupby(rows, attrgetter("document_id")):
        starts = documents.pages(session, document_id)
        for row in standing if starts else ():
            found[row.id] = starts[max(0, bisect_right(starts, row.start, key=itemgetter(0)) - 1)][1]
    return found


def place(session: Any, shelved: Shelved) -> str:
    """Whom a document speaks for; its text is asked only where its properties do not tell."""
    told = place_of(shelved.title, shelved.issuer, shelved.source_name, "")
    return told or place_of("", None, "", documents.text(session, shelved.id)[0])


def _said(text: str, tables: Tables, start: int, end: int) -> str:
    heads = tables.heads(start, end)
    named = " · ".join(head for head in (*heads.rows, *heads.columns) if not head.isdigit())
    return f"{named}：{_sentences(text, start, end)}" if named else _sentences(text, start, end)


def _sentences(text: str, start: int, end: int) -> str:
    first, _ = sentence_at(text, start)
    _, last = sentence_at(text, end - 1)
    return text[min(first, start) : max(last, end)]
