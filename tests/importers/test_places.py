"""Places: from offsets to rectangles of a page and back, packed and unpacked."""

from array import array

import pytest

from importers.places import FULL, Places, Spot, Strip

LEVEL = Strip(0, 3, 1, False, 100, 200, array("H", [1000, 1100, 1250, 1300]))
UPRIGHT = Strip(4, 6, 2, True, 500, 600, array("H", [900, 800, 700]))
PLACES = Places([LEVEL, UPRIGHT])


def test_characters_of_a_line_are_covered_by_one_rectangle() -> None:
    assert list(PLACES.spots(1, 3)) == [Spot(1, 1100, 100, 1300, 200)]


def test_a_passage_over_lines_has_a_rectangle_on_each() -> None:
    assert list(PLACES.spots(2, 5)) == [Spot(1, 1250, 100, 1300, 200), Spot(2, 500, 800, 600, 900)]


def test_what_lies_between_lines_is_on_no_page() -> None:
    assert list(PLACES.spots(3, 4)) == []


def test_a_point_leads_to_the_character_under_it() -> None:
    assert (PLACES.offset_at(1, 1240, 150), PLACES.offset_at(2, 550, 750)) == (1, 5)
    assert PLACES.offset_at(1, 1240, 250) is None
    assert PLACES.offset_at(3, FULL, FULL) is None


def test_packed_places_come_back_as_they_were() -> None:
    packed = PLACES.packed()
    assert Places.unpacked(packed).strips == PLACES.strips
    assert len(packed) == 4 + 2 * 20 + 2 * (4 + 3)


@pytest.mark.parametrize(
    "data", [b"", b"\1\0\0", b"\2\0\0\0", PLACES.packed()[:-2], PLACES.packed() + b"\0\0"]
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not the packed places"):
        Places.unpacked(data)
