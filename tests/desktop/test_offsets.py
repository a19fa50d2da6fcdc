"""Positions in code points and in UTF-16."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.offsets import Offsets


def test_text_of_the_basic_plane_counts_the_same_both_ways():
    offsets = Offsets("工业增加值")
    assert [offsets.to_qt(at) for at in range(6)] == [0, 1, 2, 3, 4, 5]
    assert [offsets.from_qt(at) for at in range(6)] == [0, 1, 2, 3, 4, 5]


def test_a_character_beyond_it_counts_two_for_qt():
    offsets = Offsets("在𠮷林𠮷")
    assert [offsets.to_qt(at) for at in range(5)] == [0, 1, 3, 4, 6]
    assert [offsets.from_qt(at) for at in (0, 1, 3, 4, 6)] == [0, 1, 2, 3, 4]


def test_the_middle_of_a_pair_is_its_start():
    assert Offsets("在𠮷林").from_qt(2) == 1


@pytest.mark.parametrize("text", ["", "\ud800"])
def test_odd_texts_convert(text):
    offsets = Offsets(text)
    assert offsets.from_qt(offsets.to_qt(len(text))) == len(text)


@given(st.text(alphabet="中a𠮷🏭，"))
def test_every_offset_comes_back_and_agrees_with_the_encoding(text):
    offsets = Offsets(text)
    for at in range(len(text) + 1):
        assert offsets.to_qt(at) == len(text[:at].encode("utf-16-le")) // 2
        assert offsets.from_qt(offsets.to_qt(at)) == at
