"""Writes `resources/radicals.txt`: `python tools/radicals.py EquivalentUnifiedIdeograph.txt`.

The table it is made from comes with Unicode's data files (Debian: the package unicode-data).
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "radicals.txt"
HEAD = """\
# Radicals and strokes, each with the ideograph that looks the same: what stands for it in damaged texts.
# Source: Unicode {version}, property Equivalent_Unified_Ideograph.
# Unicode data files: https://www.unicode.org/terms_of_use.html
"""
_LINE = re.compile(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)")


def pairs(table: str) -> Iterator[tuple[str, str]]:
    """Each radical with its ideograph."""
    for line in table.splitlines():
        if found := _LINE.match(line):
            first, last, ideograph = found.groups()
            for point in range(int(first, 16), int(last or first, 16) + 1):
                yield chr(point), chr(int(ideograph, 16))


def main(source: Path) -> None:
    table = source.read_text(encoding="utf-8")
    version = table.partition("EquivalentUnifiedIdeograph-")[2].partition(".txt")[0]
    lines = (f"{radical} {ideograph}\n" for radical, ideograph in pairs(table))
    OUT.write_text(HEAD.format(version=version) + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
