"""Markdown: blocks by their marks, the text without them."""

from pathlib import Path

import pytest

from importers import format_of
from importers.format import Draft, Options
from importers.inline import plain
from importers.markdown import read, recognises
from tests.importers.wrapping import Style, prose

BODY = "围绕产业升级，加快建设现代化产业体系，推动工业经济平稳增长，确保完成全年目标。"


def drafted(text: str, keep_line_breaks: bool = False) -> Draft:
    return read(text.encode(), "plan.md", Options(keep_line_breaks=keep_line_breaks))


def shape(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in drafted(text).pieces]


def test_headings_and_the_title() -> None:
    pieces = drafted(f"# 云岭市方案\n\n## 一、目标\n\n{BODY}\n\n### （一）工业\n\n{BODY}").pieces
    assert [(piece.kind, piece.level) for piece in pieces] == [
        ("title", None),
        ("heading", 1),
        ("paragraph", None),
        ("heading", 2),
        ("paragraph", None),
    ]


def test_lists_keep_their_numbers_and_lose_their_bullets() -> None:
    assert shape("- 扩大开放\n- 加快创新\n\n3. 改善民生\n4. 绿色发展") == [
        ("item", "扩大开放"),
        ("item", "加快创新"),
        ("paragraph", "3.改善民生"),
        ("paragraph", "4.绿色发展"),
    ]


def test_cells_know_their_rows_and_columns() -> None:
    pieces = drafted("前文。\n\n| 指标 | **目标** |\n|---|---|\n| 增加值 | 6.5% |\n\n后文。").pieces
    cells = [(piece.table, piece.row, piece.column, piece.text) for piece in pieces if piece.kind == "cell"]
    assert cells == [(1, 0, 0, "指标"), (1, 0, 1, "目标"), (1, 1, 0, "增加值"), (1, 1, 1, "6.5%")]
    assert [pieces[0].text, pieces[-1].text] == ["前文。", "后文。"]


def test_every_line_of_a_fence_is_a_paragraph() -> None:
    assert shape("```\n第一行\n第二行\n```") == [("paragraph", "第一行"), ("paragraph", "第二行")]


def test_front_matter_states_properties_and_is_no_text() -> None:
    draft = drafted(f"---\nsource: 某网站\ntitle: '2026年要点'\ndate: 2026-01-09\n---\n\n{BODY}")
    assert draft.stated == {"title": "2026年要点", "date": "2026-01-09"}
    assert [piece.text for piece in draft.pieces] == [BODY]


def test_a_rule_at_the_head_is_no_front_matter() -> None:
    assert shape("---\n甲方与乙方\n---\n约定。")[0] == ("paragraph", "甲方与乙方")


def test_text_with_front_matter_is_markdown_whatever_its_name() -> None:
    assert recognises(b"---\r\ntitle: x\r\n---\r\n", ".txt")
    assert not recognises("云岭市".encode(), ".txt")
    assert recognises(b"", ".md")
    assert recognises("<!-- 转自网页 -->\n\n## 一、总体要求\n".encode(), ".txt")
    assert not recognises("编号 #12\n#工作要点#\n".encode(), ".txt")


def test_a_text_that_begins_with_a_comment_is_no_web_page() -> None:
    data = "<!-- 转自网页 -->\n\n云岭市工作要点\n\n推进产业升级。\n".encode()
    assert format_of(data, Path("要点.txt")).name == "Plain text"
    assert format_of(b"<!-- saved -->\n<div>x</div>", Path("page.htm")).name == "Web page"


def test_wrapped_paragraphs_flow_and_single_lines_stay() -> None:
    import random

    text = prose(random.Random(8), 12)
    assert [one for _, one in shape(Style(30, blanks="between").text(text))] == text
    assert [one for _, one in shape("**政府工作报告**\n——在大会上\n李云")] == [
        "政府工作报告",
        "——在大会上",
        "李云",
    ]


def test_line_breaks_are_kept_when_asked_for() -> None:
    assert len(drafted("云岭市推进\n产业升级，\n成效明显。", keep_line_breaks=True).pieces) == 3


def test_comments_are_left_out_and_counted() -> None:
    draft = drafted(f"{BODY}\n\n<!-- 李云 摄 -->\n\n{BODY}")
    assert ([piece.text for piece in draft.pieces], draft.quality["comments_left_out"]) == ([BODY] * 2, 1)


def test_indented_paragraphs_are_no_code() -> None:
    assert shape(f"    {BODY}\n\n　　{BODY}") == [("paragraph", BODY)] * 2


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("**一是扩大内需。**把稳增长", "一是扩大内需。把稳增长"),
        ("这*重点*与_次要_和__必须__", "这重点与_次要_和__必须__"),
        ("a _b_ and __c__", "a b and c"),
        ("见[《办法》](http://example.org/a_(1).html)第3条", "见《办法》第3条"),
        ("![图](a.png)与<https://example.org>", "图与https://example.org"),
        ("`代码`和``双`重``", "代码和``双`重``"),
        ("~~旧~~新", "旧新"),
        (r"\*不是\*强调\_", "*不是*强调_"),
        ("2*3*4 与 5 * 6", "2*3*4 与 5 * 6"),
        ("A&amp;B&nbsp;&lt;C", "A&B\xa0<C"),
        ("上行<br/>下行", "上行\n下行"),
        ("没有配对的**星号", "没有配对的**星号"),
    ],
)
def test_inline_marks_go_and_what_only_looks_like_them_stays(marked: str, text: str) -> None:
    assert plain(marked) == text
