"""The changes between the documents of a report, for a briefing."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

import importers
from db.documents import set_property
from db.store import Store
from workbench import report_changes, sample, verbs
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


ROADS = "新建农村公路一百二十公里，改造危桥八座，完成三个客运站的改造，开通城乡公交线路十二条。"
BUSES = "新增新能源公交车二百辆，建成充电站十六座。"


def test_pictures_and_scans_are_no_changes(tmp_path: Path) -> None:
    texts = {
        2031: f"{ROADS}\n[picture, page 12]\n",
        2032: "[picture, page 1]\n[picture, page 2]\n",
        2033: f"{ROADS}[picture]\n{BUSES}\n[picture, page 7]\n",
    }
    with Store.create(tmp_path / "p.cezhu") as store:
        for year, text in texts.items():
            path = tmp_path / f"{year}.txt"
            path.write_text(f"{year}年工作要点\n{text}", encoding="utf-8")
            verbs.import_document(store, importers.read(path))
        changes = with_changes(store, verbs.gather(store)).changes
    assert [(one.state, one.earlier_id, one.later_id, one.earlier, one.later) for one in changes] == [
        ("new", 1, 3, "", BUSES)
    ]


def test_of_many_documents_only_the_latest_are_read_and_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_changes, "MOST", 2)
    out = tmp_path / "简报.docx"
    with Store.create(tmp_path / "p.cezhu") as store:
        for year in range(2031, 2037):
            path = tmp_path / f"{year}.txt"
            path.write_text(f"{year}年工作要点\n{year}年{BUSES}\n", encoding="utf-8")
            verbs.import_document(store, importers.read(path))
        report = verbs.gather(store)
        assert [paper.id for paper in papers(store, report)] == [4, 5, 6]
        report = with_changes(store, report)
    assert {(one.earlier_id, one.later_id) for one in report.changes} == {(4, 5), (5, 6)}
    verbs.export(report, out)
    assert "另有3组前后文件未作对比" in "".join(p.text for p in Document(str(out)).paragraphs)
