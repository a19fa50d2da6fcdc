"""Undo and redo: what a step is, what it records, how long it stays."""

from pathlib import Path

import pytest
from sqlalchemy import select

from db import documents, labels, passages
from db.kinds import Target
from db.models import Change, Document, Label, Passage, Step
from db.store import Changed, ReadOnly, Store
from tests.db.invented import PLAN, fetch, tag


def quotes(store: Store) -> list[str]:
    with store.read() as session:
        return [PLAN[span.start : span.end] for span in passages.spans(session, 1)]


def states(store: Store) -> list[tuple[str, str]]:
    with store.read() as session:
        return [(step.verb, step.state) for step in session.scalars(select(Step).order_by(Step.id))]


def test_a_step_is_undone_and_redone_after_the_project_was_closed(project: Path) -> None:
    with Store.open(project, author="李") as store:
        passage = tag(store, "增长7%", detail=Target(value=7.0))
    with Store.open(project, author="周") as store:
        step = store.next_undo()
        assert (step.verb, step.author) == ("tag", "李")
        assert store.undo() == Changed("tag", frozenset({1}), frozenset({1}))
        assert quotes(store) == []
    with Store.open(project) as store:
        assert store.next_redo().verb == "tag"
        assert store.redo() == Changed("tag", frozenset({1}), frozenset({1}))
        assert fetch(store, passage.id).detail == Target(value=7.0, passage_id=passage.id)
        assert store.redo() is None


def test_undo_has_an_end(project: Path) -> None:
    with Store.open(project) as store:
        assert [store.undo().verb, store.undo().verb, store.undo()] == ["import", "import", None]


def test_a_step_that_changed_nothing_writes_nothing(store: Store) -> None:
    passage = tag(store, "增长7%", note="核")
    before = states(store)
    with store.step("look"):
        pass
    with store.step("set the same") as session:
        session.get_one(Passage, passage.id).note = "核"
        documents.set_property(session, 1, "title", PLAN.split("\n")[0])
    with store.step("there and back") as session:
        label = labels.add(session, "标签", "#000000")
        labels.remove(session, label.id)
    assert store.last_change == Changed("there and back")
    assert states(store) == before


def test_setting_what_is_there_already_leaves_redo_and_the_time_of_the_change_alone(store: Store) -> None:
    passage = tag(store, "增长7%", note="核")
    for value in (7.0, 8.0):
        with store.step("set field") as session:
            passages.set_field(session, [passage.id], "value", value)
            passages.set_field(session, [passage.id], "unit", "%")
    store.undo()
    before = fetch(store, passage.id).changed
    with store.step("the same again") as session:
        passages.set_field(session, [passage.id], "note", "核")
        passages.set_field(session, [passage.id], "value", 7.0)
        passages.move(session, passage.id, passage.start, passage.end)
    assert fetch(store, passage.id).changed == before
    assert store.next_redo().verb == "set field"


def test_a_step_that_fails_leaves_nothing(store: Store) -> None:
    before = states(store)
    with pytest.raises(ZeroDivisionError), store.step("tag") as session:
        passages.tag(session, 1, 0, 5, "task")
        raise ZeroDivisionError
    assert (quotes(store), states(store)) == ([], before)


def test_a_new_step_after_undo_supersedes_what_was_undone(store: Store) -> None:
    for words in ("增长7%", "120家"):
        tag(store, words)
    store.undo()
    tag(store, "数字工厂", "task")
    assert store.redo() is None
    assert [state for _, state in states(store)[2:]] == ["done", "superseded", "done"]
    store.undo()
    assert quotes(store) == ["增长7%"]


def test_only_the_newest_steps_stay(project: Path) -> None:
    with Store.open(project, steps=3) as store:
        for start in range(5):
            with store.step(f"tag {start}") as session:
                passages.tag(session, 1, start, start + 2, "task")
        assert [verb for verb, _ in states(store)] == ["tag 2", "tag 3", "tag 4"]
        with store.read() as session:
            assert len(session.scalars(select(Change.step_id).distinct()).all()) == 3
        assert [store.undo() is not None for _ in range(4)] == [True, True, True, False]
        assert len(quotes(store)) == 2


def test_a_project_opened_without_a_number_keeps_as_many_steps_as_it_was_last_given(project: Path) -> None:
    for given, kept in ((3, 3), (None, 3), (5, 5), (None, 5)):
        with Store.open(project, steps=given) as store:
            for start in range(6):
                with store.step("tag") as session:
                    passages.tag(session, 1, start, start + 2, "task")
            assert len(states(store)) == kept


def test_steps_undone_again_and_again_do_not_pile_up(project: Path) -> None:
    with Store.open(project, steps=3) as store:
        for start in range(9):
            with store.step("tag") as session:
                passages.tag(session, 1, start, start + 2, "task")
            store.undo()
        assert sorted(state for _, state in states(store)) == ["done"] * 2 + ["superseded"] * 3 + ["undone"]


def test_changes_made_through_objects_are_recorded_as_well(store: Store) -> None:
    passage = tag(store, "增长7%", detail=Target(value=7.0, words={"value": "7%"}))
    with store.step("by hand") as session:
        held = passages.get(session, passage.id)
        held.note = "手改"
        held.detail.value = 8.0
        held.detail.words["value"] = "8%"
        held.detail.touched.append("value")
        session.add(Label(name="新", colour="#123456"))
        session.get_one(Document, 1).issuer = "工业局"
    passage_ids = frozenset({passage.id})
    assert store.last_change == Changed("by hand", frozenset({1}), passage_ids, library=True, labels=True)
    store.undo()
    back = fetch(store, passage.id)
    assert (back.note, back.detail) == (
        "",
        Target(value=7.0, words={"value": "7%"}, passage_id=passage.id),
    )
    store.redo()
    again = fetch(store, passage.id)
    assert (again.note, again.detail) == (
        "手改",
        Target(value=8.0, words={"value": "8%"}, touched=["value"], passage_id=passage.id),
    )


def test_deleting_an_object_records_what_hangs_on_it(store: Store) -> None:
    passage = tag(store, "增长7%", detail=Target(value=7.0))
    with store.step("label") as session:
        labels.put(session, labels.add(session, "标签", "#000000").id, [passage.id])
    with store.step("delete") as session:
        session.delete(session.get_one(Passage, passage.id))
    assert quotes(store) == []
    store.undo()
    back = fetch(store, passage.id)
    assert (back.detail.value, [label.name for label in back.labels]) == (7.0, ["标签"])


def test_several_changes_of_a_row_within_a_step_are_one(store: Store) -> None:
    with store.step("all at once") as session:
        id_ = passages.tag(session, 1, 3, 9, "target", Target(value=1.0))
        passages.set_field(session, [id_], "value", 2.0)
        passages.change_kind(session, [id_], "task")
        passages.change_kind(session, [id_], "target")
        passages.move(session, id_, 4, 9)
    with store.read() as session:
        newest = session.scalars(select(Change).where(Change.step_id == store.next_undo().id)).all()
    assert [(change.table_name, change.before) for change in newest] == [
        ("passages", None),
        ("targets", None),
    ]
    store.undo()
    assert quotes(store) == []
    store.redo()
    assert quotes(store) == [PLAN[4:9]]


def test_an_update_records_only_the_columns_that_differ(store: Store) -> None:
    passage = tag(store, "增长7%")
    with store.step("note") as session:
        passages.set_field(session, [passage.id], "note", "核")
    with store.read() as session:
        (change,) = session.scalars(select(Change).where(Change.step_id == store.next_undo().id))
    assert (change.key, change.before.keys()) == ({"id": [passage.id]}, {"note", "changed"})
    assert (change.before["note"], change.after["note"]) == ([""], ["核"])


def test_a_batch_is_one_step(store: Store) -> None:
    rows = [{"document_id": 1, "start": i, "end": i + 3, "kind": "task"} for i in range(60)]
    with store.step("suggest") as session:
        ids = passages.tag_all(session, rows)
    with store.step("reject all") as session:
        passages.set_field(session, ids, "state", "rejected")
    with store.step("untag all") as session:
        passages.untag(session, ids)
    assert quotes(store) == []
    store.undo()
    assert {fetch(store, id_).state for id_ in ids} == {"rejected"}
    store.undo()
    assert {fetch(store, id_).state for id_ in ids} == {"confirmed"}
    store.undo()
    assert quotes(store) == []


def test_steps_that_are_forgotten_leave_what_they_did_and_the_next_one_can_be_undone(store: Store) -> None:
    tag(store, "增长7%")
    tag(store, "120家")
    store.undo()
    store.forget_steps()
    assert (store.undo(), store.redo(), states(store)) == (None, None, [])
    assert quotes(store) == ["增长7%"]
    tag(store, "120家")
    store.undo()
    assert quotes(store) == ["增长7%"]


def test_changes_outside_of_a_step_are_refused(store: Store) -> None:
    with store.read() as session:
        with pytest.raises(RuntimeError, match="within"):
            passages.tag(session, 1, 0, 3, "task")
        session.rollback()
        with pytest.raises(RuntimeError, match="within"):
            passages.untag(session, [1])


def test_a_project_open_for_reading_takes_no_step(project: Path) -> None:
    with Store.open(project), Store.open(project) as second:
        for attempt in (second.undo, second.redo, second.empty_trash):
            with pytest.raises(ReadOnly):
                attempt()
        with pytest.raises(ReadOnly, match=str(project)) as caught, second.step("tag"):
            pass
        assert f"{second.owner.user}@{second.owner.host}" in str(caught.value)


def test_portions_that_join_a_step_are_undone_and_redone_as_one(store: Store) -> None:
    def portion(words: str, joins: int | None) -> int | None:
        start = PLAN.index(words)
        with store.step("suggest", joins=joins) as session:
            passages.tag(session, 1, start, start + len(words), "task")
        return store.last_change.step_id

    first = portion("主要目标", None)
    tag(store, "增长7%")
    assert portion("重点任务", first) == first
    store.undo()
    assert quotes(store) == ["主要目标", "重点任务"]
    store.undo()
    assert quotes(store) == []
    store.redo()
    assert quotes(store) == ["主要目标", "重点任务"]
    store.undo()
    assert portion("重点任务", first) != first
    assert quotes(store) == ["重点任务"]
