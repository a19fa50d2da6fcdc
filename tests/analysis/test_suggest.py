"""Suggestions for a whole document, and their records."""

import json
import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.suggest import records, suggest
from tests.conftest import SHARED

TEXT = (
    "云岫市政府工作报告\n——2024年1月8日在云岫市人民代表大会上\n各位代表：\n一、2023年工作回顾\n"
    "过去一年，𠮷祥园区产值增长8.5%。实施强基行动。\n二、2024年工作安排\n"
    "一是实施乡村建设行动，新建厂房3至5万平方米。\n二是落实《云岫市促进条例》。\n云岫市商务局\n扩大出口。\n"
)
GOLD = sorted(path.name.removesuffix(".gold.jsonl") for path in SHARED.glob("gold/*.gold.jsonl"))
BENCH = Path(__file__).resolve().parents[2] / "bench" / "reading.py"
COLUMNS = ("policy f1", "target f1", "target_full f1", "task f1", "task kappa")
RECORDED = {
    "gwr-2021": (0.99, 0.99, 0.99, 0.99, 0.99),
    "miit-2022-departments": (0.97, 0.99, 0.99, 0.99, 0.94),
    "miit-2023-conference": (0.97, 0.99, 0.99, 0.99, 0.99),
}
"""The last figures of each annotated document, a little rounded down: none may fall below. The rules were
tuned on the first and the third, and of late on errors of the second, too: documents not seen score lower."""
PROMISED = (0.9, 0.9, 0.85, 0.95, 0.85)
"""For any other annotated document that comes to lie beside them."""


def test_suggestions_come_in_order_of_place_and_point_into_the_text():
    found = suggest(TEXT)
    assert [s.start for s in found] == sorted(s.start for s in found)
    assert {(s.kind, TEXT[s.start : s.end]) for s in found} >= {
        ("target", "𠮷祥园区产值增长8.5%"),
        ("policy", "乡村建设行动"),
        ("task", "二是落实《云岫市促进条例》。"),
        ("target", "新建厂房3至5万平方米"),
    }
    assert not [s for s in found if s.kind == "task" and "强基" in TEXT[s.start : s.end]]


def test_every_suggestion_has_a_rule_a_reason_and_a_sureness():
    for suggestion in suggest(TEXT):
        assert suggestion.rule
        assert suggestion.reason
        assert 0 < suggestion.sureness <= 1


def test_a_byline_leads_the_tasks_below_it():
    [export] = [s for s in suggest(TEXT) if TEXT[s.start : s.end] == "扩大出口。"]
    assert export.fields["lead"].value == "云岫市商务局"


def test_records_have_the_form_of_the_guideline():
    document, *lines = records(TEXT)
    assert document == {"kind": "document", "text": TEXT}
    assert json.loads(json.dumps(lines, ensure_ascii=False)) == lines
    [area] = [line for line in lines if line.get("unit") == "平方米"]
    assert (area["value"], area["upper"], area["comparator"]) == (30_000, 50_000, "range")
    assert (area["nature"], area["period"]) == ("planned", "2024")
    [task] = [line for line in lines if line["kind"] == "task" and line["marker"] == "一是"]
    assert task["quote"] == TEXT[task["start"] : task["end"]]
    [titled] = [line for line in lines if line.get("form") == "titled"]
    assert (titled["name"], titled["action"]) == ("云岫市促进条例", "落实")


@given(
    st.text(
        alphabet="一二三万亿0123456789年月日%至、，。；：“”《》（）\n 从到超过以上新建行动工程𠮷Ａ.",
        max_size=60,
    )
)
def test_no_text_is_too_strange(text):
    for suggestion in suggest(text):
        assert 0 <= suggestion.start < suggestion.end <= len(text)


@pytest.mark.shared
@pytest.mark.parametrize("name", GOLD)
def test_annotated_documents_are_read_no_worse_than_before(shared, name):
    score = runpy.run_path(str(BENCH))["score"]
    figures, _ = score(shared / "gold", name)
    least = dict(zip(COLUMNS, RECORDED.get(name, PROMISED), strict=True))
    reached = {column: figures[column.split()[0]][column.split()[1]] for column in COLUMNS}
    assert {column: value for column, value in reached.items() if value < least[column]} == {}


@pytest.mark.parametrize(
    "piece",
    [
        *("实施", "推进园区建设，", "1、2个、", "a", "\n", "*", "（", "“", "行动《法》"),
        *("指标\n", "指标 2025年\n", "1.甲工程：", "由甲", "（甲负责", "“甲”", "甲、", "等行动"),
    ],
)
def test_endless_repetition_takes_no_endless_time(piece):
    suggest(piece * (5_000 // len(piece)))
