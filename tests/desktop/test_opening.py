"""Which project is open: new, last, sample, recent; the start page and its files."""

import shutil
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from db import upgrade
from db.store import Store
from desktop import upgrading
from desktop.main_window import MainWindow
from desktop.settings import Memory, Settings, load
from desktop.upgrading import UpgradeDialog
from tests.db.make_old_project import PROJECTS


def problems(window: MainWindow) -> list[str]:
    return [box.text() for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_a_new_project_gets_the_usual_ending_and_is_open(
    bare_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "新项目"), ""))
    bare_window.commands["new"].trigger()
    assert bare_window.workspace.store.path == tmp_path / "新项目.cezhu"
    assert bare_window.pages.currentWidget() is bare_window.desk
    assert bare_window.windowTitle() == "新项目 – Cezhu"
    assert bare_window.desk.reading.shown_ids() == []


def test_a_project_seen_for_the_first_time_shows_its_last_two_years_side_by_side(
    bare_window: MainWindow, project: Path
) -> None:
    bare_window.opening.open(project)
    assert bare_window.desk.reading.shown_ids() == [1, 2]
    assert bare_window.desk.reading.document_id == 1


def test_a_new_project_never_replaces_a_file(bare_window: MainWindow, project: Path) -> None:
    before = project.read_bytes()
    assert not bare_window.opening.create(project)
    assert "工业.cezhu" in problems(bare_window)[0]
    assert project.read_bytes() == before


def test_a_chosen_project_is_opened_and_remembered(
    bare_window: MainWindow, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(project), ""))
    bare_window.commands["open"].trigger()
    assert bare_window.workspace.is_open
    assert load(Memory).recent == [str(project)]


def test_a_dialog_left_by_escape_changes_nothing(
    bare_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_a, **_k: ("", ""))
    bare_window.commands["open"].trigger()
    bare_window.commands["new"].trigger()
    assert not bare_window.workspace.is_open


def test_a_recent_project_that_is_gone_is_told_and_leaves_the_list(
    bare_window: MainWindow, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.cezhu"
    bare_window.memory.remember(gone)
    assert not bare_window.opening.open(gone)
    assert "gone.cezhu" in problems(bare_window)[0]
    assert bare_window.memory.recent == []


def test_a_last_project_that_is_gone_leads_to_the_start_page_without_a_word(
    bare_window: MainWindow, tmp_path: Path
) -> None:
    bare_window.memory.remember(tmp_path / "gone.cezhu")
    bare_window.opening.start(None)
    assert not bare_window.workspace.is_open
    assert problems(bare_window) == []


def test_the_last_project_stays_closed_where_the_settings_say_so(
    bare_window: MainWindow, project: Path
) -> None:
    bare_window.memory.remember(project)
    bare_window.settings.reopen = False
    bare_window.opening.start(None)
    assert not bare_window.workspace.is_open


def test_the_first_start_offers_the_sample_project_and_builds_it(
    bare_window: MainWindow, qtbot: QtBot, home: Path
) -> None:
    qtbot.mouseClick(bare_window.start_page.cards[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bare_window.workspace.is_open, timeout=20_000)
    assert bare_window.workspace.store.path.parent == home
    assert len(bare_window.workspace.shelf()) == 2
    bare_window.workspace.close()
    bare_window.commands["sample"].trigger()
    assert bare_window.workspace.is_open


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_card_in_focus_is_opened_by_enter_and_space(
    bare_window: MainWindow, project: Path, home: Path, key: Qt.Key, qtbot: QtBot
) -> None:
    sample = project.rename(home / "Sample project.cezhu")
    focused = bare_window.focusWidget()
    assert focused is bare_window.start_page.cards[0]
    qtbot.keyClick(focused, key)
    assert bare_window.workspace.store.path == sample


def test_a_project_that_is_closed_leaves_the_keyboard_on_the_start_page(
    bare_window: MainWindow, project: Path, qtbot: QtBot
) -> None:
    bare_window.opening.open(project)
    bare_window.workspace.close()
    assert bare_window.focusWidget() is bare_window.start_page.cards[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_recent_project_in_focus_is_opened_by_enter_and_space(
    bare_window: MainWindow, project: Path, key: Qt.Key, qtbot: QtBot
) -> None:
    bare_window.start_page.show_recent([str(project)])
    (line,) = bare_window.start_page.recent
    line.setFocus()
    qtbot.keyClick(line, key)
    assert bare_window.workspace.store.path == project


def test_the_sample_cannot_be_asked_for_again_while_it_is_built(
    bare_window: MainWindow, qtbot: QtBot
) -> None:
    card, opened = bare_window.start_page.cards[0], []
    bare_window.workspace.opened.connect(lambda: opened.append(bare_window.workspace.writable))
    card.click()
    bare_window.refresh.enable()
    assert not card.isEnabled()
    card.click()
    bare_window.commands["sample"].trigger()
    qtbot.waitUntil(lambda: bare_window.workspace.is_open, timeout=20_000)
    qtbot.waitUntil(bare_window.commands["sample"].isEnabled)
    assert opened == [True]
    assert problems(bare_window) == []


def test_a_cancelled_sample_leaves_no_file_and_can_be_built_later(
    bare_window: MainWindow, qtbot: QtBot, home: Path
) -> None:
    card = bare_window.start_page.cards[0]
    card.click()
    qtbot.mouseClick(bare_window.status.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bare_window.status.news.text() == "The sample project was not built.")
    assert not [path for path in home.iterdir() if "Sample" in path.name]
    assert card.isEnabled()
    assert not bare_window.workspace.is_open


def test_recent_projects_stand_in_the_menu_and_can_be_cleared(
    window: MainWindow, tmp_path: Path, project: Path
) -> None:
    window.memory.remember(tmp_path / "other.cezhu")
    menu = window.commands.menus["&File/Open &recent"]
    menu.aboutToShow.emit()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()][:2] == ["other", "工业"]
    window.commands["forget_recent"].trigger()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "工业",
        "&Clear this list",
    ]


def test_the_window_opens_with_the_project_asked_for(qtbot: QtBot, project: Path) -> None:
    window = MainWindow(Settings(theme="light"), Memory(), "en")
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.begin(project)
    assert window.workspace.store.path == project
    window.close()


def test_a_window_closed_before_it_is_furnished_ends_quietly(qtbot: QtBot) -> None:
    window = MainWindow(Settings(theme="light"), Memory(), "en")
    qtbot.addWidget(window)
    window.show()
    assert window.close()


def test_new_projects_are_proposed_where_documents_are_kept_not_beside_the_sample(
    bare_window: MainWindow, project: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    asked: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *given, **_k: (asked.append(given[2]), ("", ""))[1]
    )
    bare_window.opening.open(project.rename(home / "示例.cezhu"))
    bare_window.commands["new"].trigger()
    assert Path(asked[0]).parent == Path(documents)


def test_the_window_first_fits_the_screen_with_room_for_its_title_bar(bare_window: MainWindow) -> None:
    room = bare_window.screen().availableSize()
    assert bare_window.width() <= room.width()
    assert bare_window.height() <= room.height() - 40


def test_an_older_project_is_brought_up_to_date_behind_a_dialog(
    bare_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = Path(shutil.copy(PROJECTS / "schema-0002.cezhu", tmp_path / "旧.cezhu"))
    seen: list[str] = []
    going_on = Event()

    def wait_and_open(path: Path) -> Store:
        assert going_on.wait(5)
        return Store.open(path)

    def look() -> None:
        dialog = bare_window.findChild(UpgradeDialog)
        assert dialog is not None and dialog.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        seen.extend(label.text() for label in dialog.findChildren(QLabel) if dialog.isVisible())
        going_on.set()

    monkeypatch.setattr(upgrading, "Store", SimpleNamespace(open=wait_and_open))
    QTimer.singleShot(50, look)
    assert bare_window.opening.open(older)
    assert seen[0] == "Bringing “旧” up to date…"
    assert bare_window.workspace.writable
    assert (tmp_path / "旧.schema-0002.cezhu").exists()


def test_an_older_project_that_cannot_be_brought_up_to_date_is_told(
    bare_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = Path(shutil.copy(PROJECTS / "schema-0002.cezhu", tmp_path / "旧.cezhu"))
    monkeypatch.setattr(upgrade, "MIGRATIONS", tmp_path / "none")
    assert not bare_window.opening.open(older)
    assert "could not be upgraded" in problems(bare_window)[0]
    assert not bare_window.workspace.is_open
