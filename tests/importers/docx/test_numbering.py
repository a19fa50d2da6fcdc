"""Automatic numbering, as the reader sees it."""

import pytest

from tests.importers.docx.drafts import drafted, kinds, texts
from tests.importers.word_files import cell, level, lists, numbered, paragraph, run, table

POLICY = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimalEnclosedCircle", "%4")
)
BODY = "围绕产业升级，加快建设现代化产业体系，推动工业经济平稳增长，确保完成全年目标。"


def written(*places: tuple[int, int], numbering: str) -> list[str]:
    """The labels of paragraphs of these levels and lists."""
    body = "".join(numbered("|", depth, num) for depth, num in places)
    return [text.replace("|", "").strip() for text in texts(body, numbering=numbering)]


def in_list(*depths: int, numbering: str) -> list[str]:
    return written(*((depth, 1) for depth in depths), numbering=numbering)


def test_levels_count_below_one_another() -> None:
    assert in_list(0, 1, 1, 2, 3, 3, 2, 0, 1, 2, numbering=lists(POLICY)) == [
        "一、", "（一）", "（二）", "1.", "①", "②", "2.", "二、", "（一）", "1.",
    ]  # fmt: skip


def test_a_level_shows_those_above_it() -> None:
    numbering = lists(
        level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3")
    )
    assert in_list(0, 1, 2, 2, 1, 0, 1, numbering=numbering) == [
        "1",
        "1.1",
        "1.1.1",
        "1.1.2",
        "1.2",
        "2",
        "2.1",
    ]


def test_legal_numbering_is_decimal_all_through() -> None:
    chapters = level(0, "chineseCountingThousand", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert in_list(0, 1, 0, 1, 1, numbering=lists(chapters)) == ["第一章", "1.1", "第二章", "2.1", "2.2"]


def test_a_level_that_is_skipped_counts_as_used() -> None:
    assert in_list(2, 2, 0, numbering=lists(POLICY)) == ["1.", "2.", "二、"]


def test_a_level_may_go_on_or_begin_again_only_below_a_certain_one() -> None:
    never = level(0, "decimal", "第%1章") + level(1, "decimal", "第%2条", '<w:lvlRestart w:val="0"/>')
    assert in_list(0, 1, 1, 0, 1, numbering=lists(never)) == ["第1章", "第1条", "第2条", "第2章", "第3条"]
    chapter = POLICY.replace('<w:lvlText w:val="%3."/>', '<w:lvlRestart w:val="1"/><w:lvlText w:val="%3."/>')
    assert in_list(0, 1, 2, 1, 2, 0, 2, numbering=lists(chapter))[2::2] == ["1.", "2.", "1."]


def test_lists_of_one_kind_count_on_unless_one_says_where_it_starts() -> None:
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    numbering = lists(POLICY, nums=nums)
    places = ((0, 1), (0, 2), (0, 3), (0, 3), (0, 1))
    assert written(*places, numbering=numbering) == ["一、", "二、", "七、", "八、", "九、"]


def test_a_list_may_write_a_level_its_own_way() -> None:
    own = level(0, "upperRoman", "%1.")
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0">{own}</w:lvlOverride></w:num>'
    )
    assert written((0, 2), (0, 2), numbering=lists(POLICY, nums=nums)) == ["I.", "II."]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Part"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Point"><w:name w:val="Point"/><w:basedOn w:val="Part"/></w:style>'
    '<w:style w:type="numbering" w:styleId="Ours"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    "</w:style>"
)


def test_styles_number_by_the_level_that_names_them() -> None:
    linked = level(0, "decimal", "%1.", '<w:pStyle w:val="Part"/>')
    linked += level(1, "decimal", "%1.%2", '<w:pStyle w:val="Point"/>')
    body = "".join(
        paragraph(run("|"), f'<w:pStyle w:val="{style}"/>') for style in ("Part", "Point", "Point", "Part")
    )
    assert texts(body, numbering=lists(linked), styles=STYLES) == ["1. |", "1.1 |", "1.2 |", "2. |"]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    linked = level(0, "decimal", "%1.", '<w:pStyle w:val="Part"/>')
    out = '<w:pStyle w:val="Part"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert texts(paragraph(run("正文。"), out), numbering=lists(linked), styles=STYLES) == ["正文。"]


def test_a_list_may_be_a_numbering_style() -> None:
    numbering = lists('<w:numStyleLink w:val="Ours"/>', '<w:styleLink w:val="Ours"/>' + POLICY)
    body = numbered("|", 0, 1) + numbered("|", 1, 1) + numbered("|", 0, 1)
    assert texts(body, numbering=numbering, styles=STYLES) == ["一、|", "（一）|", "二、|"]


@pytest.mark.parametrize(
    ("form", "label", "suffix", "text", "read"),
    [
        ("chineseCounting", "%1、", "tab", "总体要求", "一、总体要求"),
        ("decimal", "%1.", "tab", "总体要求", "1.总体要求"),
        ("decimal", "%1.", "space", "GDP增长", "1. GDP增长"),
        ("decimal", "%1", "space", "2026年", "1 2026年"),
        ("decimal", "%1", "nothing", "号项目", "1号项目"),
    ],
)
def test_what_stands_after_a_number(form: str, label: str, suffix: str, text: str, read: str) -> None:
    numbering = lists(level(0, form, label, f'<w:suff w:val="{suffix}"/>'))
    assert texts(numbered(text), numbering=numbering) == [read]


def test_a_bullet_makes_an_item_and_is_no_text_but_a_dash_is() -> None:
    body = numbered("扩大开放") + numbered("坚持创新。", 1)
    numbering = lists(level(0, "bullet", "\uf0b7") + level(1, "bullet", "——"))
    assert kinds(body, numbering=numbering) == [("item", "扩大开放"), ("paragraph", "——坚持创新。")]


def test_numbers_make_headings_as_written_ones_do() -> None:
    body = numbered("总体要求") + paragraph(run(BODY)) + numbered("重点任务") + paragraph(run(BODY))
    found = drafted(body, numbering=lists(POLICY)).pieces
    assert [(piece.kind, piece.level, piece.text) for piece in found[::2]] == [
        ("heading", 1, "一、总体要求"),
        ("heading", 1, "二、重点任务"),
    ]


def test_rows_may_hold_nothing_but_their_numbers() -> None:
    number = paragraph("", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    rows = [f"<w:tc>{number}</w:tc>{cell(name)}" for name in ("增加值", "就业")]
    assert texts(table(*rows), numbering=lists(level(0, "decimal", "%1"))) == ["1", "增加值", "2", "就业"]


def test_an_empty_numbered_paragraph_counts_and_is_not_shown() -> None:
    body = numbered("甲") + numbered("") + numbered("乙")
    assert texts(body, numbering=lists(POLICY)) == ["一、甲", "三、乙"]


def test_padded_numbers_of_newer_programs() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert texts(numbered("|"), numbering=lists(custom)) == ["007 |"]


@pytest.mark.parametrize("numbering", ["", lists(""), '<w:num w:numId="1"/>', lists(level(0, "none", ""))])
def test_a_list_that_says_nothing_numbers_nothing(numbering: str) -> None:
    assert texts(numbered("正文。"), numbering=numbering) == ["正文。"]
