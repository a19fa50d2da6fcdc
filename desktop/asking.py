"""Work beside the window that needs the store: each call on it is made in the thread of the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.work import Stopped, Tick

if TYPE_CHECKING:
    from db.store import Store
    from desktop.workspace import Workspace

PULSE = 0.1
"""Seconds between two looks whether the work has been stopped."""

Call = Callable[["Store"], Any]


class Asked:
    """A call that waits to be made, then what came of it."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.made = threading.Event()
        self.dropped = False
        self.value: Any = None
        self.error: Exception | None = None


class Asking(QObject):
    """Makes calls for one piece of work on the project that is open, until that is closed."""

    _asked = Signal(Asked)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._store: Store | None = workspace.store
        self._asked.connect(self._make)
        workspace.closing.connect(self._close)

    def _close(self) -> None:
        """The store is about to be closed: what is still asked for is not done."""
        self._store = None

    def through(self, tick: Tick) -> Callable[[Call], Any]:
        """What the work calls in its own thread; a tick that raises ends the waiting."""

        def ask(call: Call) -> Any:
            asked = Asked(call)
            self._asked.emit(asked)
            try:
                while not asked.made.wait(PULSE):
                    tick(0, 0)
            except Stopped:
                asked.dropped = True
                raise
            if asked.error is not None:
                raise asked.error
            return asked.value

        return ask

    def _make(self, asked: Asked) -> None:
        if asked.dropped:
            return
        try:
            if self._store is None:
                raise Stopped
            asked.value = asked.call(self._store)
        except Exception as error:
            asked.error = error
        asked.made.set()
