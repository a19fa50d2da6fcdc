"""What benchmarks measure on and how they judge; the benchmarks themselves run by `make bench`."""

import pytest

from bench import material
from bench.measure import Result, alternate


def test_the_invented_document_is_exactly_as_long_as_said_and_its_blocks_tile_it() -> None:
    text, stretches = material.blocks()
    assert len(text) == material.LENGTH
    assert "\n".join(text[stretch.start : stretch.end] for stretch in stretches) == text


def test_a_seed_gives_the_same_material_again() -> None:
    assert material.blocks(3_000, seed=7) == material.blocks(3_000, seed=7)
    assert material.blocks(3_000, seed=7) != material.blocks(3_000, seed=8)


def test_passages_are_sorted_and_stand_within_paragraphs() -> None:
    text, stretches = material.blocks(6_000)
    places = material.places(stretches, 500)
    assert places == sorted(places)
    assert all("\n" not in text[place.start : place.end] for place in places)


@pytest.mark.parametrize(
    ("by", "ours", "goal", "ok"),
    [
        ("ratio", 30, 1.5, True),
        ("ratio", 31, 1.5, False),
        ("difference", 30, 10, True),
        ("difference", 31, 10, False),
    ],
)
def test_a_goal_is_kept_up_to_its_figure(by: str, ours: float, goal: float, ok: bool) -> None:
    assert Result("row", "work", ours, 20, goal, by=by).ok is ok


def test_both_sides_are_warmed_up_and_then_run_by_turns() -> None:
    calls: list[str] = []

    def side(name: str, taken: float) -> float:
        calls.append(name)
        return taken if len(calls) > 2 else 99

    assert alternate(lambda run: side("ours", 2), lambda run: side("limit", 1), runs=3) == (2000, 1000)
    assert calls == ["ours", "limit"] * 4
