"""Numbers in the numbering formats of Word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.docx.markup import LARGEST
from importers.docx.numerals import FORMATS, numeral

NUMBERS = st.integers(0, LARGEST)
UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
FIGURES = {figure: i % 10 for i, figure in enumerate("零一二三四五六七八九零壹贰叁肆伍陆柒捌玖")}


def value(text: str) -> int:
    """What a Chinese number says, read as a person reads it."""
    over, ten_thousand, rest = text.rpartition("万")
    total, figure = (value(over) * 10_000 if ten_thousand else 0), 0
    for sign in rest:
        if sign in UNITS:
            total, figure = total + (figure or 1) * UNITS[sign], 0
        else:
            figure = FIGURES[sign]
    return total + figure


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", "1 2 10 11 21 100"),
        ("decimalZero", "01 02 10 11 21 100"),
        ("chineseCounting", "一 二 十 十一 二十一 一〇〇"),
        ("chineseCountingThousand", "一 二 十 十一 二十一 一百"),
        ("japaneseCounting", "一 二 十 十一 二十一 百"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾壹 壹佰"),
        ("ideographLegalTraditional", "壹 貳 壹拾 壹拾壹 貳拾壹 壹佰"),
        ("ideographDigital", "一 二 一〇 一一 二一 一〇〇"),
        ("ideographTraditional", "甲 乙 癸 11 21 100"),
        ("ideographZodiac", "子 丑 酉 戌 21 100"),
        ("ideographZodiacTraditional", "甲子 乙丑 癸酉 甲戌 甲申 100"),
        ("ideographEnclosedCircle", "㊀ ㊁ ㊉ 11 21 100"),
        ("decimalEnclosedCircle", "① ② ⑩ ⑪ 21 100"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ 21 100"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒑ ⒒ 21 100"),
        ("decimalFullWidth", "１ ２ １０ １１ ２１ １００"),
        ("upperRoman", "I II X XI XXI C"),
        ("lowerRoman", "i ii x xi xxi c"),
        ("upperLetter", "A B J K U VVVV"),
        ("lowerLetter", "a b j k u vvvv"),
        ("ordinal", "1st 2nd 10th 11th 21st 100th"),
        ("hex", "1 2 A B 15 64"),
        ("arabicAbjad", "1 2 10 11 21 100"),
    ],
)
def test_each_format_as_word_writes_it(form: str, numbers: str) -> None:
    assert [numeral(number, form) for number in (1, 2, 10, 11, 21, 100)] == numbers.split()


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (105, "一百零五"),
        (110, "一百一十"),
        (1010, "一千零一十"),
        (10_010, "一万零一十"),
        (12_000, "一万二千"),
    ],
)
def test_zeros_between_are_read_once(number: int, text: str) -> None:
    assert numeral(number, "chineseCountingThousand") == text


@given(NUMBERS, st.sampled_from(("chineseCountingThousand", "chineseLegalSimplified")))
def test_a_chinese_number_says_what_it_counts(number: int, form: str) -> None:
    text = numeral(number, form)
    assert value(text) == number
    assert not re.search("零零|零$|零[十百千拾佰仟万]", text) or number == 0


@given(st.integers(1, 3999))
def test_a_roman_number_says_what_it_counts(number: int) -> None:
    values = [
        dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))[s]
        for s in numeral(number, "upperRoman")
    ]
    pairs = zip(values, [*values[1:], 0], strict=True)
    assert sum(-value if value < after else value for value, after in pairs) == number


@given(st.sampled_from(sorted({*FORMATS} - {"none"})), st.integers(1, 400), st.integers(1, 400))
def test_different_numbers_look_different(form: str, one: int, other: int) -> None:
    assert (numeral(one, form) == numeral(other, form)) == (one == other)


@given(st.sampled_from(sorted(FORMATS)), NUMBERS)
def test_every_number_has_a_short_form(form: str, number: int) -> None:
    assert len(numeral(number, form)) <= 30
