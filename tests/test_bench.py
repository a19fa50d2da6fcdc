"""What benchmarks measure on and how they judge; the benchmarks themselves run by `make bench`."""

import json
from pathlib import Path
from pstats import Stats

import pytest

from bench import growth, history, material, profiles, projects
from bench.measure import Result, alternate, profile, seconds
from bench.projects import Size
from bench.waited import Work
from db import documents
from db.kinds import KINDS
from db.store import Store


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


def test_a_profile_is_taken_of_our_side_alone_and_not_of_its_warm_up() -> None:
    told = Stats()
    token = profile.set(told)
    try:
        alternate(
            lambda run: seconds(lambda: KINDS["task"].field("due_to")), lambda run: seconds(dict), runs=3
        )
    finally:
        profile.reset(token)
    calls = {name: calls for (_, _, name), (calls, *_) in told.stats.items()}  # type: ignore[attr-defined]
    assert calls["field"] == 3
    ours = dict(profiles.by_function(told))
    assert any(name.startswith("db/kinds.py:") and name.endswith(" field") for name in ours)


@pytest.mark.parametrize(
    ("file", "name", "home"),
    [
        (str(profiles.ROOT / "db" / "steps.py"), "write", "db"),
        (str(profiles.ROOT / "db" / "steps.py"), "<module>", "imports"),
        (
            str(profiles.ROOT / ".venv/lib/python3.11/site-packages/sqlalchemy/orm/session.py"),
            "flush",
            "sqlalchemy",
        ),
        ("<frozen importlib._bootstrap>", "_find_and_load", "imports"),
        ("~", "<method 'commit' of 'sqlite3.Connection' objects>", "sqlite3"),
        ("~", "<method 'draw' of 'PySide6.QtGui.QTextLayout' objects>", "PySide6"),
        ("~", "<built-in method builtins.sorted>", "Python"),
        ("/usr/lib/python3.11/contextlib.py", "__enter__", "Python"),
    ],
)
def test_time_belongs_to_a_part_of_the_program_or_to_a_library(file: str, name: str, home: str) -> None:
    assert profiles.home(file, 1, name) == home


def keep(folder: Path, day: int, **measured: float) -> None:
    """A run of the row "row" on a day, by the measure of each of its works."""
    results = [Result("row", work, ours, 1, goal=9) for work, ours in measured.items()]
    history.keep(results, folder).rename(folder / f"2031-01-{day:02}.json")


def test_what_was_measured_is_kept_with_its_commit_and_machine_and_read_again(tmp_path: Path) -> None:
    keep(tmp_path, 2, one=2.0)
    keep(tmp_path, 1, one=1.0, other=5.0)
    runs = history.runs(tmp_path)
    assert [run.result.measured for run in runs["row", "one"]] == [1.0, 2.0]
    assert runs["row", "other"] == [("2031-01-01", history.commit(), Result("row", "other", 5.0, 1, 9))]


def test_other_machines_do_not_count(tmp_path: Path) -> None:
    keep(tmp_path, 1, one=1.0)
    told = json.loads((tmp_path / "2031-01-01.json").read_text(encoding="utf-8"))
    told["machine"]["cpus"] = -1
    (tmp_path / "2031-01-01.json").write_text(json.dumps(told), encoding="utf-8")
    assert history.runs(tmp_path) == {}


def test_a_row_is_slower_where_it_is_worse_than_usual_by_more_than_noise(tmp_path: Path) -> None:
    for day, ours in enumerate((9.0, 2.0, 2.1, 1.9, 2.0, 2.6), 1):
        keep(tmp_path, day, one=ours)
    usual = history.usual(history.runs(tmp_path)["row", "one"])
    assert usual == 2.0
    assert not history.is_slower(2.25, usual)
    assert history.is_slower(2.35, usual)
    assert not history.is_slower(2.35, history.usual([]))


AXIS = growth.Axis("documents", (1, 10, 100), lambda store, before, size: None, "documents")


def test_what_touches_one_document_may_not_grow_with_the_project() -> None:
    work = Work("one", None, of_one=True)
    assert growth.judged(AXIS, work, [0.1, 0.1, 0.19]).ok
    assert not growth.judged(AXIS, work, [0.1, 0.1, 0.21]).ok


def test_what_lists_all_may_grow_as_the_project_does() -> None:
    work = Work("all", None, of_one=False)
    assert growth.judged(AXIS, work, [0.1, 0.1, 1.9]).ok
    assert not growth.judged(AXIS, work, [0.01, 0.1, 2.1]).ok


def test_passages_are_spread_evenly_over_the_documents(tmp_path: Path) -> None:
    with Store.create(tmp_path / "p.cezhu") as store:
        projects.grow(store, 0, [Size(1_000, 2), Size(1_000, 0), Size(1_000, 0)])
        projects.tag(store, range(2, 4), 7, seed=3)
        with store.read() as session:
            counts = documents.counts(session)
    assert {id_: sum(kinds.values()) for id_, kinds in counts.items()} == {1: 2, 2: 3, 3: 4}
