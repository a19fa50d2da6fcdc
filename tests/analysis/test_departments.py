"""Departments: who leads, who supports."""

import pytest

from analysis.departments import department, departments


@pytest.mark.parametrize(
    ("sentence", "lead", "supporting"),
    [
        ("推进技改（市工信局牵头，市财政局、市科技局按职责分工负责）。", "市工信局", "市财政局、市科技局"),
        ("由市发展改革委牵头，市财政局和市住建局配合。", "市发展改革委", "市财政局、市住建局"),
        ("牵头单位：市商务局；配合单位：市税务局、云岫海关", "市商务局", "市税务局、云岫海关"),
        ("推进改造。（责任单位：市交通局、各区政府）", "市交通局、各区政府", None),
        ("推进改造（市农业农村局负责）。", "市农业农村局", None),
        ("由市教育局负责落实。", "市教育局", None),
        ("各级政府、有关部门要坚持过紧日子。", "各级政府、有关部门", None),
    ],
)
def test_lead_and_support_are_told_apart(sentence, lead, supporting):
    found = {name: reading.value for name, reading in departments(sentence).items()}
    assert found.get("lead") == lead
    assert found.get("supporting") == supporting


@pytest.mark.parametrize("sentence", ["产业政策要更加精准。", "我们要加快建设。", "加快建设园区。"])
def test_without_an_actor_nobody_is_named(sentence):
    assert departments(sentence) == {}


def test_a_byline_is_a_department_and_a_heading_is_not():
    assert department(" 云岫市工业和信息化局 ") == "云岫市工业和信息化局"
    assert department("加快园区建设") == ""
