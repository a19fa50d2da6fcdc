"""The parts of the briefing that show passages, one function a kind: from a report to XML of word_parts."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, TypeVar

from db.kinds import KINDS
from exporters.briefing_words import WORDS, Words
from exporters.figures import figure
from exporters.periods import period
from exporters.progress import Progress
from exporters.report import Report, ReportPassage
from exporters.word_parts import Column, Prototype, Table, paragraph, run

Section = Callable[[Report, Progress], Iterator[str]]

CENTRE = ("TableCentre",)
CITED = ("TableQuote", "Source")
"""The paragraphs of a cell that shows a quote with its source."""

# The entries of the tasks: a numbered line, what else is known of it, its words and source.
ENTRY = Prototype(paragraph("Task", run("Marker"), run()))
FACTS = Prototype(paragraph("TaskFacts"))
CITATION = Prototype(paragraph("Quote", run(), run("SourceMark")))
HEADINGS = {level: Prototype(paragraph(f"Heading{level}")) for level in (2, 3)}

Key = TypeVar("Key", bound=Hashable)


def targets(report: Report, progress: Progress) -> Iterator[str]:
    """One table: indicator, figure, nature, period, words and source."""
    words = WORDS[report.language]
    table = Table(
        (
            Column(words.ordinal, 11, CENTRE),
            Column(_heading("target", "indicator", words), 28),
            Column(words.figure, 30, CENTRE),
            Column(_heading("target", "nature", words), 15, CENTRE),
            Column(words.period, 23, CENTRE),
            Column(words.source, 49, CITED),
        )
    )
    for place, passage in enumerate(progress.over(report.of_kind("target")), 1):
        values = passage.fields
        table.add(
            str(place),
            values.get("indicator") or "",
            figure(values, words.language),
            _shown(passage, "nature", words),
            period(values.get("period_from"), values.get("period_to"), words.language),
            passage.quote,
            report.source(passage),
        )
    yield table.xml()


def tasks(report: Report, progress: Progress) -> Iterator[str]:
    """By document, then by lead department, those without one last."""
    words = WORDS[report.language]
    by_document = _grouped(progress.over(report.of_kind("task")), lambda passage: passage.document_id)
    for place, passages in enumerate(by_document.values(), 1):
        yield HEADINGS[2].filled(words.group(place, report.document(passages[0]).named))
        by_lead = _grouped(passages, lambda passage: passage.fields.get("lead") or "")
        for number, lead in enumerate(sorted(by_lead, key=lambda name: name == ""), 1):
            yield HEADINGS[3].filled(words.lead(number, lead or words.unnamed_lead, len(by_lead[lead])))
            for entry, passage in enumerate(by_lead[lead], 1):
                yield from _task(report, passage, entry, words)


def _task(report: Report, passage: ReportPassage, number: int, words: Words) -> Iterator[str]:
    values = passage.fields
    text = values.get("action") or passage.quote
    yield ENTRY.filled(words.entry.format(number), text)
    facts = (
        (words.marker, values.get("marker") or ""),
        (words.due, period(values.get("due_from"), values.get("due_to"), words.language)),
        (words.supporting, values.get("supporting") or ""),
        (words.status, _shown(passage, "status", words)),
    )
    known = words.semicolon.join(phrase.format(fact) for phrase, fact in facts if fact)
    if known:
        yield FACTS.filled(known)
    quote = "" if text == passage.quote else words.quoted.format(passage.quote)
    yield CITATION.filled(quote, words.cited.format(report.source(passage)))


def policies(report: Report, progress: Progress) -> Iterator[str]:
    """One table of policies; a policy named more than once stands once, with all that is said of it."""
    words = WORDS[report.language]
    table = Table(
        (
            Column(words.ordinal, 11, CENTRE),
            Column(_heading("policy", "name", words), 38),
            Column(_heading("policy", "form", words), 20, CENTRE),
            Column(_heading("policy", "number", words), 24, CENTRE),
            Column(_heading("policy", "action", words), 14, CENTRE),
            Column(words.source, 49, CITED),
        ),
        shared=4,
    )
    by_name = _grouped(progress.over(report.of_kind("policy")), _policy_key)
    for place, mentions in enumerate(by_name.values(), 1):
        _add_policy(table, place, mentions, report)
    yield table.xml()


def _add_policy(table: Table, place: int, mentions: list[ReportPassage], report: Report) -> None:
    words = WORDS[report.language]
    said = _grouped(mentions, lambda passage: (passage.fields.get("action") or "", passage.quote))
    rows = [(action, quote, report.source(*places)) for (action, quote), places in said.items()]
    shown = [_first(mentions, name, words) for name in ("name", "form", "number")]
    table.add(str(place), *shown, *rows[0], opens=len(rows) > 1)
    for row in rows[1:]:
        table.add_more(*row)


def _policy_key(passage: ReportPassage) -> str:
    """The bare name; a passage nobody has named is known by its words."""
    name: str = passage.fields.get("name") or passage.quote
    return "".join(name.split()).strip("《》〈〉“”")


def _first(mentions: list[ReportPassage], name: str, words: Words) -> str:
    """The first that is known of a field."""
    return next(filter(None, (_shown(passage, name, words) for passage in mentions)), "")


def _grouped(passages: Iterable[ReportPassage], key: Callable[[ReportPassage], Key]) -> dict[Key, list[Any]]:
    groups: dict[Key, list[ReportPassage]] = {}
    for passage in passages:
        groups.setdefault(key(passage), []).append(passage)
    return groups


def _heading(kind: str, name: str, words: Words) -> str:
    return KINDS[kind].field(name).heading(words.language)


def _shown(passage: ReportPassage, name: str, words: Words) -> str:
    return KINDS[passage.kind].field(name).shown(passage.fields.get(name), words.language)


SECTIONS: dict[str, Section] = {"target": targets, "task": tasks, "policy": policies}
