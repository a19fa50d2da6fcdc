"""Where else a policy or an indicator stands: a list to tick, tagged in one go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyle,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialog_parts import answers, hint, lay_out, section
from desktop.ledger_model import Index
from desktop.search_results import InContext
from desktop.segments import Segments
from desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.mentioning import Mention

ALL, OPEN = "all", "open"
MENTION = Qt.ItemDataRole.UserRole
TICKED, UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
PLACE, CONTEXT = 0, 1
LINE = QSize(0, 28)


class Words(InContext):
    """Paints a mention in the middle of its line, with what stands around it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if (mention := index.sibling(index.row(), PLACE).data(MENTION)) is None:
            super(InContext, self).paint(painter, option, index)
            return
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, blank, painter, option.widget
        )
        painter.save()
        painter.setClipRect(option.rect.adjusted(6, 0, -6, 0))
        self._draw(painter, option, mention, QColor(self.theme.found))
        painter.restore()


class MentionsDialog(QDialog):
    """Takes plain values, and gives the mentions that are ticked."""

    def __init__(
        self,
        name: str,
        mentions: Sequence[Mention],
        open_ids: Collection[int],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mentions_dialog")
        self.setWindowTitle(self.tr("Tag other mentions"))
        self.resize(900, 560)
        self.open_ids = open_ids
        self.subject = section(name)
        self.tally = QLabel()
        self.scope = Segments((ALL, OPEN))
        self.scope.set_texts({ALL: self.tr("All documents"), OPEN: self.tr("Open ones")})
        self.scope.choose(ALL)
        self.scope.dress(theme, dict.fromkeys((ALL, OPEN), (theme.ink, theme.selected)))
        self.list = self._fresh_list(theme)
        self.hint = hint(
            self.tr("Suggestions among them are confirmed. What you once rejected is not ticked.")
        )
        self.buttons, self.accepting = answers(self, "", self.tr("Cancel"))
        self._fill(mentions)
        self._lay_out()
        self.scope.asked.connect(self._show_scope)
        self.list.itemChanged.connect(lambda _item, column: self._settle() if column == PLACE else None)
        self._settle()
        self.list.setFocus()

    def _fresh_list(self, theme: Theme) -> QTreeWidget:
        fresh = QTreeWidget()
        fresh.setColumnCount(2)
        fresh.setHeaderHidden(True)
        fresh.setRootIsDecorated(False)
        fresh.setIndentation(20)
        fresh.setItemDelegateForColumn(CONTEXT, Words(theme, fresh))
        fresh.header().setStretchLastSection(True)
        fresh.header().setSectionResizeMode(PLACE, QHeaderView.ResizeMode.ResizeToContents)
        return fresh

    def _fill(self, mentions: Sequence[Mention]) -> None:
        for document_id, those in groupby(mentions, lambda mention: mention.document_id):
            rows = list(those)
            top = QTreeWidgetItem(self.list)
            top.setData(CONTEXT, MENTION, document_id)
            top.setText(PLACE, rows[0].document)
            top.setFirstColumnSpanned(True)
            top.setSizeHint(CONTEXT, LINE)
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
            for mention in rows:
                line = QTreeWidgetItem(top)
                number = "–" if mention.paragraph is None else mention.paragraph
                line.setText(PLACE, self.tr("Paragraph {number}").format(number=number))
                line.setData(PLACE, MENTION, mention)
                line.setCheckState(PLACE, UNTICKED if mention.was_rejected else TICKED)
                line.setSizeHint(CONTEXT, LINE)
        self.list.expandAll()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.subject)
        head.addSpacing(8)
        head.addWidget(self.tally)
        head.addStretch(1)
        head.addWidget(self.scope)
        content = QVBoxLayout()
        content.setSpacing(8)
        content.addLayout(head)
        content.addWidget(self.list, 1)
        content.addWidget(self.hint)
        lay_out(self, content, self.buttons)

    def chosen(self) -> list[Mention]:
        """The ticked mentions in the documents of the scope."""
        return [
            line.data(PLACE, MENTION)
            for top in self._tops()
            if not top.isHidden()
            for line in map(top.child, range(top.childCount()))
            if line is not None and line.checkState(PLACE) == TICKED
        ]

    def _tops(self) -> list[QTreeWidgetItem]:
        tops = (self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount()))
        return [top for top in tops if top is not None]

    def _show_scope(self, scope: str) -> None:
        with QSignalBlocker(self.list):
            for top in self._tops():
                top.setHidden(scope == OPEN and top.data(CONTEXT, MENTION) not in self.open_ids)
        self._settle()

    def _settle(self) -> None:
        shown = [top for top in self._tops() if not top.isHidden()]
        count = sum(top.childCount() for top in shown)
        words = self.tr("Other mentions: {count} · documents: {documents}")
        self.tally.setText(words.format(count=f"{count:,}", documents=f"{len(shown):,}"))
        chosen = len(self.chosen())
        self.accepting.setText(self.tr("Tag {count}").format(count=f"{chosen:,}"))
        self.accepting.setEnabled(bool(chosen))
