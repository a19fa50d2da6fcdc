"""How far the documents are worked through: what was read in the panes, what is tagged, what still waits."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import lookups
from desktop.reading.seen import seen
from desktop.reading_record import ReadingRecord
from desktop.reading_view import ReadingView
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from db.suggestions import Covered

RESTED = 2_000
"""Milliseconds for which a pane must show something for it to be read."""


class Coverage(QObject):
    """Keeps the figures of every document, and notes what is read."""

    read = Signal()
    """Something was read that had not been."""

    def __init__(self, workspace: Workspace, reading: ReadingView) -> None:
        super().__init__(reading)
        self.workspace, self.reading = workspace, reading
        self.record = ReadingRecord()
        self._known: dict[int, Covered | None] = {}
        self._rested = QTimer(self, singleShot=True, interval=RESTED)
        self._rested.timeout.connect(self.note)
        for signal in (reading.scrolled, reading.active_changed, reading.count_changed):
            signal.connect(self._rested.start)
        reading.read_of = self.record.of

    def forget(self, document_ids: Collection[int]) -> None:
        """Their passages changed."""
        for document_id in document_ids:
            self._known.pop(document_id, None)

    def clear(self) -> None:
        """Another project is open."""
        self._known.clear()

    def of(self, document_id: int) -> Covered | None:
        """The figures of a document, counted when first asked for; None where it has no paragraph."""
        if document_id not in self._known and self.workspace.is_open:
            self._known[document_id] = lookups.covered(self.workspace.store, document_id)
        return self._known.get(document_id)

    def note(self) -> None:
        """What the panes show has been read."""
        if self.reading.isVisible() and self.reading.window().isActiveWindow():
            came = [
                self.record.add(frame.document_id, *seen(frame.pane))
                for frame in self.reading.frames
                if frame.document_id is not None
            ]
            if any(came):
                self.reading.draw_overviews()
                self.read.emit()
