"""The header of a ledger: sorting by click, and a menu of each column to filter and hide."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QMenu, QVBoxLayout, QWidget, QWidgetAction

from desktop.field_values import Unreadable
from desktop.filter_field import FilterField
from desktop.icons import pixmap
from desktop.ledger_filters import among, condition
from desktop.ledger_model import LedgerModel, alignment
from desktop.popups import TickMenu

MARGIN = 8
"""Pixels left and right of the words in headings and cells."""
SIGN = 14
"""Side of the signs of order and filter."""
HEIGHT = 1.8
"""Of the font's height."""
HANDLE = 22
"""Pixels at the right end of a heading that open its menu."""


class LedgerHeader(QHeaderView):
    """Click sorts; the sign that appears under the pointer, or a right click, opens the column's menu."""

    arranged = Signal()
    """Columns were shown or hidden."""

    def __init__(self, model: LedgerModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.ledger = model
        self.typed: dict[int, str] = {}
        self.ticked: dict[int, frozenset[Any]] = {}
        self._hovered = -1
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setStretchLastSection(True)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu_at)

    def menu_of(self, column: int) -> QMenu:
        """Sort, filter and hide the column; show others."""
        menu = TickMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, order in (
            (self.tr("Sort ascending"), Qt.SortOrder.AscendingOrder),
            (self.tr("Sort descending"), Qt.SortOrder.DescendingOrder),
        ):
            menu.addAction(text, partial(self.setSortIndicator, column, order))
        menu.addSeparator()
        fill = self._add_ticks if self.ledger.columns[column].listed else self._add_words
        fill(menu, column)
        lift = menu.addAction(self.tr("Show all rows"), partial(self.lift, column))
        lift.setEnabled(column in self.ledger.conditions)
        menu.addSeparator()
        columns = TickMenu(self.tr("Columns"), menu)
        self.add_columns(columns)
        menu.addMenu(columns)
        return menu

    def lift(self, column: int) -> None:
        """Take the filter off a column."""
        self.typed.pop(column, None)
        self.ticked.pop(column, None)
        self.ledger.set_condition(column, None)

    def lift_all(self) -> None:
        for column in list(self.ledger.conditions):
            self.lift(column)

    def type_filter(self, column: int, words: str) -> bool:
        """Filter a column by what was typed; False where the words cannot be read."""
        try:
            wanted = condition(self.ledger.columns[column], words, self.ledger.language)
        except Unreadable:
            return False
        self.typed[column] = words
        self.ledger.set_condition(column, wanted)
        return True

    def tick_filter(self, column: int, value: Any, wanted: bool) -> None:
        """Filter a column by the values ticked; with none ticked every row stays."""
        before = self.ticked.get(column, frozenset())
        ticked = before | {value} if wanted else before - {value}
        self.ticked[column] = ticked
        self.ledger.set_condition(column, among(self.ledger.columns[column], ticked) if ticked else None)

    def show_column(self, column: int, shown: bool) -> None:
        self.setSectionHidden(column, not shown)
        self.arranged.emit()

    def _add_ticks(self, menu: QMenu, column: int) -> None:
        field, ticked = self.ledger.columns[column].field, self.ticked.get(column, frozenset())
        choices = {choice.value: place for place, choice in enumerate(field.choices)}
        counted = self.ledger.values(column)
        for value in sorted(counted, key=lambda value: (value is None, choices.get(value, 0), str(value))):
            name = field.shown(value, self.ledger.language) or self.tr("(empty)")
            tick = menu.addAction(f"{name}\t{counted[value]}")
            tick.setCheckable(True)
            tick.setChecked(value in ticked)
            tick.toggled.connect(partial(self.tick_filter, column, value))

    def _add_words(self, menu: QMenu, column: int) -> None:
        line = FilterField(self.typed.get(column, ""))
        line.setPlaceholderText(self._filter_hint(column))
        line.setClearButtonEnabled(True)
        line.setMinimumWidth(200)
        line.textChanged.connect(partial(self.type_filter, column))
        line.returnPressed.connect(menu.close)
        room = QWidget()
        around = QVBoxLayout(room)
        around.setContentsMargins(MARGIN, 4, MARGIN, 4)
        around.addWidget(line)
        action = QWidgetAction(menu)
        action.setDefaultWidget(room)
        menu.addAction(action)
        menu.aboutToShow.connect(line.setFocus)

    def _filter_hint(self, column: int) -> str:
        hints = {"number": self.tr("e.g. >=8万 or 100..200"), "date": self.tr("e.g. 2023 or <2024-06")}
        return hints.get(self.ledger.columns[column].field.form, self.tr("contains…"))

    def add_columns(self, menu: QMenu) -> None:
        for place, column in enumerate(self.ledger.columns):
            tick = menu.addAction(column.field.heading(self.ledger.language))
            tick.setCheckable(True)
            tick.setChecked(not self.isSectionHidden(place))
            tick.toggled.connect(partial(self.show_column, place))

    def _open_menu_at(self, place: QPoint) -> None:
        if (column := self.logicalIndexAt(place)) >= 0:
            self.menu_of(column).popup(self.mapToGlobal(place))

    def open_menu(self, column: int) -> None:
        """Open a column's menu below its heading."""
        left = self.sectionViewportPosition(column)
        self.menu_of(column).popup(self.mapToGlobal(QPoint(left, self.height())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._handle(column).contains(
            event.position().toPoint()
        ):
            self.open_menu(column)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, column: int) -> None:
        if column != self._hovered:
            self._hovered = column
            self.viewport().update()

    def _handle(self, column: int) -> QRect:
        """Where a wide enough heading has its sign; four pixels remain to drag the edge."""
        width = self.sectionSize(column)
        if column < 0 or width < 3 * HANDLE:
            return QRect()
        right = self.sectionViewportPosition(column) + width - 4
        return QRect(right - HANDLE, 0, HANDLE, self.height())

    def paintSection(self, painter: QPainter, place: QRect, column: int) -> None:
        theme = self.ledger.theme
        painter.save()
        painter.fillRect(place, QColor(theme.hover if column == self._hovered else theme.panel))
        painter.setPen(QColor(theme.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.drawLine(place.topRight() + QPoint(0, 6), place.bottomRight() - QPoint(0, 6))
        inner = place.adjusted(MARGIN, 0, -MARGIN, 0)
        for sign in self._signs(column):
            spot = QPoint(inner.right() - SIGN + 1, place.center().y() - SIGN // 2 + 1)
            painter.drawPixmap(spot, sign)
            inner.setRight(spot.x() - 4)
        painter.setPen(QColor(theme.ink if self._is_used(column) else theme.muted))
        words = str(self.ledger.headerData(column, Qt.Orientation.Horizontal))
        words = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, alignment(self.ledger.columns[column]), words)
        painter.restore()

    def _is_used(self, column: int) -> bool:
        return column == self.sortIndicatorSection() or column in self.ledger.conditions

    def _signs(self, column: int) -> list[QPixmap]:
        """From the right: the funnel of a filter, or of one to be set; the arrow of the order."""
        theme, signs = self.ledger.theme, []
        if column in self.ledger.conditions:
            signs.append(pixmap("filter", theme.accent, SIGN))
        elif column == self._hovered and not self._handle(column).isNull():
            signs.append(pixmap("filter", theme.muted, SIGN))
        if column == self.sortIndicatorSection():
            descending = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            signs.append(pixmap("down" if descending else "up", theme.accent, SIGN))
        return signs

    def sizeHint(self) -> QSize:
        return QSize(0, round(self.fontMetrics().height() * HEIGHT))

    def sectionSizeFromContents(self, column: int) -> QSize:
        words = str(self.ledger.headerData(column, Qt.Orientation.Horizontal))
        width = self.fontMetrics().horizontalAdvance(words) + 2 * (MARGIN + SIGN)
        return QSize(width, self.sizeHint().height())
