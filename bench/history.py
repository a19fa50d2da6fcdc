"""What was measured here before: kept as one JSON file a run, so that a slower change is seen."""

import json
import os
import platform
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from bench.measure import Result

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results" / "local"
LAST = 5
"""So many runs are looked back on."""
NOISE = 0.15
"""What a row may be worse by, against the median of its last runs, and be taken for as fast as then."""

Key = tuple[str, str]
"""A row and its work."""


class Run(NamedTuple):
    """What a row measured once, and on which commit, where that is known."""

    at: str
    commit: str | None
    result: Result


def keep(results: Sequence[Result], folder: Path = RESULTS) -> Path:
    """Writes the results with what they were measured on, and gives the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{datetime.now():%Y-%m-%d-%H%M%S}.json"
    rows = [asdict(result) | {"measured": result.measured, "ok": result.ok} for result in results]
    told = {"commit": commit(), "machine": machine(), "rows": rows}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def runs(folder: Path = RESULTS) -> dict[Key, list[Run]]:
    """All that was measured on a machine like this one, the earliest first."""
    found: defaultdict[Key, list[Run]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        for row in told["rows"] if told["machine"] == machine() else ():
            result = _result(row)
            found[result.row, result.work].append(Run(path.stem, told.get("commit"), result))
    return dict(found)


def _result(row: dict[str, Any]) -> Result:
    return Result(**{name: row[name] for name in row.keys() - {"measured", "ok"}})


def usual(earlier: Sequence[Run]) -> float | None:
    """The median of what the last runs measured; None where there were none."""
    return median(run.result.measured for run in earlier[-LAST:]) if earlier else None


def is_slower(measured: float, before: float | None) -> bool:
    """Whether a row got worse by more than noise."""
    return before is not None and measured > before * (1 + NOISE)


def machine() -> dict[str, Any]:
    return {"python": platform.python_version(), "system": platform.platform(), "cpus": os.cpu_count()}


def commit() -> str | None:
    """The short hash of the commit that was measured, with a + where something had changed since."""
    asked = ["git", "describe", "--always", "--exclude=*", "--dirty=+"]
    try:
        return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None
