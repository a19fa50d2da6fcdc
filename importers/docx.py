"""Word documents (.docx): paragraphs, headings, lists, tables cell by cell and notes, in document order.

Text of tracked insertions is read, of deletions not; fields give their result; pictures are counted.
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from importers.docx_parts import Parts, attribute, child, children, local
from importers.docx_styles import Styles
from importers.format import Draft, Format, Options, Piece
from importers.lines import lines
from importers.outline import outline, raise_headings
from importers.problems import WordDamaged
from importers.reflow import paragraphs
from importers.spacing import closed
from importers.text import piece

_AS_TEXT = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNREAD = frozenset(
    {
        "pPr",
        "rPr",
        "sdtPr",
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "Fallback",
        "rt",
        "p",
        "tbl",
        "softHyphen",
    }
)
_PICTURES = frozenset({"drawing", "pict", "object"})
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def recognises(data: bytes, suffix: str) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(data: bytes, name: str, options: Options) -> Draft:
    parts = Parts(data, name)
    reader = _Reader(Styles(parts.styles), options.keep_line_breaks)
    try:
        pieces = [*reader.blocks(child(parts.body, "body")), *reader.notes(parts.notes)]
    except RecursionError:
        raise WordDamaged(name=name) from None
    raise_headings(pieces)
    outline(pieces)
    return Draft(pieces, quality=reader.quality)


class _Reader:
    """Walks the body. Text boxes are read after the paragraph they hang on."""

    def __init__(self, styles: Styles, keep_line_breaks: bool) -> None:
        self.styles = styles
        self.keep_line_breaks = keep_line_breaks
        self.quality: Counter[str] = Counter()
        self.boxes: list[Element] = []
        self.tables = 0

    def blocks(self, container: Element | None) -> Iterator[Piece]:
        for element in children(container, "p", "tbl") if container is not None else ():
            yield from self._paragraph(element) if local(element) == "p" else self._table(element)

    def notes(self, trees: list[Element]) -> Iterator[Piece]:
        for tree in trees:
            for note in children(tree, "footnote", "endnote"):
                if attribute(note, "type") not in _SEPARATORS:
                    yield Piece(self._line(note), "note")

    def _paragraph(self, element: Element) -> Iterator[Piece]:
        found = lines(self._text(element))
        for group in [[line] for line in found] if self.keep_line_breaks else paragraphs(found):
            one = piece(group)
            one.page = None
            one.kind, one.level = self.styles.role(element, one.text)
            yield one
        yield from self._boxed()

    def _boxed(self) -> Iterator[Piece]:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            yield from self.blocks(box)

    def _text(self, element: Element) -> str:
        parts: list[str] = []
        self._gather(element, parts)
        return "".join(parts)

    def _gather(self, element: Element, parts: list[str]) -> None:
        """The text of the runs in `element`, whatever wraps them: links, fields, insertions, controls."""
        for inner in element:
            name = local(inner)
            if name == "t":
                parts.append(inner.text or "")
            elif name in _AS_TEXT:
                parts.append(_AS_TEXT[name])
            elif name in _PICTURES:
                self._picture(inner)
            elif name == "sym":
                self.quality["symbols_left_out"] += 1
            elif name not in _UNREAD:
                self._gather(inner, parts)

    def _picture(self, element: Element) -> None:
        boxes = [inner for inner in element.iter() if local(inner) == "txbxContent"]
        self.boxes += boxes
        if not boxes:
            self.quality["pictures_left_out"] += 1

    def _line(self, container: Element) -> str:
        """The paragraphs of a cell or a note on one line."""
        texts = (closed(self._text(one).replace("\n", " ")) for one in children(container, "p"))
        return " ".join(text for text in texts if text)

    def _table(self, table: Element) -> Iterator[Piece]:
        """The cells, a merged one once with its spans, each followed by the tables in it.

        A table of a single cell is a frame around text, and read as that.
        """
        rows = [row for row in children(table, "tr") if child(row, "trPr", "del") is None]
        if sum(1 for row in rows for _ in children(row, "tc")) == 1:
            yield from (one for row in rows for cell in children(row, "tc") for one in self.blocks(cell))
            return
        self.tables += 1
        number, above = self.tables, dict[int, Piece]()
        for i, row in enumerate(rows):
            for column, span, cell in _placed(row):
                if _goes_on(cell, "vMerge") and column in above:
                    above[column].row_span += 1
                    continue
                above[column] = Piece(
                    self._line(cell), "cell", table=number, row=i, column=column, column_span=span
                )
                yield above[column]
                yield from self._boxed()
                for inner in children(cell, "tbl"):
                    yield from self._table(inner)


def _placed(row: Element) -> Iterator[tuple[int, int, Element]]:
    """The cells of a row with their first column and how many they span."""
    column = _number(child(row, "trPr", "gridBefore"))
    for cell in children(row, "tc"):
        span = max(1, _number(child(cell, "tcPr", "gridSpan")))
        yield column, span, cell
        column += span


def _goes_on(cell: Element, merge: str) -> bool:
    """Whether a cell only carries on the one above it."""
    mark = child(cell, "tcPr", merge)
    return mark is not None and attribute(mark, "val") in (None, "continue")


def _number(element: Element | None) -> int:
    value = attribute(element, "val") or ""
    return int(value) if value.isdigit() else 0


FORMAT = Format(
    "Word document",
    (".docx",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    recognises,
    read,
)
