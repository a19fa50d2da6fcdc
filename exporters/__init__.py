"""Report → file. A format is a module with `write(report, stream, tick)` and its line in EXPORTERS.

A format that can be asked for in several ways takes its own frozen options as a fourth argument.

The modules, and with them python-docx and openpyxl, are imported when they first write.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from exporters.problems import UnknownForm, UnknownSuffix
from exporters.progress import Cancelled, Tick
from exporters.replacing import replacing

if TYPE_CHECKING:
    from exporters.report import Report

__all__ = ["EXPORTERS", "Cancelled", "Exporter", "Tick", "exporter_for", "write"]


@dataclass(frozen=True)
class Exporter:
    """One form of report: the name the command line knows it by, its file's ending, what people call it.

    `headings` is what a report of this form is called that nobody named. `whole` says that it needs the
    documents' texts and the tree of labels too, `original` that it needs the files they were read from.
    """

    name: str
    suffix: str
    zh: str
    en: str
    module: str
    headings: tuple[str, str] = ("政策文件标注", "Tagged policy documents")
    whole: bool = False
    original: bool = False

    def title(self, language: str) -> str:
        return self.zh if language == "zh" else self.en

    def heading(self, language: str) -> str:
        return self.headings[language == "en"]

    def write(self, report: Report, stream: BinaryIO, tick: Tick, options: Any = None) -> None:
        asked = () if options is None else (options,)
        import_module(f"exporters.{self.module}").write(report, stream, tick, *asked)


BRIEFING = ("政策目标任务简报", "Briefing on targets, tasks and policies")
SHEET = ("政策文件目标表", "Target sheet of policy documents")
EXPORTERS: list[Exporter] = [
    Exporter("briefing", ".docx", "Word 简报", "Word briefing", "briefing_docx", BRIEFING),
    Exporter(
        "annotated",
        ".docx",
        "带批注的文档",
        "Annotated document",
        "annotated_docx",
        whole=True,
        original=True,
    ),
    Exporter("target_sheet", ".xlsx", "Excel 目标表", "Excel target sheet", "target_sheet_xlsx", SHEET),
    Exporter("web_page", ".html", "网页", "Web page", "page_html", whole=True),
    Exporter("csv_ledger", ".csv", "CSV 台账", "CSV table", "ledger_csv"),
    Exporter("json_ledger", ".jsonl", "JSON Lines 台账", "JSON Lines records", "ledger_jsonl", whole=True),
    Exporter("web_annotations", ".jsonld", "W3C 网络标注", "W3C annotations", "web_annotation", whole=True),
    Exporter("refi_project", ".qdpx", "REFI-QDA 项目", "REFI-QDA project", "refi_qda", whole=True),
    Exporter("refi_codebook", ".qdc", "REFI-QDA 编码本", "REFI-QDA codebook", "refi_codes", whole=True),
]


def exporter_for(path: Path, form: str | None = None) -> Exporter:
    """The exporter of that name, or the first one for the file's ending. UnknownSuffix, UnknownForm."""
    fitting = [exporter for exporter in EXPORTERS if exporter.suffix == path.suffix.lower()]
    if not fitting:
        raise UnknownSuffix(name=path.name, suffixes=", ".join(dict.fromkeys(e.suffix for e in EXPORTERS)))
    for exporter in fitting:
        if form in (None, exporter.name):
            return exporter
    raise UnknownForm(name=path.name, form=form, forms=", ".join(e.name for e in fitting))


def write(
    report: Report, path: Path, form: str | None = None, tick: Tick | None = None, options: Any = None
) -> None:
    """Write the report to `path`, whose ending, or `form` where several share one, says as what.

    `options` are those of the form's own module, say `exporters.briefing.Briefing`; None takes the usual.

    `tick(done, total)` is called on the way; what it raises, say `Cancelled`, passes on. Then, and on every
    Problem of exporters.problems, the file that was there stays whole.
    """
    exporter = exporter_for(path, form)
    with replacing(path) as stream:
        exporter.write(report, stream, tick or _unwatched, options)


def _unwatched(done: int, total: int) -> None:
    """The tick of a writer nobody waits for."""
