"""One to four panes in a row: split, swapped, closed, and one of them active."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pane_frame import PaneFrame
from desktop.reading.gutter import PaneSplitter
from desktop.reading.reader import Reader
from desktop.theme import LIGHT, Theme

MOST = 4


class PaneRow(QWidget):
    """The panes from left to right; `active` is the one that commands act on."""

    active_changed = Signal()
    """Another pane is active, or the active one shows another document."""
    count_changed = Signal()
    """There are more or fewer panes."""
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._font: QFont | None = None
        self._barren = False
        """Whether there is no document that a pane could show."""
        self.frames: list[PaneFrame] = []
        self.splitter = PaneSplitter()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.splitter)
        self.active = self._add()
        self.activate(self.active)

    @property
    def pane(self) -> Reader:
        """The active pane: text, or pages."""
        return self.active.pane

    @property
    def document_id(self) -> int | None:
        """The document of the active pane."""
        return self.active.document_id

    def split(self) -> None:
        """Add an empty pane after the active one and make it active; beyond four, nothing happens."""
        if len(self.frames) < MOST:
            self.activate(self._add(self.frames.index(self.active) + 1))

    def set_count(self, count: int) -> None:
        """Have exactly so many panes, adding or closing at the end."""
        while len(self.frames) < count:
            self._add()
        while len(self.frames) > count:
            self.close_pane(self.frames[-1])
        self._even()

    def swap(self) -> None:
        """Let the active pane and the one after it change places."""
        one, other = self.frames.index(self.active), self.frames.index(self._after(self.active))
        self.frames[one], self.frames[other] = self.frames[other], self.frames[one]
        sizes = self.splitter.sizes()
        for place, frame in enumerate(self.frames):
            self.splitter.insertWidget(place, frame)
        self.splitter.setSizes(sizes)
        self.active_changed.emit()

    def close_pane(self, frame: PaneFrame | None = None) -> None:
        """Close a pane, by default the active one; the last is emptied instead."""
        frame = frame or self.active
        if len(self.frames) == 1:
            frame.empty()
            self.active_changed.emit()
            return
        place = self.frames.index(frame)
        self.frames.remove(frame)
        if frame is self.active:
            self.activate(self.frames[min(place, len(self.frames) - 1)])
        frame.empty()
        frame.hide()
        frame.deleteLater()
        self.count_changed.emit()

    def activate_next(self) -> None:
        self.activate(self._after(self.active))
        self.pane.setFocus()

    def activate(self, frame: PaneFrame) -> None:
        """Make a pane the one that commands act on."""
        self.active = frame
        for other in self.frames:
            other.mark(other is frame, len(self.frames) == 1)
        self.active_changed.emit()

    def show_above(self, bar: QWidget) -> None:
        """Put a bar over the panes."""
        self._column.insertWidget(0, bar)

    def invite(self, barren: bool) -> None:
        """Let empty panes say what can be done: choose a document, or import one where there is none."""
        self._barren = barren
        for frame in self.frames:
            frame.invite(barren)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.splitter.set_theme(theme)
        for frame in self.frames:
            frame.set_theme(theme)

    def set_reading_font(self, font: QFont) -> None:
        """The font of the text in all panes; its size is that of 100 %."""
        self._font = font
        for frame in self.frames:
            frame.text.set_reading_font(font)

    def _add(self, place: int | None = None) -> PaneFrame:
        frame = PaneFrame()
        place = len(self.frames) if place is None else place
        self.frames.insert(place, frame)
        self.splitter.insertWidget(place, frame)
        self._connect(frame)
        frame.set_theme(self._theme)
        frame.invite(self._barren)
        if self._font is not None:
            frame.text.set_reading_font(self._font)
        frame.empty()
        self._even()
        return frame

    def _connect(self, frame: PaneFrame) -> None:
        """Listen to a pane that was added."""
        frame.import_requested.connect(self.import_requested)
        frame.close_requested.connect(lambda: self.close_pane(frame))
        frame.pressed.connect(lambda: self.activate(frame))

    def _after(self, frame: PaneFrame) -> PaneFrame:
        return self.frames[(self.frames.index(frame) + 1) % len(self.frames)]

    def _even(self) -> None:
        self.splitter.setSizes([1000] * len(self.frames))
        self.count_changed.emit()
