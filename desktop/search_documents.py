"""The documents a search found something in, with how often: a list to choose one of them from."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ledger_model import Index
from desktop.ledger_view import ROW_HEIGHT

COUNT = Qt.ItemDataRole.UserRole
ALL = 0
"""The id that stands for all documents."""


class DocumentsFound(QAbstractListModel):
    """All documents first, then each with hits, in the order of their ids."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[int, str, int]] = []

    def show(self, counts: Mapping[int, int], titles: Mapping[int, str]) -> None:
        self.beginResetModel()
        found = [(id_, titles.get(id_, ""), count) for id_, count in counts.items()]
        self.rows = [(ALL, self.tr("All documents"), sum(counts.values())), *found] if found else []
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        _, title, count = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title
        return f"{count:,}" if role == COUNT else None


class WithCount(QStyledItemDelegate):
    """A title, cut where it is too long, and its count on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        title, option.text = option.text, ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        place, metrics = option.rect.adjusted(10, 0, -10, 0), option.fontMetrics
        count = str(index.data(COUNT))
        room = place.width() - metrics.horizontalAdvance(count) - 10
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)


class DocumentsList(QListView):
    """The list; `chosen` tells the document of which hits shall be shown, or ALL."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_documents")
        self.found = DocumentsFound()
        self.setModel(self.found)
        self.setItemDelegate(WithCount(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.document_id = ALL
        self._filling = False
        self.selectionModel().currentChanged.connect(self._choose)

    def show_counts(self, counts: Mapping[int, int], titles: Mapping[int, str]) -> None:
        """Show these counts; the document chosen stays chosen where it still has hits."""
        self._filling = True
        self.found.show(counts, titles)
        ids = [row[0] for row in self.found.rows]
        self.document_id = self.document_id if self.document_id in ids else ALL
        if ids:
            self.setCurrentIndex(self.found.index(ids.index(self.document_id)))
        self._filling = False

    def _choose(self, current: Index, _before: Index) -> None:
        if current.isValid() and not self._filling:
            self.document_id = self.found.rows[current.row()][0]
            self.chosen.emit(self.document_id)
