"""The Word briefing, read back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
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
from openpyxl import load_workbook

from db.kinds import KINDS
from exporters import briefing_docx
from exporters.briefing import MODERN, OFFICIAL, Briefing
from exporters.legible import legible
from exporters.report import ORDER, Report, ReportPassage
from exporters.template_problems import PartUnknown
from tests.exporters.invented import ENGLISH, PASSAGES, PLAN, REPORT, SUMMARY, TRACED, quoting

INLINE = Briefing(sources="inline")


def packed(report: Report, asked: Briefing = INLINE) -> BytesIO:
    stream = BytesIO()
    briefing_docx.write(report, stream, lambda done, total: None, asked)
    return stream


def read(report: Report, asked: Briefing = INLINE) -> Document:
    return docx.Document(packed(report, asked))


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


def captioned(document: Document) -> dict[str, Table]:
    """The tables by the words of their captions."""
    names = [
        text.partition("　")[2] for text in texts(document, "Caption") if text.startswith(("表", "Table"))
    ]
    return dict(zip(names, document.tables, strict=True))


def test_it_opens_with_masthead_office_date_title_and_scope(briefing: Document) -> None:
    assert [(p.style.name, p.text) for p in briefing.paragraphs[:4] if p.style] == [
        ("Masthead", "工作简报"),
        ("Red Line", "王敏\t2032年3月2日"),
        ("Title", "青禾市目标任务简报"),
        ("Subtitle", "依据两件文档整理"),
    ]


def test_the_summary_counts_what_is_there(briefing: Document) -> None:
    summary = texts(briefing, "Body Text")
    assert summary == [
        "本简报依据《2031年青禾市工业工作要点》《2031年青禾市工业工作总结》整理，"
        "共收录目标3条、任务4条、政策4条。",
        "目标方面，共有计划目标2项、完成数据1项（见表1）。",
        "任务方面，共部署任务4项，涉及牵头单位2家，其中市工业局牵头2项，为数最多；"
        "明确时限的1项，未明确时限的3项；未明确牵头单位的1项。"
        "从进展看，推进中1项、已完成1项，其余2项未注明进展。",
        "政策方面，共涉及政策2项，其中印发1项、落实1项、实施1项（见表2）。",
    ]


def test_the_summary_says_what_became_of_the_targets_and_leads_to_the_tables() -> None:
    told = texts(read(TRACED), "Body Text")
    assert told[1].endswith(
        "从完成情况看，纳入对照的前期目标2项，其中未完成1项、未报告1项。"
        "未完成的1项为：全市企业（目标超过8万家，实际增长7.4%）。尚未见报告的1项为：软件收入（见表1）。"
    )
    assert told[4] == (
        "文件变化方面，《2031年青禾市工业工作总结》与《2031年青禾市工业工作要点》相比，"
        "新增1处、修改1处（见表3）。"
    )


def test_what_no_document_can_report_yet_is_told_apart_from_what_nobody_reports() -> None:
    traces = (TRACED.traces[0], replace(TRACED.traces[1], state="open"))
    briefing = read(replace(TRACED, traces=traces))
    told = texts(briefing, "Body Text")[1]
    assert "纳入对照的前期目标1项，其中未完成1项。" in told and "尚未见报告" not in told
    assert "另有待报告的目标1项，尚无后续文件可供对照" in told
    tables = captioned(briefing)
    assert [row[1] for row in rows(tables["目标完成情况对照"])[1:]] == ["全市企业"]
    assert [row[1] for row in rows(tables["目标一览"])[1:]] == ["软件收入"]


def test_targets_are_compared_with_the_year_before() -> None:
    earlier = replace(PLAN, id=7, reference_year=2030)
    old = replace(REPORT.of_kind("target")[0], id=70, document_id=7)
    compared = replace(REPORT, documents=(earlier, PLAN, SUMMARY), passages=(*PASSAGES, old))
    assert "与2030年相比，新提出目标1项：软件收入" in texts(read(compared), "Body Text")[1]
    dropped = replace(old, fields={**old.fields, "indicator": "粮食产量"})
    assert (
        "2030年提出、此后未再提出的目标1项：粮食产量"
        in texts(read(replace(compared, passages=(*PASSAGES, dropped))), "Body Text")[1]
    )


def test_documents_that_do_not_belong_together_are_not_compared() -> None:
    earlier = replace(PLAN, id=7, reference_year=2030, issuer="云岫市工业局")
    old = replace(REPORT.of_kind("target")[0], id=70, document_id=7)
    apart = replace(REPORT, documents=(earlier, PLAN, SUMMARY), passages=(*PASSAGES, old))
    assert "与2030年相比" not in "".join(texts(read(apart), "Body Text"))


def test_where_several_series_go_on_each_is_named() -> None:
    others = tuple(
        replace(PLAN, id=id_, reference_year=year, issuer="云岫市工业局", title=f"{year}年云岫市要点")
        for id_, year in ((7, 2030), (8, 2031))
    )
    own = replace(PLAN, id=9, reference_year=2030)
    target = REPORT.of_kind("target")[0]
    new = replace(target, fields={**target.fields, "indicator": "造林"})
    passages = (
        *PASSAGES,
        *(replace(target, id=70 + id_, document_id=id_) for id_ in (7, 9)),
        replace(new, id=80, document_id=8),
    )
    told = texts(
        read(replace(REPORT, documents=(*others, own, PLAN, SUMMARY), passages=passages)), "Body Text"
    )[1]
    assert "青禾市工业局与2030年相比，新提出目标1项：软件收入" in told
    assert (
        "云岫市工业局与2030年相比，新提出目标1项：造林。云岫市工业局2030年提出、此后未再提出的目标1项" in told
    )


def test_policies_named_for_the_first_time_keep_their_marks() -> None:
    later = replace(SUMMARY, reference_year=2032)
    marked = replace(PASSAGES[-1], id=90, fields={"name": "“链长”专项行动", "form": "programme"})
    named = replace(PASSAGES[-1], id=91, start=1400, fields={"name": "青禾市稳链办法", "form": "titled"})
    report = replace(REPORT, documents=(PLAN, later), passages=(*PASSAGES[:-1], marked, named))
    told = texts(read(report), "Body Text")[-1]
    assert "与2031年相比，新提及政策2项：“链长”专项行动、《青禾市稳链办法》" in told


def test_promised_and_reported_stand_side_by_side_with_the_sources_of_both() -> None:
    plan, summary = "《2031年青禾市工业工作要点》", "《2031年青禾市工业工作总结》"
    assert rows(captioned(read(TRACED))["目标完成情况对照"])[1:] == [
        ["1", "全市企业", "超过 8万家", f"增长 7.4%\n{plan}第4段；{summary}第3段", "-4万家", "未完成"],
        ["2", "软件收入", "130亿—137亿元", f"—\n{plan}第5段", "—", "未报告"],
    ]


def test_changes_stand_side_by_side_under_the_pair_of_documents() -> None:
    changed = read(TRACED)
    assert "（一）《2031年青禾市工业工作总结》与《2031年青禾市工业工作要点》相比" in texts(
        changed, "Heading 2"
    )
    assert rows(captioned(changed)["文件变化对照"])[1:] == [
        ["1", "修改", "培育绿色工厂10家。\n第8段", "培育绿色工厂15家。\n第9段"],
        ["2", "新增", "—\n", "建设零碳园区。\n第11段"],
    ]


def test_the_overview_counts_by_document_and_kind_with_sums(briefing: Document) -> None:
    assert rows(captioned(briefing)["标注情况一览"]) == [
        ["文档", "目标", "任务", "政策", "合计"],
        ["《2031年青禾市工业工作要点》", "2", "3", "2", "7"],
        ["《2031年青禾市工业工作总结》", "1", "1", "2", "4"],
        ["合计", "3", "4", "4", "11"],
    ]


def test_the_parts_are_headings_in_order(briefing: Document) -> None:
    assert texts(briefing, "Heading 1") == [
        "一、总体情况",
        "二、目标",
        "三、任务",
        "四、政策",
        "五、图示",
        "六、标注情况",
        "七、所据文档",
    ]


def test_targets_stand_in_a_table_with_figure_period_quote_and_source(briefing: Document) -> None:
    table = rows(captioned(briefing)["目标一览"])
    assert table[0] == ["序号", "指标", "数值", "性质", "时期", "原文"]
    assert table[1] == [
        "1", "全市企业", "超过 8万家", "计划", "2031年底前",
        "全市企业超过8万家\n《2031年青禾市工业工作要点》第4段",
    ]  # fmt: skip
    assert [row[2] for row in table[2:]] == ["130亿—137亿元", "增长 7.4%"]


def test_a_target_said_again_stands_once_with_every_place() -> None:
    target = REPORT.of_kind("target")[0]
    again = replace(target, id=80, paragraph=7, start=900, quote="企业总数超过8万家")
    other = replace(target, id=81, paragraph=8, start=950, fields={**target.fields, "value": 9e4})
    unnamed = tuple(replace(target, id=82 + n, start=960, fields={"value": 5.0}) for n in range(2))
    told = read(replace(REPORT, passages=(target, again, other, *unnamed)))
    table = rows(captioned(told)["目标一览"])
    assert table[1][-1] == "全市企业超过8万家\n《2031年青禾市工业工作要点》第4、7段"
    assert [row[2] for row in table[1:]] == ["超过 8万家", "超过 9万家", "5", "5"]


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
        "（1）推进数字工厂建设——《2031年青禾市工业工作要点》第6段",
        "（2）培育绿色工厂——《2031年青禾市工业工作要点》第8段",
        "（1）开展企业走访——《2031年青禾市工业工作要点》第7段",
        "（1）完善服务体系——《2031年青禾市工业工作总结》第9段",
    ]
    assert texts(briefing, "Task Facts")[0] == (
        "原文序号：（一）；时限：2031年6月底前；配合单位：市财政局、市科技局；进展：推进中"
    )


def saying(quote: str, action: str, marker: str = "") -> ReportPassage:
    task = REPORT.of_kind("task")[0]
    return replace(task, quote=quote, fields={"action": action, "marker": marker})


def test_a_task_is_quoted_where_its_words_say_more_than_its_action() -> None:
    passages = (saying("二是发展“链长”企业，力争年内达到20家。", "发展“链长”企业", "二是"),)
    briefing = read(replace(REPORT, passages=passages))
    assert texts(briefing, "Task") == ["（1）发展“链长”企业"]
    assert texts(briefing, "Quote") == [
        "“二是发展‘链长’企业，力争年内达到20家。”——《2031年青禾市工业工作要点》第6段"
    ]


@pytest.mark.parametrize("opening", ["", "（三）", "会议指出，"])
def test_a_task_whose_words_are_its_action_is_not_told_twice(opening: str) -> None:
    action = "加快建设先进制造业集群，推动产业链上下游协同发展"
    marker = opening.strip("会议指出，")
    briefing = read(replace(REPORT, passages=(saying(f"{opening}{action}。", action, marker),)))
    assert texts(briefing, "Task") == [f"（1）{action}——《2031年青禾市工业工作要点》第6段"]
    assert texts(briefing, "Quote") == []


def test_what_is_known_of_a_task_holds_on_to_its_words() -> None:
    quoted = saying("二是发展“链长”企业，力争年内达到20家。", "发展“链长”企业", "二是")
    briefing = read(replace(REPORT, passages=(quoted, saying("一是促进消费。", "促进消费", "一是"))))
    facts = [p for p in briefing.paragraphs if p.style is not None and p.style.name == "Task Facts"]
    assert [p.paragraph_format.keep_with_next for p in facts] == [True, None]


def test_the_mark_of_a_note_is_as_large_as_the_text_around_it() -> None:
    styles = read(REPORT, Briefing()).styles
    assert styles["footnote reference"].font.size is None  # type: ignore[attr-defined]
    assert styles["footnote reference"].font.superscript  # type: ignore[attr-defined]


def test_only_a_task_with_more_to_it_holds_on_to_the_next_paragraph() -> None:
    passages = (saying("一是促进消费。", "促进消费", "一是"), saying("促进就业。", "促进就业"))
    briefing = read(replace(REPORT, passages=passages))
    tasks = [p for p in briefing.paragraphs if p.style is not None and p.style.name == "Task"]
    assert [p.paragraph_format.keep_with_next for p in tasks] == [None, False]


def test_a_policy_named_again_stands_once_with_every_mention(briefing: Document) -> None:
    table = captioned(briefing)["政策一览"]
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
    assert rows(captioned(briefing)["所据文档"]) == [
        ["序号", "标题", "发文机关", "文号", "成文日期", "字数"],
        ["1", "2031年青禾市工业工作要点", "青禾市工业局", "青工发〔2031〕5号", "2031-02-18", "3,120"],
        ["2", "2031年青禾市工业工作总结", "青禾市工业局", "", "2032-01-09", "2,876"],
    ]


def test_a_column_that_nobody_fills_is_left_out() -> None:
    bare = replace(PLAN, issuer=None, number=None, issued=None)
    programme = REPORT.of_kind("policy")[-1]
    sparse = read(replace(REPORT, documents=(bare, replace(SUMMARY, issued=None)), passages=(programme,)))
    tables = captioned(sparse)
    assert rows(tables["所据文档"])[0] == ["序号", "标题", "发文机关", "字数"]
    assert rows(tables["政策一览"])[0] == ["序号", "政策名称", "形式", "阶段", "原文"]


def test_every_quote_of_the_report_is_in_it(briefing: Document) -> None:
    whole = "\n".join(p.text for p in briefing.element.body.iter(qn("w:p")))
    for passage in REPORT.passages:
        words = passage.fields.get("action") if passage.kind == "task" else None
        assert (words or passage.quote) in whole


def test_an_english_briefing_keeps_the_quotes_chinese() -> None:
    briefing = read(ENGLISH)
    assert texts(briefing, "Heading 1") == [
        "1. Summary",
        "2. Targets",
        "3. Tasks",
        "4. Policies",
        "5. Charts",
        "6. Passages by document",
        "7. Documents",
    ]
    assert rows(captioned(briefing)["Targets"])[1] == [
        "1", "全市企业", "> 80,000 家", "planned", "by end of 2031",
        "全市企业超过8万家\n《2031年青禾市工业工作要点》, para. 4",
    ]  # fmt: skip
    assert "holds 3 targets, 4 tasks, 4 policies." in texts(briefing, "Body Text")[0]


def test_without_a_passage_the_summary_says_so_and_no_part_is_empty() -> None:
    bare = replace(REPORT, passages=())
    assert texts(read(bare), "Heading 1") == ["一、总体情况", "二、所据文档"]
    assert texts(read(bare), "Body Text") == [
        "本简报依据《2031年青禾市工业工作要点》《2031年青禾市工业工作总结》整理，尚未标注目标、任务和政策。"
    ]
    assert texts(read(replace(bare, language="en")), "Body Text")[0].endswith("nothing is tagged yet.")


@pytest.mark.parametrize(
    ("kind", "headings"),
    [
        ("target", ["一、总体情况", "二、目标", "三、图示", "四、标注情况", "五、所据文档"]),
        ("task", ["一、总体情况", "二、任务", "三、图示", "四、标注情况", "五、所据文档"]),
        ("policy", ["一、总体情况", "二、政策", "三、图示", "四、标注情况", "五、所据文档"]),
    ],
)
def test_a_kind_alone_leaves_no_empty_part_behind(kind: str, headings: list[str]) -> None:
    alone = read(replace(REPORT, passages=REPORT.of_kind(kind)))
    assert texts(alone, "Heading 1") == headings
    assert len(texts(alone, "Body Text")) == 2
    assert rows(captioned(alone)["标注情况一览"])[0] == ["文档", KINDS[kind].zh, "合计"]


def test_one_document_of_one_passage_has_no_charts() -> None:
    single = replace(REPORT, documents=(PLAN,), passages=REPORT.of_kind("policy")[:1])
    assert texts(read(single), "Heading 1") == ["一、总体情况", "二、政策", "三、标注情况", "四、所据文档"]


def test_kinds_left_out_leave_no_trace_and_the_parts_are_numbered_on() -> None:
    some_kinds = read(replace(REPORT, kinds=("target", "policy")))
    assert texts(some_kinds, "Heading 1") == [
        "一、总体情况",
        "二、目标",
        "三、政策",
        "四、图示",
        "五、标注情况",
        "六、所据文档",
    ]
    assert rows(captioned(some_kinds)["标注情况一览"])[0] == ["文档", "目标", "政策", "合计"]


def test_a_report_of_nothing_can_still_be_written() -> None:
    empty = replace(REPORT, documents=(), passages=(), subtitle="", author="", kinds=())
    assert texts(read(empty), "Heading 1") == []


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


def test_the_page_is_that_of_official_documents(briefing: Document) -> None:
    section = briefing.sections[0]
    margins = (section.top_margin, section.left_margin, section.right_margin, section.bottom_margin)
    assert [round(margin.mm) for margin in margins if margin is not None] == [37, 28, 26, 35]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("linesAndChars", "579")
    narrowed = int(briefing.styles["Body Text"].element.rPr.find(qn("w:w")).get(qn("w:val"))) / 100
    assert int(Mm(156).pt / (16 * narrowed)) == 28
    line = briefing.styles["Body Text"].element.pPr.find(qn("w:spacing"))
    assert (line.get(qn("w:line")), line.get(qn("w:lineRule"))) == ("579", "exact")


def test_the_page_number_stands_on_the_outer_side(briefing: Document) -> None:
    assert briefing.settings.odd_and_even_pages_header_footer
    section = briefing.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert [field.get(qn("w:instr")) for field in paragraph._p.iter(qn("w:fldSimple"))] == [" PAGE "]
        assert "".join(text.text for text in paragraph._p.iter(qn("w:t"))) == "— 1 —"


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


def instructions(document: Document) -> list[str]:
    return [code.text for code in document.element.body.iter(qn("w:instrText"))]


@pytest.mark.parametrize(("template", "levels"), [(OFFICIAL, 1), (MODERN, 2)])
def test_the_table_of_contents_lists_the_headings_before_word_does(template: Path, levels: int) -> None:
    briefing = read(REPORT, Briefing(template=template))
    contents = briefing.element.body.find(qn("w:sdt"))
    lines = ["".join(t.text for t in p.iter(qn("w:t"))) for p in contents.iter(qn("w:p"))]
    listed = [f"Heading {level + 1}" for level in range(levels)]
    headings = [p.text for p in briefing.paragraphs if p.style and p.style.name in listed]
    assert lines == ["目录", *headings]
    assert instructions(briefing)[0] == f' TOC \\o "1-{levels}" \\h \\z \\u '
    anchors = {link.get(qn("w:anchor")) for link in contents.iter(qn("w:hyperlink"))}
    bookmarks = [mark.get(qn("w:name")) for mark in briefing.element.body.iter(qn("w:bookmarkStart"))]
    assert anchors <= set(bookmarks) and len(bookmarks) == len(set(bookmarks))


def test_captions_count_by_fields_and_references_lead_to_them() -> None:
    fields = instructions(read(TRACED))
    assert [code.split()[1] for code in fields if code.startswith(" SEQ ")].count("表") == 5
    names = {code.split()[1] for code in fields if code.startswith(" REF ")}
    bookmarks = read(TRACED).element.body.iter(qn("w:bookmarkStart"))
    assert names == {"_Ref_traces", "_Ref_policies", "_Ref_changes"}
    assert names <= {mark.get(qn("w:name")) for mark in bookmarks}


def opening(document: Document) -> list[str]:
    broken = qn("w:pageBreakBefore")
    return [p.text for p in document.paragraphs if p._p.pPr is not None and p._p.pPr.find(broken) is not None]


def test_the_text_opens_a_page_after_the_table_of_contents(briefing: Document) -> None:
    assert opening(briefing) == ["一、总体情况"]
    assert opening(read(REPORT, Briefing(parts=("summary", "targets")))) == []
    assert opening(read(REPORT, Briefing(template=MODERN))) == ["青禾市目标任务简报"]


def test_a_chart_shows_the_documents_with_most_and_says_so() -> None:
    many = tuple(replace(PLAN, id=id_, title=f"第{id_}号文件") for id_ in range(1, 40))
    one = REPORT.of_kind("task")[0]
    tasks = tuple(replace(one, id=id_, document_id=id_) for id_ in range(1, 40))
    extra = tuple(replace(one, id=100 + id_, document_id=30 + id_) for id_ in range(9))
    charted = read(replace(REPORT, documents=many, passages=(*tasks, *extra)))
    assert "图1　各文档标注数量（居前10位）" in texts(charted, "Caption")


@pytest.mark.parametrize(("sources", "held"), [("footnotes", False), ("endnotes", None), ("inline", None)])
def test_a_caption_is_not_held_to_a_table_with_footnotes(sources: Any, held: bool | None) -> None:
    briefing = read(TRACED, Briefing(sources=sources, parts=("targets", "overview")))
    captions = [p for p in briefing.paragraphs if p.style is not None and p.style.name == "Caption"]
    assert [p.paragraph_format.keep_with_next for p in captions] == [held, None]


def test_every_field_is_opened_and_closed(briefing: Document) -> None:
    ends = [mark.get(qn("w:fldCharType")) for mark in briefing.element.body.iter(qn("w:fldChar"))]
    assert ends == ["begin", "separate", "end"] * (len(ends) // 3)


@pytest.mark.parametrize(("form", "name"), [("footnotes", "footnote"), ("endnotes", "endnote")])
def test_sources_are_real_notes(form: str, name: str) -> None:
    with ZipFile(packed(REPORT, Briefing(sources=form))) as package:  # type: ignore[arg-type]
        notes = etree.fromstring(package.read(f"word/{form}.xml"))
        body = etree.fromstring(package.read("word/document.xml"))
        settings = etree.fromstring(package.read("word/settings.xml"))
    told = {note.get(qn("w:id")): "".join(note.itertext()).strip() for note in notes}
    marks = [mark.get(qn("w:id")) for mark in body.iter(qn(f"w:{name}Reference"))]
    assert [note.get(qn("w:type")) for note in notes][:2] == ["separator", "continuationSeparator"]
    assert marks == [str(number) for number in range(1, 11)]
    assert set(marks) == set(told) - {"-1", "0"}
    assert told["1"] == "《2031年青禾市工业工作要点》第4段"
    assert "《2031年青禾市工业工作要点》第11段；《2031年青禾市工业工作总结》第12段" in told.values()
    order = [child.tag for child in settings]
    assert order.index(qn(f"w:{name}Pr")) < order.index(qn("w:compat"))


def test_a_source_with_pages_names_the_page() -> None:
    paged = replace(REPORT, passages=tuple(replace(one, page=3) for one in PASSAGES))
    assert "《2031年青禾市工业工作要点》第3页第4段" in written(paged)


def test_tasks_may_go_by_number_with_their_department_told() -> None:
    numbered = read(REPORT, Briefing(tasks_by="number", sources="inline"))
    assert texts(numbered, "Heading 3") == []
    assert [text.partition("——")[0] for text in texts(numbered, "Task")][:3] == [
        "（1）推进数字工厂建设",
        "（2）开展企业走访",
        "（3）培育绿色工厂",
    ]
    assert texts(numbered, "Task Facts")[0].startswith("牵头单位：市工业局；原文序号：（一）")


def test_parts_stand_in_the_order_asked_for() -> None:
    asked = Briefing(parts=("policies", "summary"), sources="inline")
    some = read(TRACED, asked)
    assert texts(some, "Heading 1") == ["一、政策", "二、总体情况"]
    assert texts(some, "Body Text")[-2].endswith("实施1项（见表1）。")


def test_an_unknown_part_is_told() -> None:
    with pytest.raises(PartUnknown, match="no part “targts”"):
        packed(REPORT, Briefing(parts=("targts",)))


def test_charts_are_words_own_with_their_figures_inside() -> None:
    with ZipFile(packed(TRACED)) as package:
        names = [name for name in package.namelist() if name.startswith("word/charts/chart")]
        chart = etree.fromstring(package.read("word/charts/chart2.xml"))
        book = load_workbook(BytesIO(package.read("word/embeddings/chart2.xlsx")))
    assert len(names) == 3
    shown = ["".join(value.itertext()) for value in chart.iter("{*}v")]
    assert shown == ["任务", "市工业局", "市中小企业中心", "2", "1"]
    assert list(book["Sheet1"].values) == [("", "任务"), ("市工业局", 2), ("市中小企业中心", 1)]


def test_the_annex_of_all_passages_has_each_with_its_source() -> None:
    annex = captioned(read(REPORT, Briefing(parts=("passages",))))["标注原文"]
    assert rows(annex)[0] == ["编号", "类别", "原文", "出处"]
    assert rows(annex)[1] == ["2", "目标", "全市企业超过8万家", "《2031年青禾市工业工作要点》第4段"]
    assert len(rows(annex)) == 1 + len(PASSAGES)
