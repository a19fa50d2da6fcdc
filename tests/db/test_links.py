"""Links between passages."""

import pytest

from db import documents, links
from db.links import Proposed
from db.store import Changed, Store
from tests.db.invented import tag


def test_a_link_leads_from_the_promise_to_the_report_and_is_seen_from_both(store: Store) -> None:
    promise, report = tag(store, "增长7%").id, tag(store, "增长7.4%", document_id=2).id
    with store.step("link") as session:
        links.join(session, promise, report, "trace", note="增加值")
    assert store.last_change == Changed("link", frozenset({1, 2}), links=True)
    with store.read() as session:
        for end in (promise, report):
            (link,) = links.of(session, end)
            assert (link.from_id, link.to_id, link.kind, link.note) == (promise, report, "trace", "增加值")
            assert (link.author, link.state) == ("王敏", "confirmed")


def test_the_same_link_is_made_once(store: Store) -> None:
    one, other = tag(store, "7%").id, tag(store, "120家").id
    for _ in range(2):
        with store.step("link") as session:
            links.join(session, one, other, "continues")
    with store.read() as session:
        assert len(links.of(session, one)) == 1
    store.undo()
    with store.read() as session:
        assert links.of(session, one) == []


def test_parting_says_which_documents_are_concerned_and_is_undone(store: Store) -> None:
    promise, report = tag(store, "增长7%").id, tag(store, "增长7.4%", document_id=2).id
    with store.step("link") as session:
        link = links.join(session, promise, report, "trace").id
    with store.step("part") as session:
        links.part(session, [link])
    assert store.last_change == Changed("part", frozenset({1, 2}), links=True)
    assert store.undo() == Changed("part", frozenset({1, 2}), links=True)
    with store.read() as session:
        assert [link.id for link in links.of(session, report)] == [link]


def test_proposed_links_take_the_place_of_those_proposed_before(store: Store) -> None:
    one, other, third = tag(store, "7%").id, tag(store, "7.4%", document_id=2).id, tag(store, "120家").id
    with store.step("propose traces") as session:
        links.propose(
            session, [Proposed(one, other, "trace", 0.9), Proposed(third, other, "trace", 0.7)], "n"
        )
    with store.step("propose traces") as session:
        assert links.propose(session, [Proposed(one, other, "trace", 0.9)], "n") == []
    with store.read() as session:
        (left,) = links.every(session)
        assert (left.from_id, left.state, left.origin, left.sureness) == (one, "suggested", "n", 0.9)


def test_a_refused_link_stays_refused(store: Store) -> None:
    one, other = tag(store, "7%").id, tag(store, "7.4%", document_id=2).id
    with store.step("propose traces") as session:
        ids = links.propose(session, [Proposed(one, other, "trace", 0.9)], "n")
    with store.step("refuse link") as session:
        links.set_state(session, ids, "rejected")
    with store.step("propose traces") as session:
        assert links.propose(session, [Proposed(one, other, "trace", 0.9)], "n") == []
    with store.read() as session:
        assert [link.state for link in links.every(session)] == ["rejected"]


def test_links_of_documents_in_the_trash_are_not_listed(store: Store) -> None:
    one, other = tag(store, "7%").id, tag(store, "7.4%", document_id=2).id
    with store.step("link") as session:
        links.join(session, one, other, "trace")
        documents.trash(session, [2])
    with store.read() as session:
        assert links.every(session) == []


@pytest.mark.parametrize(("to", "kind"), [(1, "trace"), (2, "resembles")])
def test_a_link_to_itself_or_of_an_unknown_kind_is_a_mistake_of_the_caller(
    store: Store, to: int, kind: str
) -> None:
    tag(store, "7%"), tag(store, "120家")
    with pytest.raises(ValueError, match="no link"), store.step("link") as session:
        links.join(session, 1, to, kind)
