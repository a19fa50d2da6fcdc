"""The plot of a timeline, drawn by pyqtgraph; this module brings in numpy, so it is imported when needed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyqtgraph
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from analysis.judge import EXCEEDED, MET, MISSED
from desktop.theme import LIGHT, Theme
from desktop.tracking import states
from desktop.tracking.promises import amount
from desktop.tracking.series import PROMISED, Mark, Series, scale

pyqtgraph.setConfigOptions(antialias=True)

PROMISE, REPORT = 30, 12
"""Sizes of markers in pixels; that of a promise has room for the sign of its comparator."""
RING, TIP, WING = 0.18, 0.47, 0.12
"""Of a promise: radius of the ring, where its arrow ends and how wide that is."""
RANGE = 10
"""Width of the bar of a range, in pixels."""
EDGE = 8
"""Pixels left of the figures and below the years."""
DENSE = 2.0
"""How much finer than on the screen a saved picture is."""
SHAPES = {MET: "o", EXCEEDED: "t1", MISSED: "t"}
"""Reported values: round where met, pointing up where exceeded and down where missed; else square."""
FIRST, ASIDE = (1.25, 0.5), (-0.25, 0.5)
"""Anchors of the labels left of a promise and right of a report."""


class Years(pyqtgraph.AxisItem):
    """Whole years only."""

    def tickValues(self, first: float, last: float, size: float) -> list[tuple[float, list[int]]]:
        step = max(1, math.ceil((last - first) / max(size / 60, 1)))
        return [(step, [year for year in range(math.ceil(first), math.floor(last) + 1) if year % step == 0])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [str(round(value)) for value in values]


class Amounts(pyqtgraph.AxisItem):
    """Numbers in the unit of the title: 万 and 亿 are divided out."""

    factor = 1.0

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [f"{value / self.factor:,.10g}" for value in values]


class Plot(pyqtgraph.PlotWidget):
    """Promised values hollow, reported ones filled; a click asks for the quote."""

    show_requested = Signal(object)
    """The place of a mark."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        self.amounts = Amounts("left")
        axes = {"bottom": Years("bottom"), "left": self.amounts}
        super().__init__(parent, axisItems=axes, background=None)
        self.language, self.theme = language, LIGHT
        self.series: Series | None = None
        self.name = ""
        self.dots: list[pyqtgraph.ScatterPlotItem] = []
        self.setAntialiasing(True)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(False, False)
        self.getPlotItem().setContentsMargins(EDGE, 0, 0, EDGE)
        for name in ("left", "bottom"):
            self.getAxis(name).setStyle(tickFont=self.font(), tickLength=-4)

    def show_series(self, name: str, series: Series | None) -> None:
        """Plot the marks of an indicator; None empties the plot."""
        self.name, self.series = name, series
        self.clear()
        self.dots = []
        if series is None:
            self.setTitle(None)
            return
        self.amounts.factor, unit = scale(series.values(), series.unit)
        self.setTitle(f"{name} ({unit})" if unit else name, color=self.theme.ink, size="11pt", bold=True)
        self._set_ranges(series)
        self._join(series.of(promised=True), QColor(self.theme.muted), dashed=True)
        self._join(series.of(promised=False), QColor(self.theme.accent), dashed=False)
        self._add_ranges(series.of(promised=True))
        self._add_dots(series.of(promised=True), self._promise)
        self._add_dots(series.of(promised=False), self._report)
        self._add_labels(series)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setBackground(theme.paper)
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(QPen(QColor(theme.line)))
            axis.setTextPen(QColor(theme.muted))
        self.showGrid(x=False, y=True, alpha=0.18)
        self.show_series(self.name, self.series)

    def save(self, path: Path) -> bool:
        """Write the plot as it is shown, as SVG or PNG by the path; False where that fails."""
        return self._save_svg(path) if path.suffix.lower() == ".svg" else self._save_png(path)

    def _save_svg(self, path: Path) -> bool:
        drawing = QSvgGenerator()
        drawing.setFileName(str(path))
        drawing.setSize(self.size())
        drawing.setResolution(self.logicalDpiX())
        drawing.setViewBox(self.rect())
        drawing.setTitle(self.name)
        painter = QPainter()
        if not painter.begin(drawing):
            return False
        self._draw(painter, QRectF(self.rect()), 1.0)
        return path.exists()

    def _save_png(self, path: Path) -> bool:
        size = QSize(round(self.width() * DENSE), round(self.height() * DENSE))
        picture = QImage(size, QImage.Format.Format_ARGB32)
        picture.fill(QColor(self.theme.paper))
        self._draw(QPainter(picture), QRectF(picture.rect()), DENSE)
        return picture.save(str(path))

    def _draw(self, painter: QPainter, place: QRectF, dense: float) -> None:
        """Draw the plot, its marks as shapes and not as the small pictures the screen gets."""
        for dots in self.dots:
            dots.setExportMode(True, {"resolutionScale": dense})
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.render(painter, place, self.viewport().rect())
        painter.end()
        for dots in self.dots:
            dots.setExportMode(False)

    def _set_ranges(self, series: Series) -> None:
        years, values = [mark.year for mark in series.marks], series.values()
        room = (max(values) - min(values)) * 0.2 or abs(max(values)) * 0.2 or 1
        self.setXRange(min(years) - 0.6, max(years) + 0.6, padding=0)
        self.setYRange(min(values) - room, max(values) + room, padding=0)

    def _join(self, marks: Sequence[Mark], colour: QColor, *, dashed: bool) -> None:
        """A thin line through the last number of each year."""
        by_year = {mark.year: mark.value for mark in marks}
        colour.setAlpha(120)
        pen = pyqtgraph.mkPen(colour, width=1.5, dash=[4, 4] if dashed else None)
        self.addItem(pyqtgraph.PlotDataItem(list(by_year), list(by_year.values()), pen=pen))

    def _add_ranges(self, marks: Sequence[Mark]) -> None:
        """A bar from one end of a range to the other."""
        colour = QColor(self.theme.muted)
        colour.setAlpha(70)
        pen = QPen(colour, RANGE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        pen.setCosmetic(True)
        for mark in marks:
            if mark.place.upper is not None:
                ends = [mark.value, mark.place.upper]
                self.addItem(pyqtgraph.PlotDataItem([mark.year] * 2, ends, pen=pen))

    def _add_dots(self, marks: Sequence[Mark], look: Any) -> None:
        spots = [{"pos": (mark.year, mark.value), "data": mark.place, **look(mark)} for mark in marks]
        dots = pyqtgraph.ScatterPlotItem(spots, hoverable=True, tip=_tip)
        dots.sigClicked.connect(lambda _dots, points, *_: self.show_requested.emit(points[0].data()))
        self.addItem(dots)
        self.dots.append(dots)

    def _promise(self, mark: Mark) -> dict[str, Any]:
        pen = pyqtgraph.mkPen(self.theme.ink, width=1.4)
        shape = comparator_shape(mark.place.comparator)
        return {"symbol": shape, "size": PROMISE, "pen": pen, "brush": self.theme.paper}

    def _report(self, mark: Mark) -> dict[str, Any]:
        colour = states.colours(mark.state, self.theme).ink
        return {
            "symbol": SHAPES.get(mark.state, "s"),
            "size": REPORT,
            "pen": pyqtgraph.mkPen(self.theme.paper, width=1),
            "brush": colour,
        }

    def _add_labels(self, series: Series) -> None:
        """The figures beside their marks: those promised on the left, those reported on the right."""
        behind = QColor(self.theme.paper)
        behind.setAlpha(200)
        for mark in series.marks:
            promised = mark.state == PROMISED
            colour = self.theme.muted if promised else states.colours(mark.state, self.theme).ink
            label = pyqtgraph.TextItem(
                amount(mark.place), color=colour, anchor=FIRST if promised else ASIDE, fill=behind
            )
            label.setFont(self.font())
            label.setPos(mark.year, mark.value)
            self.addItem(label)


def comparator_shape(comparator: str) -> QPainterPath:
    """A ring with the sign of a comparator: an arrow up from at least, down from at most, bars for about.

    Within the square from -0.5 to 0.5, as pyqtgraph takes its symbols.
    """
    shape = QPainterPath()
    shape.addEllipse(QRectF(-RING, -RING, 2 * RING, 2 * RING))
    if comparator in (">=", ">", "<=", "<"):
        way = -1 if comparator.startswith(">") else 1
        shape.moveTo(0, RING * way)
        shape.lineTo(0, TIP * way)
        shape.moveTo(-WING, (TIP - WING) * way)
        shape.lineTo(0, TIP * way)
        shape.lineTo(WING, (TIP - WING) * way)
    elif comparator == "≈":
        for side in (-1, 1):
            shape.moveTo(RING * side, 0)
            shape.lineTo(TIP * side, 0)
    return shape


def _tip(x: float, y: float, data: Any) -> str:
    return f"{data.document}\n{data.quote}"
