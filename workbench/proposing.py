"""Suggestions for many documents, read in processes of their own: plain values in, plain values out.

It runs without Qt and without a store, from a command line or a thread of the window.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from db.problems import Problem

if TYPE_CHECKING:
    from analysis.own_words import OwnWords
    from analysis.suggest import Suggestion
    from db.documents import Readable

Tick = Callable[[int, int], None]

WORTH = 200_000
"""Characters from which on reading in several processes is done before they could have been read in one."""
PULSE = 0.1
"""Seconds between two calls of `tick` while documents are being read, so that a cancel is heard."""
AHEAD = 3
"""Documents for each process that are handed to it at a time."""


class ReaderLost(Problem):
    sentence = (
        "A process that reads suggestions ended by itself, perhaps for lack of memory; what was read "
        "before is stored. Close other programs, or ask for suggestions of fewer documents at a time."
    )


Proposed = tuple[int, "list[Suggestion]"]
"""A document's id and what is proposed for it."""


def propose(
    sources: Sequence[Readable],
    own: OwnWords,
    tick: Tick = lambda done, total: None,
    processes: int | None = None,
) -> Iterator[Proposed]:
    """What is proposed for each document, as each is read; in no certain order.

    `tick(done, total)` is called again and again; what it raises stops the work and leaves no process behind,
    as does closing the iterator. `processes` is by default one a processor. Raises ReaderLost.
    """
    count = min(processes or os.cpu_count() or 1, len(sources))
    is_little = sum(len(source.text) for source in sources) < WORTH
    read = _read_here if count < 2 or is_little else _read_beside
    tick(0, len(sources))
    for done, proposed in enumerate(read(sources, own, tick, count), 1):
        tick(done, len(sources))
        yield proposed


def _read_here(sources: Sequence[Readable], own: OwnWords, tick: Tick, count: int) -> Iterator[Proposed]:
    return (_read(source, own) for source in sources)


def _read_beside(sources: Sequence[Readable], own: OwnWords, tick: Tick, count: int) -> Iterator[Proposed]:
    crew = ProcessPoolExecutor(count, get_context("spawn"), initializer=_begin)
    waiting = iter(sources)
    done = 0
    try:
        reading: set[Future[Proposed]] = set()
        while more := reading | {
            crew.submit(_read, source, own) for source in islice(waiting, count * AHEAD - len(reading))
        }:
            ended, reading = wait(more, PULSE, FIRST_COMPLETED)
            tick(done, len(sources))
            for outcome in ended:
                done += 1
                yield outcome.result()
    except BrokenProcessPool as error:
        raise ReaderLost from error
    finally:
        crew.shutdown(cancel_futures=True)


def _begin() -> None:
    """In a process that reads: Ctrl+C is the caller's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(source: Readable, own: OwnWords) -> Proposed:
    from analysis.suggest import suggest

    return source.id, suggest(source.text, source.headings, source.reference_year, own)
