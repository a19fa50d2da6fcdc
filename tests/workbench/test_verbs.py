"""What the verbs join: words to fields, fields to the store, everything to one undoable step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import importers
from db import documents, passages
from db.store import Store
from workbench import searching, verbs

TEXT = (
    "2023年工作要点\n力争到2023年年底，全市专精特新中小企业超过8万家。\n"
    "一是由市发展改革局牵头，实施《云泽市技改三年行动方案》。\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "p.cezhu", author="李敏") as store:
        yield store


@pytest.fixture
def document_id(store: Store, tmp_path: Path) -> int:
    (tmp_path / "要点.txt").write_text(TEXT, encoding="utf-8")
    return verbs.import_document(store, importers.read(tmp_path / "要点.txt")).id


def place(store: Store, document_id: int, words: str) -> tuple[int, int]:
    with store.read() as session:
        text, _ = documents.text(session, document_id)
    return text.index(words), text.index(words) + len(words)


def test_tagging_fills_the_fields_and_keeps_the_words_they_were_read_from(
    store: Store, document_id: int
) -> None:
    passage_id = verbs.tag(
        store, document_id, *place(store, document_id, "全市专精特新中小企业超过8万家"), "target"
    )
    with store.read() as session:
        passage = passages.get(session, passage_id)
    assert passage.target is not None
    assert (passage.target.value, passage.target.unit, passage.target.comparator) == (80000, "家", ">")
    assert "8万" in passage.target.words["value"]
    assert passage.author == "李敏"


def test_tagging_what_is_suggested_confirms_the_suggestion(store: Store, document_id: int) -> None:
    at = place(store, document_id, "全市专精特新中小企业超过8万家")
    first = verbs.tag(store, document_id, *at, "target")
    verbs.set_field(store, [first], "state", "suggested")
    assert verbs.tag(store, document_id, *at, "task") != first
    assert verbs.tag(store, document_id, *at, "target") == first
    with store.read() as session:
        assert passages.get(session, first).state == "confirmed"
    store.undo()
    with store.read() as session:
        assert passages.get(session, first).state == "suggested"


def test_a_touched_field_survives_moved_ends_and_the_others_are_read_again(
    store: Store, document_id: int
) -> None:
    start, end = place(store, document_id, "专精特新中小企业超过8万家")
    passage_id = verbs.tag(store, document_id, start, end - 1, "target")
    verbs.set_field(store, [passage_id], "indicator", "专精特新企业")
    verbs.move(store, passage_id, start, end)
    with store.read() as session:
        target = passages.get(session, passage_id).target
    assert target is not None
    assert (target.indicator, target.unit) == ("专精特新企业", "家")


def test_moved_to_other_words_a_passage_keeps_nothing_of_the_old_ones_but_what_was_set_by_hand(
    store: Store, document_id: int
) -> None:
    passage_id = verbs.tag(
        store, document_id, *place(store, document_id, "全市专精特新中小企业超过8万家"), "target"
    )
    verbs.set_field(store, [passage_id], "nature", "actual")
    verbs.move(store, passage_id, *place(store, document_id, "一是由市发展改革局牵头"))
    with store.read() as session:
        target = passages.get(session, passage_id).target
    assert target is not None
    assert (target.value, target.unit, target.comparator, target.nature) == (None, None, None, "actual")
    assert "value" not in target.words


def test_changing_the_kind_reads_the_words_anew_and_is_one_step(store: Store, document_id: int) -> None:
    ends = place(store, document_id, "《云泽市技改三年行动方案》")
    passage_id = verbs.tag(store, document_id, *ends, "task")
    verbs.change_kind(store, [passage_id], "policy")
    with store.read() as session:
        policy = passages.get(session, passage_id).policy
    assert policy is not None and policy.name == "云泽市技改三年行动方案"
    store.undo()
    with store.read() as session:
        assert passages.get(session, passage_id).kind == "task"


def test_search_shows_the_words_around_a_hit(store: Store, document_id: int) -> None:
    (found,) = searching.find(store, searching.Asked('"8 万家"'))
    assert found.document.endswith("2023年工作要点")
    assert (found.before, found.words, found.after) == (
        "力争到2023年年底，全市专精特新中小企业超过",
        "8万家",
        "。",
    )


def test_check_names_a_passage_whose_quote_is_not_in_its_place(
    store: Store, document_id: int, tmp_path: Path
) -> None:
    import sqlite3

    verbs.tag(store, document_id, 0, 5, "task")
    assert verbs.check(store) == []
    with sqlite3.connect(tmp_path / "p.cezhu") as raw:
        raw.execute("UPDATE passages SET quote = '2024年'")
    raw.close()
    (fault,) = verbs.check(store)
    assert "2024年" in fault and "2023年" in fault
