"""Passages found by place."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.reading.spans import LONG, Spans
from tests.desktop.pages import Span


def in_order(spans):
    return sorted(spans, key=lambda span: (span.start, -span.end))


@given(
    st.lists(st.tuples(st.integers(0, 4000), st.integers(1, 2500)), max_size=40),
    st.integers(0, 4000),
    st.integers(0, 300),
)
def test_touching_finds_what_looking_at_all_finds(places, start, length):
    spans = in_order(Span(at, first, first + long) for at, (first, long) in enumerate(places))
    end = start + length
    expected = [span for span in spans if span.start < end and span.end > start and start < end]
    assert sorted(Spans(spans).touching(start, end)) == sorted(expected)
    found = Spans(spans).touching(start, end)
    assert found == in_order(found)


def test_the_innermost_comes_first():
    outer, inner = Span(1, 0, 30), Span(2, 10, 20)
    assert [span.id for span in Spans([outer, inner]).at(12)] == [2, 1]
    assert [span.id for span in Spans([outer, inner]).at(20)] == [1]


def test_rejected_suggestions_are_not_shown():
    spans = Spans([Span(1, 0, 5, state="rejected"), Span(2, 0, 5)])
    assert [span.id for span in spans.at(0)] == [2]


def test_some_passages_are_replaced_in_their_places():
    spans = Spans([Span(1, 0, 5), Span(2, 3, 9), Span(3, 3, 4), Span(4, 8, 9)])
    spans.replace([2, 4, 5, 6], [Span(4, 3, 20), Span(5, 1, 2), Span(6, 0, 9, state="rejected")])
    assert spans.all == [Span(1, 0, 5), Span(5, 1, 2), Span(4, 3, 20), Span(3, 3, 4)]
    assert [spans.get(id_) for id_ in (2, 4, 6)] == [None, Span(4, 3, 20), None]


def test_replacing_tells_what_was_and_what_is_but_not_what_stays():
    spans = Spans([Span(at, at * 10, at * 10 + 5) for at in range(100)])
    assert spans.replace([500], [Span(500, 495, 498)]) == {Span(500, 495, 498)}
    assert spans.replace([7, 8], [Span(7, 70, 76), Span(8, 80, 85)]) == {Span(7, 70, 75), Span(7, 70, 76)}
    assert spans.replace([9], []) == {Span(9, 90, 95)}


@given(
    st.lists(st.tuples(st.integers(0, 4000), st.integers(1, 2500)), min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(0, 19), st.integers(0, 4000), st.integers(1, 2500)), max_size=20),
)
def test_replacing_leaves_what_a_fresh_look_finds(places, changes):
    before = {at: Span(at, first, first + long) for at, (first, long) in enumerate(places)}
    come = {id_: Span(id_, first, first + long) for id_, first, long in changes}
    spans = Spans(in_order(before.values()))
    spans.replace([*come, 0], list(come.values()))
    fresh = Spans(in_order({**{id_: span for id_, span in before.items() if id_}, **come}.values()))
    assert sorted(spans.all) == sorted(fresh.all) and spans.all == in_order(spans.all)
    assert sorted(spans.touching(900, 1100)) == sorted(fresh.touching(900, 1100))


def test_the_next_passage_follows_the_order_of_the_text():
    spans = Spans([Span(1, 0, LONG + 50), Span(2, 5, 9), Span(3, 5, 7)])
    assert spans.beside(0, 2, forward=True).id == 3
    assert spans.beside(0, 2, forward=False).id == 1
    assert spans.beside(0, 3, forward=True) is None
    assert spans.beside(4, None, forward=True).id == 2
    assert spans.beside(4, None, forward=False).id == 1
    assert spans.beside(0, None, forward=False) is None
