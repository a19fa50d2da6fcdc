"""An analyst's own words take effect at once, and only where they are handed in."""

import pytest

from analysis.departments import department, departments
from analysis.fields import read, several
from analysis.indicators import Words
from analysis.own_words import NO_WORDS, OwnWords
from analysis.suggest import suggest

OWN = OwnWords.of(
    [
        ("岫云先锋岗", "policy"),
        ("云岫专班", "department"),
        ("驿", "unit"),
        ("新质云链", "term"),
        ("综合能耗比", "ceiling"),
        ("企业上云", "stop"),
        ("", "term"),
        ("何处", "place"),
    ]
)
TEXT = (
    "云岫市2024年工业工作要点\n云岫专班抓紧推进数据归集。新建岫云先锋岗，建成云栈38驿。推动企业上云500家。\n"
)


def proposed(own: OwnWords) -> set[tuple[str, str]]:
    return {(s.kind, TEXT[s.start : s.end]) for s in suggest(TEXT, reference_year=2024, own=own)}


def test_words_are_sorted_by_role_and_what_says_nothing_is_passed_over():
    assert OWN.departments == ("云岫专班",)
    assert OWN.whole == ("岫云先锋岗", "综合能耗比", "云岫专班", "新质云链")
    assert OwnWords.of([]) == NO_WORDS


def test_own_units_policies_and_departments_are_proposed_at_once():
    assert ("policy", "岫云先锋岗") in proposed(OWN) - proposed(NO_WORDS)
    found = [s for s in suggest(TEXT, reference_year=2024, own=OWN) if s.kind == "target"]
    [stacks] = [s for s in found if "38驿" in TEXT[s.start : s.end]]
    assert (stacks.fields["value"].value, stacks.fields["unit"].value) == (38, "驿")
    first = next(s for s in suggest(TEXT, reference_year=2024, own=OWN) if s.kind == "task")
    assert first.fields["lead"].value == "云岫专班"


def test_a_stop_word_is_not_proposed():
    assert [text for kind, text in proposed(NO_WORDS) if kind == "target" and "500家" in text]
    assert not [text for kind, text in proposed(OWN) if kind == "target" and "500家" in text]


def test_fields_read_them_too():
    start = TEXT.index("建成云栈")
    assert several(TEXT, start, start + 8, 2024, OWN)[0].readings["unit"].value == "驿"
    assert read(TEXT, start, start + 8, "target", 2024, OWN)["unit"].value == "驿"
    assert "unit" not in read(TEXT, start, start + 8, "target", 2024)


def test_a_term_is_never_cut():
    text = "发展新质云链产业"
    assert (2, 6) in Words(text, whole=OWN.whole).between(0, len(text))


@pytest.mark.parametrize(
    ("sentence", "lead"), [("云岫专班、市工信局抓好落实。", "云岫专班"), ("抓好落实。", None)]
)
def test_an_own_department_leads_where_it_opens_the_sentence(sentence, lead):
    said = departments(sentence, OWN.departments)
    assert (said["lead"].value if said else None) == lead
    assert department("云岫专班", OWN.departments) == "云岫专班"
