"""Keys of the window that Qt's editors would take for themselves.

On X11 an editor goes to the end of the line with Ctrl+E and deletes it with Ctrl+U, as Emacs does. It claims
such a key before the window is asked, so that a command would do nothing while words are being typed.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop.commands import COMMANDS

EDITORS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
EDITORS_OWN = ("undo", "redo")
"""Commands an editor may claim: it has something of its own to take back."""
DELETES_WORD = QKeySequence("Ctrl+Delete")
"""An editor deletes a word with it and does not claim it; the window would remove a document."""


class WindowKeys(QObject):
    """Keeps the commands with Ctrl and a letter for the window, whichever editor has the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._keys = {
            QKeySequence(keys)
            for command in COMMANDS
            for keys in command.keys.split(", ")
            if command.id not in EDITORS_OWN and _with_letter(keys)
        }
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let nobody claim such a key; where its command cannot be given, the editor gets it after all."""
        claim = event.type() == QEvent.Type.ShortcutOverride
        if claim and isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) in self._keys:
            event.ignore()
            return True
        if claim and isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) == DELETES_WORD:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, EDITORS):
            now.installEventFilter(self)


def _with_letter(keys: str) -> bool:
    """Whether keys are Ctrl, perhaps Shift, and a letter."""
    *held, last = keys.split("+")
    return "Ctrl" in held and "Alt" not in held and len(last) == 1 and last.isalpha()
