"""What happens to words and work when a project or the window is closed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

import importers
from db import ledgers
from db.problems import Problem
from db.project_file import DiskFailed
from db.store import Store
from desktop.field_editors import LineEditor
from desktop.import_dialog import ImportDialog
from desktop.main_window import MainWindow
from desktop.settings import Memory, load
from workbench import verbs


def close_project(window: MainWindow, _other: Path) -> None:
    window.commands["close_project"].trigger()


def close_window(window: MainWindow, _other: Path) -> None:
    window.close()


def open_another(window: MainWindow, other: Path) -> None:
    assert window.opening.open(other)


ENDS = (close_project, close_window, open_another)


@pytest.fixture
def other(master: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(master, tmp_path / "其他.cezhu"))


def stored(project: Path) -> ledgers.Row:
    """The one target of the first document."""
    with Store.open(project) as store, store.read() as session:
        (row,) = ledgers.rows(session, "target", [1])
        return row


@pytest.mark.parametrize("end", ENDS)
def test_a_note_being_typed_is_stored_when_its_project_ends(
    window: MainWindow, qtbot: QtBot, project: Path, other: Path, end: Callable[[MainWindow, Path], None]
) -> None:
    (span,) = window.workspace.spans(1)
    window.desk.reading.pane.click_passage([span.id])
    qtbot.waitUntil(lambda: window.desk.inspector.ids() == [span.id])
    window.desk.inspector.note.setFocus()
    window.desk.inspector.note.insertPlainText("与上年口径一致")
    end(window, other)
    qtbot.wait(200)  # whatever comes later, nothing asks for the store that is gone
    assert not window.workspace.is_open or window.workspace.store.path == other
    window.workspace.close()
    assert stored(project).note == "与上年口径一致"
    assert stored(other).note == ""


@pytest.mark.parametrize("end", ENDS)
def test_what_stands_open_is_remembered_when_its_project_ends(
    window: MainWindow, project: Path, other: Path, end: Callable[[MainWindow, Path], None]
) -> None:
    window.desk.reading.set_count(3)
    window.desk.reading.open(2)
    panes = window.desk.reading.state()
    end(window, other)
    assert load(Memory).open[str(project)]["panes"] == panes


@pytest.mark.parametrize("end", ENDS)
def test_a_cell_being_edited_is_stored_when_its_project_ends(
    window: MainWindow, qtbot: QtBot, project: Path, other: Path, end: Callable[[MainWindow, Path], None]
) -> None:
    window.desk.ledgers.show_tab("target")
    qtbot.waitUntil(lambda: len(window.desk.ledgers.page.model.rows) == 2)
    view = window.desk.ledgers.page.view
    column = next(n for n, each in enumerate(view.ledger.columns) if each.field.name == "indicator")
    place = next(n for n, row in enumerate(view.ledger.shown) if row.document_id == 1)
    view.setCurrentIndex(view.ledger.index(place, column))
    view.edit(view.currentIndex())
    (editor,) = view.viewport().findChildren(LineEditor)
    editor.setText("高新技术企业数量")
    end(window, other)
    qtbot.wait(200)
    window.workspace.close()
    assert "高新技术企业数量" in stored(project).fields
    assert "高新技术企业数量" not in stored(other).fields


def test_a_project_that_cannot_be_tidied_up_is_let_go_and_told(
    window: MainWindow, project: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = window.workspace.store
    close = store.close

    def fail() -> None:
        close()
        raise DiskFailed(path=project, reason="disk I/O error")

    monkeypatch.setattr(store, "close", fail)
    assert window.opening.open(other)
    assert window.workspace.store.path == other
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert "The disk of" in box.text()


def plans(folder: Path, count: int) -> list[importers.Imported]:
    """So many documents, read but not stored."""
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"青禾市第{path.stem}科工作计划\n全年培训{path.stem}00人次。\n", "utf-8")
    return [importers.read(path) for path in paths]


def test_an_import_ends_with_its_project_and_never_goes_on_in_another(
    window: MainWindow, qtbot: QtBot, other: Path, project: Path, tmp_path: Path
) -> None:
    window.shelving.add(plans(tmp_path, 6))
    qtbot.waitUntil(lambda: len(window.workspace.shelf()) > 3)
    assert window.opening.open(other)
    qtbot.waitUntil(lambda: "were not imported" in window.status.news.text())
    assert len(window.workspace.shelf()) == 2
    with Store.open(project) as store:
        left = 8 - len(verbs.gather(store).documents)
    assert window.status.news.text() == f"{left} of 6 documents were not imported."


def test_an_export_begun_during_an_import_leaves_the_import_whole(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.shelving.add(plans(tmp_path, 6))
    window.commands["sample"].trigger()
    assert "waits" in window.status.news.text()
    shelves: list[int] = []
    window.workspace.closing.connect(lambda: shelves.append(len(window.workspace.shelf())))
    qtbot.waitUntil(lambda: shelves != [], timeout=20_000)
    assert shelves == [8]


def test_problems_of_one_import_stand_in_one_box(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Spilt(Problem):
        sentence = "{name} could not be stored."

    def fail(_store: Store, imported: importers.Imported) -> None:
        raise Spilt(name=imported.document.source_name)

    monkeypatch.setattr(verbs, "import_document", fail)
    window.shelving.add(plans(tmp_path, 3))
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    qtbot.wait(50)
    (box,) = window.findChildren(QMessageBox)
    assert box.text().split("\n\n") == [f"{number}.txt could not be stored." for number in range(3)]
    assert window.status.news.text() == "3 of 3 documents were not imported."
    box.close()


def test_a_dialog_about_a_project_goes_with_it(window: MainWindow, tmp_path: Path) -> None:
    window.shelving.import_files([])
    (dialog,) = window.findChildren(ImportDialog)
    window.workspace.close()
    assert not dialog.isVisible()
