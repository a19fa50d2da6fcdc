"""Which columns the sheets of a target sheet show, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from desktop.dialog_parts import GAP, hint, section
from desktop.export_options import OptionsPage
from desktop.ordered_ticks import OrderedTicks
from desktop.preset_bar import PresetBar
from desktop.quote_box import LinkButton
from desktop.report_source import ReportSource
from exporters.sheet_layout import ID, PAGES, Page, TargetSheet

if TYPE_CHECKING:
    from exporters.report import Report

SHEETS = {name: page for name, page in PAGES.items() if page.fields}
"""Those whose columns can be chosen."""
ACROSS = 150
"""Pixels of the list of sheets."""
LINE = QSize(0, 28)


def usual(page: Page) -> tuple[str, ...]:
    """All columns of a sheet, but the id, which is always there."""
    return tuple(field.name for field in page.fields if field != ID)


class SheetPage(OptionsPage):
    """Makes a TargetSheet. A sheet whose columns are as usual is not named in it."""

    previewed, wraps = True, False

    def __init__(self, source: ReportSource) -> None:
        super().__init__(source)
        self.heading = self.tr("Columns")
        self._columns = {name: usual(page) for name, page in SHEETS.items()}
        self.sheets = QListWidget()
        self.sheets.setObjectName("sheets")
        self.sheets.setFixedWidth(ACROSS)
        for name in SHEETS:
            QListWidgetItem(self.sheets).setSizeHint(LINE)
            self._name(name)
        self.columns = OrderedTicks()
        self.links = {
            name: LinkButton(text, fixed=True)
            for name, text in (
                ("up", self.tr("Up")),
                ("down", self.tr("Down")),
                ("all", self.tr("All")),
                ("usual", self.tr("As usual")),
            )
        }
        self.presets = PresetBar(source, "columns", self.kept)
        self._lay_out()
        self._connect()
        self.sheets.setCurrentRow(0)
        self.setFocusProxy(self.columns)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(section(self.tr("Columns")), 1)
        for link in self.links.values():
            head.addWidget(link)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sheets)
        row.addWidget(self.columns, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.presets)
        column.addLayout(row, 1)
        column.addWidget(
            hint(self.tr("The id of each row is always there: by it the edited sheet finds its way back."))
        )

    def _connect(self) -> None:
        self.sheets.currentRowChanged.connect(self._show_columns)
        self.columns.changed.connect(self._take_columns)
        self.links["up"].clicked.connect(lambda: self.columns.move_line(-1))
        self.links["down"].clicked.connect(lambda: self.columns.move_line(1))
        self.links["all"].clicked.connect(lambda: self.columns.tick_all(True))
        self.links["usual"].clicked.connect(self._reset)
        self.presets.taken.connect(self.recall)

    @property
    def sheet(self) -> str:
        """The name of the sheet whose columns are shown."""
        return list(SHEETS)[max(self.sheets.currentRow(), 0)]

    def options(self) -> TargetSheet:
        changed = {name: chosen for name, chosen in self._columns.items() if chosen != usual(SHEETS[name])}
        return TargetSheet(changed)

    def glance(self) -> Callable[[Report], str]:
        return partial(_html, asked=self.options(), name=self.sheet)

    def missing(self) -> str:
        for name, page in SHEETS.items():
            if not self._columns[name]:
                title = page.title(self.source.language)
                return self.tr("Tick at least one column of the sheet “{sheet}”.").format(sheet=title)
        return ""

    def kept(self) -> dict[str, Any]:
        return {name: list(chosen) for name, chosen in self.options().columns.items()}

    def recall(self, kept: Mapping[str, Any]) -> None:
        for name, page in SHEETS.items():
            known = usual(page)
            chosen = tuple(column for column in kept.get(name, known) if column in known)
            self._columns[name] = chosen or known
            self._name(name)
        self._show_columns()
        self.changed.emit()

    def _reset(self) -> None:
        self._columns[self.sheet] = usual(SHEETS[self.sheet])
        self._show_columns()
        self._changed()

    def _take_columns(self) -> None:
        self._columns[self.sheet] = self.columns.chosen()
        self._changed()

    def _changed(self) -> None:
        self._name(self.sheet)
        self.changed.emit()

    def _show_columns(self) -> None:
        fields = [field for field in SHEETS[self.sheet].fields if field != ID]
        texts = {field.name: field.heading(self.source.language) for field in fields}
        self.columns.fill(texts, self._columns[self.sheet])
        self.changed.emit()

    def _name(self, name: str) -> None:
        """Write how many of a sheet's columns are chosen."""
        page = SHEETS[name]
        chosen, known = len(self._columns[name]), len(usual(page))
        figures = f"  {chosen}/{known}" if chosen < known else f"  {known}"
        if (line := self.sheets.item(list(SHEETS).index(name))) is not None:
            line.setText(page.title(self.source.language) + figures)


def _html(report: Report, asked: TargetSheet, name: str) -> str:
    from exporters import sheet_preview

    return sheet_preview.html(report, asked, name)
