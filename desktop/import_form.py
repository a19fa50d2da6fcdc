"""What the import dialog shows of the file that is chosen: its properties, how it is read, how it begins."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from desktop.dialog_parts import GAP, align, form, section
from desktop.field_form import quiet_label
from desktop.import_candidates import Candidate
from desktop.problem_box import sentence
from desktop.property_form import PropertyForm
from importers import Options

ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030 (GBK, GB 2312)"),
    ("big5", "Big5"),
    ("utf-16", "UTF-16"),
)
BEGINNING = 1200
"""Characters of a document that are shown."""


class TextOptions(QWidget):
    """How a text file is read: its encoding, and whether each of its lines is a paragraph."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.encoding = QComboBox()
        self.encoding.addItem("", None)
        for name, words in ENCODINGS:
            self.encoding.addItem(words, name)
        self.keep = QCheckBox(self.tr("Keep line breaks: every line is a paragraph"))
        self.lines = lines = form()
        lines.addRow(self.tr("Encoding"), self.encoding)
        lines.addRow(QLabel(), self.keep)
        self.setLayout(lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.encoding.activated.connect(self.changed)
        self.keep.clicked.connect(self.changed)

    def options(self) -> Options:
        return Options(self.encoding.currentData(), self.keep.isChecked())

    def show_options(self, options: Options, recognised: str | None) -> None:
        """Show these; `recognised` is the encoding the file was found to be in."""
        words = self.tr("Recognised: {encoding}").format(encoding=recognised.upper()) if recognised else ""
        self.encoding.setItemText(0, words or self.tr("Recognise"))
        self.encoding.setCurrentIndex(self.encoding.findData(options.encoding))
        self.keep.setChecked(options.keep_line_breaks)


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
        self.text_options = TextOptions()
        self.beginning = Beginning()
        self._lay_out()
        self.properties.changed.connect(self._edit)
        self.properties.entered.connect(self.entered)
        self.text_options.changed.connect(lambda: self.options_asked.emit(self.text_options.options()))

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
        for part in (self.message, self.properties, self.text_options, self.head):
            column.addWidget(part)
        column.addWidget(self.beginning, 1)
        column.addStretch(0)
        align(self.properties.lines, self.text_options.lines)

    def show_candidate(self, candidate: Candidate) -> None:
        """Show a candidate, in whatever state it is."""
        self.properties.confirm()
        self.candidate = candidate
        self.name.setText(candidate.path.name)
        self._show_folder(candidate.path)
        read, error = candidate.imported is not None, candidate.error
        self.message.setText(sentence(error) if error else "" if read else self.tr("Reading…"))
        self.message.setVisible(not read)
        self.text_options.setVisible(candidate.is_text)
        for part in (self.properties, self.head, self.beginning):
            part.setVisible(read)
        encoding = candidate.imported.document.encoding if candidate.imported else None
        self.text_options.show_options(candidate.options, None if candidate.options.encoding else encoding)
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
