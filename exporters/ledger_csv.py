"""The ledgers as CSV (RFC 4180), in UTF-8 with a byte order mark, without which Excel takes Chinese for GBK.

One kind is written with the columns of its ledger; several kinds in one table, each with columns of its own.

A spreadsheet takes text that begins with = + - @ for a formula, in quotes or not, so that a document could
have an analyst's computer run what it likes. Such text gets an apostrophe before it, the mark by which
spreadsheets themselves hold text to be text (the target sheet sets the same mark as a style). So does text
that begins with an apostrophe: whoever takes one off before any of GUARDED has every text as it was.
"""

import csv
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Any, BinaryIO

from db.kinds import KINDS, Field
from exporters.legible import legible
from exporters.plain import plain
from exporters.progress import Progress, Tick
from exporters.report import KEEPING_FIELDS, PLACE_FIELDS, Report, ReportPassage

GUARDED = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠", "'")
"""What starts a formula, also full-width as Chinese input methods write it; and the guard itself."""

KIND = Field("kind", "text", "类别", "Kind", 4)


def write(report: Report, stream: BinaryIO, tick: Tick) -> None:
    """Write a row for every passage, by kind, document and place; `tick` counts passages."""
    progress = Progress(tick, sum(map(report.count, report.kinds)))
    text = TextIOWrapper(stream, "utf-8-sig", newline="")
    rows = csv.writer(text)
    rows.writerow(_headings(report))
    for kind in report.kinds:
        for passage in progress.over(report.of_kind(kind)):
            rows.writerow(_cells(report, passage))
    text.detach()


def _headings(report: Report) -> list[str]:
    language = report.language
    kept = [field.heading(language) for field in (*PLACE_FIELDS, *KEEPING_FIELDS)]
    if len(report.kinds) == 1:
        return [field.heading(language) for field in KINDS[report.kinds[0]].fields] + kept
    own = [
        f"{KINDS[kind].heading(language)}·{field.heading(language)}"
        for kind in report.kinds
        for field in KINDS[kind].fields
    ]
    return [KIND.heading(language), *own, *kept]


def _cells(report: Report, passage: ReportPassage) -> list[str]:
    fields = KINDS[passage.kind].fields
    values = report.row(passage)
    own = _shown(fields, values[: len(fields)], report.language)
    kept = _shown((*PLACE_FIELDS, *KEEPING_FIELDS), values[len(fields) :], report.language)
    if len(report.kinds) == 1:
        return own + kept
    spread = [
        cell
        for kind in report.kinds
        for cell in (own if kind == passage.kind else [""] * len(KINDS[kind].fields))
    ]
    return [KINDS[passage.kind].heading(report.language), *spread, *kept]


def _shown(fields: Sequence[Field], values: Sequence[Any], language: str) -> list[str]:
    return [_cell(field, value, language) for field, value in zip(fields, values, strict=True)]


def _cell(field: Field, value: Any, language: str) -> str:
    """Choices by name and guarded, like all text; numbers and dates as they are."""
    if field.choices:
        value = field.shown(value, language)
    return guarded(legible(value)) if isinstance(value, str) else plain(value)


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would not take it for text."""
    return f"'{text}" if text.startswith(GUARDED) else text
