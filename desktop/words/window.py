"""The window of words: four tabs, and what is done with the words chosen in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialog_parts import rule
from desktop.field_form import quiet_label
from desktop.filter_field import FilterField
from desktop.lexicon_dialog import ROLES
from desktop.popups import open_below
from desktop.tab_line import TabLine
from desktop.theme import LIGHT, Theme
from desktop.words.tables import FREQUENCY, KEYWORDS, WordTable
from desktop.words.together_view import TogetherView
from desktop.words.years_view import YearsView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.word_counts import KeywordRow, WordRow

TABS = ("frequency", "keywords", "through_years", "together")
SIFTED = TABS[:2]
"""The tabs that list words of the documents chosen, with a filter."""
ALL, OPEN = "all", "open"
SIZE = (1060, 680)


class WordsWindow(QDialog):
    """Stands beside the window, which goes on working. It shows what it is given and asks for the rest."""

    search_requested = Signal(str)
    words_requested = Signal(list, str)
    """Words shall be added to the project's lexicon in a role."""
    scope_changed = Signal()
    export_requested = Signal(object, str, list, list)
    """A path, a title, headings and rows."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("words_window")
        self.setWindowTitle(self.tr("Words"))
        self.resize(*SIZE)
        self.language, self.theme, self.writable = language, LIGHT, True
        self.frequency, self.keywords = WordTable(FREQUENCY, language), WordTable(KEYWORDS, language)
        self.through_years, self.together = YearsView(language), TogetherView(language)
        self.views: dict[str, QWidget] = {name: getattr(self, name) for name in TABS}
        self.tables = {
            "frequency": self.frequency,
            "keywords": self.keywords,
            "through_years": self.through_years.table,
            "together": self.together.table,
        }
        self.tabs = self._fresh_tabs()
        self.scope = QComboBox()
        self.scope.addItem(self.tr("All documents"), ALL)
        self.scope.addItem(self.tr("Open documents"), OPEN)
        self.filter = FilterField()
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(200)
        self.told = quiet_label()
        self.stop = QPushButton(self.tr("Stop word"))
        self.stop.setToolTip(self.tr("Leave the chosen words out from now on, in this project."))
        self.add = QPushButton(self.tr("Add to the lexicon…"))
        self.draw = QPushButton(self.tr("Through the years"))
        self.export = QPushButton(self.tr("Export table…"))
        self._lay_out()
        self._connect()
        self._turn()

    def _fresh_tabs(self) -> TabLine:
        names = (
            self.tr("Frequency"),
            self.tr("Keywords"),
            self.tr("Through the years"),
            self.tr("Co-occurrence"),
        )
        tabs = TabLine("ledger_tabs")
        tabs.setUsesScrollButtons(False)
        for name in names:
            tabs.addTab(name)
        return tabs

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 10, 6)
        bar.setSpacing(8)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        bar.addWidget(self.scope)
        bar.addWidget(self.filter)
        self.stack = QStackedWidget()
        for view in self.views.values():
            self.stack.addWidget(view)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 10, 14, 10)
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        for button in (self.stop, self.add, self.draw, self.export, close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.through_years.save.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.stack, 1)
        column.addWidget(rule())
        column.addLayout(foot)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.scope.activated.connect(lambda _place: self.scope_changed.emit())
        self.filter.textChanged.connect(self._sift)
        self.stop.clicked.connect(lambda: self.words_requested.emit(self.chosen(), "stop"))
        self.add.clicked.connect(lambda: open_below(self.roles_menu(), self.add))
        self.draw.clicked.connect(self._draw)
        self.export.clicked.connect(self._ask_path)
        for table in self.tables.values():
            table.asked.connect(self.search_requested)
            table.chosen_changed.connect(self._enable)

    @property
    def tab(self) -> str:
        """The name of the tab in sight."""
        return TABS[self.tabs.currentIndex()]

    def show_tab(self, name: str) -> None:
        self.tabs.setCurrentIndex(TABS.index(name))

    def chosen(self) -> list[str]:
        """The words chosen in the tab in sight."""
        return [word for word in self.tables[self.tab].chosen() if word]

    def show_words(self, frequencies: Sequence[WordRow], keywords: Sequence[KeywordRow]) -> None:
        """Show what was counted of the documents chosen."""
        self.frequency.show_rows(frequencies)
        self.keywords.show_rows(keywords)
        self.through_years.draw()

    def tell(self, words: str) -> None:
        """Say at the foot what is shown or under way."""
        self.told.setText(words)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for part in (self.frequency, self.keywords, self.through_years, self.together):
            part.set_theme(theme)

    def set_writable(self, writable: bool) -> None:
        self.writable = writable
        self._enable()

    def roles_menu(self) -> QMenu:
        """What the chosen words may be to the reading."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        words = self.chosen()
        for choice in ROLES:
            if choice.value != "stop":
                action = menu.addAction(choice.zh if self.language == "zh" else choice.en)
                action.triggered.connect(
                    lambda _checked=False, role=choice.value: self.words_requested.emit(words, role)
                )
        return menu

    def save_as(self, path: Path) -> None:
        """Ask for the table in sight, as it is sifted and sorted, to be written to a file."""
        headings, rows = self.tables[self.tab].written()
        self.export_requested.emit(path, self.tabs.tabText(self.tabs.currentIndex()), headings, rows)

    def _turn(self, place: int = 0) -> None:
        self.stack.setCurrentIndex(place)
        for part in (self.scope, self.filter):
            part.setVisible(self.tab in SIFTED)
        self.draw.setVisible(self.tab in SIFTED)
        self._enable()

    def _sift(self, words: str) -> None:
        for name in SIFTED:
            self.tables[name].words.set_words(words)

    def _enable(self) -> None:
        has_words = bool(self.chosen())
        for button in (self.stop, self.add):
            button.setEnabled(has_words and self.writable)
        self.draw.setEnabled(has_words)
        self.export.setEnabled(bool(self.tables[self.tab].words.shown))

    def _draw(self) -> None:
        self.through_years.show_words(self.chosen())
        self.show_tab("through_years")

    def _ask_path(self) -> None:
        proposed = f"{self.tabs.tabText(self.tabs.currentIndex())}.xlsx"
        forms = "Excel (*.xlsx);;CSV (*.csv)"
        name, form = QFileDialog.getSaveFileName(self, self.tr("Export table"), proposed, forms)
        if name:
            path = Path(name)
            ending = ".csv" if form.startswith("CSV") else ".xlsx"
            self.save_as(path if path.suffix.lower() in (".csv", ".xlsx") else path.with_suffix(ending))

    def keyPressEvent(self, event: Any) -> None:
        """Esc first clears the filter."""
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        else:
            super().keyPressEvent(event)
