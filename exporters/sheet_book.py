"""The sheets of a target sheet, one after another, and how they lead to each other."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from db.kinds import KINDS, Field
from exporters import sheet_record
from exporters.progress import Progress, Tick
from exporters.report import DOCUMENT_FIELDS, ORDER, Report, ReportDocument, ReportPassage, columns
from exporters.sheet_frame import Sheet
from exporters.sheet_layout import PAGES, SOURCE, Page, TargetSheet, column
from exporters.sheet_overview import Overview
from exporters.sheet_summary import Letters, Summary, departments
from exporters.sheet_text import cell_text
from exporters.sheet_tracker import Tracker
from exporters.sheet_writer import Formula

SEE = {"zh": "查看", "en": "see"}
LISTED = 200
"""Departments offered in cells."""
LONGEST = 200
"""Characters of a title that a formula looks for; 255 are the most that formulas take."""


class Book:
    """The sheets of one report."""

    def __init__(self, workbook: Workbook, report: Report, options: TargetSheet, tick: Tick) -> None:
        self._workbook, self._report, self._language = workbook, report, report.language
        self._traces = report.traces if "target" in report.kinds else ()
        pages = [*report.kinds, *(["tracker"] if self._traces else []), "document", "source"]
        self._fields = {name: options.fields(PAGES[name]) for name in pages}
        self._letters: Letters = {name: _lettered(fields) for name, fields in self._fields.items()}
        self._passages = [passage for kind in report.kinds for passage in report.of_kind(kind)]
        self._source_rows = {passage.id: row for row, passage in enumerate(self._passages, 2)}
        self._departments = [*departments(report)][:LISTED]
        # A passage is a row of its ledger, of the sources and of the record.
        self._progress = Progress(tick, 3 * len(self._passages) + len(self._traces))

    def write(self) -> None:
        Overview(self._workbook, self._report, Summary(self._report, self._letters)).write()
        writers: dict[str, Callable[[Page], None]] = {
            **dict.fromkeys(KINDS, self._add_ledger),
            "tracker": self._add_tracker,
            "document": self._add_documents,
            "source": self._add_sources,
        }
        for name, page in PAGES.items():
            if name in self._fields:
                writers[name](page)
        self._add_lists()
        self._add_record()

    def _add_ledger(self, page: Page) -> None:
        sheet = self._sheet(page)
        chosen = self._chosen(page, [*columns(page.name), SOURCE])
        for passage in self._progress.over(self._report.of_kind(page.name)):
            values = [*self._report.row(passage), self._see(passage.id)]
            sheet.add(chosen(values), passage.fields.get("unit") or "")
        sheet.close()

    def _add_tracker(self, page: Page) -> None:
        sheet = self._sheet(page)
        tracker = Tracker(self._report, self._letters["tracker"], self._ledger_column, self._see)
        chosen = self._chosen(page, page.fields)
        for trace in self._progress.over(self._traces):
            unit = self._report.passage(trace.promise).fields.get("unit")
            sheet.add(chosen(tracker.row(trace)), unit or "")
        sheet.close()

    def _add_documents(self, page: Page) -> None:
        sheet = self._sheet(page)
        chosen = self._chosen(page, page.fields)
        titles = Counter(document.title for document in self._report.documents)
        for row, document in enumerate(self._report.documents, 2):
            known = [getattr(document, field.name) for field in DOCUMENT_FIELDS]
            is_found = titles[document.title] == 1 and _can_be_looked_for(document.title)
            counts = [self._counted(kind, document, row if is_found else None) for kind in ORDER]
            sheet.add(chosen([*known, *counts, document.id]))
        sheet.close()

    def _counted(self, kind: str, document: ReportDocument, row: int | None) -> Any:
        """How many passages of a kind a document has: counted by its title, where it stands in `row`."""
        if kind not in self._report.kinds:
            return None
        found, title = self._ledger_column("document", kind), self._letters["document"].get("title")
        if row is None or not found or title is None:
            return self._report.count(kind, document)
        return Formula(f"=COUNTIF({found},${title}{row})", self._report.count(kind, document))

    def _add_sources(self, page: Page) -> None:
        sheet = self._sheet(page)
        chosen = self._chosen(page, page.fields)
        for passage in self._progress.over(self._passages):
            sheet.add(chosen(self._source(passage)))
        sheet.close()

    def _source(self, passage: ReportPassage) -> list[Any]:
        kind = KINDS[passage.kind].heading(self._language)
        title = self._report.document(passage).title
        sentence = passage.sentence or passage.quote
        back = self._back(passage)
        return [passage.id, kind, title, passage.paragraph, sentence, passage.quote, back]

    def _see(self, passage_id: int) -> Formula:
        """A link to the source of a passage."""
        place = f"#'{PAGES['source'].title(self._language)}'!A{self._source_rows[passage_id]}"
        return Formula(f'=HYPERLINK("{place}","{SEE[self._language]}")', SEE[self._language])

    def _back(self, passage: ReportPassage) -> Formula:
        """A link to a passage's row of its ledger, wherever that was sorted to."""
        sheet = PAGES[passage.kind].title(self._language)
        row = f"MATCH({passage.id},{self._ledger_column('id', passage.kind)},0)"
        words = SEE[self._language]
        return Formula(f'=IFERROR(HYPERLINK("#\'{sheet}\'!A"&{row},"{words}"),"")', words)

    def _add_lists(self) -> None:
        sheet: Any = self._workbook.create_sheet(PAGES["lists"].title(self._language))
        sheet.sheet_state = "hidden"
        for name in self._departments:
            sheet.append([cell_text(name, self._language)])
        sheet.close()

    def _add_record(self) -> None:
        sheet: Any = self._workbook.create_sheet(PAGES["record"].title(self._language))
        sheet.sheet_state = "veryHidden"
        rows = sheet_record.rows(self._report, datetime.now(), self._progress)
        for row in rows:
            sheet.append(row)
        sheet.close()

    def _sheet(self, page: Page) -> Sheet:
        count = len(self._departments)
        offered = f"'{PAGES['lists'].title(self._language)}'!$A$1:$A${count}" if count else ""
        return Sheet(self._workbook, page, self._fields[page.name], self._report, offered)

    def _chosen(self, page: Page, order: Sequence[Field]) -> Callable[[Sequence[Any]], Sequence[Any]]:
        """Picks the values of a page's columns from those of all fields in this order."""
        places = {field.name: place for place, field in enumerate(order)}
        return itemgetter(*(places[field.name] for field in self._fields[page.name]))

    def _ledger_column(self, name: str, kind: str = "target") -> str:
        """A column of a ledger, as formulas call it; empty where it is not there."""
        letter = self._letters[kind].get(name)
        return column(PAGES[kind].title(self._language), letter) if letter else ""


def _lettered(fields: Sequence[Field]) -> dict[str, str]:
    return {field.name: get_column_letter(place) for place, field in enumerate(fields, 1)}


def _can_be_looked_for(title: str) -> bool:
    """Whether a cell with this title, as a condition, means the title itself."""
    return 0 < len(title) <= LONGEST and not title.startswith(("=", "<", ">")) and not set("*?~") & set(title)
