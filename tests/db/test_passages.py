"""Tagging, untagging and changing passages."""

from datetime import date
from math import inf, nan

import pytest
from sqlalchemy.exc import NoResultFound

from db import history, labels, links, passages
from db.kinds import Policy, Target, Task
from db.passages import UnfitValue
from db.store import Store
from tests.db.invented import PLAN, fetch, tag


def test_a_tag_keeps_the_words_of_its_place_and_what_stands_around_them(store: Store) -> None:
    words = "增长7%左右"
    start = PLAN.index(words)
    passage = fetch(store, tag(store, words).id)
    assert (passage.start, passage.end, passage.quote) == (start, start + len(words), words)
    assert passage.prefix == PLAN[start - 32 : start]
    assert passage.suffix == PLAN[passage.end : passage.end + 32]
    assert (passage.state, passage.origin, passage.author) == ("confirmed", "analyst", "王敏")


def test_context_is_shorter_at_the_ends_of_the_text(store: Store) -> None:
    assert fetch(store, tag(store, "青禾市").id).prefix == ""
    assert fetch(store, tag(store, "家企业。").id).suffix == ""


def test_a_place_after_a_character_outside_the_bmp_is_counted_in_code_points(store: Store) -> None:
    assert tag(store, "𠮷林路数字工厂").quote == "𠮷林路数字工厂"
    assert tag(store, "智能制造", "policy").quote == "智能制造"


@pytest.mark.parametrize(
    ("start", "end"), [(5, 5), (6, 5), (-1, 4), (0, len(PLAN) + 1), (len(PLAN), len(PLAN) + 3)]
)
def test_an_interval_that_is_empty_or_leaves_the_text_is_refused(store: Store, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage can be"), store.step("tag") as session:
        passages.tag(session, 1, start, end, "task")
    with pytest.raises(ValueError, match="no passage can be"), store.step("tag") as session:
        passages.tag_all(session, [{"document_id": 1, "start": start, "end": end, "kind": "task"}] * 9)


def test_nothing_can_be_tagged_in_a_document_that_is_not_there(store: Store) -> None:
    with pytest.raises(NoResultFound), store.step("tag") as session:
        passages.tag(session, 99, 0, 3, "task")


def test_a_tag_carries_its_typed_detail(store: Store) -> None:
    detail = Target(indicator="工业增加值", value=7.0, period_to=date(2031, 12, 31), words={"value": "7%"})
    passage = fetch(store, tag(store, "增长7%", detail=detail).id)
    assert isinstance(passage.detail, Target)
    assert passage.detail == Target(
        indicator="工业增加值",
        value=7.0,
        period_to=date(2031, 12, 31),
        words={"value": "7%"},
        passage_id=passage.id,
    )


def test_what_tag_gives_back_can_be_used_after_the_step(store: Store) -> None:
    passage = tag(store, "数字工厂", "task")
    assert passage.detail == Task(passage_id=passage.id)
    assert passage.labels == []


def test_passages_may_overlap_and_repeat(store: Store) -> None:
    with store.step("tag") as session:
        for start, end in ((10, 20), (15, 25), (10, 30), (10, 20)):
            passages.tag(session, 1, start, end, "task")
    with store.read() as session:
        spans = passages.spans(session, 1)
    assert [(span.start, span.end) for span in spans] == [(10, 30), (10, 20), (10, 20), (15, 25)]


def test_many_tags_at_once_are_what_single_ones_would_be(store: Store) -> None:
    rows = [
        {
            "document_id": 1 + i % 2,
            "start": i,
            "end": i + 5,
            "kind": kind,
            "reason": f"规则{i}",
            "state": "suggested",
        }
        for i, kind in enumerate(
            ("task", "target", "policy", "task", "target", "policy", "task", "target", "policy")
        )
    ]
    with store.step("one by one") as session:
        singles = [passages.tag(session, **row) for row in rows]
    with store.step("at once") as session:
        ids = passages.tag_all(session, [{**row, "detail": None} for row in rows])
    with store.read() as session:
        for one, other in zip(singles, ids, strict=True):
            a, b = passages.get(session, one), passages.get(session, other)
            columns = set(history.PASSAGES.columns.keys()) - {"id", "created", "changed"}
            assert {name: getattr(a, name) for name in columns} == {
                name: getattr(b, name) for name in columns
            }
            assert type(a.detail) is type(b.detail)


def test_no_tags_at_once_are_no_step(store: Store) -> None:
    with store.step("nothing") as session:
        assert passages.tag_all(session, []) == []
    assert store.next_undo().verb == "import"


def test_untagging_takes_detail_labels_and_links_along_and_undo_brings_them_back(store: Store) -> None:
    kept, gone = tag(store, "主要目标").id, tag(store, "增长7%", detail=Target(value=7.0)).id
    with store.step("label and link") as session:
        label = labels.add(session, "增速", "#aa3300").id
        labels.put(session, label, [gone])
        links.join(session, kept, gone, "trace", note="同一指标")
    with store.step("untag") as session:
        passages.untag(session, [gone])
    with store.read() as session:
        assert [span.id for span in passages.spans(session, 1)] == [kept]
        assert links.of(session, kept) == []
    store.undo()
    back = fetch(store, gone)
    assert (back.detail, [label.name for label in back.labels]) == (
        Target(value=7.0, passage_id=gone),
        ["增速"],
    )
    with store.read() as session:
        assert [link.note for link in links.of(session, kept)] == ["同一指标"]


def test_another_kind_keeps_the_fields_both_have(store: Store) -> None:
    detail = Policy(
        name="行动方案", action="印发", words={"name": "《…》", "action": "印发"}, touched=["name", "action"]
    )
    policy = tag(store, "印发《青禾市智能制造行动方案》", "policy", detail=detail).id
    target = tag(store, "增长7%", "target").id
    with store.step("change kind") as session:
        passages.change_kind(session, [policy, target], "task")
    assert fetch(store, policy).detail == Task(
        action="印发", words={"action": "印发"}, touched=["action"], passage_id=policy
    )
    assert fetch(store, target).detail == Task(passage_id=target)
    store.undo()
    assert fetch(store, policy).detail == Policy(
        name="行动方案",
        action="印发",
        words={"name": "《…》", "action": "印发"},
        touched=["name", "action"],
        passage_id=policy,
    )


def test_the_same_kind_again_changes_nothing(store: Store) -> None:
    passage = tag(store, "数字工厂", "task")
    with store.step("change kind") as session:
        passages.change_kind(session, [passage.id], "task")
    assert store.next_undo().verb == "tag"


def test_moved_ends_take_their_words_along(store: Store) -> None:
    passage = tag(store, "增长7%左右")
    with store.step("move") as session:
        passages.move(session, passage.id, passage.start - 3, passage.end - 2)
    moved = fetch(store, passage.id)
    assert (moved.quote, moved.suffix[:2]) == ("增加值增长7%", "左右")
    assert PLAN[moved.start : moved.end] == moved.quote
    assert moved.changed > passage.changed
    with pytest.raises(ValueError, match="no passage"), store.step("move") as session:
        passages.move(session, passage.id, 9, 9)


@pytest.mark.parametrize(
    ("name", "value", "stored"),
    [
        ("value", 120, 120.0),
        ("value", None, None),
        ("indicator", "新增企业", "新增企业"),
        ("indicator", "", None),
        ("comparator", ">=", ">="),
        ("period_to", date(2031, 6, 30), date(2031, 6, 30)),
    ],
)
def test_a_field_takes_what_its_form_asks_for_and_is_touched(
    store: Store, name: str, value: object, stored: object
) -> None:
    ids = [tag(store, words, detail=Target(value=1.0, touched=["unit"])).id for words in ("7%", "120家")]
    with store.step("set") as session:
        passages.set_field(session, ids, name, value)
    for detail in (fetch(store, id_).detail for id_ in ids):
        assert getattr(detail, name) == stored
        assert detail.touched == ["unit", name]


@pytest.mark.parametrize(
    ("name", "heading", "value"),
    [
        ("value", "Value", "many"),
        ("value", "Value", nan),
        ("value", "Value", inf),
        ("value", "Value", True),
        ("indicator", "Indicator", 5),
        ("comparator", "Comparator", "roughly"),
        ("period_to", "Period to", "2031-06-30"),
        ("state", "State", "perhaps"),
        ("state", "State", None),
        ("note", "Note", 3),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_a_sentence(
    store: Store, name: str, heading: str, value: object
) -> None:
    passage = tag(store, "7%", detail=Target(value=1.0))
    with pytest.raises(UnfitValue, match=f"“{heading}”"), store.step("set") as session:
        passages.set_field(session, [passage.id], name, value)
    assert fetch(store, passage.id).detail == Target(value=1.0, passage_id=passage.id)


def test_a_field_the_kind_does_not_have_is_a_mistake_of_the_caller(store: Store) -> None:
    passage = tag(store, "7%")
    with pytest.raises(KeyError), store.step("set") as session:
        passages.set_field(session, [passage.id], "lead", "技改处")


def test_note_and_state_belong_to_every_kind(store: Store) -> None:
    ids = [tag(store, "7%").id, tag(store, "数字工厂", "task").id]
    with store.step("note") as session:
        passages.set_field(session, ids, "note", "待核实")
        passages.set_field(session, ids, "state", "rejected")
    assert [(p.note, p.state) for p in (fetch(store, id_) for id_ in ids)] == [("待核实", "rejected")] * 2
    with store.step("note") as session:
        passages.set_field(session, ids, "note", None)
    assert fetch(store, ids[0]).note == ""


def test_spans_are_sorted_by_start_the_longer_first(store: Store) -> None:
    start = PLAN.index("规模以上")
    with store.step("tag") as session:
        for length in (4, 9, 2):
            passages.tag(session, 1, start, start + length, "task")
        passages.tag(session, 1, 0, 3, "policy", state="suggested")
    with store.read() as session:
        spans = passages.spans(session, 1)
    assert [span.end - span.start for span in spans] == [3, 9, 4, 2]
    assert (spans[0].kind, spans[0].state) == ("policy", "suggested")
