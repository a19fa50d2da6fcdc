"""Choices kept under a name."""

from pathlib import Path

import pytest

from db.lists import EmptyName
from db.store import Store
from workbench import presets


def test_a_preset_is_kept_replaced_and_removed_each_in_one_step(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a.cezhu") as store:
        presets.keep(store, "parts", "月报", {"parts": ["summary"]})
        presets.keep(store, "columns", "月报", {"columns": {}})
        presets.keep(store, "parts", "月报", {"parts": ["targets", "summary"]})
        (kept,) = presets.presets(store, "parts")
        assert (kept.name, kept.value) == ("月报", {"parts": ["targets", "summary"]})
        presets.drop(store, kept.id)
        assert presets.presets(store, "parts") == []
        assert len(presets.presets(store, "columns")) == 1
        store.undo()
        assert [preset.value for preset in presets.presets(store, "parts")] == [kept.value]
        store.undo()
        assert presets.presets(store, "parts")[0].value == {"parts": ["summary"]}


def test_a_preset_needs_a_name(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a.cezhu") as store:
        with pytest.raises(EmptyName):
            presets.keep(store, "parts", "  ", {})
        assert store.next_undo() is None
