"""A line to filter or search by, which keeps undo for itself only while it has something to take back."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from desktop import icons

CLEAR = "_q_qlineeditclearaction"
"""What Qt calls the action of its button that clears a line."""


class FilterField(QLineEdit):
    """Qt's line editor claims Ctrl+Z also when empty; the analyst means the project then."""

    def setClearButtonEnabled(self, enable: bool) -> None:
        super().setClearButtonEnabled(enable)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        """Let the button that clears look like the other icons."""
        clear = self.findChild(QAction, CLEAR)
        if clear is not None:
            clear.setIcon(icons.quiet("close", self))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)
