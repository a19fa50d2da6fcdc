"""The index of notes and fields: in step with whatever changes them, and checked against them."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from db import documents, passages, search
from db.kinds import Policy, Target, Task
from db.search.written import FIELDS, NOTES, Source
from db.store import Store
from tests.db.invented import tag


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
