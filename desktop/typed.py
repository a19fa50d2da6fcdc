"""What editors of words have in common: when words are taken as a value, and when they are given back."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from db.kinds import Field
from desktop.field_values import Unreadable, read

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Typed:
    """What editors of words share: a held value, and the words that may become the next one."""

    field: Field
    language: str
    held: Any = None
    several = False
    written = ""
    """The words shown before anything was typed."""

    def words(self) -> str:
        raise NotImplementedError

    def write(self, words: str) -> None:
        raise NotImplementedError

    def announce(self, value: Any) -> None:
        raise NotImplementedError

    def modified(self) -> bool:
        """Whether other words stand there than were shown. (Qt's own flag knows nothing of completions.)"""
        return self.words() != self.written

    def readable(self) -> bool:
        try:
            read(self.field, self.words())
        except Unreadable:
            return False
        return True

    def value(self) -> Any:
        """What is typed, or what is held while nothing was typed; Unreadable where it makes no value."""
        return read(self.field, self.words()) if self.modified() else self.held

    def hold(self, value: Any, several: bool = False) -> None:
        """Take the value as the one Esc restores, leaving what is being typed."""
        self.held, self.several = (None if several or value == "" else value), several

    def set_value(self, value: Any, several: bool = False) -> None:
        """Hold the value and show it; `several` stands for values that differ."""
        self.hold(value, several)
        self.restore()

    def restore(self) -> None:
        self.written = self.field.shown(self.held, self.language)
        self.write(self.written)

    def confirm(self) -> None:
        """Hold what was typed and announce it, where it is readable and another value than before."""
        if not self.modified() or not self.readable():
            return
        value = self.value()
        changed = self.several or value != self.held
        self.set_value(value)
        if changed:
            self.announce(value)

    def answers_shortcut(self, event: QEvent) -> bool:
        """Take Esc for itself while words are being typed; leave undo and redo to the window otherwise."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if self.modified() and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        if undoes and not self.modified():
            event.ignore()
            return True
        return False
