"""The check before a report goes out: what an editor would ask of the project."""

from collections.abc import Collection

from db import suggestions
from db.passages import ALL
from db.store import Store
from db.suggestions import Suggested
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


def about(store: Store, report: Report, most: int = ALL) -> list[Question]:
    """The questions about a report just gathered from the store; of suggestions, the first `most`."""
    ids = [document.id for document in report.documents]
    with store.read() as session:
        open_ones = suggestions.waiting(session, ids, most, report.kinds)
        rows = suggestions.rows(session, [glimpse.id for glimpse in open_ones])
    in_order = sorted(open_ones, key=lambda glimpse: ORDER.index(glimpse.kind))
    waiting = [_waiting(rows[glimpse.id]) for glimpse in in_order]
    return questions(report, waiting)


def _waiting(row: Suggested) -> ReportPassage:
    return ReportPassage(row.id, row.document_id, row.kind, row.quote, row.paragraph, row.start, row.end)


def count_waiting(store: Store, report: Report) -> int:
    """How many suggestions are open in the documents of a report, of its kinds."""
    with store.read() as session:
        ids = [document.id for document in report.documents]
        return sum(suggestions.count(session, ids, report.kinds).values())
