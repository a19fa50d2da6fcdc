"""How well the program reads: its suggestions for annotated documents, scored by the scorer beside them.

    python bench/reading.py FOLDER [DOCUMENT…] [--errors]

FOLDER holds NAME.txt, NAME.gold.jsonl, NAME.sentences.jsonl and score.py. Prints one line a document: F1 of
policies, of targets, of targets with value, unit, comparator and nature right, of tasks, and kappa of tasks.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from workbench.suggesting import records

COLUMNS = ("policy f1", "target f1", "target_full f1", "task f1", "task kappa")


def score(folder: Path, name: str, *options: str) -> tuple[dict[str, dict[str, float]], str]:
    """The scorer's figures for one document, and what else it printed."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as lines:
        for record in records(folder / f"{name}.txt"):
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
        lines.flush()
        command: list[str | Path] = [
            sys.executable,
            folder / "score.py",
            folder / f"{name}.gold.jsonl",
            lines.name,
            *options,
        ]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures, _, errors = printed.partition("\n")
    return json.loads(figures), errors


def main() -> None:
    options = [option for option in sys.argv[1:] if option.startswith("--")]
    folder, *names = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    gold = Path(folder)
    print("document".ljust(28), *(column.rjust(15) for column in COLUMNS))
    for name in names or sorted(path.name.removesuffix(".gold.jsonl") for path in gold.glob("*.gold.jsonl")):
        figures, errors = score(gold, name, *options)
        cells = (figures[kind][figure] for kind, figure in map(str.split, COLUMNS))
        print(name.ljust(28), *(f"{cell:15.3f}" for cell in cells))
        print(errors, end="")


if __name__ == "__main__":
    main()
