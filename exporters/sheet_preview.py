"""A sheet of the target sheet at a glance while its columns are chosen: its first rows as plain HTML."""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import islice
from typing import Any

from db.kinds import KINDS, Field
from exporters.report import ORDER, Report, columns
from exporters.sheet_book import SEE
from exporters.sheet_layout import PAGES, TRACKER_FIELDS, TargetSheet, head_colour
from exporters.sheet_tracker import Tracker
from exporters.sheet_writer import Formula

ROWS = 15
LONGEST = 24
"""Characters of a cell that are shown."""

Row = Mapping[str, Any]
"""The values of a row by the names of their columns."""


def html(report: Report, asked: TargetSheet, name: str) -> str:
    """The first rows of the sheet of that name in PAGES, in the columns asked for."""
    page, language = PAGES[name], report.language
    fields = asked.fields(page)
    head = "".join(_head(field, language) for field in fields)
    rows = (
        "".join(_cell(field, row.get(field.name), language) for field in fields)
        for row in islice(ROWS_OF.get(name, _ledger(name))(report), ROWS)
    )
    table = "".join(f"<tr>{row}</tr>" for row in (head, *rows))
    title = escape(page.title(language))
    return f'<h4>{title}</h4><table border="1" cellspacing="0" cellpadding="4">{table}</table>'


def _head(field: Field, language: str) -> str:
    heading = escape(field.heading(language))
    return f'<td bgcolor="#{head_colour(field)}"><font color="#ffffff"><b>{heading}</b></font></td>'


def _cell(field: Field, value: Any, language: str) -> str:
    text = _shown(field, value.gives if isinstance(value, Formula) else value, language)
    side = "right" if field.form in ("number", "percent") else "left"
    return f'<td align="{side}">{escape(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")}&nbsp;</td>'


def _shown(field: Field, value: Any, language: str) -> str:
    if value is None or value == "":
        return ""
    if field.form == "percent":
        return f"{value:.1%}"
    if field.form == "time":
        return f"{value:%Y-%m-%d %H:%M}"
    if field.form == "kind":
        return KINDS[value].heading(language)
    return field.shown(value, language)


def _ledger(kind: str) -> Callable[[Report], Iterator[Row]]:
    names = [field.name for field in columns(kind)] if kind in KINDS else []

    def rows(report: Report) -> Iterator[Row]:
        for passage in report.of_kind(kind):
            yield dict(zip(names, report.row(passage), strict=True)) | {"source": SEE[report.language]}

    return rows


def _documents(report: Report) -> Iterator[Row]:
    for document in report.documents:
        yield vars(document) | {kind: report.count(kind, document) for kind in ORDER}


def _tracked(report: Report) -> Iterator[Row]:
    see = Formula("", SEE[report.language])
    letters = {field.name: "A" for field in TRACKER_FIELDS}
    tracker = Tracker(report, letters, lambda _column: "A:A", lambda _passage_id: see)
    names = [field.name for field in TRACKER_FIELDS]
    return (dict(zip(names, tracker.row(trace), strict=True)) for trace in report.traces)


def _sources(report: Report) -> Iterator[Row]:
    for kind in report.kinds:
        for passage in report.of_kind(kind):
            told = {"document": report.document(passage).title, "back": SEE[report.language]}
            yield vars(passage) | told


ROWS_OF: dict[str, Callable[[Report], Iterator[Row]]] = {
    "document": _documents,
    "tracker": _tracked,
    "source": _sources,
}
"""What gives the rows of a sheet; others are ledgers."""
