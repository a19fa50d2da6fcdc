"""Choosing by hand what reports a promise, or which promise a quote reports."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from analysis.trace_documents import Told
from desktop.field_form import quiet_label
from desktop.filter_field import FilterField
from desktop.folding import folded
from desktop.ledger_model import Index
from desktop.quote_box import QuoteBox
from desktop.tracking.promises import amount
from workbench import likely
from workbench.tracker import Place

REPORT, PROMISE = "report", "promise"
"""What is looked for: the report of a promise, or the promise of a report."""
SIZE = QSize(760, 560)
MOST = 300
"""Rows shown of those that have the words looked for."""
LINE = 1.35
"""Of the font's height."""
SIDE = 10


class ChooseDialog(QDialog):
    """The likeliest first; words typed look through all numbers of the other documents."""

    chosen = Signal(object)
    """The place chosen."""

    def __init__(
        self, documents: Sequence[Told], place: Place, wanted: str, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        find = likely.likely if wanted == REPORT else likely.likely_promises
        self.likely = find(documents, place)
        self.every = likely.elsewhere(documents, place)
        self.setWindowTitle(
            self.tr("What reports this promise?") if wanted == REPORT else self.tr("Which promise is this?")
        )
        self.resize(SIZE)
        self.quote = QuoteBox(2)
        self.quote.set_text(place.quote)
        self.quote.set_colour(self.palette().color(QPalette.ColorRole.Link).name())
        self.words = FilterField()
        self.words.setPlaceholderText(self.tr("Look through all numbers of the other documents"))
        self.words.setClearButtonEnabled(True)
        self.told = quiet_label()
        self.list = QListWidget()
        self.list.setItemDelegate(PlacePainter(language, self.list))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out(quiet_label(place.document))
        self.words.textChanged.connect(self._fill)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._fill()

    def _lay_out(self, document: QWidget) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for part in (self.quote, document, self.words, self.told, self.list, self.buttons):
            column.addWidget(part)
        self.words.setFocus()

    def _fill(self) -> None:
        """Show the likely ones, or those that have all the words."""
        needles = folded(self.words.text()).split()
        found: list[tuple[Place, float | None]] = list(self.likely)
        if needles:
            found = [(one, None) for one in self.every if _has(one, needles)]
        self.told.setText(
            self.tr("{count} found").format(count=f"{len(found):,}") if needles else self.tr("The likeliest")
        )
        self.list.clear()
        for place, sure in found[:MOST]:
            item = QListWidgetItem(place.quote)
            item.setData(Qt.ItemDataRole.UserRole, (place, sure))
            item.setToolTip(f"{place.document}\n{place.quote}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(found))

    def accept(self) -> None:
        if item := self.list.currentItem():
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)[0])
            super().accept()


def _has(place: Place, needles: list[str]) -> bool:
    words = folded(f"{place.quote}\n{place.document}\n{place.year}")
    return all(needle in words for needle in needles)


class PlacePainter(QStyledItemDelegate):
    """Two lines: the quote with its figure, and below it document and sureness."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, round(option.fontMetrics.height() * LINE * 2) + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        place, sure = index.data(Qt.ItemDataRole.UserRole)
        inner = QRectF(option.rect).adjusted(SIDE, 4, -SIDE, -4)
        upper, lower = QRectF(inner), QRectF(inner)
        upper.setHeight(inner.height() / 2)
        lower.setTop(upper.bottom())
        figure = amount(place)
        painter.save()
        self._line(painter, option, upper, (place.quote, figure), QPalette.ColorRole.Text)
        said = place.document, f"{sure:.0%}" if sure is not None else ""
        self._line(painter, option, lower, said, QPalette.ColorRole.PlaceholderText)
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: QRectF,
        words: tuple[str, str],
        role: QPalette.ColorRole,
    ) -> None:
        """Words on the left, and some on the right."""
        painter.setPen(QColor(option.palette.color(role)))
        room = option.fontMetrics.horizontalAdvance(words[1]) + 16
        left = option.fontMetrics.elidedText(
            words[0].replace("\n", " "), Qt.TextElideMode.ElideRight, round(place.width() - room)
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, left)
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, words[1])
