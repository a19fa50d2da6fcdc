"""Aligned panes: what corresponds in neighbouring documents is joined, kept level, lit, stepped through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence

from desktop.actions import Actions
from desktop.align_bar import AlignBar
from desktop.alignments import Alignments, Pair
from desktop.difference_card import DifferenceCard
from desktop.lighting import Lighting
from desktop.pane_frame import PaneFrame
from desktop.reading.bands import NEW, Band, differs
from desktop.reading.difference_paint import Changes, Stretch
from desktop.reading.facing import Facing
from desktop.reading.gutter import Gutter
from desktop.reading.levels import THIRD, lead
from desktop.reading.reader import Reader
from desktop.reading_view import ReadingView
from desktop.theme import Theme
from desktop.work import LongWork
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from analysis import align

USUAL = 0.35
"""Sureness while the reader has moved nothing; that of workbench/comparing.py."""


class Aligning(QObject):
    """Shows the alignments of neighbouring panes while it is on."""

    working = Signal(LongWork)
    told = Signal(str)
    """A notice for the analyst."""
    changed = Signal()
    """Panes are aligned now, or no more."""

    def __init__(self, workspace: Workspace, reading: ReadingView, commands: Actions) -> None:
        super().__init__(reading)
        self.reading, self.commands = reading, commands
        self.alignments = Alignments(workspace, self)
        self.on, self.sureness = False, USUAL
        self.facings: dict[int, Facing] = {}
        """What is aligned, by the number of the gutter between the two panes."""
        self._last: tuple[Facing, align.Pair] | None = None
        self.bar = AlignBar(commands, reading)
        self.lighting = Lighting(DifferenceCard(reading), self._title_of)
        reading.show_above(self.bar)
        self.bar.set_sureness(self.sureness)
        self._connect()

    def _connect(self) -> None:
        reading, alignments = self.reading, self.alignments
        alignments.working.connect(self.working)
        alignments.came.connect(self.refresh)
        alignments.given_up.connect(lambda: self.commands["aligned"].setChecked(False))
        self.bar.sureness_changed.connect(self.set_sureness)
        self.bar.step_requested.connect(self.step)
        for news in (reading.active_changed, reading.count_changed):
            news.connect(self.refresh)
        reading.scrolled.connect(self.lighting.card.hide)
        reading.splitter.ribbon_hovered.connect(self.lighting.light_band)
        reading.splitter.ribbon_clicked.connect(self._open_band)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the commands on aligned panes do, by their ids."""
        return {
            "aligned": self.set_on,
            "next_difference": lambda: self.step("", True),
            "previous_difference": lambda: self.step("", False),
            "next_new": lambda: self.step("new"),
            "next_dropped": lambda: self.step("dropped"),
            "partner": self.jump_to_partner,
            "show_difference": self.show_difference,
        }

    def set_theme(self, theme: Theme) -> None:
        self.bar.set_theme(theme)
        self.lighting.card.theme = theme

    def set_on(self, on: bool) -> None:
        """Align the panes from now on, and scroll them together; or no more."""
        self.on = on
        self.bar.setVisible(on)
        self.reading.splitter.widen(on)
        self.reading.steering = self.steer if on else None
        if on:
            self.commands["linked"].setChecked(True)
        self.refresh()

    def set_sureness(self, sureness: float) -> None:
        """Let sentences less alike than this count as dropped and new."""
        self.sureness = sureness
        self.refresh()

    def state(self) -> dict[str, Any]:
        """What is remembered, as plain values."""
        return {"on": self.on, "sureness": self.sureness}

    def restore(self, state: dict[str, Any]) -> None:
        """What `state` gave."""
        self.bar.set_sureness(float(state.get("sureness", USUAL)))
        self.commands["aligned"].setChecked(bool(state.get("on")))

    def refresh(self) -> None:
        """Join what stands side by side now; ask for what has not been aligned yet."""
        wanted = dict(self._wanted()) if self.on else {}
        facings = {place: self._facing(place, pair) for place, pair in wanted.items()}
        self.facings = {place: facing for place, facing in facings.items() if facing}
        self._mark_panes()
        gutters = self.gutters()
        for place, gutter in enumerate(gutters):
            gutter.show_facing(self.facings.get(place))
        self.lighting.follow([(facing, gutters[place]) for place, facing in self.facings.items()])
        self._count(bool(wanted))
        self.changed.emit()
        self.alignments.ask(wanted.values())

    def gutters(self) -> list[Gutter]:
        """Those between the panes, from left to right."""
        return [self.reading.splitter.left_of(frame) for frame in self.reading.frames[1:]]

    def steer(self, leader: PaneFrame) -> None:
        """Keep what corresponds to the line read in a pane level with it, from neighbour to neighbour."""
        frames = self.reading.frames
        at = frames.index(leader)
        for place in (*range(at + 1, len(frames)), *range(at - 1, -1, -1)):
            before = frames[place - 1 if place > at else place + 1]
            facing = self.facings.get(min(place, frames.index(before)))
            with QSignalBlocker(frames[place].pane):
                self._lead(before, frames[place], facing)
        for gutter in self.gutters():
            gutter.update()

    def step(self, state: str, forward: bool = True) -> None:
        """Go to the next sentence of a state, or to the next that differs at all."""
        facing = self._here()
        if facing is None:
            self._tell_nothing()
            return
        pane = self._reading_pane(facing)
        known = self._last is not None and self._last[0] is facing and self._stands(facing, pane)
        place = self._last[1] if known and self._last else pane.chosen.caret
        for pair in facing.from_place(pane, place, forward):
            if differs(pair) and state in ("", pair.state, "moved" * pair.moved):
                self._go_to(facing, pair, pane)
                return
        self.told.emit(self.tr("There is none further on.") if forward else self.tr("There is none before."))

    def jump_to_partner(self) -> None:
        """Bring the keyboard to the sentence that corresponds to the one with the caret."""
        facing = self._here()
        if facing is None:
            self._tell_nothing()
            return
        pane = self._reading_pane(facing)
        pair = facing.pair_at(pane, pane.chosen.caret)
        if pair is None or pair.state in (NEW, "dropped"):
            self.told.emit(self.tr("Nothing in the other document corresponds to this sentence."))
            return
        self._go_to(facing, pair, facing.other(pane))

    def show_difference(self) -> None:
        """Tell, word by word, how the sentence with the caret differs from its partner."""
        facing = self._here()
        if facing is None:
            self._tell_nothing()
            return
        pane = self._reading_pane(facing)
        if self._last is not None and self._last[0] is facing and self._stands(facing, pane):
            self.lighting.light_pair(*self._last, pane)
        else:
            self.lighting.light_at(pane, pane.chosen.caret)
        if not self.lighting.show_card():
            self.told.emit(self.tr("Put the caret into a sentence first."))

    def _tell_nothing(self) -> None:
        """Why there is nothing to step through."""
        keys = self.commands["aligned"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        off = self.tr("Align the panes first ({keys}).").format(keys=keys)
        self.told.emit(self.bar.hint.text() if self.on else off)

    def _wanted(self) -> Iterator[tuple[int, Pair]]:
        """By gutter, the documents left and right of it, where they can be aligned."""
        for place, (left, right) in enumerate(pairwise(self.reading.frames)):
            ids = left.document_id, right.document_id
            if ids[0] is not None and ids[1] is not None and ids[0] != ids[1]:
                yield place, (ids[0], ids[1])

    def _facing(self, place: int, pair: Pair) -> Facing | None:
        alignment = self.alignments.of(pair)
        left, right = (frame.pane for frame in self.reading.frames[place : place + 2])
        if alignment is None or alignment.a_length != len(left.flow.text):
            return None
        before = self.facings.get(place)
        if (
            before
            and before.panes == (left, right)
            and before.sureness == self.sureness
            and before.of == pair
        ):
            return before
        return Facing(left, right, alignment.at_least(self.sureness), self.sureness, pair)

    def _mark_panes(self) -> None:
        """Give every pane the bars at its inner edges."""
        for frame in self.reading.frames:
            frame.pane.marks.changes = tuple(
                Changes(_stretches(facing, frame.pane), frame.pane is facing.left)
                for facing in self.facings.values()
                if frame.pane in facing.panes
            )
            frame.pane.marks.lit = None
            frame.pane.viewport().update()

    def _count(self, wanted: bool) -> None:
        facing = self._here()
        if facing is not None:
            self.bar.show_counts(facing.alignment.counts())
        elif not wanted:
            self.bar.show_counts(None)

    def _here(self) -> Facing | None:
        """The facing panes of which the active one is the left; else the right; else none."""
        at = self.reading.frames.index(self.reading.active)
        return self.facings.get(at) or self.facings.get(at - 1)

    def _reading_pane(self, facing: Facing) -> Reader:
        active = self.reading.pane
        return active if active in facing.panes else facing.left

    def _stands(self, facing: Facing, pane: Reader) -> bool:
        """Whether the caret still is where the last step put it."""
        assert self._last is not None
        start, end = facing.stretch(self._last[1], pane)
        return start <= pane.chosen.caret <= end

    def _lead(self, before: PaneFrame, frame: PaneFrame, facing: Facing | None) -> None:
        if frame.document_id is None or before.document_id is None:
            return
        if facing is not None:
            lead(before.pane, frame.pane, lambda offset: facing.beside(before.pane, offset))
        else:
            frame.follow(before)

    def _go_to(self, facing: Facing, pair: align.Pair, pane: Reader) -> None:
        """Bring the caret to the sentence of a pair, in a pane if it is there; its partner comes level."""
        start, end = facing.stretch(pair, pane)
        if start == end:
            pane = facing.other(pane)
            start, end = facing.stretch(pair, pane)
        other = facing.other(pane)
        self.reading.activate(next(frame for frame in self.reading.frames if frame.pane is pane))
        y = pane.viewport().height() // THIRD
        with QSignalBlocker(pane), QSignalBlocker(other):
            pane.reveal(start, end)
            pane.scroll_to(start, y)
            other.scroll_to(facing.stretch(pair, other)[0], y)
        for one, stretch in ((pane, start), (other, facing.stretch(pair, other)[0])):
            one.chosen.place(stretch)
            one.show_cursor()
        pane.setFocus()
        self._last = facing, pair
        self.lighting.light_pair(facing, pair, pane)

    def _open_band(self, gutter: Gutter, band: Band) -> None:
        """A ribbon was clicked: bring both its ends level."""
        facing = gutter.facing
        if facing is None:
            return
        right = band.left[0] == band.left[1]
        pane = facing.right if right else facing.left
        if pair := facing.pair_at(pane, band.side(right)[0]):
            self._go_to(facing, pair, pane)

    def _title_of(self, pane: Reader) -> str:
        return next((frame.title.full for frame in self.reading.frames if frame.pane is pane), "")


def _stretches(facing: Facing, pane: Reader) -> list[Stretch]:
    """What differs in a pane, in order."""
    there = (
        Stretch(*facing.stretch(pair, pane), "reworded" if pair.state == "same" else pair.state)
        for pair in facing.alignment.pairs
        if differs(pair)
    )
    return sorted(stretch for stretch in there if stretch.start < stretch.end)
