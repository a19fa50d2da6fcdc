"""Where in its document a stretch of text stands: the words around it, the number of its paragraph."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter


def around(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """What stands before [start, end), the stretch itself, what follows: `width` characters of its line."""
    before = text[max(start - width, 0) : start].rpartition("\n")[2]
    return before, text[start:end], text[end : end + width].partition("\n")[0]


def paragraph_at(paragraphs: Sequence[tuple[int, int | None]], offset: int) -> int | None:
    """The number of the block that holds an offset; `paragraphs` is what db.documents.paragraphs gives."""
    return paragraphs[bisect_right(paragraphs, offset, key=itemgetter(0)) - 1][1]
