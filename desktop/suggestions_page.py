"""The ledger of suggestions: looked through, confirmed and rejected one by one or many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from db.kinds import KINDS, Choice, Field
from desktop.brief import brief
from desktop.icons import icon
from desktop.ledger_columns import DOCUMENT, PARAGRAPH, QUOTE, Column
from desktop.ledger_model import LedgerModel
from desktop.ledger_page import PassagePage
from desktop.ledger_rows import SuggestedRows
from desktop.ledger_view import LedgerView
from desktop.reasons import reason_text
from desktop.suggestions_bar import SuggestionsBar
from desktop.theme import Theme
from desktop.typed import ENTER

if TYPE_CHECKING:
    from db.suggestions import Glimpse, Suggested

SUGGESTIONS = "suggestions"
CONFIRMED, REJECTED = "confirmed", "rejected"
KIND = Field("kind", "choice", "类别", "Kind", 5, tuple(Choice(k.name, k.zh, k.en) for k in KINDS.values()))
SHORT = Field("fields", "text", "字段", "Fields", 24)
REASON = Field("reason", "text", "依据", "Reason", 16)
SURENESS = Field("sureness", "number", "把握 %", "Sureness %", 5)


class InShort(Column):
    """The fields of a row in one line; what is said depends on the language."""

    def text(self, row: Any, language: str) -> str:
        return brief(row.kind, row.fields, language)

    def texts(self, rows: Sequence[Any], language: str) -> list[str]:
        return [self.text(row, language) for row in rows]


def percent(sureness: float | None) -> int:
    """A sureness between 0 and 1 as whole percent; none is 0."""
    return round(100 * (sureness or 0))


COLUMNS = (
    Column(KIND, attrgetter("kind"), listed=True),
    Column(QUOTE, attrgetter("quote")),
    InShort(SHORT, lambda row: brief(row.kind, row.fields, "zh")),
    Column(REASON, lambda row: reason_text(row.reason)),
    Column(SURENESS, lambda row: percent(row.sureness)),
    Column(DOCUMENT, attrgetter("document"), listed=True),
    Column(PARAGRAPH, attrgetter("paragraph")),
)
BY_SURENESS = [column.field for column in COLUMNS].index(SURENESS)


class SuggestionsModel(LedgerModel):
    """Rows of suggestions, each with the sign of its kind."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, attrgetter("id"))
        self._speakers[Qt.ItemDataRole.DecorationRole] = self._sign

    def glimpses(self) -> Sequence[Glimpse | Suggested]:
        """Id, kind and sureness of the rows shown, without reading those that were not seen."""
        return self.shown.glimpses if isinstance(self.shown, SuggestedRows) else self.shown

    def _sign(self, row: Suggested, column: Column) -> Any:
        if column.field is KIND:
            return icon(row.kind, self.theme, self.theme.kind(row.kind).ink)
        return None


class SuggestionsView(LedgerView):
    """The table, in which Enter confirms and Delete rejects."""

    decided = Signal(str)
    """The state the selected rows shall have."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (decision := _decision(event)) and self.selectionModel().hasSelection():
            self.decided.emit(decision)
        elif event.key() == Qt.Key.Key_N:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.row_activated.emit(self.ledger.shown[self.currentIndex().row()], False)
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Select the row after the selected ones, or before; after the last one, that one stays."""
        if self.ledger.shown:
            chosen = self.selected_places() or [-1 if by > 0 else len(self.ledger.shown)]
            place = chosen[-1] + 1 if by > 0 else chosen[0] - 1
            place = min(max(place, 0), len(self.ledger.shown) - 1)
            self.select_row(self.ledger.key(self.ledger.shown[place]))

    def leave_chosen(self) -> None:
        """Select the row that will follow once the selected ones are gone."""
        chosen = self.selected_places()
        after = [place for place in (chosen[-1] + 1, chosen[0] - 1) if 0 <= place < len(self.ledger.shown)]
        if after:
            self.select_row(self.ledger.key(self.ledger.shown[after[0]]))


def _decision(event: QKeyEvent) -> str:
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return ""
    if event.key() in (*ENTER, Qt.Key.Key_C, Qt.Key.Key_Y):
        return CONFIRMED
    return REJECTED if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_X) else ""


class SuggestionsPage(PassagePage):
    """The table under the bar that decides on many."""

    model: SuggestionsModel
    view: SuggestionsView
    view_of = SuggestionsView
    show_keys = "Space"
    on_page: Callable[[], Sequence[int]] = staticmethod(lambda: ())
    """Ids of the open suggestions that the active pane shows now; given by the window."""

    def __init__(self, names: QStringListModel) -> None:
        self.bar = SuggestionsBar()
        super().__init__(SuggestionsModel(), names, "", "")
        self.view.decided.connect(self.decide)
        self.bar.decided.connect(self.decide)
        self.bar.sorted_by_sureness.connect(self._sort)
        self.bar.above_asked.connect(self._confirm_above)
        self.bar.menu_asked.connect(lambda place: self.many_menu().popup(place))
        self.bar.least.valueChanged.connect(lambda _value: self._count())
        self.told.connect(self._count)
        self._count()

    def _table(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        return room

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.bar.set_theme(theme)

    def decide(self, state: str) -> None:
        """Confirm or reject the selected rows, and go on to the next."""
        if (ids := self.view.selected_keys()) and not self.model.read_only:
            self.view.leave_chosen()
            self.state_change_requested.emit(ids, state)

    def above(self, least: int) -> list[int]:
        """The ids of the rows shown that are at least so sure, in percent."""
        return [row.id for row in self.model.glimpses() if percent(row.sureness) >= least]

    def many_menu(self) -> QMenu:
        """What can be confirmed at once, of the rows shown."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown, here = self.model.glimpses(), set(self.on_page())
        for kind in KINDS.values():
            name = kind.zh if self.model.language == "zh" else kind.plural.lower()
            self._offer(
                menu, self.tr("All {kinds}").format(kinds=name), [r.id for r in shown if r.kind == kind.name]
            )
        menu.addSeparator()
        self._offer(menu, self.tr("What the document shows now"), [row.id for row in shown if row.id in here])
        self._offer(menu, self.tr("All rows shown"), [row.id for row in shown])
        return menu

    def _offer(self, menu: QMenu, text: str, ids: list[int]) -> None:
        action = menu.addAction(f"{text}\t{len(ids):,}")
        action.setEnabled(bool(ids))
        action.triggered.connect(lambda: self.state_change_requested.emit(ids, CONFIRMED))

    def _confirm_above(self) -> None:
        if ids := self.above(self.bar.least.value()):
            self.state_change_requested.emit(ids, CONFIRMED)

    def _count(self) -> None:
        chosen = len(self.view.selected_places())
        self.bar.show_counts(chosen, len(self.above(self.bar.least.value())), self.model.read_only)

    def _sort(self, by_sureness: bool) -> None:
        order = Qt.SortOrder.DescendingOrder
        self.view.head.setSortIndicator(BY_SURENESS if by_sureness else -1, order)

    def _untag(self, ids: list[int]) -> None:
        """A suggestion is not untagged but rejected, so that it does not come back."""
        self.decide(REJECTED)

    def _add_changes(self, menu: QMenu, ids: list[Any]) -> None:
        menu.addAction(self.tr("Confirm"), QKeySequence("Return"), lambda: self.decide(CONFIRMED))
        menu.addAction(self.tr("Reject"), QKeySequence("Delete"), lambda: self.decide(REJECTED))
        self._add_kinds(menu, ids)
        menu.addSeparator()
