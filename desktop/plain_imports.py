"""Imports at Python's own pace, for the part of the start one waits for."""

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import without PySide's hook, which reads the source of every module for the name of PySide.

    The hook serves `from __feature__ import …`, which nothing here uses; with SQLAlchemy's 200 modules it
    takes a quarter of the time. A PySide that keeps no import to go back to is left alone. What is imported
    stays for good, so the collector of garbage is not sent through it, now or later.
    """
    hooked = builtins.__import__
    gc.disable()
    builtins.__import__ = getattr(builtins, "__orig_import__", hooked)
    try:
        yield
    finally:
        builtins.__import__ = hooked
        gc.freeze()
        gc.enable()
