"""The bar over the hits: where to look, what narrows the search, and what is done with all hits."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.icons import icon
from desktop.label_chips import Chip
from desktop.segments import Segments
from desktop.theme import LIGHT, Theme

TEXT, PASSAGES, NOTES, FIELDS = "text", "passages", "notes", "fields"
GAP = 12


class SearchBar(QFrame):
    """Asks; desktop/searching.py does."""

    place_asked = Signal(str)
    filters_asked = Signal()
    condition_lifted = Signal(str)
    """A filter's chip was taken off."""
    saved_asked = Signal()
    tagging_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_bar")
        self.theme = LIGHT
        self.place = Segments((TEXT, PASSAGES, NOTES, FIELDS))
        self.place.set_texts(
            {
                TEXT: self.tr("Documents"),
                PASSAGES: self.tr("Passages"),
                NOTES: self.tr("Notes"),
                FIELDS: self.tr("Fields"),
            }
        )
        self.place.choose(TEXT)
        self.filters = QPushButton(self.tr("Filters"))
        self.saved = QPushButton(self.tr("Saved searches"))
        self.tag = QPushButton(self.tr("Tag all…"))
        self.export = QPushButton(self.tr("Excel…"))
        self.told = QLabel()
        self.told.setObjectName("hint")
        self.chips: dict[str, Chip] = {}
        self._lay_out()
        self.place.asked.connect(self.place_asked)
        self.filters.clicked.connect(self.filters_asked)
        self.saved.clicked.connect(self.saved_asked)
        self.tag.clicked.connect(self.tagging_asked)
        self.export.clicked.connect(self.export_asked)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(self.place)
        row.addSpacing(GAP)
        row.addWidget(self.filters)
        self.room = QHBoxLayout()
        self.room.setSpacing(6)
        row.addLayout(self.room)
        row.addStretch(1)
        row.addWidget(self.told)
        for button in (self.saved, self.tag, self.export):
            row.addWidget(button)
        for button in (self.filters, self.saved, self.tag, self.export):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_conditions(self, conditions: Iterable[tuple[str, str]]) -> None:
        """A chip for each filter that is set: its name and what it says."""
        for chip in self.chips.values():
            self.room.removeWidget(chip)
            chip.deleteLater()
        self.chips = {}
        for name, words in conditions:
            chip = Chip(words, self.theme.accent)
            chip.taken.connect(lambda name=name: self.condition_lifted.emit(name))
            self.chips[name] = chip
            self.room.addWidget(chip)

    def tell_fetched(self, fetched: int, total: int) -> None:
        """Say how many of the hits are there, all of which are wanted."""
        words = self.tr("{fetched} of {total} hits fetched…")
        self.told.setText(words.format(fetched=f"{fetched:,}", total=f"{total:,}"))

    def tell_arranging(self, arranging: bool) -> None:
        """Say that the hits are being put into their order, or nothing."""
        self.told.setText(self.tr("Putting the hits in order…") if arranging else "")

    def enable(self, hits: bool, writable: bool, project: bool) -> None:
        """What can be done with the hits there are."""
        self.tag.setEnabled(hits and writable)
        self.export.setEnabled(hits)
        self.saved.setEnabled(project)
        self.filters.setEnabled(project)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.filters.setIcon(icon("filter", theme))
        self.saved.setIcon(icon("down", theme))
        self.tag.setIcon(icon("label", theme))
        self.export.setIcon(icon("sheet", theme))
        self.place.dress(theme, dict.fromkeys((TEXT, PASSAGES, NOTES, FIELDS), (theme.ink, theme.selected)))
