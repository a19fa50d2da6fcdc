"""The passage that has the focus in a pane, and its ends while they are moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.reading.moves import next_word, previous_word
from desktop.reading.passage_paint import Handles

if TYPE_CHECKING:
    from db.passages import Span
    from desktop.reading.reader import Reader


class Focus:
    """Which passage of one pane has the focus; tells the pane what to paint anew and to announce."""

    def __init__(self, pane: Reader) -> None:
        self._pane = pane

    @property
    def span(self) -> Span | None:
        return self._pane.marks.focus

    @property
    def id(self) -> int | None:
        return self.span.id if self.span else None

    def take(self, passage_id: int | None) -> None:
        """Give the focus to a passage, or to none."""
        self._show(self._pane.marks.spans.get(passage_id))

    def click(self, passage_ids: list[int]) -> None:
        """Give the focus to the first of the passages at a place; to the one after the one that has it."""
        place = passage_ids.index(self.id) + 1 if self.id in passage_ids else 0
        self.take(passage_ids[place % len(passage_ids)])

    def handles(self) -> Handles | None:
        """Where the handles of the passage stand in the viewport; those out of sight are null."""
        span = self.span
        if span is None:
            return None
        flow, rows = self._pane.flow, self._pane.seen_rows()
        start = flow.caret(span.start) if flow.row_of(span.start) in rows else QRectF()
        end = flow.end_caret(span.end) if flow.row_of(span.end - 1) in rows else QRectF()
        return Handles(self._pane.in_viewport(start), self._pane.in_viewport(end))

    def handle_at(self, point: QPointF) -> str | None:
        """The handle under a point: "start", "end" or none."""
        handles = self.handles()
        return handles.at(point) if handles else None

    def drag(self, end: str, offset: int) -> None:
        """Show the passage with one end at an offset, without storing it; one character is kept."""
        if self.span:
            self._show(_moved(self.span, end, offset))

    def drop(self) -> None:
        """Announce where the ends are now, if they moved."""
        shown = self.span
        stored = self._pane.marks.spans.get(self.id)
        if shown and stored and (shown.start, shown.end) != (stored.start, stored.end):
            self._pane.passage_ends_moved.emit(shown.id, shown.start, shown.end)

    def move_end(self, end: str, by: int, unit: str) -> None:
        """Move one end by a character or a word, forwards or back, and announce it."""
        span, flow = self.span, self._pane.flow
        if span is None:
            return
        offset = span.start if end == "start" else span.end
        if unit == "word":
            offset = next_word(flow, offset) if by > 0 else previous_word(flow, offset)
        else:
            offset = flow.step(offset, forward=by > 0)
        self.drag(end, offset)
        self.drop()

    def _show(self, span: Span | None) -> None:
        before, self._pane.marks.focus = self.span, span
        for one in (before, span):
            if one is not None and before != span:
                self._pane.update_interval(one.start, one.end)


def _moved(span: Span, end: str, offset: int) -> Span:
    if end == "start":
        return span._replace(start=min(offset, span.end - 1))
    return span._replace(end=max(offset, span.start + 1))
