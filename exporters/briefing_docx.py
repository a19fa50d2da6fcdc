"""The Word briefing 简报: what the documents promise, ask for and rest on, each entry with its source."""

from collections.abc import Iterator
from typing import BinaryIO

from db.kinds import KINDS
from exporters.briefing_sections import SECTIONS
from exporters.briefing_words import WORDS
from exporters.progress import Progress, Tick
from exporters.report import DOCUMENT_FIELDS, Report
from exporters.word_frame import TEXT_WIDTH, framed, save
from exporters.word_parts import Column, Prototype, Table, paragraph

ANNEX = {"title": 50, "issuer": 32, "number": 25, "issued": 22, "length": 16}
"""The columns of the list of documents, with their widths in mm."""


def write(report: Report, stream: BinaryIO, tick: Tick) -> None:
    """Write the briefing as .docx; `tick` counts passages."""
    save(framed(report), _parts(report, Progress(tick, sum(map(report.count, report.kinds)))), stream)


def _parts(report: Report, progress: Progress) -> Iterator[str]:
    """The paragraphs and tables of the briefing, in order."""
    words = WORDS[report.language]
    yield from _opening(report)
    yield _overview(report)
    for place, kind in enumerate(report.kinds, 1):
        name = words.kind(KINDS[kind])
        yield _set("Heading1", words.section(place, name))
        if report.count(kind):
            yield from SECTIONS[kind](report, progress)
        else:
            yield _set("BodyText", words.none.format(kind=name.lower()))
    yield _set("Heading1", words.annex)
    yield _documents(report)


def _set(style: str, text: str) -> str:
    return Prototype(paragraph(style)).filled(text)


def _opening(report: Report) -> Iterator[str]:
    words = WORDS[report.language]
    yield _set("Title", report.title)
    if report.subtitle:
        yield _set("Subtitle", report.subtitle)
    yield _set("Date", "　".join(filter(None, (report.author, words.day(report.made)))))
    counts = [(words.kind(KINDS[kind]), report.count(kind)) for kind in report.kinds]
    totals = {"documents": len(report.documents), "passages": sum(count for _, count in counts)}
    yield _set("BodyText", words.summary.format(**totals, parts=words.counts(counts)))
    yield _set("Caption", words.overview)


def _overview(report: Report) -> str:
    """Documents by kinds, with the sums of both."""
    words = WORDS[report.language]
    centred = ("TableCentre",)
    counted = [Column(words.kind(KINDS[kind]), 18, centred) for kind in report.kinds]
    named = TEXT_WIDTH - 18 * (len(counted) + 1)
    table = Table([Column(words.document, named), *counted, Column(words.total, 18, centred)])
    for document in report.documents:
        counts = [report.count(kind, document) for kind in report.kinds]
        table.add(document.named, *map(str, counts), str(sum(counts)))
    totals = [report.count(kind) for kind in report.kinds]
    table.add_sum(words.total, *map(str, totals), str(sum(totals)))
    return table.xml()


def _documents(report: Report) -> str:
    words = WORDS[report.language]
    fields = [field for field in DOCUMENT_FIELDS if field.name in ANNEX]
    styles = {"title": "TableText", "issuer": "TableText"}
    table = Table(
        [Column(words.ordinal, TEXT_WIDTH - sum(ANNEX.values()), ("TableCentre",))]
        + [
            Column(
                field.heading(report.language), ANNEX[field.name], (styles.get(field.name, "TableCentre"),)
            )
            for field in fields
        ]
    )
    for place, document in enumerate(report.documents, 1):
        shown = (field.shown(getattr(document, field.name), report.language) for field in fields)
        table.add(str(place), *shown)
    return table.xml()
