"""The timeline: indicators on the left, on the right the plot of one over the years."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.problems import Problem
from desktop.field_form import quiet_label
from desktop.filter_field import FilterField
from desktop.folding import folded
from desktop.theme import LIGHT, Theme
from desktop.tracking import states
from desktop.tracking.legend import Legend
from desktop.tracking.merging import Merging
from desktop.tracking.promises import Line, lines
from desktop.tracking.series import Series, scale, series
from workbench.tracker import Tracked, same_indicator

if TYPE_CHECKING:
    from desktop.tracking.plot import Plot

SIDE = 260
FORMS = "PNG (*.png);;SVG (*.svg)"


class PlotNotSaved(Problem):
    sentence = (
        "The picture {name} could not be saved in {folder}; nothing was written. "
        "Choose a folder in which you may write."
    )


class TimelineView(QWidget):
    """Shows what `show_rows` gives; marks that are clicked are asked for by `show_requested`."""

    show_requested = Signal(object, object)
    """A place, and None."""
    saving_failed = Signal(Exception)

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language, self.theme = language, LIGHT
        self.lines: list[Line] = []
        self.aliases: dict[str, str] = {}
        self.plot: Plot | None = None
        self.filter = FilterField()
        self.filter.setPlaceholderText(self.tr("Indicator"))
        self.filter.setClearButtonEnabled(True)
        self.names = QListWidget()
        self.names.setObjectName("timeline_names")
        self.names.setUniformItemSizes(True)
        self.names.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.merging = Merging(self._chosen_names, self._merged)
        self.merge_requested, self.split_requested = (
            self.merging.merge_requested,
            self.merging.split_requested,
        )
        self.units = QComboBox()
        self.save = QPushButton(self.tr("Save picture…"))
        self.legend = Legend(self.tr("promised"), self._reported_words())
        self.empty = QLabel(self.tr("No indicator has a number for two years yet."))
        self.empty.setObjectName("invitation")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.setFocusProxy(self.names)
        self.filter.textChanged.connect(self._fill)
        self.names.currentRowChanged.connect(lambda _row: self._choose())
        self.names.itemSelectionChanged.connect(self.merging.settle)
        self.units.currentIndexChanged.connect(lambda _place: self._draw())
        self.save.clicked.connect(self._ask_path)
        self._fill()

    def _reported_words(self) -> list[tuple[str, str]]:
        """The states whose marks differ, each with what is said of it."""
        said = self.tr("reported, {state}")
        shown = ("met", "exceeded", "missed")
        words = [(state, said.format(state=states.word(state, self.language))) for state in shown]
        return [*words, ("changed_scope", self.tr("reported, otherwise"))]

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(8, 6, 8, 6)
        side.addWidget(self.filter)
        side.addWidget(self.names, 1)
        side.addWidget(self.merging)
        left = QWidget()
        left.setFixedWidth(SIDE)
        left.setLayout(side)
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 6, 10, 6)
        bar.setSpacing(8)
        bar.addWidget(self.legend, 1)
        bar.addWidget(quiet_label(self.tr("Measured in")))
        bar.addWidget(self.units)
        bar.addWidget(self.save)
        self.frame = QVBoxLayout()
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.frame.setSpacing(0)
        self.frame.addLayout(bar)
        right = QWidget()
        right.setLayout(self.frame)
        self.pages = QStackedWidget()
        self.pages.addWidget(right)
        self.pages.addWidget(self.empty)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.pages, 1)

    def show_rows(self, rows: Sequence[Tracked], aliases: dict[str, str]) -> None:
        """Offer the indicators of these promises; the one in sight stays so where it is still there."""
        self.aliases = aliases
        self.lines = [line for line in lines(rows, aliases) if worth_plotting(line)]
        self._fill()

    def show_indicator(self, row: Tracked) -> None:
        """Show the indicator of a promise."""
        self.filter.clear()
        wanted = same_indicator(row.indicator, self.aliases), row.whose
        for place, line in enumerate(self.lines):
            if (same_indicator(line.indicator, self.aliases), line.whose) == wanted:
                self.names.setCurrentRow(place)
                self.names.scrollToItem(self.names.item(place))

    def current(self) -> Line | None:
        item = self.names.currentItem()
        line: Line | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return line

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.legend.set_theme(theme)
        if self.plot:
            self.plot.set_theme(theme)

    def _chosen_names(self) -> list[str]:
        """The indicators selected, by the names they are shown under."""
        lines: list[Line] = [item.data(Qt.ItemDataRole.UserRole) for item in self.names.selectedItems()]
        return list(dict.fromkeys(line.indicator for line in lines))

    def _merged(self) -> list[str]:
        """The names that an analyst counts as one with the indicators selected."""
        shown = set(self._chosen_names())
        return [alias for alias, name in self.aliases.items() if name in shown]

    def set_read_only(self, read_only: bool) -> None:
        self.merging.read_only = read_only
        self.merging.settle()

    def _fill(self) -> None:
        before = self.current()
        needles = folded(self.filter.text()).split()
        several = len({line.whose for line in self.lines}) > 1
        with QSignalBlocker(self.names):
            self.names.clear()
            for line in self.lines:
                if all(needle in folded(line.indicator) for needle in needles):
                    self.names.addItem(_item(line, several))
            self.names.setCurrentRow(self._place_of(before))
        self._choose()

    def _place_of(self, before: Line | None) -> int:
        shown = [self.names.item(place).data(Qt.ItemDataRole.UserRole) for place in range(self.names.count())]
        same = (place for place, line in enumerate(shown) if before and line[:2] == before[:2])
        return next(same, 0)

    def _choose(self) -> None:
        line = self.current()
        self.pages.setCurrentIndex(1 if line is None else 0)
        self.merging.settle()
        found = series(line) if line else []
        with QSignalBlocker(self.units):
            self.units.clear()
            for one in found:
                self.units.addItem(self._measure(one), one)
        self.units.setEnabled(len(found) > 1)
        if self.isVisible():
            self._draw()

    def _measure(self, one: Series) -> str:
        _, unit = scale(one.values(), one.unit)
        change = self.tr("{unit}, change").format(unit=unit or self.tr("Number"))
        return change if one.basis != "level" else unit or self.tr("Number")

    def showEvent(self, event: object) -> None:
        """The plot is made when it is first seen."""
        if self.plot is None:
            from desktop.tracking.plot import Plot

            self.plot = Plot(self.language)
            self.plot.set_theme(self.theme)
            self.plot.show_requested.connect(lambda place: self.show_requested.emit(place, None))
            self.frame.addWidget(self.plot, 1)
        self._draw()

    def _draw(self) -> None:
        line = self.current()
        if self.plot and line:
            name = f"{line.indicator} · {line.whose}" if line.whose else line.indicator
            self.plot.show_series(name, self.units.currentData())

    def _ask_path(self) -> None:
        line = self.current()
        chosen, form = QFileDialog.getSaveFileName(
            self, self.tr("Save picture"), f"{line.indicator if line else ''}.png", FORMS
        )
        if chosen:
            path = Path(chosen)
            ending = ".svg" if form.startswith("SVG") else ".png"
            self.save_as(path if path.suffix else path.with_suffix(ending))

    def save_as(self, path: Path) -> None:
        """Write the plot as SVG or PNG, by the ending of the path."""
        if self.plot is not None and not self.plot.save(path):
            self.saving_failed.emit(PlotNotSaved(name=path.name, folder=path.parent))


def worth_plotting(line: Line) -> bool:
    """Whether an indicator has numbers of two years, or one promised and reported."""
    return any(len(one.marks) > 1 for one in series(line))


def _item(line: Line, several: bool) -> QListWidgetItem:
    item = QListWidgetItem(f"{line.indicator} · {line.whose}" if several else line.indicator)
    item.setToolTip(f"{line.indicator} · {line.whose}")
    item.setData(Qt.ItemDataRole.UserRole, line)
    return item
