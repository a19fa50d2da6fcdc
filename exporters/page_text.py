"""Documents on the web page: their blocks, with passages tinted where they stand.

Every stretch that passages cover is a link to the card of the innermost one. An `id` s7 stands where passage
7 begins, p7 on its card, r7 on its row in the ledger: so all ways lead there and back without any script.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, pairwise

from exporters.legible import legible
from exporters.report import ReportBlock, ReportPassage, ReportSource

DEEPEST = 5
"""Headings below this level of HTML look the same to a reader."""

Stretch = tuple[int, int, tuple[ReportPassage, ...]]
"""Start, end, the passages that cover all of it."""


def safe(text: str) -> str:
    """Text as HTML can hold it, in elements and attributes."""
    return escape(legible(text))


def stretches(blocks: Iterable[ReportBlock], passages: Sequence[ReportPassage]) -> Iterator[Stretch]:
    """The text of a document, cut wherever a block or a passage begins or ends."""
    cuts = {place for block in blocks for place in (block.start, block.end)}
    cuts |= {place for passage in passages for place in (passage.start, passage.end)}
    waiting = deque(sorted(passages, key=lambda passage: passage.start))
    covering: list[ReportPassage] = []
    for start, end in pairwise(sorted(cuts)):
        covering = [passage for passage in covering if passage.end > start]
        while waiting and waiting[0].start <= start:
            covering.append(waiting.popleft())
        yield start, end, tuple(covering)


def blocks(source: ReportSource, passages: Sequence[ReportPassage]) -> Iterator[str]:
    """The HTML of a document's blocks, tables as tables."""
    marked = _marked(source, passages)
    for table, group in groupby(source.blocks, key=lambda block: block.table):
        if table is None:
            yield from (_block(block, marked.get(i, "")) for block in group for i in [block.start])
        else:
            yield _table(list(group), marked)


def _marked(source: ReportSource, passages: Sequence[ReportPassage]) -> dict[int, str]:
    """By the start of a block, its text with its passages marked."""
    marked: dict[int, str] = {}
    parts = deque(stretches(source.blocks, passages))
    for block in source.blocks:
        pieces = []
        while parts and parts[0][0] < block.end:
            start, end, covering = parts.popleft()
            if start >= block.start:
                pieces.append(_mark(source.text[start:end], start, covering))
        marked[block.start] = "".join(pieces)
    return marked


def _mark(text: str, start: int, covering: Sequence[ReportPassage]) -> str:
    if not covering:
        return safe(text)
    inner = min(covering, key=lambda passage: (passage.end - passage.start, -passage.start))
    beginning = [passage for passage in covering if passage.start == start]
    anchors = "".join(
        f'<span class="at" id="s{passage.id}"></span>' for passage in beginning if passage is not inner
    )
    own = f' id="s{inner.id}"' if inner in beginning else ""
    depth = " double" if len(covering) > 1 else ""
    return f'{anchors}<a class="mark {inner.kind}{depth}"{own} href="#p{inner.id}">{safe(text)}</a>'


def _block(block: ReportBlock, content: str) -> str:
    tag = f"h{min((block.level or 1) + 2, DEEPEST)}" if block.kind == "heading" else "p"
    number = f'<span class="number">{block.number}</span>' if block.number else ""
    return f'<{tag} class="block {block.kind}">{number}{content}</{tag}>\n'


def _table(cells: Sequence[ReportBlock], marked: dict[int, str]) -> str:
    rows = "".join(
        f"<tr>{''.join(_cell(cell, marked[cell.start]) for cell in row)}</tr>\n"
        for _, row in groupby(cells, key=lambda cell: cell.row)
    )
    number = f'<span class="number">{cells[0].number or ""}</span>'
    return f'<div class="block scroll">{number}<table class="grid">\n{rows}</table></div>\n'


def _cell(cell: ReportBlock, content: str) -> str:
    spans = "".join(
        f' {name}="{count}"'
        for name, count in (("rowspan", cell.row_span), ("colspan", cell.column_span))
        if count > 1
    )
    return f"<td{spans}>{content}</td>"
