"""Where the sentences of a Chinese text begin and end, in code points."""

import re
from bisect import bisect_right

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；]+[”’」』）)]*|[^。！？；\n]+")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as [start, end), in order.

    A sentence ends with 。！？； and the closing marks behind it, or with its line. White space around it is
    left outside; a line of nothing else has no sentence.
    """
    return [span for match in _SENTENCE.finditer(text) if (span := _trimmed(text, *match.span()))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    end -= len(stretch) - len(stretch.rstrip())
    return (start, end) if start < end else None


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds the character at `offset`, or the nearest one of its line before it.

    Only the line around `offset` is looked at. A blank line is its own empty sentence: (offset, offset).
    """
    offset = max(0, min(offset, len(text)))
    first = text.rfind("\n", 0, offset) + 1
    last = text.find("\n", offset)
    spans = sentences(text[first : last if last >= 0 else len(text)])
    if not spans:
        return offset, offset
    start, end = spans[max(0, bisect_right(spans, (offset - first, len(text))) - 1)]
    return first + start, first + end
