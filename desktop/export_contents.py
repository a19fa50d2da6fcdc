"""What every report is asked: which documents and kinds it holds, its title and its language."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from db.kinds import KINDS
from desktop.counted import counted
from desktop.dialog_parts import GAP, form, section
from desktop.document_ticks import DocumentTicks
from desktop.export_options import choice, choose
from desktop.quote_box import LinkButton
from exporters import Exporter
from exporters.report import ORDER
from workbench.gather import TITLES

if TYPE_CHECKING:
    from db.documents import Shelved

DOCUMENTS_SEEN, PASSAGES_SEEN = 20, 2_000
"""What a preview holds at most: about as much as anybody looks through."""


class ExportContents(QWidget):
    """All documents and kinds are ticked at first."""

    changed = Signal()

    def __init__(
        self,
        exporter: Exporter,
        documents: Sequence[Shelved],
        open_ids: Collection[int],
        title: str,
        language: str,
    ) -> None:
        super().__init__()
        self._exporter, self._rows = exporter, documents
        self._held = (0, 0)
        self.documents = DocumentTicks(documents)
        self.all = LinkButton(self.tr("All"), fixed=True)
        self.open_ones = LinkButton(self.tr("Those open"), fixed=True)
        self.none = LinkButton(self.tr("None"), fixed=True)
        self.open_ones.setEnabled(bool(open_ids))
        self.title = QLineEdit(title or TITLES[exporter.name, language])
        self.language = choice({"zh": self.tr("Chinese"), "en": self.tr("English")})
        choose(self.language, language)
        self.kinds = {kind: QCheckBox() for kind in ORDER}
        for box in self.kinds.values():
            box.setChecked(True)
        self._lay_out()
        self._connect(open_ids)
        self._count()

    def _lay_out(self) -> None:
        lines = form()
        lines.setVerticalSpacing(GAP)
        lines.addRow(self.tr("Title"), self.title)
        lines.addRow(self.tr("Language"), self.language)
        kinds = QHBoxLayout()
        kinds.setSpacing(2 * GAP)
        for box in self.kinds.values():
            kinds.addWidget(box)
        kinds.addStretch(1)
        lines.addRow(self.tr("Passages"), kinds)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(section(self.tr("Documents")), 1)
        for button in (self.all, self.open_ones, self.none):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(lines)
        column.addSpacing(4)
        column.addLayout(head)
        column.addWidget(self.documents, 1)

    def _connect(self, open_ids: Collection[int]) -> None:
        every = [document.id for document in self._rows]
        self.all.clicked.connect(lambda: self.documents.tick(every))
        self.open_ones.clicked.connect(lambda: self.documents.tick(open_ids))
        self.none.clicked.connect(lambda: self.documents.tick(()))
        self.title.textChanged.connect(self.changed)
        self.language.currentIndexChanged.connect(self._suggest_title)
        self.documents.changed.connect(self._count)
        for box in self.kinds.values():
            box.toggled.connect(self._count)

    def chosen_title(self) -> str:
        return self.title.text().strip() or self._default_title()

    def chosen_language(self) -> str:
        return str(self.language.currentData())

    def chosen_kinds(self) -> tuple[str, ...]:
        return tuple(kind for kind, box in self.kinds.items() if box.isChecked())

    def chosen_documents(self) -> list[Shelved]:
        """Those ticked, from top to bottom."""
        by_id = {document.id: document for document in self._rows}
        return [by_id[id_] for id_ in self.documents.ticked()]

    def first_documents(self) -> tuple[int, ...]:
        """Of those ticked, the ids of the first, as many as make a fair look at the report."""
        kinds, held, first = self.chosen_kinds(), 0, []
        for document in self.chosen_documents()[:DOCUMENTS_SEEN]:
            if held < PASSAGES_SEEN:
                first.append(document.id)
            held += sum(document.counts.get(kind, 0) for kind in kinds)
        return tuple(first)

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Choose what was chosen before, as far as it is there."""
        choose(self.language, kept.get("language"))
        for kind, box in self.kinds.items():
            box.setChecked(kind in kept.get("kinds", ORDER))
        if "documents" in kept:
            self.documents.tick(kept["documents"])
        if "title" in kept:
            self.title.setText(kept["title"])

    def told(self) -> str:
        """How much the report will hold."""
        documents, passages = self._held
        return self.tr("It will hold {passages} of {documents}.").format(
            passages=counted(passages, "passage"), documents=counted(documents, "document")
        )

    def missing(self) -> str:
        """What must be ticked before the report can be written."""
        if not self.documents.ticked():
            return self.tr("Tick at least one document.")
        return "" if self.chosen_kinds() else self.tr("Tick at least one kind of passage.")

    def _default_title(self) -> str:
        return TITLES[self._exporter.name, self.chosen_language()]

    def _suggest_title(self) -> None:
        """Translate a title that nobody changed."""
        if self.title.text() in TITLES.values():
            self.title.setText(self._default_title())
        self.changed.emit()

    def _count(self) -> None:
        """Write the figures of what is ticked."""
        ticked, kinds = set(self.documents.ticked()), self.chosen_kinds()
        for kind, box in self.kinds.items():
            of_kind = sum(row.counts.get(kind, 0) for row in self._rows if row.id in ticked)
            box.setText(f"{said_kind(kind)}  {of_kind:,}")
        counts = {row.id: sum(row.counts.get(kind, 0) for kind in kinds) for row in self._rows}
        self.documents.show_counts(counts)
        self._held = len(ticked), sum(counts[id_] for id_ in ticked)
        self.changed.emit()


def said_kind(kind: str) -> str:
    """The name of a kind's passages in the language of the window."""
    return QCoreApplication.translate("Kind", KINDS[kind].plural)
