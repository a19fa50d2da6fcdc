"""The lists a project keeps: lexicon, aliases, what is saved."""

import pytest

from db import lists
from db.lists import EmptyName, KnownWord
from db.store import Changed, Store


def words(store: Store) -> list[tuple[str, str]]:
    with store.read() as session:
        return lists.words(session)


def test_a_word_is_added_once_a_role_and_undone(store: Store) -> None:
    for role in ("term", "term", "unit"):
        with store.step("add term") as session:
            lists.add_term(session, " 标准箱 ", role)
    assert store.last_change == Changed("add term", lists=True, terms=True)
    assert words(store) == [("标准箱", "term"), ("标准箱", "unit")]
    store.undo()
    assert words(store) == [("标准箱", "term")]
    store.redo()
    with store.step("remove terms") as session:
        lists.remove_terms(session, [1, 2])
    assert words(store) == []
    store.undo()
    assert len(words(store)) == 2


def test_a_word_needs_characters_and_a_known_role(store: Store) -> None:
    with pytest.raises(EmptyName), store.step("add term") as session:
        lists.add_term(session, "  ", "term")
    with pytest.raises(ValueError, match="role"), store.step("add term") as session:
        lists.add_term(session, "词", "verb")
    assert words(store) == []


def test_a_word_does_not_become_what_another_is(store: Store) -> None:
    before = [("标准箱", "term"), ("集装箱", "term"), ("标准箱", "unit")]
    with store.step("add term") as session:
        ids = [lists.add_term(session, word, role).id for word, role in before]
    for term_id, name, value in ((ids[1], "word", " 标准箱 "), (ids[2], "role", "term")):
        with pytest.raises(KnownWord, match="标准箱"), store.step("change term") as session:
            lists.change_term(session, term_id, name, value)
    assert words(store) == before


def test_a_word_is_spelled_otherwise_and_may_be_given_what_it_has(store: Store) -> None:
    with store.step("add term") as session:
        term_id = lists.add_term(session, "集装箱", "term").id
    for value in ("集装箱", "标准箱"):
        with store.step("change term") as session:
            lists.change_term(session, term_id, "word", value)
    assert words(store) == [("标准箱", "term")]


def test_names_are_merged_merged_otherwise_and_split(store: Store) -> None:
    with store.step("merge") as session:
        lists.merge(session, "policy", ["中小企业法", "促进法", "中小企业促进法"], "中小企业促进法")
    with store.step("merge") as session:
        lists.merge(session, "policy", ["中小企业促进法"], "促进法")
    with store.read() as session:
        assert lists.aliases(session, "policy") == {
            "中小企业法": "促进法",
            "中小企业促进法": "促进法",
        }
        assert lists.aliases(session, "indicator") == {}
    store.undo()
    with store.read() as session:
        assert set(lists.aliases(session, "policy").values()) == {"中小企业促进法"}
    store.redo()
    with store.step("split") as session:
        lists.split(session, "policy", ["中小企业法", "中小企业促进法"])
    with store.read() as session:
        assert lists.aliases(session, "policy") == {}


def test_what_is_saved_keeps_its_order_and_is_replaced_by_name(store: Store) -> None:
    for name, value in (("重点", 1), ("逾期", 2), ("重点", 3)):
        with store.step("save") as session:
            lists.save(session, "search", name, {"value": value})
    with store.read() as session:
        kept = [(row.name, row.value["value"], row.position) for row in lists.saved(session, "search")]
        assert kept == [("重点", 3, 0), ("逾期", 2, 1)]
        assert lists.saved(session, "columns") == []
    with store.step("remove saved") as session:
        lists.remove_saved(session, [1])
    with store.read() as session:
        assert [row.name for row in lists.saved(session, "search")] == ["逾期"]
