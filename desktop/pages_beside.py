"""Text and pages of one document side by side, in a pane of their own that goes as it came."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desktop.pane_frame import PaneFrame
from desktop.reading_view import MOST, ReadingView


class PagesBeside(QObject):
    """Shows pages beside the text, or text beside the pages, scrolled together; asked again, as before."""

    def __init__(self, reading: ReadingView, linked: QAction) -> None:
        """`linked`: the command that lets the panes scroll together."""
        super().__init__(reading)
        self.reading, self.linked = reading, linked
        self._pair: tuple[PaneFrame, PaneFrame] | None = None
        """The pane that was there, and the one that was opened beside it."""
        self._was_linked = False

    def turn(self) -> None:
        """Open the pane beside the active one, or close it where it is open."""
        if self._stands():
            self._close()
        elif not self.reading.active.paged:
            self.reading.turn_page()  # which says that there are none
        elif len(self.reading.shown_ids()) == MOST:
            self.reading.told.emit(self.tr("All four panes are in use; close one to see the pages beside."))
        else:
            self._open()

    def _stands(self) -> bool:
        """Whether the active pane is one of two that still show one document."""
        if self._pair is None or self.reading.active not in self._pair:
            return False
        there = all(frame in self.reading.frames for frame in self._pair)
        return there and len({frame.document_id for frame in self._pair}) == 1

    def _open(self) -> None:
        reading, before = self.reading, self.reading.active
        if len(reading.shown_ids()) == len(reading.frames):
            reading.split()
            reading.activate(before)
        reading.show_beside()
        if reading.active.shows_page == before.shows_page:
            reading.turn_page()
        self._pair, self._was_linked = (before, reading.active), self.linked.isChecked()
        self.linked.setChecked(True)

    def _close(self) -> None:
        assert self._pair is not None
        before, beside = self._pair
        self._pair = None
        if not self._was_linked:
            self.linked.setChecked(False)
        self.reading.activate(before)
        self.reading.close_pane(beside)
        before.pane.setFocus()
