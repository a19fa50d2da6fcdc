"""The parts of the briefing about documents as a whole: changes, charts, counts, all passages, sources."""

from collections import Counter
from collections.abc import Iterator

from db.kinds import KINDS
from exporters.briefing_manuscript import Manuscript
from exporters.briefing_sections import CENTRE, shown
from exporters.charts import Chart, Series
from exporters.report import CHANGES, DOCUMENT_FIELDS, TRACE_STATES, ReportChange
from exporters.word_parts import Column, Table

DOCUMENT_COLUMNS = {"title": 46, "issuer": 32, "number": 25, "issued": 22, "length": 20}
"""The columns of the list of documents, with their widths in mm."""

TALLEST = 10
"""So many departments are shown in a chart, those with most tasks."""

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
    for name, chart in (("outcomes", _outcomes(sheet)), ("leads", _leads(sheet)), ("kinds", _kinds(sheet))):
        if chart is not None:
            yield sheet.chart(name, chart)


def _outcomes(sheet: Manuscript) -> Chart | None:
    counts = Counter(trace.state for trace in sheet.traces)
    there = [choice for choice in TRACE_STATES if counts[choice.value]]
    names = tuple(shown(choice, sheet.words.language) for choice in there)
    series = Series(sheet.words.total, tuple(counts[choice.value] for choice in there))
    return Chart(sheet.words.captions["outcomes"], names, (series,)) if there else None


def _leads(sheet: Manuscript) -> Chart | None:
    named = (task.fields.get("lead") for task in sheet.report.of_kind("task"))
    most = Counter(filter(None, named)).most_common(TALLEST)
    if not most:
        return None
    names, values = zip(*most, strict=True)
    series = Series(KINDS["task"].heading(sheet.words.language), values)
    return Chart(sheet.words.captions["leads"], tuple(map(_short, names)), (series,), "lying")


def _kinds(sheet: Manuscript) -> Chart | None:
    report = sheet.report
    if not report.passages or len(report.documents) < 2:
        return None
    series = tuple(
        Series(sheet.words.kind(KINDS[kind]), tuple(report.count(kind, one) for one in report.documents))
        for kind in report.kinds
    )
    names = tuple(_short(document.title) for document in report.documents)
    return Chart(sheet.words.captions["kinds"], names, series, "lying", stacked=True)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def overview(sheet: Manuscript) -> Iterator[str]:
    """Documents by kinds, with the sums of both."""
    report, words = sheet.report, sheet.words
    counted = [Column(words.kind(KINDS[kind]), 18, CENTRE) for kind in report.kinds]
    named = Column(words.document, 156 - 18 * (len(counted) + 1))
    table = Table([named, *counted, Column(words.total, 18, CENTRE)], width=sheet.width)
    for document in report.documents:
        counts = [report.count(kind, document) for kind in report.kinds]
        table.add(document.named, *map(str, counts), str(sum(counts)))
    totals = [report.count(kind) for kind in report.kinds]
    table.add_sum(words.total, *map(str, totals), str(sum(totals)))
    yield sheet.caption("table", "overview")
    yield table.xml()


def passages(sheet: Manuscript) -> Iterator[str]:
    """Every passage in its own words, numbered by its id, with its source beside it."""
    words = sheet.words
    table = Table(
        (
            Column(words.ordinal, 13, CENTRE),
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
    fields = [field for field in DOCUMENT_FIELDS if field.name in DOCUMENT_COLUMNS]
    left = {"title": ("TableText",), "issuer": ("TableText",)}
    columns = [
        Column(field.heading(language), DOCUMENT_COLUMNS[field.name], left.get(field.name, CENTRE))
        for field in fields
    ]
    table = Table([Column(words.ordinal, 11, CENTRE), *columns], width=sheet.width)
    for place, document in enumerate(sheet.report.documents, 1):
        known = (field.shown(getattr(document, field.name), language) for field in fields)
        table.add(str(place), *known)
    yield sheet.caption("table", "documents")
    yield table.xml()
