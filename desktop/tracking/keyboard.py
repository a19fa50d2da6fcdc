"""Where the keyboard is in a view of years, and which keys are its own there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

OWN = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
"""Besides letters and digits."""


def turn(stack: QStackedWidget, page: QWidget, keyboard: QWidget) -> None:
    """Show another page of a stack; where the keyboard was in the page that goes, it comes along."""
    there, gone = QApplication.focusWidget(), stack.currentWidget()
    stack.setCurrentWidget(page)
    if there and gone and gone is not page and gone.isAncestorOf(there):
        keyboard.setFocus()


def types(event: QKeyEvent) -> bool:
    """Whether a key writes or deletes a character: in the window such keys are about the document."""
    plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return plain and (event.key() in OWN or (bool(event.text()) and event.text().isprintable()))
