"""Search narrowed by filters, and search in what analysts tagged and wrote."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from db import documents, labels, search
from db.kinds import Policy, Target, Task
from db.search import Filters, tagged
from db.store import Store
from tests.db.invented import tag


@pytest.fixture
def tagged_store(store: Store) -> Store:
    year = {"period_from": date(2031, 1, 1), "period_to": date(2031, 12, 31)}
    tag(store, "增长7%左右", detail=Target(indicator="工业增加值", value=7.0, unit="%", **year))
    tag(store, "新增高新技术企业120家", detail=Target(value=1e7, upper=2e7, unit="人"), note="待核实ＡＢ")
    tag(store, "建成𠮷林路数字工厂", "task", detail=Task(lead="技改处、市财政局", due_to=date(2031, 6, 30)))
    policy = Policy(name="智能制造行动方案", issuer="工业局")
    tag(store, "《青禾市智能制造行动方案》", "policy", detail=policy, state="suggested")
    tag(store, "增长7.4%", document_id=2, detail=Target(value=7.4))
    with store.step("label") as session:
        labels.put(session, labels.add(session, "产业", "#aa3300").id, [1, 3])
        documents.set_property(session, 1, "issuer", "青禾市工业局")
        documents.set_property(session, 1, "reference_year", 2031)
        documents.set_property(session, 2, "reference_year", 2032)
    return store


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), [1, 2, 3, 4, 5]),
        (Filters(kinds=frozenset({"task", "policy"})), [3, 4]),
        (Filters(labels=frozenset({"产业", "别的"})), [1, 3]),
        (Filters(labels=frozenset({"别的"})), []),
        (Filters(documents=frozenset({2})), [5]),
        (Filters(issuer="工业局"), [1, 2, 3, 4]),
        (Filters(issuer="100%"), []),
        (Filters(years=(2032, None)), [5]),
        (Filters(years=(None, 2031)), [1, 2, 3, 4]),
        (Filters(department="财政"), [3]),
        (Filters(department="工业"), [4]),
        (Filters(states=frozenset({"suggested"})), [4]),
        (Filters(values=(7.2, 8)), [5]),
        (Filters(values=(1.5e7, None)), [2]),
        (Filters(values=(None, 1e6), unit="%"), [1]),
        (Filters(unit="人"), [2]),
        (Filters(values=(1, None), unit="千人", worths=(("人", 1e-3), ("千人", 1.0))), [2]),
        (Filters(values=(7e-2, 8e-2), unit="成", worths=(("成", 1.0), ("%", 1e-2))), [1]),
        (Filters(values=(None, 0.7), unit="成", worths=(("成", 1.0), ("%", 0.1))), [1]),
        (Filters(period=(date(2031, 7, 1), None)), [1]),
        (Filters(period=(None, date(2031, 6, 30))), [1, 3]),
        (Filters(kinds=frozenset({"target"}), years=(2031, 2031), values=(None, 10)), [1]),
    ],
)
def test_filters_alone_find_passages(tagged_store: Store, filters: Filters, ids: list[int]) -> None:
    with tagged_store.read() as session:
        found = tagged.find(session, None, filters, "passages")
    assert sorted(hit.passage_id for hit in found) == ids
    assert all(hit.said[hit.first : hit.after] == hit.said for hit in found)


@pytest.mark.parametrize(
    ("place", "query", "said"),
    [
        ("passages", "智能制造", [("quote", "智能制造")]),
        ("passages", "数字工厂 𠮷", [("quote", "𠮷"), ("quote", "数字工厂")]),
        ("notes", "ab", [("note", "ＡＢ")]),
        ("notes", "数字", []),
        ("fields", "技改处", [("lead", "技改处")]),
        ("fields", "工业", [("indicator", "工业"), ("issuer", "工业")]),
        ("fields", "工业 -局", [("indicator", "工业")]),
    ],
)
def test_quotes_notes_and_fields_are_searched(
    tagged_store: Store, place: str, query: str, said: list[tuple[str, str]]
) -> None:
    with tagged_store.read() as session:
        found = tagged.find(session, search.read(query), Filters(), place)
    assert [(hit.where, hit.said[hit.first : hit.after]) for hit in found] == said


def test_passages_in_the_trash_are_not_found(tagged_store: Store) -> None:
    with tagged_store.step("trash") as session:
        documents.trash(session, [1])
    with tagged_store.read() as session:
        assert [hit.passage_id for hit in tagged.find(session, None, Filters(), "passages")] == [5]
        assert search.filters.documents(session, Filters()) == [2]
        assert list(tagged.spans(session, Filters(kinds=frozenset({"target"})))) == [2]


def test_filters_know_what_they_speak_of() -> None:
    assert not Filters().on_documents and not Filters().on_passages
    assert Filters(issuer="局").on_documents and not Filters(issuer="局").on_passages
    assert Filters(unit="人").on_passages and not Filters(unit="人").on_documents


@pytest.mark.parametrize("place", ["passages", "notes", "fields"])
@pytest.mark.parametrize("query", [None, "工业"])
def test_no_filter_reads_tables_from_end_to_end(tagged_store: Store, place: str, query: str | None) -> None:
    every = Filters(
        kinds=frozenset({"task", "target"}),
        labels=frozenset({"产业"}),
        states=frozenset({"confirmed"}),
        department="财政",
        values=(1, None),
        unit="%",
        period=(date(2031, 1, 1), None),
    )
    asked: list[tuple[str, Any]] = []
    with tagged_store.read() as session:
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
        tagged.find(session, query and search.read(query), every, place)
        plans = [
            step.detail
            for statement, values in list(asked)
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
    whole = [plan for plan in plans if plan.startswith("SCAN") and "VIRTUAL TABLE INDEX" not in plan]
    assert plans and whole == []
