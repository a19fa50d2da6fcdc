"""Heights of single characters: the place within a line counts, so sentences sharing one do not overlap."""

from __future__ import annotations

from collections.abc import Callable

from desktop.reading.reader import Reader

THIRD = 3
"""The line kept level when panes scroll together stands at this part of the height."""


class Levels:
    """The heights of characters in a pane as it is scrolled now."""

    def __init__(self, pane: Reader) -> None:
        self._flow, self._line = pane.flow, pane.line
        self._rows, self._height, self._lift = pane.seen_rows(), pane.viewport().height(), pane.to_flow(0)

    def of(self, offset: int, ends: bool = False) -> float:
        """The height in the viewport at which a character begins, or (`ends`) the one before it ends.

        Out of sight it is well above or below: rows that are not seen are not set for this.
        """
        at = max(0, offset - 1) if ends else offset
        row = self._flow.row_of(at)
        if row < self._rows.start:
            return -float(self._height)
        if row >= self._rows.stop:
            return 2.0 * self._height
        top = self._flow.line_top(at) - self._lift
        first, last = self._flow.line_span(at)
        share = (offset - first) / (last - first) if last > first else float(ends)
        return top + min(max(share, 0.0), 1.0) * self._line

    def reach(self, stretch: tuple[int, int]) -> tuple[float, float]:
        """From where to where a stretch stands; an empty one stands where what is before it ends."""
        start, end = stretch
        top = self.of(start, ends=start == end and start > 0)
        return top, self.of(end, ends=True) if start < end else top


def level(pane: Reader, offset: int) -> float:
    """The height in the viewport at which a character begins."""
    return Levels(pane).of(offset)


def in_sight(pane: Reader) -> tuple[int, int]:
    """The stretch of text that is seen, with what else stands in its rows."""
    bottom = pane.to_flow(pane.viewport().height())
    first = pane.flow.paragraph(pane.flow.offset_at(0, pane.to_flow(0)))[0]
    return first, pane.flow.paragraph(pane.flow.offset_at(0, bottom))[1]


def lead(leader: Reader, follower: Reader, beside: Callable[[int], int]) -> None:
    """Scroll `follower` so that what corresponds to the line read in `leader` stands level with it.

    `beside` gives the offset that corresponds to one of the leader. Spaces between paragraphs are gone
    through at the leader's pace.
    """
    y = _read_at(leader)
    offset, below = _at(leader, y)
    _put(follower, beside(offset), y - below)


def _read_at(pane: Reader) -> float:
    """The height of the line that is read: a third down, except near the ends of the text."""
    bar, height = pane.verticalScrollBar(), pane.viewport().height()
    third = height / THIRD
    return min(max(third, 2 * third - (bar.maximum() - bar.value())), bar.value())


def _at(pane: Reader, y: float) -> tuple[int, float]:
    """The offset at a height, and by how much it stands higher."""
    flow = pane.flow
    start = flow.offset_at(0, pane.to_flow(y))
    first, last = flow.line_span(start)
    inside = y - (flow.line_top(start) - pane.to_flow(0))
    share = min(max(inside / pane.line, 0.0), 1.0)
    return first + round(share * (last - first)), inside - share * pane.line


def _put(pane: Reader, offset: int, y: float) -> None:
    """Scroll so that an offset stands at a height."""
    if pane.flow.row_of(offset) in pane.seen_rows():
        bar = pane.verticalScrollBar()
        bar.setValue(bar.value() + round(level(pane, offset) - y))
        return
    first, last = pane.flow.line_span(offset)
    share = (offset - first) / (last - first) if last > first else 0.0
    pane.scroll_to(offset, round(y - share * pane.line))
