"""Reasons: words for the analyst that can be taken apart and translated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reasons import TEMPLATES, parted, told
from analysis.suggest import suggest
from tests.analysis.test_suggest import TEXT

WORDS = st.text(alphabet="强基行动8万家%超过", min_size=1, max_size=8)


@given(st.sampled_from(TEMPLATES), st.lists(WORDS, min_size=2, max_size=2))
def test_a_reason_comes_apart_into_its_template_and_words(template, words):
    said = tuple(words[: template.count("{}")])
    assert parted(told(template, *said)) == (template, said)


def test_every_suggestion_has_a_reason_of_a_template():
    assert {parted(s.reason)[0] for s in suggest(TEXT)} <= set(TEMPLATES)


def test_a_reason_of_other_making_is_its_own_template():
    assert parted("marked by hand") == ("marked by hand", ())
    with pytest.raises(ValueError, match="because"):
        told("because {}", "强基")
