"""Settings and memory: kept, read back, and no obstacle when broken."""

import json
from pathlib import Path

import pytest

from desktop import settings
from desktop.settings import Memory, Settings, load, save


def test_what_is_saved_is_loaded(home: Path) -> None:
    save(Settings(author="王敏", theme="dark", reading_points=18))
    assert load(Settings) == Settings(author="王敏", theme="dark", reading_points=18)
    assert sorted(path.name for path in home.iterdir()) == ["settings.json"]


def test_nothing_kept_gives_the_defaults() -> None:
    assert (load(Settings), load(Memory)) == (Settings(), Memory())


@pytest.mark.parametrize("broken", ["", "{", "[1, 2]", "null", '"x"', "\x00\x01"])
def test_a_broken_file_is_no_obstacle(home: Path, broken: str) -> None:
    (home / "settings.json").write_text(broken)
    assert load(Settings) == Settings()


def test_a_value_that_is_not_allowed_keeps_its_default_and_the_others_count(home: Path) -> None:
    kept = {"theme": "pink", "steps": 3, "reading_points": "big", "reopen": 1, "author": "王敏", "unknown": 4}
    (home / "settings.json").write_text(json.dumps(kept))
    assert load(Settings) == Settings(author="王敏")


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_memory(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = home / "file"
    blocked.write_text("")
    monkeypatch.setenv("CEZHU_HOME", str(blocked / "below"))
    save(Settings(author="王敏"))
    assert load(Settings) == Settings()


def test_the_latest_project_stands_first_and_the_list_ends(tmp_path: Path) -> None:
    memory = Memory()
    for number in range(settings.RECENT + 3):
        memory.remember(tmp_path / f"{number}.cezhu")
    memory.remember(tmp_path / "5.cezhu")
    assert memory.recent[0] == str(tmp_path / "5.cezhu")
    assert len(memory.recent) == len(set(memory.recent)) == settings.RECENT


def test_a_project_forgotten_takes_what_stood_open_along(tmp_path: Path) -> None:
    memory = Memory()
    memory.remember(tmp_path / "a.cezhu")
    memory.open[memory.recent[0]] = {"panes": {}}
    memory.forget(tmp_path / "a.cezhu")
    assert (memory.recent, memory.open) == ([], {})
