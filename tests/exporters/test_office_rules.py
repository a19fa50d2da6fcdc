"""Every Word and Excel file we write keeps the rules that Word and Excel are strict about."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import docx
import pytest

from exporters import annotated_docx, briefing_docx, hits_xlsx, target_sheet_xlsx, word_table
from exporters.annotated import USUAL as AS_TEXT
from exporters.annotated import Annotated
from exporters.briefing import MODERN, OFFICIAL, PARTS, Briefing
from exporters.report import Report, ReportDocument
from tests.exporters import excel_rules, word_rules
from tests.exporters.handed import BARE, WHOLE
from tests.exporters.invented import ENGLISH, PASSAGES, PLAN, REPORT, TRACED, quoting
from tests.exporters.test_annotated import SENTENCE, source, tagged

EVERY = tuple(part.name for part in PARTS)
AWKWARD = "=1+1\n\x00\x1b“𠮷”<&>]]>\t_x0041_/\\:*?[]'😀\r\n"
"""What formulas, XML, sheet names and file names trip over."""
LONG = "长" * 40_000

ODD = tuple(
    replace(quoting(text, kind, language), traces=())
    for text, language in ((AWKWARD, "zh"), (AWKWARD, "en"), (LONG, "zh"))
    for kind in ("target", "task", "policy")
)
REPORTS: dict[str, Report] = {
    "traced": TRACED,
    "english": ENGLISH,
    "bare": BARE,
    "one document": replace(REPORT, documents=(PLAN,), passages=PASSAGES[1:2]),
    "untagged": replace(REPORT, passages=()),
    "overlapping": WHOLE,
    "same title": replace(REPORT, documents=(PLAN, replace(PLAN, id=2))),
} | {f"odd {number}": report for number, report in enumerate(ODD)}

Writer = Callable[..., None]


def made(write: Writer, report: Report, asked: Any) -> bytes:
    stream = BytesIO()
    write(report, stream, lambda done, total: None, asked)
    return stream.getvalue()


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
@pytest.mark.parametrize("sources", ["footnotes", "endnotes", "inline"])
@pytest.mark.parametrize("template", [OFFICIAL, MODERN], ids=["official", "modern"])
def test_a_briefing_keeps_the_rules_of_word(report: Report, sources: Any, template: Path) -> None:
    asked = Briefing(template=template, parts=EVERY, sources=sources, name="简报", issue="3", office="甲")
    assert word_rules.faults(made(briefing_docx.write, report, asked)) == []


@pytest.mark.parametrize(
    "report",
    [tagged(source("标题", SENTENCE, kinds=("title",)), ("task", SENTENCE), ("target", "10家")), WHOLE, BARE],
    ids=["one", "overlapping", "bare"],
)
def test_an_annotated_document_keeps_the_rules_of_word(report: Report) -> None:
    assert word_rules.faults(made(annotated_docx.write, report, AS_TEXT)) == []


def test_an_original_with_comments_keeps_the_rules_of_word(tmp_path: Path) -> None:
    original = docx.Document()
    original.add_paragraph(SENTENCE)
    stream = BytesIO()
    original.save(stream)
    whole = replace(source(SENTENCE), original=stream.getvalue(), media_type="application/docx")
    report = tagged(whole, ("task", SENTENCE), ("target", "10家"))
    assert word_rules.faults(made(annotated_docx.write, report, Annotated(original=True))) == []


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_target_sheet_keeps_the_rules_of_excel(report: Report) -> None:
    assert excel_rules.faults(made(target_sheet_xlsx.write, report, None)) == []


@pytest.mark.parametrize("text", ["数字", AWKWARD, LONG], ids=["plain", "awkward", "long"])
def test_hits_and_words_keep_the_rules_of_excel(tmp_path: Path, text: str) -> None:
    hit = {
        "document": text, "paragraph": 1, "kind": None, "where": "text", "before": text, "words": text,
        "after": text, "start": 0, "end": 2,
    }  # fmt: skip
    hits_xlsx.write([SimpleNamespace(**hit)], text, tmp_path / "hits.xlsx")
    word_table.write(tmp_path / "words.xlsx", text, ["词", "次数"], [[text, 2]])
    for name in ("hits.xlsx", "words.xlsx"):
        assert excel_rules.faults((tmp_path / name).read_bytes()) == []


def test_many_documents_of_long_titles_keep_the_rules() -> None:
    documents = tuple(ReportDocument(id_, f"{id_}号{'文' * 300}") for id_ in range(1, 60))
    report = replace(REPORT, documents=(PLAN, *documents[1:]))
    assert excel_rules.faults(made(target_sheet_xlsx.write, report, None)) == []
    assert word_rules.faults(made(briefing_docx.write, report, Briefing(parts=EVERY))) == []


def test_the_rules_find_what_is_broken() -> None:
    """A rule that nothing breaks would tell nothing."""
    briefing = made(briefing_docx.write, TRACED, Briefing(parts=EVERY))
    for broken in (
        (b'w:vMerge w:val="restart"', b'w:noWrap w:val="false"'),
        (b'<w:pStyle w:val="Task"/>', b'<w:pStyle w:val="Tusk"/>'),
        (b'w:fldCharType="end"', b'w:fldCharType="separate"'),
        (b'<w:footnoteReference w:id="1"/>', b'<w:footnoteReference w:id="99"/>'),
        (b"<w:bookmarkEnd", b"<w:bookmarkAnd"),
    ):
        assert word_rules.faults(altered(briefing, "word/document.xml", *broken))
    sheet = made(target_sheet_xlsx.write, TRACED, None)
    for name, was, becomes in (
        ("xl/workbook.xml", "任务台账".encode(), "任务/台账".encode()),
        ("xl/workbook.xml", b"cezhu.target.value", b"cezhu.target value"),
        ("xl/worksheets/sheet2.xml", b"<pageMargins", b"<sheetPr/><pageMargins"),
        ("xl/tables/table1.xml", "数值".encode(), "数".encode()),
        ("xl/worksheets/sheet2.xml", b'priority="1"', b'priority="2"'),
    ):
        assert excel_rules.faults(altered(sheet, name, was, becomes)), becomes


def altered(data: bytes, name: str, was: bytes, becomes: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(stream, "w") as copy:
        assert was in package.read(name)
        for part in package.namelist():
            kept = package.read(part)
            copy.writestr(part, kept.replace(was, becomes) if part == name else kept)
    return stream.getvalue()
