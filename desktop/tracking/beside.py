"""Two places of the project shown in two panes, side by side."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QApplication

from desktop.reading_view import ReadingView


class Stretch(Protocol):
    """A stretch of a document."""

    @property
    def document_id(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def show(reading: ReadingView, left: Stretch, right: Stretch | None) -> None:
    """Show one place, or two in the first two panes; the keyboard stays where it is.

    Panes that scroll together are let go for the jump: two quotes seldom stand at the same height.
    """
    keyboard, linked = QApplication.focusWidget(), reading.linked
    reading.linked = False
    if right is None:
        reading.go_to(left.document_id, left.start, left.end)
    else:
        _show_both(reading, left, right)
    reading.linked = linked
    if keyboard is not None:
        keyboard.setFocus()


def _show_both(reading: ReadingView, left: Stretch, right: Stretch) -> None:
    if len(reading.frames) < 2:
        reading.set_count(2)
    for frame, place in zip(reading.frames, (left, right), strict=False):
        reading.activate(frame)
        if frame.document_id != place.document_id:
            reading.open(place.document_id)
        frame.need_words()
        frame.pane.reveal(place.start, place.end)
    reading.activate(reading.frames[0])
