"""Promises joined to what later documents report, and to the next plan."""

import json
from pathlib import Path

import pytest

from analysis.statements import Statement, statements
from analysis.trace_documents import Followers, Told, asked, traced
from analysis.trace_mentions import read
from analysis.traces import SURE, Trace

PLAN = """青禾市2031年政府工作报告
二、2031年工作安排
今年主要预期目标是：生产总值增长7%左右，城镇新增就业9万人以上，城镇调查失业率5.5%以内，城镇登记失业率4%以内，
居民消费价格涨幅3%左右，城镇居民人均可支配收入和农民人均纯收入均增长6%，新建改建农村公路200公里，改造棚户区5万套。
共建5家实验室。到2035年，森林覆盖率达到45%。
"""
REPORT = """青禾市2032年政府工作报告
一、2031年工作回顾
全市生产总值达到900亿元，比上年增长6.9%，比2026年增长40%。城镇新增就业9.6万人，调查失业率稳定在5.2%左右。
居民消费价格上涨0.4%。城镇、农村居民人均可支配收入分别增长5.8%、6.6%。新改建农村公路从150公里增加到230公里。
共建3家养老院。森林覆盖率达到43%。超额完成棚户区改造任务。
二、2032年工作安排
今年主要预期目标是：生产总值增长6%左右，城镇新增就业9万人以上，居民消费价格涨幅2%左右。
"""


def told(text: str, year: int, place: str = "青禾市", id_: int = 0, said: tuple[Statement, ...] = ()) -> Told:
    id_ = id_ or year
    return Told(id_, text.split("\n")[0], year, place, tuple(read(text, (), year, id_)), said)


def trace_all(documents: list[Told]) -> list[Trace]:
    """The traces of all promises, each document asking those of the years it has to."""
    followers = Followers(documents)
    found: list[Trace] = []
    for one in documents:
        later = followers.of(one)
        found += traced(one, {year: later[year] for year in asked(one.year, one.dues, later)})
    return found


@pytest.fixture(scope="module")
def found() -> list[Trace]:
    later = told(REPORT, 2032, said=tuple(statements(REPORT, year=2032)))
    return trace_all([told(PLAN, 2031), later])


def of(found: list[Trace], words: str) -> Trace:
    return next(one for one in found if words in one.promise.indicator)


@pytest.mark.parametrize(
    ("words", "value", "state"),
    [
        ("生产总值", 6.9, "met"),
        ("新增就业", 96_000, "met"),
        ("调查失业率", 5.2, "met"),
        ("消费价格", 0.4, "met"),
        ("城镇居民", 5.8, "missed"),
        ("农民", 6.6, "exceeded"),
    ],
)
def test_a_promise_finds_its_report(found: list[Trace], words: str, value: float, state: str) -> None:
    one = of(found, words)
    assert one.report and (one.report.value, one.state) == (value, state)
    assert one.sureness >= SURE


def test_where_a_number_only_started_from_is_no_report(found: list[Trace]) -> None:
    assert of(found, "农村公路").report is None or of(found, "农村公路").report.value == 230


def test_another_indicator_is_no_report(found: list[Trace]) -> None:
    assert of(found, "登记失业率").state == "not_reported"


def test_other_things_in_the_same_words_are_no_sure_report(found: list[Trace]) -> None:
    assert all(one.sureness < SURE for one in found if "共建" in one.promise.quote)


def test_words_without_a_number_report_too(found: list[Trace]) -> None:
    one = of(found, "棚户区")
    assert one.state == "exceeded" and one.statement and "超额完成" in one.statement.quote


def test_what_is_said_in_words_is_quoted_as_it_was_typed() -> None:
    text = "去年,全市超额完成棚户区改造(含城中村)任务,群众满意。"
    (said,) = statements(text)
    assert said.quote == text[said.start : said.end] == "全市超额完成棚户区改造(含城中村)任务"


def test_the_next_plan_raises_keeps_lowers_or_drops(found: list[Trace]) -> None:
    courses = {words: of(found, words).course for words in ("生产总值", "新增就业", "登记失业率")}
    assert courses == {"生产总值": "lowered", "新增就业": "kept", "登记失业率": "dropped"}


def test_a_document_is_reported_on_by_the_next_of_its_place() -> None:
    there = told(REPORT.replace("青禾", "云岫"), 2032, "云岫市", 1)
    documents = [told(PLAN, 2031), there, told(REPORT, 2032)]
    found = trace_all(documents)
    assert {one.report.document_id for one in found if one.report} == {2032}


def test_a_promise_is_partly_kept_before_its_date_and_open_without_a_report() -> None:
    early = of(trace_all([told(PLAN, 2031), told(REPORT, 2032)]), "森林覆盖率")
    assert (early.state, early.gap) == ("partly", -2)
    alone = trace_all([told(PLAN, 2031)])
    assert {(one.state, one.course) for one in alone} == {("open", "")}


def test_the_latest_report_of_a_promise_for_years_stands() -> None:
    later = told("青禾市2034年政府工作报告\n一、2033年工作回顾\n森林覆盖率达到44.5%。\n", 2034)
    one = of(trace_all([told(PLAN, 2031), told(REPORT, 2032), later]), "森林覆盖率")
    assert one.report and one.report.value == 44.5


def test_a_summary_of_the_same_year_reports() -> None:
    summary = told("青禾市2031年工作总结\n一、完成情况\n2031年，城镇新增就业9.1万人。\n", 2031, id_=9)
    plan = told("青禾市2031年工作计划\n今年目标：城镇新增就业9万人。\n", 2031, id_=8)
    (one,) = trace_all([plan, summary])
    assert one.report and one.report.document_id == 9


@pytest.mark.shared
def test_the_traced_pair_of_reports(shared: Path) -> None:
    folder = shared / "gold" / "trace"
    gold = [json.loads(line) for line in next(folder.glob("*.jsonl")).read_text("utf-8").splitlines()]
    texts = {year: (folder / f"gwr-{year}.txt").read_text("utf-8") for year in (2018, 2019)}
    told_by = [
        Told(y, "", y, "", tuple(read(t, (), y, y)), tuple(statements(t, (), y))) for y, t in texts.items()
    ]
    by_quote = {one.promise.quote: one for one in trace_all(told_by) if one.promise.document_id == 2018}
    for line in gold:
        one = by_quote[line["promised"]["quote"]]
        reported = line["reported"] and line["reported"]["value"]
        assert (one.state.replace("_", " "), one.report and one.report.value) == (line["state"], reported)
