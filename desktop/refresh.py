"""Lets the panels follow the store: panes at once, all else together a moment after the last change."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from db.kinds import KINDS
from db.steps import Changed
from db.suggestions import MOST
from desktop import lookups
from desktop.actions import Actions
from desktop.coverage import Coverage
from desktop.desk import Desk
from desktop.ledger_panel import OPEN, plural
from desktop.ledger_rows import KnownIds, KnownRows, LedgerRows, SuggestedRows
from desktop.status_line import StatusLine
from desktop.suggesting import Suggesting
from desktop.suggestions_page import SUGGESTIONS
from desktop.theme import LIGHT, Theme
from desktop.workspace import Workspace

LATER = 120
"""Milliseconds: a key repeated in this time is followed by one refresh."""
SELECTION = "selection"


class Refresh(QObject):
    """Fills the panels from the workspace whenever it tells of a change."""

    def __init__(
        self,
        workspace: Workspace,
        desk: Desk,
        suggesting: Suggesting,
        actions: Actions,
        status: StatusLine,
    ) -> None:
        super().__init__(desk)
        self.workspace, self.desk, self.suggesting = workspace, desk, suggesting
        self.tagging = suggesting.tagging
        self.coverage = Coverage(workspace, desk.reading)
        workspace.opened.connect(self.coverage.clear)
        desk.library.model.covered = self.coverage.of
        desk.library.model.read = self.coverage.record.percent
        self.actions, self.status = actions, status
        self.theme: Theme = LIGHT
        self._steps: dict[str, bool] = {}
        self._known: set[str] = set()
        self._departments: set[str] = set()
        self._changed: set[int] | None = None
        """Passages whose departments are not known yet; None for all."""
        self._rows = {
            **{kind: self._rows_of(partial(lookups.blank_row, kind), kind) for kind in KINDS},
            SUGGESTIONS: self._rows_of(lookups.blank_suggestion),
        }
        self._ids = {kind: KnownIds(partial(self._read_ids, kind)) for kind in KINDS}
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.now)
        self._disabling = QTimer(self, singleShot=True, interval=LATER)
        self._disabling.timeout.connect(lambda: self._enable(self._facts()))

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        if self.workspace.is_open:
            self._later.start()

    def passages(self, changed: Changed) -> None:
        """Some passages changed: paint them anew, the rest follows."""
        self.forget_rows(None if changed.labels or changed.library else changed.passage_ids)
        for ids in self._ids.values():
            ids.forget(changed.document_ids)
        if self._changed is not None:
            self._changed |= changed.passage_ids
        self.desk.reading.show_changed(changed)
        self.coverage.forget(changed.document_ids)
        if changed.labels:
            self.desk.inspector.set_labels(lookups.all_labels(self.workspace.store))
        self.tagging.follow(changed)

    def soon(self, back: str) -> None:
        """Something was saved, which "undo" or "redo" can take back at once; let everything else follow."""
        self._steps[back] = True
        self.enable()
        self.in_a_moment()

    def in_a_moment(self) -> None:
        """Let everything follow once the panes are painted."""
        self._later.start()

    def open_ones(self) -> None:
        """Other documents are open: the ledgers of the open ones follow."""
        if self.desk.ledgers.scope.chosen == OPEN:
            self._later.start()

    def documents(self) -> None:
        """Documents came, went or changed."""
        self.forget_all()
        self.desk.reading.keep_only({row.id: row.title for row in self.workspace.shelf()})

    def now(self) -> None:
        """Fill library, ledgers, figures and the names of undo and redo."""
        self._later.stop()
        if not self.workspace.is_open:
            return
        rows = self.workspace.shelf()
        counts: dict[str, int] = {kind: sum(row.counts.get(kind, 0) for row in rows) for kind in KINDS}
        self.desk.library.fill(rows)
        counts[SUGGESTIONS] = self.workspace.waiting(rows)
        self.desk.ledgers.set_counts(counts)
        self.desk.ledgers.refresh()
        self._complete_departments()
        self.desk.inspector.set_labels(lookups.all_labels(self.workspace.store))
        self._show_figures(len(rows), {kind: counts[kind] for kind in KINDS})
        self._show_saved()
        self.name_steps()

    def _complete_departments(self) -> None:
        """Let editors complete the departments of the project; those of what changed join the ones known."""
        changed, self._changed = self._changed, set()
        names = self._departments | lookups.departments(self.workspace.store, changed)
        if names != self._departments or not names:
            self._departments = names
            self.desk.inspector.set_departments(names)
            self.desk.ledgers.set_departments(names)

    def ledger(self, kind: str, of_open: bool) -> None:
        """Give a ledger the rows it asks for, of a kind or the suggestions."""
        if not self.workspace.is_open:
            return
        ids = self.desk.reading.shown_ids() if of_open else None
        store = self.workspace.store
        if kind == SUGGESTIONS:
            found = lookups.waiting(store, ids)
            self.desk.ledgers.suggestions.is_cut = len(found) == MOST
            self.desk.ledgers.set_rows(kind, SuggestedRows(found, self._rows[kind]))
        else:
            self.desk.ledgers.set_rows(kind, LedgerRows(self._ids[kind].of(ids), self._rows[kind]))

    def _read_ids(self, kind: str, document_ids: Collection[int] | None) -> dict[int, list[int]]:
        return lookups.ledger_ids(self.workspace.store, kind, document_ids)

    def _rows_of(self, blank: Callable[[int], Any], kind: str = "") -> KnownRows:
        def read(ids: Sequence[int]) -> dict[int, Any]:
            if not self.workspace.is_open:
                return {}
            store = self.workspace.store
            return lookups.ledger_rows(store, kind, ids) if kind else lookups.suggested(store, ids)

        return KnownRows(read, blank)

    def start_anew(self) -> None:
        """The project is closed: nothing that was read of it, or is being read, holds for the next one."""
        self.forget_all()
        for name in self._rows:
            self.desk.ledgers.set_rows(name, [])
        self._departments, self._changed = set(), None

    def forget_all(self) -> None:
        """Read all ledgers anew when they are seen."""
        self.forget_rows()
        for ids in self._ids.values():
            ids.forget()

    def forget_rows(self, ids: Collection[int] | None = None) -> None:
        """Read these rows of the ledgers anew when they are seen, or all of them."""
        for rows in self._rows.values():
            rows.forget(ids)

    def name_steps(self) -> None:
        """Say in the menu what undo and redo would do."""
        for name, step in (("undo", self.workspace.next_undo()), ("redo", self.workspace.next_redo())):
            self._steps[name] = step is not None
            self.actions.name_step(name, QCoreApplication.translate("Step", step.verb) if step else "")
        self.enable()

    def enable(self) -> None:
        """Enable the commands that can be given now.

        Those on a selection that is gone, where they do nothing, are disabled a moment later: a key that tags
        would otherwise wait for the toolbar to be painted.
        """
        facts = self._facts()
        if self._known - facts == {SELECTION}:
            facts.add(SELECTION)
            self._disabling.start()
        self._enable(facts)

    def _enable(self, facts: set[str]) -> None:
        if facts != self._known:
            self._known = facts
            self.actions.enable(facts)

    def _facts(self) -> set[str]:
        reading = self.desk.reading
        facts = {
            "project": self.workspace.is_open,
            "writable": self.workspace.writable,
            "document": reading.document_id is not None,
            SELECTION: reading.document_id is not None and reading.pane.selection() is not None,
            "passage": bool(self.tagging.ids),
            "suggestion": self.suggesting.is_open(),
            "chosen": self.desk.library.has_chosen(),
            "panes": len(reading.frames) > 1,
        }
        return {name for name, so in (facts | self._steps).items() if so}

    def _show_figures(self, documents: int, counts: dict[str, int]) -> None:
        language = self.desk.ledgers.language
        self.status.show_counts(
            documents,
            [(plural(KINDS[kind], language), n, self.theme.kind(kind).ink) for kind, n in counts.items()],
        )

    def _show_saved(self) -> None:
        if self.workspace.writable:
            self.status.show_saved(self.workspace.saved_at)
        else:
            self.status.show_read_only()
