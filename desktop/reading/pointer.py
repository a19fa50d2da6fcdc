"""What lies under the mouse in a pane, and what is said and shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolTip

from db.kinds import KINDS
from desktop.language import spoken

if TYPE_CHECKING:
    from db.passages import Span
    from desktop.reading.reader import Reader

REST = 700
"""Milliseconds after which a resting mouse is told what is under it."""
CLEAR = 24
"""Pixels Qt puts a tooltip below the pointer, and those around its words."""


class Pointer:
    """Looks up places of one pane; remembers which passage the mouse was over."""

    def __init__(self, pane: Reader) -> None:
        self._pane = pane
        self._hovered: int | None = None
        self._rest = QTimer(pane, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._tell)
        pane.scrolled.connect(lambda _fraction: self._hush())

    def passages_at(self, point: QPointF) -> list[int]:
        """The passages under a point, by their stripe or their words, the innermost first."""
        stripe = self._pane.stripe_at(point)
        if stripe is not None:
            return [stripe]
        if not self._pane.is_on_words(point):
            return []
        offset = self._pane.offset_at(point, between=False)
        return [span.id for span in self._pane.marks.spans.at(offset)]

    def hover(self, point: QPointF) -> None:
        """Shape the pointer for what is under it, and announce the passage there."""
        self._pane.viewport().setCursor(self._shape(point))
        ids = self.passages_at(point)
        hovered = ids[0] if ids else None
        if hovered != self._hovered:
            self._hovered = hovered
            self._hush()
            self._pane.passage_hovered.emit(hovered)
        self._point = point
        self._rest.start()

    def words_about(self, point: QPointF) -> str:
        """Kind and note of the passages under a point, a line each; whether they are only suggested."""
        spans = [self._pane.marks.spans.get(passage_id) for passage_id in self.passages_at(point)]
        return "\n".join(
            "  ".join(filter(None, (_named(span), self._pane.note_of(span.id)))) for span in spans if span
        )

    def _hush(self) -> None:
        """What was told of a place is no longer under the mouse."""
        self._rest.stop()
        if QToolTip.isVisible():
            QToolTip.hideText()

    def _tell(self) -> None:
        """The mouse came to rest: say above it what is under it, unless the inspector shows that already."""
        known = self._hovered is not None and self._hovered == self._pane.focus.id
        if not known and self._pane.viewport().underMouse() and (words := self.words_about(self._point)):
            rise = QFontMetrics(QToolTip.font()).size(0, words).height() + CLEAR + 2 * self._pane.em
            place = self._pane.viewport().mapToGlobal(self._point - QPointF(0, rise)).toPoint()
            QToolTip.showText(place, words, self._pane.viewport())

    def _shape(self, point: QPointF) -> Qt.CursorShape:
        if self._pane.focus.handle_at(point):
            return Qt.CursorShape.SizeHorCursor
        if self._pane.stripe_at(point) is not None:
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.IBeamCursor if self._pane.is_on_words(point) else Qt.CursorShape.ArrowCursor


def _named(span: Span) -> str:
    kind = KINDS[span.kind].heading(spoken())
    if span.state != "suggested":
        return kind
    return QCoreApplication.translate("Pointer", "{kind}, suggested").format(kind=kind)
