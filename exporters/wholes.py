"""What the forms that hand on whole documents say of a passage beyond its row in the ledger."""

from db.kinds import KINDS
from exporters.report import Report, ReportLabel, ReportPassage

CONTEXT = 32
"""Characters before and after a quote, as many as the project keeps (db.models.CONTEXT)."""


def label_paths(report: Report) -> dict[int, list[tuple[ReportLabel, ...]]]:
    """By passage, its labels in the order of the tree, each as the path that leads to it."""
    paths: dict[int | None, tuple[ReportLabel, ...]] = {None: ()}
    borne: dict[int, list[tuple[ReportLabel, ...]]] = {}
    for label in report.tree:
        paths[label.id] = (*paths[label.parent_id], label)
        for passage_id in label.passage_ids:
            borne.setdefault(passage_id, []).append(paths[label.id])
    return borne


def by_document(report: Report) -> dict[int, list[ReportPassage]]:
    """The passages of each document in the order of their starts, the longer first."""
    standing: dict[int, list[ReportPassage]] = {document.id: [] for document in report.documents}
    for passage in (passage for kind in report.kinds for passage in report.of_kind(kind)):
        standing[passage.document_id].append(passage)
    for passages in standing.values():
        passages.sort(key=lambda passage: (passage.start, -passage.end, passage.id))
    return standing


def context(text: str, passage: ReportPassage) -> tuple[str, str]:
    """What stands before and after a passage in the text of its document."""
    return text[max(passage.start - CONTEXT, 0) : passage.start], text[passage.end : passage.end + CONTEXT]


def said(passage: ReportPassage, language: str) -> str:
    """The fields of a passage in words, a line each: 指标：工业增加值."""
    colon = "：" if language == "zh" else ": "
    return "\n".join(
        f"{field.heading(language)}{colon}{field.shown(passage.fields[field.name], language)}"
        for field in KINDS[passage.kind].fields
        if passage.fields.get(field.name) is not None
    )
