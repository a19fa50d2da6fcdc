"""Every character of the text is found again at its place on the page as it is shown."""

import pytest

from importers.places import FULL, Places, Spot
from tests.importers.pdf.invented import FIRST, SECOND, read
from tests.importers.pdf.paper import A4, Sheet, wrapped


def places(*sheets: Sheet) -> tuple[str, Places]:
    found = read(*sheets)
    assert found.places is not None
    return "\n".join(piece.text for piece in found.pieces), found.places


def near(spot: Spot, page: int, *points: float, size: tuple[float, float] = A4) -> bool:
    """Whether the sides of a spot are within two points of these, in points from the upper left."""
    wide, high = size
    sides = (
        spot.left * wide / FULL,
        spot.top * high / FULL,
        spot.right * wide / FULL,
        spot.bottom * high / FULL,
    )
    return spot.page == page and all(abs(a - b) < 2 for a, b in zip(sides, points, strict=True))


def test_a_word_is_found_on_the_page_it_stands_on() -> None:
    pages = Sheet(), Sheet()
    pages[0].lines(80, 80, wrapped(FIRST, 34))
    pages[1].lines(80, 80, wrapped(SECOND, 34))
    text, found = places(*pages)
    start = text.index("规模以上")
    (spot,) = found.spots(start, start + 4)
    assert near(spot, 2, 80 + 12 * 4, 80, 80 + 12 * 8, 92)


def test_a_passage_over_a_line_end_is_found_on_both_lines() -> None:
    sheet = Sheet()
    sheet.lines(80, 80, ["云岭市推进产业转型升级工作", "要点"])
    text, found = places(sheet)
    assert text == "云岭市推进产业转型升级工作要点"
    first, second = found.spots(text.index("工作"), len(text))
    assert near(first, 1, 80 + 12 * 11, 80, 80 + 12 * 13, 92)
    assert near(second, 1, 80, 98, 104, 110)


def test_every_character_that_is_no_space_has_a_place() -> None:
    sheet = Sheet()
    sheet.lines(80, 80, [*wrapped(FIRST, 34), "PTC systems and AI platforms 2026", *wrapped(SECOND, 34)])
    text, found = places(sheet)
    covered = {i for strip in found.strips for i in range(strip.start, strip.end)}
    assert {i for i, character in enumerate(text) if not character.isspace()} <= covered


def test_the_middle_of_each_character_leads_back_to_it() -> None:
    sheet = Sheet()
    sheet.lines(80, 80, ["云岭市PTC systems 2026年"])
    text, found = places(sheet)
    for i, character in enumerate(text):
        if not character.isspace():
            (spot,) = found.spots(i, i + 1)
            middle = (spot.left + spot.right) // 2, (spot.top + spot.bottom) // 2
            assert found.offset_at(1, *middle) == i


@pytest.mark.parametrize(
    ("turned", "sides"),
    [
        (0, (100, 100, 112, 124)),
        (90, (842 - 124, 100, 842 - 100, 112)),
        (180, (595 - 112, 842 - 124, 595 - 100, 842 - 100)),
        (270, (100, 595 - 112, 124, 595 - 100)),
    ],
)
def test_places_are_those_of_the_page_as_it_is_shown(turned: int, sides: tuple[float, ...]) -> None:
    """Two characters drawn up the paper, from 124 to 100 points below its upper edge, shown turned."""
    sheet = Sheet(turned=turned)
    text = "云岭".encode("utf-16-be").hex()
    sheet.marks.append(f"BT /F 12 Tf 0 1 -1 0 {100 + 0.88 * 12} {842 - 124} Tm <{text}> Tj ET")
    _, found = places(sheet)
    (spot,) = found.spots(0, 2)
    assert near(spot, 1, *sides, size=A4 if turned % 180 == 0 else (A4[1], A4[0]))
