"""Long work with progress and Cancel: one call in a thread, or many calls in turns of the event loop.

A thread's call gets plain values and a `tick`, and returns a plain value; it touches no store and no widget.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from db.problems import Problem

PATIENCE = 5.0
"""Seconds."""

Tick = Callable[[int, int], None]


class Stopped(Exception):
    """Raised by a tick once the analyst has cancelled."""


class LongWork(QObject):
    """A piece of work. Exactly one of `done`, `failed` and `stopped` is told at its end; then it is gone.

    `words` say what is being done; `undone`, with {left} and {total}, what a stop or a failure left.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(Exception)
    """What went wrong; an ExceptionGroup where several things did."""
    stopped = Signal()

    def __init__(self, parent: QObject | None, words: str, undone: str) -> None:
        super().__init__(parent)
        self.words, self._undone = words, undone
        self._total = self._made = 0

    def start(self) -> None:
        raise NotImplementedError

    def cancel(self) -> None:
        raise NotImplementedError

    def wait(self) -> None:
        """Until nothing runs beside the window any more: for the end of the program."""

    def undone(self) -> str:
        """What was not done, in a sentence."""
        return self._undone.format(left=self._total - self._made, total=self._total)

    def _end(self, tell: Callable[[], None]) -> None:
        tell()
        self.deleteLater()


class Work(LongWork):
    """One call in a thread."""

    _ended = Signal(object)
    """In the thread: how the end is told, which is done in the thread of the window."""

    def __init__(
        self,
        call: Callable[[Tick], Any],
        parent: QObject | None = None,
        words: str = "",
        undone: str = "",
    ) -> None:
        super().__init__(parent, words, undone)
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(call,), daemon=True)
        self._ended.connect(self._end)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next tick."""
        self._cancelled.set()

    def wait(self) -> None:
        """Until the thread has ended, at most for a while."""
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    def tick(self, done: int, total: int) -> None:
        """Tell how far the work is, nothing where the total is 0. Raises Stopped where it was cancelled."""
        if self._cancelled.is_set():
            raise Stopped
        if total:
            self.progressed.emit(done, total)

    def _run(self, call: Callable[[Tick], Any]) -> None:
        try:
            end = partial(self.done.emit, call(self.tick))
        except Stopped:
            end = partial(self.stopped.emit)
        except Exception as error:
            end = partial(self.failed.emit, error)
        with suppress(RuntimeError):  # the window went in this moment, and this object with it
            self._ended.emit(end)


class Turns(LongWork):
    """Calls that need the GUI thread, one in each turn of the event loop, so that the window stays alive.

    A Problem of one is kept until the end, and the others are still made; any other error ends the work.
    """

    def __init__(
        self,
        calls: Iterable[Callable[[], object]],
        parent: QObject | None = None,
        words: str = "",
        undone: str = "",
    ) -> None:
        super().__init__(parent, words, undone)
        self._calls = deque(calls)
        self._total = len(self._calls)
        self._errors: list[Exception] = []
        self._cancelled = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        self._timer.start()

    def cancel(self) -> None:
        """Make no further call; what was done stays done."""
        self._cancelled = True

    def _turn(self) -> None:
        if self._calls and not self._cancelled:
            self._make(self._calls.popleft())
            return
        self._timer.stop()
        self._end(self._tell)
        self._calls, self._errors = deque(), []

    def _make(self, call: Callable[[], object]) -> None:
        try:
            call()
            self._made += 1
        except Exception as error:
            self._errors.append(error)
            if not isinstance(error, Problem):
                self._calls.clear()
        self.progressed.emit(self._total - len(self._calls), self._total)

    def _tell(self) -> None:
        if self._errors:
            self.failed.emit(ExceptionGroup(self.words, self._errors))
        elif self._calls:
            self.stopped.emit()
        else:
            self.done.emit(None)
