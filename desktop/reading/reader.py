"""What a pane does with a document however it is shown, set as text or printed on pages: the one interface
that panes side by side, and the commands on them, know.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.reading import find_bar, passage_paint
from desktop.reading.find_bar import FindBar
from desktop.reading.finding import Finding
from desktop.reading.flowing import Flowing
from desktop.reading.focus import Focus
from desktop.reading.ground import TOP, Ground
from desktop.reading.hits import Hits
from desktop.reading.keys import Keys
from desktop.reading.mouse import Mouse
from desktop.reading.outline import Heading, Outline
from desktop.reading.pointer import Pointer
from desktop.reading.row_paint import Marks
from desktop.reading.rows import BlockLike
from desktop.reading.selection import Selection
from desktop.reading.spans import Spans
from desktop.theme import Theme

if TYPE_CHECKING:
    from db.passages import Span

FLASH = 900
"""Milliseconds in which what was revealed fades back."""
OUTLINE_WIDTH, ROOMY = 240, 640
"""Of the outline; from this width of the pane on, the text makes room for it."""
WIDE, SOME = 880, 3
"""A pane so wide opens a document of so many headings with its outline."""


class Reader(Ground):
    """One document to read and tag in. All positions are code points of its text, all points the viewport's.

    Those who inherit set `flow`, then call `_begin`, and tell where on the viewport the text stands.
    """

    selection_changed = Signal(int, int)
    """Start and end; both the same where nothing is selected."""
    passage_clicked = Signal(int)
    passage_left = Signal()
    """The analyst took the focus from the passage that had it."""
    passage_ends_moved = Signal(int, int, int)
    """Passage, new start, new end: dragged or moved by key, not yet stored."""
    passage_hovered = Signal(object)
    """The innermost passage under the mouse, or None."""
    entered = Signal()
    """Enter was pressed."""
    activated_pane = Signal()
    open_beside_requested = Signal()
    context_menu_requested = Signal(QPoint, list)
    """Where on the screen, and the passages there, the innermost first."""

    def __init__(self, flow: Flowing, parent: QWidget | None = None) -> None:
        super().__init__(flow, parent)
        self.document_id: int | None = None
        self.note_of: Callable[[int], str] = lambda _id: ""
        """What a tooltip says of a passage besides its kind."""
        self.marks = Marks()
        self.chosen = Selection("", flow.paragraph)
        self.focus = Focus(self)
        self.find_bar = FindBar(self)
        self.outline = Outline(self)
        self._finding = Finding(self, self.find_bar)
        self._pointer = Pointer(self)
        self._mouse = Mouse(self, self._pointer)
        self._keys = Keys(self)
        self.blocks: Sequence[BlockLike] = ()
        self._shown = (0, 0)
        self._offered = False
        self._flash = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FLASH)
        self._flash.valueChanged.connect(self._fade)
        self.find_bar.closed.connect(self._place_bars)
        self.outline.closed.connect(self._place_bars)
        self.outline.closed.connect(self.setFocus)
        self.outline.chosen.connect(self._go_to_heading)
        self.scrolled.connect(self._follow)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def _begin(self, document_id: int | None, blocks: Sequence[BlockLike], spans: Sequence[Span]) -> None:
        """Read what `flow` holds from now on. `spans` are sorted by start, the longer first."""
        self.document_id, self.blocks = document_id, blocks
        self._flash.stop()
        self.marks = Marks(Spans(spans))
        self.chosen = Selection(self.flow.text, self.flow.paragraph)
        self._shown = (0, 0)
        self._show_headings()
        self._finding.text_changed()

    def take_over(self, other: Reader) -> None:
        """Show the document as another pane shows it: passages, focus, selection, hits and place."""
        self.note_of = other.note_of
        self.marks.spans = Spans()
        self.set_spans(other.marks.spans.all)
        self.focus.take(other.focus.id)
        self.marks.hits = other.marks.hits
        self.select(*other.chosen.interval)
        self.follow(other)

    def follow(self, other: Reader) -> None:
        """Scroll to the line that another pane on the same document shows where one begins to read."""
        offset, last = other.first_offset(), len(other.flow.text) if other.flow.rows else 0
        while offset < last and other.flow.line_top(offset) < other.to_flow(TOP - other.em):
            offset = other.flow.offset_below(offset, 0)
        if offset:
            self.scroll_to(offset, round(other.flow.line_top(offset) - other.to_flow(0)))
        else:
            self.set_scroll_fraction(0)

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Have all passages of the document, of which the first were there already."""
        raise NotImplementedError

    def update_spans(self, passage_ids: Collection[int], spans: Sequence[Span]) -> None:
        """Some passages changed: `spans` are those of them that still stand here."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show nothing."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.find_bar.set_theme(theme)
        self.outline.set_theme(theme)

    def selection(self) -> tuple[int, int] | None:
        """What is selected, or None."""
        return None if self.chosen.empty else self.chosen.interval

    def select(self, start: int, end: int) -> None:
        self.chosen.take(start, end)
        self.show_cursor()

    def select_all(self) -> None:
        self.select(0, len(self.flow.text))

    def widen(self) -> None:
        """Select the word, then the clause, the sentence, the paragraph, everything."""
        self.chosen.widen()
        self.show_cursor()

    def narrow(self) -> None:
        """Take the last widening back, or select the next smaller unit."""
        self.chosen.narrow()
        self.show_cursor()

    def copy(self) -> None:
        """Put the selected words on the clipboard."""
        if not self.chosen.empty:
            start, end = self.chosen.interval
            QGuiApplication.clipboard().setText(self.flow.text[start:end])

    def leave(self) -> None:
        """Clear the selection, or else take the focus from the passage that has it."""
        if not self.chosen.empty:
            self.chosen.place(self.chosen.caret)
            self.show_cursor()
        else:
            self.leave_passage()

    def reveal(self, start: int, end: int) -> None:
        """Scroll an interval to the upper third, and let it light up once."""
        self.scroll_to(start, self.viewport().height() // 4)
        self.marks.flash = (start, end)
        self._flash.stop()
        self._flash.start()

    def show_interval(self, start: int, end: int) -> None:
        """Scroll to an interval unless it can be read already."""
        top = self.flow.line_top(start) - self.to_flow(0)
        if not self.flow.rows or not self.em <= top <= self.viewport().height() - 4 * self.em:
            self.scroll_to(start, self.viewport().height() // 3)

    def focus_passage(self, passage_id: int | None) -> None:
        """Frame a passage and give it handles; None takes them away."""
        self.focus.take(passage_id)

    def step_passage(self, forward: bool) -> None:
        """Focus the next passage of the text, or the one before, and scroll to it."""
        at = self.focus.span.start if self.focus.span else self.chosen.caret
        if span := self.marks.spans.beside(at, self.focus.id, forward):
            self.focus.take(span.id)
            self.show_interval(span.start, span.end)
            self.passage_clicked.emit(span.id)

    def move_end(self, end: str, by: int, unit: str = "char") -> None:
        """Move the "start" or "end" of the focused passage by 1 or -1 "char" or "word"."""
        self.focus.move_end(end, by, unit)

    def headings(self) -> list[Heading]:
        """Level (0 for the title), words and offset of every heading."""
        text = self.flow.text
        return [
            (0 if block.kind == "title" else block.level or 1, text[block.start : block.end], block.start)
            for block in self.blocks
            if block.kind in ("title", "heading")
        ]

    def set_hits(self, intervals: Sequence[tuple[int, int]]) -> None:
        """Light up what a search in all documents found here."""
        self.marks.hits = Hits(intervals)
        self.viewport().update()

    def show_find(self) -> None:
        """Open the find bar at the foot of the pane."""
        self._finding.open()
        self._place_bars()

    def find_next(self, by: int = 1) -> None:
        """Go to the next hit, or one before."""
        self._finding.step(by)
        self._place_bars()

    def offer_outline(self) -> None:
        """Show the outline where there is room for it; the keys stay with the text."""
        if self.outline.isHidden() and self.width() >= WIDE and len(self.headings()) >= SOME:
            self._offered = True
            self.outline.show()
            self._show_headings()
            self._place_bars()

    def toggle_outline(self) -> None:
        """Show the outline, or hide it."""
        self._offered = False
        if self.outline.isHidden():
            self.outline.open()
            self._show_headings()
        else:
            self.outline.hide()
            self.setFocus()
        self._place_bars()

    def show_cursor(self, follow: bool = False) -> None:
        """Paint and announce what the selection is now; `follow` scrolls to the caret."""
        start, end = self.chosen.interval
        old_start, old_end = self._shown
        self._shown = self.marks.selection = (start, end)
        self.keep_still()
        for one, other in ((start, old_start), (end, old_end)):
            self.update_interval(min(one, other), max(one, other))
        if follow:
            self._follow_caret()
        if (start, end) != (old_start, old_end) and (start, old_start) != (end, old_end):
            self.selection_changed.emit(start, end)

    def click_passage(self, passage_ids: list[int]) -> None:
        """Focus the first of the passages at a place, or the one after the one that has the focus."""
        self.focus.click(passage_ids)
        self.passage_clicked.emit(self.focus.id)

    def leave_passage(self) -> None:
        """Take the focus from the passage that has it."""
        if self.focus.id is not None:
            self.focus.take(None)
            self.passage_left.emit()

    def paint_over(self, painter: QPainter) -> None:
        """Paint the handles of the focused passage, and the caret."""
        theme = self.words_theme
        if (handles := self.focus.handles()) and self.focus.span:
            for place, at_start in ((handles.start, True), (handles.end, False)):
                if not place.isNull():
                    passage_paint.paint_handle(painter, theme, self.focus.span.kind, place, at_start)
        if self.hasFocus() and self.chosen.empty and self.flow.row_of(self.chosen.caret) in self.seen_rows():
            caret = self.in_viewport(self.flow.caret(self.chosen.caret))
            painter.fillRect(caret.adjusted(-0.5, 0, 0.5, 0), QColor(theme.accent))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.activated_pane.emit()
        if event.button() == Qt.MouseButton.LeftButton:
            self._keys.forget_x()
            self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.activated_pane.emit()
        ids, place = self._pointer.passages_at(QPointF(event.pos())), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            caret = self.in_viewport(self.flow.caret(self.chosen.caret))
            place = self.viewport().mapToGlobal(caret.bottomLeft().toPoint())
            ids = [] if self.focus.id is None else [self.focus.id]
        if ids and self.focus.id not in ids:
            self.click_passage(ids[:1])
        self.context_menu_requested.emit(place, ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.activated_pane.emit()
        self.update_interval(self.chosen.caret, self.chosen.caret)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update_interval(self.chosen.caret, self.chosen.caret)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._offered and self.width() < ROOMY:
            self.outline.hide()
        self._place_bars()

    def _place_bars(self) -> None:
        """Lay the find bar along the foot and the outline along the left, for which the text makes room."""
        foot = 0 if self.find_bar.isHidden() else find_bar.HEIGHT
        aside = 0 if self.outline.isHidden() else OUTLINE_WIDTH
        across = self.horizontalScrollBar()
        width = self.width() - self.verticalScrollBar().width()
        height = self.height() - (across.height() if across.isVisible() else 0)
        self.find_bar.setGeometry(0, height - foot, width, foot)
        self.outline.setGeometry(0, 0, min(aside, width), height - foot)
        self.find_bar.raise_()
        self.outline.raise_()
        self.setViewportMargins(aside if width >= ROOMY else 0, 0, 0, foot)

    def _follow_caret(self) -> None:
        """Scroll just so far that the line of the caret is seen, with a line beside it."""
        line = self.line
        top = self.flow.line_top(self.chosen.caret) - self.to_flow(0)
        lowest = self.viewport().height() - 2 * line
        if not line <= top <= lowest:
            self.scroll_to(self.chosen.caret, round(min(max(top, line), lowest)))

    def _show_headings(self) -> None:
        if not self.outline.isHidden():
            self.outline.set_headings(self.headings())
            self._follow()

    def _follow(self) -> None:
        if not self.outline.isHidden():
            self.outline.follow(self.flow.offset_at(0, self.to_flow(TOP)))

    def _go_to_heading(self, offset: int) -> None:
        self.scroll_to(offset, TOP)
        self.chosen.place(offset)
        self.show_cursor()
        self.outline.follow(offset)

    def _fade(self, strength: float) -> None:
        self.marks.flash_strength = strength
        self.update_interval(*self.marks.flash)
