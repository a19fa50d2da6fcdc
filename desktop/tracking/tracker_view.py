"""The tracker: promises by year or as a list, sifted, and beside them what one says with both quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from analysis.traces import SURE
from db.tracked import Sieve
from desktop.theme import Theme
from desktop.tracking import keyboard
from desktop.tracking.evidence import Evidence
from desktop.tracking.grid import Grid
from desktop.tracking.promise_list import PromiseList
from desktop.tracking.promises import Promises, proposed
from desktop.tracking.sieve_bar import LIST, SieveBar
from workbench.tracker import Tracked


class TrackerView(QWidget):
    """Asks by its signals; shows the promises `show_promises` gives."""

    show_requested = Signal(object, object)
    """Two places to be shown beside each other; the second may be None."""
    confirm_requested = Signal(list)
    refuse_requested = Signal(list)
    judge_requested = Signal(list, object, str)
    choose_requested = Signal(object)
    timeline_requested = Signal(object)
    export_requested = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.promises: Promises | None = None
        self._listed: Sieve | None = None
        """What the list shows; None where that is not the newest."""
        self.bar, self.evidence = SieveBar(language), Evidence(language)
        self.grid, self.list = Grid(language), PromiseList(language)
        self.empty = QLabel()
        self.empty.setObjectName("invitation")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()
        self._turn()

    def _lay_out(self) -> None:
        self.tables = QStackedWidget()
        for part in (self.grid, self.list, self.empty):
            self.tables.addWidget(part)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.tables, 1)
        body.addWidget(self.evidence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._sift)
        self.bar.shape_asked.connect(lambda _shape: self._turn())
        self.bar.confirm_all_requested.connect(self._confirm_sure)
        self.bar.export_requested.connect(self.export_requested)
        for table in (self.grid, self.list):
            table.chosen.connect(self._choose)
            table.shown.connect(self._show)
            table.installEventFilter(self)
        evidence = self.evidence
        evidence.show_requested.connect(self.show_requested)
        evidence.confirm_requested.connect(self.confirm)
        evidence.refuse_requested.connect(self.refuse)
        evidence.judge_requested.connect(
            lambda state, note: self.judge_requested.emit(self.decided(), state, note)
        )
        evidence.choose_requested.connect(self.choose_requested)
        evidence.timeline_requested.connect(self.timeline_requested)

    def _keys(self) -> dict[int, Callable[[], object]]:
        keys = Qt.Key
        return {keys.Key_Y: self.confirm, keys.Key_N: self.refuse, keys.Key_T: self.evidence.timeline.click}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tables would look for a row that begins with the letter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._answers(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answers(event):
            super().keyPressEvent(event)

    def _answers(self, event: QKeyEvent) -> bool:
        """Do what a letter asks for; False where it asks for nothing."""
        call = None if event.modifiers() else self._keys().get(event.key())
        if call is not None:
            call()
        return call is not None

    @property
    def table(self) -> Grid | PromiseList:
        """The table in sight, or that would be were there something to show."""
        return self.list if self.bar.shape.chosen == LIST else self.grid

    def show_promises(self, promises: Promises, is_newest: bool) -> None:
        """Show the promises of the project as they are stored, sifted as before."""
        self.promises, self._listed = promises, None
        promises.forget()
        counts = promises.tallies()
        self.bar.show_counts(counts)
        self.bar.set_departments(promises.departments())
        self.empty.setText(self._why_empty(counts["all"], is_newest))
        self._sift()

    def _why_empty(self, count: int, is_newest: bool) -> str:
        """What is said in the place of a table with no rows."""
        if count:
            return self.tr("No promise meets the filter.")
        if not is_newest:
            return self.tr("The promises are being worked out.")
        return self.tr(
            "No promises yet. Import the documents of two years, and what they promise stands here."
        )

    def sure(self) -> Sieve:
        """The proposals in sight that are sure."""
        return replace(self.bar.sieve(), least=SURE)

    def _confirm_sure(self) -> None:
        if self.promises is not None:
            self.confirm_requested.emit(self.promises.to_confirm(self.sure()))

    def decided(self) -> list[Tracked]:
        """The promises a decision is about: those selected that have a number reported."""
        return [row for row in self.table.rows() if _numbered(row)]

    def confirm(self) -> None:
        if rows := [row for row in self.decided() if proposed(row)]:
            self.confirm_requested.emit(rows)

    def refuse(self) -> None:
        if rows := self.decided():
            self.refuse_requested.emit(rows)

    def set_read_only(self, read_only: bool) -> None:
        self.evidence.read_only = read_only
        self.bar.confirm_all.setVisible(not read_only)
        self.evidence.show_row(self.evidence.row)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.bar, self.evidence, self.grid, self.list):
            part.set_theme(theme)

    def _sift(self) -> None:
        if self.promises is not None:
            self._listed = None
            self.bar.offer_confirming(self.promises.confirmable(self.sure()))
            self.grid.show_promises(self.promises, self.bar.sieve())
            self._turn()

    def _turn(self) -> None:
        """Show the table that is asked for; the list is filled when it is seen."""
        table, sieve = self.table, self.bar.sieve()
        if table is self.list and self.promises is not None and self._listed != sieve:
            self._listed = sieve
            self.list.promises.show(self.promises, sieve)
        shown = table if table.model().rowCount() else self.empty
        self.setFocusProxy(shown)
        keyboard.turn(self.tables, shown, shown)
        if table is self.list and table.current() is None:
            self._choose_in_list(self.evidence.row)
        self._choose(table.current())

    def _choose_in_list(self, row: Tracked | None) -> None:
        """Have the promise current in the list too, or the first one where it is not there."""
        if row is None or not self.list.select_row(row.id):
            self.list.selectRow(0)

    def _choose(self, row: Tracked | None) -> None:
        self.evidence.show_row(row)

    def _show(self, row: Tracked | None) -> None:
        if row is not None:
            self.show_requested.emit(row.promise, row.report)


def _numbered(row: Tracked) -> bool:
    return row.report is not None and row.report.value is not None
