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
        ("市科技局负责，市财政局配合。", "市科技局", "市财政局"),
        ("牵头单位：市科技局　责任单位：市住建局、各区政府", "市科技局", "市住建局、各区政府"),
        ("推进改造。（市教育局、市财政局，9月底前完成）", "市教育局、市财政局", None),
        ("（省直有关部门，各市、县人民政府负责）", "省直有关部门、各市县人民政府", None),
        ("（市发展改革委负总责，市能源局具体负责）", "市发展改革委", None),
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


@pytest.mark.parametrize(
    "sentence",
    [
        "支持领军企业牵头组建创新联合体。",
        "完善设施（含学校、医院）。",
        "来访登记（云岫市人民政府）。",
        "充分发挥丝路申遗云岫牵头省份作用。",
        "完善省级部门牵头机制。",
        "鼓励企业要加大投入。",
        "推动形成人人负责、上下联动的格局（谁主管、谁负责）。",
    ],
)
def test_half_a_sentence_is_no_department(sentence):
    assert departments(sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("县委组织部牵头，县教育局配合。", "县委组织部"),
        ("教育局、发展改革委牵头制定方案。", "教育局、发展改革委"),
        ("支持高校由云岫科技集团牵头承担项目。", "云岫科技集团"),
        ("支持领军企业牵头攻关，由市科技局负责。", "市科技局"),
        ("牵头单位：老街工作组。", "老街工作组"),
    ],
)
def test_a_department_is_told_by_its_ending_or_by_what_announces_it(sentence, lead):
    assert departments(sentence)["lead"].value == lead


def test_a_department_of_the_analyst_needs_no_ending():
    assert "lead" not in departments("由云岫智库牵头推进。")
    assert departments("由云岫智库牵头推进。", ("云岫智库",))["lead"].value == "云岫智库"


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("各省、自治区、直辖市人民政府要加强领导。", "各省区市人民政府"),
        ("各县、市、区人民政府应当抓好落实。", "各县市区人民政府"),
        ("由各县、区政府和市水利局负责。", "各县区政府、市水利局"),
    ],
)
def test_levels_that_share_an_ending_are_one_name_in_short(sentence, lead):
    assert departments(sentence)["lead"].value == lead
