"""The check before a report goes out: what an editor would ask of the project."""

from collections.abc import Collection

from db import ledgers
from db.store import Store
from exporters.questions import Question, questions
from exporters.report import ORDER, Report, ReportPassage
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
    """The questions about a report that was just gathered from the store."""
    ids = [document.id for document in report.documents]
    with store.read() as session:
        rows = [
            (kind, row) for kind in ORDER if kind in report.kinds for row in ledgers.rows(session, kind, ids)
        ]
    waiting = [
        ReportPassage(row.id, row.document_id, kind, row.quote, row.paragraph, row.start, row.end)
        for kind, row in rows
        if row.state == "suggested"
    ]
    return questions(report, waiting)
