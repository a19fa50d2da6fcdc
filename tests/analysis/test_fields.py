"""Fields as an analyst tags a passage: names and types those of the kinds, words those of the text."""

from datetime import date

import pytest

from analysis.fields import read, several
from db.kinds import KINDS

TEXT = (
    "云岫市2024年工业工作要点\n2024年重点任务\n"
    "一是力争到2024年年底，全市专精特新企业超过1200家、“小巨人”企业超过80家"
    "（市工信局牵头，市科技局配合）。\n落实《云岫市促进条例》，实施强基工程。\n"
)
FORMS = {"text": str, "departments": str, "choice": str, "number": float, "date": date}


def fields(quote: str, kind: str) -> dict:
    start = TEXT.index(quote)
    return {name: r.value for name, r in read(TEXT, start, start + len(quote), kind, 2024).items()}


def test_a_target_is_read_with_the_sentence_around_it():
    assert fields("全市专精特新企业超过1200家", "target") == {
        "indicator": "全市专精特新企业",
        "comparator": ">",
        "value": 1200.0,
        "unit": "家",
        "nature": "planned",
        "period_to": date(2024, 12, 31),
    }


def test_a_task_is_read_with_marker_departments_and_date():
    found = fields(TEXT[TEXT.index("一是") : TEXT.index("。\n落实") + 1], "task")
    assert (found["marker"], found["lead"], found["supporting"]) == ("一是", "市工信局", "市科技局")
    assert found["due_to"] == date(2024, 12, 31)
    assert found["action"].startswith("力争到2024年年底")


@pytest.mark.parametrize(
    ("quote", "name", "form", "action"),
    [
        ("《云岫市促进条例》", "云岫市促进条例", "titled", "落实"),
        ("强基工程", "强基工程", "programme", "实施"),
        ("专精特新", "专精特新", "programme", None),
    ],
)
def test_a_policy_is_read_or_taken_as_selected(quote, name, form, action):
    found = fields(quote, "policy")
    assert (found["name"], found["form"], found.get("action")) == (name, form, action)


@pytest.mark.parametrize("kind", ["task", "target", "policy"])
def test_names_and_types_are_those_of_the_kind(kind):
    found = read(TEXT, TEXT.index("一是"), len(TEXT), kind, 2024)
    assert found
    for name, reading in found.items():
        assert isinstance(reading.value, FORMS[KINDS[kind].field(name).form]), name
        choices = KINDS[kind].field(name).choices
        assert not choices or reading.value in {choice.value for choice in choices}
        assert isinstance(reading.words, str)


def test_a_selection_with_several_numbers_offers_several_targets():
    found = several(TEXT, TEXT.index("力争"), TEXT.index("（市"), 2024)
    assert [target.readings["value"].value for target in found] == [1200, 80]


def test_a_number_that_would_not_be_suggested_is_read_when_tagged():
    text = "抓好十个方面任务。"
    assert [target.readings["value"].value for target in several(text, 0, len(text))] == [10]


def test_a_passage_without_a_number_has_no_target_fields():
    assert fields("落实", "target") == {}
    assert read(TEXT, 3, 3, "task") == {}


def test_a_row_of_a_table_is_read_when_tagged():
    text = "指标 2020年 2025年 属性\n森林覆盖率（%） 24.1 25 约束性\n"
    start = text.index("森林")
    found = several(text, start, len(text), 2021)
    assert [(t.readings["value"].value, t.readings["nature"].value) for t in found] == [
        (24.1, "actual"),
        (25, "planned"),
    ]
