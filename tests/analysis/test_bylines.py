"""Bylines, and the tasks of an article they hold for."""

import pytest

from analysis.bylines import byline, closing_byline
from analysis.suggest import suggest

HEAD = "云岫市2024年工业工作要点\n2024年重点任务\n"


def leads(text: str) -> list[str | None]:
    found = [s for s in suggest(HEAD + text, reference_year=2024) if s.kind == "task"]
    return [str(s.fields["lead"].value) if "lead" in s.fields else None for s in found]


@pytest.mark.parametrize(
    ("words", "lead", "supporting"),
    [
        ("（市工信局牵头，市科技局配合）", "市工信局", "市科技局"),
        ("（牵头单位：市工信局；责任单位：市科技局、各县区政府）", "市工信局", "市科技局、各县区政府"),
        ("（牵头：市工信局，配合：市科技局）", "市工信局", "市科技局"),
        ("责任单位：市工信局、市科技局", "市工信局、市科技局", None),
        ("（市工信局、市科技局等按职责分工负责）", "市工信局、市科技局", None),
        ("（2024年底前完成，市水利局负责）", "市水利局", None),
    ],
)
def test_a_byline_names_who_leads_and_who_supports(words, lead, supporting):
    said = byline(words)
    assert said["lead"].value == lead
    assert (said["supporting"].value if "supporting" in said else None) == supporting


@pytest.mark.parametrize("sentence", ["（二）压实责任。", "加快建设（市工信局负责）。", "（含县级市）"])
def test_other_sentences_and_brackets_are_none(sentence):
    assert byline(sentence) == {}


def test_the_bracket_that_closes_a_sentence_is_read():
    assert closing_byline("加快建设（市工信局负责）。")["lead"].value == "市工信局"


def test_a_byline_at_the_end_holds_for_the_tasks_of_its_paragraph():
    text = "（一）加快园区建设。推进企业上云。（市工信局负责）\n（二）扩大出口。\n"
    assert leads(text) == ["市工信局", "市工信局", None]
    assert leads("加快园区建设。推进企业上云（市工信局负责）。\n") == ["市工信局"] * 2


def test_a_byline_on_a_line_of_its_own_holds_since_the_one_before():
    text = "1.加快园区建设。\n责任单位：市工信局\n2.扩大出口。\n推进通关便利。\n责任单位：市商务局\n"
    assert leads(text) == ["市工信局", "市商务局", "市商务局"]


def test_a_task_keeps_the_department_it_names_itself():
    assert leads("由市科技局负责推进园区建设。（市工信局牵头）\n") == ["市科技局"]


def test_who_issued_a_document_leads_none_of_its_parts():
    text = (
        "云岫市商务局\n关于扩大出口的通知\n各县区：\n扩大出口。\n一、压实责任\n压实责任。\n"
        "云岫市商务局\n2024年3月1日\n附件\n优化通关。\n"
    )
    found = [s for s in suggest(text, reference_year=2024) if s.kind == "task"]
    assert len(found) == 3
    assert not [s for s in found if "lead" in s.fields]


def test_the_verb_to_apply_is_no_order():
    assert byline("") == {}
    assert leads("推进人工智能与行业应用融合。\n") == [None]
