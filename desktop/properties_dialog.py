"""The properties of a document in the project: those to be changed, and the facts of its import."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop import quality
from desktop.dialog_parts import GAP, align, answers, form, lay_out, rule
from desktop.field_form import quiet_label
from desktop.field_values import NOTE
from desktop.formats import format_name
from desktop.inspector import local_time
from desktop.property_form import PropertyForm
from desktop.text_area import TextArea

if TYPE_CHECKING:
    from db.documents import Shelved


class PropertiesDialog(QDialog):
    """Shows a document of the library; `changes` gives what was changed."""

    def __init__(self, document: Shelved, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("properties_dialog")
        self.setWindowTitle(self.tr("Document properties"))
        self.setMinimumWidth(560)
        self._document, self._note = document, note
        self.form = PropertyForm()
        self.note = TextArea(NOTE, "en", least=3, most=8, breaks=True)
        self.form.lines.addRow(self.tr("Note"), self.note)
        self.facts = form()
        for name, words in self._facts():
            fact = quiet_label(words)
            fact.setWordWrap(True)
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.facts.addRow(quiet_label(name), fact)
        align(self.form.lines, self.facts)
        self._lay_out()
        self.form.entered.connect(self.take.click)
        self.form.show_values({name: getattr(document, name) for name in self.form.editors})
        self.note.set_value(note)

    def _lay_out(self) -> None:
        content = QVBoxLayout()
        content.setSpacing(GAP)
        content.addWidget(self.form)
        content.addWidget(rule())
        content.addLayout(self.facts)
        content.addStretch(1)
        buttons, self.take = answers(self, self.tr("OK"), self.tr("Cancel"))
        lay_out(self, content, buttons)

    def _facts(self) -> Iterator[tuple[str, str]]:
        document = self._document
        yield self.tr("File"), document.source_name
        yield self.tr("Format"), format_name(document.media_type)
        yield self.tr("Characters"), f"{document.length:,}"
        yield self.tr("Passages"), f"{sum(document.counts.values()):,}"
        yield self.tr("Imported"), local_time(document.imported)
        if notes := "\n".join(quality.notes(document.quality, document.length)):
            yield self.tr("Quality"), notes

    def changes(self) -> dict[str, Any]:
        """The properties that differ from before, by the names db.documents knows them by."""
        values = {name: editor.value() for name, editor in self.form.editors.items()}
        changed = {name: value for name, value in values.items() if value != getattr(self._document, name)}
        note = self.note.value() or ""
        return changed | ({"note": note} if note != self._note else {})

    def accept(self) -> None:
        """Take what is typed; what cannot be read keeps the dialog open."""
        self.note.confirm()
        if self.form.confirm():
            super().accept()
