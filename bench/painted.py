"""When a window has been painted: told on standard output as the system's monotonic clock.

The process that started this one reads the same clock.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class Painted(QObject):
    """Tells once, after the widget was painted the next time, and then does what follows."""

    def __init__(self, widget: QWidget, then: Callable[[], object] = lambda: None) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print(time.monotonic(), flush=True)
        self._then()
