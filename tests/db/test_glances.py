"""Many passages at once tell what each would tell, and cost a few queries."""

from sqlalchemy import event

from db import labels, passages
from db.glances import glances
from db.kinds import KINDS, Target
from db.store import Store
from tests.db.invented import tag


def test_many_passages_tell_what_each_would(store: Store) -> None:
    detail = Target(indicator="工业增加值", value=7.0, unit="%")
    target = tag(store, "增长7%左右", detail=detail, note="年度", sureness=0.8, reason="comparator 左右")
    task, policy = tag(store, "数字工厂", "task"), tag(store, "120家", "policy", state="suggested")
    with store.step("label") as session:
        labels.put(session, labels.add(session, "增速", "#aa3300").id, [target.id, policy.id])
        passages.set_field(session, [target.id], "unit", "‰")
    ids = [policy.id, target.id, 999, task.id]
    with store.read() as session:
        found, whole = glances(session, ids), passages.read(session, ids)
        assert [glance.id for glance in found] == [policy.id, target.id, task.id]
        for glance, passage in zip(found, whole, strict=True):
            for name in ("document_id", "kind", "quote", "note", "state", "reason", "sureness"):
                assert getattr(glance, name) == getattr(passage, name)
            assert [label.name for label in glance.labels] == [label.name for label in passage.labels]
            for name in ("touched", *(field.name for field in KINDS[passage.kind].fields)):
                assert getattr(glance.detail, name) == getattr(passage.detail, name)


def test_a_thousand_passages_cost_as_many_queries_as_two(store: Store) -> None:
    with store.step("tag") as session:
        rows = [{"document_id": 1, "start": at % 20, "end": 25, "kind": "target"} for at in range(1000)]
        ids = passages.tag_all(session, rows)

    def queries(some: list[int]) -> int:
        asked: list[str] = []
        with store.read() as session:
            bind = session.get_bind()
            event.listen(bind, "before_cursor_execute", lambda *given: asked.append(given[2]))
            assert len(glances(session, some)) == len(some)
        return len(asked)

    assert queries(ids) == queries(ids[:2])
