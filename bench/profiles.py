"""Where the time of our side of a row goes: `python -m bench --profile ROW`.

The profile is taken of the very work that the row measures, warm-ups and limits left out. Its clock runs in
every call, so what makes many small calls weighs more than it does otherwise: shares, not times.
"""

import re
from collections import Counter
from pathlib import Path
from pstats import Stats

from bench.measure import profile, run

ROOT = Path(__file__).resolve().parent.parent
IMPORTS = re.compile(r"importlib|marshal|\b_imp\.|__build_class__|<module>")
LEAST = 0.005
"""Smaller parts are not told."""
OWNER = re.compile(r"(?:of '|built-in method )(\w+)\.")
"""In the name of a function that is not written in Python, the library it comes from."""

Shares = list[tuple[str, float]]
"""Names with their parts of the whole, the greatest first."""
Place = tuple[str, int, str]
"""Of a function: its file, line and name."""


def taken(module: str) -> tuple[Shares, Shares]:
    """Of our side of a row: where the time is spent, and for which of our functions."""
    told = Stats()
    profile.set(told)
    run(module)
    return by_home(told), by_function(told)


def by_home(told: Stats) -> Shares:
    """The time spent in each part of the program and each library itself."""
    spent: Counter[str] = Counter()
    for place, (_, _, itself, _, _) in _functions(told).items():
        spent[home(*place)] += itself
    return _shares(spent, told)


def by_function(told: Stats) -> Shares:
    """The time spent in each function of the program and all it calls."""
    spent: Counter[str] = Counter()
    for (file, line, name), (_, _, _, whole, _) in _functions(told).items():
        if (ours := _ours(file)) and ours.parts[0] != "bench":
            spent[f"{ours}:{line} {name}"] = whole
    return _shares(spent, told)


def home(file: str, _line: int, name: str) -> str:
    """The part of the program or the library a function belongs to; "imports" for all that loads modules."""
    if IMPORTS.search(f"{file} {name}"):
        return "imports"
    if found := re.search(r"site-packages/(\w+)|^<(sqlalchemy)", file):
        return found[1] or found[2]
    if ours := _ours(file):
        return ours.parts[0]
    if owner := OWNER.search(name):
        return "Python" if owner[1] == "builtins" else owner[1]
    return "Python"


def _ours(file: str) -> Path | None:
    path = Path(file)
    inside = path.is_relative_to(ROOT) and "site-packages" not in file
    return path.relative_to(ROOT) if inside else None


def _functions(told: Stats) -> dict[Place, tuple[int, int, float, float, object]]:
    """By function: how often it was called, for how long by itself, and with all it calls."""
    return told.stats  # type: ignore[attr-defined, no-any-return]


def _shares(spent: Counter[str], told: Stats) -> Shares:
    whole: float = told.total_tt  # type: ignore[attr-defined]
    return [(name, time / whole) for name, time in spent.most_common() if time / whole >= LEAST]
