"""Exports: asked for in a dialog, gathered here, written in a thread, offered to be opened."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop import modal
from desktop.reading_view import ReadingView
from desktop.settings import Memory, Settings
from desktop.work import LongWork, Work
from desktop.workspace import Workspace
from workbench import verbs

if TYPE_CHECKING:
    from desktop.export_dialog import ExportRequest


class Exporting(QObject):
    """Hands in the reports."""

    working = Signal(LongWork)
    """Long work is to be done."""

    def __init__(
        self,
        workspace: Workspace,
        reading: ReadingView,
        settings: Settings,
        memory: Memory,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.workspace, self.reading, self.settings = workspace, reading, settings
        self.memory, self.window = memory, window

    def ask(self, form: str) -> None:
        """Ask what to export in a form of exporters.EXPORTERS, and where to."""
        from desktop.export_dialog import ExportDialog

        dialog = ExportDialog(
            form,
            self.workspace.shelf(),
            self.reading.shown_ids(),
            "",
            self.settings.report_language,
            Path(self.memory.folder or self.workspace.store.path.parent),
            self.window,
        )
        dialog.accepted.connect(lambda: self.export(dialog.request()))
        modal.show(dialog, until=self.workspace.closing)

    def export(self, request: "ExportRequest") -> None:
        """Gather the report now, and write it behind the window."""
        report = verbs.gather(
            self.workspace.store,
            request.document_ids,
            request.kinds,
            request.title,
            request.language,
            request.form,
        )
        self.memory.folder = str(request.path.parent)
        name = request.path.name.replace("{", "{{").replace("}", "}}")
        work = Work(
            partial(verbs.export, report, request.path, request.form),
            self,
            self.tr("Writing {name}").format(name=request.path.name),
            self.tr("{name} was not written.").format(name=name),
        )
        work.done.connect(lambda _value: self.offer(request.path))
        self.working.emit(work)

    def offer(self, path: Path) -> None:
        """Say that the report is written, and offer to open it or its folder."""
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(self.tr("Export"))
        box.setText(self.tr("{name} is written.").format(name=path.name))
        box.setInformativeText(str(path.parent))
        for text, target in ((self.tr("Open"), path), (self.tr("Show in folder"), path.parent)):
            button = box.addButton(text, QMessageBox.ButtonRole.ActionRole)
            button.clicked.connect(partial(_open, target))
        box.addButton(QMessageBox.StandardButton.Close)
        modal.show(box)


def _open(target: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
