"""What the commands on passages do: to the selection of the active pane, or to the passages in focus."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from db.steps import Changed
from desktop import lookups
from desktop.inspector import Inspector
from desktop.ledger_panel import LedgerPanel
from desktop.reading_view import ReadingView
from desktop.suggestions_page import SUGGESTIONS
from desktop.workspace import Workspace
from workbench import verbs

SHORTLY = 20
"""Milliseconds: the inspector follows behind the painting of the pane, once for a key that is repeated."""


class Tagging(QObject):
    """Keeps which passages are in focus, and pane, inspector and ledger of one mind about them."""

    focus_changed = Signal()
    tagged = Signal(int, str)
    """A passage was made by hand, of this kind, and has the focus."""

    def __init__(
        self, workspace: Workspace, reading: ReadingView, inspector: Inspector, ledgers: LedgerPanel
    ) -> None:
        super().__init__(reading)
        self.workspace, self.reading, self.inspector, self.ledgers = workspace, reading, inspector, ledgers
        self.ids: list[int] = []
        self._shortly = QTimer(self, singleShot=True, interval=SHORTLY)
        self._shortly.timeout.connect(self.show)

    def tag(self, kind: str) -> None:
        """Make the selection of the active pane a passage, which then has the focus, and its row shown."""
        selection, document_id = self.reading.pane.selection(), self.reading.document_id
        if selection is None or document_id is None:
            return
        passage_id = self.workspace.tag(document_id, *selection, kind)
        if passage_id is not None:
            self.reading.pane.select(selection[1], selection[1])
            if self.ledgers.isVisible():
                self.ledgers.expect(passage_id, kind)
            self.focus([passage_id])
            self.tagged.emit(passage_id, kind)

    def focus(self, ids: Sequence[int]) -> None:
        """Have these passages in focus: framed in the panes, shown in the inspector."""
        self.ids = list(ids)
        self.reading.focus_passage(self.ids[0] if len(self.ids) == 1 else None)
        self.focus_changed.emit()
        self._shortly.start()

    def follow(self, changed: Changed) -> None:
        """Passages changed: those in focus that are gone lose it, the others are soon shown as they are."""
        if not changed.passage_ids.isdisjoint(self.ids):
            self._keep(lookups.standing(self.workspace.store, self.ids))
        self._shortly.start()

    def show(self) -> None:
        """Show the passages in focus in the inspector, as they are now."""
        self._shortly.stop()
        passages, places = lookups.shown(self.workspace.store, self.ids) if self.ids else ([], {})
        self._keep([passage.id for passage in passages])
        self.inspector.show_passages(passages, places)
        if len(passages) == 1:
            self.inspector.set_links(lookups.linked(self.workspace.store, self.ids[0]))

    def _keep(self, standing: list[int]) -> None:
        if standing != self.ids:
            self.ids = standing
            self.focus_changed.emit()

    def click(self, passage_id: int) -> None:
        """A passage was clicked in a pane: have it in focus, and its row selected."""
        self.focus([passage_id])
        self.ledgers.select_passage(passage_id)

    def select(self, ids: Sequence[int]) -> None:
        """Rows were selected in a ledger. That none are any more says nothing about the focus."""
        if ids and list(ids) != self.ids:
            self.focus(ids)

    def leave(self) -> None:
        """Have nothing in focus."""
        self.focus(())

    def reveal(self, document_id: int, start: int, end: int, passage_id: int | None, beside: bool) -> None:
        """Go to a place in the text, and have the passage in focus if it is one."""
        self.reading.go_to(document_id, start, end, beside)
        if passage_id is not None:
            self.focus([passage_id])

    def visit(self, document_id: int, passage_id: int) -> None:
        """Go to a passage, if it is still there."""
        for span in self.workspace.spans_of(document_id, [passage_id]):
            self.reveal(document_id, span.start, span.end, passage_id, False)

    def untag(self) -> None:
        """Remove the passages in focus."""
        self.workspace.do(verbs.untag, self.ids)

    def change_kind(self, kind: str) -> None:
        """Make the passages in focus of another kind."""
        if self.inspector.settled():
            self.workspace.do(verbs.change_kind, self.ids, kind)

    def reveal_in_ledger(self) -> None:
        """Show the passage in focus in the ledger of its kind, or among the suggestions."""
        self.show()
        if self.inspector.passages:
            passage = self.inspector.passages[0]
            self.ledgers.show()
            listed = SUGGESTIONS if passage.state == "suggested" else passage.kind
            self.ledgers.select_passage(passage.id, listed)
            self.ledgers.page.view.setFocus()
