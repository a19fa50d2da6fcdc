"""Words through the years: up to five words, their lines, and the figures beside."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.filter_field import FilterField
from desktop.theme import LIGHT, Theme
from desktop.tracking.timeline_view import FORMS, PlotNotSaved
from desktop.words.tables import YEARS, WordTable

if TYPE_CHECKING:
    from desktop.words.years_plot import YearsPlot
    from workbench.word_counts import YearRow

MOST = 5
"""Words shown at a time."""
PAUSE = 300
"""Milliseconds without a key after which the words are drawn."""
Rows = Callable[[Sequence[str]], "Sequence[YearRow]"]


class YearsView(QWidget):
    """Draws what `rows_of` gives for the words that are typed."""

    saving_failed = Signal(Exception)

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language, self.theme = language, LIGHT
        self.rows_of: Rows = lambda words: ()
        self.plot: YearsPlot | None = None
        self.words = FilterField()
        self.words.setPlaceholderText(self.tr("Up to five words, with spaces between them"))
        self.words.setClearButtonEnabled(True)
        self.save = QPushButton(self.tr("Save picture…"))
        self.table = WordTable(YEARS, language)
        self.unit = QLabel(self.tr("Times in 10,000 characters, by reference year"))
        self.unit.setObjectName("head_count")
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.draw)
        self.words.textChanged.connect(lambda _words: self._pause.start())
        self.words.returnPressed.connect(self.draw)
        self.save.clicked.connect(self._ask_path)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 8, 10, 8)
        bar.setSpacing(8)
        bar.addWidget(self.words, 1)
        bar.addWidget(self.unit)
        bar.addWidget(self.save)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.parts, 1)

    def chosen(self) -> list[str]:
        """The words that are typed, each once."""
        typed = re.split(r"[\s,，、;；]+", self.words.text())
        return list(dict.fromkeys(word for word in typed if word))[:MOST]

    def show_words(self, words: Sequence[str]) -> None:
        """Show these words in place of others."""
        self.words.setText(" ".join(words[:MOST]))
        self.draw()

    def draw(self) -> None:
        """Draw the words as they are counted now."""
        self._pause.stop()
        rows = self.rows_of(self.chosen())
        self.table.show_rows(rows)
        self.save.setEnabled(bool(rows))
        if self.plot is not None:
            self.plot.show_rows(rows)

    def showEvent(self, event: object) -> None:
        """The plot is made when it is first seen."""
        if self.plot is None:
            from desktop.words.years_plot import YearsPlot

            tip = self.tr("{word}, {year}\n{times} times, {rate} in 10,000 characters")
            self.plot = YearsPlot(self.language, tip)
            self.plot.set_theme(self.theme)
            self.parts.insertWidget(0, self.plot)
            self.parts.setStretchFactor(0, 1)
            self.parts.setSizes([540, 500])
        self.draw()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.table.set_theme(theme)
        if self.plot is not None:
            self.plot.set_theme(theme)

    def save_as(self, path: Path) -> None:
        """Write the plot as SVG or PNG, by the ending of the path."""
        if self.plot is not None and not self.plot.save(path):
            self.saving_failed.emit(PlotNotSaved(name=path.name, folder=path.parent))

    def _ask_path(self) -> None:
        proposed = f"{'、'.join(self.chosen())}.png"
        name, form = QFileDialog.getSaveFileName(self, self.tr("Save picture"), proposed, FORMS)
        if name:
            path = Path(name)
            self.save_as(
                path if path.suffix else path.with_suffix(".svg" if form.startswith("SVG") else ".png")
            )
