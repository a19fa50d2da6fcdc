"""Painting one row: what lies behind its words, the words, and what lies over them and beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.reading import difference_paint, passage_paint
from desktop.reading.difference_paint import Changes, Lit
from desktop.reading.hits import Hits
from desktop.reading.markup import Markup, differing, frame, markup, rectangles
from desktop.reading.rows import LaidRow
from desktop.reading.spans import Spans
from desktop.reading.text_box import TextBox
from desktop.reading.type_scale import TypeScale
from desktop.theme import Theme

if TYPE_CHECKING:
    from db.passages import Span

Interval = tuple[int, int]

NUMBER_GAP, NARROW_GAP = 16, 6
"""From a paragraph's number to the text."""


@dataclass
class Marks:
    """Everything shown on the text of a pane besides the text."""

    spans: Spans = field(default_factory=Spans)
    focus: Span | None = None
    """The focused passage, with its ends where a handle holds them."""
    selection: Interval = (0, 0)
    hits: Hits = field(default_factory=Hits)
    flash: Interval = (0, 0)
    flash_strength: float = 0.0
    changes: Sequence[Changes] = ()
    """What differs from the panes beside this one."""
    lit: Lit | None = None


class RowPainter:
    """Paints rows in one theme at one size; `margin` is the room right of the text."""

    def __init__(self, theme: Theme, scale: TypeScale, margin: int) -> None:
        self._theme, self._scale, self._margin = theme, scale, margin
        self._stripes = passage_paint.StripePainter(theme, scale.number_font)
        self._metrics = QFontMetricsF(scale.number_font)

    def paint(self, painter: QPainter, laid: LaidRow, marks: Marks, width: int, clip: QRect) -> None:
        """Paint a row of text `width` wide at the painter's origin, as far as it lies within `clip`."""
        shape = laid.markup
        if shape is None:
            shape = laid.markup = markup(laid, marks.spans)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_grid(painter, laid)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        passage_paint.paint_tints(painter, self._theme, shape, clip)
        for box in laid.boxes:
            self._paint_behind(painter, box, marks)
        self._paint_words(painter, laid, clip)
        self._paint_over(painter, laid, shape, marks)
        focus = marks.focus.id if marks.focus else None
        self._stripes.paint(painter, shape, width, self._margin, focus, clip)

    def mark_anew(self, laid: LaidRow, spans: Spans) -> tuple[int, int]:
        """Work out what passages add to a row; between which heights in it something else is to be seen."""
        before, after = laid.markup, markup(laid, spans)
        laid.markup = after
        if before is None or len({passage_paint.pitch(m.lanes, self._margin) for m in (before, after)}) > 1:
            return 0, laid.height
        return differing(before, after)

    def paint_number(self, painter: QPainter, laid: LaidRow, number: int, room: int) -> None:
        """Write a paragraph's number into the left margin, `room` wide, on its first line."""
        box = laid.boxes[0]
        text = str(number)
        painter.setFont(self._scale.number_font)
        painter.setPen(QColor(self._theme.muted))
        gap = NUMBER_GAP if room >= 2 * NUMBER_GAP + NARROW_GAP else NARROW_GAP
        x = max(1 - room, -gap - self._metrics.horizontalAdvance(text))
        painter.drawText(QPointF(x, box.top(0) + box.style.baseline), text)

    def _paint_grid(self, painter: QPainter, laid: LaidRow) -> None:
        """Rules and tinted head of a table."""
        for place in laid.tinted:
            painter.fillRect(place, QColor(self._theme.window))
        if laid.framed:
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects(laid.framed)

    def _paint_behind(self, painter: QPainter, box: TextBox, marks: Marks) -> None:
        theme = self._theme
        if marks.lit:
            difference_paint.paint_lit(painter, theme, box, marks.lit)
        if marks.focus and marks.focus.start < box.end and marks.focus.end > box.start:
            places = rectangles(box.pieces(marks.focus.start, marks.focus.end))
            passage_paint.paint_focus(painter, theme, marks.focus.kind, places)
        painter.setPen(Qt.PenStyle.NoPen)
        self._fill(painter, box, marks.selection, QColor(theme.selected))
        for hit in marks.hits.between(box.start, box.end):
            self._fill(painter, box, hit, QColor(theme.found))
        if marks.flash_strength:
            colour = QColor(theme.found)
            colour.setAlphaF(marks.flash_strength)
            self._fill(painter, box, marks.flash, colour)

    def _fill(self, painter: QPainter, box: TextBox, interval: Interval, colour: QColor) -> None:
        painter.setBrush(colour)
        painter.drawRects(rectangles(box.pieces(*interval), gap=0))

    def _paint_words(self, painter: QPainter, laid: LaidRow, clip: QRect) -> None:
        seen = QRectF(clip)
        for box in laid.boxes:
            painter.setPen(QColor(self._theme.muted if box.style.muted else self._theme.ink))
            box.draw(painter, seen)

    def _paint_over(self, painter: QPainter, laid: LaidRow, shape: Markup, marks: Marks) -> None:
        passage_paint.paint_lines(painter, self._theme, shape)
        current = marks.hits.current
        for box in laid.boxes:
            if marks.lit:
                difference_paint.paint_lit_lines(painter, self._theme, box, marks.lit)
            if marks.focus and marks.focus.start < box.end and marks.focus.end > box.start:
                lines = frame(box.pieces(marks.focus.start, marks.focus.end))
                passage_paint.paint_focus_frame(painter, self._theme, marks.focus.kind, lines)
            if current and current[0] < box.end and current[1] > box.start:
                painter.setPen(QPen(QColor(self._theme.accent), 1.5))
                painter.drawLines(frame(box.pieces(*current)))
