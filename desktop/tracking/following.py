"""Has the tracked promises follow the project beside the window, when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.asking import Asking
from desktop.work import LongWork, Tick, Work
from desktop.workspace import Workspace

FEW = 40
"""Documents that are read again without asking: some seconds of work."""


class Following(QObject):
    """`due` says that the project may have changed since its promises were last worked out."""

    working = Signal(LongWork)
    begun = Signal(str)
    """What is being done, in words."""
    ended = Signal(bool)
    """Whether the work was done, and not stopped."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace, self.due = workspace, True
        self._work: Work | None = None
        self._waiting: list[Callable[[], object]] = []
        workspace.saved.connect(self._mark)
        workspace.opened.connect(self._begin)
        workspace.closed.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether the promises are being worked out."""
        return self._work is not None

    @property
    def is_done(self) -> bool:
        """Whether the promises follow from the project as it is."""
        return not self.due and not self.busy

    def ready(self, call: Callable[[], object]) -> None:
        """Make a call when the promises follow from the project as it is; none where that is stopped."""
        if self.is_done:
            call()
            return
        self._waiting.append(call)
        self.follow()

    def is_quick(self) -> bool:
        """Whether few documents are to be read again."""
        from db import retraced

        with self.workspace.store.read() as session:
            return len(retraced.unchecked(session)) <= FEW

    def follow(self) -> None:
        """Work the promises out beside the window, where they may be other ones."""
        if self.busy or not self.due or not self.workspace.is_open:
            return
        from workbench import retracing

        self.due = False
        asking = Asking(self.workspace, self)

        def call(tick: Tick) -> int:
            return retracing.bring_up_to_date(asking.through(tick), tick)

        words = self.tr("Tracking promises")
        self._work = work = Work(call, self, words, self.tr("The view was not filled."))
        asking.setParent(work)
        work.done.connect(lambda _value: self._end(work, True))
        for end in (work.failed, work.stopped):
            end.connect(lambda *_told: self._end(work, False))
        self.workspace.closing.connect(work.cancel)
        self.begun.emit(words)
        self.working.emit(work)

    def _mark(self, _back: str) -> None:
        self.due = True

    def _begin(self) -> None:
        """Another project, or none: how the work on the one before ends is all the same."""
        self.due, self._work, self._waiting = True, None, []

    def _end(self, work: Work, done: bool) -> None:
        if work is not self._work:
            return
        self._work = None
        self.due = self.due or not done
        calls, self._waiting = self._waiting, []
        self.ended.emit(done)
        for call in calls if done else ():
            self.ready(call)
