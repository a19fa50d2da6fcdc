"""Undo and redo tell what they did."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from tests.desktop.test_window import press, select
from workbench import verbs


def test_the_status_line_names_the_step_undone_and_the_one_redone(window: MainWindow, qtbot: QtBot) -> None:
    select(window)
    press(qtbot, window, "1")
    window.refresh.now()
    press(qtbot, window, "Ctrl+Z")
    assert window.status.currentMessage() == "Undone: tag"
    window.refresh.now()
    press(qtbot, window, "Ctrl+Shift+Z")
    assert window.status.currentMessage() == "Redone: tag"


def test_it_tells_how_many_passages_came_back_where_there_are_several(
    window: MainWindow, qtbot: QtBot
) -> None:
    ids = [span.id for document in (1, 2) for span in window.workspace.spans(document)]
    window.workspace.do(verbs.untag, ids)
    window.refresh.now()
    press(qtbot, window, "Ctrl+Z")
    assert window.status.currentMessage() == f"Undone: untag ({len(ids)} passages)"


def test_the_sample_opens_with_nothing_to_undo(bare_window: MainWindow, qtbot: QtBot) -> None:
    bare_window.commands["sample"].trigger()
    qtbot.waitUntil(lambda: bare_window.workspace.is_open, timeout=20_000)
    tagged = len(bare_window.workspace.spans(1))
    bare_window.refresh.now()
    assert not bare_window.commands["undo"].isEnabled()
    qtbot.keyClick(bare_window.desk.reading.pane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(bare_window.workspace.spans(1)) == tagged
