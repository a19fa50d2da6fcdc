"""Drawing a trace by hand: drag a passage with Alt held onto a passage in another pane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QWidget

from desktop.reading.reader import Reader
from desktop.reading_view import ReadingView

END = 4.0
"""Radius of the dots at both ends of the line, in pixels."""


class LinkLine(QWidget):
    """The line that is drawn while dragging, over all panes; it lets the mouse through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.line = QLineF()
        self.lands = False
        self.hide()

    def draw(self, line: QLineF, lands: bool) -> None:
        """Show a line; a dashed one has no passage at its end."""
        self.line, self.lands = line, lands
        self.setGeometry(self.over.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.Link)
        painter.setPen(QPen(QColor(ink), 2, Qt.PenStyle.SolidLine if self.lands else Qt.PenStyle.DashLine))
        painter.drawLine(self.line)
        painter.setBrush(ink)
        for end in (self.line.p1(), self.line.p2())[: 2 if self.lands else 1]:
            painter.drawEllipse(end, END, END)
        painter.end()


class LinkDrag(QObject):
    """Watches the mouse while Alt is held; `drawn` tells the passages at both ends."""

    drawn = Signal(int, int)

    def __init__(self, reading: ReadingView) -> None:
        super().__init__(reading)
        self.reading = reading
        self.mark = LinkLine(reading)
        self._from: tuple[int, Reader, QPointF] | None = None
        reading.count_changed.connect(self._watch)
        reading.active_changed.connect(self._watch)
        self._watch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if self._from and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and escape:
            self._end()
            return True
        return False

    def _watch(self) -> None:
        """Hear of the mouse in every pane; watching one twice is watching it once."""
        for frame in self.reading.frames:
            for pane in (frame.pane, frame.text):
                pane.viewport().installEventFilter(self)
                pane.installEventFilter(self)

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            return self._begin(event)
        if self._from is None:
            return False
        if event.type() == QEvent.Type.MouseMove:
            self._drag(event.globalPosition())
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._drop(event.globalPosition())
        return True

    def _begin(self, event: QMouseEvent) -> bool:
        """Take up the passage under the mouse."""
        left = event.button() == Qt.MouseButton.LeftButton
        if not (left and event.modifiers() == Qt.KeyboardModifier.AltModifier):
            return False
        pane, passage_id = self._passage_at(event.globalPosition())
        if pane is None or passage_id is None:
            return False
        self._from = passage_id, pane, event.globalPosition()
        QApplication.setOverrideCursor(Qt.CursorShape.CrossCursor)
        return True

    def _drag(self, at: QPointF) -> None:
        assert self._from is not None
        ends = (self.reading.mapFromGlobal(point) for point in (self._from[2], at))
        self.mark.draw(QLineF(*ends), self._target(at) is not None)

    def _drop(self, at: QPointF) -> None:
        assert self._from is not None
        passage_id, other = self._from[0], self._target(at)
        self._end()
        if other is not None:
            self.drawn.emit(passage_id, other)

    def _end(self) -> None:
        self._from = None
        self.mark.hide()
        QApplication.restoreOverrideCursor()

    def _target(self, at: QPointF) -> int | None:
        """The passage under the mouse, in another pane than the one it came from."""
        pane, passage_id = self._passage_at(at)
        return passage_id if self._from and pane is not self._from[1] else None

    def _passage_at(self, at: QPointF) -> tuple[Reader | None, int | None]:
        for frame in self.reading.frames:
            pane = frame.pane
            point = pane.viewport().mapFromGlobal(at)
            if frame.document_id is not None and pane.viewport().rect().contains(point.toPoint()):
                return pane, _passage_in(pane, point)
        return None, None


def _passage_in(pane: Reader, point: QPointF) -> int | None:
    """The passage at a point of a pane, by its stripe or its words, the innermost."""
    stripe = pane.stripe_at(point)
    if stripe is not None or not pane.is_on_words(point):
        return stripe
    spans = pane.marks.spans.at(pane.offset_at(point, between=False))
    return spans[0].id if spans else None
