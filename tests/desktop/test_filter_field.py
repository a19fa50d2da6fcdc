"""Whose undo Ctrl+Z is in a line that filters."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.filter_field import CLEAR, FilterField
from desktop.theme import DARK, LIGHT, palette

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


def test_the_button_that_clears_is_drawn_in_the_quiet_ink_of_the_theme(qtbot: QtBot) -> None:
    field = FilterField()
    qtbot.addWidget(field)
    field.setClearButtonEnabled(True)
    clear = field.findChild(QAction, CLEAR)
    assert isinstance(clear, QAction)
    inks = []
    for theme in (LIGHT, DARK):
        field.setPalette(palette(theme))
        picture = clear.icon().pixmap(20, 20).toImage()
        darkest = max(
            (picture.pixelColor(x, y) for x in range(20) for y in range(20)), key=lambda ink: ink.alpha()
        )
        inks.append(darkest.name())
    assert inks == [LIGHT.muted, DARK.muted]
