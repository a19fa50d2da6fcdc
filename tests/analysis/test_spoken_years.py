"""Which years a report's paragraphs speak of."""

from analysis.spoken_years import aimed_at, speaks_of_one_year
from analysis.trace_mentions import read

FIVE = """青禾市2033年政府工作报告
一、过去五年及2032年工作回顾
五年来，全市新增就业45万人。
2032年是本届政府的收官之年。
全市新增就业9.2万人。
“十五五”以来，水库库容增加3亿立方米。
二、2033年工作安排
综合考虑，建议2033年主要预期目标为：生产总值增长6%；新增就业9万人；
"""


def test_a_paragraph_turns_to_one_year_until_another_turns_back() -> None:
    assert not speaks_of_one_year(FIVE, FIVE.index("45万人"))
    assert speaks_of_one_year(FIVE, FIVE.index("9.2万人"))
    assert not speaks_of_one_year(FIVE, FIVE.index("3亿立方米"))
    assert not speaks_of_one_year("没有年份", 2)


def test_numbers_after_the_turn_count_over_one_year() -> None:
    years = {one.figure: one.years for one in read(FIVE, year=2033) if "就业" in one.indicator}
    assert (years["45万"], years["9.2万"]) == (5, 1)


def test_a_list_of_targets_names_its_year_before_them() -> None:
    assert aimed_at(FIVE, FIVE.index("新增就业9万人"), 2033) == 2033
    assert aimed_at(FIVE, FIVE.index("9.2万人"), 2033) is None
    assert aimed_at("今年主要预期目标是：造林9万亩。", 14, 2040) == 2040


def test_what_a_list_of_targets_says_is_planned_also_in_a_review() -> None:
    text = FIVE.replace("二、2033年工作安排\n", "")
    mentions = {one.quote: one for one in read(text, year=2033)}
    assert (mentions["新增就业9万人"].nature, mentions["新增就业9万人"].due) == ("planned", 2033)
