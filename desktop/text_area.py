"""An editor of longer words that grows with them."""

from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from db.kinds import Field
from desktop.typed import ENTER, Typed


class TextArea(QPlainTextEdit, Typed):
    """Words over `least` to `most` lines. Ctrl+Enter confirms; so does Enter unless it breaks lines."""

    confirmed = Signal(object)

    def __init__(
        self, field: Field, language: str, least: int, most: int, breaks: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field, self.language = field, language
        self.least, self.most, self.breaks = least, most, breaks
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def words(self) -> str:
        return self.toPlainText()

    def write(self, words: str) -> None:
        self.setPlainText(words)
        self.setPlaceholderText(self.tr("several values") if self.several else "")

    def announce(self, value: Any) -> None:
        self.confirmed.emit(value)

    def event(self, event: QEvent) -> bool:
        return self.answers_shortcut(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in ENTER and (control or not self.breaks):
            self.confirm()
        elif event.key() == Qt.Key.Key_Escape and self.modified():
            self.restore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.confirm()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(160, self.minimumHeight())

    def _line_height(self) -> float:
        """Of a line as it is set: a font that stands in for missing characters may need more than its own."""
        first = self.document().firstBlock()
        lines = max(first.layout().lineCount(), 1)
        return max(self.blockBoundingRect(first).height() / lines, self.fontMetrics().lineSpacing())

    def _fit(self) -> None:
        """Take the height of the lines, wrapped ones included."""
        lines = round(self.document().size().height())
        margins = self.contentsMargins()
        around = 2 * round(self.document().documentMargin()) + margins.top() + margins.bottom()
        shown = min(max(lines, self.least), self.most)
        self.setFixedHeight(ceil(shown * self._line_height()) + around + 1)
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines > self.most
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(policy)
