"""What the inspector says of suggestions, and what it offers for a passage that holds several numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.counted import counted
from desktop.icons import icon
from desktop.reasons import reason_text
from desktop.suggestions_page import CONFIRMED, REJECTED, percent
from desktop.theme import Theme

if TYPE_CHECKING:
    from db.glances import Glance
    from db.models import Passage


class Card(QFrame):
    """A sentence, a second one, and buttons; hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.words, self.more = QLabel(), QLabel()
        self.words.setObjectName("card_words")
        self.more.setObjectName("card_more")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        for label in (self.words, self.more):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addLayout(self.buttons)
        self.hide()

    def say(self, words: str, more: str = "") -> None:
        self.words.setText(words)
        self.more.setText(more)
        self.more.setVisible(bool(more))


class SuggestionCard(Card):
    """Says why passages are suggested and how sure that is; confirms or rejects them."""

    decided = Signal(str)
    """The state they shall have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.confirm, self.reject = QPushButton(), QPushButton()
        for button, state in ((self.confirm, CONFIRMED), (self.reject, REJECTED)):
            self.buttons.addWidget(button, 1)
            button.clicked.connect(lambda _checked=False, state=state: self.decided.emit(state))

    def name(self) -> None:
        """Name everything in the language of the window."""
        self.confirm.setText(self.tr("Confirm") + "  C")
        self.reject.setText(self.tr("Reject") + "  X")

    def show_passages(self, passages: Sequence[Passage | Glance]) -> None:
        """Tell of these passages, as far as they are open suggestions."""
        waiting = [passage for passage in passages if passage.state == "suggested"]
        self.setVisible(bool(waiting))
        if not waiting:
            return
        sure = [percent(passage.sureness) for passage in waiting]
        if len(waiting) == 1:
            words = self.tr("Suggestion, {sure} % sure").format(sure=sure[0])
            self.say(words, reason_text(waiting[0].reason or ""))
        else:
            words = self.tr("{suggestions}, {least}–{most} % sure")
            of = counted(len(waiting), "suggestion")
            self.say(words.format(suggestions=of, least=min(sure), most=max(sure)))

    def set_theme(self, theme: Theme) -> None:
        self.confirm.setIcon(icon("check", theme, theme.policy.ink))
        self.reject.setIcon(icon("close", theme, theme.error))


class OfferCard(Card):
    """Offers to make a target of each number of a passage just tagged."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accept, self.dismiss = QPushButton(), QPushButton()
        self.buttons.addWidget(self.accept, 1)
        self.buttons.addWidget(self.dismiss)
        self.accept.clicked.connect(self.accepted)
        self.dismiss.clicked.connect(self.hide)

    def offer(self, count: int) -> None:
        """Offer to make so many targets."""
        self.accept.setText(self.tr("Make {count} targets").format(count=count) + "  ↵")
        self.dismiss.setText(self.tr("Leave it"))
        self.say(self.tr("These words hold {count} numbers.").format(count=count))
        self.show()
