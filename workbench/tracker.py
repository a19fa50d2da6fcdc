"""The tracker: every promise of a project with what became of it, year by year; and its timelines.

`track` needs no store, so a window runs it in another thread on what `trace_sources.load` gave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from analysis.indicator_names import name
from analysis.judge import judge
from analysis.statements import Statement
from analysis.trace_documents import Told, trace_all
from analysis.trace_mentions import LEVEL, Mention
from analysis.traces import SURE, Trace, ranked
from db.links import Joined
from exporters.progress import Tick
from workbench.trace_sources import Material, department, told

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

    `year` is the one it is due, `whose` the place its document speaks for. `state` is one of
    `analysis.judge.STATES`, an analyst's own verdict where there is one; `computed` is what the numbers say.
    `gap` is reported minus promised in the promise's unit. `link_id` and `link_state` ("", suggested,
    confirmed) are those of the stored trace. `later` is the same target in the next plan, `course` what that
    did with it: one of `analysis.judge.COURSES`, changed_scope, or "" where there is no next plan.
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


class Point(NamedTuple):
    """A point of a timeline: what was promised for a year or reported of it. `upper` closes a range."""

    year: int
    nature: str
    value: float
    upper: float | None
    unit: str
    basis: str
    place: Place


def track(material: Material, tick: Tick = lambda done, total: None) -> list[Tracked]:
    """Every promise of the project, in the order of documents and text.

    `tick(done, total)` is called on the way; what it raises passes on. What was read and compared before is
    taken from memory, so that a new document costs only its own.
    """
    total = 2 * len(material.sources)
    documents = told(material, lambda done, _: tick(done, total))
    refused = material.refused()
    traces = trace_all(
        documents, material.ceilings, refused, lambda done, all_: tick(total - all_ + done, total)
    )
    joined = _Joins(material.links, documents)
    return [_tracked(joined.settled(one, material.ceilings), joined, material) for one in traces]


def likely(material: Material, promise: Place, count: int = 20) -> list[tuple[Place, float]]:
    """What may report a promise, the likeliest first, also what tracing would not join: to choose by hand."""
    mine, others = _apart(material, promise)
    return [(_place(one, material), sure) for one, sure in ranked(mine, others)[:count]]


def likely_promises(material: Material, report: Place, count: int = 20) -> list[tuple[Place, float]]:
    """The promises that a quote may report, the likeliest first: the other way round."""
    mine, others = _apart(material, report)
    found = [(one, sure) for one in others if one.nature == "planned" for _, sure in ranked(one, [mine])]
    found.sort(key=lambda each: -each[1])
    return [(_place(one, material), sure) for one, sure in found[:count]]


def elsewhere(material: Material, place: Place) -> list[Place]:
    """All numbers that other documents give, in order: to look one up by its words."""
    return [_place(one, material) for one in _apart(material, place)[1]]


def place_of(material: Material, passage_id: int) -> Place | None:
    """Where a target stands that is tagged or suggested; None where it has no number."""
    found = (one for one in _mentions(told(material)) if one.id == passage_id)
    return next((_place(one, material) for one in found), None)


def _apart(material: Material, place: Place) -> tuple[Mention, list[Mention]]:
    """The mention at a place, and those of other documents."""
    documents = told(material)
    mine = next(one for one in _mentions(documents) if _stands(one, place))
    return mine, [one for one in _mentions(documents) if one.document_id != place.document_id]


def _mentions(documents: Iterable[Told]) -> Iterator[Mention]:
    return (one for document in documents for one in document.mentions)


def _stands(one: Mention, place: Place) -> bool:
    return (one.document_id, one.start, one.value) == (place.document_id, place.start, place.value)


class _Joins:
    """What analysts confirmed, and which links stand between two passages."""

    def __init__(self, links: Iterable[Joined], documents: Sequence[Told]) -> None:
        self.places = {document.document_id: document.place for document in documents}
        live = [link for link in links if link.state != "rejected"]
        self.by_ends = {(link.from_id, link.to_id): link for link in live}
        self._mentions = {one.id: one for one in _mentions(documents) if one.id is not None}
        self._confirmed = {
            (link.kind, link.from_id): link.to_id for link in live if link.state == "confirmed"
        }

    def settled(self, trace: Trace, ceilings: frozenset[str]) -> Trace:
        """The trace with the report and the next plan that an analyst confirmed, where there are some."""
        if report := self._settled("trace", trace.promise):
            found = judge(trace.promise, report, ceilings)
            trace = replace(trace, report=report, state=found.state, gap=found.gap, sureness=1.0)
        return trace

    def _settled(self, kind: str, promise: Mention) -> Mention | None:
        to_id = self._confirmed.get((kind, promise.id)) if promise.id is not None else None
        return self._mentions.get(to_id) if to_id is not None else None

    def of(self, one: Mention, other: Mention | None) -> Joined | None:
        if one.id is None or other is None or other.id is None:
            return None
        return self.by_ends.get((one.id, other.id))


def _tracked(trace: Trace, joins: _Joins, material: Material) -> Tracked:
    link = joins.of(trace.promise, trace.report)
    said = trace.report or trace.statement
    return Tracked(
        shown_name(trace.promise.indicator, material.aliases),
        trace.promise.due,
        _place(trace.promise, material),
        _place(said, material) if said else None,
        (link.verdict if link else None) or trace.state,
        trace.gap,
        trace.sureness,
        department(material.by_id[trace.promise.document_id], trace.promise),
        _place(trace.later, material) if trace.later else None,
        trace.course,
        trace.course_sureness,
        trace.state,
        joins.places[trace.promise.document_id],
        link.id if link else None,
        link.state if link else "",
    )


def shown_name(indicator: str, aliases: dict[str, str]) -> str:
    """The name an indicator is shown under: the one an analyst merged it into, or its own."""
    return aliases.get(indicator) or aliases.get(name(indicator).bare) or indicator


def _place(said: Mention | Statement, material: Material) -> Place:
    source = material.by_id[said.document_id]
    where = (said.document_id, source.title, source.year, said.start, said.end, said.quote)
    if isinstance(said, Statement):
        return Place(*where, None, None, "", "", LEVEL, None)
    return Place(*where, said.value, said.upper, said.unit, said.comparator, said.basis, said.id)


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


def same_indicator(indicator: str, aliases: dict[str, str]) -> str:
    """What two names of one indicator have in common: rows of a tracker are grouped by it."""
    return name(shown_name(indicator, aliases)).bare


def timeline(
    rows: Sequence[Tracked], indicator: str, aliases: dict[str, str], whose: str | None = None
) -> list[Point]:
    """The points of one indicator, by year: promised and reported, of one place or of all.

    Numbers of other units count too; a plot takes those of one `unit` and `basis`.
    """
    wanted = same_indicator(indicator, aliases)
    mine = [
        row for row in rows if same_indicator(row.indicator, aliases) == wanted and whose in (None, row.whose)
    ]
    found = {point: None for row in mine for point in _points(row)}
    return sorted(found, key=lambda point: (point.year, point.nature, point.place.document_id))


def _points(row: Tracked) -> Iterator[Point]:
    for nature, place in (("planned", row.promise), ("actual", row.report)):
        if row.year is not None and place is not None and place.value is not None:
            yield Point(row.year, nature, place.value, place.upper, place.unit, place.basis, place)
