"""The pane a document is read in: text as on a good page, passages tinted, ready to select and tag."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.reading import passage_paint
from desktop.reading.difference_paint import paint_bars
from desktop.reading.page import Page
from desktop.reading.row_paint import RowPainter
from desktop.reading.rows import BlockLike, LaidRow
from desktop.reading.spans import Spans

if TYPE_CHECKING:
    from db.passages import Span

MANY = 300
"""Changed passages from which on everything is painted anew."""


class DocumentPane(Page):
    """One document to read and tag in, as text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_theme(self.theme)
        self.setAccessibleName(self.tr("Text of the document"))

    def show_document(
        self, document_id: int, text: str, blocks: Sequence[BlockLike], spans: Sequence[Span]
    ) -> None:
        """Show a document from its top. `spans` are sorted by start, the longer first."""
        self.set_text(text, blocks)
        self._begin(document_id, blocks, spans)

    def clear(self) -> None:
        self.show_document(0, "", (), ())
        self.document_id = None

    def set_spans(self, spans: Sequence[Span]) -> None:
        known = self.marks.spans.all[-1].start if self.marks.spans.all else 0
        self.marks.spans = Spans(spans)
        self._forget_marks(known)
        self.focus.take(self.focus.id)

    def update_spans(self, passage_ids: Collection[int], spans: Sequence[Span]) -> None:
        """Some passages changed; only the lines in which something differs are painted anew."""
        changed = self.marks.spans.replace(passage_ids, spans)
        if len(changed) > MANY:
            self._forget_marks(0)
        rows = {
            row: laid
            for span in changed
            for row, laid in self.flow.touched(span.start, span.end).items()
            if laid.markup is not None
        }
        for row, laid in rows.items():
            top, bottom = self._rows.mark_anew(laid, self.marks.spans)
            self.update_band(self.flow.top(row) + top, self.flow.top(row) + bottom)
        self.focus.take(self.focus.id)

    def _forget_marks(self, offset: int) -> None:
        """Let what passages add from an offset on be worked out when it is painted."""
        for laid in self.flow.touched(offset, len(self.flow.text)).values():
            laid.markup = None
        self.update_interval(offset, len(self.flow.text))

    @property
    def stripe_room(self) -> int:
        """The width of the margin right of the text."""
        return self.viewport().width() - self.column.right

    def in_viewport(self, place: QRectF) -> QRectF:
        if place.isNull():
            return place
        return place.translated(self.column.left, -self.to_flow(0))

    def is_on_words(self, point: QPointF) -> bool:
        """Whether a point lies in the column of text, not in the margins."""
        return bool(self.flow.rows) and self.column.left <= point.x() <= self.column.right

    def is_in_margin(self, point: QPointF) -> bool:
        return point.x() < self.column.left - self.scale.em / 2

    def stripe_at(self, point: QPointF) -> int | None:
        if not self.flow.rows or point.x() < self.column.right:
            return None
        y = self.to_flow(point.y())
        row = self.flow.row_at(y)
        shape = self.flow.lay(row).markup
        if shape is None:
            return None
        step = passage_paint.pitch(shape.lanes, self.stripe_room)
        lane = round((point.x() - self.column.right - passage_paint.GAP - passage_paint.WIDTH / 2) / step)
        inside = y - self.flow.top(row)
        found = (one for one in shape.stripes if one.lane == lane and one.top <= inside <= one.bottom)
        return next((stripe.span.id for stripe in found), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._rows = RowPainter(self.theme, self.scale, self.stripe_room)
        super().paintEvent(event)

    def paint_row(self, painter: QPainter, row: int, laid: LaidRow, clip: QRect) -> None:
        self._rows.paint(painter, laid, self.marks, self.column.width, clip)
        if (number := self.flow.rows[row].number) is not None:
            self._rows.paint_number(painter, laid, number, self.column.left)
        edges = -self.column.left, self.viewport().width() - self.column.left
        for changes in self.marks.changes:
            paint_bars(painter, self.theme, laid, changes, edges)
