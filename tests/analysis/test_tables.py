"""Tables of indicators, as lines of rows or of cells."""

import pytest

from analysis.suggest import suggest
from analysis.tables import table_targets

ROWS = (
    "云岫市“十四五”工业规划\n主要指标\n指标 单位 2020年 2025年 属性\n1 工业增加值 亿元 85 120 预期性\n"
    "2 研发投入强度（%） 1.8 ≥2.5 约束性\n各县要抓好落实。\n博物馆5座 预期性\n"
)
CELLS = "表1\n序号\n指标\n2020年\n2025年\n属性\n1\n森林覆盖率（%）\n24.1\n25以上\n约束性\n正文。\n"


def read(text: str) -> list[tuple]:
    names = ("indicator", "comparator", "value", "unit", "nature")
    return [tuple(t.readings[name].value for name in names) for t in table_targets(text, 2021)]


def test_every_value_column_of_a_row_is_a_target():
    assert read(ROWS) == [
        ("工业增加值", "=", 85e8, "元", "actual"),
        ("工业增加值", "=", 120e8, "元", "planned"),
        ("研发投入强度", "=", 1.8, "%", "actual"),
        ("研发投入强度", ">=", 2.5, "%", "planned"),
    ]


def test_a_cell_a_line_reads_like_a_row_a_line():
    assert read(CELLS) == [
        ("森林覆盖率", "=", 24.1, "%", "actual"),
        ("森林覆盖率", ">=", 25, "%", "planned"),
    ]


@pytest.mark.parametrize(
    ("row", "indicator", "value", "unit"),
    [
        ("培训人员（万人次） 40 预期性", "培训人员", 400_000, "人次"),
        ("展览数量（含临展）≥20约束性", "展览数量（含临展）", 20, None),
        ("示范区1预期性", "示范区", 1, None),
    ],
)
def test_a_bracket_gives_the_unit_where_it_is_one(row, indicator, value, unit):
    [target] = table_targets(f"指标2025年属性\n{row}\n", 2021)
    assert target.readings["indicator"].value == indicator
    assert target.readings["value"].value == value
    assert str(target.readings["period_to"].value) == "2025-12-31"
    assert (target.readings["unit"].value if unit else None) == unit


def test_offsets_hold_the_row_from_its_name_to_its_value():
    target = list(table_targets(ROWS, 2021))[1]
    assert ROWS[target.start : target.end] == "工业增加值 亿元 85 120"
    assert ROWS[target.number :].startswith("120")


def test_a_table_ends_with_the_first_sentence_and_is_read_once():
    found = [s for s in suggest(ROWS) if s.kind == "target"]
    assert len([s for s in found if s.reason.startswith("row of a table")]) == len(read(ROWS))
    assert [ROWS[s.start : s.end] for s in found if not s.reason.startswith("row")] == ["博物馆5座"]
    assert read("主要指标完成较好。\n指标 属性\n") == []
