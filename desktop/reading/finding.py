"""Find in a pane: what is typed in the bar becomes hits on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.reading.find_bar import FindBar
from desktop.reading.hits import Hits, find, folded

if TYPE_CHECKING:
    from desktop.reading.reader import Reader


class Finding:
    """Joins the find bar of a pane with the hits painted in it."""

    def __init__(self, pane: Reader, bar: FindBar) -> None:
        self._pane, self._bar = pane, bar
        self._folded: str | None = None
        self._from = 0
        bar.query_changed.connect(self._search)
        bar.step_requested.connect(self.step)
        bar.closed.connect(self._end)

    def open(self) -> None:
        """Open the bar; what is selected in one line becomes the query."""
        start, end = self._pane.chosen.interval
        words = self._pane.flow.text[start:end]
        self._from = start if start != end else self._pane.first_offset()
        self._bar.open("" if "\n" in words else words)
        self._search(self._bar.query.text())

    def step(self, by: int) -> None:
        """Go to the next hit, or one before; with the bar closed, open it."""
        if self._bar.isHidden():
            self.open()
            return
        self._pane.marks.hits.step(by)
        self._show()

    def text_changed(self) -> None:
        """Search the new text of the pane."""
        self._folded, self._from = None, 0
        if not self._bar.isHidden():
            self._search(self._bar.query.text())

    def _search(self, query: str) -> None:
        if self._folded is None:
            self._folded = folded(self._pane.flow.text)
        hits = Hits(find(self._folded, query))
        hits.start_from(self._from)
        self._pane.marks.hits = hits
        self._show()

    def _show(self) -> None:
        hits = self._pane.marks.hits
        self._bar.tell(hits.place, len(hits.intervals))
        if hits.current:
            self._pane.show_interval(*hits.current)
        self._pane.viewport().update()

    def _end(self) -> None:
        """Select the hit that was looked at, so that it can be tagged."""
        current = self._pane.marks.hits.current
        self._pane.marks.hits = Hits()
        self._folded = None
        if current:
            self._pane.select(*current)
        self._pane.viewport().update()
        self._pane.setFocus()
