"""Learning from confirmations: a table of counts that anyone can read."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.learning import Learned, cues

WORKS = cues("programme", "verb 推进 + …工程")
DEEDS = cues("programme", "verb 开展 + …行动")


def test_the_cues_of_a_suggestion_go_from_the_general_to_the_special():
    assert WORKS == ("programme", "programme · verb {} + …{}", "programme · verb {} + …{} · 推进")
    assert cues("number", "row of a table") == ("number", "number · row of a table")


def test_without_decisions_nothing_changes():
    assert Learned.of([]).adjusted(WORKS, 0.8) == 0.8


def test_what_was_refused_sinks_below_what_was_accepted():
    learned = Learned.of([*[(WORKS, False)] * 6, *[(DEEDS, True)] * 6])
    assert learned.adjusted(WORKS, 0.8) < 0.5 < learned.adjusted(DEEDS, 0.8)
    assert learned.counts["programme"] == (6, 12)


def test_what_is_learned_of_one_word_says_less_of_another():
    learned = Learned.of([(WORKS, False)] * 6)
    assert learned.adjusted(WORKS, 0.8) < learned.adjusted(DEEDS, 0.8) < 0.8


@given(st.lists(st.booleans(), max_size=30), st.floats(0.01, 0.99))
def test_a_sureness_stays_between_nothing_and_certainty(decided, sureness):
    learned = Learned.of((WORKS, accepted) for accepted in decided)
    assert 0 <= learned.adjusted(WORKS, sureness) <= 1
    assert learned.adjusted(WORKS, sureness) <= Learned.of((WORKS, True) for _ in decided).adjusted(
        WORKS, sureness
    )
