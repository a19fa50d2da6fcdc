"""What a pane asks of the text it shows, be it set in rows or printed on pages."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF


class Flowing(Protocol):
    """A text and where its characters stand. Offsets between lines on pages belong to the line before."""

    @property
    def text(self) -> str: ...

    @property
    def rows(self) -> Sequence[object]:
        """What stands one under the other: rows of set text, or pages."""

    def row_of(self, offset: int) -> int:
        """The row that holds an offset, or the last one before it."""

    def offset_at(self, x: float, y: float, between: bool = True) -> int:
        """The offset nearest to a point: between two characters, or else of the one under it."""

    def caret(self, offset: int) -> QRectF:
        """Where the caret stands before the character at an offset."""

    def end_caret(self, offset: int) -> QRectF:
        """Where the caret stands behind the character before an offset, even at the end of a line."""

    def line_top(self, offset: int) -> int:
        """The upper edge of the line an offset stands in."""

    def line_span(self, offset: int) -> tuple[int, int]:
        """The line an offset stands in: its first offset and the last place of the caret in it."""

    def offset_above(self, offset: int, x: float) -> int:
        """The offset at `x` in the line above that of an offset, or the start of the text."""

    def offset_below(self, offset: int, x: float) -> int:
        """The offset at `x` in the line below that of an offset, or the end of the text."""

    def step(self, offset: int, forward: bool) -> int:
        """The next place of the caret, or the same at the ends of the text."""

    def paragraph(self, offset: int) -> tuple[int, int]:
        """The block an offset stands in, as an interval."""
