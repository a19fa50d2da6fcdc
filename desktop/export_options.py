"""The page of the export dialog on which a form of report is asked for in its own ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from desktop.dialog_parts import hint
from desktop.report_source import ReportSource
from exporters.annotated import Annotated

if TYPE_CHECKING:
    from db.documents import Shelved
    from exporters.report import Report

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class OptionsPage(QWidget):
    """Makes the options of one form of report.

    `heading` names the page, `previewed` says that the report can be seen beside it, `wraps` that it has the
    width of a page, and not that of its tables.
    """

    changed = Signal()
    heading = ""
    previewed = False
    wraps = True

    def __init__(self, source: ReportSource) -> None:
        super().__init__()
        self.source = source

    def options(self) -> Any:
        """What is chosen, as the exporter takes it."""
        raise NotImplementedError

    def kept(self) -> dict[str, Any]:
        """What is chosen, as plain values to be remembered."""
        raise NotImplementedError

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Choose what was remembered, as far as it can still be chosen."""
        raise NotImplementedError

    def glance(self) -> Callable[[Report], str]:
        """What turns a report into the HTML of its preview, in a thread."""
        raise NotImplementedError

    def missing(self) -> str:
        """What must be chosen before the report can be written."""
        return ""

    def show_documents(self, documents: Sequence[Shelved]) -> None:
        """Other documents were ticked."""


class AnnotatedPage(OptionsPage):
    """Into a new document, or into the original file."""

    def __init__(self, source: ReportSource) -> None:
        super().__init__(source)
        self.heading = self.tr("Annotation")
        self.original = QCheckBox(self.tr("Put the comments into the original Word file"))
        self.original.toggled.connect(self.changed)
        new = QLabel(
            self.tr("A new document is written: text, headings and tables, passages shaded by kind.")
        )
        new.setWordWrap(True)
        self.told = hint("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(new)
        column.addSpacing(8)
        column.addWidget(self.original)
        column.addWidget(self.told)
        column.addStretch(1)

    def options(self) -> Annotated:
        return Annotated(original=self.original.isChecked() and self.original.isEnabled())

    def kept(self) -> dict[str, Any]:
        return {"original": self.original.isChecked()}

    def recall(self, kept: Mapping[str, Any]) -> None:
        self.original.setChecked(kept.get("original") is True)

    def show_documents(self, documents: Sequence[Shelved]) -> None:
        fits = len(documents) == 1 and documents[0].media_type == WORD
        self.original.setEnabled(fits)
        self.told.setText(
            self.tr("The file keeps everything else as it is: pictures, headers, formats.")
            if fits
            else self.tr("For this tick one document, and one that was imported from a .docx file.")
        )


def choice(texts: Mapping[str, str]) -> QComboBox:
    """One of several, each with its text."""
    box = QComboBox()
    for value, text in texts.items():
        box.addItem(text, value)
    return box


def choose(box: QComboBox, value: object) -> None:
    """Choose a value, if the box has it."""
    if (place := box.findData(value)) >= 0:
        box.setCurrentIndex(place)
