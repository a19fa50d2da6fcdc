"""How figures, periods and numerals read."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exporters.briefing_words import numeral
from exporters.figures import figure, scaled
from exporters.periods import period


@pytest.mark.parametrize(
    ("fields", "chinese", "english"),
    [
        ({"comparator": ">", "value": 80000.0, "unit": "家"}, "超过 8万家", "> 80,000 家"),
        ({"comparator": "=", "value": 7.4, "unit": "%", "direction": "up"}, "增长 7.4%", "up 7.4%"),
        ({"comparator": "≈", "value": 3.0, "unit": "%", "direction": "down"}, "下降约 3%", "down ≈ 3%"),
        ({"comparator": "range", "value": 13e9, "upper": 13.7e9, "unit": "元"}, "130亿—137亿元", "13 billion–13.7 billion 元"),  # noqa: E501
        ({"comparator": "range", "value": 3.0, "upper": 5.0, "unit": "%"}, "3%—5%", "3–5%"),
        ({"value": 2.0, "unit": "倍"}, "2倍", "2 倍"),
        ({"value": 12.0}, "12", "12"),
        ({"unit": "家", "comparator": ">"}, "", ""),
        ({}, "", ""),
    ],
)  # fmt: skip
def test_a_figure_reads_as_it_would_be_written(fields: dict[str, Any], chinese: str, english: str) -> None:
    assert figure(fields, "zh") == chinese
    assert figure(fields, "en") == english


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1.37e12, "斤", "1.37万亿"),
        (2.6e8, "户", "2.6亿"),
        (-2.6e8, "户", "-2.6亿"),
        (80000, "家", "8万"),
        (12345, "家", "1.2345万"),
        (123456789, "元", "12345.6789万"),
        (1234567.89, "元", "1234567.89"),
        (9999, "家", "9999"),
        (20000, "%", "20000"),
        (20000, "万吨", "20000"),
        (0, "", "0"),
    ],
)
def test_large_numbers_are_shown_in_wan_and_yi_only_where_that_is_exact(
    value: float, unit: str, text: str
) -> None:
    assert scaled(value, unit) == text


@given(some.integers(-(10**15), 10**15))
def test_a_scaled_number_is_still_the_same_number(value: int) -> None:
    text = scaled(value)
    for name, size in (("万亿", 10**12), ("亿", 10**8), ("万", 10**4)):
        if text.endswith(name):
            assert round(float(text.removesuffix(name)) * size) == value
            return
    assert int(text) == value


@pytest.mark.parametrize(
    ("first", "last", "chinese", "english"),
    [
        ((2031, 1, 1), (2031, 12, 31), "2031年", "2031"),
        ((2031, 1, 1), (2035, 12, 31), "2031年—2035年", "2031 – 2035"),
        ((2031, 1, 1), (2031, 6, 30), "2031年1月—6月", "2031-01 – 2031-06"),
        ((2032, 2, 1), (2032, 2, 29), "2032年2月", "2032-02"),
        ((2031, 11, 1), (2032, 3, 31), "2031年11月—2032年3月", "2031-11 – 2032-03"),
        ((2031, 5, 3), (2031, 5, 9), "2031年5月3日—5月9日", "2031-05-03 – 2031-05-09"),
        ((2031, 5, 3), (2031, 5, 3), "2031年5月3日", "2031-05-03"),
        ((2031, 12, 31), (2031, 12, 31), "2031年底", "2031-12-31"),
        (None, (2031, 12, 31), "2031年底前", "by end of 2031"),
        (None, (2031, 6, 30), "2031年6月底前", "by end of 2031-06"),
        (None, (2031, 6, 15), "2031年6月15日前", "by 2031-06-15"),
        ((2031, 1, 1), None, "2031年起", "from 2031"),
        ((2031, 6, 1), None, "2031年6月起", "from 2031-06"),
        ((2031, 6, 2), None, "2031年6月2日起", "from 2031-06-02"),
        (None, None, "", ""),
    ],
)
def test_a_period_reads_as_it_would_be_written(
    first: tuple[int, int, int] | None, last: tuple[int, int, int] | None, chinese: str, english: str
) -> None:
    ends = [date(*end) if end else None for end in (first, last)]
    assert period(ends[0], ends[1], "zh") == chinese
    assert period(ends[0], ends[1], "en") == english


@given(some.dates(), some.dates())
def test_different_periods_never_read_the_same(first: date, last: date) -> None:
    if first <= last < date.max:
        later = last + timedelta(days=1)
        for language in ("zh", "en"):
            assert period(first, last, language) != period(first, later, language)


def test_chinese_numerals() -> None:
    assert [numeral(n) for n in (1, 9, 10, 11, 19, 20, 21, 99)] == [
        "一", "九", "十", "十一", "十九", "二十", "二十一", "九十九",
    ]  # fmt: skip
    assert numeral(100) == "100"
