"""The policy register: each policy with its names, number and issuer, and what each year does with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.counted import counted
from desktop.field_form import quiet_label
from desktop.filter_field import FilterField
from desktop.folding import folded
from desktop.theme import LIGHT, Theme
from desktop.tracking import keyboard
from desktop.tracking.merging import Merging
from desktop.tracking.stages import stage_word
from desktop.typed import ENTER
from workbench.policy_register import Named, RegisterRow

NAME, NUMBER, ISSUER, COUNT = range(4)
WIDTHS = (380, 170, 190, 96)
"""Pixels of the columns; a heading that needs more has more."""
YEAR = 108
MOST = 500
"""Policies shown of those that have the words looked for: each is an item of its own."""
ROLE = Qt.ItemDataRole.UserRole


class RegisterTree(QTreeWidget):
    """Policies, and below each its mentions, made when it is opened."""

    asked = Signal(object)
    """A mention to be shown."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language, self.theme = language, LIGHT
        self.years: list[int] = []
        self.setObjectName("register_tree")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setSectionsMovable(False)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemExpanded.connect(self._fill)
        self.itemClicked.connect(lambda item, _column: self._ask(item))

    def show_rows(self, rows: Sequence[RegisterRow]) -> None:
        opened, current, top = self._opened(), self._current(), self.verticalScrollBar().value()
        self.clear()
        self.years = sorted({m.year for row in rows for m in row.mentions if m.year is not None})
        heads = (self.tr("Policy"), self.tr("Document number"), self.tr("Issuer"), self.tr("Mentions"))
        self.setHeaderLabels([*heads, *map(str, self.years), ""])
        self.addTopLevelItems([self._item(row) for row in rows])
        self._open_again(opened)
        self._choose(current)
        self.verticalScrollBar().setValue(top)
        for column, width in enumerate((*WIDTHS, *(YEAR for _ in self.years))):
            self.setColumnWidth(column, max(width, self.header().sectionSizeHint(column)))

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _opened(self) -> set[str]:
        """The names of the policies whose mentions are in sight."""
        return {item.data(NAME, ROLE).name for item in self._items() if item.isExpanded()}

    def _open_again(self, names: set[str]) -> None:
        for item in self._items():
            if item.data(NAME, ROLE).name in names:
                item.setExpanded(True)

    def _current(self) -> str:
        """The name of the policy that the keyboard is on, or on a mention of."""
        item = self.currentItem()
        return (item.parent() or item).data(NAME, ROLE).name if item else ""

    def _choose(self, name: str) -> None:
        """Put the keyboard on a policy, or on the first one where it is not there."""
        items = self._items()
        named = (item for item in items if item.data(NAME, ROLE).name == name)
        if items:
            self.setCurrentItem(next(named, items[0]))

    def chosen(self) -> list[RegisterRow]:
        """The policies selected, from the top."""
        return [item.data(NAME, ROLE) for item in self._items() if item.isSelected()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in ENTER and item is not None:
            self._ask(item)
        else:
            super().keyPressEvent(event)

    def _item(self, row: RegisterRow) -> QTreeWidgetItem:
        name = row.name + (f"  ({'、'.join(row.aliases)})" if row.aliases else "")
        stages = dict(row.stages)
        counts = Counter(mention.year for mention in row.mentions)
        cells = [self._year(counts[year], stages.get(year, "")) for year in self.years]
        item = QTreeWidgetItem([name, row.number, row.issuer, f"{len(row.mentions):,}", *cells])
        item.setData(NAME, ROLE, row)
        item.setToolTip(NAME, name)
        item.setTextAlignment(COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, year in enumerate(self.years, len(WIDTHS)):
            item.setToolTip(column, "、".join(row.verbs(year)))
        item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return item

    def _year(self, count: int, stage: str) -> str:
        """What a year does with a policy, and how often its documents name it."""
        words = stage_word(stage, self.language)
        return f"{words} ×{count}".strip() if count else ""

    def _fill(self, item: QTreeWidgetItem) -> None:
        row = item.data(NAME, ROLE)
        if isinstance(row, RegisterRow) and not item.childCount():
            item.addChildren([self._child(mention) for mention in row.mentions])

    def _child(self, mention: Named) -> QTreeWidgetItem:
        cells = [mention.verb if mention.year == year else "" for year in self.years]
        item = QTreeWidgetItem([mention.quote.replace("\n", " "), mention.document, "", "", *cells])
        item.setData(NAME, ROLE, mention)
        item.setToolTip(NAME, mention.quote)
        item.setToolTip(NUMBER, mention.document)
        for column in range(item.columnCount()):
            item.setForeground(column, QColor(self.theme.muted))
        return item

    def _ask(self, item: QTreeWidgetItem) -> None:
        """Ask for the mention clicked; of a policy, for its first one."""
        said = item.data(NAME, ROLE)
        self.asked.emit(said.mentions[0] if isinstance(said, RegisterRow) else said)


class RegisterView(QWidget):
    """The register with its filter, and what merges and splits names."""

    show_requested = Signal(object, object)
    """A mention, and None."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.rows: Sequence[RegisterRow] = []
        self.aliases: Mapping[str, str] = {}
        self.tree = RegisterTree(language)
        self.words = FilterField()
        self.words.setPlaceholderText(self.tr("Name, number or issuer"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(260)
        self.told = quiet_label()
        self.merging = Merging(lambda: [row.name for row in self.tree.chosen()], self._merged)
        self.merge_requested, self.split_requested = (
            self.merging.merge_requested,
            self.merging.split_requested,
        )
        self.empty = QLabel(self.tr("No policy is named yet."))
        self.empty.setObjectName("invitation")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.words.textChanged.connect(self._sift)
        self.tree.itemSelectionChanged.connect(self.merging.settle)
        self.tree.asked.connect(lambda mention: self.show_requested.emit(mention, None))
        self._sift()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 6, 10, 6)
        bar.setSpacing(8)
        bar.addWidget(self.words)
        bar.addWidget(self.told, 1)
        bar.addWidget(self.merging)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.tree)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.pages, 1)

    def show_rows(self, rows: Sequence[RegisterRow], aliases: Mapping[str, str]) -> None:
        """Show the register; `aliases` are the names an analyst merged."""
        self.rows, self.aliases = rows, aliases
        self._sift()

    def set_theme(self, theme: Theme) -> None:
        self.tree.theme = theme
        self._sift()

    def set_read_only(self, read_only: bool) -> None:
        self.merging.read_only = read_only
        self.merging.settle()

    def _merged(self) -> list[str]:
        """The names that an analyst merged into the policies selected."""
        shown = {row.name for row in self.tree.chosen()}
        return [alias for alias, name in self.aliases.items() if name in shown]

    def _sift(self) -> None:
        needles = folded(self.words.text()).split()
        rows = [row for row in self.rows if all(needle in _said(row) for needle in needles)]
        self.tree.show_rows(rows[:MOST])
        self.told.setText(self._told(len(rows)))
        shown = self.tree if rows else self.empty
        self.setFocusProxy(shown)
        keyboard.turn(self.pages, shown, shown)
        self.merging.settle()

    def _told(self, count: int) -> str:
        """How many policies there are, and where the rest of them is."""
        told = counted(count, "policy") if count else ""
        if count <= MOST:
            return told
        rest = self.tr("the first {count} are shown, words find the others")
        return f"{told} · {rest.format(count=f'{MOST:,}')}"


def _said(row: RegisterRow) -> str:
    return folded("\n".join((row.name, *row.aliases, row.number, row.issuer)))
