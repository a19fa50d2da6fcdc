"""Every mention of a name, whatever marks and white space stand in it."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.mentions import mentions


def found(text: str, *names: str) -> list[str]:
    return [text[start:end] for start, end in mentions(text, names)]


def test_marks_and_line_breaks_make_no_difference():
    text = "落实《云岫条例》。云岫\n条例规定，“智造＋”行动和智造+行动"
    assert found(text, "云岫条例") == ["《云岫条例》", "云岫\n条例"]
    assert found(text, "“智造+”行动") == ["“智造＋”行动", "智造+行动"]


def test_the_longest_name_is_meant_and_none_lies_in_another():
    text = "云岫市促进条例实施细则和促进条例"
    assert found(text, "促进条例", "促进条例实施细则") == ["促进条例实施细则", "促进条例"]


def test_latin_names_are_whole_words():
    assert found("GDP增长，GDPR生效，R5不是R50", "gdp", "R5") == ["GDP", "R5"]


def test_only_the_stretch_asked_for_is_looked_at():
    text = "强基行动，强基行动"
    assert mentions(text, ["强基行动"], 2) == [(5, 9)]
    assert mentions(text, []) == mentions(text, ["《》"]) == []


@given(st.text(alphabet="强基行动《》“” \n，", max_size=40))
def test_a_mention_holds_its_name_and_lies_in_the_text(text):
    for start, end in mentions(text, ["强基行动"]):
        assert "".join(char for char in text[start:end] if char in "强基行动") == "强基行动"
