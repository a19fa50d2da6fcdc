"""Names that an analyst counts as one."""

from pathlib import Path

from db import lists
from db.store import Store
from workbench import naming


def test_indicators_are_merged_by_what_tracing_makes_of_their_names_too(tmp_path: Path) -> None:
    with Store.create(tmp_path / "名称.cezhu") as store:
        naming.merge(store, "indicator", ["全省研发经费", "研发投入"], "研发投入")
        with store.read() as session:
            merged = lists.aliases(session, "indicator")
        assert merged["全省研发经费"] == "研发投入" and len(merged) >= 2
        naming.split(store, "indicator", ["全省研发经费"])
        with store.read() as session:
            assert lists.aliases(session, "indicator") == {}
        store.undo()
        with store.read() as session:
            assert lists.aliases(session, "indicator") == merged
