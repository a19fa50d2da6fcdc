"""What became of a promise, by comparator and kind of indicator."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.judge import course, judge
from analysis.trace_mentions import Mention, read


def said(words: str, year: int, nature: str) -> Mention:
    """The only number of a sentence."""
    (found,) = read(f"{year}年，{words}。", year=year)
    return replace(found, nature=nature)


@pytest.mark.parametrize(
    ("promised", "reported", "state", "gap"),
    [
        ("生产总值增长6.5%左右", "生产总值增长6.6%", "met", 0.1),
        ("生产总值增长6.5%左右", "生产总值增长8%", "exceeded", 1.5),
        ("生产总值增长5.5%左右", "生产总值增长3%", "missed", -2.5),
        ("生产总值增长8%", "生产总值增长8%", "met", 0),
        ("生产总值增长8%", "生产总值增长8.4%", "exceeded", 0.4),
        ("生产总值增长6%－6.5%", "生产总值增长6.1%", "met", 0),
        ("生产总值增长6%－6.5%", "生产总值增长5.8%", "missed", -0.2),
        ("城镇新增就业1100万人以上", "城镇新增就业1361万人", "met", 2_610_000),
        ("新增高新技术企业120家", "新增高新技术企业101家", "missed", -19),
        ("居民消费价格涨幅3%左右", "居民消费价格上涨0.2%", "met", -2.8),
        ("居民消费价格涨幅3%左右", "居民消费价格下降0.3%", "met", -3.3),
        ("居民消费价格涨幅3%左右", "居民消费价格上涨5%", "missed", 2),
        ("城镇调查失业率5.5%以内", "城镇调查失业率5.2%", "met", -0.3),
        ("城镇调查失业率5.5%以内", "城镇调查失业率5.8%", "missed", 0.3),
        ("单位生产总值能耗下降3%以上", "单位生产总值能耗下降3.1%", "met", 0.1),
        ("单位生产总值能耗下降3%以上", "单位生产总值能耗下降2%", "missed", -1),
        ("单位生产总值能耗下降3%以上", "单位生产总值能耗上升1%", "missed", -4),
        ("造林2公顷以上", "造林45亩", "met", 1),
    ],
)
def test_a_number_against_a_number(promised: str, reported: str, state: str, gap: float) -> None:
    found = judge(said(promised, 2030, "planned"), said(reported, 2030, "actual"))
    assert (found.state, found.gap) == (state, pytest.approx(gap))


def test_change_against_level_and_another_unit_are_another_scope() -> None:
    promise = said("进出口总额增长8%", 2030, "planned")
    for words in ("进出口总额达到500亿元", "进出口总额突破90亿美元"):
        assert judge(promise, said(words, 2030, "actual")).state == "changed_scope"


def test_before_its_date_a_promise_can_be_kept_in_part_only() -> None:
    promise = said("高标准农田达到900万亩", 2030, "planned")
    later = replace(promise, period_to=date(2035, 12, 31))
    assert judge(later, said("高标准农田达到600万亩", 2030, "actual")).state == "partly"
    assert judge(later, said("高标准农田达到901万亩", 2030, "actual")).state == "exceeded"


def test_an_analyst_may_add_ceilings() -> None:
    promise, report = said("用电波动率3%", 2030, "planned"), said("用电波动率2%", 2030, "actual")
    assert judge(promise, report).state == "missed"
    assert judge(promise, report, {"波动率"}).state == "met"


@pytest.mark.parametrize(
    ("later", "found"),
    [
        ("增长6%", "lowered"),
        ("增长8%左右", "raised"),
        ("增长7%以上", "kept"),
        ("达到90亿元", "changed_scope"),
    ],
)
def test_what_the_next_plan_does(later: str, found: str) -> None:
    plan = said("生产总值增长7%", 2030, "planned")
    assert course(plan, said(f"生产总值{later}", 2031, "planned")) == found
