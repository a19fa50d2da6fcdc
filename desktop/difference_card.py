"""A card with a pair of sentences, one under the other, and what differs between them word by word."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.theme import LIGHT, Theme

if TYPE_CHECKING:
    from analysis.align import Pair
    from analysis.difference import Piece

WIDTH, GAP = 460, 8
NUMBER = re.compile(r"\d[\d.,，．]*[%％‰]?")


class DifferenceCard(QFrame):
    """Laid over the panes, beside the sentence it speaks of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("difference_card")
        self.setFixedWidth(WIDTH)
        self.theme: Theme = LIGHT
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.over = parent
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.addWidget(self.words)
        self.hide()

    def show_pair(
        self, pair: Pair, titles: tuple[str, str], texts: tuple[str, str], pieces: list[Piece], place: QRect
    ) -> None:
        """Show the sentences `texts` of a pair below a place of the parent, or above it."""
        parts = [f"<p style='color:{self.theme.muted};margin:0 0 6px 0'>{escape(self._head(pair))}</p>"]
        for side, text in enumerate(texts):
            name = f"<span style='color:{self.theme.muted}'>{escape(titles[side])}</span><br>"
            words = self._sentence(text, pieces, side) if text else escape(self._absent(side))
            parts.append(f"<p style='margin:6px 0 0 0;line-height:130%'>{name}{words}</p>")
        self.words.setText("".join(parts))
        self.words.setFixedWidth(WIDTH - 28)
        self.words.setFixedHeight(self.words.heightForWidth(WIDTH - 28))
        self.setFixedHeight(self.words.height() + 24)
        self.move(self._beside(place))
        self.show()
        self.raise_()

    def _head(self, pair: Pair) -> str:
        names = {
            "same": self.tr("Same"),
            "reworded": self.tr("Reworded"),
            "new": self.tr("New"),
            "dropped": self.tr("Dropped"),
        }
        parts = [names[pair.state]]
        if pair.state == "reworded":
            parts.append(self.tr("{percent} % alike").format(percent=round(pair.sureness * 100)))
        if pair.moved:
            parts.append(self.tr("moved"))
        return " · ".join(parts)

    def _absent(self, side: int) -> str:
        return self.tr("Nothing corresponds in this document.")

    def _sentence(self, text: str, pieces: list[Piece], side: int) -> str:
        colours = self.theme.kind("new" if side else "dropped")
        line = "underline" if side else "line-through"
        made = []
        for piece in pieces:
            start, end = (piece.b_start, piece.b_end) if side else (piece.a_start, piece.a_end)
            words = escape(text[start:end])
            if piece.state != "same" and words:
                words = NUMBER.sub(r"<b>\g<0></b>", words) if piece.numbers else words
                words = (
                    f"<span style='background-color:{colours.strong};color:{self.theme.ink};"
                    f"text-decoration:{line}'>{words}</span>"
                )
            made.append(words)
        return "".join(made)

    def _beside(self, place: QRect) -> QPoint:
        room = self.over.rect()
        x = min(max(GAP, place.left()), max(GAP, room.width() - self.width() - GAP))
        below = place.bottom() + GAP
        above = place.top() - GAP - self.height()
        return QPoint(x, below if below + self.height() <= room.height() or above < 0 else above)
