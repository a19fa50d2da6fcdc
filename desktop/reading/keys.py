"""What the keyboard does in a pane: move the caret, extend the selection, and the pane's own commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.reading.moves import UPRIGHT, Move, move_keys

if TYPE_CHECKING:
    from desktop.reading.reader import Reader

Key = QKeySequence | QKeySequence.StandardKey
Call = Callable[[], object]


class Keys:
    """Reads the keys of one pane."""

    def __init__(self, pane: Reader) -> None:
        self._pane = pane
        self._x: float | None = None
        """What the caret keeps to while it moves up and down."""
        self._calls = dict(_spelled_out(_calls(pane)))

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False where it asks for nothing."""
        key = QKeySequence(event.keyCombination())
        if move := move_keys().get(key):
            self._move(*move)
        elif call := self._calls.get(key):
            call()
        else:
            return False
        return True

    def forget_x(self) -> None:
        """The caret was put somewhere by other means than an arrow."""
        self._x = None

    def _move(self, move: Move, extends: bool) -> None:
        pane, cursor = self._pane, self._pane.chosen
        if not pane.flow.rows:
            return
        if self._x is None or move not in UPRIGHT:
            self._x = pane.flow.caret(cursor.caret).x()
        offset = move(pane.flow, cursor.caret, self._x, pane.verticalScrollBar().pageStep())
        if move not in UPRIGHT:
            self._x = None
        if extends:
            cursor.extend(offset)
        else:
            cursor.place(offset)
        pane.show_cursor(follow=True)


def _calls(pane: Reader) -> Iterator[tuple[Key, Call]]:
    yield QKeySequence.StandardKey.Copy, pane.copy
    yield QKeySequence.StandardKey.SelectAll, pane.select_all
    yield QKeySequence.StandardKey.Find, pane.show_find
    yield QKeySequence("F3"), pane.find_next
    yield QKeySequence("Shift+F3"), lambda: pane.find_next(-1)
    yield QKeySequence("Ctrl+Up"), pane.widen
    yield QKeySequence("Ctrl+Down"), pane.narrow
    yield QKeySequence("Ctrl+Return"), pane.open_beside_requested.emit
    yield QKeySequence("Esc"), pane.leave
    yield QKeySequence("Return"), pane.entered.emit
    yield QKeySequence("Enter"), pane.entered.emit


def _spelled_out(calls: Iterator[tuple[Key, Call]]) -> Iterator[tuple[QKeySequence, Call]]:
    for key, call in calls:
        keys = QKeySequence.keyBindings(key) if isinstance(key, QKeySequence.StandardKey) else [key]
        yield from ((one, call) for one in keys)
