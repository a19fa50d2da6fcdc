"""The plot of words through the years; this module brings in numpy, so it is imported when needed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

import pyqtgraph

from desktop.theme import Theme
from desktop.tracking.plot import ASIDE, Plot
from workbench.word_counts import YearRow

DOT = 9
"""Size of a marker in pixels."""
APART = 0.07
"""Of the height of the plot: the least between the names of two lines."""


def colours(theme: Theme) -> tuple[str, ...]:
    """One for each line, told apart also by eyes that see few colours, as their names stand beside them."""
    kinds = theme.target, theme.policy, theme.task, theme.dropped
    return (theme.accent, *(kind.ink for kind in kinds))


class YearsPlot(Plot):
    """A line for each word, its name at the line's end; the mouse over a mark has it tell its figures."""

    def __init__(self, language: str, tip: str) -> None:
        super().__init__(language)
        self.rows: Sequence[YearRow] = ()
        self.tip = tip

    def show_rows(self, rows: Sequence[YearRow]) -> None:
        """Plot these rows, which stand word after word."""
        self.rows = rows
        self.clear()
        self.dots = []
        lines = [(word, list(group)) for word, group in groupby(rows, attrgetter("word"))]
        self.name = "、".join(word for word, _ in lines)
        if not rows:
            return
        years, highest = [row.year for row in rows], max(row.rate for row in rows) or 1
        self.setXRange(min(years) - 0.4, max(years) + 0.4 + (max(years) - min(years)) * 0.12, padding=0)
        self.setYRange(0, highest * 1.12, padding=0)
        for colour, (_, line) in zip(colours(self.theme), lines, strict=False):
            self._draw_line(line, colour)
        self._name_lines([line[-1] for _, line in lines], highest * APART)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.show_rows(self.rows)

    def _draw_line(self, line: Sequence[YearRow], colour: str) -> None:
        xs, ys = [row.year for row in line], [row.rate for row in line]
        self.addItem(pyqtgraph.PlotDataItem(xs, ys, pen=pyqtgraph.mkPen(colour, width=2)))
        spots = [{"pos": (row.year, row.rate), "data": row} for row in line]
        pen = pyqtgraph.mkPen(self.theme.paper, width=1)
        dots = pyqtgraph.ScatterPlotItem(
            spots, size=DOT, pen=pen, brush=colour, hoverable=True, hoverSize=DOT + 4, tip=self._tell
        )
        self.addItem(dots)
        self.dots.append(dots)

    def _name_lines(self, ends: Sequence[YearRow], apart: float) -> None:
        """Write each name behind its last mark, moved up where the one below would touch it."""
        lowest = -apart
        by_height = sorted(enumerate(ends), key=lambda pair: pair[1].rate)
        for place, row in by_height:
            lowest = max(row.rate, lowest + apart)
            label = pyqtgraph.TextItem(row.word, color=colours(self.theme)[place], anchor=ASIDE)
            label.setFont(self.font())
            label.setPos(row.year, lowest)
            self.addItem(label)

    def _tell(self, x: float, y: float, data: YearRow) -> str:
        return self.tip.format(word=data.word, year=data.year, times=data.times, rate=f"{data.rate:.2f}")
