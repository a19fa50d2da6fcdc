"""The Word briefing, read back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table
from hypothesis import given
from hypothesis import strategies as some
from lxml import etree

from db.kinds import KINDS
from exporters import briefing_docx
from exporters.legible import legible
from exporters.report import ORDER, Report
from tests.exporters.invented import ENGLISH, REPORT, quoting


def packed(report: Report) -> BytesIO:
    stream = BytesIO()
    briefing_docx.write(report, stream, lambda done, total: None)
    return stream


def read(report: Report) -> Document:
    return docx.Document(packed(report))


def part(report: Report, name: str) -> etree._Element:
    with ZipFile(packed(report)) as package:
        return etree.fromstring(package.read(name))


def texts(document: Document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.fixture(scope="module")
def briefing() -> Document:
    return read(REPORT)


def test_it_opens_with_title_scope_and_date(briefing: Document) -> None:
    assert [p.text for p in briefing.paragraphs[:3]] == [
        "青禾市目标任务简报",
        "依据两件文档整理",
        "王敏　2032年3月2日",
    ]
    assert [p.style.name for p in briefing.paragraphs[:3] if p.style] == ["Title", "Subtitle", "Date"]
    assert "2件文档中的标注11条，其中目标3条、任务4条、政策4条" in briefing.paragraphs[3].text


def test_the_overview_counts_by_document_and_kind_with_sums(briefing: Document) -> None:
    assert rows(briefing.tables[0]) == [
        ["文档", "目标", "任务", "政策", "合计"],
        ["《2031年青禾市工业工作要点》", "2", "3", "2", "7"],
        ["《2031年青禾市工业工作总结》", "1", "1", "2", "4"],
        ["合计", "3", "4", "4", "11"],
    ]


def test_the_parts_are_headings_in_order(briefing: Document) -> None:
    assert texts(briefing, "Heading 1") == ["一、目标", "二、任务", "三、政策", "附：文档"]


def test_targets_stand_in_a_table_with_figure_period_quote_and_source(briefing: Document) -> None:
    table = rows(briefing.tables[1])
    assert table[0] == ["序号", "指标", "目标值", "性质", "时期", "原文与出处"]
    assert table[1] == [
        "1", "全市企业", "超过 8万家", "计划", "2031年底前",
        "全市企业超过8万家\n《2031年青禾市工业工作要点》第4段",
    ]  # fmt: skip
    assert [row[2] for row in table[2:]] == ["130亿—137亿元", "增长 7.4%"]


def test_tasks_stand_by_document_and_department_with_the_unnamed_last(briefing: Document) -> None:
    assert texts(briefing, "Heading 2") == [
        "（一）《2031年青禾市工业工作要点》",
        "（二）《2031年青禾市工业工作总结》",
    ]
    assert texts(briefing, "Heading 3") == [
        "1. 市工业局（2项）",
        "2. 未明确牵头单位（1项）",
        "1. 市中小企业中心（1项）",
    ]
    assert texts(briefing, "Task") == [
        "（1）推进数字工厂建设",
        "（2）培育绿色工厂",
        "（1）开展企业走访",
        "（1）完善服务体系",
    ]
    assert texts(briefing, "Task Facts")[0] == (
        "原文序号：（一）；时限：2031年6月底前；配合单位：市财政局、市科技局；进展：推进中"
    )
    assert texts(briefing, "Quote")[0] == "“（一）推进数字工厂建设。”——《2031年青禾市工业工作要点》第6段"


def test_a_task_that_is_its_own_quote_is_not_quoted_twice(briefing: Document) -> None:
    assert texts(briefing, "Quote")[-1] == "——《2031年青禾市工业工作总结》第9段"


def test_a_policy_named_again_stands_once_with_every_mention(briefing: Document) -> None:
    table = briefing.tables[2]
    assert [cell.text for cell in table.columns[1].cells][1:3] == [
        "青禾市智能制造行动方案"
    ] * 2  # one merged cell
    assert [row[4] for row in rows(table)[1:]] == ["印发", "落实", "实施"]
    assert rows(table)[2][5] == (
        "《青禾市智能制造行动方案》\n《2031年青禾市工业工作要点》第11段；《2031年青禾市工业工作总结》第12段"
    )
    assert rows(table)[1][:4] == ["1", "青禾市智能制造行动方案", "文件", "青政办发〔2031〕12号"]
    assert rows(table)[3][:4] == ["2", "“焕新”工程", "行动", ""]


def test_the_annex_lists_the_documents(briefing: Document) -> None:
    assert rows(briefing.tables[3]) == [
        ["序号", "标题", "发文机关", "文号", "发布日期", "字数"],
        ["1", "2031年青禾市工业工作要点", "青禾市工业局", "青工发〔2031〕5号", "2031-02-18", "3,120"],
        ["2", "2031年青禾市工业工作总结", "青禾市工业局", "", "2032-01-09", "2,876"],
    ]


def test_every_quote_of_the_report_is_in_it(briefing: Document) -> None:
    whole = "\n".join(p.text for p in briefing.element.body.iter(qn("w:p")))
    for passage in REPORT.passages:
        assert passage.quote in whole


def test_an_english_briefing_keeps_the_quotes_chinese() -> None:
    briefing = read(ENGLISH)
    assert texts(briefing, "Heading 1") == ["1. Targets", "2. Tasks", "3. Policies", "Annex: Documents"]
    assert rows(briefing.tables[1])[1] == [
        "1", "全市企业", "> 80,000 家", "planned", "by end of 2031",
        "全市企业超过8万家\n《2031年青禾市工业工作要点》, para. 4",
    ]  # fmt: skip
    assert "11 passages from 2 documents: 3 targets, 4 tasks, 4 policies." in briefing.paragraphs[3].text


def test_kinds_without_a_passage_say_so() -> None:
    bare = replace(REPORT, passages=())
    assert texts(read(bare), "Body Text")[1:] == [
        "本次没有标注目标。",
        "本次没有标注任务。",
        "本次没有标注政策。",
    ]
    assert "No policies were tagged." in texts(read(replace(bare, language="en")), "Body Text")


def test_kinds_left_out_leave_no_trace_and_the_parts_are_numbered_on() -> None:
    some_kinds = read(replace(REPORT, kinds=("target", "policy")))
    assert texts(some_kinds, "Heading 1") == ["一、目标", "二、政策", "附：文档"]
    assert rows(some_kinds.tables[0])[0] == ["文档", "目标", "政策", "合计"]


def test_a_report_of_nothing_can_still_be_written() -> None:
    empty = replace(REPORT, documents=(), passages=(), subtitle="", author="", kinds=())
    assert texts(read(empty), "Heading 1") == ["附：文档"]


@pytest.mark.parametrize("report", [REPORT, ENGLISH], ids=["zh", "en"])
def test_every_style_names_its_chinese_font_and_no_theme_font(report: Report) -> None:
    styles = part(report, "word/styles.xml")
    fonts = {style.get(qn("w:styleId")): style.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for style in styles}
    del fonts[None]  # the defaults, looked at below
    assert [name for name, font in fonts.items() if font is None] == []
    named = list(styles.iter(qn("w:rFonts")))
    assert all(font.get(qn("w:eastAsia")) and font.get(qn("w:ascii")) for font in named)
    assert not [name for font in named for name in font.attrib if "heme" in name]
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None
    assert defaults.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "仿宋"
    assert defaults.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"


def test_headings_title_and_body_have_the_fonts_of_official_documents(briefing: Document) -> None:
    fonts = {style.name: style.element.rPr.rFonts.get(qn("w:eastAsia")) for style in briefing.styles}
    assert [fonts[name] for name in ("Title", "Heading 1", "Heading 2", "Body Text", "Quote")] == [
        "方正小标宋简体", "黑体", "楷体", "仿宋", "楷体",
    ]  # fmt: skip


def test_every_font_that_is_named_has_one_to_take_instead() -> None:
    table = part(REPORT, "word/fontTable.xml")
    instead = {font.get(qn("w:name")) for font in table if font.find(qn("w:altName")) is not None}
    named = {font.get(qn("w:eastAsia")) for font in part(REPORT, "word/styles.xml").iter(qn("w:rFonts"))}
    assert named <= instead


def test_every_style_that_is_used_is_there(briefing: Document) -> None:
    ids = {style.style_id for style in briefing.styles}
    references = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    assert {used.get(qn("w:val")) for used in briefing.element.iter(*references)} <= ids


def test_tables_repeat_their_head_and_never_break_a_row(briefing: Document) -> None:
    for table in briefing.tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_tables_are_as_wide_as_the_text_and_their_cells_as_their_columns(briefing: Document) -> None:
    section = briefing.sections[0]
    assert (
        section.page_width is not None
        and section.left_margin is not None
        and section.right_margin is not None
    )
    width = section.page_width - section.left_margin - section.right_margin
    for table in briefing.tables:
        columns = [column.width or 0 for column in table.columns]
        assert sum(columns) == pytest.approx(width, abs=Mm(0.2))
        assert [cell.width for cell in table.rows[-1].cells] == columns


def test_the_page_is_a4_and_numbered_by_a_field(briefing: Document) -> None:
    section = briefing.sections[0]
    assert section.page_height == pytest.approx(Mm(297), abs=Mm(0.1))
    footer = section.footer.paragraphs[0]
    assert [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))] == [" PAGE "]


def test_the_properties_are_those_of_the_report(briefing: Document) -> None:
    properties = briefing.core_properties
    assert (properties.title, properties.author, properties.language) == (
        "青禾市目标任务简报",
        "王敏",
        "zh-CN",
    )
    assert properties.created is not None and properties.created.replace(tzinfo=None) == datetime(2032, 3, 2)


def test_the_package_holds_what_its_relations_and_content_types_say() -> None:
    with ZipFile(packed(REPORT)) as package:
        names = set(package.namelist())
        assert len(names) == len(package.namelist())
        types = etree.fromstring(package.read("[Content_Types].xml"))
        relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    assert {str(part.get("PartName"))[1:] for part in types if part.get("PartName")} <= names
    assert {f"word/{relation.get('Target')}" for relation in relations} <= names
    assert not any("thumbnail" in name or "customXml" in name for name in names)


HOSTILE = [
    "\x00\x1b\x0b",
    "\ud834",
    "<w:p>&amp;]]>",
    "=1+1",
    "甲\n乙\t丙\r\n丁",
    "《》〈〉",
    "𠮷" * 300,
    "{}{0}%s",
    " 空 ",
]


def written(report: Report) -> str:
    """All that a reader sees, with breaks and tabs as python-docx tells them."""
    document = read(report)
    return "\n".join(
        docx.text.paragraph.Paragraph(p, document).text for p in document.element.body.iter(qn("w:p"))
    )


@pytest.mark.parametrize("kind", ORDER)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_told_legibly(kind: str, text: str) -> None:
    assert legible(text) in written(quoting(text, kind))


@given(some.text(some.characters(exclude_categories=[]), min_size=1), some.sampled_from(ORDER))
def test_any_text_leaves_the_document_whole(text: str, kind: str) -> None:
    assert legible(text) in written(quoting(text, kind))


def test_a_long_briefing_has_every_passage_once() -> None:
    one = REPORT.of_kind("task")[0]
    many = tuple(replace(one, id=n, start=n, end=n + 5, fields={"action": f"任务{n}号"}) for n in range(300))
    assert texts(read(replace(REPORT, passages=many)), "Task") == [
        f"（{n + 1}）任务{n}号" for n in range(300)
    ]


def kinds_of(tables: Iterable[Table]) -> set[str]:
    return {table.rows[0].cells[1].text for table in tables}


def test_headings_of_fields_are_those_of_the_kinds(briefing: Document) -> None:
    assert {KINDS["target"].field("indicator").zh, KINDS["policy"].field("name").zh} <= kinds_of(
        briefing.tables
    )
