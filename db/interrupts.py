"""Ctrl+C while a project is written."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interrupts_wait() -> Iterator[None]:
    """Lets Ctrl+C wait until this is done, and then raises the KeyboardInterrupt.

    Raised in the middle, within a function that SQLite calls, it would come out as an error of SQLite.
    """
    is_heard_here = threading.current_thread() is threading.main_thread()
    if not is_heard_here or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    heard: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if heard:
        raise KeyboardInterrupt
