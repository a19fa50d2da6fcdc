"""The parts of the briefing that show passages by kind: each yields XML of word_parts for a manuscript."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from db.kinds import Choice
from exporters.briefing_manuscript import Manuscript
from exporters.briefing_traces import compared, untraced
from exporters.briefing_words import in_quotation_marks
from exporters.figures import difference, figure
from exporters.periods import period
from exporters.report import TRACE_STATES, Report, ReportPassage
from exporters.word_parts import Column, Prototype, Table, held, paragraph, run

CENTRE = ("TableCentre",)
OUTCOMES = {choice.value: choice for choice in TRACE_STATES}
POLICY_COLUMNS: dict[str, tuple[float, tuple[str, ...]]] = {
    "name": (33, ("TableText",)),
    "form": (20, CENTRE),
    "number": (26, CENTRE),
}
"""What is told of a policy where it is known, with widths in mm and styles."""
SHORT = 4
"""How many times as long as its opening an action is, where the opening is passed over."""
FACTS, FACTS_OVER_QUOTE = Prototype(paragraph("TaskFacts")), Prototype(held(paragraph("TaskFacts"), True))

Key = TypeVar("Key", bound=Hashable)


def rows(report: Report) -> int:
    """How many rows and entries these parts have in all, for those who wait."""
    return len(compared(report)) + len(untraced(report)) + report.count("task") + report.count("policy")


def targets(sheet: Manuscript) -> Iterator[str]:
    """What was promised beside what was reported; then the other targets."""
    if sheet.traces:
        yield sheet.caption("table", "traces", noted=True)
        yield _traces(sheet)
    if others := untraced(sheet.report):
        yield sheet.caption("table", "targets", noted=True)
        yield _targets(sheet, others)


def _traces(sheet: Manuscript) -> str:
    """One row a promise; its note cites the promise and the report of it."""
    words = sheet.words
    table = Table(
        (
            Column(words.ordinal, 11, CENTRE),
            Column(sheet.field_heading("target", "indicator"), 33),
            Column(words.promised, 35, CENTRE),
            Column(words.reported, 37, sheet.cell("TableCentre")),
            Column(words.gap, 22, CENTRE),
            Column(words.state, 18, CENTRE),
        ),
        width=sheet.width,
    )
    for place, trace in enumerate(sheet.progress.over(sheet.traces), 1):
        promise = sheet.report.passage(trace.promise)
        reported = [] if trace.report is None else [sheet.report.passage(trace.report)]
        table.add(
            str(place),
            promise.fields.get("indicator") or promise.quote,
            _figure(sheet, promise),
            _figure(sheet, reported[0]) if reported else "—",
            sheet.cited(promise, *reported),
            difference(trace.gap, promise.fields, words.language) or "—",
            shown(OUTCOMES[trace.state], words.language),
        )
    return table.xml()


def _figure(sheet: Manuscript, passage: ReportPassage) -> str:
    return figure(passage.fields, sheet.words.language) or passage.quote


def _targets(sheet: Manuscript, passages: Iterable[ReportPassage]) -> str:
    """Indicator, figure, nature, period, words and source; what several places say stands once."""
    words = sheet.words
    table = Table(
        (
            Column(words.ordinal, 11, CENTRE),
            Column(sheet.field_heading("target", "indicator"), 28),
            Column(words.figure, 30, CENTRE),
            Column(sheet.field_heading("target", "nature"), 15, CENTRE),
            Column(words.period, 23, CENTRE),
            Column(words.quote, 49, sheet.cell("TableQuote")),
        ),
        width=sheet.width,
    )
    alike = grouped(sheet.progress.over(passages), lambda passage: _said(sheet, passage))
    for place, ((*said, _), mentions) in enumerate(alike.items(), 1):
        table.add(str(place), *said, mentions[0].quote, sheet.cited(*mentions))
    return table.xml()


def _said(sheet: Manuscript, passage: ReportPassage) -> tuple[str, ...]:
    """What a target says, and last what tells it from others where it names no indicator or figure."""
    values, language = passage.fields, sheet.words.language
    indicator, amount = values.get("indicator") or "", figure(values, language)
    when = period(values.get("period_from"), values.get("period_to"), language)
    alone = "" if indicator and amount else str(passage.id)
    return indicator, amount, sheet.shown(passage, "nature"), when, alone


def tasks(sheet: Manuscript) -> Iterator[str]:
    """By document; in it by lead department, those without one last, or by number as the document goes."""
    order = {"department": _by_lead, "number": _by_number}[sheet.asked.tasks_by]
    by_document = grouped(sheet.progress.over(sheet.report.of_kind("task")), lambda task: task.document_id)
    for place, passages in enumerate(by_document.values(), 1):
        yield sheet.heading(2, sheet.words.group(place, sheet.report.document(passages[0]).named))
        yield from order(sheet, passages)


def _by_lead(sheet: Manuscript, passages: list[ReportPassage]) -> Iterator[str]:
    by_lead = grouped(passages, lambda passage: passage.fields.get("lead") or "")
    for number, lead in enumerate(sorted(by_lead, key=lambda name: name == ""), 1):
        named = lead or sheet.words.unnamed_lead
        yield sheet.heading(3, sheet.words.lead(number, named, len(by_lead[lead])))
        yield from _entries(sheet, by_lead[lead])


def _by_number(sheet: Manuscript, passages: list[ReportPassage]) -> Iterator[str]:
    return _entries(sheet, passages, told=("lead",))


def _entries(sheet: Manuscript, passages: list[ReportPassage], told: tuple[str, ...] = ()) -> Iterator[str]:
    """Numbered lines, each with what else is known of the task and its source.

    Its words follow where they say more than its action does.
    """
    words = sheet.words
    numbered = run("Marker")
    entry = Prototype(paragraph("Task", numbered, run()))
    itself = paragraph("Task", numbered, run(), sheet.mark)
    led, alone = Prototype(itself), Prototype(held(itself, False))
    quoted = Prototype(paragraph("Quote", run(), sheet.mark))
    for number, passage in enumerate(passages, 1):
        opening, text = words.entry.format(number), passage.fields.get("action") or passage.quote
        known = _known(sheet, passage, told)
        says_more = _says_more(passage.quote, text, passage.fields.get("marker") or "")
        facts = [(FACTS_OVER_QUOTE if says_more else FACTS).filled(known)] if known else []
        if says_more:
            words_of_it = quoted.filled(in_quotation_marks(passage.quote), _source(sheet, passage))
            yield "".join((entry.filled(opening, text), *facts, words_of_it))
        else:
            cited = (led if facts else alone).filled(opening, text, _source(sheet, passage))
            yield "".join((cited, *facts))


def _says_more(quote: str, action: str, marker: str) -> bool:
    """Whether a quote says more than marker and action, but for an opening like 会议指出."""
    if action not in quote:
        return True
    left = quote.removeprefix(marker).replace(action, "", 1)
    return sum(map(str.isalnum, left)) > len(action) / SHORT


def _source(sheet: Manuscript, passage: ReportPassage) -> str:
    """The source of a quote in running text: the number of its note, or —— and the source."""
    cited = sheet.cited(passage)
    return sheet.words.cited.format(cited) if sheet.asked.sources == "inline" else cited


def _known(sheet: Manuscript, passage: ReportPassage, told: tuple[str, ...]) -> str:
    """What is known of a task besides its action, on one line."""
    words, values = sheet.words, passage.fields
    facts = (
        (words.lead_named, values.get("lead") if "lead" in told else ""),
        (words.marker, values.get("marker")),
        (words.due, period(values.get("due_from"), values.get("due_to"), words.language)),
        (words.supporting, values.get("supporting")),
        (words.strength, sheet.shown(passage, "strength")),
        (words.status, sheet.shown(passage, "status")),
    )
    return words.semicolon.join(phrase.format(fact) for phrase, fact in facts if fact)


def policies(sheet: Manuscript) -> Iterator[str]:
    """One table of policies; a policy named more than once stands once, with every stage it went through."""
    words, mentioned = sheet.words, sheet.report.of_kind("policy")
    known = [name for name in POLICY_COLUMNS if any(mention.fields.get(name) for mention in mentioned)]
    described = [Column(sheet.field_heading("policy", name), *POLICY_COLUMNS[name]) for name in known]
    table = Table(
        (
            Column(words.ordinal, 11, CENTRE),
            *described,
            Column(words.stage, 17, CENTRE),
            Column(words.quote, 49, sheet.cell("TableQuote")),
        ),
        shared=1 + len(described),
        width=sheet.width,
    )
    yield sheet.caption("table", "policies", noted=True)
    by_name = grouped(sheet.progress.over(mentioned), policy_key)
    for place, mentions in enumerate(by_name.values(), 1):
        shared = [str(place), *(first_known(sheet, mentions, name) for name in known)]
        _add_policy(sheet, table, shared, mentions)
    yield table.xml()


def _add_policy(sheet: Manuscript, table: Table, shared: list[str], mentions: list[ReportPassage]) -> None:
    """Its stages in the order of the documents, those with the same words together."""
    by_words = grouped(mentions, lambda passage: (passage.fields.get("action") or "", passage.quote))
    rows = [(action, quote, sheet.cited(*same)) for (action, quote), same in by_words.items()]
    table.add(*shared, *rows[0], opens=len(rows) > 1)
    for row in rows[1:]:
        table.add_more(*row)


def policy_key(passage: ReportPassage) -> str:
    """The bare name; a passage nobody has named is known by its words."""
    name: str = passage.fields.get("name") or passage.quote
    return "".join(name.split()).strip("《》〈〉“”")


def first_known(sheet: Manuscript, passages: list[ReportPassage], name: str) -> str:
    return next(filter(None, (sheet.shown(passage, name) for passage in passages)), "")


def grouped(
    passages: Iterable[ReportPassage], key: Callable[[ReportPassage], Key]
) -> dict[Key, list[ReportPassage]]:
    groups: dict[Key, list[ReportPassage]] = {}
    for passage in passages:
        groups.setdefault(key(passage), []).append(passage)
    return groups


def shown(choice: Choice, language: str) -> str:
    return choice.zh if language == "zh" else choice.en
