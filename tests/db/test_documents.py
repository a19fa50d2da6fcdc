"""Documents: what is stored of them, how they are known again, and the trash."""

import hashlib
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from db import anchors, documents, passages, search
from db.documents import UnfitProperty
from db.models import Document, TextIsFinal
from db.store import Changed, Store
from tests.db.invented import PLAN, REPORT, document, store_document, tag


def shelved(store: Store, trashed: bool = False) -> list[int]:
    with store.read() as session:
        return [row.id for row in documents.shelf(session, trashed)]


def test_a_document_is_read_back_with_its_text_blocks_and_original(store: Store) -> None:
    with store.read() as session:
        plan = documents.read(session, 1)
        assert documents.original(session, 1) == PLAN.encode()
    assert (plan.text, plan.length, len(plan.blocks)) == (PLAN, len(PLAN), 4)
    assert [plan.text[b.start : b.end] for b in plan.blocks] == PLAN.split("\n")
    assert plan.sha256 == hashlib.sha256(PLAN.encode()).hexdigest()


def test_its_text_is_given_with_the_year_its_numbers_refer_to(store: Store) -> None:
    with store.step("year") as session:
        documents.set_property(session, 1, "reference_year", 2031)
    with store.read() as session:
        assert documents.text(session, 1) == (PLAN, 2031)


def test_the_shelf_counts_confirmed_passages_by_kind(store: Store) -> None:
    tag(store, "增长7%")
    tag(store, "120家")
    tag(store, "数字工厂", "task")
    tag(store, "智能制造", "policy", state="suggested")
    with store.read() as session:
        plan, report = documents.shelf(session)
    assert (plan.title, plan.length, plan.counts) == (
        PLAN.split("\n")[0],
        len(PLAN),
        {"target": 2, "task": 1},
    )
    assert report.counts == {}


def test_the_same_words_are_known_again_however_their_lines_break(store: Store) -> None:
    other = "\n\n".join(REPORT.replace("工业", "工 业").split("\n"))
    with store.read() as session:
        assert documents.twin(session, "", documents.digest(other)).id == 2
        assert documents.twin(session, hashlib.sha256(PLAN.encode()).hexdigest(), "").id == 1
        assert documents.twin(session, "", documents.digest(REPORT + "。")) is None


def test_a_twin_is_found_in_the_trash_too_but_the_shelf_comes_first(store: Store) -> None:
    with store.step("trash") as session:
        documents.trash(session, [1])
    with store.read() as session:
        assert documents.twin(session, "", documents.digest(PLAN)).trashed is not None
    again = store_document(store, PLAN)
    with store.read() as session:
        assert documents.twin(session, "", documents.digest(PLAN)).id == again


def test_undoing_an_import_moves_the_document_to_the_trash_and_redo_brings_it_back(store: Store) -> None:
    assert store.undo() == Changed("import", frozenset({2}), library=True)
    assert (shelved(store), shelved(store, trashed=True)) == ([1], [2])
    assert store.redo() == Changed("import", frozenset({2}), library=True)
    assert (shelved(store), shelved(store, trashed=True)) == ([1, 2], [])
    with store.read() as session:
        assert documents.read(session, 2).text == REPORT


def test_an_import_with_its_tags_is_one_step(store: Store) -> None:
    with store.step("import") as session:
        added = documents.add(session, document("一次导入"), b"")
        passages.tag(session, added.id, 0, 2, "task")
        documents.set_property(session, added.id, "issuer", "工业局")
    store.undo()
    store.redo()
    with store.read() as session:
        assert len(passages.spans(session, added.id)) == 1
        assert documents.read(session, added.id).issuer == "工业局"


def test_the_history_holds_no_text_of_a_document(store: Store) -> None:
    with store.read() as session:
        rows = session.execute(text("SELECT key || coalesce(before, '') || coalesce(after, '') FROM changes"))
        assert max(len(row[0]) for row in rows) < 120


@pytest.mark.parametrize(
    ("name", "value", "stored"),
    [
        ("title", "新标题", "新标题"),
        ("issuer", "青禾市工业局", "青禾市工业局"),
        ("number", "青工发〔2031〕5号", "青工发〔2031〕5号"),
        ("issued", date(2031, 1, 20), date(2031, 1, 20)),
        ("reference_year", 2031, 2031),
        ("note", "待核实", "待核实"),
    ],
)
def test_a_property_is_set_and_set_back(store: Store, name: str, value: object, stored: object) -> None:
    with store.read() as session:
        before = getattr(documents.read(session, 1), name)
    with store.step("set") as session:
        documents.set_property(session, 1, name, value)
    with store.read() as session:
        assert getattr(documents.read(session, 1), name) == stored
    assert store.undo() == Changed("set", frozenset({1}), library=True)
    with store.read() as session:
        assert getattr(documents.read(session, 1), name) == before


def test_an_emptied_property_is_none(store: Store) -> None:
    for value in ("青禾市工业局", ""):
        with store.step("set") as session:
            documents.set_property(session, 1, "issuer", value)
    with store.read() as session:
        assert documents.read(session, 1).issuer is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", " "), ("title", None), ("issued", "2031-01-20"), ("reference_year", "2031"), ("note", None)],
)
def test_a_property_that_cannot_be_is_refused(store: Store, name: str, value: object) -> None:
    with pytest.raises(UnfitProperty, match=name), store.step("set") as session:
        documents.set_property(session, 1, name, value)


def test_only_properties_can_be_set(store: Store) -> None:
    with pytest.raises(KeyError), store.step("set") as session:
        documents.set_property(session, 1, "length", 3)


def test_the_text_of_a_document_cannot_be_changed(store: Store) -> None:
    with pytest.raises(TextIsFinal), store.step("rewrite") as session:
        session.get_one(Document, 1).text = "别的"
    with pytest.raises(IntegrityError, match="never changes"), store.step("rewrite") as session:
        session.execute(text("UPDATE documents SET text = 'x' WHERE id = 1"))
    with store.read() as session:
        assert documents.read(session, 1).text == PLAN


def test_a_text_with_a_nul_character_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="NUL"):
        store_document(store, "前\0后")


def test_a_document_in_the_trash_comes_back_with_all_that_was_done_on_it(store: Store) -> None:
    passage = tag(store, "增长7%")
    with store.step("trash") as session:
        documents.trash(session, [1, 2])
    assert (shelved(store), shelved(store, trashed=True)) == ([], [1, 2])
    with store.step("restore") as session:
        documents.restore(session, [1])
    assert shelved(store) == [1]
    with store.read() as session:
        assert [span.id for span in passages.spans(session, 1)] == [passage.id]


def test_emptying_the_trash_deletes_for_good_and_drops_the_history(store: Store) -> None:
    tag(store, "增长7%")
    with store.step("trash") as session:
        documents.trash(session, [1])
    store.empty_trash()
    assert store.last_change == Changed("", frozenset({1}), library=True)
    assert (shelved(store), shelved(store, trashed=True)) == ([2], [])
    assert (store.next_undo(), store.undo(), store.redo()) == (None, None, None)
    with store.read() as session:
        counts = {
            table: session.scalar(text(f"SELECT count(*) FROM {table}"))
            for table in ("passages", "targets", "changes", "originals", "blocks")
        }
        assert search.find(session, "智能制造行动方案") == []
        assert search.find(session, "用电量")[0].document_id == 2
        assert anchors.check(session) == []
    assert counts == {"passages": 0, "targets": 0, "changes": 0, "originals": 1, "blocks": 3}
    assert store.damage() == []


def test_places_are_kept_beside_a_document_and_go_with_it(store: Store) -> None:
    with store.step("import") as session:
        id_ = documents.add(session, document(REPORT), b"scan", places=b"\1\2").id
    with store.read() as session:
        assert (documents.places(session, id_), documents.places(session, 1)) == (b"\1\2", None)
    store.undo()
    store.redo()
    with store.read() as session:
        assert documents.places(session, id_) == b"\1\2"
    store.undo()
    store.empty_trash()
    with store.read() as session:
        assert documents.places(session, id_) is None
