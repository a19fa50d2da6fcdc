"""Whatever the steps were: undone in full they leave what was, redone in full what had become of it."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from db import anchors, documents, labels, links, lists, passages, search
from db.history import RECORDED, UNRECORDED
from db.kinds import KINDS, Detail, Policy, Target, Task
from db.models import Document, Label, Link, Passage, Saved, Term
from db.store import Store
from tests.db.invented import PLAN, document

Action = Callable[[Session], object]

DETAILS = st.one_of(
    st.builds(
        Task, action=st.text(max_size=5), due_to=st.none() | st.dates(), touched=st.lists(st.just("action"))
    ),
    st.builds(
        Target, value=st.none() | st.floats(allow_nan=False, allow_infinity=False), unit=st.text(max_size=3)
    ),
    st.builds(Policy, name=st.text(max_size=5), words=st.dictionaries(st.just("name"), st.text(max_size=5))),
)
ENDS = st.tuples(st.integers(0, len(PLAN) - 1), st.integers(1, 40)).map(
    lambda ends: (ends[0], min(sum(ends), len(PLAN)))
)
SOME = st.integers(0, 50)
NAMES = st.sampled_from(["甲", "乙", "丙"])
VALUES = {"text": "词", "departments": "技改处、投资处", "number": 12.5, "date": date(2031, 6, 30)}


def pick(session: Session, model: type[Any], nth: int) -> Any:
    """The id of an existing row, any; None where there is none."""
    ids = session.scalars(select(model.id).order_by(model.id)).all()
    return ids[nth % len(ids)] if ids else None


def kind_of(detail: Detail) -> str:
    return next(name for name, kind in KINDS.items() if type(detail) is kind.detail)


def tag(session: Session, ends: tuple[int, int], detail: Detail) -> None:
    copy = type(detail)(**{name: value for name, value in vars(detail).items() if not name.startswith("_")})
    passages.tag(session, 1, *ends, kind_of(detail), copy, note="手工")


def tag_all(session: Session, places: list[tuple[int, int]], kind: str) -> None:
    rows = [{"document_id": 1, "start": start, "end": end, "kind": kind} for start, end in places]
    passages.tag_all(session, rows)


def on_passage(change: Callable[..., object]) -> Callable[..., object]:
    """The change, made on some passage where there is one."""

    def changed(session: Session, nth: int, *arguments: Any) -> None:
        if (id_ := pick(session, Passage, nth)) is not None:
            change(session, id_, *arguments)

    return changed


@on_passage
def set_field(session: Session, id_: int, nth: int) -> None:
    fields = KINDS[session.get_one(Passage, id_).kind].fields
    field = fields[nth % len(fields)]
    value = field.choices[nth % len(field.choices)].value if field.choices else VALUES[field.form]
    passages.set_field(session, [id_], field.name, value)


@on_passage
def change_kind(session: Session, id_: int, kind: str) -> None:
    passages.change_kind(session, [id_], kind)


@on_passage
def label(session: Session, id_: int, nth: int) -> None:
    above = pick(session, Label, nth)
    added = labels.add(session, f"标签{nth}", "#102030", above)
    labels.put(session, added.id, [id_])


@on_passage
def move_label(session: Session, id_: int, nth: int, other: int) -> None:
    moved, above = pick(session, Label, nth), pick(session, Label, other)
    if moved is None:
        return
    try:
        labels.move(session, moved, above)
    except labels.LabelUnderItself:
        labels.rename(session, moved, f"改名{nth}")


def remove_label(session: Session, nth: int) -> None:
    if (id_ := pick(session, Label, nth)) is not None:
        labels.remove(session, id_)


@on_passage
def link(session: Session, id_: int, nth: int) -> None:
    if (other := pick(session, Passage, nth)) != id_:
        links.join(session, id_, other, "trace")


def part(session: Session, nth: int) -> None:
    if (id_ := pick(session, Link, nth)) is not None:
        links.part(session, [id_])


def propose(session: Session, nth: int, sureness: float) -> None:
    ids = session.scalars(select(Passage.id).order_by(Passage.id)).all()
    ends = list(zip(ids[nth % 3 :], ids[nth % 3 + 1 :], strict=False))
    links.propose(session, [links.Proposed(*pair, "trace", sureness) for pair in ends], "rule")


def judge(session: Session, nth: int, state: str, verdict: str | None) -> None:
    if (id_ := pick(session, Link, nth)) is not None:
        links.set_state(session, [id_], state)
        links.set_verdict(session, [id_], verdict, verdict and "另有说明")


def change_term(session: Session, nth: int, name: str, value: str) -> None:
    if (id_ := pick(session, Term, nth)) is not None:
        with suppress(lists.KnownWord):
            lists.change_term(session, id_, name, value)


def shorten_lists(session: Session, nth: int) -> None:
    terms, kept = pick(session, Term, nth), pick(session, Saved, nth)
    lists.remove_terms(session, [] if terms is None else [terms])
    lists.remove_saved(session, [] if kept is None else [kept])


def to_trash_or_back(session: Session, nth: int) -> None:
    id_ = pick(session, Document, nth)
    trashed = session.get_one(Document, id_).trashed
    (documents.restore if trashed else documents.trash)(session, [id_])


ACTIONS: st.SearchStrategy[tuple[Any, ...]] = st.one_of(
    st.tuples(st.just(tag), ENDS, DETAILS),
    st.tuples(st.just(tag_all), st.lists(ENDS, max_size=6), st.sampled_from(list(KINDS))),
    st.tuples(st.just(on_passage(lambda session, id_: passages.untag(session, [id_]))), SOME),
    st.tuples(st.just(on_passage(lambda session, id_, ends: passages.move(session, id_, *ends))), SOME, ENDS),
    st.tuples(st.just(set_field), SOME, SOME),
    st.tuples(
        st.just(on_passage(lambda session, id_, words: passages.set_field(session, [id_], "note", words))),
        SOME,
        st.text(max_size=5),
    ),
    st.tuples(st.just(change_kind), SOME, st.sampled_from(list(KINDS))),
    st.tuples(st.just(label), SOME, SOME),
    st.tuples(st.just(move_label), SOME, SOME, SOME),
    st.tuples(st.just(remove_label), SOME),
    st.tuples(st.just(link), SOME, SOME),
    st.tuples(st.just(part), SOME),
    st.tuples(st.just(propose), SOME, st.floats(0, 1)),
    st.tuples(st.just(judge), SOME, st.sampled_from(["confirmed", "rejected"]), st.none() | NAMES),
    st.tuples(st.just(lists.add_term), NAMES, st.sampled_from(lists.ROLES), st.text(max_size=3)),
    st.tuples(st.just(change_term), SOME, st.sampled_from(["word", "note"]), NAMES),
    st.tuples(st.just(lists.merge), st.just("policy"), st.lists(NAMES, max_size=3), NAMES),
    st.tuples(st.just(lists.split), st.just("policy"), st.lists(NAMES, max_size=3)),
    st.tuples(st.just(lists.save), st.just("search"), NAMES, st.dictionaries(NAMES, SOME, max_size=2)),
    st.tuples(st.just(shorten_lists), SOME),
    st.tuples(st.just(to_trash_or_back), SOME),
    st.tuples(
        st.just(lambda session, text: documents.set_property(session, 1, "note", text)), st.text(max_size=4)
    ),
)
STEPS = st.lists(st.lists(ACTIONS, min_size=1, max_size=4), min_size=1, max_size=8)


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All rows that have a history; the search index is in step with them."""
    with store.read() as session:
        assert search.is_whole(session)
        return {
            name: sorted(
                map(repr, session.execute(select(*(c for c in table.columns if c.name not in UNRECORDED))))
            )
            for name, table in RECORDED.items()
        }


def times(store: Store, replay: Callable[[], object]) -> int:
    count = 0
    while replay() is not None:
        count += 1
    return count


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one document whose import can no longer be undone."""
    path = tmp_path_factory.mktemp("empty") / "空.cezhu"
    with Store.create(path) as store:
        with store.step("import") as session:
            documents.add(session, document(PLAN), b"")
        store.empty_trash()
    return path


@given(steps=STEPS)
@settings(max_examples=40, deadline=None)
def test_any_steps_are_undone_and_redone_exactly(empty: Path, steps: list[list[tuple[Any, ...]]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(shutil.copy(empty, folder))) as store:
        states = [everything(store)]
        for actions in steps:
            before = store.next_undo()
            with store.step("any") as session:
                for act, *arguments in actions:
                    act(session, *arguments)
            if (after := store.next_undo()) is not None and (before is None or after.id != before.id):
                states.append(everything(store))
            else:
                assert everything(store) == states[-1]
        for state in reversed(states[:-1]):
            assert store.undo() is not None
            assert everything(store) == state
        assert store.undo() is None
        assert times(store, store.redo) == len(states) - 1
        assert everything(store) == states[-1]
        assert store.damage() == []
        with store.read() as session:
            assert anchors.check(session) == []


@given(ends=st.lists(ENDS, min_size=1, max_size=12))
@settings(max_examples=25, deadline=None)
def test_any_interval_leads_back_to_its_quote(empty: Path, ends: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(shutil.copy(empty, folder))) as store:
        with store.step("tag") as session:
            one = passages.tag(session, 1, *ends[0], "task")
            rest = [{"document_id": 1, "start": start, "end": end, "kind": "task"} for start, end in ends]
            ids = passages.tag_all(session, rest)
        with store.read() as session:
            for passage in (passages.get(session, id_) for id_ in (one, *ids)):
                assert PLAN[passage.start : passage.end] == passage.quote
                assert PLAN[: passage.start].endswith(passage.prefix)
                assert PLAN[passage.end :].startswith(passage.suffix)
                assert len(passage.prefix) == min(32, passage.start)
                assert len(passage.suffix) == min(32, len(PLAN) - passage.end)
