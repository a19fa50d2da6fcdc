"""Passages and paragraphs read, and passages changed, many at once."""

import sqlite3

import pytest

from db import ledgers, links, passages, rows
from db.kinds import Policy, Target
from db.store import Store
from tests.db.invented import tag


def test_passages_are_read_whole_in_the_order_asked_for_and_the_lost_are_left_out(store: Store) -> None:
    one, other = tag(store, "智能制造"), tag(store, "青禾市", "policy")
    with store.read() as session:
        found = passages.read(session, [other.id, 999, one.id])
    assert [(passage.id, type(passage.detail)) for passage in found] == [(other.id, Policy), (one.id, Target)]
    assert found[0].labels == []


def test_departments_in_use_are_told_one_by_one(store: Store) -> None:
    passage = tag(store, "智能制造", "task")
    with store.step("set field") as session:
        passages.set_field(session, [passage.id], "supporting", "市财政局、市商务局")
    with store.read() as session:
        assert passages.departments(session) == {"市财政局", "市商务局"}


def test_fields_and_kinds_of_more_passages_than_one_query_takes_are_changed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "IN_ONE_QUERY", 30)
    with store.step("tag") as session:
        places = [{"document_id": 1, "start": i, "end": i + 1, "kind": "task"} for i in range(90)]
        ids = passages.tag_all(session, places)
    with store.step("set field") as session:
        driver = session.connection().connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 60)
        passages.set_field(session, ids, "lead", "技改处")
        passages.change_kind(session, ids[1:], "policy")
    with store.read() as session:
        kinds = [passage.kind for passage in passages.read(session, ids)]
        (row,) = ledgers.rows(session, "task")
    assert kinds == ["task", *["policy"] * 89]
    assert "技改处" in row.fields


def test_passages_and_links_that_are_gone_are_passed_over(store: Store) -> None:
    one = tag(store, "智能制造").id
    with store.step("note") as session:
        passages.set_field(session, [one, 999], "note", "待核实")
        links.set_state(session, [999], "confirmed")
    with store.read() as session:
        assert passages.note(session, one) == "待核实"
