"""Long work on many documents, shared out among processes of their own: plain values in, plain values out.

It runs without Qt and without a store, from a command line or a thread of the window.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Protocol, TypeVar

from db.problems import Problem
from exporters.progress import Tick

Item = TypeVar("Item")
Of = TypeVar("Of", covariant=True)
Outcome = TypeVar("Outcome")

PULSE = 0.1
"""Seconds between two calls of `tick` while documents are worked on, so that a cancel is heard."""
AHEAD = 4
"""Items for each process that are handed to it at a time."""


class Items(Protocol[Of]):
    """As many items as are told, or fewer where some are gone when their turn comes."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Of]: ...


class WorkerLost(Problem):
    sentence = (
        "A process that reads documents ended by itself, perhaps for lack of memory; what was read "
        "before is kept. Close other programs, or choose fewer documents at a time."
    )


def share(
    work: Callable[[Item], Outcome],
    items: Items[Item],
    tick: Tick = lambda done, total: None,
    processes: int | None = None,
) -> Generator[Outcome, None, None]:
    """What `work`, a function that can be pickled, makes of each item, as each is done; in no certain order.

    `tick(done, total)` is called again and again; what it raises stops the work and leaves no process behind,
    as does closing the iterator. `processes` is by default one a processor; a single one is this one.
    Raises WorkerLost.
    """
    count = min(processes or os.cpu_count() or 1, len(items))
    tick(0, len(items))
    if count > 1:
        yield from _beside(work, items, tick, count)
        return
    for done, outcome in enumerate(map(work, items), 1):
        tick(done, len(items))
        yield outcome


def _beside(
    work: Callable[[Item], Outcome], items: Items[Item], tick: Tick, processes: int
) -> Generator[Outcome, None, None]:
    crew = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_begin)
    waiting = iter(items)
    running: set[Future[Outcome]] = set()
    done = 0
    try:
        while running := running | {
            crew.submit(work, item) for item in islice(waiting, processes * AHEAD - len(running))
        }:
            ended, running = wait(running, PULSE, FIRST_COMPLETED)
            tick(done, len(items))
            for one in ended:
                outcome = one.result()
                done += 1
                tick(done, len(items))
                yield outcome
    except BrokenProcessPool as error:
        raise WorkerLost from error
    finally:
        crew.shutdown(cancel_futures=True)


def _begin() -> None:
    """In a process of the crew: Ctrl+C is the caller's to answer, and without a caller there is no work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_caller, daemon=True).start()


def _end_with_the_caller() -> None:
    """A caller that is killed says no good-bye: its crew would wait for work for ever."""
    if (caller := parent_process()) is not None:
        caller.join()
        os._exit(1)
