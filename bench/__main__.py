"""`python -m bench [ROW…]` measures the rows named, or all; exit code 1 where a goal is missed.

Each row runs in a process of its own, so that none pays for the memory of another. What was measured is
also written to bench/results/local, one JSON file a run. `--history` shows what was measured before and
`--profile` where the time of rows goes.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from bench import ROWS, history, profiles
from bench.history import Run
from bench.measure import Result, run

MOST = 25
"""Functions shown of a profile."""
SLOWER = "[yellow]slower[/]"
Value = TypeVar("Value")


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Measure rows of docs/performance.md."
    )
    parser.add_argument(
        "rows", nargs="*", metavar="ROW", help=f"any of {', '.join(ROWS)}; all where none is named"
    )
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--history", action="store_true", help="show what was measured here before")
    other.add_argument("--profile", action="store_true", help="show where the time of the rows goes")
    asked = parser.parse_args()
    names = asked.rows or list(ROWS)
    if unknown := set(names) - ROWS.keys():
        parser.error(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(ROWS)}")
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    console = Console(width=None if sys.stdout.isatty() else 120)
    work = told if asked.history else profiled if asked.profile else measured
    return work(names, console)


def measured(names: Sequence[str], console: Console) -> int:
    """Measures rows and shows them beside what they usually measure here."""
    table = headed("row", "work", ours="ours limit measured before goal", then="ok")
    results: list[Result] = []
    for name in names:
        with console.status(f"measuring {name}"):
            results += apart(run, ROWS[name])
    earlier = history.runs()
    for result in results:
        table.add_row(*cells(result, history.usual(earlier.get((result.row, result.work), []))))
    console.print(table)
    console.print(f"written to {history.keep(results)}")
    return 0 if all(result.ok for result in results) else 1


def apart(work: Callable[[str], Value], module: str) -> Value:
    """Has the module of a row worked on in a process of its own."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, module).result()


def headed(*names: str, ours: str, then: str = "") -> Table:
    """A table with words in the columns `names` and `then`, and figures in those between."""
    table = Table(*names)
    for heading in ours.split():
        table.add_column(heading, justify="right")
    if then:
        table.add_column(then)
    return table


def cells(result: Result, before: float | None) -> list[str]:
    values = [f"{value:,.1f} {result.unit}" for value in (result.ours, result.limit)]
    known = "" if before is None else result.shown(before)
    goal = [result.shown(result.measured), known, f"≤ {result.shown(result.goal)}"]
    return [result.row, result.work, *values, *goal, verdict(result, before)]


def verdict(result: Result, before: float | None) -> str:
    ok = "[green]yes[/]" if result.ok else "[red]no[/]"
    return f"{ok}, {SLOWER}" if history.is_slower(result.measured, before) else ok


def told(names: Sequence[str], console: Console) -> int:
    """Shows the last runs of rows, and marks those that got slower by more than noise."""
    table = headed("row", "work", ours="goal before last", then="measured, the latest last")
    for (row, work), runs in history.runs().items():
        if row in names:
            last, before = runs[-1].result, history.usual(runs[:-1])
            shown = "" if before is None else last.shown(before)
            mark = f" {SLOWER}" if history.is_slower(last.measured, before) else ""
            figures = [last.shown(last.goal), shown, last.shown(last.measured) + mark]
            table.add_row(row, work, *figures, ", ".join(map(brief, runs[-history.LAST - 1 :])))
    console.print(table)
    return 0


def brief(run: Run) -> str:
    value = run.result.shown(run.result.measured)
    return f"{value} ({run.commit})" if run.commit else value


def profiled(names: Sequence[str], console: Console) -> int:
    """Shows where the time of our side goes: by part of the program and library, and by function."""
    for name in names:
        with console.status(f"watching {name}"):
            homes, functions = apart(profiles.taken, ROWS[name])
        for title, shares in ((name, homes), ("of it for", functions)):
            table = headed(title, ours="share")
            for place, share in shares[:MOST]:
                table.add_row(place, f"{share:.1%}")
            console.print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
