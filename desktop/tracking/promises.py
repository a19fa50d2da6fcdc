"""Promises as the tracker shows them: sifted, laid out by indicator and year, and their figures in words."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.judge import MISSED, NOT_REPORTED, OPEN
from desktop.folding import folded
from exporters.figures import PER, difference, figure
from workbench.tracker import Place, Tracked, same_indicator

Cell = tuple[Tracked, ...]
"""The promises of an indicator for one year, the best told first."""


class Line(NamedTuple):
    """An indicator of one place over the years."""

    indicator: str
    whose: str
    cells: dict[int | None, Cell]


def proposed(row: Tracked) -> bool:
    """Whether the program alone says what reports this promise."""
    return row.report is not None and row.link_state != "confirmed"


WANTED: dict[str, Callable[[Tracked], bool]] = {
    "all": lambda row: True,
    "told": lambda row: row.report is not None,
    MISSED: lambda row: row.state == MISSED,
    NOT_REPORTED: lambda row: row.state == NOT_REPORTED,
    OPEN: lambda row: row.state == OPEN,
    "proposed": proposed,
}
"""What the tracker may be narrowed to, by name."""


SIGNS = {">=": "≥", "<=": "≤", "≈": "≈", ">": ">", "<": "<"}
"""How comparators are written in cells and plots."""


@dataclass(frozen=True)
class Sieve:
    """Which promises are shown; empty words and no department let all pass."""

    wanted: str = "all"
    words: str = ""
    department: str = ""
    sure: bool = False

    def sift(self, rows: Iterable[Tracked]) -> list[Tracked]:
        """The promises that pass, in their order."""
        needles = folded(self.words).split()
        return [row for row in rows if self._passes(row, needles)]

    def _passes(self, row: Tracked, needles: Sequence[str]) -> bool:
        return (
            WANTED[self.wanted](row)
            and (not self.sure or row.sure)
            and (not self.department or self.department in row.departments.split("、"))
            and all(needle in folded(f"{row.indicator}\n{row.promise.quote}") for needle in needles)
        )


def departments(rows: Iterable[Tracked]) -> list[str]:
    """The departments that promises name, those with the most promises first."""
    named = Counter(name for row in rows for name in row.departments.split("、") if name)
    return [name for name, _ in named.most_common()]


def lines(rows: Iterable[Tracked], aliases: dict[str, str]) -> list[Line]:
    """Promises by indicator and year: those indicators first that most years tell of, then as in the text."""
    grouped: defaultdict[tuple[str, str], list[Tracked]] = defaultdict(list)
    for row in rows:
        grouped[same_indicator(row.indicator, aliases), row.whose].append(row)
    made = [_line(whose, some) for (_, whose), some in grouped.items()]
    return sorted(made, key=lambda line: (-_told(line), -len(line.cells)))


def _line(whose: str, rows: Sequence[Tracked]) -> Line:
    cells: defaultdict[int | None, list[Tracked]] = defaultdict(list)
    for row in rows:
        cells[row.year].append(row)
    name = Counter(row.indicator for row in rows).most_common(1)[0][0]
    return Line(name, whose, {year: tuple(sorted(some, key=_rank)) for year, some in cells.items()})


def _rank(row: Tracked) -> tuple[bool, bool, float]:
    return row.link_state != "confirmed", row.report is None, -row.sureness


def _told(line: Line) -> int:
    return sum(cell[0].report is not None for cell in line.cells.values())


def years(rows: Iterable[Tracked]) -> list[int | None]:
    """The years promises are due, in order; those without one last."""
    return sorted({row.year for row in rows}, key=lambda year: (year is None, year or 0))


def amount(place: Place) -> str:
    """The figure of a quote with the sign of its comparator: ≥8%, ≈6%; empty where it has none.

    Large numbers are written in 万 and 亿 in either language: their units are Chinese too.
    """
    text = figure(place._asdict() | {"comparator": "="}, "zh")
    return SIGNS.get(place.comparator, "") + text if text else ""


def gap(row: Tracked, language: str) -> str:
    """Reported minus promised, with its sign; empty where it is unknown."""
    return difference(row.gap, row.promise._asdict(), language if row.promise.unit in PER else "zh")
