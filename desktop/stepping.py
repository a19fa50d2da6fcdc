"""Undo and redo: what was taken back or done again is said, since it may not be in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.counted import counted

if TYPE_CHECKING:
    from db.steps import Changed
    from desktop.workspace import Workspace


class Stepping(QObject):
    """Takes steps back and does them again."""

    told = Signal(str)
    """A notice."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace = workspace

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {"undo": self.undo, "redo": self.redo}

    def undo(self) -> None:
        """Take the newest step back."""
        if changed := self.workspace.undo():
            self.told.emit(self.tr("Undone: {step}").format(step=self._named(changed)))

    def redo(self) -> None:
        """Do the step undone last once more."""
        if changed := self.workspace.redo():
            self.told.emit(self.tr("Redone: {step}").format(step=self._named(changed)))

    def _named(self, changed: Changed) -> str:
        """The step, and of how many passages it is where one is not all."""
        step, count = QCoreApplication.translate("Step", changed.verb), len(changed.passage_ids)
        return f"{step} ({counted(count, 'passage')})" if count > 1 else step
