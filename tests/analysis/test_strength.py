"""How strongly a task is asked for."""

import pytest

from analysis.fields import read
from analysis.strength import strength


@pytest.mark.parametrize(
    ("sentence", "value", "words"),
    [
        ("各县必须按时完成清理。", "must", "必须"),
        ("不得新增产能，鼓励改造。", "must", "不得"),
        ("压实责任，确保如期完工。", "ensure", "确保"),
        ("力争新增企业50家。", "strive", "力争"),
        ("引导企业上云。", "encourage", "引导"),
        ("研究建立风险补偿机制。", "explore", "研究建立"),
        ("开展数据资产入表试点。", "explore", "开展数据资产入表试点"),
    ],
)
def test_the_first_word_that_tells_is_taken(sentence, value, words):
    reading = strength(sentence)
    assert reading is not None
    assert (reading.value, reading.words) == (value, words)


@pytest.mark.parametrize(
    "sentence", ["加快园区建设。", "落实《鼓励外商投资目录》。", "设立引导基金，编写须知。"]
)
def test_most_tasks_tell_none(sentence):
    assert strength(sentence) is None


def test_the_strength_is_a_field_of_a_task():
    text = "云岫市工作要点\n二是力争建成园区2个。\n"
    start = text.index("二是")
    assert read(text, start, len(text) - 1, "task", 2024)["strength"].value == "strive"
