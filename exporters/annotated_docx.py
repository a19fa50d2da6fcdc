"""The annotated document: a source's own text, its passages shaded by kind, a Word comment on each."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import groupby
from typing import BinaryIO

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from db.kinds import KINDS
from exporters.annotated import USUAL, Annotated
from exporters.annotated_original import commented
from exporters.annotated_runs import SHADES, Marks, sample
from exporters.annotated_tables import table
from exporters.progress import Progress, Tick
from exporters.report import Report, ReportBlock, ReportPassage, ReportSource
from exporters.word_comments import Comments
from exporters.word_frame import Page, describe, framed, mark, marked, save
from exporters.word_looks import OFFICIAL
from exporters.word_parts import Prototype, paragraph, run

PAGE = Page(top=30, bottom=28, left=28, right=26, header=15, footer=15)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

STYLES = {"title": "Title", "heading": "Heading{}", "caption": "Caption", "note": "Source"}
"""By the kind of block; others are body text."""

LEGEND = {"zh": ("图例：", "。批注{}条。"), "en": ("Key: ", ". {} comments.")}
EMPTY_RUN = "<w:r/>"
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def write(report: Report, stream: BinaryIO, tick: Tick, asked: Annotated = USUAL) -> None:
    """Write the documents of the report as one .docx; `tick` counts passages.

    With `asked.original`, a report of one document that was a .docx gives that file with the comments put in.
    """
    progress = Progress(tick, len(report.passages))
    comments = Comments(report.language, datetime.combine(report.made, time()))
    source = report.sources[0] if len(report.sources) == 1 else None
    if asked.original and source is not None and source.media_type == WORD and source.original:
        stream.write(commented(source.original, source, _of(report, source), comments, progress))
        return
    document = framed(OFFICIAL, PAGE)
    _number_pages(document)
    document.element.body.insert(0, parse_xml(mark("text").replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
    marked(document)
    describe(document, report)
    content = "".join(_content(report, comments, progress)).encode()
    _attach(document, comments)
    save(document, {"text": content}, stream)


def _of(report: Report, source: ReportSource) -> list[ReportPassage]:
    """The passages of a document, the longer of two that begin together first."""
    own = (passage for passage in report.passages if passage.document_id == source.document_id)
    return sorted(own, key=lambda passage: (passage.start, -passage.end, passage.id))


def _content(report: Report, comments: Comments, progress: Progress) -> Iterator[str]:
    yield _legend(report)
    for place, source in enumerate(report.sources):
        if place:
            yield BREAK
        marks = Marks(source, progress.over(_of(report, source)), comments)
        yield from _blocks(source.blocks, marks)


def _blocks(blocks: Iterable[ReportBlock], marks: Marks) -> Iterator[str]:
    """Paragraphs, and tables with their cells, in the order of the text."""
    for in_table, some in groupby(enumerate(blocks), lambda numbered: numbered[1].kind == "cell"):
        if not in_table:
            for number, block in some:
                style = STYLES.get(block.kind, "BodyText").format(min(block.level or 1, 3))
                yield paragraph(style, *marks.runs(number) or [EMPTY_RUN])
            continue
        tables: dict[int | None, list[tuple[int, ReportBlock]]] = {}
        for number, block in some:
            tables.setdefault(block.table, []).append((number, block))
        for cells in tables.values():
            yield table(cells, marks, PAGE.width)


def _legend(report: Report) -> str:
    opening, closing = LEGEND[report.language]
    kinds = [sample(kind, KINDS[kind].heading(report.language)) for kind in SHADES if kind in report.kinds]
    plain = Prototype(run("SourceMark"))
    between = plain.filled("　")
    told = (plain.filled(opening), between.join(kinds), plain.filled(closing.format(len(report.passages))))
    return paragraph("Source", *told)


def _number_pages(document: Document) -> None:
    footer = document.sections[0].footer.paragraphs[0]
    footer.style = document.styles["footer"]
    footer.add_run("— ")
    number = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    footer._p.append(parse_xml(number))
    footer.add_run(" —")


def _attach(document: Document, comments: Comments) -> None:
    package = document.part.package
    part = Part(PackURI("/word/comments.xml"), CONTENT_TYPE.WML_COMMENTS, comments.xml(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
