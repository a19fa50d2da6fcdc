"""Labels: their tree, and putting them on passages."""

import pytest

from db import labels
from db.labels import LabelUnderItself, LabelUnnamed
from db.models import Label
from db.store import Changed, Store
from tests.db.invented import fetch, tag


def add(store: Store, name: str, parent_id: int | None = None) -> int:
    with store.step("add label") as session:
        return labels.add(session, name, "#AA3300", parent_id).id


def tree(store: Store) -> dict[str, Label]:
    with store.read() as session:
        return {label.name: label for label in labels.tree(session)}


def names_on(store: Store, passage_id: int) -> list[str]:
    return [label.name for label in fetch(store, passage_id).labels]


def test_labels_stand_under_their_parents_in_the_order_they_were_made(store: Store) -> None:
    root = add(store, "产业")
    for name in ("装备", "汽车"):
        add(store, name, root)
    assert [(label.name, label.parent_id) for label in tree(store).values()] == [
        ("产业", None),
        ("装备", root),
        ("汽车", root),
    ]
    assert tree(store)["汽车"].colour == "#aa3300"


def test_a_label_is_renamed_recoloured_and_all_of_it_undone(store: Store) -> None:
    label = add(store, "产业")
    with store.step("rename") as session:
        labels.rename(session, label, " 制造业 ")
        labels.recolour(session, label, "#0055AA")
    assert store.last_change == Changed("rename", labels=True)
    assert tree(store)["制造业"].colour == "#0055aa"
    store.undo()
    assert tree(store)["产业"].colour == "#aa3300"


def test_a_label_needs_a_name_and_a_colour(store: Store) -> None:
    with pytest.raises(LabelUnnamed):
        add(store, "  ")
    with pytest.raises(ValueError, match="#rrggbb"), store.step("add") as session:
        labels.add(session, "产业", "red")
    assert tree(store) == {}


def test_a_label_moves_with_what_is_under_it_but_never_under_itself(store: Store) -> None:
    root = add(store, "产业")
    child = add(store, "装备", root)
    grandchild = add(store, "机床", child)
    for under in (root, child, grandchild):
        with pytest.raises(LabelUnderItself, match="产业"), store.step("move") as session:
            labels.move(session, root, under)
    with store.step("move") as session:
        labels.move(session, child, None)
    assert (tree(store)["装备"].parent_id, tree(store)["机床"].parent_id) == (None, child)
    store.undo()
    assert tree(store)["装备"].parent_id == root


def test_a_moved_label_stands_last_in_its_new_place(store: Store) -> None:
    first, second, third = (add(store, name) for name in "甲乙丙")
    add(store, "丁", second)
    for label, parent in ((first, None), (third, second)):
        with store.step("move") as session:
            labels.move(session, label, parent)
    assert [name for name, label in tree(store).items() if label.parent_id is None] == ["乙", "甲"]
    assert [name for name, label in tree(store).items() if label.parent_id == second] == ["丁", "丙"]


def test_a_label_is_put_on_many_passages_and_taken_off_again(store: Store) -> None:
    label, ids = add(store, "产业"), [tag(store, words).id for words in ("7%", "120家", "数字工厂")]
    with store.step("put") as session:
        labels.put(session, label, ids[:2])
        labels.put(session, label, ids)
    assert store.last_change == Changed("put", frozenset({1}), frozenset(ids))
    assert [names_on(store, id_) for id_ in ids] == [["产业"]] * 3
    with store.step("take") as session:
        labels.take(session, label, ids[1:])
        labels.take(session, label, ids[2:])
    assert [names_on(store, id_) for id_ in ids] == [["产业"], [], []]
    store.undo()
    assert [names_on(store, id_) for id_ in ids] == [["产业"]] * 3


def test_removing_a_label_takes_those_under_it_and_undo_brings_all_back_on_their_passages(
    store: Store,
) -> None:
    root = add(store, "产业")
    child = add(store, "装备", root)
    grandchild = add(store, "机床", child)
    passage = tag(store, "数字工厂", "task").id
    with store.step("put") as session:
        for label in (root, grandchild):
            labels.put(session, label, [passage])
    before = {name: (label.id, label.parent_id) for name, label in tree(store).items()}
    with store.step("remove") as session:
        labels.remove(session, root)
    assert (tree(store), names_on(store, passage)) == ({}, [])
    assert store.undo() == Changed("remove", frozenset({1}), frozenset({passage}), labels=True)
    assert {name: (label.id, label.parent_id) for name, label in tree(store).items()} == before
    assert names_on(store, passage) == ["产业", "机床"]
    store.redo()
    assert (tree(store), names_on(store, passage)) == ({}, [])


def test_labels_made_and_turned_round_within_one_step_are_redone(store: Store) -> None:
    with store.step("make a tree") as session:
        lower = labels.add(session, "下", "#000000")
        upper = labels.add(session, "上", "#000000")
        labels.move(session, lower.id, upper.id)
    store.undo()
    assert tree(store) == {}
    store.redo()
    assert tree(store)["下"].parent_id == upper.id
