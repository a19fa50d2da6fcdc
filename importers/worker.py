"""Many files read in processes of their own: a file that crashes or hangs its reader costs only itself.

`read_all` runs without Qt, from a command line or a thread of the window. Readers, as many as the machine
has processors where there is work for them, work ahead of the caller, who gets the outcomes in order; one
that dies or takes too long is replaced.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from time import monotonic

from db.problems import Problem
from importers import Imported, Options, read
from importers.problems import ReaderStopped, TookTooLong, TooMuchMemory

LIMIT = 120.0
"""Seconds for one file, the start of its process included; where text is recognised, for each page anew."""

MORE = 1.0
"""Seconds more for each megabyte of the file."""

GRACE = 2.0
"""Seconds from the request to end to the end by force."""

PULSE = 0.05
"""Seconds between two calls of `tick` while files are being read, so that a cancel is heard."""

WORTH = 1.0
"""Seconds of work after which, while files wait, one more reader is worth its start."""

AHEAD = 8
"""Outcomes for each reader that may wait for the caller, so that few documents are in memory at once."""

Tick = Callable[[int, int], None]
Outcome = Imported | Problem

_context = get_context("spawn")  # forking a program with threads and a window is unsafe


def read_all(
    paths: Sequence[Path],
    options: Options = Options(),  # noqa: B008 - frozen
    tick: Tick = lambda done, total: None,
    limit: float = LIMIT,
    readers: int | None = None,
) -> Iterator[Outcome]:
    """For each path, in order, what was imported from it or the Problem that says why not.

    `tick(done, total)` is called again and again; what it raises stops the work and leaves no process
    behind, as does closing the iterator. `readers` is the most processes at a time, by default one a
    processor.
    """
    crew = _Crew(paths, options, limit, min(readers or os.cpu_count() or 1, len(paths)))
    try:
        for done in range(len(paths)):
            while done not in crew.outcomes:
                crew.work(done)
                tick(done, len(paths))
            outcome = crew.outcomes.pop(done)
            crew.begin(done + 1)
            tick(done + 1, len(paths))
            yield outcome
    finally:
        crew.stop()


class _Crew:
    """The readers, the files not yet begun, and the outcomes not yet asked for, by their files' places."""

    def __init__(self, paths: Sequence[Path], options: Options, limit: float, count: int) -> None:
        self.paths, self.options = paths, options
        self.limit, self.count = limit, count
        self.readers = [_Reader(options)] if count else []
        self.grown = monotonic()
        self.outcomes: dict[int, Outcome] = {}
        self.next = 0

    def begin(self, done: int) -> None:
        """Give a file to every reader that has none, not too far ahead of the caller."""
        for place, reader in enumerate(self.readers):
            if reader.task is None and self.next < min(len(self.paths), done + AHEAD * len(self.readers)):
                if not reader.process.is_alive():
                    self._replace(place)
                self.readers[place].begin(self.next, self.paths[self.next], self.limit)
                self.next += 1

    def work(self, done: int) -> None:
        """Keep the readers busy and collect what they have, for one pulse at most."""
        self._grow()
        self.begin(done)
        busy = {reader.pipe: place for place, reader in enumerate(self.readers) if reader.task is not None}
        ready = wait([*busy], PULSE)
        for pipe, place in busy.items():
            if pipe in ready:
                self._collect(place)
        for place in busy.values():
            if self.readers[place].is_late():
                self._give_up(place, TookTooLong)

    def _grow(self) -> None:
        """One more reader where there is work for it: small files are read before it would have started."""
        waiting = self.next < len(self.paths) and len(self.readers) < self.count
        if waiting and monotonic() - self.grown > WORTH:
            self.readers.append(_Reader(self.options))
            self.grown = monotonic()

    def _collect(self, place: int) -> None:
        reader = self.readers[place]
        try:
            outcome = reader.hear()
        except (EOFError, ConnectionError):
            self._give_up(place, ReaderStopped)
            return
        if outcome is not None:
            self.outcomes[reader.done()] = outcome

    def _give_up(self, place: int, problem: type[Problem]) -> None:
        reader = self.readers[place]
        name, seconds = reader.path.name, round(reader.limit)
        self.outcomes[reader.done()] = problem(name=name, seconds=seconds)
        self._replace(place)

    def _replace(self, place: int) -> None:
        self.readers[place].stop()
        self.readers[place] = _Reader(self.options)

    def stop(self) -> None:
        for reader in self.readers:
            reader.stop()


class _Reader:
    """A process that reads, the pipe to it, and the file it is at (`task`: its place among the paths)."""

    def __init__(self, options: Options) -> None:
        self.pipe, theirs = _context.Pipe()
        self.process: SpawnProcess = _context.Process(target=_serve, args=(theirs, options), daemon=True)
        self.process.start()
        theirs.close()
        self.task: int | None = None
        self.path = Path()
        self.limit = self.deadline = 0.0

    def begin(self, task: int, path: Path, limit: float) -> None:
        self.task, self.path, self.limit = task, path, limit + MORE * _megabytes(path)
        self._begin_anew()
        with suppress(ConnectionError):  # told by the end of the pipe when the outcome is collected
            self.pipe.send(path)

    def _begin_anew(self) -> None:
        self.deadline = monotonic() + self.limit

    def hear(self) -> Outcome | None:
        """The outcome; None from a process that is getting on, and so has all its time again."""
        outcome: Outcome | None = self.pipe.recv()
        if outcome is None:
            self._begin_anew()
        return outcome

    def done(self) -> int:
        """The task, which is over with this."""
        task, self.task = self.task, None
        assert task is not None
        return task

    def is_late(self) -> bool:
        return self.task is not None and monotonic() > self.deadline and not self.pipe.poll()

    def stop(self) -> None:
        """End the process; a moment is left to it to end the program that it may be waiting for."""
        self.pipe.close()
        self.process.terminate()
        self.process.join(GRACE)
        self.process.kill()
        self.process.join()


def _megabytes(path: Path) -> float:
    try:
        return path.stat().st_size / (1 << 20)
    except (OSError, ValueError):
        return 0.0


def _serve(pipe: Connection, options: Options) -> None:
    """The reader process: for each path received one outcome, and None whenever it gets on with a long one.

    It ends when the pipe closes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the caller's to answer
    options = replace(options, progress=partial(pipe.send, None))
    with suppress(EOFError, ConnectionError):
        while True:
            path = pipe.recv()
            try:
                outcome: Outcome = read(path, options)
            except Problem as problem:
                outcome = problem
            except MemoryError:
                outcome = TooMuchMemory(name=path.name)
            pipe.send(outcome)
