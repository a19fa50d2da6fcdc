"""Documents typed with the punctuation of Latin text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.marks import full_width
from analysis.suggest import suggest


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("新增企业1,000家,增长6%;", "新增企业1,000家，增长6%；"),
        ("目标是:产值(含税)增长3.5%.", "目标是：产值（含税）增长3.5%."),
        ("中国?某谷,为什么?", "中国?某谷，为什么？"),
        ("ratio 3:1, a;b (c)", "ratio 3:1, a;b (c)"),
    ],
)
def test_marks_beside_chinese_characters_become_full_width(typed, expected):
    assert full_width(typed) == expected


@given(st.text(alphabet="增长,;:!?()1a 。\n", max_size=40))
def test_every_offset_stays(text):
    assert len(full_width(text)) == len(text)


def test_suggestions_point_into_the_text_as_typed():
    text = "各位代表:\n今年工作安排\n新增企业1,200家,产值增长6%;推进园区建设。\n"
    found = {(s.kind, text[s.start : s.end]) for s in suggest(text)}
    assert ("target", "新增企业1,200家") in found
    assert ("target", "产值增长6%") in found
    assert ("task", "推进园区建设。") in found
