"""REFI-QDA files in the window: taken over in one step, with what had no place told."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.export_dialog import ExportDialog
from desktop.main_window import MainWindow
from exporters import EXPORTERS
from tests.importers.refi_files import GROWTH, INDUSTRY, of, package, qde, source

QUOTE = "规模以上工业增加值增长7%"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "{项目}.qdpx"


def told(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    """The message that comes when the work is done."""
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=10_000)
    (box,) = window.findChildren(QMessageBox)
    return box


def test_a_project_of_another_program_is_taken_over_and_can_be_undone(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    selections = of(QUOTE, GROWTH), of("推进数字工厂", INDUSTRY)
    before = len(window.workspace.shelf())
    window.shelving.import_files([package(path, qde(source(*selections) + '<AudioSource guid="1"/>'))])
    box = told(window, qtbot)
    assert box.text() == "{项目}.qdpx is taken over."
    assert box.informativeText().splitlines() == [
        "New: 1 document, 2 passages, 3 labels.",
        "",
        "What had no place:",
        "1 recordings of sound, with their transcripts",
        "1 selections of no kind, which wait as suggested tasks",
    ]
    box.close()
    assert len(window.workspace.shelf()) == before + 1
    window.commands["undo"].trigger()
    assert len(window.workspace.shelf()) == before


def test_a_broken_file_is_told_and_changes_nothing(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    path.write_bytes(b"PK")
    before = window.workspace.shelf()
    window.shelving.take_over(path)
    box = told(window, qtbot)
    assert "is no whole REFI-QDA file" in box.text() + box.informativeText()
    box.close()
    assert window.workspace.shelf() == before


@pytest.mark.parametrize("form", [exporter.name for exporter in EXPORTERS[3:]])
def test_the_dialog_writes_every_other_form_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, form: str
) -> None:
    window.commands[form].trigger()
    (dialog,) = window.findChildren(ExportDialog)
    path = Path(dialog.path.text())
    dialog.path.setText(str(tmp_path / path.name))
    dialog.accept()
    box = told(window, qtbot)
    assert (tmp_path / path.name).stat().st_size > 300
    assert box.text().endswith("is written.")
    box.close()
