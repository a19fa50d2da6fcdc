"""The rows a document is stacked of: one a paragraph, one or more a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect, Qt

from desktop.reading import typesetting
from desktop.reading.text_box import TextBox
from desktop.reading.type_scale import Style, TypeScale

if TYPE_CHECKING:
    from desktop.reading.markup import Markup


class BlockLike(Protocol):
    """What a pane reads of a `db.models.Block`."""

    kind: str
    level: int | None
    start: int
    end: int
    number: int | None
    table: int | None
    row: int | None
    column: int | None
    row_span: int
    column_span: int


@dataclass
class LaidRow:
    """A row with its words set. Places are counted from the left edge of the text and the top of the row."""

    height: int
    boxes: list[TextBox]
    tinted: list[QRect] = field(default_factory=list)
    framed: list[QRect] = field(default_factory=list)
    markup: Markup | None = None
    """What the passages add, worked out when the row is first painted with them."""

    def box_of(self, offset: int) -> TextBox:
        """The box that holds an offset, or the last one before it."""
        found = self.boxes[0]
        for box in self.boxes:
            if box.start > offset:
                break
            found = box
        return found

    def box_at(self, x: float, y: float) -> TextBox:
        """The box under a point, or the nearest one, side by side before above and below."""
        return min(
            self.boxes, key=lambda box: (_outside(y, box.y, box.height), _outside(x, box.x, box.width))
        )


def _outside(place: float, low: float, size: float) -> float:
    return max(low - place, place - low - size, 0)


class Row(Protocol):
    """Something that stands in the column of text and takes a height of its own."""

    start: int
    end: int
    number: int | None

    def estimate(self, text: str, scale: TypeScale, width: int) -> int:
        """The height it will probably take, without setting a line."""

    def lay(self, text: str, scale: TypeScale, width: int) -> LaidRow:
        """Set its words in lines."""


class Paragraph:
    """A row of one block. `after` is the kind of block above, whose space below it may be the larger."""

    __slots__ = ("after", "block", "end", "number", "start")

    def __init__(self, block: BlockLike, after: BlockLike | None) -> None:
        self.start, self.end, self.number = block.start, block.end, block.number
        self.block, self.after = block, after

    def estimate(self, text: str, scale: TypeScale, width: int) -> int:
        style = scale.style(self.block.kind, self.block.level)
        width_needed = typesetting.wide(text[self.start : self.end]) * style.em + style.first
        return self._before(scale) + max(1, ceil(width_needed / width)) * style.line

    def lay(self, text: str, scale: TypeScale, width: int) -> LaidRow:
        style, before = scale.style(self.block.kind, self.block.level), self._before(scale)
        words = text[self.start : self.end]
        box = TextBox(words, self.start, style, width, 0, before)
        if style.align == Qt.AlignmentFlag.AlignHCenter and box.lines > 1:
            inner = _balanced(words, style, width, box.lines)
            even = TextBox(words, self.start, style, inner, (width - inner) // 2, before)
            box = even if even.lines == box.lines else box
        return LaidRow(before + box.height, [box])

    def _before(self, scale: TypeScale) -> int:
        if self.after is None:
            return 0
        before = scale.style(self.block.kind, self.block.level).before
        if self.after.kind == "cell":
            return max(before, scale.table_space)
        return max(before, scale.style(self.after.kind, self.after.level).after)


def _balanced(words: str, style: Style, width: int, lines: int) -> int:
    """The width in which a centred text of so many lines has lines of about the same length."""
    return min(width, ceil(typesetting.wide(words) * style.em / lines) + style.em)


def rows_of(text: str, blocks: Sequence[BlockLike]) -> list[Row]:
    """The rows of a document, in order."""
    return list(_rows(text, blocks))


def _rows(text: str, blocks: Sequence[BlockLike]) -> Iterator[Row]:
    from desktop.reading.tables import bands

    above: BlockLike | None = None
    for table, group in groupby(blocks, key=lambda block: block.table if block.kind == "cell" else None):
        if table is not None:
            cells = list(group)
            yield from bands(text, cells, above)
            above = cells[-1]
            continue
        for block in group:
            yield Paragraph(block, above)
            above = block
