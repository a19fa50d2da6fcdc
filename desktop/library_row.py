"""How one line of the library is painted: title, issuer, and the counts of its passages in small figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.kinds import KINDS
from desktop.icons import pixmap
from desktop.library_model import COVERED, ROW
from desktop.quality import is_missing
from desktop.theme import LIGHT, Theme

if TYPE_CHECKING:
    from db.documents import Shelved
    from db.suggestions import Covered

Index = QModelIndex | QPersistentModelIndex

MARGIN = 12
BUTTON, SIGN = 16, 13
THIN = 2
"""Height of the line that tells how far a document is worked through."""
HOVER = QStyle.StateFlag.State_MouseOver
SELECTED = QStyle.StateFlag.State_Selected


class LibraryRow(QStyledItemDelegate):
    """Paints years as small headings and documents on two lines."""

    theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(80, 2 * line + 14 if index.data(ROW) else line + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        if row is None:
            self._paint_year(painter, option, str(index.data()))
        else:
            self._paint_ground(painter, option)
            self._paint_document(painter, option, row)
            if covered := index.data(COVERED):
                self._paint_coverage(painter, _inside(option.rect), covered)
        painter.restore()

    def _paint_year(self, painter: QPainter, option: QStyleOptionViewItem, year: str) -> None:
        painter.setFont(_sized(option.font, 0.9, bold=True))
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(_inside(option.rect), Qt.AlignmentFlag.AlignVCenter, year)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colour = self.theme.selected if option.state & SELECTED else self.theme.hover
        if option.state & (SELECTED | HOVER):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(option.rect.adjusted(6, 1, -6, -1), 5, 5)

    def _paint_document(self, painter: QPainter, option: QStyleOptionViewItem, row: Shelved) -> None:
        inside = _inside(option.rect).adjusted(0, 5, 0, -5)
        title = QRect(inside)
        title.setHeight(inside.height() // 2)
        second = title.translated(0, title.height())
        if option.state & HOVER:
            painter.drawPixmap(
                beside_button(option.rect).topLeft(), pixmap("beside", self.theme.muted, BUTTON)
            )
            title.setRight(beside_button(option.rect).left() - 6)
        painter.setPen(QColor(self.theme.ink))
        _elided(painter, title, row.title, option.fontMetrics)
        if is_missing(row.quality):
            painter.drawPixmap(
                second.left(), second.center().y() - 6, pixmap("warning", self.theme.on_warning, SIGN)
            )
            second.setLeft(second.left() + SIGN + 5)
        small = _sized(option.font, 0.88)
        painter.setFont(small)
        second.setRight(self._paint_counts(painter, second, row.counts, QFontMetrics(small)) - 8)
        painter.setPen(QColor(self.theme.muted))
        _elided(painter, second, row.issuer or row.source_name, QFontMetrics(small))

    def _paint_coverage(self, painter: QPainter, line: QRect, covered: Covered) -> None:
        """A thin line at the foot: the share of paragraphs tagged, then of those with suggestions only."""
        if not covered.tagged and not covered.waiting:
            return
        width = line.width()
        tagged = round(width * covered.tagged / covered.paragraphs)
        waiting = round(width * (covered.tagged + covered.waiting) / covered.paragraphs) - tagged
        left, top = line.left(), line.bottom() - THIN
        painter.fillRect(left, top, width, THIN, QColor(self.theme.line))
        painter.fillRect(left, top, tagged, THIN, QColor(self.theme.accent))
        painter.fillRect(left + tagged, top, waiting, THIN, QColor(self.theme.faint))

    def _paint_counts(
        self, painter: QPainter, place: QRect, counts: dict[str, int], metrics: QFontMetrics
    ) -> int:
        """Figures from the right, each with the sign of its kind; gives the x where they begin."""
        right = place.right()
        for kind in reversed(KINDS):
            if not counts.get(kind):
                continue
            figure = str(counts[kind])
            ink = self.theme.kind(kind).ink
            painter.setPen(QColor(ink))
            right -= metrics.horizontalAdvance(figure)
            painter.drawText(
                QRect(right, place.top(), 200, place.height()), Qt.AlignmentFlag.AlignVCenter, figure
            )
            right -= 14
            painter.drawPixmap(right, place.center().y() - 5, pixmap(kind, ink, 12))
            right -= 6
        return right


def beside_button(line: QRect) -> QRect:
    """Where the button "open beside" stands in a hovered line."""
    return QRect(line.right() - MARGIN - BUTTON, line.top() + 7, BUTTON, BUTTON)


def _inside(line: QRect) -> QRect:
    return line.adjusted(MARGIN, 0, -MARGIN, 0)


def _sized(font: QFont, factor: float, bold: bool = False) -> QFont:
    sized = QFont(font)
    sized.setPointSizeF(font.pointSizeF() * factor)
    if bold:
        sized.setWeight(QFont.Weight.DemiBold)
    return sized


def _elided(painter: QPainter, place: QRect, words: str, metrics: QFontMetrics) -> None:
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
