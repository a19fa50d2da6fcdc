"""What a later document makes of tasks."""

from analysis.align import Text
from analysis.continued import continued

PLAN = "青禾市2031年工作要点\n加快青屏河湿地修复。\n建成霞浦数字工厂。\n组织老旧厂区摸底排查。\n"
NEXT = """青禾市2032年政府工作报告
一、2031年工作回顾
霞浦数字工厂顺利建成。
二、2032年工作安排
持续推进青屏河湿地修复。
"""


def test_tasks_go_on_are_finished_or_dropped() -> None:
    tasks = [(PLAN.index(words), PLAN.index(words) + 6) for words in ("加快青屏", "建成霞浦", "组织老旧")]
    found = continued(Text(PLAN), tasks, Text(NEXT), 2032)
    assert [one.state for one in found] == ["continued", "finished", "dropped"]
    assert NEXT[found[0].b_start : found[0].b_end] == "持续推进青屏河湿地修复。"
    assert found[2].b_start == found[2].b_end
