"""The line at the foot of the window: what is saved, what is counted, how far long work has come."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QLocale, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QStatusBar,
    QStyle,
    QStyleOption,
    QToolButton,
    QWidget,
)

from desktop.work import LongWork

INDENT = 13
"""Pixels before the first word."""
LONG_ENOUGH = 15_000
"""Milliseconds for which a sentence about long work is shown."""


class StatusLine(QStatusBar):
    """Saved state on the left; progress with Cancel and the counts on the right."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.saved = QLabel()
        self.news = QLabel()
        self._stale = QTimer(self, singleShot=True, interval=LONG_ENOUGH)
        self._stale.timeout.connect(self.news.clear)
        self.work = QLabel()
        self.progress = QProgressBar()
        self.progress.setFixedWidth(160)
        self.progress.setTextVisible(False)
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setObjectName("status_cancel")
        self.cancel.clicked.connect(self.cancel_requested)
        self.counts = QLabel()
        self.counts.setTextFormat(Qt.TextFormat.RichText)
        self.addWidget(self.saved)
        self.addWidget(self.news)
        for part in (self.work, self.progress, self.cancel, self.counts):
            self.addPermanentWidget(part)
        self.end_work()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write a notice where what is saved stands else; Qt would begin it nearer to the edge."""
        if not self.currentMessage():
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.rect().adjusted(INDENT, 0, -INDENT, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.currentMessage())
        painter.end()

    def show_saved(self, at: datetime | None) -> None:
        """Say when the last change went to the disk."""
        if at is None:
            self.saved.setText("")
            return
        time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
        self.saved.setText(self.tr("All changes saved · {time}").format(time=time))

    def show_read_only(self) -> None:
        self.saved.setText(self.tr("Read only"))

    def show_counts(self, documents: int, counts: Sequence[tuple[str, int, str]]) -> None:
        """How many documents, and of each kind its name, figure and colour."""
        parts = [self.tr("Documents {count}").format(count=documents)]
        parts += [f'<span style="color:{ink}">{name} {count:,}</span>' for name, count, ink in counts]
        self.counts.setText("&nbsp;&nbsp;·&nbsp;&nbsp;".join(parts))

    def watch(self, work: LongWork) -> None:
        """Show how far a piece of long work has come, until it ends; Cancel stops it."""
        work.progressed.connect(self.show_work)
        for end in (work.done, work.stopped, work.failed):
            end.connect(self.end_work)
        for short in (work.stopped, work.failed):
            short.connect(lambda: self.tell(work.undone()))
        self.begin_work(work.words)

    def tell_waiting(self, work: LongWork) -> None:
        """Say that a piece of long work will begin later."""
        self.tell(self.tr("{work}: waits for what is under way").format(work=work.words))

    def tell(self, sentence: str) -> None:
        """Say something for a while."""
        self.news.setText(sentence)
        self._stale.start()

    def clear(self) -> None:
        """No project is open."""
        self.saved.setText("")
        self.counts.setText("")

    def begin_work(self, words: str) -> None:
        self.work.setText(words)
        self.progress.setRange(0, 0)
        for part in (self.work, self.progress, self.cancel):
            part.show()

    def show_work(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def end_work(self) -> None:
        for part in (self.work, self.progress, self.cancel):
            part.hide()
