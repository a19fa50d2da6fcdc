"""The import dialog: files are read, looked over, and taken into the project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialog_parts import GAP, MARGIN, answers, lay_out
from desktop.field_form import quiet_label
from desktop.icons import icon
from desktop.import_candidates import CANDIDATE, Candidate, Candidates
from desktop.import_form import ImportForm
from desktop.import_reading import Reading
from desktop.import_row import ImportRow
from desktop.theme import Theme
from importers import IMPORTERS, Imported, Options

if TYPE_CHECKING:
    from db.models import Document

Twins = Callable[[str, str], "Document | None"]
"""The document of the project that has the same bytes or text already, by both digests."""


class ImportDialog(QDialog):
    """Shows what files would become documents. Touches no store: it asks `twin_of` and gives `chosen`."""

    def __init__(self, theme: Theme, twin_of: Twins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.setObjectName("import_dialog")
        self.setAcceptDrops(True)
        self.setMinimumSize(820, 640)
        self.resize(980, 680)
        self._twin_of = twin_of
        self._folder = ""
        self.candidates = Candidates()
        self.reading = Reading(self)
        self.view = _list(self.candidates, theme)
        self.form = ImportForm()
        self._make_parts(theme)
        self._lay_out()
        self._connect()
        self._settle()

    def _make_parts(self, theme: Theme) -> None:
        self.add = QPushButton(icon("plus", theme), self.tr("Add files…"))
        self.count = quiet_label()
        self.invitation = QLabel(self.tr("Drop files here, or add them with the button above."))
        self.invitation.setObjectName("invitation")
        self.invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(180)
        self.told = quiet_label()
        self.stop = QPushButton(self.tr("Stop reading"))
        for part in (self.add, self.stop):
            part.setAutoDefault(False)  # Enter imports
        self.buttons, self.take = answers(self, self.tr("Import"), self.tr("Cancel"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.add)
        head.addSpacing(GAP)
        head.addWidget(self.count, 1)
        halves = QWidget()
        row = QHBoxLayout(halves)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MARGIN)
        row.addWidget(self.view, 1)
        row.addWidget(self.form, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.invitation)
        self.pages.addWidget(halves)
        content = QVBoxLayout()
        content.setSpacing(GAP)
        content.addLayout(head)
        content.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for part in (self.progress, self.told, self.stop):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        lay_out(self, content, foot)

    def _connect(self) -> None:
        self.add.clicked.connect(self._ask_files)
        self.stop.clicked.connect(self.reading.stop)
        self.reading.told.connect(self._take)
        self.reading.progressed.connect(self._show_progress)
        self.candidates.dataChanged.connect(self._settle)
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.form.edited.connect(self._show_edit)
        self.form.options_asked.connect(self._read_again)
        self.form.entered.connect(self.take.click)

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files too; one that could not be read before is read once more."""
        fresh = [candidate for path in dict.fromkeys(paths) if (candidate := self._to_read(path))]
        if not fresh:
            return
        self._folder = str(paths[-1].parent)
        self.pages.setCurrentIndex(1)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.candidates.index(0))
            self.view.setFocus()
        self.reading.add(fresh)

    def chosen(self) -> list[Imported]:
        """The documents to import, with the properties as edited, in the order of the list."""
        return [candidate.edited() for candidate in self.candidates if candidate.wanted]

    def accept(self) -> None:
        """Take what is typed; what cannot be read keeps the dialog open."""
        if self.form.confirm():
            super().accept()

    def done(self, result: int) -> None:
        """Close, once no reader process is left."""
        self.reading.stop()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.read([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.doItemsLayout()

    def _to_read(self, path: Path) -> Candidate | None:
        known = self.candidates.of_path(path)
        if known is None:
            known = Candidate(path)
            self.candidates.add(known)
        elif known.error is None:
            return None
        known.forget()
        self.candidates.changed(known)
        return known

    def _ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), self._folder, self._filters())
        if names:
            self.read([Path(name) for name in names])

    def _filters(self) -> str:
        every = " ".join(f"*{suffix}" for form in IMPORTERS for suffix in form.suffixes)
        return ";;".join((self.tr("Documents") + f" ({every})", self.tr("All files") + " (*)"))

    def _take(self, candidate: Candidate, outcome: Imported | Exception) -> None:
        if isinstance(outcome, Exception):
            candidate.fail(outcome)
        else:
            candidate.take(outcome, self._known(outcome))
        self.candidates.changed(candidate)
        if candidate is self.form.candidate:
            self.form.show_candidate(candidate)

    def _known(self, imported: Imported) -> str:
        """Where the same text is already; nothing where it is new."""
        document = imported.document
        if twin := self._twin_of(document.sha256, document.text_sha256):
            words = (
                self.tr("Already in the trash of the project as “{title}”. Tick it to import it anyway.")
                if twin.trashed
                else self.tr("Already in the project as “{title}”. Tick it to import it anyway.")
            )
            return words.format(title=twin.title)
        if other := self.candidates.with_text(document):
            words = self.tr("The same text as {name} in this list. Tick it to import both.")
            return words.format(name=other.path.name)
        return ""

    def _read_again(self, options: Options) -> None:
        candidate = self.form.candidate
        if candidate is not None:
            candidate.options = options
            candidate.forget()
            self.candidates.changed(candidate)
            self.form.show_candidate(candidate)
            self.reading.add([candidate])

    def _show_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.form.show_candidate(index.data(CANDIDATE))

    def _show_edit(self) -> None:
        if self.form.candidate is not None:
            self.candidates.changed(self.form.candidate)

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.told.setText(self.tr("Reading {done} of {total}").format(done=min(done + 1, total), total=total))
        self._settle()

    def _settle(self) -> None:
        """Show what can be done now, and what has been found."""
        busy = self.reading.busy
        for part in (self.progress, self.told, self.stop):
            part.setVisible(busy)
        ready = sum(candidate.wanted for candidate in self.candidates)
        known = sum(bool(candidate.known) and not candidate.wanted for candidate in self.candidates)
        failed = sum(candidate.error is not None for candidate in self.candidates)
        parts = (
            (ready, self.tr("To be imported: {count}")),
            (known, self.tr("Known already: {count}")),
            (failed, self.tr("Not readable: {count}")),
        )
        self.count.setText("  ·  ".join(words.format(count=count) for count, words in parts if count))
        self.take.setEnabled(ready > 0 and not busy)


def _list(candidates: Candidates, theme: Theme) -> QListView:
    view = QListView()
    view.setObjectName("import_list")
    view.setModel(candidates)
    view.setItemDelegate(ImportRow(view, theme))
    view.setMouseTracking(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
