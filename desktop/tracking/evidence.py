"""One promise beside the table: both quotes, what became of it, and what an analyst says to that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from analysis.judge import STATES
from desktop import modal
from desktop.field_form import quiet_label
from desktop.popups import open_below
from desktop.quote_box import LinkButton, QuoteBox
from desktop.theme import LIGHT, Theme
from desktop.tracking import states
from desktop.tracking.note_dialog import NoteDialog
from desktop.tracking.promises import amount, gap, proposed
from workbench.tracker import Place, Tracked

WIDTH = 372


class Pill(QWidget):
    """The state of a promise, alone."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.state, self.proposed, self.theme = "", STATES[0], False, LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str, text: str, is_proposed: bool) -> None:
        self.state, self.text, self.proposed = state, text, is_proposed
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = states.pill_width(self.text, QFontMetricsF(self.font()))
        return QSize(round(width) + 2, self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        worn = states.colours(self.state, self.theme)
        states.paint_pill(painter, QRectF(self.rect()), self.text, worn, proposed=self.proposed)
        painter.end()


class Said(QWidget):
    """A quote under its heading, with the document it stands in as a link."""

    asked = Signal()

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = heading
        self.head, self.quote, self.place = QLabel(), QuoteBox(2), LinkButton()
        self.place.clicked.connect(self.asked)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.head)
        line.addWidget(self.place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.quote)

    def show_place(self, place: Place | None, figure: str, none: str) -> None:
        """Show a quote with its figure, or why there is none."""
        self.head.setText(f"{self.heading}   <b>{figure}</b>" if figure else self.heading)
        self.quote.setToolTip(place.quote if place else "")
        self.quote.set_text(place.quote if place else none)
        self.place.setText(place.document if place else "")
        self.place.setVisible(place is not None)


class Evidence(QFrame):
    """Shows a promise, and asks by its signals for what the analyst decides."""

    show_requested = Signal(object, object)
    """Two places to be shown beside each other; the second may be None."""
    confirm_requested = Signal()
    refuse_requested = Signal()
    judge_requested = Signal(object, str)
    """A state, or None to take the analyst's own word back; and a note."""
    choose_requested = Signal(object)
    timeline_requested = Signal(object)

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setObjectName("evidence")
        self.setFixedWidth(WIDTH)
        self.language, self.read_only = language, False
        self.row: Tracked | None = None
        self.name = QLabel()
        self.name.setObjectName("head_name")
        self.name.setWordWrap(True)
        self.pill, self.standing = Pill(), quiet_label()
        self.standing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.promise, self.report = Said(self.tr("Promised")), Said(self.tr("Reported"))
        self.later = LinkButton()
        self._make_buttons()
        self._lay_out()
        self.promise.asked.connect(self._show_both)
        self.report.asked.connect(self._show_both)
        self.later.clicked.connect(self._show_later)
        self.show_row(None)

    def _make_buttons(self) -> None:
        self.confirm = self._button(self.tr("Confirm"), "Y", self.confirm_requested.emit)
        self.refuse = self._button(self.tr("Refuse"), "N", self.refuse_requested.emit)
        self.judge = self._button(self.tr("Judge…"), "", self._open_states)
        self.choose = self._button(self.tr("Reported by…"), "", lambda: self.choose_requested.emit(self.row))
        self.timeline = self._button(self.tr("Timeline"), "T", lambda: self.timeline_requested.emit(self.row))

    def _button(self, text: str, key: str, call: Callable[[], object]) -> QPushButton:
        button = QPushButton(f"{text}  {key}".rstrip())
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _checked=False: call())
        return button

    def _lay_out(self) -> None:
        self.hint = QLabel(self.tr("Choose a promise to see both quotes."))
        self.hint.setObjectName("invitation")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        body = QWidget()
        body.setObjectName("evidence_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 8, 14, 6)
        column.setSpacing(5)
        line = QHBoxLayout()
        line.addWidget(self.pill)
        line.addWidget(self.standing, 1)
        column.addWidget(self.name)
        column.addLayout(line)
        for part in (self.promise, self.report, self.later):
            column.addWidget(part)
        column.addStretch(1)
        self.page = QScrollArea()
        self.page.setWidget(body)
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QWidget()
        frame = QVBoxLayout(whole)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.page, 1)
        frame.addLayout(self._button_rows())
        self.pages = QStackedWidget()
        self.pages.addWidget(self.hint)
        self.pages.addWidget(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)

    def _button_rows(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setContentsMargins(14, 0, 14, 10)
        rows.setSpacing(6)
        for parts in ((self.confirm, self.refuse), (self.judge, self.choose, self.timeline)):
            row = QHBoxLayout()
            row.setSpacing(6)
            for button in parts:
                row.addWidget(button)
            rows.addLayout(row)
        return rows

    def show_row(self, row: Tracked | None) -> None:
        """Show a promise; None shows how to choose one."""
        self.row = row
        self.pages.setCurrentIndex(1 if row else 0)
        if row is None:
            return
        self.name.setText(f"{row.indicator} · {row.year}" if row.year else row.indicator)
        self.pill.show_state(row.state, states.word(row.state, self.language), proposed(row))
        self.standing.setText(self._standing(row))
        self.standing.setToolTip(self.standing.text())
        self.promise.show_place(row.promise, amount(row.promise), "")
        self.report.show_place(row.report, amount(row.report) if row.report else "", self._why(row))
        self._show_course(row)
        self._enable(row)

    def _enable(self, row: Tracked) -> None:
        numbered = row.report is not None and row.report.value is not None and not self.read_only
        self.confirm.setEnabled(numbered and proposed(row))
        self.refuse.setEnabled(numbered)
        self.judge.setEnabled(numbered)
        self.choose.setEnabled(not self.read_only)

    def _standing(self, row: Tracked) -> str:
        """The gap, and who says so."""
        parts = [gap(row, self.language)]
        if row.state != row.computed:
            parts.append(self.tr("judged by an analyst"))
        elif row.link_state == "confirmed":
            parts.append(self.tr("confirmed"))
        elif row.report:
            parts.append(self.tr("proposed, {sure} sure").format(sure=f"{row.sureness:.0%}"))
        return " · ".join(filter(None, parts))

    def _why(self, row: Tracked) -> str:
        if row.state == "open":
            return self.tr("No document is here yet that could report it.")
        return self.tr("No later document was found to report it.")

    def _show_course(self, row: Tracked) -> None:
        courses = {
            "raised": self.tr("Next plan: raised to {figure}"),
            "kept": self.tr("Next plan: kept at {figure}"),
            "lowered": self.tr("Next plan: lowered to {figure}"),
            "changed_scope": self.tr("Next plan: counted otherwise, {figure}"),
        }
        self.later.setVisible(row.later is not None and row.course in courses)
        if row.later is not None and row.course in courses:
            self.later.setText(courses[row.course].format(figure=amount(row.later)))
            self.later.setToolTip(row.later.quote)

    def set_theme(self, theme: Theme) -> None:
        self.pill.theme = theme
        self.promise.quote.set_colour(theme.faint)
        self.report.quote.set_colour(theme.accent)
        self.pill.update()

    def _show_both(self) -> None:
        if self.row:
            self.show_requested.emit(self.row.promise, self.row.report)

    def _show_later(self) -> None:
        if self.row:
            self.show_requested.emit(self.row.promise, self.row.later)

    def _open_states(self) -> None:
        open_below(self.states_menu(), self.judge)

    def states_menu(self) -> QMenu:
        """The states to choose from, and back to what the numbers say."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for state in STATES:
            action = menu.addAction(states.word(state, self.language), partial(self._ask, state))
            action.setEnabled(bool(self.row) and state != getattr(self.row, "state", ""))
        menu.addSeparator()
        back = menu.addAction(self.tr("As the numbers say"), partial(self.judge_requested.emit, None, ""))
        back.setEnabled(bool(self.row and self.row.state != self.row.computed))
        return menu

    def _ask(self, state: str) -> None:
        """Ask why the analyst judges otherwise."""
        dialog = NoteDialog(states.word(state, self.language), self)
        dialog.textValueSelected.connect(lambda note: self.judge_requested.emit(state, note))
        modal.show(dialog)
