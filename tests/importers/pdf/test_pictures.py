"""Pages and pictures without text are told apart and never silently lost."""

import random

from tests.importers.pdf.invented import FIRST, SECOND, kinds, read, texts
from tests.importers.pdf.paper import A4, Sheet, wrapped

WIDE, HIGH = 120, 170


def scanned() -> list[bytes]:
    """Dark strokes in lines on white paper."""
    return [bytes(40 if y % 12 < 4 and x % 5 < 2 else 250 for x in range(WIDE)) for y in range(HIGH)]


def photographed() -> list[bytes]:
    rng = random.Random(1)
    return [bytes(rng.randint(20, 200) for _ in range(WIDE)) for _ in range(HIGH)]


def filled(pixels: list[bytes]) -> Sheet:
    sheet = Sheet()
    sheet.picture(0, 0, *A4, pixels)
    return sheet


def written(text: str = FIRST) -> Sheet:
    sheet = Sheet()
    sheet.lines(80, 80, wrapped(text, 34))
    return sheet


def test_pages_are_told_apart() -> None:
    found = read(written(), filled(scanned()), Sheet(), filled(photographed()))
    assert texts(found) == [FIRST, "[picture, page 2]", "[picture, page 4]"]
    assert kinds(found)[1:] == [("caption", None)] * 2
    counted = ("pages", "pages_without_text", "blank_pages", "photo_pages", "pictures_marked")
    assert [found.quality[name] for name in counted] == [4, 1, 1, 1, 2]


def test_a_scan_with_a_watermark_has_no_text_all_the_same() -> None:
    pages = [filled(scanned()) for _ in range(3)]
    for sheet in pages:
        sheet.text(100, 400, "扫描件", 40, "0.7 0.7 -0.7 0.7")
    found = read(*pages)
    assert texts(found) == [f"[picture, page {i}]" for i in (1, 2, 3)]
    assert found.quality["pages_without_text"] == 3


def test_a_scan_whose_text_was_recognised_is_text() -> None:
    sheet = filled(scanned())
    for i in range(30):
        sheet.text(40, 30 + 26 * i, "云岭市推进产业升级" * 3, 18)
    found = read(sheet)
    assert ("[picture, page 1]" in texts(found), found.quality["pages_without_text"]) == (False, 0)


def test_a_picture_where_a_table_should_stand_is_marked_at_its_place() -> None:
    sheet = Sheet()
    y = sheet.lines(80, 80, wrapped(FIRST, 34))
    sheet.picture(80, y + 10, 500, y + 210, scanned())
    sheet.lines(80, y + 230, wrapped(SECOND, 34))
    found = read(sheet)
    assert texts(found) == [FIRST, "[picture, page 1]", SECOND]
    assert [piece.page for piece in found.pieces] == [1, 1, 1]


def test_strips_of_one_picture_are_one_and_seals_are_none() -> None:
    sheet = Sheet()
    y = sheet.lines(80, 80, wrapped(FIRST, 34))
    for i in range(10):
        sheet.picture(80, y + 20 * i, 500, y + 20 * i + 20, scanned()[:2])
    sheet.picture(400, y + 300, 480, y + 380, scanned())
    assert texts(read(sheet)) == [FIRST, "[picture, page 1]"]


def test_letters_drawn_as_paths_are_a_page_without_text() -> None:
    sheet = Sheet()
    for i in range(200):
        x, y = 80 + 20 * (i % 20), 80 + 30 * (i // 20)
        sheet.marks.append(f"{x} {y} m {x + 8} {y + 3} {x + 12} {y + 9} {x + 4} {y + 12} c f")
    found = read(sheet)
    assert (texts(found), found.quality["pages_without_text"]) == (["[picture, page 1]"], 1)
