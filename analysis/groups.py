"""The lists of `resources/groups`: words that belong together, a line each; `#` begins a comment."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "groups"


@cache
def groups(name: str) -> tuple[tuple[str, ...], ...]:
    """The groups of a list in its order. FileNotFoundError where there is no such list."""
    lines = (
        line.partition("#")[0].split() for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    )
    return tuple(tuple(words) for words in lines if words)


@cache
def firsts(name: str) -> dict[str, str]:
    """Every word of a list → the first of its group."""
    return {word: group[0] for group in groups(name) for word in group}
