"""What holds a passage to its place."""

from sqlalchemy import text

from db import anchors
from db.store import Store
from tests.db.invented import PLAN, tag


def test_every_passage_made_here_is_in_its_place(store: Store) -> None:
    for words in ("增长7%", "𠮷林路", "家企业。"):
        tag(store, words)
    with store.read() as session:
        assert anchors.check(session) == []


def test_a_passage_whose_quote_is_not_at_its_place_is_found(store: Store) -> None:
    tag(store, "增长7%")
    astray = tag(store, "𠮷林路")
    with store.step("break") as session:
        session.execute(text(f"UPDATE passages SET start = start + 1 WHERE id = {astray.id}"))
    with store.read() as session:
        (found,) = anchors.check(session)
    start = PLAN.index("𠮷林路")
    assert found == anchors.Astray(astray.id, 1, start + 1, start + 3, "𠮷林路", "林路")


def test_one_place_and_many_are_cut_out_alike(store: Store) -> None:
    places = [(1, start, start + 7) for start in range(0, 60, 3)]
    with store.read() as session:
        assert anchors.of(session, places) == [anchors.of(session, [place])[0] for place in places]
