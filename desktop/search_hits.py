"""The hits of a search as rows of a table, fetched as they come into sight, each within its context."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.kinds import KINDS, Field
from desktop.ledger_columns import DOCUMENT, PARAGRAPH, Column
from desktop.ledger_filters import Condition
from desktop.ledger_model import Index, LedgerModel

if TYPE_CHECKING:
    from workbench.searching import Found

CONTEXT = Field("context", "text", "上下文", "Context", 50)
WHERE = Field("where", "text", "位置", "Where", 7)
OWN = {"text": ("正文", "text"), "quote": ("标注", "quote"), "note": ("备注", "note")}
"""What a place is called that is no field of a kind: in Chinese and in English."""


def _line(found: Found) -> str:
    return found.before + found.words + found.after


def _place(found: Found) -> tuple[int, int, int | None, str]:
    return found.document_id, found.start, found.passage_id, found.where


class Where(Column):
    """What the words found are part of; what it is called depends on the language."""

    def text(self, row: Found, language: str) -> str:
        if row.where in OWN:
            return OWN[row.where][language != "zh"]
        return KINDS[row.kind].field(row.where).heading(language)

    def texts(self, rows: Sequence[Found], language: str) -> list[str]:
        return [self.text(row, language) for row in rows]


COLUMNS = (
    Column(CONTEXT, _line),
    Where(WHERE, attrgetter("where")),
    Column(PARAGRAPH, attrgetter("paragraph")),
    Column(DOCUMENT, attrgetter("document"), listed=True),
)


class HitsModel(LedgerModel):
    """Rows of hits; where there are more, they are asked for when the last ones come into sight."""

    more_wanted = Signal()
    all_wanted = Signal()
    """Rows are about to be sorted or filtered: those not fetched yet count too."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, _place)
        self.has_more = False

    def add_rows(self, rows: Sequence[Found]) -> None:
        """Put more rows behind those there are."""
        if self.order or self.needles or self.conditions or not self.rows:
            self.set_rows([*self.rows, *rows])
        elif rows:
            self.beginInsertRows(QModelIndex(), len(self.shown), len(self.shown) + len(rows) - 1)
            self.rows = self.shown = [*self.rows, *rows]
            self._haystacks = self._places = None
            self.endInsertRows()

    def set_words(self, words: str) -> None:
        self._want_all(bool(words))
        super().set_words(words)

    def set_condition(self, column: int, condition: Condition | None) -> None:
        self._want_all(condition is not None)
        super().set_condition(column, condition)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._want_all(column >= 0)
        super().sort(column, order)

    def _want_all(self, wanted: bool) -> None:
        if wanted and self.has_more:
            self.all_wanted.emit()

    def canFetchMore(self, parent: Index) -> bool:
        return self.has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        self.more_wanted.emit()


class InContext(QStyledItemDelegate):
    """Paints the words found in the middle of the cell, with what stands around them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, LedgerModel)
        found: Found = model.shown[index.row()]
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        blank.state &= ~QStyle.StateFlag.State_HasFocus
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        painter.save()
        painter.setClipRect(option.rect.adjusted(6, 0, -6, 0))
        self._draw(painter, option, found, QColor(model.theme.found))
        painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, found: Found, tint: QColor) -> None:
        metrics, place = option.fontMetrics, option.rect
        width = metrics.horizontalAdvance(found.words)
        left = place.left() + (place.width() - width) // 2
        middle = QRect(left, place.top(), width, place.height())
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        before = found.before.replace("\n", " ")
        painter.drawText(QRect(place.left(), place.top(), left - place.left(), place.height()), RIGHT, before)
        after = QRect(middle.right() + 1, place.top(), place.right() - middle.right(), place.height())
        painter.drawText(after, LEFT, found.after.replace("\n", " "))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(QRectF(middle).adjusted(-1, 3, 1, -3), 2, 2)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, found.words)


RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
