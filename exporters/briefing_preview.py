"""The briefing at a glance while its parts are chosen: the same content as plain HTML, long tables cut short.

It has no pages and no template. Tags and inline styles are those that Qt's text browser knows.
"""

from collections.abc import Iterator
from html import escape
from itertools import islice

from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from exporters.annotated_docx import PAGE
from exporters.briefing import USUAL, Briefing
from exporters.briefing_docx import parts_of, written
from exporters.briefing_manuscript import Manuscript
from exporters.charts import Chart
from exporters.progress import Progress
from exporters.report import Report
from exporters.word_frame import framed
from exporters.word_looks import OFFICIAL
from exporters.word_styles import NAMESPACE

ROWS = 12
"""Rows of a table that are shown."""

PARAGRAPHS = 60
"""Paragraphs of a part that are shown."""

LONGEST = 24
"""Blocks in the longest bar of a chart."""

TAGS = {"Heading1": "h2", "Heading2": "h3", "Heading3": "h4", "TOCHeading": "h3", "Caption": "h5"}
"""By paragraph style; others are plain paragraphs."""

MORE = '<p align="center">…</p>'


def html(report: Report, asked: Briefing = USUAL) -> str:
    """The briefing as one page of HTML; PartUnknown as in writing."""
    sheet = Manuscript(
        report, asked, framed(OFFICIAL, PAGE), PAGE.width, Progress(lambda done, total: None, 0)
    )
    parts = written(sheet, parts_of(report, asked))
    charts = iter(sheet.charts.added)
    shown = [f"<h1>{escape(report.title)}</h1><p>{escape(report.subtitle)}</p>"]
    for part in parts.values():
        tree = etree.fromstring(b'<w:body xmlns:w="%b">%b</w:body>' % (NAMESPACE.encode(), part))
        shown += _cut([piece for element in tree for piece in _block(element, charts)])
    return "".join(shown)


def _cut(pieces: list[str]) -> list[str]:
    return pieces if len(pieces) <= PARAGRAPHS else [*pieces[:PARAGRAPHS], MORE]


def _block(element: etree._Element, charts: Iterator[Chart]) -> Iterator[str]:
    if element.tag == qn("w:p"):
        yield _paragraph(element, charts)
    elif element.tag == qn("w:tbl"):
        yield _table(element)
    else:  # a table of contents in its frame
        for paragraph in element.iter(qn("w:p")):
            yield _paragraph(paragraph, charts)


def _paragraph(element: etree._Element, charts: Iterator[Chart]) -> str:
    if element.find(f".//{qn('w:drawing')}") is not None:
        return _bars(next(charts))
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    tag = TAGS.get("" if style is None else style.get(qn("w:val")), "p")
    return f"<{tag}>{''.join(_runs(element))}</{tag}>"


def _runs(element: etree._Element) -> Iterator[str]:
    """Texts, line breaks and the raised numbers of notes."""
    for inner in element.iter(
        *map(qn, ("w:t", "w:br", "w:tab", "w:footnoteReference", "w:endnoteReference"))
    ):
        if inner.tag == qn("w:t"):
            yield escape(inner.text or "")
        elif inner.tag == qn("w:br"):
            yield "<br>"
        elif inner.tag == qn("w:tab"):
            yield " "
        else:
            yield f"<sup>{inner.get(qn('w:id'))}</sup>"


def _table(element: etree._Element) -> str:
    rows = list(islice(element.iter(qn("w:tr")), ROWS + 1))
    shown = "".join(f"<tr>{''.join(map(_cell, row.iter(qn('w:tc'))))}</tr>" for row in rows)
    more = MORE if len(element.findall(qn("w:tr"))) > len(rows) else ""
    return f'<table border="1" cellspacing="0" cellpadding="3" width="100%">{shown}</table>{more}'


def _cell(cell: etree._Element) -> str:
    texts = ("".join(_runs(paragraph)) for paragraph in cell.iter(qn("w:p")))
    return f"<td>{'<br>'.join(filter(None, texts))}</td>"


def _bars(chart: Chart) -> str:
    """A chart as rows of bars, those of one category under each other."""
    largest = max((value for series in chart.series for value in series.values), default=0) or 1
    rows = []
    for place, category in enumerate(chart.categories):
        for series in chart.series:
            value = series.values[place]
            bar = f'<font color="#1F4E79">{"█" * round(LONGEST * value / largest)}</font>'
            name = category if len(chart.series) == 1 else f"{category} · {series.name}"
            rows.append(f"<tr><td>{escape(name)}</td><td>{bar} {value:g}</td></tr>")
    return f"<table>{''.join(rows)}</table>"
