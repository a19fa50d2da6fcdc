"""The real window with a project open, and the least that could do its work."""

import os
import sqlite3
from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QRegion, QTextCharFormat, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bench.material import Place
from bench.measure import seconds
from bench.screen import application, plain_text, shown
from desktop.main_window import MainWindow
from desktop.settings import Memory, Settings
from desktop.theme import reading_font

SIZE = QSize(1600, 1000)
SETTLE, FURNISH = 250, 3_000
"""Milliseconds after which the panels have followed a change, and after which all behind a start is done."""

TABLES = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
CREATE TABLE passages (id INTEGER PRIMARY KEY, document_id, start, end, kind, quote, prefix, suffix, note);
CREATE INDEX passages_in_place ON passages (document_id, start, end);
CREATE TABLE targets (passage_id INTEGER PRIMARY KEY, indicator, comparator, value, unit, period_to);
"""
PASSAGE = "INSERT INTO passages VALUES (?, 1, ?, ?, 'target', ?, ?, ?, '')"
TARGET = "INSERT INTO targets VALUES (?, '规模以上工业增加值', '>=', 8.0, '%', '2023-12-31')"


def opened(project: Path, document_id: int) -> MainWindow:
    """The window with a project, one document of which is open in the pane."""
    os.environ["CEZHU_HOME"] = str(project.parent)
    application()
    window = MainWindow(Settings(author="分析员"), Memory(), "zh")
    shown(window, SIZE)
    window.furnish()
    window.opening.open(project)
    window.desk.reading.open(document_id)
    QTest.qWait(FURNISH)
    return window


def activate(window: MainWindow) -> None:
    """Gives the keys to the window's pane."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.desk.reading.pane.setFocus()


def pressed(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> float:
    """Seconds from a key to all that it changes being committed and painted; what came before is painted."""
    application().processEvents()

    def press() -> None:
        QTest.keyClick(widget, key, modifier)
        application().processEvents()

    taken = seconds(press)
    QTest.qWait(SETTLE)
    return taken


class Bare:
    """A text widget with tints set as formats of its blocks, and passages in plain sqlite3."""

    def __init__(self, folder: Path, text: str, places: list[Place]) -> None:
        self.text = text
        self.connection = sqlite3.connect(folder / "bare.sqlite")
        self.connection.executescript(TABLES)
        self.widget = plain_text(reading_font("", 13))
        self.widget.setPlainText(text)
        self.tint = QTextCharFormat()
        self.tint.setBackground(QColor("#ffe9b0"))
        self.tints: defaultdict[int, dict[Place, QTextLayout.FormatRange]] = defaultdict(dict)
        """By the number of a block, the tints in it."""
        shown(self.widget)
        self.insert(places)

    def insert(self, places: list[Place]) -> list[int]:
        """Stores passages in one commit and paints their blocks anew; the ids they got."""
        first = self.connection.execute("SELECT coalesce(max(id), 0) + 1 FROM passages").fetchone()[0]
        ids = list(range(first, first + len(places)))
        text = self.text
        rows = [
            (id_, start, end, text[start:end], text[max(start - 32, 0) : start], text[end : end + 32])
            for id_, (start, end, _) in zip(ids, places, strict=True)
        ]
        with self.connection:
            self.connection.executemany(PASSAGE, rows)
            self.connection.executemany(TARGET, [(id_,) for id_ in ids])
        for place in places:
            block = self.widget.document().findBlock(place.start)
            made = QTextLayout.FormatRange()
            made.start, made.length = place.start - block.position(), place.end - place.start
            made.format = self.tint
            self.tints[block.blockNumber()][place] = made
        self.repaint(places)
        return ids

    def delete(self, ids: list[int], places: list[Place]) -> None:
        with self.connection:
            for table, key in (("targets", "passage_id"), ("passages", "id")):
                self.connection.executemany(f"DELETE FROM {table} WHERE {key} = ?", [(id_,) for id_ in ids])
        for place in places:
            number = self.widget.document().findBlock(place.start).blockNumber()
            self.tints[number].pop(place, None)
        self.repaint(places)

    def reveal(self, place: Place) -> None:
        """Scrolls to a place."""
        cursor = self.widget.textCursor()
        cursor.setPosition(place.start)
        self.widget.setTextCursor(cursor)
        self.widget.centerCursor()
        application().processEvents()

    def repaint(self, places: list[Place]) -> None:
        """Sets the tints of the blocks that hold the places, and paints them as far as they are seen."""
        document = self.widget.document()
        seen = QRegion()
        for number in {document.findBlock(place.start).blockNumber() for place in places}:
            block = document.findBlockByNumber(number)
            block.layout().setFormats(list(self.tints[number].values()))
            box = self.widget.blockBoundingGeometry(block).translated(self.widget.contentOffset())
            seen += box.toAlignedRect()
        self.widget.viewport().repaint(seen & self.widget.viewport().rect())
