"""Hits of a search, each as a line with the words around it."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QStringListModel, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.kinds import Field
from desktop.ledger_columns import DOCUMENT, PARAGRAPH, Column
from desktop.ledger_model import Index, LedgerModel
from desktop.ledger_page import LedgerPage

if TYPE_CHECKING:
    from workbench.searching import Found

CONTEXT = Field("context", "text", "上下文", "Context", 60)


def _line(found: Found) -> str:
    return found.before + found.words + found.after


def _place(found: Found) -> tuple[int, int]:
    return found.document_id, found.start


COLUMNS = (
    Column(CONTEXT, _line),
    Column(PARAGRAPH, attrgetter("paragraph")),
    Column(DOCUMENT, attrgetter("document"), listed=True),
)


class SearchResults(LedgerPage):
    """All hits of the last search, the words looked for one below the other."""

    def __init__(self, names: QStringListModel) -> None:
        super().__init__(LedgerModel(COLUMNS, _place), names, "")
        self.query = ""
        self.view.setItemDelegateForColumn(0, InContext(self.view))
        self.show_hits("", [])

    def show_hits(self, query: str, hits: list[Found]) -> None:
        """Show what was found for a query, in place of the last."""
        self.query = query
        self.empty = (
            self.tr("Nothing found for “{query}”.").format(query=query)
            if query
            else self.tr("Type in the search field to look through all documents.")
        )
        self.set_rows(hits)


class InContext(QStyledItemDelegate):
    """Paints the words found in the middle of the cell, with what stands around them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, LedgerModel)
        found: Found = model.shown[index.row()]
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
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
