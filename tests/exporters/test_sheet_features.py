"""What a workbook offers besides its values: lists, colours, formats by unit, links, hidden sheets."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.kinds import KINDS, STATES
from exporters import target_sheet_xlsx
from exporters.report import Report, ReportTrace
from exporters.sheet_formats import number_format
from exporters.sheet_layout import PAGES, TargetSheet
from exporters.sheet_summary import TRACE_COLOURS, departments, is_plain, short
from tests.exporters.invented import ENGLISH, REPORT, passage

TRACED = replace(REPORT, traces=(ReportTrace(3, 1, "changed_scope"), ReportTrace(2, None, "not_reported")))


def read(report: Report, options: TargetSheet | None = None) -> Workbook:
    stream = BytesIO()
    target_sheet_xlsx.write(report, stream, lambda done, total: None, options)
    return load_workbook(stream)


@pytest.fixture(scope="module")
def book() -> Workbook:
    return read(TRACED)


def letter(sheet: Worksheet, heading: str) -> str:
    return next(str(cell.column_letter) for cell in sheet[1] if cell.value == heading)


def checks(sheet: Worksheet, heading: str) -> list[Any]:
    """The data validations of a column's first row."""
    place = f"{letter(sheet, heading)}2"
    return [check for check in sheet.data_validations.dataValidation if place in check.sqref]


def rules(sheet: Worksheet, heading: str) -> list[str]:
    """The conditions of the colours of a column."""
    return [
        str(rule.formula[0])
        for cells in sheet.conditional_formatting
        if str(cells.sqref).startswith(f"{letter(sheet, heading)}2:")
        for rule in cells.rules
        if rule.formula
    ]


@pytest.mark.parametrize(
    ("kind", "name"), [("target", "nature"), ("target", "comparator"), ("task", "status"), ("policy", "form")]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_choices_are_offered_in_the_language_of_the_report(kind: str, name: str, language: str) -> None:
    field = KINDS[kind].field(name)
    sheet = read(replace(REPORT, language=language))[PAGES[kind].title(language)]
    (check,) = checks(sheet, field.heading(language))
    assert check.type == "list"
    assert check.formula1 == '"' + ",".join(field.shown(c.value, language) for c in field.choices) + '"'
    assert len(check.formula1) <= 255 + 2


def test_states_are_offered_and_coloured(book: Workbook) -> None:
    (check,) = checks(book["目标"], "状态")
    assert check.formula1 == '"' + ",".join(state.zh for state in STATES) + '"'
    assert [rule.partition("=")[2] for rule in rules(book["目标"], "状态")] == ['"建议"', '"已否决"']


def test_departments_are_offered_from_a_hidden_list_and_others_accepted(book: Workbook) -> None:
    (check,) = checks(book["任务台账"], "牵头单位")
    listed = [cell.value for cell in book["选项"]["A"]]
    assert check.formula1 == f"'选项'!$A$1:$A${len(listed)}"
    assert not check.showErrorMessage
    assert listed[0] == "市工业局"
    assert {"市财政局", "市科技局", "市中小企业中心", "青禾市人民政府"} <= set(listed)
    assert (book["选项"].sheet_state, book["cezhu"].sheet_state) == ("hidden", "veryHidden")


def test_numbers_and_dates_are_checked_as_they_are_typed(book: Workbook) -> None:
    assert [check.type for check in checks(book["目标"], "数值")] == ["decimal"]
    assert [check.type for check in checks(book["目标"], "时期止")] == ["date"]
    assert checks(book["目标"], "指标") == []


def test_due_dates_are_coloured_unless_the_task_is_closed(book: Workbook) -> None:
    status = letter(book["任务台账"], "进展")
    late, soon = rules(book["任务台账"], "完成时限")
    assert late.endswith("<TODAY())") and soon.endswith("<=TODAY()+30)")
    assert all(f'${status}2<>"已完成"' in rule and f'${status}2<>"已取消"' in rule for rule in (late, soon))


def test_without_its_status_a_due_date_counts_alone() -> None:
    sheet = read(REPORT, TargetSheet({"task": ("action", "due_to")}))["任务台账"]
    assert rules(sheet, "完成时限")[0] == "AND(ISNUMBER($B2),$B2<TODAY())"


def test_outcomes_of_promises_have_colours_and_completion_a_bar(book: Workbook) -> None:
    assert len(rules(book["目标追踪"], "追踪结论")) == 7
    column = letter(book["目标追踪"], "完成率")
    found = [c for c in book["目标追踪"].conditional_formatting if str(c.sqref).startswith(f"{column}2:")]
    assert [rule.type for cells in found for rule in cells.rules] == ["dataBar"]


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (80_000, "家", '[>=10000]0\\.0,"万";General'),
        (123_456, "家", '[>=10000]0\\.0000"万";General'),
        (13.7e9, "元", '[>=100000000]0\\.00,,"亿";General'),
        (1.37e12, "元", '[>=1000000000000]0\\.000,,,"万亿";General'),
        (-80_000, "家", '0\\.0,"万"'),
        (9_999, "家", "#,##0"),
        (20_000.5, "元", "#,##0.######"),
        (123_456_789, "元", "#,##0"),
        (20_000, "%", "#,##0"),
        (20_000, "万", "#,##0"),
        (7.4, "%", "#,##0.######"),
    ],
)  # fmt: skip
def test_large_numbers_are_shown_in_wan_and_yi_where_that_is_exact(
    value: float, unit: str, shown: str
) -> None:
    assert number_format(value, unit) == shown


def test_an_english_sheet_groups_in_threes() -> None:
    assert number_format(80_000, "家", "en") == "#,##0"
    assert read(ENGLISH)["Targets"]["C3"].number_format == "#,##0"


def test_every_row_leads_to_its_source(book: Workbook) -> None:
    links = [cell.value for cell in book["目标"][letter(book["目标"], "出处")]][1:]
    assert links == [f'=HYPERLINK("#\'来源\'!A{row}","查看")' for row in (2, 3, 4)]
    ids = [cell.value for cell in book["来源"]["A"]][1:]
    assert ids == [p.id for kind in REPORT.kinds for p in REPORT.of_kind(kind)]


def test_a_source_is_the_whole_sentence() -> None:
    only = replace(passage(1, 1, "target", "增长7%", 0), sentence="今年增长7%，明年再说。")
    sheet = read(replace(REPORT, passages=(only,)))["来源"]
    assert sheet[f"{letter(sheet, '原句')}2"].value == "今年增长7%，明年再说。"


def test_heads_have_hidden_names(book: Workbook) -> None:
    name = book.defined_names["cezhu.target.value"]
    assert name.hidden
    assert [*name.destinations] == [("目标", "$C$1")]


def test_the_tracker_keeps_its_numbers_where_the_ledger_has_none() -> None:
    options = TargetSheet({"target": ("indicator",), "tracker": ("indicator", "promised", "gap")})
    book = read(TRACED, options)
    heads, *rows = book["目标追踪"].iter_rows(values_only=True)
    assert heads == ("指标", "承诺值", "差额", "编号")
    assert rows == [("软件收入", 13e9, None, 3), ("全市企业", 80000, None, 2)]


def test_a_sheet_without_what_is_counted_has_no_block_for_it() -> None:
    options = TargetSheet({"tracker": ("indicator",), "task": ("action",), "document": ("title",)})
    summary = read(TRACED, options)["概览"]
    told = {cell.value for row in summary for cell in row}
    assert "各年度目标" in told
    assert not told & {"目标追踪", "任务进展", "牵头单位的任务", "各文档标注", "承诺兑现率", "逾期任务"}
    assert len(summary._charts) == 1


def test_the_summary_has_a_chart_beside_every_table(book: Workbook) -> None:
    assert len(book["概览"]._charts) == 5
    assert len(read(replace(REPORT, passages=()))["概览"]._charts) == 2


def test_a_report_without_documents_is_written_too() -> None:
    empty = read(replace(REPORT, passages=(), documents=()))
    assert "概览" in empty.sheetnames
    assert len(empty["概览"]._charts) == 1


def test_departments_that_formulas_would_misread_are_not_counted() -> None:
    odd = ("市工业局", "=A1", "甲*", "乙?", 'a"b', "长" * 61, "x\ny")
    tasks = tuple(
        passage(n, 1, "task", "甲", n, lead=name) for n, name in enumerate((*odd, "市工业局、区"), 1)
    )
    assert departments(replace(REPORT, passages=tasks), ("lead",)) == {"市工业局": 2, "区": 1}
    assert not is_plain("")


def test_a_long_title_is_shortened_for_a_chart() -> None:
    assert short("题" * 30) == "题" * 21 + "…"
    assert short(" 短 \n 题 ") == "短 题"


def test_without_promises_there_is_no_tracker() -> None:
    assert "目标追踪" not in read(replace(REPORT, traces=())).sheetnames
    assert "目标追踪" not in read(replace(TRACED, kinds=("task",))).sheetnames


@pytest.mark.parametrize("colour", TRACE_COLOURS)
def test_white_figures_can_be_read_on_the_parts_of_the_ring(colour: str) -> None:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    assert 1.05 / (luminance + 0.05) >= 3
