"""What passages add to a row of text."""

import pytest

from desktop.reading.flow import Flow
from desktop.reading.markup import differing, markup, overlaps
from desktop.reading.spans import Spans
from desktop.reading.type_scale import TypeScale
from desktop.theme import reading_font
from tests.desktop.pages import Span, document, marked

WORDS = "全年规模以上工业增加值增长百分之六，制造业投资增长百分之十，软件业务收入再上新台阶。"


@pytest.fixture
def flow(qapp):
    flow = Flow(*document(("paragraph", WORDS), ("paragraph", WORDS)))
    scale = TypeScale(reading_font("", 13), 100)
    flow.arrange(scale, 20 * scale.em)
    return flow


def test_a_passage_is_tinted_line_by_line(flow):
    [span] = marked(flow.text, "增加值增长百分之六，制造业投资增长")
    made = markup(flow.lay(0), Spans([span]))
    (_, first), (_, second) = made.tints
    box = flow.lay(0).boxes[0]
    assert first.left() == pytest.approx(box.x_of(span.start, 0), abs=1)
    assert first.right() == pytest.approx(20 * box.style.em, abs=1)
    assert second.left() == pytest.approx(0, abs=1)
    assert second.top() - first.top() == box.style.line


def test_a_suggestion_is_outlined_and_not_filled(flow):
    made = markup(flow.lay(0), Spans(marked(flow.text, ("制造业投资", "target", "suggested"))))
    assert made.tints == []
    assert len(made.outlines["target"]) == 4


def test_a_row_without_passages_has_no_marks(flow):
    made = markup(flow.lay(1), Spans(marked(flow.text, "制造业投资")))
    assert not made.tints and not made.stripes and made.lanes == 0


def test_what_two_passages_share_is_underlined(flow):
    spans = marked(flow.text, "全年规模以上工业", "工业增加值")
    [line] = markup(flow.lay(0), Spans(spans)).underlines
    box = flow.lay(0).boxes[0]
    assert line.x1() == pytest.approx(box.x_of(flow.text.index("工业"), 0), abs=1.5)
    assert line.x2() == pytest.approx(box.x_of(flow.text.index("增加"), 0), abs=1.5)


def test_passages_beside_each_other_in_one_line_get_lanes_of_their_own(flow):
    made = markup(flow.lay(0), Spans(marked(flow.text, "全年", "规模", "再上新台阶")))
    assert [stripe.lane for stripe in made.stripes] == [0, 1, 0]
    assert made.lanes == 2


def test_a_passage_over_two_paragraphs_keeps_its_lane_and_is_headed_once(flow):
    long = Span(9, 20, len(WORDS) + 12)
    spans = Spans([Span(1, 18, 22), long, Span(2, len(WORDS) + 3, len(WORDS) + 5)])
    stripes = [markup(flow.lay(row), spans).stripes for row in (0, 1)]
    first, second = (next(stripe for stripe in row if stripe.span == long) for row in stripes)
    assert (first.lane, second.lane) == (0, 0)
    assert (first.heads, second.heads) == (True, False)
    assert first.bottom == flow.lay(0).height
    assert second.top == 0


def test_overlaps_are_merged():
    spans = [Span(1, 0, 10), Span(2, 2, 4), Span(3, 3, 12), Span(4, 12, 15), Span(5, 13, 14)]
    assert overlaps(spans) == [(2, 10), (13, 14)]


def test_one_passage_more_differs_only_beside_its_lines_and_the_others_keep_their_lanes(flow):
    known = marked(flow.text, "规模", "软件业务收入")
    laid = flow.lay(0)
    before = laid.markup = markup(laid, Spans(known))
    added = Span(9, 0, 2)
    after = markup(laid, Spans([added, *known]))
    assert [(stripe.span.id, stripe.lane) for stripe in after.stripes] == [(1, 0), (2, 0), (9, 1)]
    box = laid.boxes[0]
    assert differing(before, after) == (box.top(0) + 2, box.top(1) - 2)
    assert differing(after, after) == (0, 0)
