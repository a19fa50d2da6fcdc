"""The verbs of traces: propose what reports a promise, confirm, refuse, draw by hand, judge otherwise."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from analysis.judge import STATES
from db import links
from db.links import Proposed
from db.models import Link
from db.store import Store
from workbench.tracker import BY_NUMBERS, Tracked


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
    if verdict is not None and verdict not in STATES:
        raise ValueError(f"no verdict {verdict!r}")
    with store.step("judge promise") as session:
        links.set_verdict(session, link_ids, verdict)
