"""Enumerations: markers, their levels, and what stands under what."""

import pytest

from analysis.enumerations import enumerated, level_of
from analysis.sentences import sentences


@pytest.mark.parametrize(
    ("sentence", "marker", "level"),
    [
        ("第三章 产业", "第三章", 1),
        ("一、总体要求", "一、", 2),
        ("第二条 本办法所称", "第二条", 2),
        ("**（十二）扩大消费。", "（十二）", 3),
        ("1．抓好招商", "1．", 4),
        ("(3)抓好落实", "(3)", 5),
        ("②抓好落实", "②", 6),
        ("一是抓好落实。", "一是", 7),
        ("二要抓好落实。", "二要", 7),
        ("第三，抓好落实。", "第三，", 7),
        ("1.5万家企业受益。", "", 0),
        ("抓好落实。", "", 0),
    ],
)
def test_a_marker_has_a_level(sentence, marker, level):
    assert level_of(sentence) == (marker, level)


def test_a_list_in_a_paragraph_hangs_under_the_sentence_before_it():
    text = "扩大消费。一是发放补贴。完善细则。二是办好展会。\n二、稳外贸\n（一）开拓市场。第一，组织参展。"
    places = enumerated(text, sentences(text))
    assert [place.parent for place in places] == [None, 0, None, 0, None, 4, 5]
    assert [place.level for place in places] == [0, 7, 0, 7, 2, 3, 7]


def test_what_has_no_marker_stands_under_the_last_heading():
    text = "一、稳增长\n扩大投资。\n二、稳外贸\n扩大出口。"
    assert [place.parent for place in enumerated(text, sentences(text))] == [None, 0, None, 2]
