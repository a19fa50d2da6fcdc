"""The dialogs as the window opens them: what is asked for in them is done."""

import multiprocessing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.about_dialog import AboutDialog
from desktop.import_dialog import ImportDialog
from desktop.main_window import MainWindow
from desktop.properties_dialog import PropertiesDialog
from desktop.settings_dialog import SettingsDialog
from desktop.shortcuts_dialog import ShortcutsDialog
from desktop.trash_dialog import TrashDialog
from tests.desktop.conftest import PLAN
from tests.desktop.dialogs import LEFT, click_yes, type_over

Key = Qt.Key
Dialog = TypeVar("Dialog", bound=QDialog)


def opened(window: MainWindow, command: str, kind: type[Dialog]) -> Dialog:
    """The dialog that a command opens."""
    window.commands[command].trigger()
    (dialog,) = window.findChildren(kind)
    return dialog


def test_the_trash_shows_what_is_left_after_restoring_and_emptying(window: MainWindow, qtbot: QtBot) -> None:
    for document_id in (1, 2):
        window.desk.library.choose([document_id])
        window.commands["remove"].trigger()
    dialog = opened(window, "trash", TrashDialog)
    qtbot.keyClick(dialog.list, Key.Key_Return)
    assert [row.id for row in window.workspace.shelf()] == [2]
    assert dialog.list.topLevelItemCount() == 1
    qtbot.mouseClick(dialog.empty, LEFT)
    click_yes(qtbot, dialog.question)
    assert window.workspace.shelf(trashed=True) == []
    assert dialog.invitation.isVisible()


def test_properties_of_the_chosen_document_are_stored(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.library.choose([2])
    dialog = opened(window, "properties", PropertiesDialog)
    type_over(qtbot, dialog.form.editors["number"], "青工〔2032〕1号")
    type_over(qtbot, dialog.note, "已核对")
    qtbot.mouseClick(dialog.take, LEFT)
    stored = window.workspace.document(2)
    assert (stored.number, stored.note, stored.issuer) == ("青工〔2032〕1号", "已核对", "青禾市工业局")


def test_a_theme_chosen_in_the_settings_is_put_on(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, "settings", SettingsDialog)
    qtbot.keyClick(dialog.editors["theme"], Key.Key_D)
    qtbot.keyClick(dialog.editors["author"], Key.Key_Return)
    assert window.theme.name == "dark"


def test_a_file_that_the_project_has_is_known_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    copy, known = tmp_path / "copy.txt", window.workspace.document(1)
    copy.write_text(known.text, "gb18030")
    window.shelving.import_files([copy])
    (dialog,) = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: not dialog.reading.busy, timeout=20_000)
    assert next(iter(dialog.candidates)).known.startswith(f"Already in the project as “{known.title}”")
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert len(window.workspace.shelf()) == 2


@pytest.mark.parametrize("empty", [True, False])
def test_what_is_imported_is_chosen_and_opened_where_the_active_pane_is_empty(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, empty: bool
) -> None:
    paths = [tmp_path / f"{year}.txt" for year in (2033, 2034)]
    for path in paths:
        path.write_text(PLAN.replace("2031", path.stem), encoding="utf-8")
    if empty:
        window.desk.reading.split()
    window.shelving.import_files(paths)
    (dialog,) = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: not dialog.reading.busy, timeout=20_000)
    qtbot.keyClick(dialog.take, Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.library.chosen() == [3], timeout=20_000)
    assert window.desk.reading.shown_ids() == ([1, 3] if empty else [1])
    window.refresh.now()
    assert window.desk.library.chosen() == [3]


def test_a_window_closed_over_the_import_dialog_leaves_no_reader(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("青禾市工业局2033年工作计划\n", "utf-8")
    window.shelving.import_files([path])
    (dialog,) = window.findChildren(ImportDialog)
    assert dialog.reading.busy
    window.close()
    assert (dialog.isVisible(), multiprocessing.active_children()) == (False, [])


@pytest.mark.parametrize(("command", "kind"), [("about", AboutDialog), ("shortcuts", ShortcutsDialog)])
def test_pages_of_the_help_menu_open_and_enter_leaves_them(
    window: MainWindow, qtbot: QtBot, command: str, kind: type[QDialog]
) -> None:
    dialog = opened(window, command, kind)
    qtbot.keyClick(dialog, Key.Key_Return)
    assert not dialog.isVisible()
