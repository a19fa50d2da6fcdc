"""Removed documents come back, or go for good after a question."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.trash_dialog import TrashDialog
from tests.desktop.dialogs import LEFT, click_yes, shown
from tests.desktop.shelves import shelved

Key = Qt.Key
ROWS = [
    shelved(1, "先删的", trashed=datetime(2024, 6, 1), task=1, policy=2),
    shelved(2, "后删的", trashed=datetime(2024, 6, 2)),
]


@pytest.fixture
def dialog(qtbot: QtBot) -> TrashDialog:
    return shown(qtbot, TrashDialog(ROWS, None))


@pytest.fixture
def asked(dialog: TrashDialog) -> list[Any]:
    heard: list[Any] = []
    dialog.restore_requested.connect(heard.append)
    dialog.empty_requested.connect(lambda: heard.append("empty"))
    return heard


def test_the_last_removed_stands_first_and_is_restored_by_enter(
    qtbot: QtBot, dialog: TrashDialog, asked: list[Any]
) -> None:
    qtbot.keyClick(dialog.list, Key.Key_Return)
    assert asked == [[2]]
    assert dialog.isVisible()


def test_several_are_restored_at_once(qtbot: QtBot, dialog: TrashDialog, asked: list[Any]) -> None:
    qtbot.keyClick(dialog.list, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(dialog.restore, LEFT)
    assert sorted(asked[0]) == [1, 2]
    dialog.show([])
    assert (dialog.restore.isEnabled(), dialog.empty.isEnabled()) == (False, False)
    assert dialog.invitation.isVisible()


def test_a_double_click_restores(qtbot: QtBot, dialog: TrashDialog, asked: list[Any]) -> None:
    item = dialog.list.topLevelItem(1)
    assert item
    place = dialog.list.visualItemRect(item).center()
    qtbot.mouseClick(dialog.list.viewport(), LEFT, pos=place)
    qtbot.mouseDClick(dialog.list.viewport(), LEFT, pos=place)
    assert asked == [[1]]


def test_the_trash_is_emptied_only_after_a_question(
    qtbot: QtBot, dialog: TrashDialog, asked: list[Any]
) -> None:
    qtbot.mouseClick(dialog.empty, LEFT)
    assert dialog.question.text() == "Delete what is in the trash for good? Documents: 2."
    assert "Nothing that was done before can be undone" in dialog.question.informativeText()
    qtbot.keyClick(dialog.question, Key.Key_Return)
    assert asked == []
    qtbot.mouseClick(dialog.empty, LEFT)
    click_yes(qtbot, dialog.question)
    assert asked == ["empty"]


def test_esc_closes_without_asking_for_anything(qtbot: QtBot, dialog: TrashDialog, asked: list[Any]) -> None:
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert (dialog.isVisible(), asked) == (False, [])
