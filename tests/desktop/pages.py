"""Documents and passages made up for the tests of the reading pane."""

from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.document_pane import DocumentPane


class Span(NamedTuple):
    id: int
    start: int
    end: int
    kind: str = "task"
    state: str = "confirmed"


@dataclass
class Block:
    kind: str
    start: int
    end: int
    number: int | None = None
    level: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_span: int = 1
    column_span: int = 1


def document(*parts):
    """Text and blocks of (kind, words) or (kind, words, {block fields}), numbered from 1."""
    text, blocks = "", []
    for number, (kind, words, *more) in enumerate(parts, 1):
        text += "\n" if blocks else ""
        fields = {"number": number, **(more[0] if more else {})}
        blocks.append(Block(kind, len(text), len(text) + len(words), **fields))
        text += words
    return text, blocks


def cells(rows):
    """Parts of one table; a cell is its words or (words, row span, column span), None where one spans."""
    for row, words in enumerate(rows):
        for column, cell in enumerate(words):
            if cell is not None:
                name, high, wide = cell if isinstance(cell, tuple) else (cell, 1, 1)
                place = {"table": 1, "row": row, "column": column, "row_span": high, "column_span": wide}
                yield "cell", name, place


def marked(text, *quotes):
    """Spans of the words given, with ids from 1, in the order of the text: words or (words, kind, state)."""
    made = []
    for passage_id, quote in enumerate(quotes, 1):
        words, *rest = (quote,) if isinstance(quote, str) else quote
        start = text.index(words)
        made.append(Span(passage_id, start, start + len(words), *rest))
    return sorted(made, key=lambda span: (span.start, -span.end))


def shown(qtbot, text, blocks, spans=(), size=(700, 600)):
    """A pane on the screen that shows a document."""
    pane = DocumentPane()
    qtbot.addWidget(pane)
    pane.resize(*size)
    pane.show()
    qtbot.waitExposed(pane)
    pane.show_document(1, text, blocks, spans)
    pane.setFocus()
    return pane


def point(pane, offset):
    """The middle of the left half of a character, in the viewport."""
    place = pane.in_viewport(pane.flow.caret(offset))
    return QPoint(round(place.x() + pane.scale.em / 4), round(place.center().y()))


def click(pane, where, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, modifier, where)


_moments = count(1_000_000, 10_000)
"""When bursts of clicks begin, in milliseconds of the window system."""


def clicks(pane, where, times):
    """Press and release several times in quick succession, as the window system reports it."""
    began = next(_moments)
    for turn in range(times):
        press = QEvent.Type.MouseButtonDblClick if turn % 2 else QEvent.Type.MouseButtonPress
        _send(pane, press, Qt.MouseButton.LeftButton, where, began + turn * 50)
        release = QEvent.Type.MouseButtonRelease
        _send(pane, release, Qt.MouseButton.NoButton, where, began + turn * 50 + 20)


def _send(pane, kind, held, where, moment):
    screen = QPointF(pane.viewport().mapToGlobal(where))
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, QPointF(where), screen, left, held, plain)
    event.setTimestamp(moment)
    QApplication.sendEvent(pane.viewport(), event)


def drag(pane, begin, end):
    """Press, move in two steps, release."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(pane.viewport(), left, Qt.KeyboardModifier.NoModifier, begin)
    QTest.mouseMove(pane.viewport(), (begin + end) / 2)
    QTest.mouseMove(pane.viewport(), end)
    QTest.mouseRelease(pane.viewport(), left, Qt.KeyboardModifier.NoModifier, end)


def quoted(pane):
    """The selected words."""
    start, end = pane.selection() or (0, 0)
    return pane.flow.text[start:end]
