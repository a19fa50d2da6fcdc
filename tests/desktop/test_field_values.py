"""What an analyst types, read as a value."""

from datetime import date

import pytest

from db.kinds import KINDS
from desktop.field_values import STATE, Unreadable, chinese_reading, read

TARGET = KINDS["target"]
VALUE = TARGET.field("value")
START = TARGET.field("period_from")
END = TARGET.field("period_to")
LEAD = KINDS["task"].field("lead")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("8万", 80_000.0),
        ("2.6亿", 260_000_000.0),
        ("1.37万亿", 1_370_000_000_000.0),
        ("1亿2000万", 120_000_000.0),
        ("1,200", 1200.0),
        ("１，２００", 1200.0),
        ("0.07万", 700.0),
        ("超过8万家", 80_000.0),
        ("五成", 50.0),
        ("-2万", -20_000.0),
        (" -3.5% ", -3.5),
        ("", None),
    ],
)
def test_numbers_are_read_with_chinese_multiples(words: str, value: float | None) -> None:
    assert read(VALUE, words) == value


@pytest.mark.parametrize("words", ["很多", "万", "1.2.3", "3至5万", "2023年", "--5", "8万家以内和2人"])
def test_words_that_make_no_number_are_refused(words: str) -> None:
    with pytest.raises(Unreadable):
        read(VALUE, words)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023年6月", date(2023, 6, 1), date(2023, 6, 30)),
        ("2023-12-05", date(2023, 12, 5), date(2023, 12, 5)),
        ("2023年12月5日", date(2023, 12, 5), date(2023, 12, 5)),
        ("20231205", date(2023, 12, 5), date(2023, 12, 5)),
        ("２０２４", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_bare_year_or_month_opens_or_closes_its_period(words: str, first: date, last: date) -> None:
    assert (read(START, words), read(END, words)) == (first, last)


@pytest.mark.parametrize("words", ["2023-13", "2023-02-30", "明年", "23-1-1", "0000"])
def test_days_that_do_not_exist_are_refused(words: str) -> None:
    with pytest.raises(Unreadable):
        read(START, words)


def test_departments_are_joined_by_one_mark_and_named_once() -> None:
    assert read(LEAD, "市工信局，市财政局、市工信局; ") == "市工信局、市财政局"
    assert read(LEAD, "、，") is None


def test_a_choice_is_read_by_any_of_its_names() -> None:
    assert read(STATE, "已确认") == read(STATE, "confirmed") == "confirmed"
    with pytest.raises(Unreadable):
        read(STATE, "perhaps")


@pytest.mark.parametrize(
    ("value", "reading"),
    [
        (80_000.0, "8万"),
        (260_000_000.0, "2.6亿"),
        (1_370_000_000_000.0, "1.37万亿"),
        (123_456_789.0, "1.23456789亿"),
        (-25_000.0, "-2.5万"),
        (9_999.0, ""),
        (1e16, "10000万亿"),
        (None, ""),
    ],
)
def test_large_numbers_read_back_in_chinese_multiples(value: float | None, reading: str) -> None:
    assert chinese_reading(value) == reading


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2023年底", date(2023, 12, 31), date(2023, 12, 31)),
        ("2023年年底", date(2023, 12, 31), date(2023, 12, 31)),
        ("2023年上半年", date(2023, 1, 1), date(2023, 6, 30)),
        ("2023年6月底前", date(2023, 6, 30), date(2023, 6, 30)),
        ("年底", date(date.today().year, 12, 31), date(date.today().year, 12, 31)),
    ],
)
def test_a_time_is_taken_as_documents_write_it(words: str, first: date, last: date) -> None:
    fields = {field.name: field for field in KINDS["task"].fields}
    assert read(fields["due_from"], words) == first
    assert read(fields["due_to"], words) == last
