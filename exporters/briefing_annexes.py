"""The parts of the briefing about documents as a whole: changes, charts, counts, all passages, sources."""

from collections import Counter
from collections.abc import Iterator
from heapq import nlargest

from db.kinds import KINDS
from exporters.briefing_manuscript import Manuscript
from exporters.briefing_sections import CENTRE, shown
from exporters.briefing_traces import compared
from exporters.briefing_words import WORDS
from exporters.charts import Chart, Series
from exporters.report import CHANGES, DOCUMENT_FIELDS, KEEPING_FIELDS, TRACE_STATES, Report, ReportChange
from exporters.word_parts import Column, Table, paragraph

DOCUMENT_COLUMNS = {"title": 46, "issuer": 32, "number": 25, "issued": 22, "length": 20}
"""The columns of the list of documents, where one has something for them, with their widths in mm."""

TALLEST = 10
"""So many departments or documents are shown in a chart, those with most."""

LONGEST = 18
"""Characters of a name beside a bar."""

STATES = {choice.value: choice for choice in CHANGES}


def changes(sheet: Manuscript) -> Iterator[str]:
    """What each later document does with the paragraphs of the earlier one, side by side."""
    words, documents = sheet.words, {document.id: document for document in sheet.report.documents}
    pairs: dict[tuple[int, int], list[ReportChange]] = {}
    for change in sheet.report.changes:
        pairs.setdefault((change.earlier_id, change.later_id), []).append(change)
    for place, ((earlier, later), some) in enumerate(pairs.items(), 1):
        named = words.compared.format(later=documents[later].named, earlier=documents[earlier].named)
        yield sheet.heading(2, words.group(place, named))
        yield sheet.caption("table", "changes" if place == 1 else f"changes_{place}")
        yield _changes(sheet, some)
    if sheet.report.uncompared:
        yield paragraph("BodyText", sheet.run(words.uncompared.format(sheet.report.uncompared)))


def _changes(sheet: Manuscript, some: list[ReportChange]) -> str:
    words = sheet.words
    table = Table(
        (
            Column(words.ordinal, 11, CENTRE),
            Column(words.change, 19, CENTRE),
            Column(words.earlier, 63, ("TableQuote", "Source")),
            Column(words.later, 63, ("TableQuote", "Source")),
        ),
        width=sheet.width,
    )
    for place, change in enumerate(some, 1):
        sides = (
            (change.earlier, change.earlier_paragraph),
            (change.later, change.later_paragraph),
        )
        told = [text for words_, number in sides for text in (words_ or "—", _numbered(sheet, number))]
        table.add(str(place), shown(STATES[change.state], words.language), *told)
    return table.xml()


def _numbered(sheet: Manuscript, paragraph: int | None) -> str:
    return "" if paragraph is None else sheet.words.paragraph.format(paragraph).lstrip(", ")


def charts(sheet: Manuscript) -> Iterator[str]:
    """Drawn from the data: what became of the targets, who leads the tasks, what each document holds."""
    for name, chart in drawn(sheet.report).items():
        yield sheet.chart(name, chart)


def drawn(report: Report) -> dict[str, Chart]:
    """The charts that a report has figures for; a single bar shows nothing."""
    made = {"outcomes": _outcomes(report), "leads": _leads(report), "kinds": _kinds(report)}
    return {name: chart for name, chart in made.items() if len(chart.categories) > 1}


def _outcomes(report: Report) -> Chart:
    words = WORDS[report.language]
    counts = Counter(trace.state for trace in compared(report))
    there = [choice for choice in TRACE_STATES if counts[choice.value]]
    names = tuple(shown(choice, words.language) for choice in there)
    series = Series(words.total, tuple(counts[choice.value] for choice in there))
    return Chart(words.captions["outcomes"], names, (series,))


def _leads(report: Report) -> Chart:
    words = WORDS[report.language]
    tasks = Counter(filter(None, (task.fields.get("lead") for task in report.of_kind("task"))))
    most = tasks.most_common(TALLEST)
    names = tuple(_short(name) for name, _ in most)
    series = Series(KINDS["task"].heading(words.language), tuple(count for _, count in most))
    return Chart(words.captions["leads"], names, (series,), "lying", cut=len(tasks) > len(most))


def _kinds(report: Report) -> Chart:
    """Of the documents that have passages, in the order of the report."""
    words = WORDS[report.language]
    counts = {one.id: sum(report.count(kind, one) for kind in report.kinds) for one in report.documents}
    most = set(nlargest(TALLEST, filter(counts.get, counts), key=lambda id_: counts[id_]))
    there = [document for document in report.documents if document.id in most]
    series = tuple(
        Series(words.kind(KINDS[kind]), tuple(report.count(kind, one) for one in there))
        for kind in report.tagged_kinds
    )
    names = tuple(_short(document.title) for document in there)
    cut = sum(map(bool, counts.values())) > len(there)
    return Chart(words.captions["kinds"], names, series, "lying", stacked=True, cut=cut)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def overview(sheet: Manuscript) -> Iterator[str]:
    """Documents by kinds, with the sums of both."""
    report, words = sheet.report, sheet.words
    kinds = report.tagged_kinds
    counted = [Column(words.kind(KINDS[kind]), 18, CENTRE) for kind in kinds]
    named = Column(words.document, 156 - 18 * (len(counted) + 1))
    table = Table([named, *counted, Column(words.total, 18, CENTRE)], width=sheet.width)
    for document in report.documents:
        counts = [report.count(kind, document) for kind in kinds]
        table.add(document.named, *map(str, counts), str(sum(counts)))
    totals = [report.count(kind) for kind in kinds]
    table.add_sum(words.total, *map(str, totals), str(sum(totals)))
    yield sheet.caption("table", "overview")
    yield table.xml()


def passages(sheet: Manuscript) -> Iterator[str]:
    """Every passage in its own words, numbered by its id, with its source beside it."""
    words = sheet.words
    table = Table(
        (
            Column(KEEPING_FIELDS[-1].heading(words.language), 13, CENTRE),
            Column(words.kind_column, 15, CENTRE),
            Column(words.quote, 88, ("TableQuote",)),
            Column(words.source, 40, ("Source",)),
        ),
        width=sheet.width,
    )
    yield sheet.caption("table", "passages")
    for kind in sheet.report.kinds:
        for passage in sheet.report.of_kind(kind):
            name = KINDS[kind].heading(words.language)
            table.add(str(passage.id), name, passage.quote, sheet.place(passage))
    yield table.xml()


def documents(sheet: Manuscript) -> Iterator[str]:
    words, language = sheet.words, sheet.words.language
    documents = sheet.report.documents
    known = {name for name in DOCUMENT_COLUMNS if any(getattr(document, name) for document in documents)}
    fields = [field for field in DOCUMENT_FIELDS if field.name in known]
    left = {"title": ("TableText",), "issuer": ("TableText",)}
    columns = [
        Column(field.heading(language), DOCUMENT_COLUMNS[field.name], left.get(field.name, CENTRE))
        for field in fields
    ]
    table = Table([Column(words.ordinal, 11, CENTRE), *columns], width=sheet.width)
    for place, document in enumerate(documents, 1):
        table.add(str(place), *(field.shown(getattr(document, field.name), language) for field in fields))
    yield sheet.caption("table", "documents")
    yield table.xml()
