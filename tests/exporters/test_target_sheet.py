"""The Excel target sheet, read back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters import target_sheet_xlsx
from exporters.legible import legible
from exporters.report import ORDER, Report, ReportTrace, columns
from exporters.sheet_layout import PAGES
from exporters.sheet_text import LIMIT, cell_text
from tests.exporters.invented import ENGLISH, REPORT, passage, quoting


def packed(report: Report) -> BytesIO:
    stream = BytesIO()
    target_sheet_xlsx.write(report, stream, lambda done, total: None)
    return stream


def read(report: Report) -> Workbook:
    return load_workbook(packed(report))


def cells(sheet: Worksheet, row: int) -> dict[str, Any]:
    """The cells of a row by the heading of their column."""
    return {str(head.value): cell for head, cell in zip(sheet[1], sheet[row], strict=True)}


def values(sheet: Worksheet, row: int) -> dict[str, Any]:
    return {heading: cell.value for heading, cell in cells(sheet, row).items()}


def shown(book: Workbook) -> list[str]:
    return [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]


def tables(book: Workbook) -> list[Worksheet]:
    """The sheets that are tables: all that are shown but the summary."""
    return [book[title] for title in shown(book)[1:]]


def ledgers(book: Workbook) -> dict[str, Worksheet]:
    return {kind: book[PAGES[kind].zh if PAGES[kind].zh in book else PAGES[kind].en] for kind in ORDER}


TRACED = replace(REPORT, traces=(ReportTrace(2, None, "not_reported"), ReportTrace(3, 1, "changed_scope")))


@pytest.fixture(scope="module")
def book() -> Workbook:
    return read(TRACED)


def test_the_sheets_are_the_kinds_and_the_documents_in_the_language_of_the_report(book: Workbook) -> None:
    assert shown(book) == ["概览", "目标", "目标追踪", "任务台账", "政策", "文档", "来源"]
    english = ["Summary", "Targets", "Tasks", "Policies", "Documents", "Sources"]
    assert shown(read(ENGLISH)) == english
    assert shown(read(replace(REPORT, kinds=("task",)))) == ["概览", "任务台账", "文档", "来源"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_columns_are_the_fields_of_the_kind_and_where_and_how_it_is_kept(language: str) -> None:
    for kind, sheet in ledgers(read(replace(REPORT, language=language))).items():
        headings = [cell.value for cell in sheet[1]]
        assert headings == [field.heading(language) for field in PAGES[kind].fields]
        assert set(headings) > {field.heading(language) for field in columns(kind)}


def test_a_target_has_its_number_as_a_number_and_its_dates_as_dates(book: Workbook) -> None:
    row = cells(book["目标"], 3)
    assert (row["数值"].value, row["数值"].data_type) == (13e9, "n")
    assert row["上限"].value == 13.7e9
    assert row["时期止"].is_date
    assert row["时期止"].value == datetime(2031, 12, 31)
    assert row["时期止"].number_format == "yyyy-mm-dd"
    assert row["修改时间"].value == datetime(2032, 3, 1, 9, 30)
    assert (row["编号"].value, row["编号"].number_format) == (3, "0")


def test_a_fraction_shows_its_decimals_and_a_whole_number_no_bare_point(book: Workbook) -> None:
    assert cells(book["目标"], 4)["数值"].number_format == "#,##0.######"
    assert cells(book["目标"], 2)["数值"].number_format != "#,##0.######"


def test_a_row_holds_what_the_report_knows(book: Workbook) -> None:
    row = values(book["任务台账"], 2)
    assert row["任务内容"] == "推进数字工厂建设"
    assert row["进展"] == "推进中"
    assert row["文档"] == "2031年青禾市工业工作要点"
    assert (row["段"], row["原文"], row["状态"], row["标注人"]) == (
        6,
        "（一）推进数字工厂建设。",
        "已确认",
        "王敏",
    )
    assert row["开始时间"] is None


def test_choices_are_named_in_the_language_of_the_report() -> None:
    assert values(read(ENGLISH)["Tasks"], 2)["Status"] == "under way"


def test_every_passage_is_a_row_in_reading_order(book: Workbook) -> None:
    for kind, sheet in ledgers(book).items():
        ids = [cell.value for cell in next(sheet.iter_cols(min_row=2, min_col=len(PAGES[kind].fields)))]
        assert ids == [p.id for p in REPORT.of_kind(kind)]


def test_documents_have_their_counts(book: Workbook) -> None:
    row = values(book["文档"], 2)
    assert row["标题"] == "2031年青禾市工业工作要点"
    assert (row["成文日期"], row["发布日期"]) == (datetime(2031, 2, 18), None)
    assert (row["年度"], row["字数"], row["编号"]) == (2031, 3120, 1)
    assert row["目标"] == "=COUNTIF('目标'!$J:$J,$A2)"
    assert cells(book["文档"], 2)["年度"].number_format == "0"


def test_heads_are_frozen_styled_and_filtered_over_the_whole_range(book: Workbook) -> None:
    for sheet in tables(book):
        (table,) = sheet.tables.values()
        assert sheet.freeze_panes == "B2"
        assert table.ref == table.autoFilter.ref == sheet.dimensions
        assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
        assert all(cell.font.bold and cell.fill.fgColor.rgb != "00000000" for cell in sheet[1])


def test_a_kind_without_passages_keeps_its_head_and_filter() -> None:
    sheet = read(replace(REPORT, passages=()))["目标"]
    assert set(values(sheet, 2).values()) == {None}
    (table,) = sheet.tables.values()
    assert table.ref == sheet.dimensions
    assert sheet.max_row == 2


def test_widths_fit_chinese_and_quotes_wrap(book: Workbook) -> None:
    for kind, sheet in ledgers(book).items():
        for cell, field in zip(sheet[1], PAGES[kind].fields, strict=True):
            width = sheet.column_dimensions[cell.column_letter].width
            assert width >= 1.9 * max(field.width, len(field.zh) + 1)
        quote = cells(sheet, 2)["原文"]
        assert quote.alignment.wrap_text


def test_rows_are_as_high_as_their_text_needs_up_to_a_limit() -> None:
    quotes = ["短", "长" * 100, "甲\n乙\n丙", "很长" * 5000]
    tagged = tuple(passage(n, 1, "target", quote, n * 10) for n, quote in enumerate(quotes))
    sheet = read(replace(REPORT, passages=tagged))["目标"]
    heights = [sheet.row_dimensions[row].height or 0 for row in (2, 3, 4, 5)]
    assert heights[0] < heights[2] < heights[1] < heights[3] < 200


def test_heights_are_left_to_grow_with_an_edited_text() -> None:
    with ZipFile(packed(REPORT)) as package:
        sheet = etree.fromstring(package.read("xl/worksheets/sheet2.xml"))
    rows = list(sheet.iter("{*}row"))
    assert [row.get("customHeight") for row in rows] == ["1", None, None, None]
    assert all(row.get("ht") for row in rows)


def test_pages_are_a4_across_as_wide_as_the_paper_with_repeated_heads(book: Workbook) -> None:
    for sheet in tables(book):
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize or 0)) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.oddHeader.center.text == "青禾市目标任务简报　&A"
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"


def test_the_printed_page_leaves_out_how_passages_are_kept(book: Workbook) -> None:
    for name, heading in (("目标", "原文"), ("目标追踪", "报告出处")):
        last = str(book[name].print_area).rpartition("$")[0].rpartition("$")[2]
        assert book[name][f"{last}1"].value == heading


def test_the_properties_are_those_of_the_report(book: Workbook) -> None:
    assert (book.properties.title, book.properties.creator) == ("青禾市目标任务简报", "王敏")
    assert book.properties.created == datetime(2032, 3, 2)


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5%", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    row = cells(read(quoting(text))["目标"], 2)
    for heading in ("指标", "单位", "原文", "备注", "标签", "标注人"):
        assert (row[heading].value, row[heading].data_type) == (text, "s")
        assert row[heading].quotePrefix
    assert not row["状态"].quotePrefix
    assert not list(formulas(quoting(text), text))


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "TRUE", "12", "2031-01-01", " 空 ", "'引"])
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    cell = cells(read(quoting(text))["目标"], 2)["指标"]
    assert (cell.value, cell.data_type) == (text, "s")


def formulas(report: Report, text: str) -> Iterator[str]:
    """The formulas of all sheets that hold the text."""
    with ZipFile(packed(report)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                found = etree.fromstring(package.read(name)).iter("{*}f")
                yield from (formula.text for formula in found if text in formula.text)


HOSTILE = ["\x00\x1b\x0b", "\ud834", "</t>&lt;]]>", "甲\n乙\t丙\r\n丁", "𠮷" * 300, "{0}%s", "&D&P", "=\x01"]


@pytest.mark.parametrize("kind", ORDER)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_told_legibly(kind: str, text: str) -> None:
    book = read(quoting(text, kind))
    assert values(book[PAGES[kind].zh], 2)["原文"] == legible(text)
    assert values(book["文档"], 2)["标题"] == legible(text)


@settings(max_examples=20)
@given(some.text(some.characters(exclude_categories=[]), min_size=1), some.sampled_from(ORDER))
def test_any_text_leaves_the_workbook_whole(text: str, kind: str) -> None:
    sheet = read(quoting(text, kind))[PAGES[kind].zh]
    assert values(sheet, 2)["备注"] == cell_text(text, "zh")


@given(some.text(some.characters(exclude_categories=[])))
def test_a_text_that_fits_is_only_made_legible(text: str) -> None:
    if "_x" not in text:
        assert cell_text(text, "zh") == legible(text)


def test_a_text_that_looks_like_an_encoded_character_is_kept_from_being_decoded() -> None:
    assert cell_text("A_x0041_B _x41_", "zh") == "A_x005F_x0041_B _x41_"


@pytest.mark.parametrize("text", ["长" * 40_000, "𠮷" * 20_000, "甲" + "𠮷" * 20_000])
@pytest.mark.parametrize(("language", "remark"), [("zh", "截断】"), ("en", "can hold]")])
def test_a_text_too_long_for_a_cell_is_cut_with_a_remark(text: str, language: str, remark: str) -> None:
    kept = cell_text(text, language)
    assert LIMIT - 2 < len(kept.encode("utf-16-le")) // 2 <= LIMIT
    assert kept.endswith(remark)
    assert f"{len(text)}" in kept[-80:]
    assert text.startswith(kept[:10_000])


def test_a_text_that_just_fits_is_whole() -> None:
    assert cell_text("长" * LIMIT, "zh") == "长" * LIMIT
    assert values(read(quoting("长" * LIMIT))["目标"], 2)["原文"] == "长" * LIMIT


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_number_is_written_as_text(number: float) -> None:
    odd = replace(REPORT, passages=(passage(1, 1, "target", "甲", 0, value=number),))
    assert cells(read(odd)["目标"], 2)["数值"].data_type == "s"


@pytest.mark.parametrize("day", [date.min, date(1900, 1, 1), date(1900, 2, 28)])
def test_days_the_calendar_of_excel_does_not_know_are_written_as_text(day: date) -> None:
    old = replace(REPORT, passages=(passage(1, 1, "target", "甲", 0, period_to=day),))
    assert values(read(old)["目标"], 2)["时期止"] == day.isoformat()


@settings(max_examples=20)
@given(some.floats(-1e300, 1e300), some.dates(min_value=date(1900, 3, 1)))
def test_numbers_and_dates_come_back_as_they_were(number: float, day: date) -> None:
    sheet = read(replace(REPORT, passages=(passage(1, 1, "target", "甲", 0, value=number, period_to=day),)))[
        "目标"
    ]
    row = values(sheet, 2)
    assert row["数值"] == pytest.approx(number, rel=1e-15)
    assert row["时期止"].date() == day


def test_an_ampersand_in_the_title_is_no_code_of_the_page_head() -> None:
    assert read(replace(REPORT, title="研发&试验"))["目标"].oddHeader.center.text == "研发&&试验　&A"
