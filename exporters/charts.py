"""Charts as Word draws them itself: vector, editable there, with their figures in a small workbook inside.

What is made here is a DrawingML chart part (ECMA-376, 21.2) and the drawing that shows it in a paragraph.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal
from zipfile import ZIP_DEFLATED, ZipFile

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from exporters.legible import legible
from exporters.word_parts import escaped

EMU_PER_MM = 36_000
"""DrawingML counts English metric units."""

COLOURS = ("1F4E79", "C55A11", "548235", "7F7F7F", "8064A2", "BF9000")
"""Dark enough to be told apart on paper without colour, in this order."""

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_FACE = '<a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/>'

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BOOK = {
    "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_PARTS}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_PARTS}.worksheet+xml"/></Types>',
    "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": f'{_XML}<workbook xmlns="{_SHEET}" xmlns:r="{RELATIONS}">'
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
}
"""The parts of a workbook of one sheet, without the sheet."""


@dataclass(frozen=True)
class Series:
    """One row of figures, a figure a category."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Chart:
    """Bars over categories. `lying` bars leave room for long names; `stacked` ones stand on each other.

    `cut` tells that there are more categories than these.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    direction: Literal["standing", "lying"] = "standing"
    stacked: bool = False
    cut: bool = False

    @property
    def height(self) -> float:
        """In mm: lying bars need a line each."""
        return 22 + 8.5 * len(self.categories) if self.direction == "lying" else 78


class Charts:
    """The charts of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.added: list[Chart] = []
        taken = {str(part.partname) for part in document.part.package.iter_parts()}
        self._numbers = (n for n in range(1, 10_000) if f"/word/charts/chart{n}.xml" not in taken)

    def add(self, chart: Chart, width: float) -> str:
        """The run that shows a chart, `width` mm wide; its parts are put into the document's package."""
        self.added.append(chart)
        number, package = next(self._numbers), self._document.part.package
        workbook = Part(
            PackURI(f"/word/embeddings/chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET, _workbook(chart), package
        )
        part = Part(
            PackURI(f"/word/charts/chart{number}.xml"),
            CONTENT_TYPE.DML_CHART,
            _chart(chart).encode(),
            package,
        )
        part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)
        related = self._document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        return _drawing(chart, related, 9_000 + len(self.added), width)


def _drawing(chart: Chart, related: str, number: int, width: float) -> str:
    size = f'cx="{width * EMU_PER_MM:.0f}" cy="{chart.height * EMU_PER_MM:.0f}"'
    told = escaped(chart.title).replace('"', "&quot;")
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" descr="{told}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{MAIN}"><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" xmlns:r="{RELATIONS}" r:id="{related}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _chart(chart: Chart) -> str:
    """The chart part. Elements stand in the order of the schema; Word refuses another."""
    series = "".join(_series(chart, place) for place in range(len(chart.series)))
    direction = "bar" if chart.direction == "lying" else "col"
    grouping, overlap = ("stacked", '<c:overlap val="100"/>') if chart.stacked else ("clustered", "")
    legend = (
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(900)}</c:legend>'
        if len(chart.series) > 1
        else ""
    )
    return (
        f'{_XML}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{MAIN}" xmlns:r="{RELATIONS}">'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="60"/>{overlap}<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{_axes(chart)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_text(900)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _axes(chart: Chart) -> str:
    lying = chart.direction == "lying"
    below, beside = ("l", "b") if lying else ("b", "l")
    order = "maxMin" if lying else "minMax"  # the first category stands on top
    line = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{below}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'{line}{_text(900)}<c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="0"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{beside}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _series(chart: Chart, place: int) -> str:
    series, letter = chart.series[place], chr(ord("B") + place)
    last = len(chart.categories) + 1
    fill = f'<c:spPr><a:solidFill><a:srgbClr val="{COLOURS[place % len(COLOURS)]}"/></a:solidFill></c:spPr>'
    shown = "ctr" if chart.stacked else "outEnd"
    label = _text(900, "FFFFFF" if chart.stacked else "000000")
    names = _cached("str", f"Sheet1!$A$2:$A${last}", chart.categories)
    values = _cached("num", f"Sheet1!${letter}$2:${letter}${last}", map(_number, series.values))
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f"<c:tx>{_cached('str', f'Sheet1!${letter}$1', [series.name])}</c:tx>{fill}"
        '<c:invertIfNegative val="0"/>'
        '<c:dLbls><c:numFmt formatCode="General;-General;" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/></c:spPr>{label}"
        f'<c:dLblPos val="{shown}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat>{names}</c:cat><c:val>{values}</c:val></c:ser>"
    )


def _cached(form: str, cells: str, values: Iterable[str]) -> str:
    """A reference to cells of the workbook, with what stands in them."""
    points = [f'<c:pt idx="{at}"><c:v>{_bare(value)}</c:v></c:pt>' for at, value in enumerate(values)]
    code = "<c:formatCode>General</c:formatCode>" if form == "num" else ""
    return (
        f'<c:{form}Ref><c:f>{cells}</c:f><c:{form}Cache>{code}<c:ptCount val="{len(points)}"/>'
        f"{''.join(points)}</c:{form}Cache></c:{form}Ref>"
    )


def _text(size: int, colour: str = "000000") -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}">'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>{_FACE}</a:defRPr></a:pPr>'
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def _bare(text: str) -> str:
    """A name on one line."""
    return escaped(" ".join(legible(text).split()))


def _number(value: float) -> str:
    return f"{value:.12g}"


def _workbook(chart: Chart) -> bytes:
    """The figures as the least workbook there is, opened by Word when somebody edits the chart."""
    rows = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in _cells(chart))
    sheet = f'{_XML}<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>'
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, xml in (*_BOOK.items(), ("xl/worksheets/sheet1.xml", sheet)):
            package.writestr(name, xml)
    return stream.getvalue()


def _cells(chart: Chart) -> Iterable[Sequence[str | float]]:
    yield ["", *(series.name for series in chart.series)]
    figures = zip(*(series.values for series in chart.series), strict=True)
    for category, values in zip(chart.categories, figures, strict=True):
        yield [category, *values]


def _cell(value: str | float) -> str:
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t xml:space="preserve">{_bare(value)}</t></is></c>'
    return f"<c><v>{_number(value)}</v></c>"
