"""How a file is read, as the import dialog asks for it: what is shown depends on the file."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.dialog_parts import GAP, form
from desktop.import_candidates import Candidate
from importers import Options, recognises_pictures

ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030 (GBK, GB 2312)"),
    ("big5", "Big5"),
    ("utf-16", "UTF-16"),
)


class ReadingOptions(QWidget):
    """Encoding and line breaks of a text file, the password of a locked one, the pictures of a scan."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = Options()
        self.encoding = QComboBox()
        self.encoding.addItem("", None)
        for name, words in ENCODINGS:
            self.encoding.addItem(words, name)
        self.keep = QCheckBox(self.tr("Keep line breaks: every line is a paragraph"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.unlock = QPushButton(self.tr("Open"))
        self.unlock.setAutoDefault(False)  # Enter imports
        self.recognise = QCheckBox(self.tr("Recognise the text in pictures (takes some seconds a page)"))
        self._lay_out()
        for chosen in (
            self.encoding.activated,
            self.keep.clicked,
            self.recognise.clicked,
            self.unlock.clicked,
        ):
            chosen.connect(self.changed)
        self.password.returnPressed.connect(self.changed)

    def _lay_out(self) -> None:
        asked = QWidget()
        row = QHBoxLayout(asked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.password, 1)
        row.addWidget(self.unlock)
        self.lines = form()
        self.lines.addRow(self.tr("Encoding"), self.encoding)
        self.lines.addRow(QLabel(), self.keep)
        self.lines.addRow(self.tr("Password"), asked)
        self.lines.addRow(QLabel(), self.recognise)
        self.setLayout(self.lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._of_text, self._of_locked, self._of_pictures = ((0, 1), (2,), (3,))

    def options(self) -> Options:
        """Those the candidate had, with what is set here."""
        return replace(
            self._shown,
            encoding=self.encoding.currentData(),
            keep_line_breaks=self.keep.isChecked(),
            password=self.password.text() or None,
            recognise=self.recognise.isChecked(),
        )

    def show_candidate(self, candidate: Candidate) -> None:
        """Show how a file was read, as far as that can be chosen."""
        options = self._shown = candidate.options
        found = candidate.imported.document.encoding if candidate.imported and not options.encoding else None
        words = self.tr("Recognised: {encoding}").format(encoding=found.upper()) if found else ""
        self.encoding.setItemText(0, words or self.tr("Recognise"))
        self.encoding.setCurrentIndex(self.encoding.findData(options.encoding))
        self.keep.setChecked(options.keep_line_breaks)
        self.password.setText(options.password or "")
        self.recognise.setChecked(options.recognise)
        self._show_rows(self._of_text, candidate.is_text)
        self._show_rows(self._of_locked, candidate.is_locked)
        self._show_rows(self._of_pictures, candidate.has_pictures and recognises_pictures())
        self.setVisible(any(self.lines.isRowVisible(row) for row in range(self.lines.rowCount())))

    def _show_rows(self, rows: Sequence[int], shown: bool) -> None:
        for row in rows:
            self.lines.setRowVisible(row, shown)
