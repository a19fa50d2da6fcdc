"""Two sentences compared word by word."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.difference import difference

Told = list[tuple[str, str, str]]


def told(a: str, b: str) -> Told:
    return [(p.state, a[p.a_start : p.a_end], b[p.b_start : p.b_end]) for p in difference(a, b)]


def test_a_number_is_one_word_with_its_unit_and_marked() -> None:
    a, b = "城镇新增就业1100万人以上。", "城镇新增就业1200万人以上。"
    assert told(a, b) == [
        ("same", "城镇新增就业", "城镇新增就业"),
        ("changed", "1100万人", "1200万人"),
        ("same", "以上。", "以上。"),
    ]
    assert [piece.numbers for piece in difference(a, b)] == [False, True, False]


def test_words_are_new_and_dropped_as_wholes() -> None:
    assert told("推进园区建设。", "加快推进产业园区建设。")[0] == ("new", "", "加快")
    assert ("dropped", "稳步", "") in told("稳步推进改革", "推进改革")


def test_a_single_character_between_two_changes_belongs_to_them() -> None:
    states = [state for state, _, _ in told("加强企业的管理", "优化政府的服务")]
    assert states == ["changed"]


def test_full_width_digits_are_the_same_number() -> None:
    assert {state for state, _, _ in told("增长６.５％", "增长6.5%")} == {"same"}


@given(st.text("甲乙丙丁12%，。", max_size=30), st.text("甲乙丙丁12%，。", max_size=30))
def test_the_pieces_are_the_whole_of_both(a: str, b: str) -> None:
    pieces = told(a, b)
    assert "".join(old for _, old, _ in pieces) == a
    assert "".join(new for _, _, new in pieces) == b
