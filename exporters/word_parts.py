"""Paragraphs, tables and rows of a Word document, as XML stamped from prototypes.

A prototype is cut at its blanks once and joined with escaped texts for each use: a thousand rows cost ten
milliseconds, where python-docx needs seconds. What is made here is content of a `w:body`, with the prefix w.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from exporters.legible import legible

TWIPS_PER_MM = 1440 / 25.4

BLANK = "\0"
"""Marks a place for text: no character of XML."""

# Word knows line ends and tabs as elements between the texts of a run.
_BETWEEN = '</w:t>{}<w:t xml:space="preserve">'
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "\n": _BETWEEN.format("<w:br/>"),
        "\t": _BETWEEN.format("<w:tab/>"),
    }
)


def twips(millimetres: float) -> int:
    return round(millimetres * TWIPS_PER_MM)


def escaped(text: str) -> str:
    """A text as the content of a `w:t`, with nothing in it that XML forbids."""
    return legible(text).translate(_ESCAPES)


def run(style: str = "") -> str:
    """A run with one blank. The hint sets “ ” — … in the Chinese font; without it the Latin one wins."""
    marked = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = f'<w:rPr>{marked}<w:rFonts w:hint="eastAsia"/></w:rPr>'
    return f'<w:r>{properties}<w:t xml:space="preserve">{BLANK}</w:t></w:r>'


def paragraph(style: str, *runs: str) -> str:
    """A paragraph of a style, of one plain run unless others are given.

    A `style` that is a whole paragraph already, say one with a note, is taken as it is.
    """
    if style.startswith("<"):
        return style
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs) or run()}</w:p>'


def held(xml: str, to_next: bool) -> str:
    """A paragraph that holds on to the next one, or does not, whatever its style says."""
    return xml.replace("</w:pPr>", f'<w:keepNext w:val="{int(to_next)}"/></w:pPr>', 1)


class Prototype:
    """A piece of a document whose texts are still blank."""

    def __init__(self, xml: str) -> None:
        self._pieces = xml.split(BLANK)

    def filled(self, *texts: str) -> str:
        """The piece with its blanks filled; ValueError unless there is one text for every blank."""
        if len(texts) != len(self._pieces) - 1:
            raise ValueError(f"{len(texts)} texts for {len(self._pieces) - 1} blanks")
        return "".join(chain.from_iterable(zip_longest(self._pieces, map(escaped, texts), fillvalue="")))


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its width in mm, the styles of the paragraphs in each cell."""

    heading: str
    width: float
    styles: tuple[str, ...] = ("TableText",)


class Table:
    """A table whose head is repeated on every page and whose rows stay whole.

    The first `shared` columns may stand once for several rows, which begin with `add(…, opens=True)` and go
    on with `add_more`.
    """

    def __init__(self, columns: Iterable[Column], shared: int = 0, width: float = 0) -> None:
        """`width` is that of the whole table in mm; the columns' own widths are their shares of it."""
        columns = tuple(columns)
        scale = width / sum(column.width for column in columns) if width else 1
        self._columns = tuple(replace(column, width=column.width * scale) for column in columns)
        self._shared = shared
        self._single = Prototype(self._row())
        self._opening = Prototype(self._row('<w:vMerge w:val="restart"/>'))
        self._going_on = Prototype(self._row("<w:vMerge/>"))
        self._rows = [self._head()]

    def add(self, *texts: str, opens: bool = False) -> None:
        """A row: one text for every blank of its cells."""
        self._rows.append((self._opening if opens else self._single).filled(*texts))

    def add_more(self, *texts: str) -> None:
        """A row that leaves the shared columns as they stand above."""
        self._rows.append(self._going_on.filled(*[""] * self._shared, *texts))

    def add_sum(self, *texts: str) -> None:
        """A closing row of sums."""
        cells = (_cell_xml(column.width, ["TableCentre"]) for column in self._columns)
        self._rows.append(Prototype(_row_xml(cells)).filled(*texts))

    def xml(self) -> str:
        widths = [twips(column.width) for column in self._columns]
        return f"<w:tbl>{_frame(widths)}{''.join(self._rows)}</w:tbl>"

    def _head(self) -> str:
        cells = map(_head_cell, self._columns)
        return Prototype(_row_xml(cells, "<w:tblHeader/>")).filled(*[c.heading for c in self._columns])

    def _row(self, merge: str = "") -> str:
        return _row_xml(
            _cell_xml(column.width, column.styles, merge if place < self._shared else "")
            for place, column in enumerate(self._columns)
        )


def _frame(widths: list[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tblPr><w:tblStyle w:val="ReportTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _row_xml(cells: Iterable[str], property_: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{property_}</w:trPr>{''.join(cells)}</w:tr>"


def _head_cell(column: Column) -> str:
    return _cell_xml(column.width, ["TableHead"])


def _cell_xml(width: float, styles: Iterable[str], properties: str = "") -> str:
    fixed = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>{properties}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{fixed}</w:tcPr>{''.join(map(paragraph, styles))}</w:tc>"
