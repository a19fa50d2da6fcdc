"""A look at what tagging all hits would make, before it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.kinds import KINDS
from desktop.dialog_parts import GAP, lay_out
from desktop.segments import Segments
from desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.tagging_hits import Stretch

HIT, SENTENCE = "hit", "sentence"
MOST = 2_000
"""Rows listed to be looked through; those beyond are tagged unseen, and it is said how many."""
SIZE, DOCUMENT_WIDTH = (860, 540), 230


class SearchTagging(QDialog):
    """Kind and extent are chosen, rows can be left out; `taken` tells what to tag and as what."""

    taken = Signal(list, str)

    def __init__(
        self,
        preview: Callable[[str, str], Iterator[list[Stretch]]],
        theme: Theme,
        language: str,
        parent: QWidget,
    ) -> None:
        """`preview` gives what a kind and an extent would tag, as much at a time as a turn has time for."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tag all hits"))
        self.resize(*SIZE)
        self.preview = preview
        self.stretches: list[Stretch] = []
        self._coming: Iterator[list[Stretch]] = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        self.finished.connect(self._turn.stop)
        self.kind, self.extent = Segments(tuple(KINDS)), Segments((SENTENCE, HIT))
        self.kind.set_texts({kind.name: kind.heading(language) for kind in KINDS.values()})
        self.kind.dress(theme, {name: (theme.kind(name).ink, theme.kind(name).tint) for name in KINDS})
        self.extent.set_texts({SENTENCE: self.tr("Whole sentences"), HIT: self.tr("Only the words found")})
        self.extent.dress(theme, dict.fromkeys((SENTENCE, HIT), (theme.ink, theme.selected)))
        self.kind.choose("task")
        self.extent.choose(SENTENCE)
        self.list = self._made_list()
        self.told = QLabel()
        self.told.setObjectName("hint")
        self.button = QPushButton()
        self._lay_out()
        for segments in (self.kind, self.extent):
            segments.asked.connect(self.fill)
        self.list.itemChanged.connect(lambda _item, _column: self._count())
        self.fill()

    def _made_list(self) -> QTreeWidget:
        rows = QTreeWidget()
        rows.setObjectName("hits_to_tag")
        rows.setHeaderLabels([self.tr("Passage"), self.tr("Document")])
        rows.setRootIsDecorated(False)
        rows.setUniformRowHeights(True)
        head = rows.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(1, DOCUMENT_WIDTH)
        return rows

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.kind)
        head.addSpacing(12)
        head.addWidget(self.extent)
        head.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        content, foot = QVBoxLayout(), QHBoxLayout()
        content.setSpacing(GAP)
        content.addLayout(head)
        content.addWidget(self.list, 1)
        foot.addWidget(self.told, 1)
        foot.addWidget(buttons)
        lay_out(self, content, foot)

    def fill(self) -> None:
        """List what would be tagged now, as it is found."""
        self.stretches = []
        self.list.clear()
        self._coming = self.preview(self.kind.chosen, self.extent.chosen)
        self._turn.start()
        self._go_on()

    def _go_on(self) -> None:
        """List some more."""
        some = next(self._coming, None)
        if some is None:
            self._turn.stop()
        else:
            self._add(some[: MOST - self.list.topLevelItemCount()])
            self.stretches += some
        self._count()

    def _add(self, stretches: list[Stretch]) -> None:
        self.list.blockSignals(True)
        for stretch in stretches:
            item = QTreeWidgetItem(self.list, [stretch.words, stretch.document])
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked)
            item.setToolTip(0, stretch.words)
        self.list.blockSignals(False)

    def chosen(self) -> list[Stretch]:
        """What is not left out."""
        listed = [stretch for row, stretch in enumerate(self.stretches[:MOST]) if self._is_ticked(row)]
        return listed + self.stretches[MOST:]

    def _is_ticked(self, row: int) -> bool:
        item = self.list.topLevelItem(row)
        return item is not None and item.checkState(0) == Qt.CheckState.Checked

    def _count(self) -> None:
        unticked = sum(not self._is_ticked(row) for row in range(self.list.topLevelItemCount()))
        count, beyond = len(self.stretches) - unticked, max(0, len(self.stretches) - MOST)
        unseen = self.tr("{count} more are not listed, and will be tagged too.").format(count=f"{beyond:,}")
        self.told.setText(unseen if beyond else self.tr("What is tagged so already is left out."))
        self.button.setText(self.tr("Tag {count}").format(count=f"{count:,}"))
        self.button.setEnabled(bool(count) and not self._turn.isActive())

    def _take(self) -> None:
        self.taken.emit(self.chosen(), self.kind.chosen)
        self.accept()
