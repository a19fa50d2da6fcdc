"""The bar at the foot of a pane that finds words in its text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.filter_field import FilterField
from desktop.icons import icon
from desktop.theme import Theme

HEIGHT = 40


class FindBar(QFrame):
    """Query, how many hits there are, and steps from one to the next."""

    query_changed = Signal(str)
    step_requested = Signal(int)
    """1 for the next hit, -1 for the one before."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self._line, self._paper = QColor(), QColor()
        self.query = FilterField()
        self.query.setObjectName("find_query")
        self.query.setPlaceholderText(self.tr("Find in this document"))
        self.query.setClearButtonEnabled(True)
        self.query.textChanged.connect(self.query_changed)
        self.query.installEventFilter(self)
        self.count = QLabel()
        self.count.setObjectName("find_count")
        self.count.setMinimumWidth(56)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.query, 1)
        row.addWidget(self.count)
        self._icons = {
            "up": self._button(row, self.tr("Previous (Shift+Enter)"), lambda: self.step_requested.emit(-1)),
            "down": self._button(row, self.tr("Next (Enter)"), lambda: self.step_requested.emit(1)),
            "close": self._button(row, self.tr("Close (Esc)"), self.close_bar),
        }
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._line, self._paper = QColor(theme.line), QColor(theme.panel)
        for name, button in self._icons.items():
            button.setIcon(icon(name, theme))

    def open(self, words: str) -> None:
        """Show the bar, ready to type; `words` become the query unless empty."""
        if words:
            self.query.setText(words)
        self.show()
        self.query.setFocus()
        self.query.selectAll()

    def close_bar(self) -> None:
        self.hide()
        self.closed.emit()

    def tell(self, place: int | None, count: int) -> None:
        """Say which of how many hits is the current one; `place` counts from 0."""
        if not self.query.text():
            self.count.clear()
        elif not count:
            self.count.setText(self.tr("No hits"))
        else:
            self.count.setText(f"{'–' if place is None else place + 1}/{count}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Shift+Enter step, Esc closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step_requested.emit(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._paper)
        painter.fillRect(0, 0, self.width(), 1, self._line)
        painter.end()

    def _button(self, row: QHBoxLayout, tip: str, call: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(call)
        row.addWidget(button)
        return button
