"""The links of a passage to others."""

from collections.abc import Callable, Sequence
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
    state: str = "confirmed"
    """suggested or confirmed."""
    outgoing: bool = True
    """Whether it leads from the passage shown to the other one."""


class LinksList(QWidget):
    """One line a link: its meaning, the words of the other passage to jump there, and what can be decided."""

    reveal_requested = Signal(int, int, int, object, bool)
    part_requested = Signal(list)
    decide_requested = Signal(list, str)
    """Ids of links, and whether they are confirmed or rejected."""
    choose_requested = Signal(int, str)
    """A target, and what is looked for: its report or its promise."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.lines: list[QWidget] = []
        self.choose = LinkButton()
        self.choose.clicked.connect(lambda: self.choose_requested.emit(*self._wanted))
        self.column.addWidget(self.choose)
        self.offer(0, None)

    def offer(self, passage_id: int, nature: str | None) -> None:
        """Offer to look for the report of a planned target, or for the promise of one reported."""
        self._wanted = passage_id, "promise" if nature == "actual" else "report"
        self.choose.setText(self.tr("This reports…") if nature == "actual" else self.tr("Reported by…"))
        self.choose.setVisible(nature is not None)

    def show_links(self, links: Sequence[Linked]) -> None:
        for line in self.lines:
            self.column.removeWidget(line)
            line.deleteLater()
        self.lines = [self._line(link) for link in links]
        for place, line in enumerate(self.lines):
            self.column.insertWidget(place, line)

    def meaning(self, link: Linked) -> str:
        meanings = {
            ("trace", True): self.tr("Reported by"),
            ("trace", False): self.tr("Reports"),
            ("continues", True): self.tr("Continued by"),
            ("continues", False): self.tr("Continues"),
            ("implements", True): self.tr("Implements"),
            ("implements", False): self.tr("Implemented by"),
        }
        return meanings[link.kind, link.outgoing]

    def _line(self, link: Linked) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = LinkButton(link.quote.replace("\n", " "))
        words.setToolTip(f"{link.document}\n{link.quote}")
        words.clicked.connect(partial(self._reveal, link))
        row.addWidget(quiet_label(self.meaning(link)))
        row.addWidget(words, 1)
        for button in self._decisions(link):
            row.addWidget(button)
        return line

    def _decisions(self, link: Linked) -> list[QToolButton]:
        if link.state == "confirmed":
            part = partial(self.part_requested.emit, [link.id])
            return [self._button("close", self.tr("Remove this link"), part)]
        return [
            self._button(
                sign,
                text.format(meaning=self.meaning(link)),
                partial(self.decide_requested.emit, [link.id], state),
            )
            for sign, text, state in (
                ("done", self.tr("Proposed. It is right: confirm “{meaning}”"), "confirmed"),
                ("close", self.tr("Proposed. It is wrong: refuse “{meaning}”"), "rejected"),
            )
        ]

    def _button(self, sign: str, tip: str, call: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        button.setIcon(QIcon(pixmap(sign, ink, 14)))
        button.setToolTip(tip)
        button.clicked.connect(lambda _checked=False: call())
        return button

    def _reveal(self, link: Linked) -> None:
        beside = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        self.reveal_requested.emit(link.document_id, link.start, link.end, link.passage_id, beside)
