"""The tracker: every promise of a project with what became of it, year by year.

What is stored of them is read here; `workbench.retracing` works it out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.indicator_names import name
from analysis.statements import Statement
from analysis.trace_documents import Told
from analysis.trace_mentions import LEVEL, Mention
from analysis.traces import SURE, Trace
from db import tracked
from db.store import Store
from db.tracked import Row, Sieve
from exporters.progress import Tick
from workbench.asking import directly

BY_NUMBERS = "numbers"
"""The origin of links that tracing proposes."""


class Place(NamedTuple):
    """Where a quote stands; `passage_id` is None where nobody has tagged it yet. `value` may be None."""

    document_id: int
    document: str
    year: int | None
    start: int
    end: int
    quote: str
    value: float | None
    upper: float | None
    unit: str
    comparator: str
    basis: str
    passage_id: int | None


class Tracked(NamedTuple):
    """A promise and what became of it.

    `year` is the one it is due, `whose` the place its document speaks for; `id` is that of the row, 0 where
    none is stored. `state` is one of `analysis.judge.STATES`, an analyst's own verdict where there is one;
    `computed` is what the numbers say. `gap` is reported minus promised in the promise's unit. `link_id` and
    `link_state` ("", suggested, confirmed) are those of the stored trace. `later` is the same target in the
    next plan, `course` what that did with it: one of `analysis.judge.COURSES`, changed_scope, or "" where
    there is no next plan.
    """

    indicator: str
    year: int | None
    promise: Place
    report: Place | None
    state: str
    gap: float | None
    sureness: float
    departments: str
    later: Place | None
    course: str
    course_sureness: float
    computed: str
    whose: str
    link_id: int | None = None
    link_state: str = ""
    id: int = 0

    @property
    def sure(self) -> bool:
        return self.sureness >= SURE

    def told(self) -> str:
        """The row as a line of text."""
        places = (self.promise, self.report) if self.report else (self.promise,)
        quoted = " → ".join(f"{place.quote} [{place.document}]" for place in places)
        return f"{self.sureness:.2f}  {self.state.replace('_', ' ')}  {quoted}"

    def record(self) -> dict[str, Any]:
        """Plain values by name, as `trace --json` prints them."""
        return {
            "indicator": self.indicator,
            "year": self.year,
            "promised": _record(self.promise),
            "reported": _record(self.report) if self.report else None,
            "state": self.state.replace("_", " "),
            "gap": self.gap,
            "sureness": self.sureness,
            "next": {**_record(self.later), "sureness": self.course_sureness} if self.later else None,
            "course": self.course.replace("_", " ") or None,
        }


def update(store: Store, tick: Tick = lambda done, total: None, processes: int | None = None) -> None:
    """Have the tracked promises of a project follow from it as it is, in a program that waits for them."""
    from workbench import retracing

    retracing.bring_up_to_date(directly(store), tick, processes)


def track(store: Store) -> list[Tracked]:
    """Every promise of the project as it is, in the order of documents and text."""
    update(store)
    with store.read() as session:
        return list(read(session, tracked.ids(session, Sieve())).values())


def read(session: Any, ids: Sequence[int]) -> dict[int, Tracked]:
    """Stored promises by id, in the order asked for; those that are gone are left out."""
    return _tracked(session, tracked.rows(session, ids).values())


def of_line(session: Any, line_id: int, most: int) -> list[Tracked]:
    """The promises of an indicator of a place; where they are more than `most`, those best told."""
    return list(_tracked(session, tracked.of_line(session, line_id, most)).values())


def _tracked(session: Any, rows: Collection[Row]) -> dict[int, Tracked]:
    packed = [place for row in rows for place in (row.promise, row.report, row.later) if place]
    known = tracked.titles(session, {place[0] for place in packed})

    def place(values: list[Any] | None) -> Place | None:
        return Place(values[0], *known.get(values[0], ("", None)), *values[1:]) if values else None

    return {
        row.id: Tracked._make((*row[1:3], *map(place, row[3:5]), *row[5:9], place(row[9]), *row[10:], row.id))
        for row in rows
    }


def columns(trace: Trace, departments: Mapping[int, str], aliases: Mapping[str, str]) -> dict[str, Any]:
    """A promise as it is stored; its line by its words."""
    promise, said = trace.promise, trace.report or trace.statement
    shown = shown_name(promise.indicator, aliases)
    return {
        "start": promise.start,
        "passage_id": promise.id,
        "indicator": promise.indicator,
        "shown": shown,
        "line": line_of(shown),
        "listed": name(shown).listed,
        "year": promise.due,
        "value": promise.value,
        "measure": _measure(promise),
        "told": said is not None,
        "report_id": trace.report.id if trace.report else None,
        "reported": trace.report.value if trace.report else None,
        "reported_measure": _measure(trace.report) if trace.report else None,
        "gap": trace.gap,
        "computed": trace.state,
        "sureness": trace.sureness,
        "departments": departments.get(promise.start, ""),
        "course": trace.course,
        "course_sureness": trace.course_sureness,
        "sought": tracked.sought(shown, promise.quote),
        "promise": _place(promise),
        "report": _place(said) if said else None,
        "later": _place(trace.later) if trace.later else None,
    }


def placed(one: Mention, told: Told) -> Place:
    """Where a number stands that a document gives."""
    return Place(told.document_id, told.title, told.year, *_place(one)[1:])


def _measure(one: Mention) -> str:
    return f"{one.unit} {one.basis}"


def _place(said: Mention | Statement) -> list[Any]:
    """A place as it is stored: a Place without what is known of its document."""
    where = [said.document_id, said.start, said.end, said.quote]
    if isinstance(said, Statement):
        return [*where, None, None, "", "", LEVEL, None]
    return [*where, said.value, said.upper, said.unit, said.comparator, said.basis, said.id]


def shown_name(indicator: str, aliases: Mapping[str, str]) -> str:
    """The name an indicator is shown under: the one an analyst merged it into, or its own."""
    return aliases.get(indicator) or aliases.get(name(indicator).bare) or indicator


def _record(place: Place) -> dict[str, Any]:
    return {
        "document": place.document_id,
        "title": place.document,
        "start": place.start,
        "end": place.end,
        "value": _whole(place.value),
        "upper": _whole(place.upper),
        "unit": place.unit,
        "comparator": place.comparator,
        "quote": place.quote,
        "passage": place.passage_id,
    }


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def line_of(shown: str) -> str:
    """What the names of one indicator have in common: rows of a tracker are grouped by it."""
    return name(shown).bare


def same_indicator(indicator: str, aliases: Mapping[str, str]) -> str:
    """What two names of one indicator have in common, also where an analyst merged them."""
    return line_of(shown_name(indicator, aliases))
