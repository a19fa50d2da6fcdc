"""What the tests of the dialogs do again and again."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMessageBox

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot, dialog):
    """The dialog on the screen."""
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def click_box(qtbot, box):
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))


def type_over(qtbot, editor, words):
    """Put words in place of those in an editor, as an input method commits them."""
    qtbot.mouseClick(editor, LEFT)
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(editor, event)


def click_yes(qtbot, question):
    """Answer a question by the button that does what is asked."""
    accept = QMessageBox.ButtonRole.AcceptRole
    (yes,) = [button for button in question.buttons() if question.buttonRole(button) == accept]
    qtbot.mouseClick(yes, LEFT)
