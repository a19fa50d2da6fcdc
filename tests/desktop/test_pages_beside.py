"""Shift+F4: the pages beside the text, in a pane that goes as it came."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.pane_row import MOST
from tests.desktop.printed import booklet, imported


@pytest.fixture
def printed(window: MainWindow, tmp_path: Path) -> int:
    """A document with pages in the first of two panes, the report of 2032 in the second."""
    window.resize(1600, 1000)
    document_id = imported(window, booklet(2), tmp_path)
    window.desk.reading.open_beside(2)
    window.desk.reading.activate(window.desk.reading.frames[0])
    window.desk.reading.open(document_id)
    return document_id


def shown(window: MainWindow) -> list[tuple[int | None, bool]]:
    return [(frame.document_id, frame.shows_page) for frame in window.desk.reading.frames]


def press(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.desk.reading.pane, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)


def test_no_document_gives_way_to_the_pages_and_the_same_key_closes_them(
    window: MainWindow, printed: int, qtbot: QtBot
) -> None:
    press(window, qtbot)
    assert shown(window) == [(printed, False), (printed, True), (2, False)]
    assert window.commands["linked"].isChecked()
    press(window, qtbot)
    assert shown(window) == [(printed, False), (2, False)]
    assert window.desk.reading.active is window.desk.reading.frames[0]
    assert window.desk.reading.pane.hasFocus()
    assert not window.commands["linked"].isChecked()


def test_panes_that_scrolled_together_before_still_do_afterwards(
    window: MainWindow, printed: int, qtbot: QtBot
) -> None:
    window.commands["linked"].setChecked(True)
    press(window, qtbot)
    press(window, qtbot)
    assert window.commands["linked"].isChecked()


def test_beside_pages_the_text_is_shown(window: MainWindow, printed: int, qtbot: QtBot) -> None:
    qtbot.keyClick(window.desk.reading.pane, Qt.Key.Key_F4)
    press(window, qtbot)
    assert shown(window) == [(printed, True), (printed, False), (2, False)]
    press(window, qtbot)
    assert shown(window) == [(printed, True), (2, False)]


def test_a_pane_that_shows_another_document_by_then_is_not_closed(
    window: MainWindow, printed: int, qtbot: QtBot
) -> None:
    press(window, qtbot)
    window.desk.reading.open(1)
    window.desk.reading.activate(window.desk.reading.frames[0])
    press(window, qtbot)
    assert shown(window) == [(printed, False), (printed, True), (1, False), (2, False)]


def test_an_empty_pane_is_used(window: MainWindow, printed: int, qtbot: QtBot) -> None:
    window.desk.reading.set_count(MOST)
    window.desk.reading.activate(window.desk.reading.frames[0])
    press(window, qtbot)
    assert shown(window) == [(printed, False), (2, False), (printed, True), (None, False)]


def test_four_documents_stay_where_they_are_and_it_is_said(
    window: MainWindow, printed: int, qtbot: QtBot
) -> None:
    reading = window.desk.reading
    reading.set_count(MOST)
    for frame in reading.frames[2:]:
        reading.activate(frame)
        reading.open(1)
    reading.activate(reading.frames[0])
    press(window, qtbot)
    assert [document_id for document_id, _page in shown(window)] == [printed, 2, 1, 1]
    assert window.status.currentMessage().startswith("All four panes are in use")
