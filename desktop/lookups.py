"""What the panels show of the store, read in one go as the plain values they take."""

from collections.abc import Collection, Sequence
from datetime import datetime

from db import glances, labels, ledgers, links, passages, suggestions
from db.glances import Glance
from db.kinds import KINDS
from db.ledgers import Row
from db.models import Label, Passage
from db.store import Store
from db.suggestions import Covered, Glimpse, Suggested
from desktop.inspector import Place
from desktop.links_list import Linked
from desktop.suggestions_page import percent

MANY = 100
"""Passages from which on they are read as columns."""


def ledger_ids(store: Store, kind: str, document_ids: Collection[int] | None) -> dict[int, list[int]]:
    """By document, the ids in the ledger of a kind, of these documents or of all."""
    with store.read() as session:
        return ledgers.ids(session, kind, document_ids)


def ledger_rows(store: Store, kind: str, ids: Sequence[int]) -> dict[int, Row]:
    """Rows of the ledger of a kind, by their ids."""
    with store.read() as session:
        return ledgers.rows_by_id(session, kind, ids)


def blank_row(kind: str, passage_id: int) -> Row:
    """What stands for a row that is gone, until the ledger is filled anew."""
    nothing = (None,) * len(KINDS[kind].fields)
    return Row(passage_id, 0, "", None, 0, 0, "", "confirmed", "", (), "", datetime.min, nothing)


def waiting(store: Store, document_ids: Collection[int] | None) -> list[Glimpse]:
    """The open suggestions of these documents or of all, as many as a list can show."""
    with store.read() as session:
        return suggestions.waiting(session, document_ids)


def suggested(store: Store, ids: Sequence[int]) -> dict[int, Suggested]:
    """Open suggestions as their list shows them, by their ids."""
    with store.read() as session:
        return suggestions.rows(session, ids)


def blank_suggestion(passage_id: int) -> Suggested:
    """What stands for a suggestion that is gone, until the list is filled anew."""
    kind = next(iter(KINDS.values()))
    nothing = (None,) * len(kind.fields)
    return Suggested(passage_id, 0, "", None, 0, 0, kind.name, "", "", None, nothing)


def open_among(store: Store, ids: Collection[int]) -> list[int]:
    """Those of the passages that are open suggestions."""
    with store.read() as session:
        return suggestions.open_among(session, ids)


def surer(store: Store, document_id: int, least: int) -> list[int]:
    """The open suggestions of a document that are at least so sure, in percent."""
    return [found.id for found in waiting(store, [document_id]) if percent(found.sureness) >= least]


def covered(store: Store, document_id: int) -> Covered | None:
    """How far a document is worked through; None where it has no paragraph."""
    with store.read() as session:
        return suggestions.coverage(session, [document_id]).get(document_id)


def shown(store: Store, ids: Sequence[int]) -> tuple[Sequence[Passage | Glance], dict[int, Place]]:
    """Passages with their details and labels, and where each stands; the lost are left out.

    Of many only what is told of them together.
    """
    with store.read() as session:
        if len(ids) > MANY:
            return glances.glances(session, ids), {}
        places = ledgers.places(session, ids)
        return passages.read(session, ids), {id_: Place(*place) for id_, place in places.items()}


def standing(store: Store, ids: Sequence[int]) -> list[int]:
    """Those of the passages that are still there."""
    with store.read() as session:
        return passages.standing(session, ids)


def linked(store: Store, passage_id: int) -> list[Linked]:
    """The links of a passage, each with what stands at its other end."""
    with store.read() as session:
        found = [link for link in links.of(session, passage_id) if link.state != "rejected"]
        ends = [link.to_id if link.from_id == passage_id else link.from_id for link in found]
        others = {passage.id: passage for passage in passages.read(session, ends)}
        places = ledgers.places(session, ends)
    return [
        Linked(
            link.id,
            link.kind,
            end,
            p.document_id,
            p.start,
            p.end,
            p.quote,
            places[end][0],
            link.state,
            link.from_id == passage_id,
        )
        for link, end in zip(found, ends, strict=True)
        if (p := others[end])
    ]


def all_labels(store: Store) -> list[Label]:
    with store.read() as session:
        return labels.tree(session)


def departments(store: Store, ids: Collection[int] | None = None) -> set[str]:
    """The names the editors complete: those already in the project, or on these passages."""
    with store.read() as session:
        return passages.departments(session, ids)
