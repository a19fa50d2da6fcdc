"""What ribbons join: calm where nothing differs, sentence by sentence where something does."""

from analysis.align import Alignment, Pair
from desktop.reading.bands import Band, bands, differs

PAIRS = (
    Pair(0, 10, 0, 10, "same", 1.0),
    Pair(10, 20, 10, 20, "same", 1.0),
    Pair(20, 30, 20, 32, "reworded", 0.8),
    Pair(30, 40, 32, 42, "reworded", 0.8),
    Pair(40, 50, 60, 70, "same", 1.0, moved=True),
    Pair(50, 60, 42, 42, "dropped", 0.9),
    Pair(60, 70, 42, 42, "dropped", 0.9),
    Pair(70, 70, 42, 52, "new", 0.9),
)
ALIGNMENT = Alignment(PAIRS, 70, 70)


def one_paragraph(_offset: int) -> int:
    return 0


def test_neighbours_of_one_paragraph_that_are_the_same_are_one_band() -> None:
    found = bands(ALIGNMENT, one_paragraph, one_paragraph)
    assert [(band.state, band.left, band.right) for band in found.ordered] == [
        ("same", (0, 20), (0, 20)),
        ("reworded", (20, 30), (20, 32)),
        ("reworded", (30, 40), (32, 42)),
        ("dropped", (50, 70), (42, 42)),
        ("new", (70, 70), (42, 52)),
    ]
    assert list(found.moved) == [Band((40, 50), (60, 70), "same", True)]


def test_a_paragraph_of_either_text_ends_a_band() -> None:
    found = bands(ALIGNMENT, one_paragraph, lambda offset: offset // 10)
    assert [band.left for band in found.ordered[:2]] == [(0, 10), (10, 20)]


def test_bands_are_found_by_either_of_their_ends_and_what_moved_comes_last() -> None:
    found = bands(ALIGNMENT, one_paragraph, one_paragraph)
    assert [band.state for band in found.within((21, 22), (65, 66))] == ["reworded", "same"]
    assert [band.state for band in found.within((21, 22), (12, 13))] == ["same", "reworded"]


def test_what_only_moved_differs_too() -> None:
    assert [differs(pair) for pair in PAIRS] == [False, False, True, True, True, True, True, True]
