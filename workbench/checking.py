"""The check before a report goes out: what an editor would ask of the project."""

from collections.abc import Collection

from db import suggestions
from db.store import Store
from db.suggestions import Suggested
from exporters.questions import Question, questions
from exporters.report import Report, ReportPassage
from workbench.gather import gather


def ask(
    store: Store,
    document_ids: Collection[int] | None = None,
    kinds: Collection[str] | None = None,
    language: str = "zh",
) -> list[Question]:
    """The questions about a report of these documents and kinds, or all; suggestions come last."""
    return about(store, gather(store, document_ids, kinds, language=language))


def about(store: Store, report: Report) -> list[Question]:
    """The questions about a report just gathered from the store."""
    ids = [document.id for document in report.documents]
    with store.read() as session:
        many = suggestions.count(session, ids, report.kinds)
        first = [suggestions.waiting(session, [id_], 1, report.kinds)[0].id for id_ in ids if many.get(id_)]
        rows = suggestions.rows(session, first)
    return questions(report, [(_waiting(rows[id_]), many[rows[id_].document_id]) for id_ in first])


def _waiting(row: Suggested) -> ReportPassage:
    return ReportPassage(row.id, row.document_id, row.kind, row.quote, row.paragraph, row.start, row.end)
