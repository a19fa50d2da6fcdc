"""Reads files for the import dialog: batch after batch, each in a process of its own watched by a thread."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from db.problems import Problem
from desktop.import_candidates import Candidate
from desktop.work import Tick, Work
from importers import Options, worker


class NotRead(Problem):
    sentence = "{name} was not read, because reading was stopped; nothing was imported. Add it once more."


class Reading(QObject):
    """Reads candidates in the order in which they were added; those with other options in another batch.

    `told` comes once for each candidate.
    """

    told = Signal(object, object)
    """A candidate, and what was imported from it or the error that says why not."""
    progressed = Signal(int, int)
    """How many of how many have been read since there was nothing to read."""
    _came = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Candidate] = []
        self._batch: list[Candidate] = []
        self._work: Work | None = None
        self._done = 0
        self._came.connect(self._take)

    @property
    def busy(self) -> bool:
        return self._work is not None

    def add(self, candidates: Iterable[Candidate]) -> None:
        """Read these too."""
        self._waiting += candidates
        if not self.busy:
            self._go_on()
        self._tell_progress()

    def stop(self) -> None:
        """Read no more. When this returns, the reader process is gone; its last files are told later."""
        if self._work is not None:
            self._work.cancel()
            self._work.wait()
        left, self._waiting = self._waiting, []
        self._refuse(left)

    def _go_on(self) -> None:
        """Start with the next batch: all in turn that have the same options."""
        if not self._waiting:
            self._work, self._done = None, 0
            return
        options = self._waiting[0].options
        count = next((i for i, c in enumerate(self._waiting) if c.options != options), len(self._waiting))
        self._batch, self._waiting = self._waiting[:count], self._waiting[count:]
        self._work = Work(partial(self._read, tuple(self._batch), options), self)
        self._work.done.connect(self._end)
        self._work.failed.connect(self._fail)
        self._work.stopped.connect(self._give_up)
        self._work.start()

    def _read(self, batch: Sequence[Candidate], options: Options, tick: Tick) -> None:
        """In the thread: tell every outcome as it comes."""
        paths = [candidate.path for candidate in batch]
        for candidate, outcome in zip(batch, worker.read_all(paths, options, tick), strict=True):
            self._came.emit(candidate, outcome)

    def _take(self, candidate: Candidate, outcome: object) -> None:
        self._batch.remove(candidate)
        self._tell(candidate, outcome)

    def _fail(self, error: Exception) -> None:
        """The batch ended for a reason that lies in no file; others may still be read."""
        for candidate in self._batch:
            self._tell(candidate, error)
        self._end()

    def _give_up(self) -> None:
        self._refuse(self._batch)
        self._end()

    def _refuse(self, candidates: Iterable[Candidate]) -> None:
        for candidate in candidates:
            self._tell(candidate, NotRead(name=candidate.path.name))

    def _end(self, _nothing: object = None) -> None:
        self._batch = []
        self._go_on()
        self._tell_progress()

    def _tell(self, candidate: Candidate, outcome: object) -> None:
        self._done += 1
        self.told.emit(candidate, outcome)
        self._tell_progress()

    def _tell_progress(self) -> None:
        self.progressed.emit(self._done, self._done + len(self._batch) + len(self._waiting))
