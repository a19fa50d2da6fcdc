"""The text of blocks as runs: shaded and underlined where passages stand, with the ends of their comments.

A kind is known by its shade and by its line below, so that a reader without colours knows it too. Where
passages lie over each other, the shade is that of the shortest and the line that of the longest.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from exporters.report import ReportBlock, ReportPassage, ReportSource
from exporters.word_comments import END, START, Comments
from exporters.word_parts import BLANK, Prototype

SHADES = {
    "target": ("DCE9F7", "1F4E79", "single"),
    "task": ("FBE5D0", "9C4A00", "double"),
    "policy": ("E0EFD8", "375E1F", "dotted"),
}
"""By kind: the shade, the colour of the line below it, and its form."""

_PLAIN = Prototype(
    f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{BLANK}</w:t></w:r>'
)


def _shaded(above: str, below: str) -> Prototype:
    """A run in the shade of one kind over the line of another."""
    fill, (_, colour, line) = SHADES[above][0], SHADES[below]
    return Prototype(
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:u w:val="{line}" w:color="{colour}"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:rPr>'
        f'<w:t xml:space="preserve">{BLANK}</w:t></w:r>'
    )


_SHADED = {(above, below): _shaded(above, below) for above in SHADES for below in SHADES}


def sample(kind: str, text: str) -> str:
    """A run that shows how a kind looks."""
    return _SHADED[kind, kind].filled(text)


@dataclass
class _Standing:
    """What stands in one block."""

    passages: list[ReportPassage] = field(default_factory=list)
    starts: dict[int, list[str]] = field(default_factory=dict)
    ends: dict[int, list[str]] = field(default_factory=dict)


class Marks:
    """The passages of a document, spread over its blocks."""

    def __init__(self, source: ReportSource, passages: Iterable[ReportPassage], comments: Comments) -> None:
        self._text = source.text
        self._blocks = source.blocks
        self._starts = [block.start for block in source.blocks]
        self._standing: dict[int, _Standing] = {}
        for passage in passages:
            self._spread(passage, comments.of(passage))

    def _spread(self, passage: ReportPassage, number: str) -> None:
        first = max(0, bisect_right(self._starts, passage.start) - 1)
        last = max(first, bisect_right(self._starts, passage.end - 1) - 1)
        for block in range(first, last + 1):
            self._standing.setdefault(block, _Standing()).passages.append(passage)
        start = min(passage.start, self._blocks[first].end)
        end = min(passage.end, self._blocks[last].end)
        self._standing[first].starts.setdefault(start, []).append(START.filled(number))
        self._standing[last].ends.setdefault(end, []).append(END.filled(number, number))

    def runs(self, number: int) -> list[str]:
        """The runs of a block, with the ends of comments between them."""
        block = self._blocks[number]
        standing = self._standing.get(number)
        if standing is None:
            return [_PLAIN.filled(self._text[block.start : block.end])] if block.end > block.start else []
        cuts = _cuts(block, standing)
        made: list[str] = []
        for at, until in zip(cuts, [*cuts[1:], None], strict=True):
            made += standing.ends.get(at, ())
            made += standing.starts.get(at, ())
            if until is not None:
                made.append(self._run(at, until, standing))
        return made

    def _run(self, start: int, end: int, standing: _Standing) -> str:
        over = [p for p in standing.passages if p.start <= start and p.end >= end]
        text = self._text[start:end]
        if not over:
            return _PLAIN.filled(text)
        by_length = sorted(over, key=lambda passage: (passage.end - passage.start, passage.id))
        return _SHADED[by_length[0].kind, by_length[-1].kind].filled(text)


def _cuts(block: ReportBlock, standing: _Standing) -> list[int]:
    """Where runs begin and end: the block's own ends, and those of the passages in it."""
    ends = {end for passage in standing.passages for end in (passage.start, passage.end)}
    return sorted({block.start, block.end} | {end for end in ends if block.start < end < block.end})
