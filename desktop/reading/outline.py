"""The outline of a document: its headings as a tree beside the text, filtered as you type."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QVBoxLayout, QWidget

from desktop.filter_field import FilterField
from desktop.theme import Theme

Heading = tuple[int, str, int]
"""Level (from 1; a title is 0), words and offset."""

START = Qt.ItemDataRole.UserRole


class Outline(QFrame):
    """A panel that slides in at the left of a pane."""

    chosen = Signal(int)
    """The offset of the heading chosen."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self._line, self._paper = QColor(), QColor()
        self._starts: list[int] = []
        self._items: list[QStandardItem] = []
        self._model = QStandardItemModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setRecursiveFilteringEnabled(True)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = FilterField()
        self.filter.setPlaceholderText(self.tr("Filter headings"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.filter.installEventFilter(self)
        self.tree = self._tree()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.filter)
        column.addWidget(self.tree)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._line, self._paper = QColor(theme.line), QColor(theme.panel)
        palette = self.tree.palette()
        palette.setColor(QPalette.ColorRole.Base, self._paper)
        self.tree.setPalette(palette)

    def set_headings(self, headings: Sequence[Heading]) -> None:
        """Show other headings, each below the nearest one above it of a higher level."""
        self._model.clear()
        self._starts = [start for _, _, start in headings]
        self._items = []
        above: list[tuple[int, QStandardItem]] = []
        for level, words, start in headings:
            while above and above[-1][0] >= level:
                above.pop()
            item = QStandardItem(words)
            item.setToolTip(words)
            item.setData(start, START)
            (above[-1][1] if above else self._model.invisibleRootItem()).appendRow(item)
            above.append((level, item))
            self._items.append(item)
        self.tree.expandAll()

    def follow(self, offset: int) -> None:
        """Mark the heading under which an offset stands."""
        place = bisect_right(self._starts, offset) - 1
        index = (
            self._shown.mapFromSource(self._items[max(0, place)].index()) if self._items else QModelIndex()
        )
        if index.isValid() and index != self.tree.currentIndex():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def open(self) -> None:
        """Show the panel, ready to type a filter."""
        self.filter.clear()
        self.show()
        self.filter.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._paper)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._line)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter, arrows move in the tree, Enter chooses and Esc closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.tree.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                self.closed.emit()
                return True
            if watched is self.filter and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.tree.event(event)
                return True
        return super().eventFilter(watched, event)

    def _tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self._shown)
        tree.setHeaderHidden(True)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setUniformRowHeights(True)
        tree.setIndentation(14)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.clicked.connect(self._choose)
        tree.installEventFilter(self)
        return tree

    def _filter(self, words: str) -> None:
        self._shown.setFilterFixedString(words)
        self.tree.expandAll()
        if words:
            self.tree.setCurrentIndex(self._first_match(words.casefold()))

    def _first_match(self, words: str) -> QModelIndex:
        item = next((item for item in self._items if words in item.text().casefold()), None)
        return self._shown.mapFromSource(item.index()) if item else QModelIndex()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(START))
