"""Numbers in sentences: comparator, range and unit; and what only looks like a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.numbers import numbers
from tests.analysis.written import DIGITS, FULL_WIDTH, grouped, in_words, spaced

UNITS = ["家", "户", "元", "美元", "人次", "亩", "公里", "千瓦时", "平方米", "吨标准煤", "%", "个百分点"]
COMPARATORS = {
    "超过{}": ">",
    "突破了{}": ">",
    "不低于{}": ">=",
    "{}以上": ">=",
    "不超过{}": "<=",
    "{}以内": "<=",
    "不到{}": "<",
    "约{}": "≈",
    "接近{}": "≈",
    "{}左右": "≈",
    "{}": "=",
}
SHORT = {"个百分点": "百分点"}


@given(
    st.integers(1, 10**6),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(UNITS),
    st.sampled_from(sorted(COMPARATORS)),
    st.sampled_from(["plain", "full width", "grouped", "spaced"]),
)
def test_any_number_with_comparator_and_unit_is_read_back(value, scale, unit, said, script):
    if scale and unit == "%":
        return
    written = {
        "plain": str(value),
        "full width": str(value).translate(FULL_WIDTH),
        "grouped": grouped(value),
        "spaced": spaced(value),
    }[script]
    [number] = numbers(f"云岫市智造企业总量达到{said.format(written + scale + unit)}。")
    assert number.value == value * {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert (number.unit, number.comparator) == (SHORT.get(unit, unit), COMPARATORS[said])


@given(st.integers(20, 10**8), st.sampled_from(["家", "元", "亩"]))
def test_any_number_in_words_is_read_back(value, unit):
    [number] = numbers(f"全市新增{in_words(value)}{unit}。")
    assert (number.value, number.unit, number.han) == (value, unit, True)


@given(
    st.integers(1, 500),
    st.integers(1, 500),
    st.sampled_from(["－", "-", "—", "～", "~", "至", "到"]),
    st.sampled_from(["%", "万元", "个", "公里"]),
    st.booleans(),
)
def test_any_range_is_read_back(low, more, sign, unit, twice):
    high = low + more
    [number] = numbers(f"控制在{low}{unit if twice else ''}{sign}{high}{unit}。")
    factor = 10**4 if unit == "万元" else 1
    assert (number.value, number.upper) == (low * factor, high * factor)
    assert (number.comparator, number.unit) == ("range", unit.removeprefix("万"))


@pytest.mark.parametrize(
    "text",
    [
        "2025年3月5日，第十四届三次会议",
        "推广5G、4K/8K和3D打印",
        "第四批试点和第12号文件",
        "深化“三品”行动，落实“1+6+N”方案",
        "十四五时期，二十届三中全会",
        "三次产业比为8.9∶39.8∶51.3",
        "5A级景区，百亿级产业，世界500强",
        "根据云政发〔2024〕15号",
        "《云岫市促进产业发展20条措施》",
        "千家万户，二氧化碳，万众一心",
        "PM2.5和G60沿线",
    ],
)
def test_names_dates_and_ordinals_are_no_numbers(text):
    assert [text[number.start : number.end] for number in numbers(text) if number.unit] == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("规模已超千亿元", 10**11, "元", ">"),
        ("规模突破万亿元大关", 10**12, "元", ">"),
        ("上千家企业", 1000, "家", ">="),
        ("百余家企业", 100, "家", ">"),
        ("近600万人", 6_000_000, "人", "≈"),
        ("节约1000万元", 10_000_000, "元", "="),
        ("装机500千瓦", 500, "千瓦", "="),
        ("浓度35微克／立方米", 35, "微克/立方米", "="),
        ("总量翻一番", 2, "倍", "="),
        ("五成以上", 50, "%", ">="),
        ("1/3以上的村", 33.33, "%", ">="),
        ("近半企业", 50, "%", "≈"),
        ("占比过半", 50, "%", "="),
        ("半亩园地", 0.5, "亩", "="),
        ("历时两年半", 2.5, "年", "="),
        ("用时三个半小时", 3.5, "小时", "="),
        ("十几家企业", 10, "家", ">"),
        ("投入10个亿人民币", 10**9, "元", "="),
        ("发明专利15件/万人", 15, "件/万人", "="),
        ("碳排放200元/吨·年", 200, "元/吨·年", "="),
        ("出口增长-0.5%", -0.5, "%", "="),
        ("合格率不得低于98%", 98, "%", ">="),
        ("不得超过3个", 3, "个", "<="),
        ("１.5  万亿元", 1.5e12, "元", "="),
    ],
)
def test_comparators_scales_and_units_are_told_apart(text, value, unit, comparator):
    [number] = numbers(text)
    assert (number.value, number.unit, number.comparator) == (value, unit, comparator)


def test_a_scale_said_once_holds_for_both_ends_of_a_range():
    [wide, turned] = numbers("新增3至5万亩，另有8000至1万亩")
    assert (wide.value, wide.upper) == (30_000, 50_000)
    assert (turned.value, turned.upper) == (8000, 10_000)


@given(st.sampled_from("二三四五六七八"), st.sampled_from(["", "十", "百", "千", "万", "亿"]))
def test_two_neighbouring_digits_are_a_range(digit, scale):
    first = DIGITS.index(digit)
    [number] = numbers(f"新增{digit}{DIGITS[first + 1]}{scale}家。")
    assert (number.comparator, number.unit) == ("range", "家")
    assert number.upper / number.value == pytest.approx((first + 1) / first)


def test_a_range_that_ends_in_nothing_is_read():
    assert [(n.value, n.upper) for n in numbers("由3至0万元")] == [(3, 0)]


def test_offsets_and_words_point_into_the_text():
    text = "力争超过８万家，"
    [number] = numbers(text)
    assert text[number.start : number.end] == "超过８万家"
    assert text[number.figure : number.behind] == "８万家"
    assert number.words == {"comparator": "超过", "value": "８万", "unit": "家"}
