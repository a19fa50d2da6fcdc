"""The documents in the panes: opened, shown at a place, painted anew, scrolled together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.pages.paper import PRINTED
from desktop.pane_frame import PaneFrame
from desktop.pane_row import MOST, PaneRow
from desktop.reading.reader import Reader
from desktop.reading.source import Source

if TYPE_CHECKING:
    from db.steps import Changed
    from desktop.pages.pictures import Pictures

FIRST = 1_000
"""A document opened at its top is painted when so many of its passages are read; the rest follows."""


class ReadingView(PaneRow):
    """The panes with what they read: documents open in the active one."""

    selection_changed = Signal()
    passage_clicked = Signal(int)
    passage_left = Signal()
    passage_ends_moved = Signal(int, int, int)
    menu_requested = Signal(QPoint, list)
    scrolled = Signal()
    """A pane shows another part of its document."""
    entered = Signal()
    """Enter was pressed in a document."""
    chooser_requested = Signal()
    told = Signal(str)
    """A notice for the analyst."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading_view")
        self.source: Source | None = None
        self.linked = False
        self.steering: Callable[[PaneFrame], None] | None = None
        """How panes that scroll together follow the one that is scrolled, where not by the same share."""
        self.read_of: Callable[[int], Sequence[tuple[int, int]]] = lambda _id: ()
        """The intervals of a document that were read."""
        self.outlined = True
        """Whether documents open with their outline, where there is room."""
        self._hits: Mapping[int, Sequence[tuple[int, int]]] = {}

    def open(self, document_id: int) -> None:
        """Show a document in the active pane, from its top."""
        self._open(document_id, FIRST)

    def open_beside(self, document_id: int) -> None:
        """Show a document in an empty pane, else in the one next to the active one; a lone one is split."""
        empty = next((frame for frame in self.frames if frame.document_id is None), None)
        if empty is None and len(self.frames) == 1:
            self.split()
        else:
            self.activate(empty or self._after(self.active))
        self.open(document_id)

    def show_beside(self) -> None:
        """Show what the active pane shows in an empty one or the next one too, at the same place."""
        if self.document_id is not None:
            before = self.pane
            self.open_beside(self.document_id)
            self.pane.follow(before)

    def go_to(self, document_id: int, start: int, end: int, beside: bool = False) -> None:
        """Show a stretch of a document, in the pane that has it already if one has; or in the next pane."""
        frame = next((frame for frame in self.frames if frame.document_id == document_id), None)
        if beside and frame in (None, self.active):
            self.open_beside(document_id)
        elif frame is None:
            self._open(document_id)
        else:
            self.activate(frame)
        self.active.need_words()
        self.pane.reveal(start, end)
        self.pane.setFocus()

    def show_place(self, document_id: int, start: int, end: int) -> None:
        """Scroll to a stretch of a document in the panes that have it; the focus stays where it is."""
        for frame in self.frames:
            if frame.document_id == document_id:
                frame.need_words()
                frame.pane.show_interval(start, end)

    def turn_page(self, frame: PaneFrame | None = None) -> None:
        """Show the pages of a pane's document in place of its text, or the text in place of the pages."""
        frame = frame or self.active
        if frame.shows_page:
            frame.show_text()
        elif frame.paged:
            self._show_page(frame)
        elif frame.document_id is not None:
            self.told.emit(self.tr("This document has no pages to show: it is text only."))
        frame.pane.setFocus()
        self.active_changed.emit()

    def show_changed(self, changed: Changed) -> None:
        """Paint the passages anew that changed."""
        assert self.source is not None
        for frame in self.frames:
            if frame.document_id is not None and frame.document_id in changed.document_ids:
                spans = self.source.spans_of(frame.document_id, changed.passage_ids)
                frame.pane.update_spans(changed.passage_ids, spans)
                frame.overview.draw_soon()

    def focus_passage(self, passage_id: int | None) -> None:
        """Frame a passage wherever it is shown; None takes the frame away."""
        for frame in self.frames:
            frame.pane.focus_passage(passage_id)

    def keep_only(self, titles: dict[int, str]) -> None:
        """Empty the panes whose document is gone, fill those whose document is back, name the others anew."""
        self.invite(not titles)
        for frame in self.frames:
            if frame.document_id is not None and frame.document_id not in titles:
                departed = frame.document_id, frame.pane.scroll_fraction()
                frame.empty()
                frame.departed = departed
            elif frame.document_id is not None:
                frame.name(titles[frame.document_id])
            elif frame.departed is not None and frame.departed[0] in titles:
                self._bring_back(frame, *frame.departed)
        self.active_changed.emit()

    def shown_ids(self) -> list[int]:
        """The documents in the panes, from left to right."""
        return [frame.document_id for frame in self.frames if frame.document_id is not None]

    def draw_overviews(self) -> None:
        """Something was read."""
        for frame in self.frames:
            frame.overview.draw_soon()

    def clear(self) -> None:
        self.set_count(1)
        self.active.empty()
        self.active_changed.emit()

    def show_hits(self, hits: Mapping[int, Sequence[tuple[int, int]]]) -> None:
        """Light up, by document, what a search found."""
        self._hits = hits
        for frame in self.frames:
            if frame.document_id is not None:
                frame.pane.set_hits(hits.get(frame.document_id, ()))

    def zoom_by(self, percent: int) -> None:
        """Set the text of the active pane larger or smaller."""
        self.pane.set_zoom(self.pane.zoom + percent)

    def zoom_reset(self) -> None:
        self.pane.fit()

    def set_linked(self, linked: bool) -> None:
        """Scroll all panes together."""
        self.linked = linked
        if linked:
            self._follow(self.active)

    def state(self) -> dict[str, Any]:
        """What is open where, as plain values."""
        return {
            "panes": [frame.state() for frame in self.frames],
            "active": self.frames.index(self.active),
            "sizes": self.splitter.sizes(),
        }

    def restore(self, state: dict[str, Any], known: Collection[int]) -> None:
        """Open again what a state names, as far as the documents are still known."""
        panes: Sequence[dict[str, Any]] = state.get("panes", [])[:MOST]
        self.invite(not known)
        self.set_count(max(len(panes), 1))
        for frame, kept in zip(self.frames, panes, strict=False):
            frame.empty()
            if kept.get("document") in known:
                self._load(frame, kept["document"])
                if kept.get("page") and frame.paged:
                    self._show_page(frame)
                zoom = kept.get("zoom", 100)
                frame.pane.zoomed = zoom is not None
                if zoom is not None:
                    frame.pane.set_zoom(int(zoom))
                frame.pane.set_scroll_fraction(float(kept.get("at", 0)))
        self.splitter.setSizes(state.get("sizes", []))
        self.activate(self.frames[min(state.get("active", 0), len(self.frames) - 1)])

    def _bring_back(self, frame: PaneFrame, document_id: int, fraction: float) -> None:
        self._load(frame, document_id)
        frame.pane.set_scroll_fraction(fraction)

    def _open(self, document_id: int, first: int | None = None) -> None:
        self._load(self.active, document_id, first)
        self.pane.setFocus()
        self.active_changed.emit()

    def _load(self, frame: PaneFrame, document_id: int, first: int | None = None) -> None:
        """Show a document in a pane, with its `first` passages until it is painted, else with all at once."""
        assert self.source is not None
        sheet, spans = self.source.sheet(document_id), self.source.spans(document_id, first)
        as_page = frame.shows_page
        frame.fill(document_id, sheet.title, sheet.media_type in PRINTED)
        frame.text.note_of = self.source.note_of
        frame.text.show_document(document_id, sheet.text, sheet.blocks, spans)
        frame.overview.read = lambda: self.read_of(document_id)
        frame.overview.show_text(len(sheet.text))
        if as_page and frame.paged:
            self._show_page(frame)
        frame.pane.set_hits(self._hits.get(document_id, ()))
        if len(spans) == first:
            QTimer.singleShot(0, frame.pane, lambda: self._complete(frame, document_id))
        if self.outlined:
            QTimer.singleShot(0, frame.pane, frame.pane.offer_outline)

    @cached_property
    def pictures(self) -> Pictures:
        """What paints pages: those of documents here, those of reports elsewhere."""
        from desktop.pages.pictures import Pictures

        return Pictures(self)

    def _show_page(self, frame: PaneFrame) -> None:
        assert self.source is not None
        frame.show_page(self.pictures, self.source.paper)

    def _complete(self, frame: PaneFrame, document_id: int) -> None:
        if self.source is not None and frame.document_id == document_id:
            frame.pane.set_spans(self.source.spans(document_id))
            frame.overview.draw_soon()

    def _connect(self, frame: PaneFrame) -> None:
        super()._connect(frame)
        frame.page_requested.connect(self._for(frame, lambda: self.turn_page(frame)))
        frame.page_made.connect(lambda page: self._connect_pane(frame, page))
        frame.chooser_requested.connect(self._for(frame, self.chooser_requested.emit))
        frame.outline_requested.connect(self._for(frame, lambda: frame.pane.toggle_outline()))
        frame.dropped.connect(lambda document_id: self._for(frame, lambda: self.open(document_id))())
        self._connect_pane(frame, frame.text)

    def _connect_pane(self, frame: PaneFrame, pane: Reader) -> None:
        pane.entered.connect(self.entered)
        pane.activated_pane.connect(lambda: self.activate(frame))
        pane.scrolled.connect(lambda _fraction: self._follow(frame))
        pane.scrolled.connect(lambda _fraction: self.scrolled.emit())
        pane.selection_changed.connect(lambda _start, _end: self.selection_changed.emit())
        pane.passage_clicked.connect(self.passage_clicked)
        pane.passage_left.connect(self.passage_left)
        pane.open_beside_requested.connect(self._for(frame, self.show_beside))
        pane.passage_ends_moved.connect(self.passage_ends_moved)
        pane.context_menu_requested.connect(self.menu_requested)

    def _for(self, frame: PaneFrame, call: Callable[[], object]) -> Callable[[], None]:
        def activated() -> None:
            self.activate(frame)
            call()

        return activated

    def _follow(self, leader: PaneFrame) -> None:
        if not self.linked:
            return
        if self.steering is not None:
            self.steering(leader)
            return
        for frame in self.frames:
            if frame is not leader and frame.document_id is not None:
                with QSignalBlocker(frame.pane):
                    frame.follow(leader)
