"""Labels with kinds and labels with labels: a picture, and the same as a table."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from analysis.togetherness import Grid
from db.kinds import KINDS
from desktop.segments import Segments
from desktop.theme import LIGHT, Theme
from desktop.words.heat_map import HeatMap
from desktop.words.tables import TOGETHER, WordTable

CHOICES = ("kinds", "labels")
BOLD = 1.15
"""How much wider words are when they are bold, at most."""


class TogetherRow(NamedTuple):
    """A label, what it stands with, and how often."""

    label: str
    other: str
    times: int


class TogetherView(QWidget):
    """Shows the one or the other grid."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language, self.theme = language, LIGHT
        self.grids: dict[str, Grid] = {}
        self.choice = Segments(CHOICES)
        self.choice.buttons["kinds"].setText(self.tr("Labels and kinds"))
        self.choice.buttons["labels"].setText(self.tr("Labels and labels"))
        for button in self.choice.buttons.values():
            button.setMinimumWidth(round(button.fontMetrics().horizontalAdvance(button.text()) * BOLD) + 24)
        self.meaning = QLabel()
        self.meaning.setObjectName("head_count")
        self.heat, self.table = HeatMap(), WordTable(TOGETHER, language)
        self.empty = QLabel(self.tr("No passage has a label yet. Labels are put on in the inspector."))
        self.empty.setObjectName("invitation")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.choice.asked.connect(self._choose)
        self._choose("kinds")

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 8, 10, 8)
        bar.setSpacing(12)
        bar.addWidget(self.choice)
        bar.addWidget(self.meaning, 1)
        picture = QScrollArea()
        picture.setFrameShape(QScrollArea.Shape.NoFrame)
        picture.setWidgetResizable(True)
        picture.setWidget(self.heat)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(picture)
        parts.addWidget(self.table)
        parts.setStretchFactor(0, 1)
        parts.setSizes([600, 440])
        self.pages = QStackedWidget()
        self.pages.addWidget(parts)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.pages, 1)

    def show_grids(self, by_kinds: Grid, by_labels: Grid) -> None:
        kinds = tuple(KINDS[kind].heading(self.language) for kind in by_kinds.columns)
        self.grids = {"kinds": by_kinds._replace(columns=kinds), "labels": by_labels}
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.choice.dress(theme, dict.fromkeys(CHOICES, (theme.ink, theme.selected)))
        self.heat.set_theme(theme)
        self.table.set_theme(theme)

    def _choose(self, name: str) -> None:
        meanings = {
            "kinds": self.tr("Passages of a kind that have the label"),
            "labels": self.tr("Paragraphs in which both labels stand; a label with itself: all of its own"),
        }
        self.choice.choose(name)
        self.meaning.setText(meanings[name])
        self._draw()

    def _draw(self) -> None:
        grid = self.grids.get(self.choice.chosen, Grid((), (), ()))
        self.heat.show_grid(grid)
        self.table.show_rows(rows_of(grid))
        self.pages.setCurrentIndex(0 if any(map(any, grid.counts)) else 1)


def rows_of(grid: Grid) -> list[TogetherRow]:
    """The pairs that stand together at all, the most frequent first; two labels once."""
    both_ways = grid.rows == grid.columns
    rows = [
        TogetherRow(label, other, grid.counts[place][beside])
        for place, label in enumerate(grid.rows)
        for beside, other in enumerate(grid.columns)
        if grid.counts[place][beside] and (not both_ways or place < beside)
    ]
    return sorted(rows, key=lambda row: -row.times)
