"""What a timeline shows of an indicator: the marks of one unit, and the scale they are read by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from exporters.figures import MAGNITUDES, UNSCALED
from workbench.tracker import Place, Tracked

PROMISED = "promised"


class Mark(NamedTuple):
    """A number of a year: promised, or reported with what became of the promise."""

    year: int
    place: Place
    state: str

    @property
    def value(self) -> float:
        assert self.place.value is not None
        return self.place.value


class Series(NamedTuple):
    """Marks that one axis measures."""

    unit: str
    basis: str
    marks: tuple[Mark, ...]

    def of(self, *, promised: bool) -> list[Mark]:
        return [mark for mark in self.marks if (mark.state == PROMISED) == promised]

    def values(self) -> list[float]:
        """All numbers there are, both ends of ranges."""
        ends = ((mark.place.value, mark.place.upper) for mark in self.marks)
        return [value for pair in ends for value in pair if value is not None]


def series(rows: Iterable[Tracked]) -> list[Series]:
    """The marks of an indicator by unit and basis (change or level), the most told of first."""
    grouped: defaultdict[tuple[str, str], dict[Mark, None]] = defaultdict(dict)
    for mark in _marks(rows):
        grouped[mark.place.unit, mark.place.basis][mark] = None
    made = [Series(*of, tuple(sorted(marks, key=lambda mark: mark.year))) for of, marks in grouped.items()]
    return sorted(made, key=lambda one: -len({mark.year for mark in one.marks}) * 1_000 - len(one.marks))


def _marks(rows: Iterable[Tracked]) -> Iterable[Mark]:
    for row in rows:
        for place, state in ((row.promise, PROMISED), (row.report, row.state)):
            if row.year is not None and place is not None and place.value is not None:
                yield Mark(row.year, place, state)


def scale(values: Sequence[float], unit: str) -> tuple[float, str]:
    """What the numbers are divided by to be read, and the unit then: 万元 and 亿元 for large ones."""
    largest = max(map(abs, values), default=0)
    if not unit.startswith(UNSCALED):
        for name, power in MAGNITUDES:
            if largest >= 10**power:
                return float(10**power), name + unit
    return 1.0, unit
