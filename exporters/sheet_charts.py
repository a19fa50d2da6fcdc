"""The charts of the summary: native ones, drawn from its cells."""

from collections.abc import Sequence
from typing import Any

from openpyxl.chart import BarChart, DoughnutChart
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)

from exporters.sheet_column import FONT

COLOURS = ("2E75B6", "C55A11", "548235", "7F6000", "7030A0", "7B8594")
INK, RULE, WHITE = "404040", "D9D9D9", "FFFFFF"
SMALL, LARGE = 900, 1200
"""Sizes of letters, in hundredths of a point."""
ACROSS = "bar"


def bars(
    title: str, labels: str, series: Sequence[tuple[str, str]], colours: Sequence[str], lies: bool = False
) -> Any:
    """A bar chart. `labels` and each series' head and values are ranges of cells.

    One series has a colour for every bar where so many are given; several stand side by side. `lies` draws
    the bars from left to right, for long labels, the first on top, and one series behind the other.
    """
    chart = BarChart()
    chart.type = ACROSS if lies else "col"
    chart.gapWidth = 60
    if len(series) > 1 and lies:
        chart.grouping, chart.overlap = "stacked", 100
    _draw(chart, title, labels, series, inside=len(series) > 1 and lies)
    if len(series) > 1:
        _colour(chart.series, colours)
        _place_legend(chart, "b")
    else:
        chart.legend = None
        _colour_points(chart.series[0], colours)
    _quieten(chart, lies)
    return chart


def ring(title: str, labels: str, values: tuple[str, str], colours: Sequence[str]) -> Any:
    """A ring whose parts are named beside it."""
    chart = DoughnutChart(holeSize=58)
    _draw(chart, title, labels, [values], inside=True)
    _colour_points(chart.series[0], colours)
    _place_legend(chart, "r")
    return chart


def _draw(chart: Any, title: str, labels: str, series: Sequence[tuple[str, str]], inside: bool) -> None:
    chart.title = _title(title)
    chart.roundedCorners = False
    chart.graphical_properties = GraphicalProperties(solidFill="FFFFFF", ln=LineProperties(solidFill=RULE))
    for head, values in series:
        drawn = Series(val=NumDataSource(numRef=NumRef(f=values)), tx=SeriesLabel(strRef=StrRef(f=head)))
        drawn.cat = AxDataSource(strRef=StrRef(f=labels))
        drawn.dLbls = _numbers(inside)
        chart.series.append(drawn)


def _numbers(inside: bool) -> DataLabelList:
    """The number at each bar or inside of each part; a zero says nothing."""
    shown = DataLabelList(numFmt="0;-0;;", txPr=_text(SMALL, WHITE if inside else INK))
    shown.showVal = True
    shown.showSerName = shown.showCatName = shown.showLegendKey = shown.showPercent = False
    return shown


def _colour(series: Sequence[Any], colours: Sequence[str]) -> None:
    for one, colour in zip(series, colours, strict=False):
        one.graphicalProperties = GraphicalProperties(solidFill=colour, ln=LineProperties(noFill=True))


def _colour_points(series: Any, colours: Sequence[str]) -> None:
    _colour([series], colours)
    if len(colours) > 1:
        edge = LineProperties(solidFill="FFFFFF")
        looks = [GraphicalProperties(solidFill=colour, ln=edge) for colour in colours]
        series.dPt = [DataPoint(idx=place, spPr=look) for place, look in enumerate(looks)]


def _place_legend(chart: Any, position: str) -> None:
    chart.legend.position = position
    chart.legend.txPr = _text(SMALL)


def _quieten(chart: Any, lies: bool) -> None:
    """Axes without ticks, no grid; names on the one axis, the numbers stand at the bars."""
    chart.x_axis.delete, chart.y_axis.delete = False, True
    chart.y_axis.majorGridlines = None
    chart.x_axis.majorTickMark = chart.x_axis.minorTickMark = "none"
    chart.x_axis.txPr = _text(SMALL)
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=RULE))
    if lies:
        chart.x_axis.scaling.orientation = "maxMin"


def _title(words: str) -> Title:
    run = RegularTextRun(t=words, rPr=_letters(LARGE, bold=True))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_letters(LARGE, bold=True)), r=[run])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _text(size: int, colour: str = INK) -> RichText:
    letters = _letters(size, colour)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)])


def _letters(size: int, colour: str = INK, bold: bool = False) -> CharacterProperties:
    face = Font(typeface=FONT)
    return CharacterProperties(sz=size, b=bold, solidFill=colour, latin=face, ea=face)
