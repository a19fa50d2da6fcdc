"""The export dialog: which documents and kinds a report holds, what it is called, and where it is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.kinds import KINDS
from desktop.dialog_parts import GAP, MARGIN, answers, form, hint, lay_out, question, section
from desktop.document_ticks import DocumentTicks
from desktop.quote_box import LinkButton
from exporters import EXPORTERS
from exporters.report import ORDER
from workbench.gather import TITLES

if TYPE_CHECKING:
    from db.documents import Shelved

LONGEST_NAME = 80
"""Characters of a title that are taken into the file's name."""

FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""Characters that some system allows in no file name."""


@dataclass(frozen=True)
class ExportRequest:
    """A report to be written: `form` is the exporter's name; documents in the order of the list."""

    path: Path
    form: str
    document_ids: tuple[int, ...]
    kinds: tuple[str, ...]
    title: str
    language: str


class ExportDialog(QDialog):
    """Asks for everything a report needs. All documents and kinds are ticked at first.

    Until its name is changed by hand, the file is called as the report is.
    """

    def __init__(
        self,
        form: str,
        documents: Sequence[Shelved],
        open_ids: Collection[int],
        title: str,
        language: str,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setMinimumSize(760, 460)
        self.resize(860, 500)
        self.exporter = next(exporter for exporter in EXPORTERS if exporter.name == form)
        report = QCoreApplication.translate("Format", self.exporter.en)
        self.setWindowTitle(self.tr("Export {report}").format(report=report))
        self._documents, self._open_ids = documents, open_ids
        self._folder, self._suggested, self._held = folder, "", (0, 0)
        self._make_parts(title, language)
        self._lay_out()
        self._connect()
        self._suggest_path()
        self._count()
        self.title.setFocus()

    def _make_parts(self, title: str, language: str) -> None:
        self.documents = DocumentTicks(self._documents)
        self.all = LinkButton(self.tr("All"), fixed=True)
        self.open_ones = LinkButton(self.tr("Those open"), fixed=True)
        self.none = LinkButton(self.tr("None"), fixed=True)
        self.open_ones.setEnabled(bool(self._open_ids))
        self.title = QLineEdit(title or TITLES[self.exporter.name, language])
        self.language = QComboBox()
        self.language.addItem(self.tr("Chinese"), "zh")
        self.language.addItem(self.tr("English"), "en")
        self.language.setCurrentIndex(self.language.findData(language))
        self.kinds = {kind: QCheckBox() for kind in ORDER}
        for box in self.kinds.values():
            box.setChecked(True)
        self.path = QLineEdit()
        self.browse = QPushButton(self.tr("Browse…"))
        self.browse.setAutoDefault(False)
        self.told = hint("")
        self.buttons, self.take = answers(self, self.tr("Export"), self.tr("Cancel"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(MARGIN + 4)
        row.addLayout(self._left(), 1)
        row.addLayout(self._right(), 1)
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
        foot.addWidget(self.buttons)
        lay_out(self, content, foot)

    def _left(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(section(self.tr("Documents")), 1)
        for button in (self.all, self.open_ones, self.none):
            head.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.documents)
        return column

    def _right(self) -> QVBoxLayout:
        kinds = QVBoxLayout()
        kinds.setContentsMargins(0, 6, 0, 0)
        kinds.setSpacing(8)
        for box in self.kinds.values():
            kinds.addWidget(box)
        lines = form()
        lines.setVerticalSpacing(GAP)
        lines.addRow(self.tr("Title"), self.title)
        lines.addRow(self.tr("Language"), self.language)
        lines.addRow(self.tr("Passages"), kinds)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(section(self.tr("Report")))
        column.addLayout(lines)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        every = [document.id for document in self._documents]
        self.all.clicked.connect(lambda: self.documents.tick(every))
        self.open_ones.clicked.connect(lambda: self.documents.tick(self._open_ids))
        self.none.clicked.connect(lambda: self.documents.tick(()))
        self.title.textChanged.connect(self._suggest_path)
        self.language.currentIndexChanged.connect(self._suggest_title)
        self.documents.changed.connect(self._count)
        self.path.textChanged.connect(self._settle)
        self.browse.clicked.connect(self._ask_path)
        for box in self.kinds.values():
            box.toggled.connect(self._count)

    def request(self) -> ExportRequest:
        """What is asked for as things stand."""
        return ExportRequest(
            path=self._path(),
            form=self.exporter.name,
            document_ids=self.documents.ticked(),
            kinds=self._kinds(),
            title=self._title(),
            language=self.language.currentData(),
        )

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

    def _title(self) -> str:
        return self.title.text().strip() or self._default_title()

    def _default_title(self) -> str:
        return TITLES[self.exporter.name, self.language.currentData()]

    def _kinds(self) -> tuple[str, ...]:
        return tuple(kind for kind, box in self.kinds.items() if box.isChecked())

    def _path(self) -> Path:
        """The file, with the ending its format needs; a name alone stands for a file in the folder."""
        typed, suffix = self.path.text().strip(), self.exporter.suffix
        return self._folder / (typed if typed.lower().endswith(suffix) else typed + suffix)

    def _suggest_title(self) -> None:
        """Translate a title that nobody changed."""
        if self.title.text() in TITLES.values():
            self.title.setText(self._default_title())

    def _suggest_path(self) -> None:
        """Call the file as the report is called, unless it was named by hand."""
        if self.path.text() == self._suggested:
            name = FORBIDDEN.sub("_", self._title())[:LONGEST_NAME].strip(" .")
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

    def _count(self) -> None:
        """Write the figures of what is ticked, and settle what can be done."""
        ticked, kinds = set(self.documents.ticked()), self._kinds()
        for kind, box in self.kinds.items():
            of_kind = sum(row.counts.get(kind, 0) for row in self._documents if row.id in ticked)
            box.setText(f"{said_kind(kind)}  {of_kind:,}")
        counts = {row.id: sum(row.counts.get(kind, 0) for kind in kinds) for row in self._documents}
        self.documents.show_counts(counts)
        self._held = len(ticked), sum(counts[id_] for id_ in ticked)
        self._settle()

    def _settle(self) -> None:
        missing = self._missing()
        documents, passages = self._held
        held = self.tr("It will hold {passages} passages of {documents} documents.").format(
            passages=f"{passages:,}", documents=f"{documents:,}"
        )
        self.told.setText(missing or held)
        self.take.setEnabled(not missing)

    def _missing(self) -> str:
        """What must be said or changed before the report can be written."""
        if not self.documents.ticked():
            return self.tr("Tick at least one document.")
        if not self._kinds():
            return self.tr("Tick at least one kind of passage.")
        if not self.path.text().strip():
            return self.tr("Say which file to write.")
        path = self._path()
        if not path.parent.is_dir():
            return self.tr("There is no folder {folder}.").format(folder=path.parent)
        return self.tr("There is a folder of that name.") if path.is_dir() else ""


def said_kind(kind: str) -> str:
    """The name of a kind's passages in the language of the window."""
    return QCoreApplication.translate("Kind", KINDS[kind].plural)
