"""Where lines break and which marks close up."""

import pytest

from desktop.reading.typesetting import line_end, marker, squeezed, wide


@pytest.mark.parametrize(
    ("text", "room", "end"),
    [
        ("推进工业化，加快发展", 5, 4),  # the comma may not begin a line
        ("落实《若干措施》", 3, 2),  # the bracket may not end one
        ("完成“智改数转”项目", 3, 2),
        ("增长12.5%以上", 5, 2),  # the number stays whole
        ("规模（约1,200亿元）", 6, 4),
        ("建设Industrial Internet", 8, 2),
        ("the Internet of", 7, 4),
        ("推进工业化加快发展", 5, 5),
        ("到2025年底", 5, 5),  # a break between figures and 年 is fine
    ],
)
def test_a_line_ends_where_it_may(text, room, end):
    assert line_end(text, 0, room) == end


def test_a_word_longer_than_the_line_is_broken():
    assert line_end("internationalisation", 0, 8) == 8


def test_the_end_of_the_text_is_a_line_end():
    assert line_end("完成。", 0, 3) == 3


def test_of_two_marks_beside_each_other_one_gives_up_its_blank():
    assert squeezed("增长（约两成）。《措施》（试行）") == [6, 7, 11]
    assert squeezed("“《”") == [1]
    assert squeezed("平稳，向好。") == []


def test_an_opening_mark_stands_flush_only_where_asked():
    assert squeezed("（一）总体要求", flush=True) == [0]
    assert squeezed("（一）总体要求") == []
    assert squeezed("", flush=True) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（1）集成电路", "（1）"),
        ("(十二) 评估", "(十二) "),
        ("1. 要素", "1. "),
        ("三、保障", "三、"),
        ("• 要点", "• "),
        ("①一", "①"),
        ("5.5万台", ""),
        ("工业", ""),
    ],
)
def test_the_marker_of_an_item_is_known(text, found):
    assert marker(text) == found


def test_width_counts_figures_half():
    assert wide("工业") == 2
    assert wide("2024年") == pytest.approx(3.2)
