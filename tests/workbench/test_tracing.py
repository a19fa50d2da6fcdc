"""Traces over a project: the tracker, its timelines, and links that are proposed, confirmed and refused."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import importers
from db import documents, ledgers, links, lists, passages
from db.documents import set_property
from db.store import Store
from db.tracked import line_of
from exporters.briefing_traces import compared
from exporters.sheet_summary import Summary
from workbench import policy_register, sample, suggesting, tracing, verbs
from workbench.likely import elsewhere, likely, near
from workbench.tracker import Tracked, of_line, same_indicator, track

TRACKER_LETTERS = {"tracker": {"id": "A", "trace": "B"}}
PLAN = (
    "青禾市2031年政府工作报告\n\n二、2031年工作安排\n"
    "今年主要预期目标是：生产总值增长7%左右，城镇新增就业9万人以上，城镇登记失业率4%以内。\n"
    "由市林业局牵头，完成造林12万亩。\n实施《青屏河治理行动方案》。\n"
)
REPORT = (
    "青禾市2032年政府工作报告\n\n一、2031年工作回顾\n"
    "全市生产总值增长6.2%，城镇新增就业9.6万人。造林13万亩。修订《青屏河治理行动方案》。\n"
    "二、2032年工作安排\n今年主要预期目标是：生产总值增长6%左右。\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "p.cezhu", author="李敏") as store:
        for name, text in (("2031.txt", PLAN), ("2032.txt", REPORT)):
            (tmp_path / name).write_text(text, encoding="utf-8")
            verbs.import_document(store, importers.read(tmp_path / name))
        yield store


def tracked(store: Store) -> dict[str, Tracked]:
    return {row.indicator: row for row in track(store) if row.promise.document_id == 1}


def test_a_project_nobody_tagged_is_tracked_on_the_fly(store: Store) -> None:
    rows = tracked(store)
    growth = rows["生产总值"]
    assert (growth.year, growth.state, growth.gap, growth.course) == (2031, "missed", -0.8, "lowered")
    assert growth.report and growth.report.document_id == 2 and growth.report.passage_id is None
    assert rows["城镇登记失业率"].state == "not_reported"
    assert rows["造林"].departments == "市林业局"
    assert tracing.propose(store, list(rows.values())) == 0


def test_a_place_quotes_its_document(store: Store) -> None:
    for row in tracked(store).values():
        for place in filter(None, (row.promise, row.report, row.later)):
            with store.read() as session:
                text, _ = documents.text(session, place.document_id)
            assert text[place.start : place.end] == place.quote


def test_suggested_targets_are_linked_in_one_step_and_once(store: Store) -> None:
    suggesting.suggest(store)
    rows = list(tracked(store).values())
    assert tracing.propose(store, rows) == 4  # three traces, one continuation
    assert tracing.propose(store, list(tracked(store).values())) == 0
    assert tracked(store)["生产总值"].link_state == "suggested"
    with store.read() as session:
        assert {(link.state, link.origin) for link in links.every(session)} == {("suggested", "numbers")}
    store.undo()
    with store.read() as session:
        assert links.every(session) == []


def test_what_is_refused_does_not_come_back(store: Store) -> None:
    suggesting.suggest(store)
    tracing.propose(store, list(tracked(store).values()))
    link_id = tracked(store)["造林"].link_id
    assert link_id is not None
    tracing.refuse(store, [link_id])
    assert tracked(store)["造林"].state == "not_reported"
    assert tracing.propose(store, list(tracked(store).values())) == 0
    with store.read() as session:
        assert [link.state for link in links.every(session) if link.id == link_id] == ["rejected"]


def test_what_an_analyst_draws_stands_over_what_was_found(store: Store) -> None:
    suggesting.suggest(store, accept=True)
    rows = tracked(store)
    jobless, forest = rows["城镇登记失业率"].promise, rows["造林"].report
    assert jobless.passage_id and forest and forest.passage_id
    tracing.draw(store, jobless.passage_id, forest.passage_id)
    row = tracked(store)["城镇登记失业率"]
    assert (row.state, row.link_state, row.sureness) == ("changed_scope", "confirmed", 1.0)
    assert row.report and row.report.quote == forest.quote


def test_a_confirmed_trace_gets_no_other_suggestion(store: Store) -> None:
    suggesting.suggest(store)
    tracing.propose(store, list(tracked(store).values()))
    link_id = tracked(store)["造林"].link_id
    assert link_id is not None
    tracing.confirm(store, [link_id])
    tracing.propose(store, list(tracked(store).values()))
    assert tracked(store)["造林"].link_state == "confirmed"


def test_an_analyst_may_judge_otherwise(store: Store) -> None:
    suggesting.suggest(store)
    tracing.propose(store, list(tracked(store).values()))
    tracing.judge_rows(store, [tracked(store)["生产总值"]], "met")
    row = tracked(store)["生产总值"]
    assert (row.state, row.computed) == ("met", "missed")
    tracing.judge_rows(store, [row], None)
    assert tracked(store)["生产总值"].state == "missed"
    with pytest.raises(ValueError, match="splendid"):
        tracing.judge_rows(store, [row], "splendid")


def test_suggestions_that_no_longer_hold_go(store: Store) -> None:
    suggesting.suggest(store)
    tracing.propose(store, list(tracked(store).values()))
    report = tracked(store)["造林"].report
    assert report and report.passage_id
    with store.step("set field") as session:
        passages.set_field(session, [report.passage_id], "indicator", "水库库容")
    tracing.propose(store, list(tracked(store).values()))
    with store.read() as session:
        assert all(link.to_id != report.passage_id for link in links.every(session))


def test_a_row_nobody_tagged_is_confirmed_with_its_passages_in_one_step(store: Store) -> None:
    row = tracked(store)["生产总值"]
    (link_id,) = tracing.confirm_rows(store, [row, tracked(store)["城镇登记失业率"]])
    with store.read() as session:
        (growth, reached) = ledgers.rows(session, "target")
        assert [(one.quote, one.fields[2], one.state) for one in (growth, reached)] == [
            ("生产总值增长7%左右", 7.0, "confirmed"),
            ("全市生产总值增长6.2%", 6.2, "confirmed"),
        ]
        assert [(link.id, link.state) for link in links.every(session)] == [(link_id, "confirmed")]
    store.undo()
    with store.read() as session:
        assert ledgers.rows(session, "target") == []


def test_what_is_said_beside_a_confirmed_promise_stays_in_sight(store: Store) -> None:
    before = tracked(store)
    tracing.confirm_rows(store, [before["生产总值"]])
    after = tracked(store)
    assert after.keys() == before.keys()
    assert (after["生产总值"].link_state, after["城镇新增就业"].state) == ("confirmed", "met")
    tracing.refuse_rows(store, [after["城镇新增就业"]])
    assert tracked(store).keys() == before.keys()


def test_a_document_somebody_tags_says_what_is_tagged(store: Store) -> None:
    tracing.confirm_rows(store, [tracked(store)["生产总值"]])
    with store.read() as session:
        text, _ = documents.text(session, 1)
    start = text.index("城镇登记失业率")
    verbs.tag(store, 1, start, start + len("城镇登记失业率4%以内"), "target")
    assert tracked(store).keys() == {"生产总值", "城镇登记失业率"}


def test_a_report_judges_confirmed_traces_as_the_tracker_does(store: Store) -> None:
    tracing.confirm_rows(store, list(tracked(store).values()))
    rows = {row.promise.passage_id: row for row in track(store) if row.report}
    traces = {one.promise: one for one in verbs.gather(store, form="target_sheet").traces if one.report}
    assert traces.keys() == rows.keys() and len(traces) == 3
    for id_, one in traces.items():
        assert (one.state, one.gap) == (rows[id_].state, rows[id_].gap)


def test_what_may_report_a_promise_is_offered_the_likeliest_first(store: Store) -> None:
    promise = tracked(store)["城镇新增就业"].promise
    documents = near(store, promise.document_id)
    places = likely(documents, promise)
    assert "9.6万人" in places[0][0].quote
    assert [sure for _, sure in places] == sorted((sure for _, sure in places), reverse=True)
    assert {place.document_id for place in elsewhere(documents, promise)} == {2}
    assert elsewhere(near(store, promise.document_id, most=1), promise) == []


def test_a_timeline_has_what_was_promised_and_reported_by_year(store: Store) -> None:
    row = tracked(store)["生产总值"]
    with store.read() as session:
        rows = of_line(session, line_of(session, row.id) or 0, 9)
        (best,) = of_line(session, line_of(session, row.id) or 0, 1)
    assert best.report
    points = [(row.year, row.promise.value, row.report and row.report.value) for row in rows]
    assert points == [(2031, 7.0, 6.2), (2032, 6.0, None)]


def test_indicators_an_analyst_merged_share_a_name(store: Store) -> None:
    with store.step("merge") as session:
        lists.merge(session, "indicator", ["造林"], "国土绿化面积")
    assert "国土绿化面积" in tracked(store)
    with store.read() as session:
        aliases = lists.aliases(session, "indicator")
    assert same_indicator("造林", aliases) == same_indicator("国土绿化面积", aliases)


def test_the_register_follows_a_policy_through_the_documents(store: Store) -> None:
    (row,) = policy_register.rows(store)
    assert (row.name, row.stages) == ("青屏河治理行动方案", ((2031, "carried_out"), (2032, "revised")))
    assert row.verbs(2032) == ("修订",)
    suggesting.suggest(store)
    (stored,) = policy_register.rows(store)
    assert stored.stages == row.stages and all(mention.passage_id for mention in stored.mentions)


def test_tracker_and_report_agree_on_what_is_open_and_what_is_not_reported(tmp_path: Path) -> None:
    sample.build(tmp_path / "示例.cezhu")
    with Store.look(tmp_path / "示例.cezhu") as store:
        tracker = Counter(row.state for row in track(store))
        report = verbs.gather(store)
    assert tracker == {"met": 7, "exceeded": 2, "missed": 3, "not_reported": 2, "open": 4}
    assert Counter(trace.state for trace in report.traces) == tracker
    assert Counter(trace.state for trace in compared(report)) == tracker - Counter(open=4)
    cards = {name: formula.gives for name, formula, _ in Summary(report, TRACKER_LETTERS).cards()}
    assert (cards["承诺兑现率"], cards["未见报告"]) == (9 / 14, 2)
    (block,) = Summary(report, TRACKER_LETTERS).blocks()
    assert {name: formula.gives for name, formula in block.rows} == {
        "超额完成": 2, "完成": 7, "部分完成": 0, "未完成": 3, "口径变化": 0, "未报告": 2, "待报告": 4,
    }  # fmt: skip


def test_a_promise_waits_for_the_report_of_the_year_after_and_of_its_own_place(store: Store) -> None:
    suggesting.suggest(store, accept=True)
    documents = {one.id: one for one in verbs.gather(store).documents}
    states = {trace.promise: trace.state for trace in verbs.gather(store).traces}
    jobless = tracked(store)["城镇登记失业率"].promise.passage_id
    assert jobless and documents[1].place == "青禾市" and states[jobless] == "not_reported"
    with store.step("edit document") as session:
        set_property(session, 2, "title", "云岫市2032年政府工作报告")
    states = {trace.promise: trace.state for trace in verbs.gather(store).traces}
    assert states[jobless] == tracked(store)["城镇登记失业率"].state == "open"
