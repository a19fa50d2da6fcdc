"""Many files read in a process of their own: a file that crashes or hangs the reader costs only itself.

`read_all` runs without Qt, from a command line or a thread of the window. One reader process works through
the files in order, one ahead of the caller, and is replaced when it dies or takes too long.
"""

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from time import monotonic

from db.problems import Problem
from importers import Imported, Options, read
from importers.problems import ReaderStopped, TookTooLong

LIMIT = 60.0
"""Seconds for one file, the start of the process included."""

PULSE = 0.05
"""Seconds between two calls of `tick` while a file is being read, so that a cancel is heard."""

GRACE = 2.0
"""Seconds from the request to end to the end by force."""

Tick = Callable[[int, int], None]
Outcome = Imported | Problem

_context = get_context("spawn")  # forking a program with threads and a window is unsafe


def read_all(
    paths: Sequence[Path],
    options: Options = Options(),  # noqa: B008 - frozen
    tick: Tick = lambda done, total: None,
    limit: float = LIMIT,
) -> Iterator[Outcome]:
    """For each path, in order, what was imported from it or the Problem that says why not.

    `tick(done, total)` is called again and again; what it raises stops the work and leaves no process
    behind, as does closing the iterator.
    """
    reader = _Reader(options)
    try:
        for done, path in enumerate(paths):
            outcome = reader.outcome(path, limit, partial(tick, done, len(paths)))
            if done + 1 < len(paths):
                reader.begin(paths[done + 1])
            tick(done + 1, len(paths))
            yield outcome
    finally:
        reader.stop()


class _Reader:
    """The process that reads, and the pipe to it."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.process, self.pipe = self._start()
        self.begun: Path | None = None

    def begin(self, path: Path) -> None:
        """Let the process read that file while the caller is busy."""
        if not self.process.is_alive():
            self.stop()
            self.process, self.pipe = self._start()
        self.begun = path
        with suppress(ConnectionError):  # told by the end of the pipe when the outcome is asked for
            self.pipe.send(path)

    def outcome(self, path: Path, limit: float, pulse: Callable[[], None]) -> Outcome:
        """What was read from that file, begun before or now."""
        if self.begun is not path:
            self.begin(path)
        self.begun = None
        deadline = monotonic() + limit
        try:
            while not self.pipe.poll(PULSE):
                pulse()
                if monotonic() > deadline:
                    self.stop()
                    return TookTooLong(name=path.name, seconds=round(limit))
            found: Outcome = self.pipe.recv()
        except (EOFError, ConnectionError):
            self.stop()
            return ReaderStopped(name=path.name)
        return found

    def stop(self) -> None:
        """End the process; a moment is left to it to end the program that it may be waiting for."""
        self.pipe.close()
        self.process.terminate()
        self.process.join(GRACE)
        self.process.kill()
        self.process.join()

    def _start(self) -> tuple[SpawnProcess, Connection]:
        ours, theirs = _context.Pipe()
        process = _context.Process(target=_serve, args=(theirs, self.options), daemon=True)
        process.start()
        theirs.close()
        return process, ours


def _serve(pipe: Connection, options: Options) -> None:
    """The reader process: one outcome for each path received, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the caller's to answer
    with suppress(EOFError):
        while True:
            path = pipe.recv()
            try:
                outcome: Outcome = read(path, options)
            except Problem as problem:
                outcome = problem
            pipe.send(outcome)
