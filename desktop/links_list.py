"""The links of a passage to others."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.field_form import quiet_label
from desktop.icons import pixmap
from desktop.quote_box import LinkButton


class Linked(NamedTuple):
    """A link as it is shown: its kind and the passage at its other end."""

    id: int
    kind: str
    passage_id: int
    document_id: int
    start: int
    end: int
    quote: str
    document: str


class LinksList(QWidget):
    """One line a link: what it means, the words of the other passage to jump there, a cross to part them."""

    reveal_requested = Signal(int, int, int, object, bool)
    part_requested = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.lines: list[QWidget] = []

    def show_links(self, links: Sequence[Linked]) -> None:
        for line in self.lines:
            self.column.removeWidget(line)
            line.deleteLater()
        self.lines = [self._line(link) for link in links]
        for line in self.lines:
            self.column.addWidget(line)

    def meaning(self, kind: str) -> str:
        meanings = {
            "trace": self.tr("Traced to"),
            "continues": self.tr("Continues"),
            "implements": self.tr("Implements"),
        }
        return meanings[kind]

    def _line(self, link: Linked) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = LinkButton(link.quote.replace("\n", " "))
        words.setToolTip(f"{link.document}\n{link.quote}")
        words.clicked.connect(partial(self._reveal, link))
        part = QToolButton()
        part.setObjectName("small")
        part.setIcon(
            QIcon(pixmap("close", self.palette().color(QPalette.ColorRole.PlaceholderText).name(), 14))
        )
        part.setToolTip(self.tr("Remove this link"))
        part.clicked.connect(partial(self.part_requested.emit, [link.id]))
        row.addWidget(quiet_label(self.meaning(link.kind)))
        row.addWidget(words, 1)
        row.addWidget(part)
        return line

    def _reveal(self, link: Linked) -> None:
        beside = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        self.reveal_requested.emit(link.document_id, link.start, link.end, link.passage_id, beside)
