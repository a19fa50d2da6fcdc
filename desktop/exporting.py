"""Exports: asked for in a dialog, gathered here, written in a thread, offered to be opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop import modal
from desktop.reading_view import ReadingView
from desktop.settings import Memory, Settings, home
from desktop.work import LongWork, Tick, Work
from desktop.workspace import Workspace
from workbench import verbs

if TYPE_CHECKING:
    from desktop.export_dialog import ExportDialog
    from desktop.report_source import ExportRequest, Gathered

REMEMBERED = ("kinds", "language", "options")
"""The choices that the next export of the form begins with; the others belong to one report."""


class Exporting(QObject):
    """Hands in the reports.

    A dialog that was left for a passage, or whose report was not written, comes back with its choices.
    """

    working = Signal(LongWork)
    """Long work is to be done."""
    passage_requested = Signal(int, int)
    """A passage is to be shown: its document and its id."""
    told = Signal(str)
    """A notice."""

    def __init__(
        self,
        workspace: Workspace,
        reading: ReadingView,
        settings: Settings,
        memory: Memory,
        language: str,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.workspace, self.reading, self.settings = workspace, reading, settings
        self.memory, self.language, self.window = memory, language, window
        self._left: dict[str, dict[str, Any]] = {}
        workspace.closing.connect(self._left.clear)

    def ask(self, form: str) -> None:
        """Ask what to export in a form of exporters.EXPORTERS, and where to."""
        from desktop.export_dialog import ExportDialog
        from desktop.report_source import ReportSource

        source = ReportSource(self.workspace, self.language, self, self.reading.pictures)
        dialog = ExportDialog(
            form,
            self.workspace.shelf(),
            self.reading.shown_ids(),
            "",
            self.settings.report_language,
            self._folder(),
            source,
            self.window,
        )
        dialog.recall(self._left.pop(form, self.memory.exports.get(form, {})))
        dialog.accepted.connect(lambda: self._take(dialog))
        dialog.jump_requested.connect(partial(self._jump, dialog))
        modal.show(dialog, until=self.workspace.closing)

    def _folder(self) -> Path:
        """Where files were kept last, as long as it is there; else where the project is.

        Beside the sample, among the settings, nobody would look for a report: it goes home.
        """
        last = [Path(self.memory.folder)] if self.memory.folder else []
        places = (*last, self.workspace.store.path.parent)
        return next((place for place in places if place.is_dir() and place != home()), Path.home())

    def _take(self, dialog: ExportDialog) -> None:
        """Export what the dialog asks for, and remember how."""
        request, choices = dialog.request(), dialog.choices()
        self.memory.exports[request.form] = {name: choices[name] for name in REMEMBERED}
        self.memory.folder = str(request.path.parent)
        work = self.export(request)
        work.failed.connect(lambda: self._again(request.form, choices))
        self.working.emit(work)

    def export(self, request: ExportRequest) -> Work:
        """The work that gathers the report and writes it behind the window."""
        from desktop.report_source import Gathered

        found = Gathered(self.workspace.store, request)
        name = request.path.name.replace("{", "{{").replace("}", "}}")
        work = Work(
            partial(_write, found, request),
            self,
            self.tr("Writing {name}").format(name=request.path.name),
            self.tr("{name} was not written.").format(name=name),
        )
        work.done.connect(lambda _value: self.offer(request.path))
        return work

    def _again(self, form: str, choices: dict[str, Any]) -> None:
        """The report was not written: ask again, with everything as it was chosen."""
        if self.workspace.is_open:
            self._left[form] = choices
            self.ask(form)

    def _jump(self, dialog: ExportDialog, document_id: int, passage_id: int) -> None:
        """Leave the dialog for a passage; it comes back as it was."""
        self._left[dialog.exporter.name] = dialog.choices()
        dialog.reject()
        self.passage_requested.emit(document_id, passage_id)
        report = QCoreApplication.translate("Format", dialog.exporter.en)
        self.told.emit(
            self.tr("Export {report} again, and the dialog is as you left it.").format(report=report)
        )

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


def _write(found: Gathered, request: ExportRequest, tick: Tick) -> None:
    verbs.export(found.whole(request.title, tick), request.path, request.form, tick, request.options)


def _open(target: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
