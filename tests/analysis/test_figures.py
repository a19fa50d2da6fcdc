"""Figures: whatever a writer makes of a number, the reader makes the same number of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures import Figure, figure
from tests.analysis.written import (
    FULL_WIDTH,
    decimals_in_words,
    digit_by_digit,
    grouped,
    in_words,
    spaced,
)

WHOLE = st.integers(1, 10**11)
SCALES = {
    "": 1,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}


@given(WHOLE)
def test_a_whole_number_is_read_in_every_script(value):
    for words in (str(value), grouped(value), str(value).translate(FULL_WIDTH), in_words(value)):
        assert figure(words) == Figure(value), words


@given(st.integers(10, 10**7))
def test_separators_and_letter_spacing_do_not_matter(value):
    for words in (grouped(value, " "), grouped(value, "，"), grouped(value, "\u00a0"), spaced(value)):
        assert figure(words).value == value, words


@given(st.decimals(min_value="0.01", max_value="9999", places=2), st.sampled_from(sorted(SCALES)))
def test_a_scale_multiplies_exactly(value, scale):
    assert figure(f"{value}{scale}").value == float(value * SCALES[scale])


@given(st.integers(1, 9999), st.sampled_from("多余来"), st.sampled_from(["", "万", "亿"]))
def test_a_lower_bound_says_so_on_either_side_of_its_scale(value, more, scale):
    expected = Figure(value * SCALES[scale], more=True)
    assert figure(f"{value}{more}{scale}") == figure(f"{value}{scale}{more}") == expected


@given(st.integers(11, 999))
def test_shares_are_percentages(tenths):
    share = tenths / 10
    assert figure(f"{share}%") == figure(f"{share}％") == Figure(share, "%")
    if tenths % 10:
        assert figure(f"百分之{decimals_in_words(tenths)}") == Figure(share, "%")


@given(st.integers(2, 9), st.integers(1, 9))
def test_fractions_and_tenths_are_percentages(whole, part):
    assert figure(f"{in_words(whole)}分之{in_words(part)}") == Figure(round(part / whole * 100, 2), "%")
    assert figure(f"{in_words(part)}成") == Figure(part * 10, "%")
    assert figure(f"{in_words(part)}成半") == Figure(part * 10 + 5, "%")


@given(st.integers(2000, 2099))
def test_a_year_may_be_written_digit_by_digit(year):
    assert figure(digit_by_digit(year)).value == year


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("两千", 2000),
        ("廿三", 23),
        ("三万五", 35_000),
        ("一百零五", 105),
        ("3万5千", 35_000),
        ("三点五万", 35_000),
        ("翻一番", 2),
        ("翻了两番", 4),
        ("一半", 50),
        ("1.37万亿", 1_370_000_000_000),
    ],
)
def test_colloquial_figures_are_read(words, value):
    assert figure(words).value == value


@pytest.mark.parametrize(("words", "value"), [("数十", 10), ("几百万", 1_000_000)])
def test_vague_figures_are_lower_bounds(words, value):
    assert figure(words) == Figure(value, more=True)


def test_what_is_no_figure_is_refused():
    with pytest.raises(ValueError, match="若干"):
        figure("若干")
