"""The check before a report goes out."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from exporters.questions import (
    FigureMissing,
    IndicatorMissing,
    LeadMissing,
    ParagraphMissing,
    PeriodMissing,
    Question,
    SourceIncomplete,
    Unconfirmed,
    UnitMissing,
    ValuesDisagree,
    questions,
)
from exporters.report import Report, ReportPassage
from tests.exporters.invented import PLAN, REPORT, passage

WHOLE = REPORT.of_kind("target")[0]


def about(*passages: ReportPassage) -> Report:
    return replace(REPORT, passages=passages, traces=())


def asked(report: Report) -> list[tuple[type[Question], int]]:
    return [(type(question), question.passage_id) for question in questions(report)]


def test_a_whole_target_raises_no_question() -> None:
    assert asked(about(WHOLE)) == []


@pytest.mark.parametrize(
    ("missing", "form"),
    [
        ({"value": None}, FigureMissing),
        ({"unit": ""}, UnitMissing),
        ({"indicator": None}, IndicatorMissing),
        ({"period_to": None}, PeriodMissing),
    ],
)
def test_what_a_target_lacks_is_asked(missing: dict[str, Any], form: type[Question]) -> None:
    assert asked(about(replace(WHOLE, fields=WHOLE.fields | missing))) == [(form, WHOLE.id)]


def test_tasks_without_a_lead_are_asked_in_reading_order() -> None:
    tasks = replace(REPORT, passages=tuple(reversed(REPORT.of_kind("task"))))
    assert asked(tasks) == [(LeadMissing, 5)]


def test_a_document_without_issuer_number_and_date_is_asked_for_once() -> None:
    bare = replace(PLAN, issuer=None, number=None, issued=None)
    assert asked(replace(about(WHOLE, replace(WHOLE, id=20, start=450)), documents=(bare,))) == [
        (SourceIncomplete, WHOLE.id)
    ]


def test_a_passage_outside_every_paragraph_is_asked() -> None:
    assert asked(about(replace(WHOLE, paragraph=None))) == [(ParagraphMissing, WHOLE.id)]


def test_two_values_of_one_indicator_and_period_disagree() -> None:
    other = replace(WHOLE, id=30, start=WHOLE.start + 50, fields=WHOLE.fields | {"value": 90000.0})
    assert asked(about(WHOLE, other)) == [(ValuesDisagree, 30)]
    (question,) = questions(about(WHOLE, other))
    assert str(question) == (
        "“全市企业” is 超过 9万家 here and 超过 8万家 in “2031年青禾市工业工作要点” for the same period."
    )
    planned_and_done = replace(other, fields=other.fields | {"nature": "actual"})
    assert asked(about(WHOLE, planned_and_done)) == []


def test_documents_that_do_not_belong_together_do_not_disagree() -> None:
    foreign = replace(PLAN, id=9, title="云岫市工业工作要点", issuer="云岫市工业局")
    other = replace(WHOLE, id=30, document_id=9, fields=WHOLE.fields | {"value": 90000.0})
    apart = replace(about(WHOLE, other), documents=(PLAN, foreign))
    assert asked(apart) == []
    together = replace(apart, documents=(PLAN, replace(foreign, issuer=PLAN.issuer)))
    assert asked(together) == [(ValuesDisagree, 30)]


def test_figures_without_a_period_or_for_another_one_do_not_disagree() -> None:
    first_half = {"value": 40000.0, "period_from": date(2031, 1, 1)}
    for fields in ({"value": 1.0, "period_to": None}, first_half):
        other = replace(WHOLE, id=30, start=WHOLE.start + 50, fields=WHOLE.fields | fields)
        assert ValuesDisagree not in [form for form, _ in asked(about(WHOLE, other))]


def test_suggestions_come_last() -> None:
    waiting = [(passage(40, 1, "task", "一是看一看", 100), 3)]
    bare, question = questions(about(replace(WHOLE, paragraph=None)), waiting)
    assert (type(question), question.passage_id, question.document_id) == (Unconfirmed, 40, 1)
    assert f"“{PLAN.title}” has suggestions nobody has confirmed (3)" in str(question)
    assert type(bare) is not Unconfirmed
