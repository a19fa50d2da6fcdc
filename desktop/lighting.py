"""Lights the sentence under the mouse and its partners, with the words by which they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QMouseEvent

from desktop.difference_card import NUMBER, DifferenceCard
from desktop.reading.bands import REWORDED, Band, Interval
from desktop.reading.difference_paint import Lit
from desktop.reading.facing import Facing
from desktop.reading.gutter import Gutter
from desktop.reading.reader import Reader

if TYPE_CHECKING:
    from analysis.align import Pair
    from analysis.difference import Piece

Words = tuple[list[Interval], list[Interval]]
"""Stretches that differ, and the numbers in them."""

REST = 450
"""Milliseconds after which a resting mouse is shown a partner that is out of sight."""


class Lighting(QObject):
    """Follows the mouse over aligned panes. `joined` are the facing panes, each with its gutter."""

    def __init__(self, card: DifferenceCard, title_of: Callable[[Reader], str]) -> None:
        super().__init__(card)
        self.card, self._title_of = card, title_of
        self.joined: Sequence[tuple[Facing, Gutter]] = ()
        self._at: tuple[Facing, Pair, Reader] | None = None
        self._by_mouse = False
        """Whether the mouse lit it: what was lit by a key stays when the mouse leaves."""
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._show_hidden)

    def follow(self, joined: Sequence[tuple[Facing, Gutter]]) -> None:
        """Watch these panes from now on."""
        self.clear()
        for pane in _panes(self.joined):
            for part in (pane, pane.viewport()):
                part.removeEventFilter(self)
        self.joined = joined
        for pane in _panes(joined):
            for part in (pane, pane.viewport()):
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Paint:
            for facing, gutter in self.joined:
                if watched in (facing.left.viewport(), facing.right.viewport()):
                    gutter.update()
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._hover(watched, event)
        elif kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self.card.hide()
        elif kind == QEvent.Type.Leave:
            self._leave()
        return False

    def light_at(self, pane: Reader, offset: int) -> None:
        """Light the sentence at an offset of a pane, and its partners in the panes beside."""
        found = [
            (facing, pair)
            for facing, _ in self.joined
            if pane in facing.panes and (pair := facing.pair_at(pane, offset))
        ]
        self._light(pane, found)

    def light_pair(self, facing: Facing, pair: Pair, pane: Reader) -> None:
        """Light the two sentences of a pair; `pane` is the one that is read."""
        self._light(pane, [(facing, pair)])

    def light_band(self, gutter: Gutter, band: Band | None) -> None:
        """Light what a ribbon joins."""
        facing = next((facing for facing, its in self.joined if its is gutter), None)
        if facing is None or band is None:
            self._leave()
        elif band.state == REWORDED and (pair := facing.pair_at(facing.left, band.left[0])):
            self.light_pair(facing, pair, facing.left)
        else:
            self._show({pane: Lit(*band.side(facing.is_right(pane)), band.state) for pane in facing.panes})
            gutter.light((band,))
        self._by_mouse = band is not None or self._by_mouse

    def clear(self) -> None:
        """Light nothing."""
        self._at, self._by_mouse = None, False
        self._rest.stop()
        self.card.hide()
        self._show({})
        for _, gutter in self.joined:
            gutter.light(())

    def show_card(self) -> bool:
        """Show what is lit in words; False where nothing is."""
        if self._at is None:
            return False
        facing, pair, pane = self._at
        stretches = [facing.stretch(pair, side) for side in facing.panes]
        texts = tuple(side.flow.text[slice(*s)] for side, s in zip(facing.panes, stretches, strict=True))
        titles = tuple(self._title_of(side) for side in facing.panes)
        own = facing.stretch(pair, pane)
        pane = pane if own[0] < own[1] else facing.other(pane)
        place = _place(pane, *facing.stretch(pair, pane))
        corner = pane.viewport().mapTo(self.card.over, QPoint(0, 0))
        self.card.show_pair(
            pair, (titles[0], titles[1]), (texts[0], texts[1]), pieces(facing, pair), place.translated(corner)
        )
        return True

    def _hover(self, watched: QObject, event: QMouseEvent) -> None:
        if event.buttons():
            return
        pane = next((pane for pane in _panes(self.joined) if pane.viewport() is watched), None)
        if pane is None:
            return
        if not pane.is_on_words(event.position()):
            self._leave()
            return
        offset = pane.offset_at(event.position(), between=False)
        if self._at is None or self._at[2] is not pane or self._at[0].pair_at(pane, offset) != self._at[1]:
            self.light_at(pane, offset)
            self._by_mouse = True
            self._rest.start()

    def _leave(self) -> None:
        if self._by_mouse:
            self.clear()

    def _light(self, pane: Reader, found: Sequence[tuple[Facing, Pair]]) -> None:
        self.clear()
        lit: dict[Reader, Lit] = {}
        for facing, pair in found:
            differing = _differing(facing, pair)
            for side in facing.panes:
                right = facing.is_right(side)
                own = "new" if right else "dropped"
                shown = Lit(*facing.stretch(pair, side), pair.state, *differing[right], own)
                if side not in lit or pair.state == REWORDED:
                    lit[side] = shown
        self._show(lit)
        for facing, gutter in self.joined:
            gutter.light([_band(facing, pair) for its, pair in found if its is facing])
        if found:
            self._at = (*found[0], pane)

    def _show(self, lit: dict[Reader, Lit]) -> None:
        for pane in _panes(self.joined):
            before, after = pane.marks.lit, lit.get(pane)
            if before != after:
                pane.marks.lit = after
                for one in filter(None, (before, after)):
                    pane.update_interval(one.start, one.end)

    def _show_hidden(self) -> None:
        """The mouse came to rest: show the partner, if it cannot be seen where it stands."""
        if self._at is None:
            return
        facing, pair, pane = self._at
        other = facing.other(pane)
        start, end = facing.stretch(pair, other)
        if start < end and not other.viewport().rect().intersects(_place(other, start, end)):
            self.show_card()


def pieces(facing: Facing, pair: Pair) -> list[Piece]:
    """How the two sentences of a pair differ, word by word."""
    from analysis.difference import difference

    left, right = (pane.flow.text[slice(*facing.stretch(pair, pane))] for pane in facing.panes)
    return difference(left, right)


def _differing(facing: Facing, pair: Pair) -> tuple[Words, Words]:
    """The words of a pair that differ, and the numbers among them, at the left and at the right."""
    if pair.state != REWORDED:
        return ([], []), ([], [])
    found = [piece for piece in pieces(facing, pair) if piece.state != "same"]
    left = [(pair.a_start + one.a_start, pair.a_start + one.a_end, one.numbers) for one in found]
    right = [(pair.b_start + one.b_start, pair.b_start + one.b_end, one.numbers) for one in found]
    return _marked(facing.left, left), _marked(facing.right, right)


def _marked(pane: Reader, found: Sequence[tuple[int, int, bool]]) -> Words:
    words = [(start, end) for start, end, _ in found if start < end]
    numbers = [
        (start + number.start(), start + number.end())
        for start, end, differ in found
        if differ
        for number in NUMBER.finditer(pane.flow.text[start:end])
    ]
    return words, numbers


def _band(facing: Facing, pair: Pair) -> Band:
    """The band that a pair is drawn in."""
    everything = (*facing.bands.moved, *facing.bands.ordered)
    return next(
        band
        for band in everything
        if band.left[0] <= pair.a_start
        and pair.a_end <= band.left[1]
        and band.right[0] <= pair.b_start
        and pair.b_end <= band.right[1]
        and band.state == pair.state
    )


def _panes(joined: Iterable[tuple[Facing, Gutter]]) -> list[Reader]:
    return list(dict.fromkeys(pane for facing, _ in joined for pane in facing.panes))


def _place(pane: Reader, start: int, end: int) -> QRect:
    """Where an interval stands in the viewport; far above or below where its rows are not seen."""
    rows = pane.seen_rows()
    first, last = pane.flow.row_of(start), pane.flow.row_of(max(start, end - 1))
    if last < rows.start or first >= rows.stop:
        return QRect(0, -2 * pane.height() if last < rows.start else 3 * pane.height(), 1, 1)
    top = (
        pane.in_viewport(pane.flow.caret(start)) if first in rows else pane.in_viewport(pane.flow.caret(end))
    )
    bottom = pane.in_viewport(pane.flow.end_caret(end)) if last in rows else top
    return top.united(bottom).toRect()
