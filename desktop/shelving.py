"""What the commands on documents do: import, properties, removal and the trash."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop import modal
from desktop.counted import counted
from desktop.library_panel import LibraryPanel
from desktop.settings import Memory
from desktop.theme import LIGHT, Theme
from desktop.work import LongWork, Turns, Work
from desktop.workspace import Workspace
from workbench import exchanging, verbs

if TYPE_CHECKING:
    from importers import Imported
    from importers.refi_qda import Exchange


class Shelving(QObject):
    """Brings documents into the library and takes them out of it."""

    working = Signal(LongWork)
    """Long work is to be done."""
    imported = Signal(list)
    """The ids of the documents that came into the open project, in their order; at least one."""

    def __init__(self, workspace: Workspace, library: LibraryPanel, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.library, self.memory, self.window = workspace, library, memory, window
        self.theme: Theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme

    def ask_import(self) -> None:
        """Let files be chosen, and import them."""
        from importers import IMPORTERS

        patterns = " ".join(f"*{suffix}" for form in IMPORTERS for suffix in form.suffixes)
        chosen, _ = QFileDialog.getOpenFileNames(
            self.window,
            self.tr("Import"),
            self.memory.folder,
            f"{self.tr('Documents')} ({patterns});;{self.tr('All files')} (*)",
        )
        if chosen:
            self.memory.folder = str(Path(chosen[0]).parent)
            self.import_files([Path(name) for name in chosen])

    def import_files(self, paths: Sequence[Path]) -> None:
        """Read files in the import dialog, and store what is chosen there; REFI-QDA files are taken over."""
        from desktop.import_dialog import ImportDialog

        foreign = [path for path in paths if path.suffix.lower() in exchanging.SUFFIXES]
        for path in foreign:
            self.take_over(path)
        if foreign and foreign == list(paths):
            return
        dialog = ImportDialog(self.theme, self.workspace.twin, self.window)
        dialog.accepted.connect(lambda: self.add(dialog.chosen()))
        modal.show(dialog, until=self.workspace.closing)
        dialog.read([path for path in paths if path not in foreign])

    def ask_take_over(self) -> None:
        """Let a REFI-QDA file of this or another program be chosen, and take it over."""
        patterns = " ".join(f"*{suffix}" for suffix in exchanging.SUFFIXES)
        title = self.tr("Take over a REFI-QDA file")
        chosen, _ = QFileDialog.getOpenFileName(
            self.window, title, self.memory.folder, f"REFI-QDA ({patterns});;{self.tr('All files')} (*)"
        )
        if chosen:
            self.memory.folder = str(Path(chosen).parent)
            self.take_over(Path(chosen))

    def take_over(self, path: Path) -> None:
        """Read a REFI-QDA file behind the window, then store it as one step and tell what had no place."""
        from importers import refi_qda

        work = Work(
            lambda _tick: refi_qda.read(path),
            self,
            self.tr("Reading {name}").format(name=path.name),
            self.tr("The file was not taken over."),
        )
        work.done.connect(lambda read: self._take_over(read, path))
        self.workspace.closing.connect(work.cancel)
        self.working.emit(work)

    def _take_over(self, read: Exchange, path: Path) -> None:
        before = {row.id for row in self.workspace.shelf()}
        taken = self.workspace.do(exchanging.take_over, read, path.name)
        if taken is None:
            return
        if new := sorted({row.id for row in self.workspace.shelf()} - before):
            self.imported.emit(new)
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(self.tr("Take over a REFI-QDA file"))
        box.setText(self.tr("{name} is taken over.").format(name=path.name))
        made = {
            f"{noun}s": counted(getattr(taken, f"{noun}s"), noun) for noun in ("document", "passage", "label")
        }
        lines = [self.tr("New: {documents}, {passages}, {labels}.").format(**made)]
        if taken.known:
            lines.append(
                self.tr("Documents that were in the project already: {known}.").format(known=taken.known)
            )
        if taken.left:
            lines += ["", self.tr("What had no place:")]
        lines += [
            f"{count:,} {QCoreApplication.translate('Left', what)}" for what, count in taken.left.items()
        ]
        box.setInformativeText("\n".join(lines))
        modal.show(box, until=self.workspace.closing)

    def add(self, chosen: Sequence[Imported]) -> None:
        """Store documents one by one, the window staying alive, until all are there or the project is closed.

        What is stored before Cancel stays.
        """
        new: list[int] = []

        def take(each: Imported) -> None:
            new.append(self.workspace.change(verbs.import_document, each).id)

        work = Turns(
            [partial(take, each) for each in chosen],
            self,
            self.tr("Importing"),
            self.tr("{left} of {total} documents were not imported."),
        )
        for end in (work.done, work.stopped, work.failed):
            end.connect(lambda *_end: self.imported.emit(new) if new else None)
        self.workspace.closing.connect(new.clear)
        self.workspace.closing.connect(work.cancel)
        self.working.emit(work)

    def edit_properties(self) -> None:
        """Show the properties of the first chosen document, to be changed."""
        from desktop.properties_dialog import PropertiesDialog

        first = self.library.chosen()[0]
        shelved = next(row for row in self.workspace.shelf() if row.id == first)
        note = self.workspace.document(shelved.id).note
        dialog = PropertiesDialog(shelved, note, self.window)
        set_all = partial(self.workspace.do, verbs.set_properties, shelved.id)
        dialog.accepted.connect(lambda: set_all(dialog.changes()))
        modal.show(dialog, until=self.workspace.closing)

    def remove(self) -> None:
        """Move the chosen documents to the trash."""
        if chosen := self.library.chosen():
            self.workspace.do(verbs.trash, chosen)

    def show_trash(self) -> None:
        from desktop.trash_dialog import TrashDialog

        dialog = TrashDialog(self.workspace.shelf(trashed=True), self.window)
        dialog.restore_requested.connect(partial(self.workspace.do, verbs.restore))
        dialog.empty_requested.connect(self.workspace.empty_trash)
        for asked in (dialog.restore_requested, dialog.empty_requested):
            asked.connect(lambda *_asked: dialog.show(self.workspace.shelf(trashed=True)))
        modal.show(dialog, until=self.workspace.closing)
