"""The verbs of traces: propose what reports a promise, confirm, refuse, draw by hand, judge otherwise."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from analysis.judge import STATES
from analysis.trace_mentions import Mention
from db import links, passages
from db.kinds import KINDS
from db.links import Proposed
from db.models import Link
from db.store import Store
from workbench import trace_sources
from workbench.tracker import BY_NUMBERS, Place, Tracked


def propose(store: Store, rows: Sequence[Tracked]) -> int:
    """Store the traces and continuations of tracked promises as suggestions; how many are new.

    Only passages can be linked: those of documents that nobody has tagged or had suggested are left out. What
    was refused or confirmed before stays so; a promise with a confirmed trace gets no other suggestion.
    """
    with store.step("propose traces") as session:
        settled = {(link.kind, link.from_id) for link in links.every(session) if link.state == "confirmed"}
        proposed = [one for row in rows for one in _of(row) if (one.kind, one.from_id) not in settled]
        return len(links.propose(session, proposed, BY_NUMBERS))


def _of(row: Tracked) -> list[Proposed]:
    joined = (("trace", row.report, row.sureness), ("continues", row.later, row.course_sureness))
    promise = row.promise.passage_id
    return [
        Proposed(promise, place.passage_id, kind, sureness)
        for kind, place, sureness in joined
        if promise is not None and place is not None and place.passage_id is not None
    ]


def confirm(store: Store, link_ids: Collection[int]) -> None:
    """Say that links are right."""
    with store.step("confirm link") as session:
        links.set_state(session, link_ids, "confirmed")


def confirm_rows(store: Store, rows: Sequence[Tracked]) -> list[int]:
    """Say that the reports of tracked promises are right, also of documents nobody has tagged: one step.

    A quote that is no passage yet becomes a confirmed target with the fields tracing read. The ids of the
    links; rows without a number reported are left out, and those whose document says it no longer.
    """
    with store.step("confirm link") as session:
        return _settle(session, rows, "confirmed")


def refuse_rows(store: Store, rows: Sequence[Tracked]) -> list[int]:
    """Say that the reports of tracked promises are wrong; otherwise as `confirm_rows`."""
    with store.step("refuse link") as session:
        return _settle(session, rows, "rejected")


def judge_rows(store: Store, rows: Sequence[Tracked], verdict: str | None, note: str = "") -> list[int]:
    """Keep an analyst's own word on tracked promises, and why; confirms their reports as `confirm_rows`.

    `verdict` is one of `analysis.judge.STATES`, None takes it back. ValueError for another word.
    """
    if verdict is not None and verdict not in STATES:
        raise ValueError(f"no verdict {verdict!r}")
    with store.step("judge promise") as session:
        ids = _settle(session, rows, "confirmed")
        links.set_verdict(session, ids, verdict, note)
        return ids


def choose(store: Store, row: Tracked, report: Place) -> list[int]:
    """Say by hand what reports a promise, in place of what was confirmed or proposed; the id of the link.

    ValueError where the report gives no number.
    """
    if report.value is None:
        raise ValueError(f"no number in “{report.quote}”")
    with store.step("link") as session:
        if row.link_id is not None:
            links.set_state(session, [row.link_id], "rejected")
        return _settle(session, [row._replace(report=report, sureness=1.0)], "confirmed")


def choose_places(store: Store, promise: Place, report: Place) -> list[int]:
    """Say by hand that one quote reports another; the id of the link. Quotes nobody tagged become targets."""
    row = Tracked("", None, promise, report, "", None, 1.0, "", None, "", 0.0, "", "")
    return choose(store, row, report)


def _settle(session: Any, rows: Sequence[Tracked], state: str) -> list[int]:
    """Give the traces of rows a state, made where there are none; their ids."""
    ends = _Ends(session, rows)
    joined = []
    for row in rows:
        if row.report is not None and row.report.value is not None:
            promise, report = ends.passage(row.promise), ends.passage(row.report)
            if promise is not None and report is not None:
                joined.append(links.join(session, promise, report, "trace", sureness=row.sureness).id)
    links.set_state(session, joined, state)
    return joined


class _Ends:
    """The passages that traces join, made where there are none."""

    def __init__(self, session: Any, rows: Sequence[Tracked]) -> None:
        places = [place for row in rows for place in (row.promise, row.report) if place]
        untagged = {place.document_id for place in places if place.passage_id is None}
        said = trace_sources.kept(session, untagged).values()
        self._session = session
        self._read = {_key(one): one for each in said for one in each.told.mentions}
        tagged = [place.passage_id for place in places if place.passage_id is not None]
        self._standing = set(passages.standing(session, tagged))
        self._made: dict[_Key, int] = {}

    def passage(self, place: Place) -> int | None:
        """The passage at a place; None where the document says it no longer."""
        if place.passage_id is not None:
            return place.passage_id if place.passage_id in self._standing else None
        key = _key(place)
        if key not in self._made and key in self._read:
            self._made[key] = self._tag(place, self._read[key])
        return self._made.get(key)

    def _tag(self, place: Place, said: Mention) -> int:
        values = {field.name: getattr(said, field.name) for field in KINDS["target"].fields}
        detail = KINDS["target"].detail(**values, words={"value": said.figure})
        where = self._session, place.document_id, place.start, place.end
        return passages.tag(*where, "target", detail, origin=trace_sources.BY_TRACKER)


_Key = tuple[int, int, int, float | None]


def _key(one: Mention | Place) -> _Key:
    return one.document_id, one.start, one.end, one.value


def refuse(store: Store, link_ids: Collection[int]) -> None:
    """Say that links are wrong: they are not proposed again."""
    with store.step("refuse link") as session:
        links.set_state(session, link_ids, "rejected")


def draw(store: Store, promise_id: int, report_id: int, kind: str = "trace") -> Link:
    """Join a promise by hand to the passage that reports it, or to that of the next plan ("continues")."""
    with store.step("link") as session:
        link = links.join(session, promise_id, report_id, kind)
        links.set_state(session, [link.id], "confirmed")
        return link
