"""The timeline: indicators on the left, on the right the plot of one over the years."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
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
from desktop.tracking.promises import MARKED, Line, Promises
from desktop.tracking.series import Series, scale, series
from workbench.tracker import Tracked

if TYPE_CHECKING:
    from desktop.tracking.plot import Plot

SIDE = 260
FORMS = "PNG (*.png);;SVG (*.svg)"


class PlotNotSaved(Problem):
    sentence = (
        "The picture {name} could not be saved in {folder}; nothing was written. "
        "Choose a folder in which you may write."
    )


Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractListModel):
    """Indicators by their names; where several places speak, each with its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Line] = []
        self.several = False

    def show(self, lines: list[Line], several: bool) -> None:
        self.beginResetModel()
        self.shown, self.several = lines, several
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        line = self.shown[index.row()]
        with_place = self.several or role == Qt.ItemDataRole.ToolTipRole
        return line.with_place if with_place else line.indicator


class TimelineView(QWidget):
    """Shows the promises `show_promises` gives; marks that are clicked are asked for by `show_requested`."""

    show_requested = Signal(object, object)
    """A place, and None."""
    saving_failed = Signal(Exception)

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language, self.theme = language, LIGHT
        self.lines: list[Line] = []
        self.promises: Promises | None = None
        self._is_cut = False
        self.plot: Plot | None = None
        self.filter = FilterField()
        self.filter.setPlaceholderText(self.tr("Indicator"))
        self.filter.setClearButtonEnabled(True)
        self.names, self.model = QListView(), LineModel()
        self.names.setModel(self.model)
        self.names.setObjectName("timeline_names")
        self.names.setUniformItemSizes(True)
        self.names.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.names.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        self.names.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.names.selectionModel().selectionChanged.connect(lambda *_: self.merging.settle())
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

    def show_promises(self, promises: Promises) -> None:
        """Offer the indicators of these promises; the one in sight stays so where it is still there."""
        self.promises, self.lines = promises, promises.plotted()
        self._fill()

    def show_indicator(self, row: Tracked) -> None:
        """Show the indicator of a promise."""
        self.filter.clear()
        wanted = self.promises.line_of(row) if self.promises else None
        places = (place for place, line in enumerate(self.model.shown) if line.id == wanted)
        for place in places:
            self.names.setCurrentIndex(self.model.index(place))

    def current(self) -> Line | None:
        index = self.names.currentIndex()
        return self.model.shown[index.row()] if index.isValid() else None

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.legend.set_theme(theme)
        if self.plot:
            self.plot.set_theme(theme)

    def _chosen_names(self) -> list[str]:
        """The indicators selected, by the names they are shown under."""
        places = sorted(index.row() for index in self.names.selectedIndexes())
        return list(dict.fromkeys(self.model.shown[place].indicator for place in places))

    def _merged(self) -> list[str]:
        """The names that an analyst counts as one with the indicators selected."""
        shown = set(self._chosen_names())
        aliases = self.promises.aliases() if self.promises else {}
        return [alias for alias, name in aliases.items() if name in shown]

    def set_read_only(self, read_only: bool) -> None:
        self.merging.read_only = read_only
        self.merging.settle()

    def _fill(self) -> None:
        before = self.current()
        needles = folded(self.filter.text()).split()
        shown = [line for line in self.lines if all(needle in folded(line.indicator) for needle in needles)]
        same = (place for place, line in enumerate(shown) if before and line.id == before.id)
        with QSignalBlocker(self.names.selectionModel()):
            self.model.show(shown, len({line.whose for line in self.lines}) > 1)
            self.names.setCurrentIndex(self.model.index(next(same, 0)))
        self._choose()

    def _choose(self) -> None:
        line = self.current()
        self.pages.setCurrentIndex(1 if line is None else 0)
        self.merging.settle()
        rows = self.promises.of_line(line.id) if line and self.promises else []
        self._is_cut, found = len(rows) == MARKED, series(rows)
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
            best = self.tr("the {count} best told").format(count=MARKED)
            name = f"{line.with_place} · {best}" if self._is_cut else line.with_place
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
