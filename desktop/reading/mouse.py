"""What the mouse does in a pane: select by characters, words, sentences and paragraphs, drag passage ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from desktop.reading.pointer import Pointer

if TYPE_CHECKING:
    from desktop.reading.reader import Reader

UNITS = (None, "word", "sentence", "paragraph")
"""What one, two, three and four clicks select."""
TICK = 16
"""Milliseconds between two steps of scrolling while the mouse is held outside."""
PACE = 0.25
"""How much of its distance from the edge the page scrolls in a step."""


class Mouse:
    """Follows one pane's mouse from press to release."""

    def __init__(self, pane: Reader, pointer: Pointer) -> None:
        self._pane, self._pointer = pane, pointer
        self._clicks = 0
        self._pressed_at = 0
        self._pressed = QPointF()
        self._point = QPointF()
        self._held: str | None = None
        """What is dragged: "text", "start" or "end" of the focused passage."""
        self._scroll = QTimer(pane, interval=TICK)
        self._scroll.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        """Begin a selection, take hold of a handle, or choose a passage by its stripe."""
        point = self._point = event.position()
        self._count(event)
        if self._clicks == 1 and (handle := self._pane.focus.handle_at(point)):
            self._held = handle
        elif (stripe := self._pane.stripe_at(point)) is not None:
            self._pane.click_passage([stripe])
        else:
            self._held = "text"
            self._begin(point, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def move(self, event: QMouseEvent) -> None:
        """Drag what is held; otherwise show what is under the pointer."""
        self._point = event.position()
        if self._held is None:
            self._pointer.hover(self._point)
            return
        inside = 0 <= self._point.y() < self._pane.viewport().height()
        if inside:
            self._scroll.stop()
        elif not self._scroll.isActive():
            self._scroll.start()
        self._drag()

    def release(self, event: QMouseEvent) -> None:
        """Finish what was begun; a plain click chooses the passage under it."""
        held, self._held = self._held, None
        self._scroll.stop()
        if held in ("start", "end"):
            self._pane.focus.drop()
        elif held == "text" and self._clicks == 1 and self._pane.chosen.empty:
            self._click(event.position())

    def _click(self, point: QPointF) -> None:
        """Focus the passage at a point, or take the focus away where there is none."""
        if ids := self._pointer.passages_at(point):
            self._pane.click_passage(ids)
        else:
            self._pane.leave_passage()

    def _count(self, event: QMouseEvent) -> None:
        """Count presses that follow each other quickly in one place, as Qt does for two."""
        hints = QGuiApplication.styleHints()
        soon = event.timestamp() - self._pressed_at < hints.mouseDoubleClickInterval()
        near = (event.position() - self._pressed).manhattanLength() < hints.startDragDistance()
        again = soon and near and self._clicks < len(UNITS)
        self._clicks = self._clicks + 1 if again else 1
        self._pressed_at, self._pressed = event.timestamp(), event.position()

    def _begin(self, point: QPointF, extends: bool) -> None:
        pane, cursor = self._pane, self._pane.chosen
        unit = "paragraph" if pane.is_in_margin(point) else UNITS[self._clicks - 1]
        if extends:
            cursor.extend(pane.offset_at(point, between=True))
        elif unit:
            cursor.take_unit(unit, pane.offset_at(point, between=False))
        else:
            cursor.place(pane.offset_at(point))
        pane.show_cursor()

    def _drag(self) -> None:
        if self._held == "text":
            far = (self._point - self._pressed).manhattanLength()
            if self._clicks > 1 or far >= QGuiApplication.styleHints().startDragDistance() // 2:
                self._pane.chosen.extend(self._pane.offset_at(self._point))
                self._pane.show_cursor()
        elif self._held:
            self._pane.focus.drag(self._held, self._pane.offset_at(self._point))

    def _scroll_on(self) -> None:
        """Scroll towards the mouse, faster the further outside it is held."""
        height, y = self._pane.viewport().height(), self._point.y()
        beyond = y if y < 0 else max(0, y - height)
        bar = self._pane.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond * PACE))
        self._drag()
