"""How one file of the import dialog is painted: its box, title, facts, and what there is to say about it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.field_form import SMALL
from desktop.icons import pixmap
from desktop.import_candidates import CANDIDATE, Candidate
from desktop.problem_box import sentence
from desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ABOVE, BETWEEN = 9, 2
"""Pixels above and below a row, and between its lines."""
LEFT, RIGHT = 40, 16
SIGN = 18
CHECK = Qt.ItemDataRole.CheckStateRole
STATE = QStyle.StateFlag
WRAPPED = Qt.TextFlag.TextWordWrap


class ImportRow(QStyledItemDelegate):
    """Paints a row; the box is ticked by a click on it or by Space."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self.view, self.theme = view, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        candidate: Candidate = index.data(CANDIDATE)
        small = QFontMetrics(_small(option.font))
        words, _ = self._remark(candidate)
        width = self.view.viewport().width() - LEFT - RIGHT
        height = QFontMetrics(option.font).height()
        height += BETWEEN + small.height() if candidate.imported else 0
        height += BETWEEN + _wrapped(small, words, width) if words else 0
        return QSize(120, height + 2 * ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        candidate: Candidate = index.data(CANDIDATE)
        painter.save()
        self._paint_ground(painter, option)
        self._paint_sign(painter, option, candidate)
        place = option.rect.adjusted(LEFT, ABOVE, -RIGHT, -ABOVE)
        painter.setPen(QColor(self.theme.ink if candidate.wanted else self.theme.muted))
        _elided(painter, place, candidate.title(), Qt.TextElideMode.ElideRight)
        place.setTop(place.top() + painter.fontMetrics().height() + BETWEEN)
        painter.setFont(_small(option.font))
        if candidate.imported is not None:
            self._paint_facts(painter, place, candidate)
            place.setTop(place.top() + painter.fontMetrics().height() + BETWEEN)
        words, colour = self._remark(candidate)
        painter.setPen(QColor(colour))
        painter.drawText(place, WRAPPED, words)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and _box(option.rect).adjusted(-8, -8, 8, 8).contains(event.position().toPoint())
        )
        state = index.data(CHECK)
        if not (pressed or clicked) or state is None:
            return False
        ticked = Qt.CheckState(state) == Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, CHECK)

    def _remark(self, candidate: Candidate) -> tuple[str, str]:
        """What there is to say about a file, and in which colour."""
        if candidate.error is not None:
            return sentence(candidate.error), self.theme.error
        return (
            (self.tr("Reading…"), self.theme.muted)
            if candidate.waiting
            else (candidate.known, self.theme.on_warning)
        )

    def _paint_facts(self, painter: QPainter, place: QRect, candidate: Candidate) -> None:
        """The file's name on the left, figures on the right."""
        assert candidate.imported is not None
        figures = self.tr("characters {characters} · paragraphs {paragraphs}").format(
            characters=f"{candidate.imported.document.length:,}", paragraphs=f"{candidate.paragraphs:,}"
        )
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, figures)
        room = place.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(figures) - 12, 0)
        _elided(painter, room, candidate.path.name, Qt.TextElideMode.ElideMiddle)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if not option.state & (STATE.State_Selected | STATE.State_MouseOver):
            return
        chosen = option.state & STATE.State_Selected
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.selected if chosen else self.theme.hover))
        painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 5, 5)

    def _paint_sign(self, painter: QPainter, option: QStyleOptionViewItem, candidate: Candidate) -> None:
        box = _box(option.rect)
        if candidate.imported is None:
            name, colour = ("error", self.theme.error) if candidate.error else ("document", self.theme.faint)
            painter.drawPixmap(box.topLeft(), pixmap(name, colour, SIGN))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.theme.accent if candidate.wanted else self.theme.faint))
        painter.setBrush(QColor(self.theme.accent if candidate.wanted else self.theme.paper))
        painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
        if candidate.wanted:
            painter.drawPixmap(box.topLeft() + QPoint(3, 3), pixmap("check", self.theme.on_accent, SIGN - 6))


def _box(row: QRect) -> QRect:
    """Where the box, or the sign in its place, stands in a row."""
    return QRect(row.left() + 14, row.top() + ABOVE, SIGN, SIGN)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALL)
    return small


def _elided(painter: QPainter, place: QRect, words: str, where: Qt.TextElideMode) -> None:
    painter.drawText(
        place, Qt.AlignmentFlag.AlignTop, painter.fontMetrics().elidedText(words, where, place.width())
    )


def _wrapped(metrics: QFontMetrics, words: str, width: int) -> int:
    """The height of words over as many lines as they need."""
    return metrics.boundingRect(QRect(0, 0, width, 10_000), WRAPPED, words).height()
