"""The tracker as a table, indicator by year; a cell says promised → reported and the state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.tracked import Sieve
from desktop.theme import LIGHT, Theme
from desktop.tracking import states
from desktop.tracking.promises import Cell, Line, Promises, amount, gap, proposed
from desktop.tracking.table import Table
from workbench.tracker import Tracked

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NAME, CELL, WIDEST = 250, 176, 260
"""Widths of the names of indicators, and of a year: at least and at most."""
ROW = 46
SIDE = 10
ARROW = "  →  "
CHUNK = 30
"""Lines read at once around the one that is asked for."""


class GridModel(QAbstractTableModel):
    """Lines of the tracker, read as they come into sight.

    The names of indicators are its vertical header, so that they stay in sight.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language, self.theme = language, LIGHT
        self.promises: Promises | None = None
        self.sieve = Sieve()
        self.ids: list[int] = []
        self.years: list[int | None] = []
        self.several = False
        """Whether more than one place speaks, so that each line names its own."""
        self._lines: dict[int, Line] = {}

    def show(self, promises: Promises, sieve: Sieve) -> None:
        """Show the promises that pass."""
        self.beginResetModel()
        self.promises, self.sieve, self._lines = promises, sieve, {}
        self.ids, self.years = promises.laid_out(sieve)
        self.several = promises.of_several()
        self.endResetModel()

    def line(self, number: int) -> Line:
        """A line with its cells; those around it are read with it."""
        if self.ids[number] not in self._lines and self.promises is not None:
            first = max(0, number - CHUNK // 4)
            lines = self.promises.lines(self.sieve, self.ids[first : first + CHUNK])
            self._lines |= {line.id: line for line in lines}
        return self._lines[self.ids[number]]

    def cell(self, index: Index) -> Cell | None:
        """The promises in a cell; None where the indicator has none that year."""
        if not index.isValid():
            return None
        return self.line(index.row()).cells.get(self.years[index.column()])

    def place_of(self, wanted: Tracked) -> QModelIndex:
        """Where a promise stands; an invalid index where it is not shown."""
        line_id = self.promises.line_of(wanted) if self.promises else None
        if line_id not in self.ids or wanted.year not in self.years:
            return QModelIndex()
        index = self.index(self.ids.index(line_id), self.years.index(wanted.year))
        return index if self.cell(index) else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.years)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            cell = self.cell(index)
            return " · ".join(filter(None, said(cell, self.language))) if cell else ""
        if role == Role.ToolTipRole and (cell := self.cell(index)):
            return "\n→ ".join(place.quote for place in (cell.best.promise, cell.best.report) if place)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            year = self.years[section]
            return str(year or self.tr("No year")) if role == Role.DisplayRole else None
        if role == Role.SizeHintRole:
            return QSize(NAME, ROW)  # else Qt measures the names of two hundred lines, which are read for it
        if role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        line = self.line(section)
        several = self.several and role == Role.DisplayRole
        return line.with_place if several else line.indicator


def said(cell: Cell, language: str) -> tuple[str, str, str, str]:
    """What a cell says: promised, reported, the state and the gap."""
    row = cell.best
    reported = amount(row.report) if row.report else ""
    return amount(row.promise), reported, states.word(row.state, language), gap(row, language)


class CellPainter(QStyledItemDelegate):
    """Paints a cell in two lines: the figures, and below them the pill of the state with the gap."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(CELL, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, GridModel)
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        if cell := model.cell(index):
            painter.save()
            painter.setClipRect(option.rect)
            self._draw(painter, option, cell, model)
            painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell, model: GridModel) -> None:
        theme, metrics = model.theme, QFontMetricsF(option.font)
        inner = QRectF(option.rect).adjusted(SIDE, 4, -SIDE, -4)
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        promised, reported, state, difference = said(cell, model.language)
        worn = states.colours(cell.best.state, theme)
        at = _words(painter, upper, promised, theme.muted if reported else theme.ink, metrics)
        if reported:
            at = _words(painter, at, ARROW, theme.faint, metrics)
            painter.setFont(_bold(option))
            _words(painter, at, reported, theme.ink, QFontMetricsF(painter.font()))
            painter.setFont(option.font)
        width = states.pill_width(state, metrics)
        lower = QRectF(inner.left(), upper.bottom(), width, inner.height() / 2).adjusted(0, 1, 0, 0)
        states.paint_pill(painter, lower, state, worn, proposed=proposed(cell.best))
        rest = QRectF(lower.right() + 8, lower.top(), inner.right() - lower.right() - 8, lower.height())
        more = f"  +{cell.promises - 1}" if cell.promises > 1 else ""
        _words(painter, rest, difference + more, theme.muted, metrics)


def _words(painter: QPainter, place: QRectF, text: str, ink: str, metrics: QFontMetricsF) -> QRectF:
    """Draw words at the left of a place; the place that is left behind them."""
    painter.setPen(QColor(ink))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(place.width(), 0))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return place.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0)


def _bold(option: QStyleOptionViewItem) -> Any:
    font = option.font
    bold = type(font)(font)
    bold.setWeight(font.Weight.DemiBold)
    return bold


class Grid(Table):
    """The table; the promise of the current cell is told by `chosen`, wanted in the panes by `shown`."""

    chosen = Signal(object)
    shown = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = GridModel(language)
        self.setModel(self.lines)
        self.setItemDelegate(CellPainter(self))
        self.name_rows(NAME)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setDefaultSectionSize(CELL)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.pressed_row.connect(lambda: self.shown.emit(self.current()))

    def show_promises(self, promises: Promises, sieve: Sieve) -> None:
        """Show the promises that pass; the one that was current stays so, where it is still there."""
        kept = self.current()
        self.lines.show(promises, sieve)
        self._share_out()
        place = self.lines.place_of(kept) if kept else QModelIndex()
        self.setCurrentIndex(place if place.isValid() else self._first())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Give few years more room, up to a measure."""
        room = self.viewport().width() // max(1, len(self.lines.years))
        self.horizontalHeader().setDefaultSectionSize(min(max(room, CELL), WIDEST))

    def current(self) -> Tracked | None:
        """The promise of the current cell."""
        cell = self.lines.cell(self.currentIndex())
        return cell.best if cell else None

    def rows(self) -> Sequence[Tracked]:
        """The promises of all selected cells."""
        return [cell.best for index in self.selectedIndexes() if (cell := self.lines.cell(index))]

    def set_theme(self, theme: Theme) -> None:
        self.lines.theme = theme
        self.viewport().update()

    def _first(self) -> QModelIndex:
        """The newest year of the first line that something was reported of, else its first promise."""
        columns = range(self.lines.columnCount())
        cells = [
            (self.lines.index(0, column), self.lines.cell(self.lines.index(0, column))) for column in columns
        ]
        filled = [index for index, cell in cells if cell]
        told = [index for index, cell in cells if cell and cell.best.report]
        return (told[-1:] or filled[:1] or [QModelIndex()])[0]
