"""An edited target sheet comes back: chosen, read behind the window, compared, taken over as one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from db.problems import Problem
from desktop import modal
from desktop.counted import counted
from desktop.settings import Memory
from desktop.work import LongWork, Tick, Work
from desktop.workspace import Workspace
from workbench import returning

if TYPE_CHECKING:
    from exporters.returned_sheet import ReturnedSheet
    from workbench.returned_rows import Difference


class Returning(QObject):
    """Takes target sheets back."""

    working = Signal(LongWork)
    """Long work is to be done."""
    told = Signal(str)
    """A notice."""

    def __init__(self, workspace: Workspace, memory: Memory, language: str, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.memory, self.language, self.window = workspace, memory, language, window

    def ask(self) -> None:
        """Let the edited workbook be chosen, and read it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self.window,
            self.tr("Bring a target sheet back"),
            self.memory.folder,
            f"{self.tr('Excel workbooks')} (*.xlsx);;{self.tr('All files')} (*)",
        )
        if chosen:
            self.memory.folder = str(Path(chosen).parent)
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a workbook behind the window, then show what it differs in."""
        work = Work(
            partial(_read, path),
            self,
            self.tr("Reading {name}").format(name=path.name),
            self.tr("The sheet was not read; nothing was changed."),
        )
        work.done.connect(self.compare)
        self.workspace.closing.connect(work.cancel)
        self.working.emit(work)

    def compare(self, sheet: ReturnedSheet) -> None:
        """Show what was read beside what the project has."""
        from desktop.return_dialog import ReturnDialog

        if not self.workspace.is_open:
            return
        try:
            comparison = returning.compared(self.workspace.store, sheet)
        except Problem as problem:
            self.workspace.failed.emit(problem)
            return
        dialog = ReturnDialog(sheet.name, comparison, self.language, self.workspace.writable, self.window)
        dialog.accepted.connect(lambda: self.take(sheet.name, dialog.chosen()))
        modal.show(dialog, until=self.workspace.closing)

    def take(self, name: str, chosen: list[Difference]) -> None:
        """Take over what was ticked, as one step."""
        count = self.workspace.do(returning.apply, chosen)
        if count is not None:
            told = self.tr("{differences} taken over from {name}; Undo takes it all back.")
            self.told.emit(told.format(differences=counted(count, "difference"), name=name))


def _read(path: Path, tick: Tick) -> ReturnedSheet:
    from exporters import returned_sheet

    return returned_sheet.read(path, tick)
