"""`python -m bench [ROW…]` measures the rows named, or all; exit code 1 where a goal is missed.

Each row runs in a process of its own, so that none pays for the memory of another. What was measured is
also written to bench/results/local, one JSON file a run.
"""

import argparse
import json
import os
import platform
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import ROWS
from bench.measure import Result, run

RESULTS = Path(__file__).parent / "results" / "local"


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Measure rows of docs/performance.md."
    )
    parser.add_argument(
        "rows", nargs="*", metavar="ROW", help=f"any of {', '.join(ROWS)}; all where none is named"
    )
    names = parser.parse_args().rows or list(ROWS)
    if unknown := set(names) - ROWS.keys():
        parser.error(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(ROWS)}")
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    console = Console(width=None if sys.stdout.isatty() else 120)
    table = headed()
    results = []
    for name in names:
        with console.status(f"measuring {name}"):
            results += measured(name)
    before = last_time()
    for result in results:
        table.add_row(*cells(result, before.get((result.row, result.work))))
    console.print(table)
    console.print(f"written to {kept(results)}")
    return 0 if all(result.ok for result in results) else 1


def measured(name: str) -> list[Result]:
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(run, ROWS[name]).result()


def headed() -> Table:
    table = Table()
    for heading in ("row", "work"):
        table.add_column(heading)
    for heading in ("ours", "limit", "measured", "before", "goal"):
        table.add_column(heading, justify="right")
    table.add_column("ok")
    return table


def last_time() -> dict[tuple[str, str], float]:
    """What each row measured when it was last measured here, by row and work."""
    found: dict[tuple[str, str], float] = {}
    for path in sorted(RESULTS.glob("*.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))["rows"]
        found |= {(row["row"], row["work"]): row["measured"] for row in rows}
    return found


def cells(result: Result, before: float | None) -> list[str]:
    ok = "[green]yes[/]" if result.ok else "[red]no[/]"
    values = [f"{value:,.1f} {result.unit}" for value in (result.ours, result.limit)]
    known = "" if before is None else result.shown(before)
    goal = [result.shown(result.measured), known, f"≤ {result.shown(result.goal)}"]
    return [result.row, result.work, *values, *goal, ok]


def kept(results: list[Result]) -> Path:
    """Writes the results with what they were measured on, and gives the file."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{datetime.now():%Y-%m-%d-%H%M%S}.json"
    machine = {"python": platform.python_version(), "system": platform.platform(), "cpus": os.cpu_count()}
    rows = [asdict(result) | {"measured": result.measured, "ok": result.ok} for result in results]
    path.write_text(
        json.dumps({"machine": machine, "rows": rows}, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    return path


if __name__ == "__main__":
    sys.exit(main())
