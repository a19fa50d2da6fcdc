"""The check of a whole project."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from db.store import Store
from exporters.questions import LeadMissing, Unconfirmed
from workbench import sample, verbs
from workbench.checking import ask
from workbench.commandline import commands


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Store]:
    sample.build(tmp_path / "示例.cezhu")
    with Store.open(tmp_path / "示例.cezhu") as store:
        yield store


def test_a_task_that_loses_its_lead_is_asked_about(project: Store) -> None:
    task = next(p for p in verbs.gather(project).of_kind("task") if p.fields.get("lead"))
    assert task.id not in {question.passage_id for question in ask(project)}
    verbs.set_field(project, [task.id], "lead", None)
    assert (LeadMissing, task.id) in [(type(question), question.passage_id) for question in ask(project)]
    assert not any(type(question) is LeadMissing for question in ask(project, kinds=("policy",)))


def test_what_nobody_has_confirmed_is_asked_about(project: Store) -> None:
    target = verbs.gather(project).of_kind("target")[0]
    verbs.set_field(project, [target.id], "state", "suggested")
    (question,) = [question for question in ask(project) if type(question) is Unconfirmed]
    assert (question.passage_id, question.document_id) == (target.id, target.document_id)
    assert "(1)" in str(question)
    assert ask(project, document_ids=[target.document_id + 1]) == []


def test_the_command_line_lists_the_questions(project: Store, tmp_path: Path) -> None:
    task = next(p for p in verbs.gather(project).of_kind("task") if p.fields.get("lead"))
    verbs.set_field(project, [task.id], "lead", None)
    run = CliRunner().invoke(commands, ["questions", str(project.path)])
    assert run.exit_code == 0, run.output
    assert f"[{task.id}] “{task.quote}”: no department leads this task." in run.output.splitlines()
    assert run.output.splitlines()[-1] == "1 question"
