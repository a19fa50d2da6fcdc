"""Promises as they come into sight: read from the store some at a time, and their figures in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from db import lists, tracked
from db.store import Store
from db.tracked import Sieve
from desktop.ledger_rows import KnownRows, LedgerRows
from exporters.figures import PER, difference, figure
from workbench import tracker
from workbench.tracker import Place, Tracked

SIGNS = {">=": "≥", "<=": "≤", "≈": "≈", ">": ">", "<": "<"}
"""How comparators are written in cells and plots."""
MARKED = 300
"""Promises of a line that are marked in a plot."""
NOWHERE = Place(0, "", None, 0, 0, "", None, None, "", "", "", None)


class Cell(NamedTuple):
    """The promises of an indicator for one year: the best told, and how many there are."""

    best: Tracked
    promises: int


class Line(NamedTuple):
    """An indicator of one place over the years."""

    id: int
    indicator: str
    whose: str
    cells: dict[int | None, Cell]

    @property
    def with_place(self) -> str:
        """The indicator and whose it is, where that is known."""
        return f"{self.indicator} · {self.whose}" if self.whose else self.indicator


class Promises:
    """The promises of a project; none is read before it is seen, and kept until `forget`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._known = KnownRows(self._read, _blank)

    def forget(self) -> None:
        """Read anew: what is stored may be another."""
        self._known.forget()

    def tallies(self) -> dict[str, int]:
        """How many promises there are of each that may be wanted."""
        with self.store.read() as session:
            return tracked.tallies(session)

    def departments(self) -> list[str]:
        """The departments that promises name, those with the most promises first."""
        with self.store.read() as session:
            return tracked.departments(session)

    def aliases(self) -> dict[str, str]:
        """The names of indicators that an analyst merged."""
        with self.store.read() as session:
            return lists.aliases(session, "indicator")

    def laid_out(self, sieve: Sieve) -> tuple[list[int], list[int | None]]:
        """The lines of promises that pass, by id, and the years they are due."""
        with self.store.read() as session:
            return tracked.lines(session, sieve), tracked.years(session, sieve)

    def of_several(self) -> bool:
        """Whether documents of more than one place promise something."""
        with self.store.read() as session:
            return tracked.of_several(session)

    def lines(self, sieve: Sieve, line_ids: Sequence[int]) -> list[Line]:
        """Some lines with the promises that pass."""
        with self.store.read() as session:
            names = tracked.names(session, sieve, line_ids)
            cells = tracked.cells(session, sieve, line_ids)
        self._known.read([cell.promise_id for cell in cells])
        found: defaultdict[int, dict[int | None, Cell]] = defaultdict(dict)
        for cell in cells:
            found[cell.line_id][cell.year] = Cell(self._known[cell.promise_id], cell.promises)
        return [Line(id_, *names.get(id_, ("", "")), found[id_]) for id_ in line_ids]

    def plotted(self) -> list[Line]:
        """The lines of which more than one number is known, without their promises."""
        with self.store.read() as session:
            ids = tracked.plotted(session)
            names = tracked.names(session, Sieve(), ids)
        return [Line(id_, *names[id_], {}) for id_ in ids]

    def of_line(self, line_id: int) -> list[Tracked]:
        """The promises of a line, the best told of very many: more marks than that nobody tells apart."""
        with self.store.read() as session:
            return tracker.of_line(session, line_id, MARKED)

    def line_of(self, row: Tracked) -> int | None:
        """The line a promise stands in; None where it is gone."""
        with self.store.read() as session:
            return tracked.line_of(session, row.id)

    def rows(self, sieve: Sieve, order: tuple[str, bool] | None = None) -> LedgerRows:
        """The promises that pass, in the order of documents and text or by a column of db.tracked.ORDERS."""
        with self.store.read() as session:
            return LedgerRows(tracked.ids(session, sieve, order), self._known)

    def row(self, row: Tracked) -> Tracked | None:
        """A promise as it is stored now; None where it is gone."""
        with self.store.read() as session:
            return tracker.read(session, [row.id]).get(row.id)

    def confirmable(self, sieve: Sieve) -> int:
        """How many proposals with a number pass."""
        with self.store.read() as session:
            return tracked.count(session, sieve)

    def to_confirm(self, sieve: Sieve) -> list[Tracked]:
        """The proposals with a number that pass."""
        with self.store.read() as session:
            return list(tracker.read(session, tracked.confirmable(session, sieve)).values())

    def joined(self) -> list[Tracked]:
        """The promises that are passages joined to another passage."""
        with self.store.read() as session:
            return list(tracker.read(session, tracked.joined(session)).values())

    def _read(self, ids: Sequence[int]) -> dict[int, Tracked]:
        with self.store.read() as session:
            return tracker.read(session, ids)


def _blank(id_: int) -> Tracked:
    """What stands for a promise that is gone, until the list is read anew."""
    return Tracked("", None, NOWHERE, None, "open", None, 0.0, "", None, "", 0.0, "open", "", id=id_)


def proposed(row: Tracked) -> bool:
    """Whether the program alone says what reports this promise."""
    return row.report is not None and row.link_state != "confirmed"


def amount(place: Place) -> str:
    """The figure of a quote with the sign of its comparator: ≥8%, ≈6%; empty where it has none.

    Large numbers are written in 万 and 亿 in either language: their units are Chinese too.
    """
    text = figure(place._asdict() | {"comparator": "="}, "zh")
    return SIGNS.get(place.comparator, "") + text if text else ""


def gap(row: Tracked, language: str) -> str:
    """Reported minus promised, with its sign; empty where it is unknown."""
    return difference(row.gap, row.promise._asdict(), language if row.promise.unit in PER else "zh")
