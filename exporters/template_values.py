"""What a template may name: texts, lists of rows, and places for whole parts.

docs/templates.md is the page for those who write templates; a test compares the two.
"""

from collections.abc import Callable, Collection
from typing import Any

from markupsafe import Markup

from db.kinds import KINDS
from exporters.briefing import PARTS, Briefing
from exporters.briefing_words import WORDS
from exporters.figures import difference, figure
from exporters.periods import period
from exporters.report import CHANGES, DOCUMENT_FIELDS, TRACE_STATES, Report, ReportPassage, ReportTrace
from exporters.word_frame import mark

ALL = "parts"
"""The mark of all parts that have no mark of their own in the template."""

Row = dict[str, Any]

ENDS = {"target": ("period_from", "period_to"), "task": ("due_from", "due_to")}
"""The fields that say from when until when, by kind."""

OUTCOMES = {choice.value: choice for choice in TRACE_STATES}


def values(report: Report, asked: Briefing, names: Collection[str]) -> dict[str, Any]:
    """The values for these names; lists that nobody names are not worked out. They are in reading order."""
    return {
        name: make(report, asked) if name in names or name not in LISTS else ()
        for name, make in VALUES.items()
    }


def _text(name: str) -> Callable[[Report, Briefing], Any]:
    return lambda report, asked: getattr(report, name)


def _rows(kind: str) -> Callable[[Report, Briefing], Any]:
    return lambda report, asked: [_row(report, passage) for passage in report.of_kind(kind)]


def _row(report: Report, passage: ReportPassage) -> Row:
    """A passage by the names of its kind's fields, as its reader sees them, and what all passages have."""
    fields, language = passage.fields, report.language
    told = {field.name: field.shown(fields.get(field.name), language) for field in KINDS[passage.kind].fields}
    first, last = ENDS.get(passage.kind, ("", ""))
    return told | {
        "figure": figure(fields, language),
        "period": period(fields.get(first), fields.get(last), language),
        "quote": passage.quote,
        "source": report.source(passage),
        "document": report.document(passage).title,
        "paragraph": passage.paragraph,
        "page": passage.page,
        "note": passage.note,
        "labels": WORDS[language].comma.join(passage.labels),
    }


def _traces(report: Report, asked: Briefing) -> list[Row]:
    return [_trace(report, trace) for trace in report.traces]


def _trace(report: Report, trace: ReportTrace) -> Row:
    promise = report.passage(trace.promise)
    reported = {} if trace.report is None else _row(report, report.passage(trace.report))
    outcome = OUTCOMES[trace.state]
    return {
        "promised": _row(report, promise),
        "reported": reported or dict.fromkeys(_row(report, promise), ""),
        "gap": difference(trace.gap, promise.fields, report.language),
        "outcome": outcome.zh if report.language == "zh" else outcome.en,
    }


def _changes(report: Report, asked: Briefing) -> list[Row]:
    named = {document.id: document.title for document in report.documents}
    states = {choice.value: choice.zh if report.language == "zh" else choice.en for choice in CHANGES}
    return [
        {
            "state": states[change.state],
            "earlier": change.earlier,
            "later": change.later,
            "earlier_document": named[change.earlier_id],
            "later_document": named[change.later_id],
            "earlier_paragraph": change.earlier_paragraph,
            "later_paragraph": change.later_paragraph,
        }
        for change in report.changes
    ]


def _documents(report: Report, asked: Briefing) -> list[Row]:
    return [
        {field.name: field.shown(getattr(one, field.name), report.language) for field in DOCUMENT_FIELDS}
        | {kind: report.count(kind, one) for kind in report.kinds}
        for one in report.documents
    ]


def _count(report: Report, asked: Briefing) -> Row:
    outcomes = {choice.value: sum(t.state == choice.value for t in report.traces) for choice in TRACE_STATES}
    counts = {"documents": len(report.documents), "passages": len(report.passages), **outcomes}
    return counts | {KINDS[kind].plural.lower(): report.count(kind) for kind in KINDS}


VALUES: dict[str, Callable[[Report, Briefing], Any]] = {
    "title": _text("title"),
    "subtitle": _text("subtitle"),
    "author": _text("author"),
    "language": _text("language"),
    "date": lambda report, asked: WORDS[report.language].day(report.made),
    "year": lambda report, asked: report.made.year,
    "name": lambda report, asked: asked.name,
    "issue": lambda report, asked: asked.issue,
    "office": lambda report, asked: asked.office or report.author,
    "count": _count,
    "documents": _documents,
    "targets": _rows("target"),
    "tasks": _rows("task"),
    "policies": _rows("policy"),
    "traces": _traces,
    "changes": _changes,
    "part": lambda report, asked: {part.name: Markup(mark(part.name)) for part in PARTS},
    ALL: lambda report, asked: Markup(mark(ALL)),
}
"""Every name a template may use."""

LISTS = ("documents", "targets", "tasks", "policies", "traces", "changes")
