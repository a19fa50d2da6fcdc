"""Settings, built from their declarations."""

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.settings_dialog import SettingsDialog
from tests.desktop.dialogs import click_box, shown, type_over

Key = Qt.Key


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    return shown(qtbot, SettingsDialog(Settings(author="林晓", reading_family="Gone", steps=50)))


def test_every_setting_has_a_line_and_comes_back_unchanged(dialog: SettingsDialog) -> None:
    assert list(dialog.editors) == [field.name for field in fields(Settings)]
    assert dialog.settings() == Settings(author="林晓", reading_family="Gone", steps=50)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    for field in fields(Settings):
        shape = field.metadata["shape"]
        wanted = {shape.group, shape.hint} - {""} | ({shape.text} if shape.form != "flag" else set())
        assert wanted <= said


def test_settings_are_changed_by_keys_and_clicks(qtbot: QtBot, dialog: SettingsDialog) -> None:
    given = dialog.settings()
    type_over(qtbot, dialog.editors["author"], " 周宁 ")
    qtbot.keyClick(dialog.editors["theme"], Key.Key_D)
    qtbot.keyClick(dialog.editors["language"], Key.Key_Down)
    qtbot.keyClick(dialog.editors["reading_family"], Key.Key_Home)
    qtbot.keyClick(dialog.editors["reading_points"], Key.Key_Up)
    click_box(qtbot, dialog.editors["reopen"])
    assert dialog.settings() == replace(
        given,
        author="周宁",
        theme="dark",
        language="en",
        reading_family="",
        reading_points=14,
        reopen=False,
    )
    qtbot.keyClick(dialog.editors["author"], Key.Key_Return)
    assert dialog.result() == SettingsDialog.DialogCode.Accepted


def test_a_number_stays_within_its_bounds(qtbot: QtBot, dialog: SettingsDialog) -> None:
    type_over(qtbot, dialog.editors["steps"], "3")
    qtbot.keyClick(dialog.editors["steps"], Key.Key_Tab)
    assert dialog.settings().steps == 10


@pytest.mark.parametrize("name", ["theme", "steps"])
def test_the_wheel_changes_nothing_in_passing(dialog: SettingsDialog, name: str) -> None:
    editor = dialog.editors[name]
    before, down = dialog.settings(), QPoint(0, -120)
    place = QPointF(editor.rect().center())
    none, still = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(editor, QWheelEvent(place, place, QPoint(), down, none, plain, still, False))
    assert dialog.settings() == before


def test_no_words_are_cut(dialog: SettingsDialog) -> None:
    for part in (*dialog.findChildren(QCheckBox), *dialog.findChildren(QLabel)):
        if part.isVisible() and not (isinstance(part, QLabel) and part.wordWrap()):
            assert part.width() >= part.sizeHint().width(), part.text()
