"""Searching: looks through all documents for what is typed in the search field."""

from collections import defaultdict

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.ledger_panel import SEARCH, LedgerPanel
from desktop.reading_view import ReadingView
from desktop.search_field import SearchField
from desktop.workspace import Workspace
from workbench import searching

PAUSE = 200
"""Milliseconds without a key after which the words are looked for."""
MOST = 5_000
"""Hits shown."""


class Searching(QObject):
    """Looks for the words of the field, lists the hits in the ledgers and lights them up in the panes."""

    def __init__(
        self, workspace: Workspace, field: SearchField, ledgers: LedgerPanel, reading: ReadingView
    ) -> None:
        super().__init__(field)
        self.workspace, self.field, self.ledgers, self.reading = workspace, field, ledgers, reading
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.search)
        field.textEdited.connect(lambda _words: self._pause.start())
        field.textChanged.connect(self._cleared)
        field.returnPressed.connect(self.enter)

    def begin(self) -> None:
        """Put the keyboard into the field, with what is selected in the active pane."""
        if selected := self.reading.pane.selection():
            self.field.setText(self.reading.pane.flow.text[slice(*selected)].partition("\n")[0])
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search(self) -> None:
        """Look for the words now."""
        self._pause.stop()
        if not self.workspace.is_open:
            return
        words = self.field.text().strip()
        found = searching.find(self.workspace.store, searching.Asked(words), limit=MOST) if words else []
        places: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for hit in found:
            places[hit.document_id].append((hit.start, hit.end))
        self.reading.show_hits(places)
        self.ledgers.show_hits(words, found)

    def enter(self) -> None:
        """Look for the words and go to the list of hits."""
        self.search()
        self.ledgers.show_tab(SEARCH)
        self.ledgers.page.view.setFocus()

    def _cleared(self, words: str) -> None:
        if not words:
            self.search()
