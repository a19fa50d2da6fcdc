"""The slim bar beside the scroll bar: a whole document at a glance, its passages and what was read of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.kinds import KINDS
from desktop.counted import counted
from desktop.theme import LIGHT, Theme

if TYPE_CHECKING:
    from db.passages import Span

WIDTH = 18
EDGE, LANE, TICK = 2, 4, 3
"""Pixels left of the lanes, of a lane, and the height of a passage's mark."""
LATER = 150
"""Milliseconds after a change until the bar is drawn anew: what is tagged is painted first."""
SUGGESTED = "suggested"

Interval = tuple[int, int]


class Overview(QWidget):
    """A lane a kind; passages are filled, suggestions hollow, what was read is shaded. A click goes there."""

    asked = Signal(int)
    """An offset to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of the document"))
        self.theme: Theme = LIGHT
        self.length = 0
        self.spans: Callable[[], Sequence[Span]] = lambda: ()
        self.read: Callable[[], Sequence[Interval]] = lambda: ()
        self._drawn = QPixmap()
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.draw)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.draw()

    def show_text(self, length: int) -> None:
        """Stand for a text of so many characters."""
        self.length = length
        self.draw_soon()

    def draw_soon(self) -> None:
        """Passages changed, or something was read."""
        self._later.start()

    def draw(self) -> None:
        """Draw what there is now."""
        ratio = self.devicePixelRatioF()
        self._drawn = QPixmap(self.size() * ratio)
        self._drawn.setDevicePixelRatio(ratio)
        self._drawn.fill(QColor(self.theme.panel))
        if self.length and self.height() > TICK:
            painter = QPainter(self._drawn)
            self._paint_read(painter)
            self._paint_passages(painter)
            painter.end()
        self._tell()
        self.update()

    def _paint_read(self, painter: QPainter) -> None:
        for start, end in self.read():
            top, bottom = self._y(start), self._y(end)
            painter.fillRect(QRectF(0, top, WIDTH, max(bottom - top, 1)), QColor(self.theme.selected))

    def _paint_passages(self, painter: QPainter) -> None:
        """One mark for all passages of a kind that begin on the same line of pixels; the confirmed win."""
        marks: dict[tuple[int, int], bool] = {}
        lanes = {kind: lane for lane, kind in enumerate(KINDS)}
        for span in self.spans():
            place = lanes[span.kind], int(self._y(span.start)) // TICK * TICK
            marks[place] = marks.get(place, False) or span.state != SUGGESTED
        for (lane, top), filled in marks.items():
            ink = QColor(self.theme.kind(list(KINDS)[lane]).ink)
            mark = QRectF(EDGE + lane * (LANE + 1), top, LANE, TICK - 1)
            if filled:
                painter.fillRect(mark, ink)
            else:
                painter.setPen(ink)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawLine(mark.bottomLeft(), mark.bottomRight())

    def _y(self, offset: int) -> float:
        return (self.height() - TICK) * min(offset, self.length) / self.length

    def _tell(self) -> None:
        waiting = sum(span.state == SUGGESTED for span in self.spans())
        words = self.tr("{passages}, {suggestions}. Shaded: what you have read.")
        tagged = len(self.spans()) - waiting
        self.setToolTip(
            words.format(passages=counted(tagged, "passage"), suggestions=counted(waiting, "suggestion"))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setPen(QColor(self.theme.line))
        painter.drawLine(0, 0, 0, self.height())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.draw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.length and event.button() == Qt.MouseButton.LeftButton:
            share = event.position().y() / max(self.height() - TICK, 1)
            self.asked.emit(round(min(max(share, 0), 1) * self.length))
