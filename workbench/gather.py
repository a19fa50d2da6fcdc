"""Gather a report: everything an exporter needs, read from the store at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any

from db import ledgers, links, lists
from db.documents import Shelved, counts, shelf
from db.kinds import KINDS
from db.ledgers import Row
from db.store import Store
from exporters import EXPORTERS
from exporters.report import ORDER, Report, ReportDocument, ReportPassage
from workbench.holdings import complete, local
from workbench.sources import pages, place, sentences

TITLES = {(form.name, language): form.heading(language) for form in EXPORTERS for language in ("zh", "en")}
"""What a report is called that nobody named, by its form and language."""

NAMED = 2
"""So many documents are named in the subtitle; others are counted."""


def gather(
    store: Store,
    document_ids: Collection[int] | None = None,
    kinds: Collection[str] | None = None,
    title: str | None = None,
    language: str = "zh",
    form: str = "briefing",
) -> Report:
    """A report of the confirmed passages of these kinds in these documents; None stands for all of them.

    Documents come in the order asked for, else in that of the library; those in the trash are left out. The
    report's author is the one the store is open for.
    """
    from workbench.report_traces import traces  # reads words: the window waits for this module

    wanted = tuple(kind for kind in ORDER if kinds is None or kind in kinds)
    with store.read() as session:
        shelved = _chosen(shelf(session, counted=counts(session, document_ids)), document_ids)
        documents = tuple(_document(one, place(session, one)) for one in shelved)
        passages = _passages(session, wanted, [one.id for one in shelved], form == "target_sheet")
        joined = links.traces(session)
        ceilings = [term.word for term in lists.terms(session) if term.role == "ceiling"]
    report = Report(
        title=title or TITLES[form, language],
        subtitle=_scope(documents, language),
        author=store.author,
        made=date.today(),
        language=language,
        documents=documents,
        passages=passages,
        kinds=wanted,
        traces=traces(documents, passages, joined, ceilings),
        project=store.uid(),
    )
    exporter = next(exporter for exporter in EXPORTERS if exporter.name == form)
    return complete(store, report, exporter.original) if exporter.whole else report


def _chosen(shelved: list[Shelved], document_ids: Collection[int] | None) -> list[Shelved]:
    if document_ids is None:
        return shelved
    by_id = {document.id: document for document in shelved}
    return [by_id[document_id] for document_id in dict.fromkeys(document_ids) if document_id in by_id]


def _document(shelved: Shelved, place: str) -> ReportDocument:
    told = shelved._asdict() | {"place": place}
    return ReportDocument(**{field.name: told[field.name] for field in fields(ReportDocument)})


def _passages(
    session: Any, kinds: Sequence[str], document_ids: Sequence[int], with_sentences: bool
) -> tuple[ReportPassage, ...]:
    """The confirmed passages, kind by kind, with the pages and, if asked for, the sentences they stand in."""
    listed = [(kind, row) for kind in kinds for row in ledgers.rows(session, kind, document_ids)]
    confirmed = [(kind, row) for kind, row in listed if row.state == "confirmed"]
    rows = sorted((row for _, row in confirmed), key=attrgetter("document_id"))
    told = sentences(session, rows) if with_sentences else {}
    paged = pages(session, rows)
    return tuple(_passage(kind, row, told, paged) for kind, row in confirmed)


def _passage(kind: str, row: Row, sentences: Mapping[int, str], paged: Mapping[int, int]) -> ReportPassage:
    values = {field.name: value for field, value in zip(KINDS[kind].fields, row.fields, strict=True)}
    shared = row._asdict() | {"kind": kind, "changed": local(row.changed), "fields": values}
    shared |= {"sentence": sentences.get(row.id, row.quote), "page": paged.get(row.id)}
    del shared["document"]
    return ReportPassage(**shared)


def _scope(documents: Sequence[ReportDocument], language: str) -> str:
    """Which documents the report rests on, for its subtitle."""
    named = [document.named for document in documents[:NAMED]]
    more = len(documents) - len(named)
    if not named:
        return ""
    if language == "zh":
        return f"依据{''.join(named)}{f'等{len(documents)}件文档' if more else ''}整理"
    return f"Drawn from {' and '.join(named)}{f' and {more} more' if more else ''}"
