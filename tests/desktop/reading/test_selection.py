"""Growing and shrinking a selection by words, clauses, sentences and paragraphs."""

import pytest

from desktop.reading.selection import Selection
from desktop.reading.units import clause

FIRST = "全市要坚持稳中求进，推动产业升级；年底前完成评估。各区县抓好落实。"
TEXT = FIRST + "\n第二段。"


@pytest.fixture
def selection():
    def paragraph(offset):
        return (0, len(FIRST)) if offset <= len(FIRST) else (len(FIRST) + 1, len(TEXT))

    return Selection(TEXT, paragraph)


def words(selection):
    start, end = selection.interval
    return TEXT[start:end]


def test_widening_takes_in_the_next_larger_unit_and_narrowing_gives_it_back(selection):
    selection.place(TEXT.index("产业"))
    seen = []
    for _ in range(5):
        selection.widen()
        seen.append(words(selection))
    sentence = "全市要坚持稳中求进，推动产业升级；"
    assert seen == ["产业", "推动产业升级", sentence, FIRST, TEXT]
    for earlier in reversed(seen[:-1]):
        selection.narrow()
        assert words(selection) == earlier
    selection.narrow()
    assert selection.empty and selection.caret == TEXT.index("产业")


def test_widening_at_the_whole_text_changes_nothing(selection):
    selection.take(0, len(TEXT))
    selection.widen()
    assert words(selection) == TEXT


def test_narrowing_a_selection_made_by_hand_keeps_the_smaller_unit_at_its_start(selection):
    selection.take(0, len(FIRST))
    selection.narrow()
    assert words(selection) == "全市要坚持稳中求进，推动产业升级；"


def test_a_selection_across_paragraphs_widens_at_both_ends(selection):
    selection.take(TEXT.index("落实"), TEXT.index("第二段") + 2)
    seen = []
    for _ in range(4):
        selection.widen()
        seen.append(words(selection))
    clauses = "各区县抓好落实。\n第二段"
    assert seen == ["落实。\n第二段", clauses, clauses + "。", TEXT]


def test_words_are_added_whole_before_and_behind(selection):
    selection.take_unit("word", TEXT.index("产业"))
    selection.extend(TEXT.index("升级"))
    assert words(selection) == "产业升级"
    selection.extend(TEXT.index("推动"))
    assert words(selection) == "推动产业"
    assert selection.caret < selection.anchor


def test_a_clause_ends_before_its_mark():
    assert clause("甲乙，丙丁", 1) == (0, 2)
    assert clause("甲乙，丙丁", 2) == (2, 3)
    assert clause("甲乙，丙丁", 4) == (3, 5)
    assert clause("", 0) == (0, 0)
