"""What a project holds beyond its ledgers, for the forms that hand on whole documents."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

from db import documents, labels, passages
from db.documents import PROPERTIES
from db.store import Store
from exporters.report import Report, ReportBlock, ReportLabel, ReportSource


def complete(store: Store, report: Report, originals: bool = False) -> Report:
    """The report with the whole texts of its documents, the tree of labels and when each passage was made.

    With `originals` also the files that the documents were read from.
    """
    with store.read() as session:
        created = passages.created(session, [passage.id for passage in report.passages])
        return replace(
            report,
            sources=tuple(source(session, document.id, originals) for document in report.documents),
            tree=tuple(_tree(session, frozenset(created))),
            passages=tuple(replace(p, created=local(created[p.id])) for p in report.passages),
        )


def source(session: Any, document_id: int, with_original: bool = False) -> ReportSource:
    """A document with its text, blocks and properties, and with its original file if that is asked for."""
    document = documents.read(session, document_id)
    names = [field.name for field in fields(ReportBlock)]
    return ReportSource(
        document_id,
        document.text,
        tuple(ReportBlock(**{name: getattr(block, name) for name in names}) for block in document.blocks),
        document.media_type,
        documents.original(session, document_id) if with_original else b"",
        sha256=document.sha256,
        properties={name: getattr(document, name) for name in PROPERTIES},
    )


def local(moment: datetime) -> datetime:
    """The store counts in UTC; a report tells the time of those who read it."""
    return moment.replace(tzinfo=UTC).astimezone().replace(tzinfo=None, microsecond=0)


def _tree(session: Any, reported: frozenset[int]) -> Iterator[ReportLabel]:
    """The labels, each after the one it is under, with those of the passages that are reported."""
    borne = labels.borne(session)
    under: dict[int | None, list[Any]] = {}
    for label in labels.tree(session):
        under.setdefault(label.parent_id, []).append(label)

    waiting = under.get(None, [])[::-1]
    while waiting:
        label = waiting.pop()
        bearing = reported & borne.get(label.id, frozenset())
        yield ReportLabel(label.id, label.name, label.colour, label.parent_id, bearing)
        waiting += reversed(under.get(label.id, []))
