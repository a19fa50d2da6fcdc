"""Names of indicators that are one, and names that only look alike."""

import pytest

from analysis.groups import FOLDER, groups
from analysis.indicator_names import likeness, name
from analysis.traces import SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("地区生产总值", "全省GDP"),
        ("居民消费价格涨幅", "居民消费价格"),
        ("城镇调查失业率", "调查失业率"),
        ("万元GDP能耗", "单位国内生产总值能耗"),
        ("新增城镇就业", "城镇新增就业人数"),
        ("全社会研发投入", "研发经费支出"),
        ("农民人均纯收入", "农村居民人均可支配收入"),
        ("完成造林", "造林"),
        ("建设数字工厂", "数字工厂"),
    ],
)
def test_these_are_one(one: str, other: str) -> None:
    assert likeness(name(one), name(other)) >= SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("城镇登记失业率", "城镇调查失业率"),
        ("单位生产总值能耗", "生产总值"),
        ("人均生产总值", "生产总值"),
        ("工业投资", "固定资产投资"),
        ("进口", "进出口总额"),
        ("财政总收入", "一般公共预算收入"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("省级示范园区", "国家级示范园区"),
        ("高技术制造业增加值", "规模以上工业增加值"),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    assert likeness(name(one), name(other)) < SURE


def test_a_name_that_says_nothing_is_like_no_other() -> None:
    assert likeness(name(""), name("")) == 0
    assert name("解决").vague and not name("造林").vague and not name("地区生产总值").vague


@pytest.mark.parametrize("listed", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_a_list_of_groups_is_explained_and_its_groups_have_members(listed: str) -> None:
    assert (FOLDER / f"{listed}.txt").read_text("utf-8").startswith("# ")
    assert all(len(group) == len(set(group)) for group in groups(listed))


def test_an_indicator_is_a_synonym_of_one_name_only() -> None:
    words = [word for group in groups("same_indicators") for word in group]
    assert sorted(words) == sorted(set(words))
