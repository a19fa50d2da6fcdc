"""A page that scrolls: sets a document's rows in a column and keeps what is read in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.reading.flow import Flow
from desktop.reading.ground import TOP
from desktop.reading.reader import Reader
from desktop.reading.rows import BlockLike, LaidRow
from desktop.reading.type_scale import TypeScale
from desktop.theme import reading_font

MEASURE = 38
"""Full-width characters in the longest line."""
NUMBER_ROOM, STRIPE_ROOM = 46, 60
"""Least margins, for the paragraph numbers on the left and the stripes on the right."""
NARROW, NARROW_NUMBERS, NARROW_STRIPES = 20, 28, 24
"""Characters a line that would be shorter makes room for, by margins so small."""
POINTS = 13.0
SLICE, PAUSE = 0.006, 12
"""Seconds of one slice of setting what is not yet seen, and milliseconds between two."""


class Column(NamedTuple):
    """Where the text stands in the viewport."""

    left: int
    width: int

    @property
    def right(self) -> int:
        return self.left + self.width


class Place(NamedTuple):
    """A line to keep in its place: an offset in it and the y of its upper edge in the viewport."""

    offset: int
    y: int


class Page(Reader):
    """The rows of one document in a centred column. Points are those of the viewport."""

    flow: Flow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Flow("", ()), parent)
        self._font = reading_font("", POINTS)
        self._kept: Place | None = None
        self._steady = Place(0, TOP)
        self.scale = TypeScale(self._font, self.zoom)
        self._moving = False
        self._idle = QTimer(self, interval=PAUSE)
        self._idle.timeout.connect(self._settle_some)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._arrange()

    def set_text(self, text: str, blocks: Sequence[BlockLike]) -> None:
        """Show another text, from its top."""
        self.flow = Flow(text, blocks)
        self._kept = Place(0, TOP)
        self._arrange()

    @property
    def em(self) -> int:
        return self.scale.em

    @property
    def line(self) -> int:
        return self.scale.style("paragraph").line

    def set_reading_font(self, font: QFont) -> None:
        self._font = font
        self._rescale()

    def scroll_to(self, offset: int, y: int) -> None:
        """Scroll so that the line of an offset stands at `y`, as far as the ends of the text allow."""
        self._kept = None
        self._hold(Place(offset, y))
        self.viewport().update()
        self.scrolled.emit(self.scroll_fraction())

    def first_offset(self) -> int:
        """The offset of the first character seen."""
        return self.flow.offset_at(0, self.to_flow(0))

    def to_flow(self, y: float) -> float:
        """A height in the viewport as one in the flow."""
        return y + self.verticalScrollBar().value() - TOP

    def offset_at(self, point: QPointF, between: bool = True) -> int:
        """The offset nearest to a point: between two characters, or else of the one under it."""
        return self.flow.offset_at(point.x() - self.column.left, self.to_flow(point.y()), between)

    def seen_rows(self) -> range:
        return self._rows_between(0, self.viewport().height())

    def keep_still(self) -> None:
        """Undo what corrected heights above have moved, after rows out of sight were asked for."""
        if not self._stands(self._steady):
            self._hold(self._steady)

    def update_interval(self, start: int, end: int) -> None:
        """Paint anew the lines that hold an interval, as far as they are seen."""
        if self.flow.rows:
            self.update_band(*self.flow.band(start, max(start, end)))

    def update_band(self, top: int, bottom: int) -> None:
        """Paint anew what lies between two heights in the flow, as far as it is seen."""
        lift, margin = TOP - self.verticalScrollBar().value(), self.scale.em
        seen = QRect(0, top + lift - margin, self.viewport().width(), bottom - top + 2 * margin)
        self.viewport().update(seen & self.viewport().rect())

    def paint_row(self, painter: QPainter, row: int, laid: LaidRow, clip: QRect) -> None:
        """Paint one row; the painter's origin and `clip` are those of the row."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        changed, seen = event.region(), event.rect()
        painter = QPainter(self.viewport())
        painter.fillRect(seen, self.theme.paper)
        left, lift = self.column.left, TOP - self.verticalScrollBar().value()
        for row in self._rows_between(seen.top(), seen.bottom()):
            top, bottom = self.flow.top(row) + lift, self.flow.bottom(row) + lift
            clip = changed.intersected(QRect(0, top, self.viewport().width(), bottom - top)).boundingRect()
            if clip.isEmpty():
                continue
            painter.translate(left, top)
            self.paint_row(painter, row, self.flow.lay(row), clip.translated(-left, -top))
            painter.translate(-left, -top)
        self.paint_over(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_top()
        self._arrange()
        super().resizeEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._moving:
            return
        self._kept = None
        place = self._steady_place()
        self._hold(place)
        if self._stands(place):
            self.viewport().scroll(0, dy)
        else:
            self.viewport().update()
        self.scrolled.emit(self.scroll_fraction())

    def sizeHint(self) -> QSize:
        return QSize(42 * self.scale.em, 50 * self.scale.em)

    def _rescale(self) -> None:
        self._keep_top()
        self.scale = TypeScale(self._font, self.zoom)
        self._arrange()

    def _keep_top(self) -> None:
        """Note the line at the top, to stay where it is when all is set anew."""
        if self.verticalScrollBar().value() == 0:
            self._kept = Place(0, TOP)
        elif self._kept is None:
            offset = self.first_offset()
            self._kept = Place(offset, round(self.flow.line_top(offset) - self.to_flow(0)))

    def _arrange(self) -> None:
        self.column = _column(self.viewport().width(), self.scale.em)
        self.flow.arrange(self.scale, self.column.width)
        self._hold(self._kept or Place(0, TOP))
        self._idle.start()
        self.viewport().update()

    def _hold(self, place: Place) -> None:
        """Scroll so that a line stands in its place, and set the rows that are then seen.

        Setting them corrects heights, so it takes a few rounds until nothing moves.
        """
        if not self.flow.rows:
            self._move(0)
            return
        for _ in range(8):
            self._move(self.flow.line_top(place.offset) + TOP - place.y)
            before = self.flow.height
            for row in self.seen_rows():
                self.flow.lay(row)
            if self.flow.height == before:
                break
        self.flow.forget_beyond(self.seen_rows())
        self._steady = self._steady_place()

    def _move(self, value: int) -> None:
        """Set range and value of the scroll bar without scrolling what is painted."""
        self._moving = True
        bar, height = self.verticalScrollBar(), self.viewport().height()
        tail = max(4 * self.scale.em, height // 3)
        bar.setRange(0, max(0, TOP + self.flow.height + tail - height) if self.flow.rows else 0)
        bar.setPageStep(max(self.scale.em, height - 3 * self.scale.em))
        bar.setSingleStep(self.scale.style("paragraph").line)
        bar.setValue(value)
        self._moving = False

    def _stands(self, place: Place) -> bool:
        if not self.flow.rows:
            return True
        return self.flow.line_top(place.offset) - self.to_flow(0) == place.y

    def _steady_place(self) -> Place:
        """The first row seen that is set already: what the eye holds on to."""
        rows = self.seen_rows()
        row = next((row for row in rows if self.flow.is_exact(row)), rows.start)
        if row >= len(self.flow.rows):
            return Place(0, TOP)
        offset = self.flow.rows[row].start
        inside = self.flow.lay(row).boxes[0].y
        return Place(offset, round(self.flow.top(row) + inside - self.to_flow(0)))

    def _settle_some(self) -> None:
        """Set a few rows that nobody has seen yet, so that the scroll bar tells the truth."""
        place = self._steady_place()
        self.flow.lay_some(SLICE)
        self._hold(place)
        if not self._stands(place):
            self.viewport().update()
        if self.flow.settled:
            self._idle.stop()

    def _rows_between(self, top: float, bottom: float) -> range:
        return self.flow.rows_between(self.to_flow(top), self.to_flow(bottom))


def _column(room: int, em: int) -> Column:
    """The column in a viewport `room` wide: whole characters, at most the measure, in the middle."""
    narrow = room - NUMBER_ROOM - STRIPE_ROOM < NARROW * em
    left, right = (NARROW_NUMBERS, NARROW_STRIPES) if narrow else (NUMBER_ROOM, STRIPE_ROOM)
    width = max(8, min(MEASURE, (room - left - right) // em)) * em
    return Column(max(left, min((room - width) // 2, room - right - width)), width)
