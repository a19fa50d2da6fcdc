"""The changes between the documents of a report, for a briefing."""

from pathlib import Path

from click.testing import CliRunner
from docx import Document

from db.documents import set_property
from db.store import Store
from workbench import sample, verbs
from workbench.commandline import commands
from workbench.report_changes import papers, with_changes


def test_the_later_document_is_compared_with_the_earlier(tmp_path: Path) -> None:
    sample.build(tmp_path / "示例.cezhu")
    with Store.look(tmp_path / "示例.cezhu") as store:
        report = verbs.gather(store)
        changes = with_changes(store, report).changes
    years = {document.id: document.reference_year or 0 for document in report.documents}
    assert {change.state for change in changes} >= {"new", "dropped"}
    assert all(years[change.earlier_id] < years[change.later_id] for change in changes)
    assert all(bool(change.earlier) == (change.state != "new") for change in changes)
    assert all(bool(change.later) == (change.state != "dropped") for change in changes)


def test_the_command_line_asks_for_parts_template_and_original(tmp_path: Path) -> None:
    project = str(tmp_path / "示例.cezhu")
    sample.build(Path(project))
    parts = ["--part", "changes", "--part", "summary", "--template", "modern", "--name", "青禾简报"]
    run = CliRunner().invoke(commands, ["export", project, str(tmp_path / "简报.docx"), *parts])
    assert run.exit_code == 0, run.output
    headings = [
        p.text
        for p in Document(str(tmp_path / "简报.docx")).paragraphs
        if p.style and p.style.name == "Heading 1"
    ]
    assert headings == ["一、文件变化", "二、总体情况"]
    out = str(tmp_path / "批注.docx")
    run = CliRunner().invoke(commands, ["export", project, out, "--as", "annotated", "--document", "1"])
    assert run.exit_code == 0, run.output
    assert len(list(Document(out).comments)) == 27


def test_the_command_line_shows_changes_unless_other_parts_are_named(tmp_path: Path) -> None:
    project = str(tmp_path / "示例.cezhu")
    sample.build(Path(project))
    run = CliRunner().invoke(commands, ["export", project, str(tmp_path / "简报.docx")])
    assert run.exit_code == 0, run.output
    assert any("文件变化方面" in p.text for p in Document(str(tmp_path / "简报.docx")).paragraphs)


def test_documents_of_two_issuers_are_not_compared(tmp_path: Path) -> None:
    sample.build(tmp_path / "示例.cezhu")
    with Store.open(tmp_path / "示例.cezhu") as store:
        with store.step("edit document") as session:
            set_property(session, 1, "issuer", "云泽市文物局")
        report = verbs.gather(store)
        assert papers(store, report) == []
        assert with_changes(store, report).changes == ()
