"""Headings are found where body text follows, and only there."""

import pytest

from importers.format import Piece
from importers.outline import outline, raise_headings

BODY = "围绕产业升级，加快建设现代化产业体系，推动工业经济平稳增长，确保完成全年目标。"


def kinds(*texts: str) -> list[tuple[str, int | None]]:
    pieces = [Piece(text) for text in texts]
    outline(pieces)
    return [(piece.kind, piece.level) for piece in pieces]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、总体要求", 1),
        ("十二、保障措施", 1),
        ("（三）基本原则", 2),
        ("(二)主要目标", 2),
        ("3. 夯实产业基础", 3),
        ("3．夯实产业基础", 3),
        ("4、优化布局", 3),
        ("（1）支持技术改造", 4),
        ("第一章 总则", 1),
        ("第二节 产业布局", 2),
        ("第三条 适用范围", 3),
        ("推动产业链迈上新台阶", 1),
    ],
)
def test_a_short_line_before_body_text_is_a_heading(text: str, level: int) -> None:
    assert kinds(BODY, text, BODY)[1] == ("heading", level)


@pytest.mark.parametrize(
    "text",
    [
        "一、加快产业升级。",
        "一是加快产业升级，二是扩大开放",
        "（二）指导思想。围绕产业升级，加快建设",
        "各位代表：",
        "2026年1月5日",
        "（2026年1月5日）",
        "——2026年1月5日在云岭市第三届人民代表大会上",
        "云岭市工业和信息化局",
        "本报记者 李云",
        "附件2 任务分工表",
        "指标\t2026年",
        "2.6亿户",
    ],
)
def test_other_short_lines_are_not(text: str) -> None:
    assert kinds(BODY, text, BODY)[1][0] == "paragraph"


def test_numbered_lines_in_a_row_are_a_list() -> None:
    assert kinds(BODY, "1. 制造业", "2. 软件业", "3. 物流业", BODY) == [("paragraph", None)] * 5


def test_headings_of_different_levels_may_follow_each_other() -> None:
    assert kinds("一、主要目标", "（一）工业", BODY)[:2] == [
        ("heading", 1),
        ("heading", 2),
    ]


def test_a_plain_heading_under_numbered_ones_is_one_level_deeper() -> None:
    assert kinds("一、主要目标", BODY, "推动产业链迈上新台阶", BODY)[2] == ("heading", 2)


def test_a_headline_above_the_line_of_its_author() -> None:
    assert (
        kinds("走好高质量发展道路", "本报记者 李云", "培育未来产业", "本报记者 王小云")[::2]
        == [("heading", 1)] * 2
    )


def test_a_line_at_the_end_is_no_heading() -> None:
    assert kinds(BODY, "一、总体要求") == [("paragraph", None)] * 2


def test_bullets_and_captions() -> None:
    assert kinds("● 新增企业三千家。", "表1 主要指标") == [("item", None), ("caption", None)]


def test_a_single_first_level_heading_at_the_head_is_the_title() -> None:
    pieces = [Piece("方案", "heading", 1), Piece("一、总则", "heading", 2), Piece("（一）", "heading", 3)]
    raise_headings(pieces)
    assert [(piece.kind, piece.level) for piece in pieces] == [
        ("title", None),
        ("heading", 1),
        ("heading", 2),
    ]
