"""The verbs of names: several names of a policy or an indicator are counted as one, or each for itself."""

from collections.abc import Collection

from db import lists
from db.store import Store
from workbench.tracker import same_indicator


def merge(store: Store, kind: str, names: Collection[str], name: str) -> None:
    """Count `names` as one, shown under `name`. `kind` is policy or indicator."""
    with store.step("merge names") as session:
        lists.merge(session, kind, [*names, *_bare(kind, names)], name)


def split(store: Store, kind: str, names: Collection[str]) -> None:
    """Let names that an analyst merged stand for themselves again."""
    with store.step("split names") as session:
        lists.split(session, kind, [*names, *_bare(kind, names)])


def _bare(kind: str, names: Collection[str]) -> set[str]:
    """What tracing makes of names of indicators: 全省生产总值 and 生产总值 are one already."""
    return {same_indicator(name, {}) for name in names} - set(names) if kind == "indicator" else set()
