"""What a briefing is written on: it counts headings, captions and notes while the parts are made."""

from dataclasses import dataclass, field

from docx.document import Document

from db.kinds import KINDS
from exporters.briefing import Briefing
from exporters.briefing_traces import compared
from exporters.briefing_words import WORDS, Words
from exporters.charts import Chart, Charts
from exporters.progress import Progress
from exporters.report import Report, ReportPassage
from exporters.word_fields import Entry, bookmarked, reference
from exporters.word_fields import field as word_field
from exporters.word_notes import FORMS, Notes
from exporters.word_parts import Prototype, held, paragraph, run

_RUN = Prototype(run())
_OPENING = "<w:pageBreakBefore/></w:pPr>"
_HEADING = {level: paragraph(f"Heading{level}", "{}") for level in (1, 2, 3)}


@dataclass
class Manuscript:
    """A briefing while it is being written into `document`, whose text is `width` mm wide."""

    report: Report
    asked: Briefing
    document: Document
    width: float
    progress: Progress
    entries: list[Entry] = field(default_factory=list)
    captions: dict[str, str] = field(default_factory=dict)
    bookmarks: int = 0

    def __post_init__(self) -> None:
        self.charts = Charts(self.document)
        self.notes = {name: Notes(self.document, form) for name, form in FORMS.items()}
        self.traces = compared(self.report)
        self._counts = {"table": 0, "chart": 0}

    @property
    def words(self) -> Words:
        return WORDS[self.report.language]

    def run(self, text: str) -> str:
        return _RUN.filled(text)

    def heading(self, level: int, text: str, opens_page: bool = False) -> str:
        """A heading that the table of contents leads to."""
        name = f"_Toc{1_000_000 + len(self.entries)}"
        self.entries.append(Entry(level, text, name))
        form = _HEADING[level].replace("</w:pPr>", _OPENING) if opens_page else _HEADING[level]
        return form.format(self._bookmarked(name, _RUN.filled(text)))

    def caption(self, form: str, name: str, most: int = 0, noted: bool = False) -> str:
        """The caption of a "table" or "chart", counted by Word, which cross references lead to.

        `most` is how many are shown where there are more; `noted` tells that the rows cite their sources.
        """
        self._counts[form] += 1
        label = getattr(self.words, form)
        before, number = label.format(""), str(self._counts[form])
        counted = _RUN.filled(before) + word_field(f" SEQ {before.strip()} \\* ARABIC ", number)
        self.captions[name] = label.format(number)
        told = self.words.captions[name.partition("_")[0]]
        if most:
            told = self.words.most.format(name=told, count=most)
        made = paragraph("Caption", self._bookmarked(f"_Ref_{name}", counted) + _RUN.filled("　" + told))
        # LibreOffice sets two rows a page where a paragraph is held to a long table with footnotes.
        return held(made, False) if noted and self.asked.sources == "footnotes" else made

    def seen(self, *names: str) -> str:
        """（见表1、表2）with cross references, as runs; nothing where the briefing has no such captions."""
        there = [reference(f"_Ref_{name}", self.captions[name]) for name in names if name in self.captions]
        before, after = self.words.seen.split("{}")
        references = self.run(self.words.comma).join(there)
        return self.run(before) + references + self.run(after) if there else ""

    def chart(self, name: str, chart: Chart) -> str:
        """A chart with its caption below."""
        drawn = paragraph("Figure", self.charts.add(chart, self.width))
        return drawn + self.caption("chart", name, len(chart.categories) if chart.cut else 0)

    def place(self, passage: ReportPassage) -> str:
        """Where one passage stands: document, page, paragraph."""
        words, document = self.words, self.report.document(passage)
        return words.place.format(
            document=document.named,
            page="" if passage.page is None else words.page.format(passage.page),
            paragraph="" if passage.paragraph is None else words.paragraph.format(passage.paragraph),
        )

    def cell(self, style: str) -> tuple[str, ...]:
        """What stands in a cell for words and their source: two blanks, the second for `cited`."""
        if self.asked.sources == "inline":
            return (style, "Source")
        return (paragraph(style, run(), self.mark),)

    @property
    def mark(self) -> str:
        """A run with a blank for `cited`: the mark of a note, or the source itself."""
        if self.asked.sources == "inline":
            return run("SourceMark")
        return self.notes[self.asked.sources].mark

    def cited(self, *passages: ReportPassage) -> str:
        """What fills the blank of `mark`: the number of a new note, or the source in words."""
        text = self.place(passages[0]) if len(passages) == 1 else self.report.source(*passages)
        return text if self.asked.sources == "inline" else self.notes[self.asked.sources].add(text)

    def shown(self, passage: ReportPassage, name: str) -> str:
        """A field of a passage as its reader sees it."""
        return KINDS[passage.kind].field(name).shown(passage.fields.get(name), self.words.language)

    def field_heading(self, kind: str, name: str) -> str:
        return KINDS[kind].field(name).heading(self.words.language)

    def _bookmarked(self, name: str, content: str) -> str:
        self.bookmarks += 1
        return bookmarked(name, 5_000_000 + self.bookmarks, content)
