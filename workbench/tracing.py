"""The verbs of traces: propose what reports a promise, confirm, refuse, draw by hand, judge otherwise."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from analysis.judge import STATES
from analysis.trace_mentions import Mention
from db import links, passages
from db.kinds import KINDS
from db.links import Proposed
from db.models import Link
from db.store import Store
from workbench.trace_sources import Material, told
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


def confirm_rows(store: Store, material: Material, rows: Sequence[Tracked]) -> list[int]:
    """Say that the reports of tracked promises are right, also of documents nobody has tagged: one step.

    A quote that is no passage yet becomes a confirmed target with the fields tracing read. `material` is what
    the rows were made of. The ids of the links; rows without a number reported are left out.
    """
    with store.step("confirm link") as session:
        return _settle(session, material, rows, "confirmed")


def refuse_rows(store: Store, material: Material, rows: Sequence[Tracked]) -> list[int]:
    """Say that the reports of tracked promises are wrong; otherwise as `confirm_rows`."""
    with store.step("refuse link") as session:
        return _settle(session, material, rows, "rejected")


def judge_rows(
    store: Store, material: Material, rows: Sequence[Tracked], verdict: str | None, note: str = ""
) -> list[int]:
    """Keep an analyst's own word on tracked promises, and why; confirms their reports as `confirm_rows`.

    `verdict` is one of `analysis.judge.STATES`, None takes it back. ValueError for another word.
    """
    _check(verdict)
    with store.step("judge promise") as session:
        ids = _settle(session, material, rows, "confirmed")
        links.set_verdict(session, ids, verdict, note)
        return ids


def choose(store: Store, material: Material, row: Tracked, report: Place) -> list[int]:
    """Say by hand what reports a promise, in place of what was confirmed or proposed; the id of the link."""
    with store.step("link") as session:
        if row.link_id is not None:
            links.set_state(session, [row.link_id], "rejected")
        return _settle(session, material, [row._replace(report=report, sureness=1.0)], "confirmed")


def choose_places(store: Store, material: Material, promise: Place, report: Place) -> list[int]:
    """Say by hand that one quote reports another; the id of the link. Quotes nobody tagged become targets."""
    row = Tracked("", None, promise, report, "", None, 1.0, "", None, "", 0.0, "", "")
    return choose(store, material, row, report)


def _settle(session: Any, material: Material, rows: Sequence[Tracked], state: str) -> list[int]:
    """Give the traces of rows a state, made where there are none; their ids."""
    read = {_key(one): one for document in told(material) for one in document.mentions}
    made: dict[_Key, int] = {}
    joined = []
    for row in rows:
        if row.report is not None and row.report.value is not None:
            ends = [_passage(session, place, read, made) for place in (row.promise, row.report)]
            joined.append(links.join(session, ends[0], ends[1], "trace", sureness=row.sureness).id)
    links.set_state(session, joined, state)
    return joined


_Key = tuple[int, int, int, float | None]


def _key(one: Mention | Place) -> _Key:
    return one.document_id, one.start, one.end, one.value


def _passage(session: Any, place: Place, read: Mapping[_Key, Mention], made: dict[_Key, int]) -> int:
    """The passage at a place, made where there is none."""
    key = _key(place)
    known = place.passage_id or made.get(key)
    if known is None:
        said = read[key]
        values = {field.name: getattr(said, field.name) for field in KINDS["target"].fields}
        detail = KINDS["target"].detail(**values, words={"value": said.figure})
        known = passages.tag(session, place.document_id, place.start, place.end, "target", detail)
    made[key] = known
    return known


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


def judge_otherwise(store: Store, link_ids: Collection[int], verdict: str | None) -> None:
    """Keep an analyst's own word on promises, one of `analysis.judge.STATES`; None takes it back.

    ValueError for another word.
    """
    _check(verdict)
    with store.step("judge promise") as session:
        links.set_verdict(session, link_ids, verdict)


def _check(verdict: str | None) -> None:
    if verdict is not None and verdict not in STATES:
        raise ValueError(f"no verdict {verdict!r}")
