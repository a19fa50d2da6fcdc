"""Long work beside a store: what needs the store is asked for in short calls, wherever that lives."""

from collections.abc import Callable
from typing import Any, TypeVar

from db.store import Store

Value = TypeVar("Value")
Ask = Callable[[Callable[[Store], Value]], Value]
"""Makes a call on the store and gives what came of it."""


def directly(store: Store) -> Ask[Any]:
    """For a program that has nothing else to do meanwhile."""
    return lambda call: call(store)
