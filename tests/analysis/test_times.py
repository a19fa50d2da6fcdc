"""Times: the days an expression means, in the notation of a target sheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.times import Period, times, years


def read(text: str) -> list[str]:
    return [str(time.period) for time in times(text, 2024, 2023)]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("2022年", "2022"),
        ("２０２２年", "2022"),
        ("二〇三五年", "2035"),
        ("2022年1月至11月", "2022-01/2022-11"),
        ("2022年1—11月", "2022-01/2022-11"),
        ("1-10月", "2023-01/2023-10"),
        ("2020年5月至2021年4月", "2020-05/2021-04"),
        ("2021—2025年", "2021/2025"),
        ("2023年年底", "2023-12-31"),
        ("2023 年 6 月底前", "2023-06-30"),
        ("2023年2月", "2023-02"),
        ("2024年2月29日", "2024-02-29"),
        ("年底", "2023-12-31"),
        ("今年底", "2024-12-31"),
        ("去年", "2023"),
        ("明年上半年", "2025-01/2025-06"),
        ("前三季度", "2023-01/2023-09"),
        ("第四季度", "2023-10/2023-12"),
        ("“十四五”时期", "2021/2025"),
        ("十三五", "2016/2020"),
        ("“十五五”末", "2030-12-31"),
        ("过去五年", "2019/2023"),
        ("一年来", "2023"),
        ("今后五年", "2024/2028"),
        ("三年内", "2024/2026"),
        ("三季度末", "2023-09-30"),
        ("前11个月", "2023-01/2023-11"),
        ("2025、2026年", "2025/2026"),
        ("“七五”时期", "1986/1990"),
    ],
)
def test_an_expression_of_time_means_these_days(words, period):
    assert read(f"全市{words}，产值增长") == [period]


@pytest.mark.parametrize("words", ["三年行动", "5年过渡期", "近年来", "10个月", "第三产业", "2月30日"])
def test_lengths_of_time_and_impossible_days_are_no_times(words):
    assert read(words) == []


def test_without_a_reference_year_only_full_years_can_be_told():
    assert [str(time.period) for time in times("今年和2022年，年底", None)] == ["2022"]


def test_offsets_point_at_the_words():
    text = "力争到2025年年底，"
    [time] = times(text, 2024)
    assert text[time.start : time.end] == "2025年年底"
    assert time.period.first is None


@given(st.integers(1950, 2090), st.integers(0, 9))
def test_years_are_written_shortly(first, more):
    assert str(years(first, first + more)) == (f"{first}/{first + more}" if more else str(first))


@given(st.integers(1990, 2090), st.integers(1, 12), st.integers(1, 28))
def test_any_date_is_read_back(year, month, day):
    [time] = times(f"于{year}年{month}月{day}日起施行", None)
    assert time.period == Period(time.period.last, time.period.last)
    assert str(time.period) == f"{year}-{month:02}-{day:02}"


@given(st.integers(1990, 2090), st.integers(1, 4), st.sampled_from(["", "末"]))
def test_any_quarter_is_read_back(year, quarter, end):
    [time] = times(f"{year}年{'一二三四'[quarter - 1]}季度{end}完成", None)
    assert (time.period.last.year, time.period.last.month) == (year, 3 * quarter)
    assert (time.period.first is None) == bool(end)


@given(st.integers(1990, 2090), st.integers(1, 11), st.sampled_from(["至", "—", "-", "到"]))
def test_any_stretch_of_months_is_read_back(year, first, sign):
    [time] = times(f"{year}年{first}月{sign}{first + 1}月，", None)
    assert str(time.period) == f"{year}-{first:02}/{year}-{first + 1:02}"


@given(st.integers(11, 18))
def test_any_five_year_plan_has_its_years(ordinal):
    [time] = times(f"“十{'一二三四五六七八'[ordinal - 11]}五”期间", None)
    assert str(time.period) == f"{1951 + 5 * ordinal}/{1955 + 5 * ordinal}"
