"""The gutter between two panes: the handle that divides them, wide enough for ribbons where drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QWidget

from desktop.panel_head import HEIGHT
from desktop.reading.bands import Band
from desktop.reading.facing import Facing
from desktop.reading.levels import Levels, in_sight
from desktop.reading.reader import Reader
from desktop.reading.ribbons import Ribbon, RibbonPainter
from desktop.theme import LIGHT, Theme

WIDE, THIN = 44, 1


class Gutter(QSplitterHandle):
    """Draws what joins the panes on its sides, once it is given them; dragging it moves the border."""

    def __init__(self, orientation: Qt.Orientation, panes: PaneSplitter) -> None:
        super().__init__(orientation, panes)
        self._panes = panes
        self.facing: Facing | None = None
        self.lit: Collection[Band] = ()
        self._pressed = QPointF()
        self.setMouseTracking(True)

    def show_facing(self, facing: Facing | None) -> None:
        self.facing, self.lit = facing, ()
        self.update()

    def light(self, bands: Collection[Band]) -> None:
        if bands != self.lit:
            self.lit = bands
            self.update()

    def ribbons(self) -> Iterator[Ribbon]:
        """What is seen now, with heights counted from the upper edge of the text."""
        if self.facing is None or not all(pane.flow.rows for pane in self.facing.panes):
            return
        left, right = self.facing.panes
        lift = self._top(right) - self._top(left)
        lefts, rights = Levels(left), Levels(right)
        for band in self.facing.bands.within(in_sight(left), in_sight(right)):
            top, bottom = rights.reach(band.right)
            yield Ribbon(band, lefts.reach(band.left), (top + lift, bottom + lift))

    def ribbon_at(self, point: QPointF) -> Ribbon | None:
        """The topmost ribbon under a point of the gutter."""
        if self.facing is None:
            return None
        inside = point - QPointF(0, self._top(self.facing.left))
        found = [ribbon for ribbon in self.ribbons() if ribbon.holds(inside, self.width())]
        return found[-1] if found else None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._panes.handleWidth() != WIDE:
            super().paintEvent(event)
            return
        theme = self._panes.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.paper))
        painter.fillRect(QRect(0, 0, self.width(), HEIGHT), QColor(theme.panel))
        painter.fillRect(QRect(0, HEIGHT - 1, self.width(), 1), QColor(theme.line))
        if self.facing is None:
            return
        top = self._top(self.facing.left)
        painter.setClipRect(0, top, self.width(), self.height() - top)
        painter.translate(0, top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        RibbonPainter(theme, self.width(), self.height() - top).paint(painter, self.ribbons(), self.lit)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons():
            super().mouseMoveEvent(event)
            return
        ribbon = self.ribbon_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if ribbon else Qt.CursorShape.SplitHCursor)
        self._panes.ribbon_hovered.emit(self, ribbon.band if ribbon else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        still = (event.position() - self._pressed).manhattanLength() < QApplication.startDragDistance()
        if still and (ribbon := self.ribbon_at(event.position())):
            self._panes.ribbon_clicked.emit(self, ribbon.band)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._panes.ribbon_hovered.emit(self, None)

    def _top(self, pane: Reader) -> int:
        """Where the text of a pane begins, in the gutter."""
        return pane.viewport().mapTo(self._panes, QPoint(0, 0)).y() - self.y()


class PaneSplitter(QSplitter):
    """Panes side by side, divided by gutters."""

    ribbon_hovered = Signal(object, object)
    """The gutter, and the Band under the mouse or None."""
    ribbon_clicked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme: Theme = LIGHT
        self.setChildrenCollapsible(False)
        self.setHandleWidth(THIN)

    def createHandle(self) -> QSplitterHandle:
        return Gutter(self.orientation(), self)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for gutter in self.findChildren(Gutter):
            gutter.update()

    def widen(self, wide: bool) -> None:
        """Make room for ribbons, or take it back."""
        self.setHandleWidth(WIDE if wide else THIN)

    def left_of(self, pane: QWidget) -> Gutter:
        """The gutter between a pane and the one before it; that of the first is never shown."""
        handle = self.handle(self.indexOf(pane))
        assert isinstance(handle, Gutter)
        return handle
