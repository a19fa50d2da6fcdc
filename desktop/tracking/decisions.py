"""What an analyst decides about traces: in the tracker, in the inspector, and by dragging between panes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import modal
from desktop.counted import counted
from desktop.desk import Desk
from desktop.tracking.link_drag import LinkDrag
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from analysis.trace_documents import Told
    from workbench.tracker import Place, Tracked


Call = Callable[[], object]


class Decisions(QObject):
    """Every decision is one step. `ready` calls when the promises follow from the project as it is."""

    told = Signal(str)
    """A notice for the analyst."""

    def __init__(
        self, workspace: Workspace, desk: Desk, language: str, window: QWidget, ready: Callable[[Call], None]
    ) -> None:
        super().__init__(window)
        self.ready = ready
        self.workspace, self.language, self.window = workspace, language, window
        self.links = desk.inspector.links
        self.links.decide_requested.connect(self.decide)
        self.links.choose_requested.connect(self.look_for)
        self.drag = LinkDrag(desk.reading)
        self.drag.drawn.connect(self.draw)

    def confirm(self, rows: Sequence[Tracked]) -> None:
        from workbench import tracing

        self.workspace.do(tracing.confirm_rows, rows)

    def refuse(self, rows: Sequence[Tracked]) -> None:
        from workbench import tracing

        self.workspace.do(tracing.refuse_rows, rows)

    def judge(self, rows: Sequence[Tracked], state: str | None, note: str) -> None:
        from workbench import tracing

        self.workspace.do(tracing.judge_rows, rows, state, note)

    def choose(self, row: Tracked) -> None:
        """Let what reports a promise be chosen by hand."""
        self.ready(partial(self._choose, row))

    def _choose(self, row: Tracked) -> None:
        from desktop.tracking.promises import Promises
        from workbench import likely, tracing

        store = self.workspace.store
        if (now := Promises(store).row(row)) is not None:
            documents = likely.near(store, now.promise.document_id)
            self._ask(documents, now.promise, "report", partial(tracing.choose, row=now))

    def suggest(self, rows: Sequence[Tracked]) -> str:
        """Store the proposals of the tracker as suggested links; how many are new, in words."""
        from workbench import tracing

        count = self.workspace.do(tracing.propose, rows)
        return counted(count or 0, "suggested_link")

    def decide(self, link_ids: Sequence[int], state: str) -> None:
        """Confirm or refuse links that are stored."""
        from workbench import tracing

        verb = tracing.confirm if state == "confirmed" else tracing.refuse
        self.workspace.do(verb, link_ids)

    def look_for(self, passage_id: int, wanted: str) -> None:
        """Let the report of a target be chosen, or the promise it reports."""
        self.ready(partial(self._look_for, passage_id, wanted))

    def _look_for(self, passage_id: int, wanted: str) -> None:
        from desktop import lookups
        from workbench import likely

        found, _ = lookups.shown(self.workspace.store, [passage_id])
        documents = likely.near(self.workspace.store, found[0].document_id) if found else []
        place = likely.place_of(documents, passage_id)
        if place is None:
            self.told.emit(self.tr("This target has no number to trace: give it a value first."))
            return
        self._ask(documents, place, wanted, None)

    def draw(self, one_id: int, other_id: int) -> None:
        """Join two passages: the later document reports what the earlier one promises."""
        from workbench import tracing

        if one_id != other_id and self.workspace.writable:
            self.workspace.do(tracing.draw, *self._in_order(one_id, other_id))

    def _in_order(self, one_id: int, other_id: int) -> tuple[int, int]:
        from desktop import lookups

        found, _ = lookups.shown(self.workspace.store, [one_id, other_id])
        reported = {p.id for p in found if getattr(p.detail, "nature", None) == "actual"}
        return (other_id, one_id) if reported == {one_id} else (one_id, other_id)

    def _ask(
        self, documents: Sequence[Told], place: Place, wanted: str, verb: Callable[..., object] | None
    ) -> None:
        from desktop.tracking.choosing import ChooseDialog
        from workbench import tracing

        dialog = ChooseDialog(documents, place, wanted, self.language, self.window)

        def take(other: Place) -> None:
            if verb is not None:
                self.workspace.do(lambda store: verb(store, report=other))
            else:
                ends = (place, other) if wanted == "report" else (other, place)
                self.workspace.do(tracing.choose_places, *ends)

        dialog.chosen.connect(take)
        modal.show(dialog, until=self.workspace.closing)
