"""The tracker as a list: a row a promise, with both quotes; sorted, filtered and copied as a ledger is."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QRectF, QStringListModel, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from db.kinds import Field
from db.tracked import ORDERS, Sieve
from desktop.ledger_columns import Column
from desktop.ledger_header import MARGIN
from desktop.ledger_model import Index
from desktop.ledger_view import LedgerView
from desktop.tracking import states
from desktop.tracking.plain_model import PlainModel
from desktop.tracking.promises import Promises, amount, gap, proposed
from exporters.report import TRACE_STATES
from workbench.tracker import Tracked

STATE = Field("trace", "choice", "追踪结论", "Outcome", 8, TRACE_STATES)


def columns(language: str) -> tuple[Column, ...]:
    """The columns of the list, figures written in "zh" or "en"."""
    return (
        Column(Field("indicator", "text", "指标", "Indicator", 16), lambda row: row.indicator),
        Column(Field("year", "year", "年度", "Year", 4), lambda row: row.year, listed=True),
        Column(Field("promised", "text", "承诺值", "Promised", 8), lambda row: amount(row.promise)),
        Column(
            Field("reported", "text", "报告值", "Reported", 8),
            lambda row: amount(row.report) if row.report else "",
        ),
        Column(Field("gap", "text", "差额", "Gap", 7), lambda row: gap(row, language)),
        Column(STATE, lambda row: row.state, listed=True),
        Column(Field("sureness", "text", "把握", "Sureness", 4), _sureness),
        Column(Field("lead", "departments", "牵头单位", "Lead", 9), _departments, listed=True),
        Column(Field("promise", "text", "承诺原文", "Promise", 22), lambda row: row.promise.quote),
        Column(
            Field("report", "text", "报告原文", "Report", 22),
            lambda row: row.report.quote if row.report else "",
        ),
        Column(
            Field("promise_place", "text", "承诺出处", "Promised in", 14),
            lambda row: row.promise.document,
            listed=True,
        ),
        Column(Field("whose", "text", "地区", "Place", 6), lambda row: row.whose, listed=True, hidden=True),
    )


def _sureness(row: Tracked) -> str:
    return f"{row.sureness:.0%}" if row.report else ""


def _departments(row: Tracked) -> str:
    return row.departments


class PromiseModel(PlainModel):
    """Promises that are read as they come into sight; the store sorts them by what it knows."""

    promises: Promises | None = None
    sieve = Sieve()

    def show(self, promises: Promises, sieve: Sieve) -> None:
        """Show the promises that pass."""
        self.promises, self.sieve = promises, sieve
        self.set_rows(promises.rows(sieve))

    def _arrange(self) -> None:
        name = self.columns[self.order[0]].field.name if self.order else ""
        if self.order and self.promises and name in ORDERS and not (self.needles or self.conditions):
            self._leave_off()
            self._show(self.promises.rows(self.sieve, (name, self.order[1])))
        else:
            super()._arrange()


class PromiseList(LedgerView):
    """Rows of the tracker; the current one is told by `chosen`, wanted in the panes by `shown`."""

    chosen = Signal(object)
    shown = Signal(object)

    def __init__(self, language: str) -> None:
        self.promises = model = PromiseModel(columns(language), attrgetter("id"))
        model.language, model.read_only = language, True
        super().__init__(model, QStringListModel())
        place = [column.field.name for column in model.columns].index(STATE.name)
        self.setItemDelegateForColumn(place, StatePainter(self))
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.row_activated.connect(lambda row, _beside: self.shown.emit(row))
        self.clicked.connect(lambda _index: self.shown.emit(self.current()))

    def current(self) -> Tracked | None:
        """The promise of the current row."""
        index = self.currentIndex()
        return self.ledger.shown[index.row()] if index.isValid() else None

    def rows(self) -> Sequence[Tracked]:
        """The selected promises."""
        return [self.ledger.shown[place] for place in self.selected_places()]


class StatePainter(QStyledItemDelegate):
    """Paints the state of a promise as its pill."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model: Any = index.model()
        row: Tracked = model.shown[index.row()]
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        text, blank.text = blank.text, ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        width = min(states.pill_width(text, QFontMetricsF(option.font)), option.rect.width() - MARGIN)
        place = QRectF(option.rect).adjusted(MARGIN, 3, 0, -3)
        place.setWidth(width)
        painter.setFont(option.font)
        worn = states.colours(row.state, model.theme)
        states.paint_pill(painter, place, text, worn, proposed=proposed(row))
