"""What the import dialog shows of the file that is chosen: its properties, how it is read, how it begins."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from desktop import quality
from desktop.dialog_parts import GAP, align, section
from desktop.field_form import quiet_label
from desktop.import_candidates import Candidate
from desktop.import_options import ReadingOptions
from desktop.problem_box import sentence
from desktop.property_form import PropertyForm

if TYPE_CHECKING:
    from db.models import Document

BEGINNING = 1200
"""Characters of a document that are shown."""


class Beginning(QTextEdit):
    """The first paragraphs of a document, set apart as they will be."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("beginning")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(72)
        self.document().setDocumentMargin(4)

    def show_text(self, text: str) -> None:
        self.setPlainText(text[:BEGINNING] + ("…" if len(text) > BEGINNING else ""))
        apart = QTextBlockFormat()
        apart.setBottomMargin(6)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(apart)


class ImportForm(QWidget):
    """Changes of properties are kept by the candidate itself; another way to read it is asked for."""

    edited = Signal()
    options_asked = Signal(object)
    """The Options the chosen file shall be read with."""
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.candidate: Candidate | None = None
        self.name = section("")
        self.folder = quiet_label()
        self.folder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.properties = PropertyForm()
        self.reading = ReadingOptions()
        self.beginning = Beginning()
        self._lay_out()
        self.properties.changed.connect(self._edit)
        self.properties.entered.connect(self.entered)
        self.reading.changed.connect(lambda: self.options_asked.emit(self.reading.options()))

    def _lay_out(self) -> None:
        self.head = section(self.tr("Beginning of the text"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.folder)
        column.addLayout(names)
        for part in (self.message, self.properties, self.reading, self.head):
            column.addWidget(part)
        column.addWidget(self.beginning, 1)
        column.addStretch(0)
        align(self.properties.lines, self.reading.lines)

    def show_candidate(self, candidate: Candidate) -> None:
        """Show a candidate, in whatever state it is."""
        self.properties.confirm()
        self.candidate = candidate
        self.name.setText(candidate.path.name)
        self._show_folder(candidate.path)
        read, error = candidate.imported is not None, candidate.error
        self.message.setText(sentence(error) if error else self.tr("Reading…"))
        if candidate.imported:
            self.message.setText(_warning(candidate.imported.document))
        self.message.setVisible(bool(self.message.text()))
        self.reading.show_candidate(candidate)
        for part in (self.properties, self.head, self.beginning):
            part.setVisible(read)
        if candidate.imported:
            self.properties.show_values({name: candidate.value(name) for name in self.properties.editors})
            self.beginning.show_text(candidate.imported.document.text)

    def confirm(self) -> bool:
        """Take what is being typed; False where it cannot be read."""
        return self.properties.isHidden() or self.properties.confirm()

    def _show_folder(self, path: Path) -> None:
        self.folder.setText(str(path.parent))
        self.folder.setToolTip(str(path))

    def _edit(self, name: str, value: object) -> None:
        if self.candidate is not None:
            self.candidate.edits[name] = value
            self.edited.emit()


def _warning(document: Document) -> str:
    """What the text of a document may lack; nothing where it is whole."""
    if not quality.is_missing(document.quality):
        return ""
    return "\n".join(quality.notes(document.quality, len(document.text)))
