"""The index of notes and fields: in step with whatever changes them, and checked against them."""

from collections.abc import Iterator
from contextlib import suppress
from random import Random

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from db import documents, passages, search
from db.kinds import KINDS, Policy, Target, Task
from db.problems import Problem
from db.search import Filters, tagged
from db.search.written import FIELDS, NOTES, Source
from db.store import Store
from tests.db.invented import store_document, tag


def matching(store: Store, source: Source, words: str) -> list[int]:
    """The passages of document 1 that the index offers for the words."""
    ask = f"SELECT rowid - (1 << 32) FROM {source.index} WHERE {source.index} MATCH '\"{' '.join(words)}\"'"
    with store.read() as session:
        return list(session.scalars(text(ask)))


@pytest.fixture
def task(store: Store) -> int:
    return tag(store, "数字工厂", "task", detail=Task(lead="技改处"), note="待核实").id


def test_what_is_written_is_indexed_and_follows_its_changes(store: Store, task: int) -> None:
    assert matching(store, NOTES, "待核") == matching(store, FIELDS["task"], "改处") == [task]
    with store.step("change") as session:
        passages.set_field(session, [task], "lead", "投資處")
        passages.set_field(session, [task], "note", "")
    assert matching(store, FIELDS["task"], "改处") == matching(store, NOTES, "待核") == []
    assert matching(store, FIELDS["task"], "投资处") == [task]
    store.undo()
    assert matching(store, FIELDS["task"], "改处") == matching(store, NOTES, "待核") == [task]


def test_what_goes_with_another_kind_or_for_good_is_forgotten(store: Store, task: int) -> None:
    policy = tag(store, "智能制造", "policy", detail=Policy(name="智能制造方案"), note="年内印发").id
    with store.step("kind") as session:
        passages.change_kind(session, [task], "target")
    assert matching(store, FIELDS["task"], "技改处") == []
    with store.step("trash") as session:
        documents.trash(session, [1])
    assert matching(store, FIELDS["policy"], "智能制造") == [policy]
    store.empty_trash()
    assert matching(store, FIELDS["policy"], "智能制造") == matching(store, NOTES, "印发") == []
    with store.read() as session:
        assert search.is_whole(session)


@pytest.mark.parametrize("note", ["\x00", "待\x00核"])
def test_controls_in_a_note_leave_the_index_whole(store: Store, task: int, note: str) -> None:
    with store.step("change") as session:
        passages.set_field(session, [task], "note", note)
    assert matching(store, NOTES, "待核") == [task] * (len(note) > 1)
    with store.read() as session:
        assert search.is_whole(session)


def test_a_character_may_stand_in_ever_so_many_places(store: Store, task: int) -> None:
    with store.step("note") as session:
        passages.set_field(session, [task], "note", "的" * 70_000)
    with store.read() as session:
        assert search.is_whole(session)


def break_triggers(session: Session) -> None:
    for name in ("takes_old", "puts_new"):
        session.execute(text(f"DROP TRIGGER search_passages_{name}"))


def test_an_index_that_fell_behind_is_told_and_made_anew(store: Store, task: int) -> None:
    tag(store, "增长7%", detail=Target(indicator="工业增加值"), note="待查")
    with store.step("break") as session:
        break_triggers(session)
        session.execute(text("UPDATE passages SET note = '实核待' WHERE note = '待核实'"))
        assert not search.is_whole(session)
        search.rebuild(session)
        assert search.is_whole(session)
    assert matching(store, NOTES, "实核") == [task]


TEXT = "氢能a\n发展2023年\n氢 能，ab 二〇二三\n\n發展𠮷\nB氢2023\n能。a\n二〇a能"
PIECES = ("氢", "能", "a", "B", "2023", "二〇", "-", " AND ", " 或 ", " NEAR/2 ", " ", "a*", "𠮷", "發", "展")


def some_words(dice: Random) -> str:
    return "".join(dice.choice((*PIECES, "\n")) for _ in range(dice.randint(0, 6)))


def fill(store: Store, dice: Random) -> None:
    """Many passages of every kind over two documents, with words of all sorts written to them."""
    for document_id in (store_document(store, TEXT), store_document(store, TEXT[::-1])):
        with store.step("tag") as session:
            for _ in range(40):
                start = dice.randrange(len(TEXT))
                end, kind = dice.randint(start + 1, len(TEXT)), KINDS[dice.choice(list(KINDS))]
                said = {name: some_words(dice) or None for name in FIELDS[kind.name].columns}
                place = (document_id, start, end, kind.name)
                passages.tag(session, *place, kind.detail(**said), note=some_words(dice))


def everything(session: Session, place: str) -> Iterator[tuple[int, str, str]]:
    """The passages with their words, in the order of documents and text."""
    ids = session.scalars(text('SELECT id FROM passages ORDER BY document_id, start, "end", id')).all()
    for passage in passages.read(session, ids):
        if place == "fields":
            for name in FIELDS[passage.kind].columns:
                yield passage.id, name, getattr(passage.detail, name) or ""
        else:
            where = {"passages": "quote", "notes": "note"}[place]
            yield passage.id, where, getattr(passage, where)


@pytest.mark.parametrize("place", ["passages", "notes", "fields"])
def test_what_the_indexes_offer_is_all_there_is(store: Store, place: str) -> None:
    """Any query that can be read finds with the index what it finds by going through all words."""
    dice = Random(5)
    fill(store, dice)
    with store.read() as session:
        rows = list(everything(session, place))
        for _ in range(150):
            typed = "".join(dice.choice(PIECES) for _ in range(dice.randint(1, 5)))
            with suppress(Problem):
                query = search.read(typed, alike=dice.random() < 0.5, whole=dice.random() < 0.3)
                found = [(hit[0], *hit[5:]) for hit in tagged.find(session, query, Filters(), place) if query]
                assert found == [
                    (id_, where, said, *there)
                    for id_, where, said in rows
                    if query
                    for there in tagged.places_in(query, said)
                ], typed


def test_some_documents_and_the_first_hits_are_those_of_all(store: Store) -> None:
    fill(store, Random(7))
    query = search.read("氢 或 能")
    with store.read() as session:
        for place in ("passages", "notes", "fields"):
            whole = tagged.find(session, query, Filters(), place)
            assert {hit.document_id for hit in whole} == {3, 4}
            assert tagged.find(session, query, Filters(), place, limit=5) == whole[:5]
            of_one = [hit for hit in whole if hit.document_id == 4]
            assert tagged.find(session, query, Filters(), place, [1, 4]) == of_one
            kind = Filters(kinds=frozenset({"task"}), documents=frozenset({3}))
            some = [hit for hit in whole if hit.document_id == 3 and hit.kind == "task"]
            assert tagged.find(session, query, kind, place) == some != []
