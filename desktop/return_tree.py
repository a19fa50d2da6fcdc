"""What an edited target sheet differs in, by where it was changed, each to be ticked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from exporters.sheet_layout import PAGES
from exporters.sheet_record import EDITABLE
from workbench.returning import CHANGES, TAKEN

if TYPE_CHECKING:
    from workbench.returned_rows import Difference

PLACE = Qt.ItemDataRole.UserRole
"""Of a difference among all of them."""
TICKED, OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked
WHAT, FIELD, HERE, THERE, CELL = range(5)
WIDTHS = {WHAT: 300, FIELD: 110, HERE: 190, THERE: 190}
LINE = QSize(0, 28)
NOTHING = "–"


class ReturnTree(QTreeWidget):
    """Groups over their differences; ticking a group ticks all of it."""

    changed = Signal()

    def __init__(self, differences: Iterable[Difference], language: str) -> None:
        super().__init__()
        self.setObjectName("return_tree")
        self._language = language
        self.setHeaderLabels(
            [
                self.tr("Passage"),
                self.tr("Field"),
                self.tr("In the project"),
                self.tr("In the sheet"),
                self.tr("Cell"),
            ]
        )
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setIndentation(20)
        header = self.header()
        header.setStretchLastSection(False)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self._differences: list[Difference] = []
        self._ticked: set[int] = set()
        by_change: dict[str, list[Difference]] = {change: [] for change in CHANGES}
        for difference in differences:
            by_change[difference.change].append(difference)
        with QSignalBlocker(self):
            for change, some in by_change.items():
                if some:
                    self._add_group(change, some)
        if (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first)
        self.itemChanged.connect(self._take)

    def ticked(self) -> list[Difference]:
        """The differences to be taken over, in the order in which they are listed."""
        return [self._differences[place] for place in sorted(self._ticked)]

    def count(self) -> int:
        """How many are ticked."""
        return len(self._ticked)

    def _take(self, line: QTreeWidgetItem, column: int) -> None:
        """A line was ticked or not; a group tells line by line."""
        if column != WHAT or (place := line.data(WHAT, PLACE)) is None:
            return
        if line.checkState(WHAT) == TICKED:
            self._ticked.add(place)
        else:
            self._ticked.discard(place)
        self.changed.emit()

    def _titles(self) -> dict[str, str]:
        return {
            "there": self.tr("Changed in the sheet"),
            "both": self.tr("Changed on both sides: ticked, the sheet wins"),
            "here": self.tr("Changed in the project alone: ticked, the old value comes back"),
            "new": self.tr("New rows: ticked, their quotes are tagged"),
            "removed": self.tr("Rows removed from the sheet: ticked, their passages are untagged"),
        }

    def _add_group(self, change: str, differences: Sequence[Difference]) -> None:
        group = QTreeWidgetItem(self, [f"{self._titles()[change]}  {len(differences):,}"])
        group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        group.setFirstColumnSpanned(True)
        group.setSizeHint(WHAT, LINE)
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        group.setFont(WHAT, font)
        for difference in differences:
            self._add_line(group, difference, change in TAKEN)
        group.setExpanded(True)

    def _add_line(self, group: QTreeWidgetItem, difference: Difference, ticked: bool) -> None:
        field = difference.field
        texts = [
            difference.quote.replace("\n", " "),
            field.heading(self._language) if field else self._page(difference),
            self._shown(difference, difference.here),
            self._shown(difference, difference.there) + self._made(difference),
            difference.cell,
        ]
        line = QTreeWidgetItem(group, texts)
        place = len(self._differences)
        self._differences.append(difference)
        line.setData(WHAT, PLACE, place)
        if ticked:
            self._ticked.add(place)
        line.setCheckState(WHAT, TICKED if ticked else OPEN)
        line.setSizeHint(WHAT, LINE)
        line.setForeground(HERE, self.palette().placeholderText())
        line.setForeground(CELL, self.palette().placeholderText())
        for column, text in enumerate(texts):
            line.setToolTip(column, text)

    def _page(self, difference: Difference) -> str:
        return PAGES[difference.kind].title(self._language)

    def _shown(self, difference: Difference, value: Any) -> str:
        """A value as a reader sees it; of a new row all its values."""
        if difference.field is not None:
            return self._text(difference.field, value)
        if not isinstance(value, dict):
            return ""
        fields = {field.name: field for field in EDITABLE[difference.kind]}
        return " · ".join(self._text(fields[name], each) for name, each in value.items() if name in fields)

    def _made(self, difference: Difference) -> str:
        """Which labels the project has not yet."""
        if not difference.new_labels:
            return ""
        return "  " + self.tr("(new labels: {names})").format(names="、".join(difference.new_labels))

    def _text(self, field: Any, value: Any) -> str:
        if isinstance(value, tuple):
            return "、".join(value) or NOTHING
        return field.shown(value, self._language).replace("\n", " ") or NOTHING
