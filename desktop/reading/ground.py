"""Where the words of a document stand in a viewport that scrolls and zooms."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.reading.flowing import Flowing
from desktop.theme import LIGHT, Theme

TOP = 40
"""Where a line stands that was brought to the top."""
LEAST_ZOOM, MOST_ZOOM = 50, 300
NOTCH = 120
"""Of the wheel, in Qt's eighths of a degree; fine wheels send less at a time."""


class Ground(QAbstractScrollArea):
    """What every pane answers, in points of its viewport and code points of the text."""

    scrolled = Signal(float)
    """The share of the way to the end, when the pane was scrolled."""

    def __init__(self, flow: Flowing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.zoom = 100
        self.zoomed = True
        """Whether the zoom was chosen; else it may follow the width of the pane."""
        self.flow = flow
        self._turned = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def em(self) -> int:
        """The size of the words, about."""
        raise NotImplementedError

    @property
    def line(self) -> int:
        """From line to line, about."""
        raise NotImplementedError

    @property
    def words_theme(self) -> Theme:
        """Whose colours stand out where the words are."""
        return self.theme

    def to_flow(self, y: float) -> float:
        """A height in the viewport as one in the flow."""
        raise NotImplementedError

    def in_viewport(self, place: QRectF) -> QRectF:
        """A rectangle of the flow in points of the viewport; a null one stays null."""
        raise NotImplementedError

    def offset_at(self, point: QPointF, between: bool = True) -> int:
        """The offset nearest to a point: between two characters, or else of the one under it."""
        raise NotImplementedError

    def seen_rows(self) -> range:
        raise NotImplementedError

    def first_offset(self) -> int:
        """The offset of the first character seen."""
        raise NotImplementedError

    def scroll_to(self, offset: int, y: int) -> None:
        """Scroll so that the line of an offset stands at `y`, as far as the ends of the text allow."""
        raise NotImplementedError

    def update_interval(self, start: int, end: int) -> None:
        """Paint anew the lines that hold an interval, as far as they are seen."""
        raise NotImplementedError

    def is_on_words(self, point: QPointF) -> bool:
        """Whether a point lies where words are."""
        raise NotImplementedError

    def stripe_at(self, point: QPointF) -> int | None:
        """The passage whose stripe in the margin is under a point."""
        return None

    def is_in_margin(self, point: QPointF) -> bool:
        """Whether a point lies where a click selects paragraphs."""
        return False

    def keep_still(self) -> None:
        """Undo what was moved when rows out of sight were asked for."""

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    def set_reading_font(self, font: QFont) -> None:
        """The font of the text; its size is that of 100 %."""

    def _rescale(self) -> None:
        """Show everything in another size."""
        raise NotImplementedError

    def set_zoom(self, percent: int) -> None:
        """Show the document larger or smaller, between 50 and 300 %."""
        percent = min(max(percent, LEAST_ZOOM), MOST_ZOOM)
        if percent != self.zoom:
            self.zoom = percent
            self._rescale()

    def fit(self) -> None:
        """Show the document in its usual size."""
        self.set_zoom(100)

    def scroll_fraction(self) -> float:
        """How far the pane is scrolled: 0 at the top, 1 at the end."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def set_scroll_fraction(self, fraction: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(round(fraction * bar.maximum()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            notches = int(self._turned / NOTCH)
            self._turned -= notches * NOTCH
            self.set_zoom(self.zoom + 10 * notches)
            event.accept()
        else:
            super().wheelEvent(event)
