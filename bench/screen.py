"""Bare Qt widgets to measure against, and painting at once."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QWidget

from bench.measure import seconds

PANE = QSize(1000, 640)
"""A document's pane where two stand side by side in a window of 1600 × 1000."""


def application() -> QApplication:
    """The one application, made on first asking."""
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["bench"])


def shown(widget: QWidget, size: QSize = PANE) -> None:
    """Puts the widget on the screen, painted once."""
    widget.resize(size)
    widget.show()
    application().processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 200)


def painted(area: QAbstractScrollArea, work: Callable[[], object]) -> float:
    """Seconds from the beginning of the work until the area shows what it did."""

    def worked() -> None:
        work()
        area.viewport().repaint()

    return seconds(worked)


def plain_text(font: QFont) -> QPlainTextEdit:
    """The bare text widget: read-only, wrapped, with nothing tinted."""
    widget = QPlainTextEdit()
    widget.setReadOnly(True)
    widget.setFont(font)
    return widget
