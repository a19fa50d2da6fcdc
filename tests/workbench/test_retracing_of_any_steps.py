"""Whatever the steps were: tracked promises that followed them are those worked out afresh."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db import documents, ledgers, links, passages
from db.kinds import KINDS
from db.store import Store
from tests.workbench.test_retracing import add_reports, added, bring, forget, stored, text
from workbench import lexicon, naming, retracing, suggesting, tracing
from workbench.tracker import Tracked

Action = Callable[[Store, int], object]

FIELDS = (("value", 6.5), ("value", None), ("indicator", "造林"), ("nature", "planned"), ("nature", "actual"))
PROPERTIES = (
    *(("reference_year", year) for year in (2029, 2030, 2032, 2033, None)),
    ("title", "青禾市2031年政府工作总结"),
    ("issuer", "云岫市人民政府"),
)
INDICATORS = ("造林", "国土绿化", "生产总值", "城镇新增就业")
TERMS = (("新增就业", "ceiling"), ("造林", "ceiling"), ("株", "unit"))
STATES = ("confirmed", "rejected", "suggested")


def any_of(values: Sequence[Any], some: int) -> Any:
    return values[some % len(values)]


def shelf(store: Store, trashed: bool = False) -> list[int]:
    with store.read() as session:
        return [row.id for row in documents.shelf(session, trashed)]


def targets(store: Store) -> list[int]:
    with store.read() as session:
        return [row.id for row in ledgers.rows(session, "target")]


def told(store: Store, some: int) -> list[Tracked]:
    rows = [row for row in stored(store) if row.report]
    return [any_of(rows, some)] if rows else []


def tag(words: str, kind: str, **fields: Any) -> Action:
    def act(store: Store, some: int) -> None:
        with store.step("tag") as session:
            id_ = any_of(shelf(store), some)
            at = documents.text(session, id_)[0].find(words)
            if at >= 0:
                passages.tag(session, id_, at, at + len(words), kind, KINDS[kind].detail(**fields))

    return act


def untag(store: Store, some: int) -> None:
    with store.step("untag") as session:
        passages.untag(session, targets(store)[some % 7 :: 7])


def set_field(store: Store, some: int) -> None:
    with store.step("set field") as session:
        passages.set_field(session, targets(store)[some % 5 :: 5], *any_of(FIELDS, some))


def set_state(store: Store, some: int) -> None:
    with store.step("set state") as session:
        passages.set_field(session, targets(store)[some % 5 :: 5], "state", any_of(STATES, some))


def edit(store: Store, some: int) -> None:
    with store.step("edit document") as session:
        documents.set_property(session, any_of(shelf(store), some), *any_of(PROPERTIES, some // 6))


def confirm(store: Store, some: int) -> None:
    tracing.confirm_rows(store, told(store, some))


def refuse(store: Store, some: int) -> None:
    tracing.refuse_rows(store, told(store, some))


def judge(store: Store, some: int) -> None:
    tracing.judge_rows(store, told(store, some), any_of(("partly", None), some))


def draw(store: Store, some: int) -> None:
    ids = targets(store)
    if (promise := any_of(ids, some)) != (report := any_of(ids, some // 2)):
        tracing.draw(store, promise, report, any_of(("trace", "trace", "continues"), some))


def part(store: Store, some: int) -> None:
    with store.step("part") as session:
        links.part(session, [link.id for link in links.every(session)][some % 2 :: 2])


def trash(store: Store, some: int) -> None:
    if len(there := shelf(store)) > 2:
        with store.step("trash") as session:
            documents.trash(session, [any_of(there, some)])


def restore(store: Store, some: int) -> None:
    with store.step("restore") as session:
        documents.restore(session, shelf(store, trashed=True)[:1])


def more(store: Store, some: int) -> None:
    year = any_of((2029, 2031, 2033), some)
    added(store, text(any_of(("青禾市", "云岫市"), some), year) + f"另有{some}项。\n", year)


def merge(store: Store, some: int) -> None:
    naming.merge(store, "indicator", INDICATORS[some % 3 :][:2], any_of(INDICATORS, some))


def split(store: Store, some: int) -> None:
    naming.split(store, "indicator", INDICATORS[some % 3 :][:2])


def add_term(store: Store, some: int) -> None:
    lexicon.add_term(store, *any_of(TERMS, some))


def remove_terms(store: Store, some: int) -> None:
    lexicon.remove_terms(store, [term.id for term in lexicon.terms(store)])


def undo(store: Store, some: int) -> None:
    for _ in range(1 + some % 3):
        store.undo()


def redo(store: Store, some: int) -> None:
    store.redo()


def empty_trash(store: Store, some: int) -> None:
    store.empty_trash()


ACTIONS: tuple[Action, ...] = (
    tag("完成造林12万亩", "target"), tag("由市林业局牵头", "task", lead="市农业局"), tag("牵头", "policy"),
    untag, set_field, set_state, edit, confirm, refuse, judge, draw, part, trash, restore, more, merge, split,
    add_term, remove_terms, undo, redo, empty_trash,
)  # fmt: skip
FOLLOWED, ALONE, WITHIN = "followed", "alone", "within"
"""When a step is done: followed at once, by the next one, or while promises are worked out."""
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTIONS), st.integers(0, 60), st.sampled_from((FOLLOWED, ALONE, WITHIN))),
    min_size=3,
    max_size=12,
)


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three reports each of two cities, their promises tracked; those of the first have suggestions."""
    path = tmp_path_factory.mktemp("laid") / "p.cezhu"
    with Store.create(path, author="李敏") as store:
        add_reports(store)
        suggesting.suggest(store, [1, 2, 3, 4], processes=1)
        bring(store)
    return path


def act_on(store: Store, act: Action, some: int) -> None:
    if targets(store):
        act(store, some)


def bring_with(store: Store, steps: Sequence[tuple[Action, int]]) -> None:
    """Follow while these steps are done, each after a call on the store."""
    waiting = list(steps)

    def ask(call: Callable[[Store], Any]) -> Any:
        value = call(store)
        if waiting:
            act_on(store, *waiting.pop(0))
        return value

    retracing.bring_up_to_date(ask, processes=1)


@settings(max_examples=15, deadline=None)
@given(steps=STEPS)
@example(steps=[(untag, 0, ALONE), (undo, 0, FOLLOWED)])
@example(steps=[(edit, 12, ALONE), *[(redo, 0, WITHIN)] * 6, (trash, 1, WITHIN), (empty_trash, 0, WITHIN)])
def test_promises_that_followed_any_steps_are_those_worked_out_afresh(
    laid: Path, steps: list[tuple[Action, int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(shutil.copy(laid, folder))) as store:
        for act, some, when in steps:
            if when != WITHIN:
                act_on(store, act, some)
            if when == FOLLOWED:
                bring(store)
        bring_with(store, [(act, some) for act, some, when in steps if when == WITHIN])
        bring(store)
        followed = sorted(stored(store), key=repr)
        forget(store)
        bring(store)
        assert sorted(stored(store), key=repr) == followed
