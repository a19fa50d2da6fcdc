"""What an analyst keeps under a name for the next report: the parts of a briefing, the columns of a sheet."""

from typing import Any, NamedTuple

from db import lists
from db.store import Store


class Preset(NamedTuple):
    """A choice kept in the project; `value` is what the form of report it is for makes of it."""

    id: int
    name: str
    value: dict[str, Any]


def presets(store: Store, role: str) -> list[Preset]:
    """Those of a role ("parts" or "columns"), in the order in which they were first kept."""
    with store.read() as session:
        return [Preset(kept.id, kept.name, kept.value) for kept in lists.saved(session, role)]


def keep(store: Store, role: str, name: str, value: dict[str, Any]) -> None:
    """Keeps a choice under a name, in place of one kept under it before. EmptyName without a name."""
    with store.step("keep preset") as session:
        lists.save(session, role, name, value)


def drop(store: Store, preset_id: int) -> None:
    with store.step("remove preset") as session:
        lists.remove_saved(session, [preset_id])
