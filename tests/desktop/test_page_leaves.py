"""Pages in a column and the text on them: every point leads to an offset, every offset to a place."""

from array import array

import pytest

from desktop.pages.leaves import GAP, Leaves
from importers.places import FULL, Places, Strip
from tests.desktop.pages import document

UNIT = FULL // 100
"""A hundredth of a page."""
TEXT, BLOCKS = document(
    ("title", "云岭市工作要点"), ("paragraph", "左栏一二三四五六"), ("paragraph", "右栏甲乙丙丁")
)


def strip(start: int, words: str, page: int, left: int, top: int, upright: bool = False) -> Strip:
    """A line of characters two hundredths wide and high, at hundredths of the page."""
    edges = array("H", [(left + 2 * i) * UNIT for i in range(len(words) + 1)])
    return Strip(start, start + len(words), page, upright, top * UNIT, (top + 2) * UNIT, edges)


@pytest.fixture
def leaves() -> Leaves:
    """A title, below it two columns of two lines, the second ones short; and an empty page."""
    made = Leaves(
        TEXT,
        BLOCKS,
        Places(
            [
                strip(0, "云岭市工作要点", 1, 10, 10),
                strip(8, "左栏一二三", 1, 10, 20),
                strip(13, "四五六", 1, 10, 24),
                strip(17, "右栏甲乙", 1, 60, 20),
                strip(21, "丙丁", 1, 60, 24),
            ]
        ),
    )
    made.arrange([(500, 1000), (500, 500)], 1000)
    return made


def point(x: float, y: float) -> tuple[float, float]:
    """Hundredths of the first page as pixels of the column."""
    return x * 10, y * 20


def test_pages_are_as_wide_as_each_other_and_keep_their_shape(leaves: Leaves) -> None:
    assert [(leaf.top, leaf.height) for leaf in leaves.rows] == [(0, 2000), (2000 + GAP, 1000)]
    assert (leaves.row_at(-5), leaves.row_at(2010), leaves.row_at(9999)) == (0, 0, 1)


def test_the_middle_of_every_character_leads_back_to_it(leaves: Leaves) -> None:
    for offset in (*range(7), *range(8, 16), *range(17, 23)):
        (piece,) = leaves.pieces(offset, offset + 1, range(2))
        x, y = (piece.left + piece.right) / 2, piece.top + piece.height / 2
        assert leaves.offset_at(x, y, between=False) == offset
        assert leaves.is_on_words(x, y)


def test_between_two_characters_the_nearer_edge_counts(leaves: Leaves) -> None:
    assert leaves.offset_at(*point(12.8, 21)) == 9
    assert leaves.offset_at(*point(13.2, 21)) == 10


def test_right_of_a_short_line_is_its_end_though_the_other_column_is_nearer(leaves: Leaves) -> None:
    assert leaves.offset_at(*point(19, 25)) == 16
    assert leaves.offset_at(*point(58, 25)) == 21
    assert not leaves.is_on_words(*point(19, 25))


def test_an_empty_page_leads_to_the_end_of_what_stands_before_it(leaves: Leaves) -> None:
    assert leaves.offset_at(500, 2500) == 23


def test_a_passage_over_two_columns_has_a_piece_a_line_with_its_ends_marked(leaves: Leaves) -> None:
    pieces = leaves.pieces(14, 22, range(2))
    assert [(piece.first, piece.last) for piece in pieces] == [(True, False), (False, False), (False, True)]
    assert leaves.pieces(14, 22, range(1, 2)) == []


def test_the_caret_moves_by_lines_in_the_order_of_reading(leaves: Leaves) -> None:
    x = leaves.caret(9).x()
    assert leaves.offset_below(9, x) == 14
    assert leaves.offset_below(14, leaves.caret(18).x()) == 18
    assert leaves.offset_above(18, leaves.caret(18).x()) == 16
    assert (leaves.offset_above(3, 0), leaves.offset_below(22, 0)) == (0, len(TEXT))


def test_a_line_ends_before_the_next_of_its_paragraph_and_behind_its_last_character_else(
    leaves: Leaves,
) -> None:
    assert leaves.line_span(10) == (8, 12)
    assert leaves.line_span(14) == (13, 16)


def test_handles_stand_at_both_ends_of_a_passage(leaves: Leaves) -> None:
    assert leaves.caret(13).x() == pytest.approx(100, abs=2)
    assert leaves.end_caret(13).x() == pytest.approx(200, abs=2)


def test_the_first_offset_below_a_height_is_the_first_in_the_order_of_reading(leaves: Leaves) -> None:
    assert leaves.first_below(0) == 0
    assert leaves.first_below(point(0, 22)[1]) == 13
    assert leaves.first_below(point(0, 40)[1]) == len(TEXT)


def test_an_upright_line_is_pointed_at_along_its_height() -> None:
    made = Leaves("竖排文字", (), Places([strip(0, "竖排文字", 1, 30, 50, upright=True)]))
    made.arrange([(1000, 1000)], 1000)
    assert made.offset_at(510, 351, between=False) == 2
    assert made.caret(2).y() == pytest.approx(340, abs=2)


def test_without_places_no_point_leads_anywhere() -> None:
    made = Leaves(TEXT, BLOCKS)
    made.arrange([(500, 500)], 800)
    assert (made.offset_at(300, 300), made.caret(5).isNull(), made.pieces(0, 9, range(1))) == (0, True, [])
    assert not made.is_on_words(300, 300)
