"""Commands with Ctrl while an editor has the keyboard that takes such keys for itself, as on X11."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


class Greedy(QLineEdit):
    """Claims every key, those with Ctrl too."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)


def typed_into(window: MainWindow, qtbot: QtBot, key: Qt.Key, name: str) -> tuple[list[str], str]:
    """What is given of a command when its key is typed behind abc, and what stands there then."""
    given: list[str] = []
    window.commands[name].triggered.disconnect()
    window.commands[name].triggered.connect(lambda: given.append(name))
    window.commands[name].setEnabled(True)
    field = Greedy(window.desk)
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, key, CONTROL)
    return given, field.text()


def test_a_command_is_given_while_words_are_typed(window: MainWindow, qtbot: QtBot) -> None:
    assert typed_into(window, qtbot, Qt.Key.Key_E, "briefing") == (["briefing"], "abc")


def test_what_was_typed_is_taken_back_before_anything_else(window: MainWindow, qtbot: QtBot) -> None:
    assert typed_into(window, qtbot, Qt.Key.Key_Z, "undo") == ([], "")


def test_a_word_deleted_in_a_field_removes_no_document(window: MainWindow, qtbot: QtBot) -> None:
    given: list[str] = []
    window.commands["remove"].triggered.disconnect()
    window.commands["remove"].triggered.connect(lambda: given.append("remove"))
    window.commands["remove"].setEnabled(True)
    field = QLineEdit(window.desk)
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    field.setCursorPosition(0)
    qtbot.keyClick(field, Qt.Key.Key_Delete, CONTROL)
    assert given == []
