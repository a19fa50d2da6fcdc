"""Heads, feet, page numbers and watermarks are taken off by their repetition, and told."""

import random

from tests.importers.pdf.invented import FIRST, read, texts
from tests.importers.pdf.paper import Sheet, wrapped
from tests.importers.wrapping import prose


def body(i: int) -> list[str]:
    """Paragraphs that fit on a page."""
    return [text for text in prose(random.Random(i), 20) if 40 < len(text) < 200][:5]


def page(i: int, number: str, head: str = "云岭市人民政府公报") -> Sheet:
    sheet = Sheet()
    sheet.text(220, 40, head, 10)
    sheet.lines(80, 90, [line for text in body(i) for line in wrapped(text, 34)])
    sheet.text(280, 800, number, 10)
    return sheet


def bodies(*pages: int) -> list[str]:
    return [text for i in pages for text in body(i)]


def test_running_heads_and_page_numbers_are_taken_off_and_kept_as_facts() -> None:
    found = read(*(page(i, f"— {i} —") for i in (5, 6, 7)))
    assert texts(found) == bodies(5, 6, 7)
    assert found.facts == {"running_lines": ["云岭市人民政府公报"], "page_numbers": [5, 7]}


def test_heads_of_left_and_right_pages_may_differ() -> None:
    found = read(*(page(i, str(i), ("云岭市年鉴", "第三章 工业")[i % 2]) for i in range(1, 7)))
    assert texts(found) == bodies(*range(1, 7))


def test_a_head_with_the_number_in_it_is_known() -> None:
    found = read(*(page(i, "", f"公报 2026年第3期 {i}") for i in (8, 9, 10, 11)))
    assert texts(found) == bodies(8, 9, 10, 11)


def test_roman_and_worded_page_numbers_count() -> None:
    assert texts(read(*(page(i, number, "") for i, number in enumerate(("i", "ii", "iii", "iv"))))) == bodies(
        0, 1, 2, 3
    )
    assert texts(read(*(page(i, f"第{i}页 共3页", "") for i in (1, 2, 3)))) == bodies(1, 2, 3)


def test_a_number_on_a_single_page_stays_unless_it_says_what_it_is() -> None:
    assert texts(read(page(1, "2026", ""))) == [*body(1), "2026"]
    assert texts(read(page(1, "— 1 —", ""))) == body(1)


def test_a_line_that_stands_once_stays() -> None:
    heads = "云岭市人民政府公报", "目录", "编者的话"
    found = texts(read(*(page(i, str(i + 1), head) for i, head in enumerate(heads))))
    assert [text for text in found if text not in bodies(0, 1, 2)] == list(heads)


def test_forms_that_repeat_their_text_keep_it() -> None:
    forms = [Sheet() for _ in range(3)]
    for sheet in forms:
        sheet.lines(80, 300, wrapped(FIRST, 34))
    assert texts(read(*forms)) == [FIRST] * 3


def test_watermarks_are_taken_off_whether_they_lean_or_stand() -> None:
    pages = [page(i, str(i), "") for i in (1, 2, 3)]
    for sheet in pages:
        sheet.text(150, 500, "内部资料注意保管", 40, "0.7 0.7 -0.7 0.7")
        sheet.text(200, 740, "仅供参考", 30)
    found = read(*pages)
    assert texts(found) == bodies(1, 2, 3)
    assert found.quality["watermark_characters"] == 24
    assert found.facts["running_lines"] == ["仅供参考"]
