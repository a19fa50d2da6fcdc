"""Rows under each other: guesses, exact heights, places."""

import pytest

from desktop.reading.flow import KEPT, Flow
from desktop.reading.type_scale import TypeScale
from desktop.theme import reading_font
from tests.desktop.pages import cells, document

WORDS = "推动短板产业补链、优势产业延链、传统产业升链、新兴产业建链，到2025年培育“小巨人”企业60家以上。"


@pytest.fixture(scope="module")
def scale(qapp):
    return TypeScale(reading_font("", 13), 100)


def arranged(scale, *parts, measure=30):
    flow = Flow(*document(*parts))
    flow.arrange(scale, measure * scale.em)
    return flow


def test_guessed_heights_are_close(scale):
    flow = arranged(scale, *[("paragraph", WORDS * (1 + at % 4)) for at in range(60)])
    guessed = flow.height
    flow.lay_some(60)
    assert flow.settled
    assert flow.height == pytest.approx(guessed, rel=0.03)


def test_rows_are_found_by_height_and_by_offset(scale):
    flow = arranged(scale, ("title", "工作要点"), ("paragraph", WORDS), ("paragraph", WORDS))
    for row in range(3):
        flow.lay(row)
    for row in range(3):
        assert flow.row_at(flow.top(row)) == flow.row_at(flow.bottom(row) - 1) == row
        assert flow.row_of(flow.rows[row].start) == flow.row_of(flow.rows[row].end) == row
    assert flow.row_at(-50) == 0
    assert flow.row_at(1e6) == 2


def test_every_offset_is_found_where_its_caret_stands(scale):
    text = "实施方案𠮷林路2024年，The Internet。" * 4
    flow = arranged(scale, ("heading", "一、总体要求", {"level": 1}), ("paragraph", text), measure=12)
    for offset in range(flow.rows[1].start, flow.rows[1].end):
        place = flow.caret(offset)
        assert flow.offset_at(place.x() + 1, place.center().y()) == offset


def test_steps_pass_whole_characters_and_paragraph_ends(scale):
    flow = arranged(scale, ("paragraph", "在𠮷e\u0301林"), ("paragraph", "次"))
    places, offset = [0], 0
    while (further := flow.step(offset, forward=True)) != offset:
        places.append(further)
        offset = further
    assert places == [0, 1, 2, 4, 5, 6, 7]
    assert [flow.step(at, forward=False) for at in places] == [0, 0, 1, 2, 4, 5, 6]


def test_no_line_but_the_last_is_short_and_none_begins_with_a_closing_mark(scale):
    flow = arranged(scale, ("paragraph", WORDS * 5), measure=17)
    box = flow.lay(0).boxes[0]
    starts = [box.line_span(line)[0] for line in range(box.lines)]
    assert not {flow.text[start] for start in starts} & set("，。、”）")
    assert not {flow.text[start - 1] for start in starts[1:]} & set("“（")
    for line in range(1, box.lines - 1):
        assert box.x_of(box.line_span(line)[1], line) == pytest.approx(17 * scale.em, abs=1)


def test_the_lines_of_a_title_are_about_as_long(scale):
    flow = arranged(scale, ("title", "临江市二〇二四年工业和信息化工作要点"), measure=25)
    box = flow.lay(0).boxes[0]
    assert box.lines == 2
    lengths = [end - start for start, end in map(box.line_span, range(2))]
    assert abs(lengths[0] - lengths[1]) <= 3
    middle = [(piece.left + piece.right) / 2 for piece in box.pieces(0, box.end)]
    assert middle == pytest.approx([12.5 * scale.em] * 2, abs=scale.em / 2)


def test_rows_far_from_what_is_seen_are_let_go(scale):
    flow = arranged(scale, *[("paragraph", "工业")] * (3 * KEPT))
    flow.lay_some(60)
    height = flow.height
    flow.forget_beyond(range(20))
    assert len(flow.touched(0, len(flow.text))) <= KEPT
    assert flow.height == height


def test_a_table_is_a_grid_with_its_spans_honoured(scale):
    rows = [
        ["指标", ("目标", 1, 2)],
        [("增加值", 2, 1), "2023年", "2024年"],
        [None, "1,820亿元", "1,940亿元"],
    ]
    flow = arranged(scale, *cells(rows), measure=30)
    assert len(flow.rows) == 2, "the head, and the two rows that a span ties together"
    head, body = flow.lay(0), flow.lay(1)
    wide = head.framed[1]
    assert wide.right() == body.framed[2].right()
    assert wide.left() == body.framed[1].left()
    tall = body.framed[0]
    assert tall.top() == body.framed[1].top()
    assert tall.bottom() == body.framed[4].bottom()
    assert head.tinted == head.framed
    assert body.tinted == []


def test_figures_stand_on_the_right_of_their_column(scale):
    rows = [["指标", "2024年目标"], ["增加值", "1,940亿元"], ["投资", "10%"]]
    flow = arranged(scale, *cells(rows))
    right = [flow.lay(row).boxes[1].x_of(flow.rows[row].end, 0) for row in (1, 2)]
    assert right[0] == pytest.approx(right[1], abs=0.5)
    assert flow.lay(1).boxes[0].x_of(flow.rows[1].start, 0) < scale.em


def test_a_click_beside_the_words_of_a_cell_stays_in_it(scale):
    flow = arranged(scale, *cells([["指标", "目标"], ["增加值", "一千九百四十亿元"]]))
    laid = flow.lay(1)
    cell = laid.framed[0]
    y = flow.top(1) + cell.center().y()
    assert flow.offset_at(cell.right() - 2, y) == laid.boxes[0].end


def test_an_empty_document_has_no_height(scale):
    flow = Flow("", ())
    flow.arrange(scale, 500)
    assert flow.height == 0 and flow.settled
    assert flow.offset_at(10, 10) == 0
    assert flow.caret(0).isNull()
