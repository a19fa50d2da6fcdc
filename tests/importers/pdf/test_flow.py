"""Lines become paragraphs, over columns and pages."""

import pytest

from importers import Options
from tests.importers.pdf.invented import FIRST, FOURTH, PROSE, SECOND, THIRD, kinds, read, texts
from tests.importers.pdf.paper import Sheet, wrapped


def lines_of(*paragraphs: str, indent: str = "　　", chars: int = 34) -> list[str]:
    return [line for paragraph in paragraphs for line in wrapped(paragraph, chars, indent)]


def test_an_indent_begins_a_paragraph() -> None:
    sheet = Sheet()
    sheet.lines(80, 80, lines_of(*PROSE))
    assert texts(read(sheet)) == list(PROSE)


def test_a_gap_begins_a_paragraph_where_nothing_is_indented() -> None:
    sheet = Sheet()
    y = 80.0
    for paragraph in (*PROSE, "一、总体要求", *PROSE):
        y = sheet.lines(80, y, lines_of(paragraph, indent="")) + 10
    assert texts(read(sheet)) == [*PROSE, "一、总体要求", *PROSE]


def test_hanging_lines_belong_to_the_item_above_them() -> None:
    items = [f"{i}．{paragraph}" for i, paragraph in enumerate(PROSE, 1)]
    sheet = Sheet()
    y = 80.0
    for item in items:
        first, *rest = wrapped(item, 34, "")
        sheet.text(80, y, first)
        y = sheet.lines(104, y + 18, rest)
    assert texts(read(sheet)) == items


def test_a_paragraph_runs_over_the_end_of_a_page() -> None:
    lines = lines_of(*PROSE, *PROSE)
    pages = Sheet(), Sheet()
    pages[0].lines(80, 80, lines[:7])
    pages[1].lines(80, 80, lines[7:])
    found = read(*pages)
    assert texts(found) == [*PROSE, *PROSE]
    assert {piece.page for piece in found.pieces} == {1, 2}


def test_a_page_that_ends_with_a_paragraph_does_not_swallow_the_next() -> None:
    pages = Sheet(), Sheet()
    pages[0].lines(80, 80, lines_of(FIRST, SECOND))
    pages[1].lines(80, 80, lines_of(THIRD, FOURTH))
    assert texts(read(*pages)) == list(PROSE)


def test_a_table_at_the_head_of_a_page_stands_after_the_paragraph_that_runs_over_it() -> None:
    lines = lines_of(*PROSE, *PROSE)
    pages = Sheet(), Sheet()
    pages[0].lines(80, 80, lines[:7])
    pages[1].grid((80, 280, 480), (80, 110, 140))
    for x, y, text in ((90, 90, "指标"), (290, 90, "数值"), (90, 120, "园区"), (290, 120, "12")):
        pages[1].text(x, y, text)
    pages[1].lines(80, 160, lines[7:])
    found = read(*pages)
    assert [piece.text for piece in found.pieces if piece.kind == "paragraph"] == [*PROSE, *PROSE]


def test_a_paragraph_set_narrower_than_the_page_stays_one() -> None:
    sheet = Sheet()
    y = sheet.lines(80, 80, lines_of(FIRST, SECOND))
    narrow = "推进产业转型升级" * 10 + "。"
    y = sheet.lines(80, y, lines_of(narrow, chars=28))
    sheet.lines(80, y, lines_of(FIRST, SECOND))
    assert texts(read(sheet)) == [FIRST, SECOND, narrow, FIRST, SECOND]


def test_the_title_is_one_over_its_lines_and_numbered_headings_have_levels() -> None:
    sheet = Sheet()
    sheet.text(178, 60, "云岭市人民政府关于印发", 22)
    sheet.text(134, 94, "制造业三年行动方案的通知", 22)
    sheet.text(230, 130, "云政发〔2026〕7号", 12)
    y = 170.0
    for line in ("一、总体要求", "（一）主要目标", FIRST, "（二）重点任务", SECOND, "二、保障措施", THIRD):
        y = sheet.lines(80, y, lines_of(line))
    found = read(sheet)
    assert texts(found)[0] == "云岭市人民政府关于印发制造业三年行动方案的通知"
    assert kinds(found) == [
        ("title", None),
        ("paragraph", None),
        ("heading", 1),
        ("heading", 2),
        ("paragraph", None),
        ("heading", 2),
        ("paragraph", None),
        ("heading", 1),
        ("paragraph", None),
    ]


def test_the_title_of_a_document_inside_heads_a_part() -> None:
    sheet = Sheet()
    sheet.text(150, 60, "关于印发三年行动方案的通知", 22)
    y = sheet.lines(80, 110, lines_of(FIRST, SECOND))
    sheet.text(200, y + 30, "制造业三年行动方案", 20)
    sheet.lines(80, y + 80, lines_of(THIRD, FOURTH))
    found = read(sheet)
    assert kinds(found) == [
        ("title", None),
        *[("paragraph", None)] * 2,
        ("heading", 1),
        *[("paragraph", None)] * 2,
    ]


def test_a_red_head_is_not_the_title() -> None:
    sheet = Sheet()
    sheet.text(110, 60, "云岭市人民政府文件", 40)
    sheet.text(150, 140, "关于加快制造业升级的意见", 22)
    sheet.lines(80, 200, lines_of(*PROSE))
    assert [piece.text for piece in read(sheet).pieces if piece.kind == "title"] == [
        "关于加快制造业升级的意见"
    ]


def test_of_a_printed_web_page_the_title_is_not_the_name_of_the_page() -> None:
    sheet = Sheet()
    title = "云岭市关于加快制造业升级的意见"
    sheet.lines(80, 80, [f"{title}_部门文件_云岭市人民政府网", title], step=24)
    sheet.lines(80, 140, lines_of(*PROSE))
    assert [piece.text for piece in read(sheet).pieces if piece.kind == "title"] == [title]


def test_entries_of_a_table_of_contents_stay_single_and_are_no_headings() -> None:
    sheet = Sheet()
    entries = [f"{number}、{name}" + "." * 40 + f" {page}" for number, name, page in
               (("一", "总体要求", 1), ("二", "重点任务", 3), ("三", "保障措施", 9))]  # fmt: skip
    y = sheet.lines(80, 80, entries)
    sheet.lines(80, y + 20, lines_of(*PROSE))
    found = read(sheet)
    assert texts(found)[:3] == entries
    assert kinds(found)[:3] == [("item", None)] * 3


def test_notes_at_the_foot_of_a_page_stand_after_the_paragraph_that_runs_over_them() -> None:
    lines = lines_of(*PROSE, *PROSE)
    pages = Sheet(), Sheet()
    pages[0].lines(80, 480, lines[:7])
    pages[0].rule(80, 700, 200, 700)
    pages[0].lines(80, 710, ["① 规模以上指年主营业务收入二千万元以上。", "② 数据为初步核算数。"], 9, 14)
    pages[1].lines(80, 80, lines[7:])
    found = read(*pages)
    assert [piece.text for piece in found.pieces if piece.kind == "paragraph"] == [*PROSE, *PROSE]
    notes = [piece.text for piece in found.pieces if piece.kind == "note"]
    assert [text[:1] for text in notes] == ["①", "②"]


def test_notes_may_have_plain_numbers_and_their_marks_are_no_digits_of_a_number() -> None:
    sheet = Sheet()
    y = sheet.lines(80, 480, lines_of(*PROSE))
    sheet.text(80, y, "产值达到")
    sheet.text(128, y - 2, "1", 6)
    sheet.text(131, y, "2026亿元。")
    sheet.lines(80, 760, ["1规模以上指年主营业务收入二千万元以上。"], 9, 14)
    found = read(sheet)
    assert texts(found)[-2:] == ["产值达到1 2026亿元。", "1规模以上指年主营业务收入二千万元以上。"]
    assert [kind for kind, _ in kinds(found)][-1] == "note"


def test_a_line_alone_on_its_page_is_not_the_beginning_of_the_next() -> None:
    pages = Sheet(), Sheet()
    pages[0].text(80, 80, "云岭市主要经济指标")
    pages[1].lines(80, 80, lines_of(*PROSE))
    assert texts(read(*pages)) == ["云岭市主要经济指标", *PROSE]


def test_latin_words_cut_by_a_hyphen_are_whole_again() -> None:
    sheet = Sheet()
    sheet.lines(80, 80, ["The development of advanced manufac-", "turing and well-known brands goes on."])
    assert texts(read(sheet)) == ["The development of advanced manufacturing and well-known brands goes on."]


@pytest.mark.parametrize("keep", (True, False))
def test_line_breaks_are_kept_where_the_analyst_wants_them(keep: bool) -> None:
    sheet = Sheet()
    lines = lines_of(FIRST, SECOND)
    sheet.lines(80, 80, lines)
    found = read(sheet, options=Options(keep_line_breaks=keep))
    assert texts(found) == ([line.strip() for line in lines] if keep else [FIRST, SECOND])
