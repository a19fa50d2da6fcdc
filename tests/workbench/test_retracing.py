"""What is stored of tracked promises follows the project, and only what a change concerns is worked out."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db import documents, ledgers, passages, retraced, tracked
from db.derived import DOCUMENTS, PROMISES
from db.models import Block, Document
from db.store import Store
from db.tracked import Sieve
from workbench import lexicon, naming, retracing, suggesting, tracing
from workbench.asking import directly
from workbench.tracker import Tracked, read, track

YEARS = range(2030, 2033)


def text(whose: str, year: int) -> str:
    """A report that says what last year reached and what this year promises."""
    return (
        f"{whose}{year}年政府工作报告\n一、{year - 1}年工作回顾\n"
        f"全市生产总值增长{year % 10 + 4}.2%，城镇新增就业9.{year % 10}万人。造林13万亩。\n"
        f"二、{year}年工作安排\n今年主要预期目标是："
        f"生产总值增长{year % 10 + 5}%左右，城镇新增就业9万人以上。\n"
        "由市林业局牵头，完成造林12万亩。\n"
    )


def added(store: Store, text: str, year: int) -> None:
    """One more document, a heading where a line begins with a number."""
    blocks, start = [], 0
    for ordinal, line in enumerate(text.splitlines()):
        kind = "title" if not ordinal else "heading" if line[1] == "、" else "paragraph"
        blocks.append(Block(ordinal=ordinal, kind=kind, start=start, end=start + len(line), number=ordinal))
        start += len(line) + 1
    title = text.partition("\n")[0]
    made = Document(
        title=title,
        reference_year=year,
        source_name="a.txt",
        media_type="text/plain",
        text=text,
        blocks=blocks,
    )
    with store.step("import") as session:
        documents.add(session, made, text.encode())


def add_reports(store: Store) -> None:
    """Three reports each of two cities: 1 to 3 of the first, 4 to 6 of the second; nothing is tagged."""
    for whose in ("青禾市", "云岫市"):
        for year in YEARS:
            added(store, text(whose, year), year)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "p.cezhu", author="李敏") as store:
        add_reports(store)
        yield store


def bring(store: Store) -> int:
    """How many documents had to be traced."""
    return retracing.bring_up_to_date(directly(store), processes=1)


def name_of(call: Any) -> str:
    """What is asked of the store."""
    return str(getattr(call, "func", call).__name__)


def stored(store: Store) -> list[Tracked]:
    """The promises as they are stored, without their ids."""
    with store.read() as session:
        rows = read(session, tracked.ids(session, Sieve())).values()
    return [row._replace(id=0) for row in rows]


def forget(store: Store) -> None:
    """Have the project as if nobody had ever looked at its promises."""
    with store.derive() as session:
        session.execute(PROMISES.delete())
        session.execute(DOCUMENTS.delete())


def targets(store: Store, document_id: int) -> list[int]:
    with store.read() as session:
        return [row.id for row in ledgers.rows(session, "target", [document_id])]


def promised(store: Store, indicator: str, document_id: int) -> Tracked:
    return next(
        row for row in stored(store) if (row.indicator, row.promise.document_id) == (indicator, document_id)
    )


def edit(name: str, value: Any) -> Callable[[Store], None]:
    def change(store: Store) -> None:
        with store.step("edit document") as session:
            documents.set_property(session, 2, name, value)

    return change


def tag(store: Store) -> None:
    start = text("青禾市", 2031).index("完成造林12万亩")
    with store.step("tag") as session:
        passages.tag(session, 2, start, start + 7, "target")


def untag(store: Store) -> None:
    with store.step("untag") as session:
        passages.untag(session, targets(store, 2)[:2])


def set_value(store: Store) -> None:
    with store.step("set field") as session:
        passages.set_field(session, targets(store, 3), "value", 6.5)


def refuse(store: Store) -> None:
    tracing.refuse_rows(store, [row for row in stored(store) if row.report][:3])


def confirm(store: Store) -> None:
    tracing.confirm_rows(store, [row for row in stored(store) if row.report][:3])


def judge(store: Store) -> None:
    tracing.judge_rows(store, [row for row in stored(store) if row.report][:2], "partly", "另有口径")


def draw(store: Store) -> None:
    tracing.draw(store, targets(store, 1)[-1], targets(store, 5)[0])


def trash(store: Store) -> None:
    with store.step("trash") as session:
        documents.trash(session, [3, 4])


def merge(store: Store) -> None:
    naming.merge(store, "indicator", ["造林", "国土绿化"], "国土绿化")


def ceiling(store: Store) -> None:
    lexicon.add_term(store, "新增就业", "ceiling")


def unit(store: Store) -> None:
    lexicon.add_term(store, "株", "unit")


def more(store: Store) -> None:
    added(store, text("青禾市", 2033), 2033)


CHANGES = [
    tag, untag, set_value, refuse, confirm, judge, draw, trash, merge, ceiling, unit, more,
    edit("reference_year", 2032), edit("title", "云岫市2031年政府工作总结"), edit("issuer", "云岫市人民政府"),
]  # fmt: skip
NEEDING_TAGS = (untag, set_value, draw)


@pytest.mark.parametrize("suggested", [True, False], ids=["suggested", "untagged"])
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_stored_promises_are_those_worked_out_afresh(
    store: Store, change: Callable[[Store], None], suggested: bool
) -> None:
    if suggested or change in NEEDING_TAGS:
        suggesting.suggest(store, processes=1)
    bring(store)
    for step in (change, Store.undo):
        step(store)
        bring(store)
        follows = stored(store)
        forget(store)
        assert bring(store) > 0
        assert stored(store) == follows
    assert follows


def test_nothing_is_worked_out_where_nothing_has_changed(store: Store) -> None:
    assert bring(store) == 6
    assert bring(store) == 0


def test_a_tag_concerns_its_document_and_those_that_are_compared_with_it(store: Store) -> None:
    suggesting.suggest(store, processes=1)
    bring(store)
    tag(store)
    asked: list[int] = []

    def ask(call: Any) -> Any:
        value = call(store)
        if name_of(call) == "_sources":
            asked.extend(source.document_id for source in value)
        return value

    concerned = retracing.bring_up_to_date(ask, processes=1)
    assert asked == [2]
    assert 1 <= concerned <= 2


def test_a_note_on_a_passage_has_nothing_read_or_traced(store: Store) -> None:
    suggesting.suggest(store, processes=1)
    bring(store)
    with store.step("note") as session:
        passages.set_field(session, targets(store, 1), "note", "待核实")
    assert bring(store) == 0


def test_what_is_decided_is_seen_before_anything_is_worked_out(store: Store) -> None:
    suggesting.suggest(store, processes=1)
    bring(store)
    row = promised(store, "生产总值", 1)
    assert row.link_state == ""
    tracing.judge_rows(store, [row], "partly", "")
    judged = promised(store, "生产总值", 1)
    assert (judged.state, judged.computed, judged.link_state) == ("partly", row.computed, "confirmed")
    store.undo()
    assert promised(store, "生产总值", 1) == row


def test_a_report_of_another_place_goes_to_the_trash_with_its_document_and_comes_back(store: Store) -> None:
    suggesting.suggest(store, processes=1)
    draw(store)
    bring(store)
    mine = [row for row in stored(store) if row.promise.document_id == 1 and row.report]
    (drawn,) = [row for row in mine if row.report and row.report.document_id == 5]
    with store.step("trash") as session:
        documents.trash(session, [5])
    bring(store)
    assert all(row.report is None or row.report.document_id != 5 for row in stored(store))
    store.undo()
    bring(store)
    assert drawn in stored(store)


def test_a_promise_that_is_untagged_or_trashed_is_gone_at_once(store: Store) -> None:
    suggesting.suggest(store, processes=1)
    bring(store)
    untag(store)
    trash(store)
    left = {row.promise.document_id for row in stored(store)}
    assert left == {1, 2, 5, 6}
    assert {row.promise.passage_id for row in stored(store)}.isdisjoint({None})
    bring(store)
    store.undo()
    bring(store)
    assert {3, 4} <= {row.promise.document_id for row in stored(store)}


def test_promises_keep_their_ids_while_they_are_the_same(store: Store) -> None:
    before = {(row.promise.document_id, row.promise.start): row.id for row in track(store)}
    confirm(store)
    more(store)
    after = {(row.promise.document_id, row.promise.start): row.id for row in track(store)}
    assert before.items() & after.items() and all(
        after[place] == before[place] for place in before.keys() & after
    )


def test_a_project_that_cannot_be_written_is_tracked_beside_it(store: Store, tmp_path: Path) -> None:
    bring(store)
    expected = stored(store)
    tag(store)
    store.close()
    before = (tmp_path / "p.cezhu").read_bytes()
    with Store.look(tmp_path / "p.cezhu") as looked:
        assert stored(looked) == expected
        assert bring(looked) > 0
        assert bring(looked) == 0
        assert 0 < len(stored(looked)) < len(expected)
    assert (tmp_path / "p.cezhu").read_bytes() == before


def test_what_was_done_before_a_stop_is_kept(store: Store) -> None:
    class Stop(Exception):
        pass

    def tick(done: int, total: int) -> None:
        if total and done >= 0.9 * total:
            raise Stop

    with pytest.raises(Stop):
        retracing.bring_up_to_date(directly(store), tick, 1)
    with store.read() as session:
        assert retraced.unchecked(session) == []
    assert bring(store) > 0
    assert bring(store) == 0


def test_a_document_tagged_while_it_is_read_is_read_again(store: Store) -> None:
    waiting = [tag]

    def ask(call: Any) -> Any:
        value = call(store)
        if name_of(call) == "_sources" and waiting:
            waiting.pop()(store)
        return value

    retracing.bring_up_to_date(ask, processes=1)
    with store.read() as session:
        assert retraced.unchecked(session) == [2]
    bring(store)
    follows = stored(store)
    forget(store)
    bring(store)
    assert stored(store) == follows


def test_what_another_program_changes_is_followed(store: Store) -> None:
    bring(store)
    with Store.open(store.path) as watching:
        assert watching.owner is not None
        assert stored(watching) == stored(store)
        bring(watching)
        tag(store)
        bring(store)
        bring(watching)
        assert stored(watching) == stored(store)


def test_own_words_are_read_where_nobody_has_tagged(store: Store) -> None:
    added(
        store, "青禾市2034年政府工作报告\n二、2034年工作安排\n今年主要预期目标是：珍稀苗木达到5万穴。\n", 2034
    )
    bring(store)
    before = [row for row in stored(store) if row.promise.document_id == 7]
    lexicon.add_term(store, "穴", "unit")
    bring(store)
    (row,) = [row for row in stored(store) if row.promise.document_id == 7]
    assert row.promise.unit == "穴" and before != [row]


def test_it_is_all_one_how_many_processes_work(store: Store) -> None:
    for year in (2033, 2034):
        added(store, text("云岫市", year), year)
    retracing.bring_up_to_date(directly(store), processes=2)
    expected = stored(store)
    forget(store)
    assert bring(store) == retracing.WORTH
    assert stored(store) == expected


def test_merged_names_are_shown_at_once_without_tracing(store: Store) -> None:
    bring(store)
    merge(store)
    assert bring(store) == 0
    assert {row.indicator for row in stored(store)} == {"生产总值", "城镇新增就业", "国土绿化"}
    with store.read() as session:
        assert len(tracked.ids(session, Sieve(words="国土绿化"))) == 6
    naming.split(store, "indicator", ["造林", "国土绿化"])
    bring(store)
    assert "造林" in {row.indicator for row in stored(store)}
