"""Long work: one call in a thread, with progress and Cancel.

The call gets plain values and a `tick`, and returns a plain value; it never touches the store or a widget.
"""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

PATIENCE = 5.0
"""Seconds."""

Tick = Callable[[int, int], None]


class Stopped(Exception):
    """Raised by a tick once the analyst has cancelled."""


class Work(QObject):
    """One long piece of work. Exactly one of `done`, `failed` and `stopped` is told at its end."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(Exception)
    stopped = Signal()

    def __init__(self, call: Callable[[Tick], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call = call
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next tick."""
        self._cancelled.set()

    def wait(self) -> None:
        """Until the thread has ended, at most for a while: for the end of the program."""
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    def tick(self, done: int, total: int) -> None:
        """Tell how far the work is; raises Stopped where it has been cancelled."""
        if self._cancelled.is_set():
            raise Stopped
        self.progressed.emit(done, total)

    def _run(self) -> None:
        try:
            value = self._call(self.tick)
        except Stopped:
            self.stopped.emit()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.done.emit(value)


class Turns(QObject):
    """Calls that need the GUI thread, one in each turn of the event loop, so that the window stays alive."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(Exception)
    stopped = Signal()

    def __init__(self, calls: Sequence[Callable[[], object]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls, self._next = calls, 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        self._timer.start()

    def cancel(self) -> None:
        """Stop before the next call; what was done stays done."""
        if self._timer.isActive():
            self._timer.stop()
            self.stopped.emit()

    def _turn(self) -> None:
        if self._next == len(self._calls):
            self._timer.stop()
            self.done.emit(None)
            return
        call = self._calls[self._next]
        self._next += 1
        try:
            call()
        except Exception as error:
            self._timer.stop()
            self.failed.emit(error)
            return
        self.progressed.emit(self._next, len(self._calls))
