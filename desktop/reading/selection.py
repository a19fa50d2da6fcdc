"""What is selected in a pane, and where its caret stands."""

from collections.abc import Callable

from desktop.reading.units import UNITS, Interval

Paragraph = Callable[[int], Interval]


class Selection:
    """The interval between an anchor, which stays, and the caret, which moves.

    `paragraph` gives the block that an offset stands in. A selection made by units (words, sentences)
    grows by whole units from the one it began with.
    """

    def __init__(self, text: str, paragraph: Paragraph) -> None:
        self._text, self._paragraph = text, paragraph
        self.anchor = self.caret = 0
        self._seed: Interval = (0, 0)
        self._unit: str | None = None
        self._narrower: list[Interval] = []

    @property
    def interval(self) -> Interval:
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    @property
    def empty(self) -> bool:
        return self.anchor == self.caret

    def place(self, offset: int) -> None:
        """Put the caret somewhere; nothing is selected any more."""
        self._unit = None
        self._set(offset, offset)

    def extend(self, offset: int) -> None:
        """Move the caret; by whole units where the selection was made so."""
        if self._unit is None:
            self._set(self.anchor, offset)
            return
        start, end = self.unit_at(self._unit, offset)
        if start < self._seed[0]:
            self._set(self._seed[1], start)
        else:
            self._set(self._seed[0], max(end, self._seed[1]))

    def take(self, start: int, end: int) -> None:
        """Select an interval, the caret at its end."""
        self._unit = None
        self._set(start, end)

    def take_unit(self, unit: str, offset: int) -> None:
        """Select the word, clause, sentence or paragraph at an offset."""
        self._unit, self._seed = unit, self.unit_at(unit, offset)
        self._set(*self._seed)

    def unit_at(self, unit: str, offset: int) -> Interval:
        start, end = self._paragraph(offset)
        first, last = UNITS[unit](self._text[start:end], min(offset, max(start, end - 1)) - start)
        return start + first, start + last

    def widen(self) -> None:
        """Take in the smallest unit that is more than what is selected; beyond the paragraph, everything."""
        start, end = self.interval
        for unit in UNITS:
            first = self.unit_at(unit, start)[0]
            last = self.unit_at(unit, max(start, end - 1))[1]
            if first <= start and last >= end and (first, last) != (start, end):
                self._widen_to(first, last)
                return
        if (start, end) != (0, len(self._text)):
            self._widen_to(0, len(self._text))

    def narrow(self) -> None:
        """Undo the last widening, or else keep only the next smaller unit at the start."""
        start, end = self.interval
        if self._narrower:
            earlier = self._narrower.pop()
            self.anchor, self.caret = earlier
            return
        for unit in reversed(UNITS):
            first, last = self.unit_at(unit, start)
            if start <= first and last <= end and (first, last) != (start, end):
                self._set(first, last)
                return
        self.place(start)

    def _widen_to(self, start: int, end: int) -> None:
        self._narrower.append((self.anchor, self.caret))
        self.anchor, self.caret = start, end
        self._unit = None

    def _set(self, anchor: int, caret: int) -> None:
        self.anchor, self.caret = anchor, caret
        self._narrower.clear()
