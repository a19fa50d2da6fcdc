"""The rows of a ledger, sorted and filtered by the model itself.

A proxy model sorts 10,000 rows in most of a second; a list sorts them in milliseconds. Still more rows are
put into their order by a thread, and those not yet read are read for it in turns of the event loop.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from operator import eq
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor

from desktop.folding import folded
from desktop.ledger_columns import Column
from desktop.ledger_filters import Condition
from desktop.ledger_order import kept, ordered, texts_of
from desktop.ledger_rows import LedgerRows
from desktop.theme import LIGHT, Theme
from desktop.work import Tick, Work

READ_AT_ONCE = 500
"""Rows read from the store in one turn of the event loop."""
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
EDITED = READ | Qt.ItemFlag.ItemIsEditable
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LedgerModel(QAbstractTableModel):
    """Rows of any shape shown through columns; `key` tells a row again after a reload.

    Rows that are yet to be read before they can be sorted or filtered stand in the order of the documents.
    """

    arranging = Signal()
    """Many rows are being put into their order, or are there."""
    at_once = 10_000
    """Rows that are sorted and filtered without a thread: nobody notices."""

    def __init__(self, columns: Sequence[Column], key: Callable[[Any], Hashable]) -> None:
        super().__init__()
        self.columns, self.key = columns, key
        self.language, self.theme = "en", LIGHT
        self.read_only = False
        self.rows: Sequence[Any] = []
        self.shown: Sequence[Any] = []
        self.order: tuple[int, bool] | None = None
        self.conditions: dict[int, Condition] = {}
        self.needles: list[str] = []
        self._haystacks: list[str] | None = None
        self._places: dict[Hashable, int] | None = None
        self._work: Work | None = None
        self._unread: list[int] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._read_on)
        self._speakers: dict[int, Callable[[Any, Column], Any]] = {
            Role.DisplayRole: self._display,
            Role.EditRole: lambda row, column: column.value(row),
            Role.ToolTipRole: self._tip,
            Role.TextAlignmentRole: lambda row, column: alignment(column),
            Role.ForegroundRole: self._ink,
        }

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Take other rows; order and conditions stay."""
        self.rows, self._haystacks = rows, None
        self._arrange()

    def set_language(self, language: str) -> None:
        self.language, self._haystacks = language, None
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._tell_changed()

    def set_words(self, words: str) -> None:
        """Show only rows that contain all the words, in whatever columns."""
        self.needles = folded(words).split()
        self._arrange()

    def set_condition(self, column: int, condition: Condition | None) -> None:
        """Show only rows that meet the condition; None lifts the one set on the column before."""
        self.conditions.pop(column, None)
        if condition:
            self.conditions[column] = condition
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, empty values last in either order; -1 returns to the order of the documents."""
        self.order = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()

    def values(self, column: int) -> Counter[Any]:
        """The single values of a column over all rows, and how often each stands there."""
        return Counter(part for row in self.rows for part in self.columns[column].parts(row))

    def place_of(self, key: Hashable) -> int | None:
        """The shown row of that key."""
        if self._places is None:
            self._places = {key: place for place, key in enumerate(self._keys(self.shown))}
        return self._places.get(key)

    @property
    def is_arranging(self) -> bool:
        """Whether rows are read, or a thread is at work, to put them into their order."""
        return self._turn.isActive() or self._work is not None

    @property
    def _is_asked(self) -> bool:
        return bool(self.order or self.needles or self.conditions)

    def _arrange(self) -> None:
        self._leave_off()
        if not self._is_asked:
            self._show(self.rows)
        elif isinstance(self.rows, LedgerRows) and len(unread := self.rows.unread()) > READ_AT_ONCE:
            self._show(self.rows)
            self._unread = unread
            self._turn.start()
            self.arranging.emit()
        elif len(self.rows) > self.at_once:
            self._arrange_behind()
        else:
            self._show(self._arranging()(self.rows, self._texts() if self.needles else ()))

    def _read_on(self) -> None:
        """Have some more rows at hand; with the last of them they can be put into their order."""
        some, self._unread = self._unread[:READ_AT_ONCE], self._unread[READ_AT_ONCE:]
        assert isinstance(self.rows, LedgerRows)
        self.rows.read(some)
        if not self._unread:
            self._turn.stop()
            self._arrange()
            self.arranging.emit()

    def _arrange_behind(self) -> None:
        rows, columns, language, texts = list(self.rows), self.columns, self.language, self._haystacks
        needles, arranged = self.needles, self._arranging()

        def call(_tick: Tick) -> tuple[Sequence[Any], list[str] | None]:
            said = (texts or texts_of(rows, columns, language)) if needles else texts
            return arranged(rows, said or ()), said

        self._work = work = Work(call, self)
        work.done.connect(partial(self._take, work))
        work.failed.connect(self._fail)
        work.start()
        self.arranging.emit()

    def _take(self, work: Work, made: tuple[Sequence[Any], list[str] | None]) -> None:
        if work is self._work:
            shown, self._haystacks = made
            self._work = None
            self._show(shown)
            self.arranging.emit()

    def _fail(self, error: Exception) -> None:
        """The rows stay as they stand; what is wrong is told as anywhere else."""
        self._leave_off()
        raise error

    def _leave_off(self) -> None:
        """Whatever was begun to put the rows into their order is not waited for."""
        if self.is_arranging:
            self._work, self._unread = None, []
            self._turn.stop()
            self.arranging.emit()

    def _show(self, shown: Sequence[Any]) -> None:
        if shown == self.shown:
            return
        if len(shown) == len(self.shown) and all(map(eq, self._keys(shown), self._keys(self.shown))):
            self.shown = shown
            self._tell_changed()
        else:
            self.beginResetModel()
            self.shown, self._places = shown, None
            self.endResetModel()

    def key_at(self, place: int) -> Hashable:
        """The key of a row shown, known without reading it."""
        return self.shown.ids[place] if isinstance(self.shown, LedgerRows) else self.key(self.shown[place])

    def _keys(self, rows: Sequence[Any]) -> Iterable[Hashable]:
        """The keys of rows; those of rows not yet read are known without reading them."""
        return rows.ids if isinstance(rows, LedgerRows) else map(self.key, rows)

    def _tell_changed(self) -> None:
        if self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, len(self.columns) - 1))

    def _arranging(self) -> Callable[[Sequence[Any], Sequence[str]], Sequence[Any]]:
        """What filters and sorts rows, given their texts, as is asked at this moment; fit for a thread."""
        needles, conditions = self.needles, tuple(self.conditions.values())
        column, descending = (self.columns[self.order[0]], self.order[1]) if self.order else (None, False)

        def arranged(rows: Sequence[Any], texts: Sequence[str]) -> Sequence[Any]:
            stays = kept(rows, texts, needles, conditions)
            return ordered(stays, column, descending) if column else stays

        return arranged

    def _texts(self) -> list[str]:
        """What each row says in all its columns, folded; kept until the rows change."""
        if self._haystacks is None:
            self._haystacks = texts_of(self.rows, self.columns, self.language)
        return self._haystacks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        speaker = self._speakers.get(role)
        return speaker(self.shown[index.row()], self.columns[index.column()]) if speaker else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return EDITED if self.columns[index.column()].editable and not self.read_only else READ

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return column.field.heading(self.language)
        return None

    def _display(self, row: Any, column: Column) -> str:
        return column.text(row, self.language)

    def _tip(self, row: Any, column: Column) -> str | None:
        return column.field.shown(column.value(row), self.language) or None

    def _ink(self, row: Any, column: Column) -> QColor | None:
        """Suggestions and what was rejected stand back."""
        return None if getattr(row, "state", "confirmed") == "confirmed" else QColor(self.theme.muted)


def alignment(column: Column) -> Qt.AlignmentFlag:
    return RIGHT if column.field.form == "number" else LEFT
