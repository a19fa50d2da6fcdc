"""Whose undo Ctrl+Z is in a line that filters."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.filter_field import FilterField

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_z_is_the_windows_until_something_was_typed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field, undone = FilterField(window), []
    action = QAction(window, shortcut=QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda: undone.append(field.text()))
    window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert undone == [""]
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert (undone, field.text()) == ([""], "")
