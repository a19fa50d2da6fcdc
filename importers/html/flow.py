"""The document's container becomes pieces: paragraphs, headings, items, cells, captions, notes."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count

from importers.format import Piece
from importers.html.pictures import Stand, stand
from importers.html.table import cell_text, is_layout, placed
from importers.html.tree import BLOCKS, Element
from importers.lines import lines
from importers.outline import is_numbered
from importers.reflow import paragraphs
from importers.text import piece

PICTURE = "[picture]"

LONGEST_HEADING = 80
"""Characters: what is longer is no heading, whatever its tag says."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_HEADING = re.compile(r"h([1-6])$")
_NOTE = re.compile(r"^(?:ftn\d+|edn\d+|fn\d+|footnotes?|endnotes?|msofootnotetext|msoendnotetext)$")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_GAP_AFTER_NUMBER = re.compile(r"^((?:第\S{1,4}[编章节条]|[（(]?[一二三四五六七八九十\d]+[)）、.．]))\t")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar)$", re.IGNORECASE)
_KINDS = {"caption": "caption", "figcaption": "caption"}


class Flow:
    """Walks the container; what stands in a line waits in `line` until a block begins or ends.

    `drops` tells the elements that do not belong to the document. `quality` counts pictures.
    """

    def __init__(self, drops: Callable[[Element], bool], keep_line_breaks: bool = False) -> None:
        self.drops = drops
        self.keep_line_breaks = keep_line_breaks
        self.pieces: list[Piece] = []
        self.quality: Counter[str] = Counter()
        self.line: list[str] = []
        self.kind, self.level = "paragraph", 0
        self.pictures = self.tables = 0
        self.preformatted = False
        self.marker = ""
        self.counters: list[Iterator[int] | None] = []

    def read(self, container: Element) -> list[Piece]:
        self._content(container)
        self._end_block()
        return self.pieces

    def _content(self, element: Element) -> None:
        for inner in element.content:
            if isinstance(inner, str):
                self.line.append(inner if self.preformatted else _SPACE.sub(" ", inner))
            elif not self.drops(inner):
                self._element(inner)

    def _element(self, element: Element) -> None:
        handle = _HANDLERS.get(element.tag)
        if handle is not None:
            handle(self, element)
        elif element.tag in BLOCKS:
            self._block(element)
        else:
            self._content(element)

    def _block(self, element: Element) -> None:
        self._end_block()
        before = self.kind, self.level
        self.kind, self.level = self._role(element)
        self._content(element)
        self._end_block()
        self.kind, self.level = before

    def _role(self, element: Element) -> tuple[str, int]:
        if heading := _HEADING.match(element.tag):
            return "heading", int(heading.group(1))
        if any(map(_NOTE.match, element.names)):
            return "note", 0
        return _KINDS.get(element.tag, self.kind), self.level

    def _break(self, element: Element) -> None:
        self.line.append("\n")

    def _preformatted(self, element: Element) -> None:
        self._end_block()
        before, self.preformatted = self.preformatted, True
        self._block(element)
        self.preformatted = before

    def _picture(self, element: Element) -> None:
        match stand(element):
            case Stand.TEXT:
                self.pictures += 1
            case Stand.INLINE:
                self.quality["pictures_left_out"] += 1

    def _list(self, element: Element) -> None:
        self._end_block()
        numbered = element.tag == "ol" and "none" not in element.attributes.get("style", "").lower()
        self.counters.append(count(element.number("start")) if numbered else None)
        self._content(element)
        self._end_block()
        self.counters.pop()

    def _item(self, element: Element) -> None:
        self._end_block()
        counter = self.counters[-1] if self.counters else None
        self.marker = f"{next(counter)}. " if counter else ""
        before, self.kind = self.kind, "item"
        self._content(element)
        self._end_block()
        self.kind, self.marker = before, ""

    def _table(self, table: Element) -> None:
        self._end_block()
        if is_layout(table):
            self._block(table)
            return
        for inner in table.elements:
            if inner.tag == "caption":
                self._block(inner)
        self._cells(table)

    def _cells(self, table: Element) -> None:
        self.tables += 1
        number = self.tables
        for cell in placed(table):
            text = self._cell_text(cell.element)
            found = Piece(text, "cell", table=number, row=cell.row, column=cell.column)
            found.row_span, found.column_span = cell.row_span, cell.column_span
            self.pieces.append(found)
            for inner in _tables_in(cell.element):
                self._table(inner)

    def _cell_text(self, cell: Element) -> str:
        text = _UNSEEN.sub("", cell_text(cell))
        pictures = (
            [] if text else [one for one in cell.walk() if one.tag == "img" and stand(one) == Stand.TEXT]
        )
        self.quality["pictures_marked"] += bool(pictures)
        return PICTURE if pictures else text

    def _end_block(self) -> None:
        """What waits in the line becomes pieces, and pictures that stand alone a mark each."""
        text, self.line = _UNSEEN.sub("", "".join(self.line)), []
        found = lines(text)
        pictures, self.pictures = self.pictures, 0
        alone = self.keep_line_breaks or len(found) == 1
        for group in [[line] for line in found] if alone else paragraphs(found):
            self._add(piece(group))
        self.quality["pictures_left_out" if found else "pictures_marked"] += pictures
        self.pieces += [Piece(PICTURE) for _ in range(0 if found else pictures)]

    def _add(self, one: Piece) -> None:
        one.page = None
        one.text = _GAP_AFTER_NUMBER.sub(r"\1", one.text)
        if self.marker:
            if not is_numbered(one.text):
                one.text, one.line_starts = self.marker + one.text, (0,)
            self.marker = ""
        one.kind, one.level = self.kind, self.level or None
        if one.kind == "heading" and (len(one.text) > LONGEST_HEADING or one.text.endswith("。")):
            one.kind, one.level = "paragraph", None
        if one.kind == "paragraph" and _FILE.search(one.text):
            one.kind = "item"
        self.pieces.append(one)


def _tables_in(cell: Element) -> Iterator[Element]:
    """The outermost tables within a cell."""
    waiting = [*cell.elements]
    while waiting:
        element = waiting.pop(0)
        if element.tag == "table":
            yield element
        else:
            waiting = [*element.elements, *waiting]


_HANDLERS: dict[str, Callable[[Flow, Element], None]] = {
    "br": Flow._break,
    "pre": Flow._preformatted,
    "xmp": Flow._preformatted,
    "img": Flow._picture,
    "ul": Flow._list,
    "ol": Flow._list,
    "li": Flow._item,
    "table": Flow._table,
}
