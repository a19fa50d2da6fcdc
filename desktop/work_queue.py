"""Long work of the window: one piece at a time, the others wait their turn."""

from collections import deque

from PySide6.QtCore import QObject, Signal

from desktop.work import LongWork


class WorkQueue(QObject):
    """Begins each piece of work when the one before it has ended."""

    begun = Signal(LongWork)
    waits = Signal(LongWork)
    """A piece of work must wait for others."""
    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._works: deque[LongWork] = deque()

    @property
    def busy(self) -> bool:
        return bool(self._works)

    def add(self, work: LongWork) -> None:
        """Begin this work, or let it wait."""
        for end in (work.done, work.failed, work.stopped):
            end.connect(self._go_on)
        work.failed.connect(self.failed)
        self._works.append(work)
        if len(self._works) == 1:
            self._begin()
        else:
            self.waits.emit(work)

    def cancel(self) -> None:
        """Stop the work under way, if any; the next begins."""
        if self._works:
            self._works[0].cancel()

    def stop(self) -> None:
        """Stop everything. When this returns, nothing runs beside the window any more."""
        while len(self._works) > 1:
            self._works.pop().deleteLater()
        for work in self._works:
            work.cancel()
            work.wait()

    def _go_on(self) -> None:
        self._works.popleft()
        if self._works:
            self._begin()

    def _begin(self) -> None:
        self.begun.emit(self._works[0])
        self._works[0].start()
