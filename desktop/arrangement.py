"""What stands where in the window: kept when a project is closed, and laid out again when it is opened."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from desktop.settings import Memory, save

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


class Arrangement:
    """The window's own place, and for each project its panes, ledgers and what was read."""

    def __init__(self, window: MainWindow, memory: Memory) -> None:
        self.window, self.memory = window, memory

    def panes(self) -> dict[str, Any]:
        """What stood open in the open project, as a state of the panes."""
        panes: dict[str, Any] = self._kept().get("panes", {})
        return panes

    def restore(self) -> None:
        """Lay out all else of the open project, once it is read."""
        window, kept = self.window, self._kept()
        window.commands["linked"].setChecked(bool(kept.get("linked")))
        window.aligning.restore(kept.get("aligned", {}))
        window.refresh.coverage.record.restore(kept.get("read", {}))
        window.desk.ledgers.restore_state(kept.get("ledgers", {}))

    def keep(self) -> None:
        """Note how everything stands."""
        window, memory = self.window, self.memory
        window.tracking.put_away()
        memory.geometry = base64.b64encode(window.saveGeometry().data()).decode()
        memory.desk = window.desk.state()
        if window.workspace.is_open:
            memory.open[str(window.workspace.store.path)] = {
                "panes": window.desk.reading.state(),
                "linked": window.desk.reading.linked,
                "aligned": window.aligning.state(),
                "ledgers": window.desk.ledgers.save_state(),
                "read": window.refresh.coverage.record.state(),
            }
        save(memory)

    def _kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = self.memory.open.get(str(self.window.workspace.store.path), {})
        return kept
