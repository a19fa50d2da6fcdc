"""The text of a REFI-QDA source becomes a document; offsets in it become offsets in the document.

Every line is a paragraph, since other programs know no others; lines without words go, and so does white
space around the others.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from importers.format import Draft, Options, Piece
from importers.outline import outline
from importers.text import FORMAT

if TYPE_CHECKING:
    from db.models import Document


class Shift:
    """From offsets in a text to offsets in the document made of its lines."""

    def __init__(self, text: str) -> None:
        self.lines: list[str] = []
        self._from: list[int] = []
        self._to: list[int] = []
        start = made = 0
        for line in text.split("\n"):
            if kept := line.strip():
                self.lines.append(kept)
                self._from.append(start + len(line) - len(line.lstrip()))
                self._to.append(made)
                made += len(kept) + 1
            start += len(line) + 1

    def interval(self, start: int, end: int) -> tuple[int, int]:
        """The part of the document that an interval of the text has become; empty where it held no word."""
        return self._first(start), self._last(end)

    def _first(self, offset: int) -> int:
        """Where the first kept character at or after the offset stands."""
        i = bisect_right(self._from, offset) - 1
        if i < 0:
            return 0
        within = offset - self._from[i]
        return self._to[i] + (within if within < len(self.lines[i]) else len(self.lines[i]) + 1)

    def _last(self, offset: int) -> int:
        """Where the last kept character before the offset ends."""
        i = bisect_right(self._from, offset - 1) - 1
        return 0 if i < 0 else self._to[i] + min(offset - self._from[i], len(self.lines[i]))


def document(lines: Sequence[str], name: str, data: bytes) -> "Document":
    """The document of these lines, not yet stored; `name` is the source's. Raises NothingToRead."""
    from importers.binding import bind  # the ORM takes longer to load than most files to read

    pieces = [Piece(line) for line in lines]
    outline(pieces)
    return bind(Draft(pieces, "utf-8"), name, FORMAT, data, Options(keep_line_breaks=True))
