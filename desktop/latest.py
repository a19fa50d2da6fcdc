"""What is asked for again and again, worked out behind the window: the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.work import Tick, Work


class Latest(QObject):
    """One call at a time. What is asked for meanwhile takes its turn afterwards, the newest alone.

    `home` outlives the calls, which end in threads of their own.
    """

    done = Signal(object)
    failed = Signal(Exception)

    def __init__(self, home: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._home = home
        self._work: Work | None = None
        self._next: Callable[[Tick], Any] | None = None

    @property
    def busy(self) -> bool:
        return self._work is not None

    def ask(self, call: Callable[[Tick], Any]) -> None:
        """Work this out instead of what was asked for before."""
        if self._work is not None:
            self._next = call
            self._work.cancel()
            return
        self._work = Work(call, self._home)
        self._work.done.connect(self._tell_done)
        self._work.failed.connect(self._tell_failed)
        self._work.stopped.connect(self._go_on)
        self._work.start()

    def stop(self) -> None:
        """Nothing is asked for any more."""
        self._next = None
        if self._work is not None:
            self._work.cancel()

    def _tell_done(self, value: object) -> None:
        if self._next is None:
            self.done.emit(value)
        self._go_on()

    def _tell_failed(self, error: Exception) -> None:
        if self._next is None:
            self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        call, self._work, self._next = self._next, None, None
        if call is not None:
            self.ask(call)
