"""The pane that shows a document as its pages were printed, with its passages on them, ready to tag."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.pages.book import Book
from desktop.pages.leaves import GAP, Leaves
from desktop.pages.lock import Lock
from desktop.pages.page_paint import PagePainter, paint_lines_of_print
from desktop.pages.paper import Paper
from desktop.pages.pictures import Pictures
from desktop.pages.tiles import Tile
from desktop.reading.reader import Reader
from desktop.reading.rows import BlockLike
from desktop.reading.spans import Spans
from desktop.theme import LIGHT, Theme

if TYPE_CHECKING:
    from db.passages import Span

MARGIN = 18
"""Pixels around the pages where they fill the pane."""
LEAST_WIDTH = 120
POINTS_ACROSS = 50
"""Characters of the usual size side by side on a page."""
READABLE = 12
"""Pixels of such a character that can be read with ease."""
LEAST_PRINT = 0.5
"""Of a page's width: where less is printed on, that is not made wider."""
DIMMED = QColor("#aeaca7")
"""What white paper is in the dark theme: pale enough to read print on, dark enough for a dark room."""


class Anchor(NamedTuple):
    """A place on a page, in parts of it, and the point of the viewport at which it is kept."""

    page: int
    across: float
    down: float
    point: QPointF


class PagePane(Reader):
    """One document to read and tag in, as pages. At 100 % a page fills the width of the pane.

    Until somebody zooms, what is printed fills a pane in which whole pages would be too small to read.
    """

    flow: Leaves

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(Leaves(), parent)
        self.pictures = pictures
        self.paper: Paper | None = None
        self.lock = Lock(self)
        self.lock.password_given.connect(self._unlock)
        self.book: Book | None = None
        self._sizes: Sequence[tuple[float, float]] = ()
        self._sought: Callable[[], None] | None = None
        """What to do when the pages are there."""
        self._led = 0, 0
        """The offset that was scrolled to last, and where the scroll bar stood then."""
        self._held: QPointF | None = None
        self._moving = False
        self.zoomed = False
        pictures.opened.connect(self._show_pages)
        pictures.refused.connect(self._tell)
        pictures.came.connect(self._take)
        pictures.spoilt.connect(self._spoil)
        self.horizontalScrollBar().rangeChanged.connect(self._place_bars)
        self.setObjectName("page_pane")
        self.set_theme(self.theme)
        self.setAccessibleName(self.tr("Pages of the document"))

    def show_document(
        self, document_id: int, text: str, blocks: Sequence[BlockLike], spans: Sequence[Span], paper: Paper
    ) -> None:
        """Show the pages of a document from the first. `spans` are sorted by start, the longer first."""
        self._close()
        self.paper = paper
        self.flow = Leaves(text, blocks, paper.places)
        self._begin(document_id, blocks, spans)
        self.book = Book(self.pictures, paper.data)
        self._arrange()

    def clear(self) -> None:
        self._close()
        self.paper = None
        self.flow = Leaves()
        self._begin(None, (), ())
        self._arrange()

    def set_spans(self, spans: Sequence[Span]) -> None:
        self.marks.spans = Spans(spans)
        self.viewport().update()
        self.focus.take(self.focus.id)

    def update_spans(self, passage_ids: Collection[int], spans: Sequence[Span]) -> None:
        for span in self.marks.spans.replace(passage_ids, spans):
            self.update_interval(span.start, span.end)
        self.focus.take(self.focus.id)

    @property
    def has_places(self) -> bool:
        """Whether it is known where the text stands on the pages."""
        return bool(self.flow.strips)

    @property
    def em(self) -> int:
        return max(8, self.flow.width // POINTS_ACROSS)

    @property
    def line(self) -> int:
        return 2 * self.em

    @property
    def words_theme(self) -> Theme:
        return LIGHT

    @property
    def left(self) -> int:
        """Where in the viewport the pages begin."""
        free = self.viewport().width() - self.flow.width
        return free // 2 if free >= 2 * MARGIN else MARGIN - self.horizontalScrollBar().value()

    def to_flow(self, y: float) -> float:
        return y + self.verticalScrollBar().value() - MARGIN

    def in_viewport(self, place: QRectF) -> QRectF:
        return place if place.isNull() else place.translated(self.left, -self.to_flow(0))

    def offset_at(self, point: QPointF, between: bool = True) -> int:
        return self.flow.offset_at(point.x() - self.left, self.to_flow(point.y()), between)

    def is_on_words(self, point: QPointF) -> bool:
        return self.flow.is_on_words(point.x() - self.left, self.to_flow(point.y()))

    def seen_rows(self) -> range:
        return self._rows_between(0, self.viewport().height())

    def first_offset(self) -> int:
        offset, value = self._led
        if not self.flow.rows or value == self.verticalScrollBar().value():
            return offset
        return self.flow.first_below(self.to_flow(0))

    def scroll_to(self, offset: int, y: int) -> None:
        self._led = offset, 0
        self._when_there(lambda: self._scroll_to(offset, y))

    def fit(self) -> None:
        """Let pages be as wide as the pane; where they are, let what is printed on them be so."""
        if self.zoom != 100:
            self.set_zoom(100)
            return
        self.set_zoom(self._zoom_of_print())
        self._go_to_print()

    def set_zoom(self, percent: int) -> None:
        self.zoomed = True
        super().set_zoom(percent)

    def _zoom_of_print(self) -> int:
        """At which what is printed is as wide as a page is at 100 %."""
        left, right = self.flow.print_edges()
        return int(100 / max(LEAST_PRINT, right - left))

    def _go_to_print(self) -> None:
        """Let what is printed begin where the pane does."""
        self.horizontalScrollBar().setValue(round(self.flow.print_edges()[0] * self.flow.width))

    def show_interval(self, start: int, end: int) -> None:
        super().show_interval(start, end)
        if self.flow.rows:
            self._scroll_across(start)

    def set_scroll_fraction(self, fraction: float) -> None:
        self._when_there(lambda: super(PagePane, self).set_scroll_fraction(fraction))

    def update_interval(self, start: int, end: int) -> None:
        rows = self.seen_rows()
        pieces = self.flow.pieces(start, max(end, start + 1), rows)
        if pieces:
            top = min(piece.top for piece in pieces) - self.to_flow(0) - self.em
            bottom = max(piece.top + piece.height for piece in pieces) - self.to_flow(0) + self.em
            self.viewport().update(QRect(0, int(top), self.viewport().width(), int(bottom - top) + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        seen = event.rect()
        painter.fillRect(seen, QColor(self.theme.window))
        rows = self._rows_between(seen.top(), seen.bottom())
        for row in rows:
            self._paint_paper(painter, row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        origin = QPointF(self.left, -self.to_flow(0))
        marks = PagePainter(self.flow, self.marks, rows)
        painter.translate(origin)
        marks.paint_tints(painter)
        painter.translate(-origin)
        self._dim(painter, rows)
        painter.translate(origin)
        marks.paint_lines(painter)
        painter.translate(-origin)
        if self.has_places:
            self.paint_over(painter)
        painter.end()
        self._want()

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self._anchor(self._top)
        self._arrange()
        self._keep(anchor)
        if not self.zoomed:
            self._go_to_print()
        super().resizeEvent(event)
        self.lock.setGeometry(self.rect())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._moving:
            self.viewport().scroll(dx, dy)
            self.scrolled.emit(self.scroll_fraction())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._held = event.position()
        super().wheelEvent(event)
        self._held = None

    def sizeHint(self) -> QSize:
        return QSize(640, 800)

    def _close(self) -> None:
        """Let go of the pages shown until now."""
        if self.book is not None:
            self.book.close()
        self.book, self._sizes = None, ()
        self._sought, self._led = None, (0, 0)
        self.lock.hide()

    def _is_ours(self, number: int) -> bool:
        return self.book is not None and self.book.number == number

    def _show_pages(self, number: int, sizes: Sequence[tuple[float, float]]) -> None:
        if not self._is_ours(number):
            return
        self.lock.hide()
        self._sizes = sizes
        self._arrange()
        self._go_to_print()
        if self._sought is not None:
            self._sought()
            self._sought = None
        self._show_headings()

    def _tell(self, number: int, problem: Exception) -> None:
        if self._is_ours(number):
            self.lock.setGeometry(self.rect())
            self.lock.tell(problem)

    def _unlock(self, password: str) -> None:
        if self.book is not None:
            self.book.unlock(password)

    def _spoil(self, number: int, page: int) -> None:
        if self.book is not None and self._is_ours(number):
            self.book.spoilt.add(page)
            self.viewport().update()

    def _take(self, tile: Tile) -> None:
        """A tile came: paint it, if it is seen."""
        if self._is_ours(tile.book) and tile.page < len(self.flow.rows):
            self.viewport().update(self.leaf_place(tile.page))

    def _when_there(self, call: Callable[[], None]) -> None:
        if self.flow.rows:
            call()
        else:
            self._sought = call

    def _scroll_to(self, offset: int, y: int) -> None:
        place = self.flow.caret(offset)
        bar = self.verticalScrollBar()
        value = min(max(0, round(place.top()) + MARGIN - y), bar.maximum())
        self._led = offset, value
        bar.setValue(value)
        self._scroll_across(offset)
        self.viewport().update()

    def _scroll_across(self, offset: int) -> None:
        """Bring a character into the middle where it lies left or right of what is seen."""
        place = self.flow.caret(offset)
        if not 0 <= self.in_viewport(place).x() < self.viewport().width() - self.em:
            across = place.left() + MARGIN - self.viewport().width() // 2
            self.horizontalScrollBar().setValue(round(across))

    @property
    def _top(self) -> QPointF:
        """The middle of the upper edge."""
        return QPointF(self.viewport().width() / 2, 0)

    def _rescale(self) -> None:
        anchor = self._anchor(self._held or self._top)
        self._arrange()
        self._keep(anchor)

    def _arrange(self) -> None:
        """Place the pages for this width and zoom, without scrolling what is painted."""
        room = self.viewport().width() - 2 * MARGIN
        if not self.zoomed:
            self.zoom = 100 if room >= READABLE * POINTS_ACROSS else self._zoom_of_print()
        width = max(LEAST_WIDTH, round(room * self.zoom / 100))
        self.flow.arrange(self._sizes, width)
        self._moving = True
        view, across, down = self.viewport().size(), self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, width + 2 * MARGIN - view.width()) if self._sizes else 0)
        across.setPageStep(view.width())
        down.setRange(0, max(0, self.flow.height + MARGIN - view.height()) if self._sizes else 0)
        down.setPageStep(max(self.em, view.height() - 3 * self.em))
        down.setSingleStep(2 * self.line)
        self._moving = False
        self.viewport().update()

    def _anchor(self, point: QPointF) -> Anchor | None:
        if not self.flow.rows:
            return None
        y = self.to_flow(point.y())
        page = self.flow.row_at(y)
        leaf = self.flow.rows[page]
        return Anchor(page, (point.x() - self.left) / self.flow.width, (y - leaf.top) / leaf.height, point)

    def _keep(self, anchor: Anchor | None) -> None:
        """Scroll so that a place on a page stands where it stood."""
        if anchor is None or anchor.page >= len(self.flow.rows):
            return
        self._moving = True
        leaf = self.flow.rows[anchor.page]
        y = leaf.top + anchor.down * leaf.height + MARGIN - anchor.point.y()
        self.verticalScrollBar().setValue(round(y))
        x = anchor.across * self.flow.width + MARGIN - anchor.point.x()
        self.horizontalScrollBar().setValue(round(x))
        self._moving = False

    def _rows_between(self, top: float, bottom: float) -> range:
        if not self.flow.rows:
            return range(0)
        return range(self.flow.row_at(self.to_flow(top)), self.flow.row_at(self.to_flow(bottom)) + 1)

    def leaf_place(self, row: int) -> QRect:
        """The rectangle of a page in the viewport."""
        leaf = self.flow.rows[row]
        return QRect(self.left, leaf.top - round(self.to_flow(0)), self.flow.width, leaf.height)

    def _paint_paper(self, painter: QPainter, row: int) -> None:
        """Paint a page as it was printed, and its number below it."""
        place, ratio, seen = self.leaf_place(row), self.devicePixelRatioF(), self.viewport().rect()
        painter.setPen(QColor(self.theme.line))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.setPen(QColor(self.theme.muted))
        below = QRect(place.left(), place.bottom() + 1, place.width(), GAP)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, f"{row + 1} / {len(self.flow.rows)}")
        assert self.book is not None
        if row in self.book.spoilt:
            painter.setPen(QColor(LIGHT.muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tr("This page cannot be shown."))
            return
        if not self.book.is_there((row, place), seen, ratio):
            painter.translate(self.left, -self.to_flow(0))
            paint_lines_of_print(painter, self.flow, row)
            painter.translate(-self.left, self.to_flow(0))
        self.book.paint(painter, (row, place), seen, ratio)

    def _want(self) -> None:
        if self.book is not None and self.flow.rows:
            height = self.viewport().height()
            leaves = [(row, self.leaf_place(row)) for row in self._rows_between(-height, 2 * height)]
            self.book.want(leaves, self.viewport().rect(), self.devicePixelRatioF())

    def _dim(self, painter: QPainter, rows: range) -> None:
        """In the dark theme, print stands on grey paper."""
        if self.theme.dark:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            for row in rows:
                painter.fillRect(self.leaf_place(row), DIMMED)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
