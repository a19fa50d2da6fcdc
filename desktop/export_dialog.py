"""The export dialog: what a report holds, how its form is wanted, what an editor would ask, where it goes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.problems import Problem
from desktop.briefing_page import BriefingPage
from desktop.dialog_parts import GAP, MARGIN, answers, hint, lay_out, question, section
from desktop.export_contents import ExportContents
from desktop.export_options import AnnotatedPage, OptionsPage
from desktop.latest import Latest
from desktop.questions_page import QuestionsPage
from desktop.quote_box import LinkButton
from desktop.report_preview import ReportPreview
from desktop.report_source import Asked, ExportRequest, ReportSource
from desktop.sheet_page import SheetPage
from desktop.tab_line import TabLine
from exporters import EXPORTERS

if TYPE_CHECKING:
    from db.documents import Shelved

LONGEST_NAME = 80
"""Characters of a title that are taken into the file's name."""
SOON = 400
"""Milliseconds after a change until the questions follow."""

FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""Characters that some system allows in no file name."""

OPTIONS: dict[str, type[OptionsPage]] = {
    "briefing": BriefingPage,
    "annotated": AnnotatedPage,
    "target_sheet": SheetPage,
}
"""The pages of the forms that can be asked for in their own ways."""

LEFT = 480
"""Pixels of the choices, where a preview stands beside them."""


class ExportDialog(QDialog):
    """Asks for everything a report needs; `source` gathers what the preview and the questions are made of.

    Until its name is changed by hand, the file is called as the report is.
    """

    jump_requested = Signal(int, int)
    """A passage is to be looked at: its document and its id."""

    def __init__(
        self,
        form: str,
        documents: Sequence[Shelved],
        open_ids: Collection[int],
        title: str,
        language: str,
        folder: Path,
        source: ReportSource,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.exporter = next(exporter for exporter in EXPORTERS if exporter.name == form)
        report = QCoreApplication.translate("Format", self.exporter.en)
        self.setWindowTitle(self.tr("Export {report}").format(report=report))
        self._folder, self._suggested, self._source = folder, "", source
        self.contents = ExportContents(self.exporter, documents, open_ids, title, language)
        self.options = OPTIONS[form](source) if form in OPTIONS else None
        self.questions = QuestionsPage()
        self.preview: ReportPreview | None = None
        if self.options is not None and self.options.previewed:
            self.preview = ReportPreview(
                source, self.exporter, self.seen, self.options.glance, self.options.wraps
            )
        self._asking = QTimer(self, singleShot=True, interval=SOON)
        self._checking = Latest(source.home, self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._suggest_path()
        self._follow()
        self.contents.title.setFocus()

    def _make_parts(self) -> None:
        self.path = QLineEdit()
        self.browse = QPushButton(self.tr("Browse…"))
        self.browse.setAutoDefault(False)
        self.told = hint("")
        self.asked = LinkButton("", fixed=True)
        self.buttons, self.take = answers(self, self.tr("Export"), self.tr("Cancel"))
        self.tabs = TabLine("tabs")
        self.stack = QStackedWidget()
        self._add_page(self.contents, self.tr("Contents"))
        if self.options is not None:
            self._add_page(self.options, self.options.heading)
        self._add_page(self.questions, self.tr("Check"))

    def _add_page(self, page: QWidget, name: str) -> None:
        self.tabs.addTab(name)
        self.stack.addWidget(page)

    def _lay_out(self) -> None:
        choices = QVBoxLayout()
        choices.setSpacing(GAP)
        choices.addWidget(self.tabs)
        choices.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addLayout(choices, 1 if self.preview is None else 0)
        if self.preview is not None:
            self.stack.setFixedWidth(LEFT)
            row.addWidget(self.preview, 1)
        file = QHBoxLayout()
        file.setSpacing(8)
        file.addWidget(section(self.tr("File")))
        file.addWidget(self.path, 1)
        file.addWidget(self.browse)
        content = QVBoxLayout()
        content.setSpacing(MARGIN)
        content.addLayout(row, 1)
        content.addLayout(file)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.asked)
        foot.addWidget(self.buttons)
        lay_out(self, content, foot)
        self.setMinimumSize(700, 500)
        self.resize(*((720, 560) if self.preview is None else (1160, 720)))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.asked.clicked.connect(lambda: self.tabs.setCurrentIndex(self.stack.indexOf(self.questions)))
        self.contents.title.textChanged.connect(self._suggest_path)
        self.contents.changed.connect(self._follow)
        self.path.textChanged.connect(self._settle)
        self.browse.clicked.connect(self._ask_path)
        self.questions.asked.connect(self.jump_requested)
        self._asking.timeout.connect(self.ask)
        self._checking.done.connect(self._show_questions)
        self._checking.failed.connect(self._fail_to_ask)
        for stop in (self._asking.stop, self._checking.stop):
            self.finished.connect(stop)
        if self.options is not None:
            self.options.changed.connect(self._settle)
        if self.options is not None and self.preview is not None:
            self.contents.changed.connect(self.preview.refresh_soon)
            self.options.changed.connect(self.preview.refresh_soon)
            self.finished.connect(self.preview.stop)
            self.preview.refresh_soon()

    def request(self) -> ExportRequest:
        """What is asked for as things stand."""
        return ExportRequest(
            path=self._path(),
            form=self.exporter.name,
            document_ids=self.contents.documents.ticked(),
            kinds=self.contents.chosen_kinds(),
            title=self.contents.chosen_title(),
            language=self.contents.chosen_language(),
            options=None if self.options is None else self.options.options(),
        )

    def seen(self) -> ExportRequest:
        """What the preview shows of what is asked for."""
        return replace(self.request(), document_ids=self.contents.first_documents())

    def choices(self) -> dict[str, Any]:
        """All that is chosen, as plain values: what `recall` chooses again."""
        request = self.request()
        return {
            "documents": list(request.document_ids),
            "title": self.contents.title.text(),
            "path": self.path.text(),
            "kinds": list(request.kinds),
            "language": request.language,
            "options": {} if self.options is None else self.options.kept(),
        }

    def recall(self, choices: Mapping[str, Any]) -> None:
        """Choose what was chosen before, as far as it can be chosen now."""
        self.contents.recall(choices)
        if self.options is not None:
            self.options.recall(choices.get("options", {}))
        if "path" in choices:
            self.path.setText(choices["path"])

    def _turn(self, place: int) -> None:
        """Show another page; the keys of the tabs stay theirs."""
        self.stack.setCurrentIndex(place)
        if not self.tabs.hasFocus() and (page := self.stack.currentWidget()) is not None:
            page.setFocus()

    def ask(self) -> None:
        """Have worked out what an editor would ask."""
        self._asking.stop()
        if self._source.is_open:
            self._checking.ask(self._source.questions(self.request()))

    def _show_questions(self, asked: Asked) -> None:
        self.questions.show_questions(asked.questions, asked.total)
        place, check = self.stack.indexOf(self.questions), self.tr("Check")
        self.tabs.setTabText(place, f"{check}  {asked.total:,}" if asked.total else check)
        self.asked.setText(self.questions.count.text())
        self.asked.updateGeometry()
        self.asked.setVisible(bool(asked.total))

    def _fail_to_ask(self, error: Exception) -> None:
        """What is wrong with the project is told when it is exported, what nobody expects at once."""
        if not isinstance(error, Problem):
            raise error

    def accept(self) -> None:
        """Ask first where a file would be replaced."""
        path = self._path()
        if not path.exists():
            super().accept()
            return
        self.question = question(
            self,
            self.tr("{name} exists already. Replace it?").format(name=path.name),
            "",
            self.tr("Replace"),
        )
        self.question.accepted.connect(lambda: self.done(QDialog.DialogCode.Accepted))
        self.question.open()

    def _path(self) -> Path:
        """The file, with the ending its format needs; a name alone stands for a file in the folder."""
        typed, suffix = self.path.text().strip(), self.exporter.suffix
        return self._folder / (typed if typed.lower().endswith(suffix) else typed + suffix)

    def _suggest_path(self) -> None:
        """Call the file as the report is called, unless it was named by hand."""
        if self.path.text() == self._suggested:
            name = FORBIDDEN.sub("_", self.contents.chosen_title())[:LONGEST_NAME].strip(" .")
            self._suggested = str(self._folder / f"{name}{self.exporter.suffix}")
            self.path.setText(self._suggested)

    def _ask_path(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.windowTitle(),
            str(self._path()),
            f"{self.exporter.suffix} (*{self.exporter.suffix})",
            options=QFileDialog.Option.DontConfirmOverwrite,  # asked when it is written
        )
        if name:
            self.path.setText(name)

    def _follow(self) -> None:
        """Other documents or kinds are ticked, or the words are others."""
        if self.options is not None:
            self.options.show_documents(self.contents.chosen_documents())
        if self.preview is not None:
            self.preview.tell_cut(len(self.contents.first_documents()), len(self.contents.documents.ticked()))
        self._asking.start()
        self._settle()

    def _settle(self) -> None:
        missing = self._missing()
        self.told.setText(missing or self.contents.told())
        self.take.setEnabled(not missing)

    def _missing(self) -> str:
        """What must be said or changed before the report can be written."""
        if missing := self.contents.missing() or (self.options.missing() if self.options else ""):
            return missing
        if not self.path.text().strip():
            return self.tr("Say which file to write.")
        path = self._path()
        if not path.parent.is_dir():
            return self.tr("There is no folder {folder}.").format(folder=path.parent)
        return self.tr("There is a folder of that name.") if path.is_dir() else ""
