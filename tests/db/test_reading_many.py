"""Passages and paragraphs as the window reads them: many at once."""

from db import documents, passages
from db.kinds import Policy, Target
from db.store import Store
from tests.db.invented import tag


def test_passages_are_read_whole_in_the_order_asked_for_and_the_lost_are_left_out(store: Store) -> None:
    one, other = tag(store, "智能制造"), tag(store, "青禾市", "policy")
    with store.read() as session:
        found = passages.read(session, [other.id, 999, one.id])
    assert [(passage.id, type(passage.detail)) for passage in found] == [(other.id, Policy), (one.id, Target)]
    assert found[0].labels == []


def test_a_passage_stands_in_a_document_and_a_paragraph(store: Store) -> None:
    passage = tag(store, "智能制造")
    with store.read() as session:
        ((title, number),) = passages.places(session, [passage.id]).values()
        (row,) = passages.ledger(session, "target")
        starts = documents.paragraphs(session, passage.document_id)
    assert (title, number) == (row.document, row.paragraph)
    assert number == [number for start, number in starts if start <= passage.start][-1]


def test_departments_in_use_are_told_one_by_one(store: Store) -> None:
    passage = tag(store, "智能制造", "task")
    with store.step("set field") as session:
        passages.set_field(session, [passage.id], "supporting", "市财政局、市商务局")
    with store.read() as session:
        assert passages.departments(session) == {"市财政局", "市商务局"}
