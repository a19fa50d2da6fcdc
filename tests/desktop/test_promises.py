"""The figures of promises in words, and the series of a timeline."""

import pytest

from desktop.tracking.promises import Line, amount, gap
from desktop.tracking.series import PROMISED, scale, series
from workbench.tracker import Place, Tracked


def place(value: float, unit: str = "%", comparator: str = "", document_id: int = 1) -> Place:
    return Place(document_id, "计划", 2031, 0, 9, "增加值增长", value, None, unit, comparator, "change", None)


def row(year: int, value: float, reported: float | None, state: str, sure: float = 0.9) -> Tracked:
    report = place(reported, document_id=2) if reported is not None else None
    difference = reported - value if reported is not None else None
    return Tracked(
        "增加值", year, place(value, comparator=">="), report, state, difference, sure, "市工业局、市科技局",
        None, "", 0.0, state, "青禾市",
    )  # fmt: skip


ROWS = [
    row(2031, 7, 7.4, "met"),
    row(2032, 8, 6.5, "missed", 0.7),
    row(2033, 9, None, "open", 0.0),
    row(2031, 7, None, "not_reported", 0.6),
]


def test_figures_wear_the_sign_of_their_comparator() -> None:
    assert amount(ROWS[0].promise) == "≥7%"
    assert amount(place(26_000_000_000, "元", ">")) == ">260亿元"
    assert (gap(ROWS[1], "zh"), gap(ROWS[1], "en")) == ("-1.5个百分点", "-1.5 pp")


def test_a_series_has_the_marks_of_one_unit_by_year() -> None:
    (found,) = series(ROWS)
    assert [(mark.year, mark.value, mark.state) for mark in found.marks] == [
        (2031, 7, PROMISED),
        (2031, 7.4, "met"),
        (2032, 8, PROMISED),
        (2032, 6.5, "missed"),
        (2033, 9, PROMISED),
    ]


@pytest.mark.parametrize(
    ("values", "unit", "scaled"),
    [
        ([7.4, 8], "%", (1, "%")),
        ([120_000, 9_000], "人", (1e4, "万人")),
        ([2e10], "元", (1e8, "亿元")),
        ([], "元", (1, "元")),
    ],
)
def test_axes_count_in_wan_and_yi(values: list[float], unit: str, scaled: tuple[float, str]) -> None:
    assert scale(values, unit) == scaled


@pytest.mark.parametrize(("whose", "told"), [("青禾市", "工业增加值 · 青禾市"), ("", "工业增加值")])
def test_an_indicator_says_whose_it_is_where_that_is_known(whose: str, told: str) -> None:
    assert Line(1, "工业增加值", whose, {}).with_place == told
