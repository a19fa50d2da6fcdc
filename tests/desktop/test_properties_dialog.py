"""The properties of a document in the project."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.properties_dialog import PropertiesDialog
from tests.desktop.dialogs import LEFT, shown, type_over
from tests.desktop.shelves import shelved

Key = Qt.Key


@pytest.fixture
def dialog(qtbot: QtBot) -> PropertiesDialog:
    return shown(qtbot, PropertiesDialog(shelved(1, task=3, target=4), "旧注", None))


def editor(dialog: PropertiesDialog, name: str) -> Any:
    return dialog.form.editors[name]


def test_a_document_left_as_it_is_has_no_changes(qtbot: QtBot, dialog: PropertiesDialog) -> None:
    qtbot.keyClick(editor(dialog, "title"), Key.Key_Return)
    assert (dialog.result(), dialog.changes()) == (PropertiesDialog.DialogCode.Accepted, {})


def test_only_what_differs_is_given(qtbot: QtBot, dialog: PropertiesDialog) -> None:
    type_over(qtbot, editor(dialog, "title"), "二〇二三年工作要点")
    type_over(qtbot, editor(dialog, "number"), "")
    type_over(qtbot, editor(dialog, "issued"), "2023年2月1日")
    type_over(qtbot, editor(dialog, "reference_year"), "２０２２年")
    type_over(qtbot, dialog.note, "新注")
    qtbot.mouseClick(dialog.take, LEFT)
    assert dialog.changes() == {
        "title": "二〇二三年工作要点",
        "number": None,
        "issued": date(2023, 2, 1),
        "reference_year": 2022,
        "note": "新注",
    }


def test_a_note_taken_away_is_an_empty_text(qtbot: QtBot, dialog: PropertiesDialog) -> None:
    type_over(qtbot, dialog.note, "")
    qtbot.mouseClick(dialog.take, LEFT)
    assert dialog.changes() == {"note": ""}


@pytest.mark.parametrize(("name", "words"), [("reference_year", "23"), ("issued", "去年")])
def test_what_cannot_be_read_keeps_the_dialog_open(
    qtbot: QtBot, dialog: PropertiesDialog, name: str, words: str
) -> None:
    type_over(qtbot, editor(dialog, name), words)
    qtbot.mouseClick(dialog.take, LEFT)
    assert dialog.isVisible() and dialog.focusWidget() is editor(dialog, name)
    qtbot.keyClick(editor(dialog, name), Key.Key_Escape)  # gives the old value back
    qtbot.mouseClick(dialog.take, LEFT)
    assert dialog.changes() == {}


def test_the_facts_of_the_import_are_told(dialog: PropertiesDialog) -> None:
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"工作要点.txt", "Plain text", "3,210", "7"} <= set(said)
    assert any(words.startswith(("2024-04-30 ", "2024-05-01 ")) for words in said)
