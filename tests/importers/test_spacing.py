"""Spaces that typesetting left are closed, those that separate stay."""

import pytest

from importers.lines import lines
from importers.spacing import closed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("到 2026 年年底，建成 5G 基站", "到2026年年底，建成5G基站"),
        ("西 湖 科 技 作 为 企 业", "西湖科技作为企业"),
        ("在西湖 CEO 看来，PTC 平台", "在西湖CEO看来，PTC平台"),
        ("密 切 关 注 ITU 6G 标 准", "密切关注ITU 6G标准"),
        ("2 0 2 6 年 工 作 要 点", "2026年工作要点"),
        ("通　　知", "通知"),
        ("市长　李云", "市长李云"),
        ("“加快5G建设” “推进研发”", "“加快5G建设”“推进研发”"),
        ("Top  Ten of 2026", "Top Ten of 2026"),
        ("● 2026年", "● 2026年"),
        ("●  推进", "●推进"),
        ("指标\t 2026年", "指标\t2026年"),
        ("工业增加值    6.5%    7%", "工业增加值\t6.5%\t7%"),
        ("1 2 3 4", "1 2 3 4"),
        ("　　首行缩进。 ", "首行缩进。"),
        ("", ""),
    ],
)
def test_spaces_of_typesetting_are_closed_and_those_that_part_words_stay(typed: str, read: str) -> None:
    assert closed(typed) == read


def test_every_kind_of_line_end_ends_a_line() -> None:
    found = lines("一\n二\r\n三\r四\u2028五\u2029六\x85七\f八")
    assert [line.text for line in found] == list("一二三四五六七八")
    assert [line.page for line in found] == [1] * 7 + [2]


def test_a_line_knows_its_indent_and_the_blank_lines_before_it() -> None:
    found = lines("\n\n　　首行\n续行\n\t制表")
    assert [(line.indent, line.blanks) for line in found] == [(4, 2), (0, 0), (4, 0)]
