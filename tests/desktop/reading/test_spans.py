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


def test_only_what_differs_has_changed():
    before = [Span(at, at * 10, at * 10 + 5) for at in range(100)]
    after = [*before[:50], Span(500, 495, 498), *before[50:]]
    assert Spans(after).changed(Spans(before)) == {Span(500, 495, 498)}
    moved = [*before[:7], before[7]._replace(end=76), *before[8:]]
    assert Spans(moved).changed(Spans(before)) == {before[7], moved[7]}
    assert Spans(before).changed(Spans(before)) == set()


def test_some_passages_are_replaced_in_their_places():
    spans = Spans([Span(1, 0, 5), Span(2, 3, 9), Span(3, 3, 4), Span(4, 8, 9)])
    now = spans.with_changes([2, 4], [Span(4, 3, 20), Span(5, 1, 2)])
    assert now == [Span(1, 0, 5), Span(5, 1, 2), Span(4, 3, 20), Span(3, 3, 4)]


def test_the_next_passage_follows_the_order_of_the_text():
    spans = Spans([Span(1, 0, LONG + 50), Span(2, 5, 9), Span(3, 5, 7)])
    assert spans.beside(0, 2, forward=True).id == 3
    assert spans.beside(0, 2, forward=False).id == 1
    assert spans.beside(0, 3, forward=True) is None
    assert spans.beside(4, None, forward=True).id == 2
    assert spans.beside(4, None, forward=False).id == 1
    assert spans.beside(0, None, forward=False) is None
