"""What a report shall hold and where it is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from db import passages
from desktop import report_source
from desktop.document_ticks import COUNT, TREE
from desktop.export_dialog import ExportDialog
from desktop.report_source import ExportRequest, ReportSource
from desktop.workspace import Workspace
from exporters.briefing import Briefing
from tests.desktop.dialogs import LEFT, click_box, click_yes, shown
from tests.desktop.shelves import shelved
from workbench import checking

Key = Qt.Key
SHELF = [
    shelved(1, "今年工作要点", 2023, task=4, target=30),
    shelved(2, "去年工作要点", 2022, task=1, target=10, policy=2),
    shelved(3, "会议纪要", None),
]


@pytest.fixture
def ask(qtbot: QtBot, tmp_path: Path, workspace: Workspace) -> Callable[..., ExportDialog]:
    def ask(form: str = "briefing", title: str = "", language: str = "zh") -> ExportDialog:
        source = ReportSource(workspace, "en", workspace)
        return shown(qtbot, ExportDialog(form, SHELF, {1}, title, language, tmp_path, source))

    return ask


def line(dialog: ExportDialog, *place: int) -> QTreeWidgetItem:
    """A year by its place, or a document by the place of its year and its own."""
    item: Any = dialog.contents.documents.topLevelItem(place[0])
    return item.child(place[1]) if len(place) == 2 else item


def test_enter_exports_everything_under_a_chinese_title(
    qtbot: QtBot, ask: Callable[..., ExportDialog], tmp_path: Path
) -> None:
    dialog = ask()
    assert dialog.told.text() == "It will hold 47 passages of 3 documents."
    qtbot.keyClick(dialog.contents.title, Key.Key_Return)
    assert dialog.result() == ExportDialog.DialogCode.Accepted
    assert dialog.request() == ExportRequest(
        path=tmp_path / "政策目标任务简报.docx",
        form="briefing",
        document_ids=(2, 1, 3),
        kinds=("target", "task", "policy"),
        title="政策目标任务简报",
        language="zh",
        options=Briefing(),
    )


def test_documents_and_kinds_are_unticked_and_the_figures_follow(
    qtbot: QtBot, ask: Callable[..., ExportDialog]
) -> None:
    dialog = ask()
    dialog.contents.documents.setCurrentItem(line(dialog, 0))
    qtbot.keyClick(dialog.contents.documents, Key.Key_Space)  # the whole of 2022
    click_box(qtbot, dialog.contents.kinds["task"])
    request = dialog.request()
    assert (request.document_ids, request.kinds) == ((1, 3), ("target", "policy"))
    assert dialog.told.text() == "It will hold 30 passages of 2 documents."
    assert [box.text() for box in dialog.contents.kinds.values()] == [
        "Targets  30",
        "Tasks  4",
        "Policies  0",
    ]
    assert line(dialog, 1, 0).text(COUNT).strip() == "30"


def test_those_open_all_and_none_are_ticked_by_one_click(
    qtbot: QtBot, ask: Callable[..., ExportDialog]
) -> None:
    dialog = ask()
    qtbot.mouseClick(dialog.contents.open_ones, LEFT)
    assert dialog.request().document_ids == (1,)
    assert line(dialog, 0).checkState(TREE) == Qt.CheckState.Unchecked
    qtbot.mouseClick(dialog.contents.none, LEFT)
    assert (dialog.told.text(), dialog.take.isEnabled()) == ("Tick at least one document.", False)
    qtbot.mouseClick(dialog.contents.all, LEFT)
    assert dialog.request().document_ids == (2, 1, 3)


def test_the_file_is_called_as_the_report_until_it_is_named_by_hand(
    qtbot: QtBot, ask: Callable[..., ExportDialog], tmp_path: Path
) -> None:
    dialog = ask("target_sheet", title="2022/2023: targets")
    assert dialog.request().path == tmp_path / "2022_2023_ targets.xlsx"
    qtbot.keyClicks(dialog.contents.title, "A")
    assert dialog.request().path == tmp_path / "A.xlsx"
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, "handed in")
    qtbot.keyClicks(dialog.contents.title, "B")
    assert dialog.request().path == tmp_path / "handed in.xlsx"


def test_a_title_nobody_changed_follows_the_language(
    qtbot: QtBot, ask: Callable[..., ExportDialog], tmp_path: Path
) -> None:
    dialog = ask("target_sheet")
    qtbot.keyClick(dialog.contents.language, Key.Key_E)
    request = dialog.request()
    assert (request.language, request.title) == ("en", "Target sheet of policy documents")
    assert request.path == tmp_path / "Target sheet of policy documents.xlsx"
    dialog.contents.title.selectAll()
    qtbot.keyClicks(dialog.contents.title, "Mine")
    qtbot.keyClick(dialog.contents.language, Key.Key_C)
    assert dialog.request().title == "Mine"


def test_a_file_is_replaced_only_after_a_question(
    qtbot: QtBot, ask: Callable[..., ExportDialog], tmp_path: Path
) -> None:
    (tmp_path / "政策目标任务简报.docx").write_bytes(b"old")
    dialog = ask()
    qtbot.mouseClick(dialog.take, LEFT)
    assert dialog.question.text() == "政策目标任务简报.docx exists already. Replace it?"
    qtbot.keyClick(dialog.question, Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.take, LEFT)
    click_yes(qtbot, dialog.question)
    assert dialog.result() == ExportDialog.DialogCode.Accepted


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (" ", "Say which file to write."),
        ("{folder}/gone/a.docx", "There is no folder {folder}/gone."),
        ("{folder}/taken.docx", "There is a folder of that name."),
    ],
)
def test_a_file_that_cannot_be_is_refused_at_once(
    qtbot: QtBot, ask: Callable[..., ExportDialog], tmp_path: Path, typed: str, told: str
) -> None:
    (tmp_path / "taken.docx").mkdir()
    dialog = ask()
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, typed.format(folder=tmp_path))
    assert (dialog.told.text(), dialog.take.isEnabled()) == (told.format(folder=tmp_path), False)


def test_a_file_is_browsed_for_and_gets_its_ending(
    qtbot: QtBot, ask: Callable[..., ExportDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def chosen(*values: Any, options: Any) -> tuple[str, str]:
        asked.append((*values, options))
        return str(tmp_path / "v1.2"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    dialog = ask()
    qtbot.mouseClick(dialog.browse, LEFT)
    assert asked[0][2:4] == (str(tmp_path / "政策目标任务简报.docx"), ".docx (*.docx)")
    assert dialog.request().path == tmp_path / "v1.2.docx"


def test_without_open_documents_they_cannot_be_chosen(
    qtbot: QtBot, tmp_path: Path, workspace: Workspace
) -> None:
    source = ReportSource(workspace, "en", workspace)
    dialog = ExportDialog("web_page", SHELF, (), "", "en", tmp_path, source)
    qtbot.addWidget(dialog)
    assert not dialog.contents.open_ones.isEnabled()


def test_the_preview_holds_the_first_documents_of_a_long_report_and_says_so(
    qtbot: QtBot, tmp_path: Path, workspace: Workspace
) -> None:
    shelf = [shelved(number, f"{number}号要点", 2023, target=900) for number in range(1, 6)]
    source = ReportSource(workspace, "en", workspace)
    dialog = shown(qtbot, ExportDialog("briefing", shelf, (), "", "zh", tmp_path, source))
    assert dialog.seen().document_ids == (1, 2, 3)
    assert dialog.request().document_ids == (1, 2, 3, 4, 5)
    assert dialog.preview.cut.text().startswith("The first 3 of 5 documents")
    assert dialog.preview.cut.isVisible()
    dialog.contents.documents.tick([4, 5])
    assert dialog.seen().document_ids == (4, 5)
    assert not dialog.preview.cut.isVisible()


def test_a_check_that_fails_unexpectedly_is_told(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "about", lambda *_: [][1])
    source = ReportSource(workspace, "en", workspace)
    with qtbot.captureExceptions() as told:
        shown(qtbot, ExportDialog("target_sheet", [shelved(1)], (), "", "zh", tmp_path, source))
        qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert [kind for kind, *_ in told] == [IndexError]


def test_questions_are_listed_up_to_a_number_and_all_counted(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_source, "LISTED", 3)
    with workspace.store.step("suggest") as session:
        places = [{"document_id": 1, "start": at, "end": at + 5, "kind": "task"} for at in range(10)]
        passages.tag_all(session, [{**place, "state": "suggested"} for place in places])
    source = ReportSource(workspace, "en", workspace)
    dialog = shown(
        qtbot, ExportDialog("target_sheet", [shelved(1), shelved(2)], (), "", "zh", tmp_path, source)
    )
    qtbot.waitUntil(lambda: dialog.questions.list.count() == 3, timeout=10_000)
    total = int(dialog.questions.count.text().rpartition(" ")[2])
    assert total == len(checking.ask(workspace.store, (1, 2)))
