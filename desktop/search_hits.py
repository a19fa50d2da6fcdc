"""The hits of a search as rows of a table, fetched as they come into sight, each within its context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.kinds import KINDS, Field
from desktop.ledger_columns import DOCUMENT, PARAGRAPH, Column
from desktop.ledger_model import Index, LedgerModel

if TYPE_CHECKING:
    from workbench.searching import Found

CONTEXT = Field("context", "text", "上下文", "Context", 50)
WHERE = Field("where", "text", "位置", "Where", 7)
OWN = {"text": ("正文", "text"), "quote": ("标注", "quote"), "note": ("备注", "note")}
"""What a place is called that is no field of a kind: in Chinese and in English."""


def _line(found: Found) -> str:
    return found.before + found.words + found.after


def _itself(found: Found) -> Found:
    return found


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
    """Rows of hits; where there are more, they are asked for when the last ones come into sight.

    To be sorted or filtered all of them are needed. Until they are there, and a thread has put them into
    their order where they are many, the rows stand as they came.
    """

    more_wanted = Signal()
    all_wanted = Signal()
    """Rows shall be sorted or filtered: those not fetched yet count too."""
    at_once = 5_000

    def __init__(self) -> None:
        super().__init__(COLUMNS, _itself)
        self.has_more = False
        self.titles: Counter[str] = Counter()
        """The documents with hits, whether fetched or not, and how many each has."""

    @property
    def wants_all(self) -> bool:
        """Whether rows that are not there yet keep the others from being sorted or filtered."""
        return self.has_more and self._is_asked

    def add_rows(self, rows: Sequence[Found], has_more: bool) -> None:
        """Put more rows behind those there are; `has_more` says whether still others can be fetched."""
        self.has_more = has_more
        if rows and self.shown is self.rows:
            self.beginInsertRows(QModelIndex(), len(self.shown), len(self.shown) + len(rows) - 1)
            cast("list[Found]", self.rows).extend(rows)
            self.endInsertRows()
        elif rows:
            self.rows = [*self.rows, *rows]
        self._haystacks = self._places = None
        if self._is_asked:
            self._arrange()

    def _arrange(self) -> None:
        if self.wants_all:
            self._leave_off()
            self._show(self.rows)
            self.all_wanted.emit()
        else:
            super()._arrange()

    def _show(self, rows: Sequence[Found]) -> None:
        if rows is not self.shown:
            self.beginResetModel()
            self.shown, self._places = rows, None
            self.endResetModel()

    def values(self, column: int) -> Counter[Any]:
        return self.titles if self.columns[column].field is DOCUMENT else super().values(column)

    def place_of(self, key: Hashable) -> int | None:
        return None if key is None else super().place_of(key)

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
