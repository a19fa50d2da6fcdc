"""How a text was set: its column, the indents of its first lines, the blank lines it takes for granted.

Everything is measured from the lines themselves, for a wrapped text tells its column: a line was broken
because what follows it would not have fitted. Widths are in half-width columns.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from statistics import median

from importers.characters import CLAUSE_MARK, NON_STARTERS, OPENERS, PAUSE_END, SENTENCE_END, width
from importers.lines import Line

REACH = 4
"""Lines on either side among which one fills its column; few, for newspapers change their column often."""

WINDOW = 6
"""Lines on either side that tell whether a stretch is wrapped running text."""

LEAD = 4
"""The usual indent of a first line: two full-width characters."""

WIDEST = 130
"""No column is wider: 65 characters. A longer line is a paragraph of its own."""

_UNIT = re.compile(rf"[{re.escape(OPENERS)}]*(?:[A-Za-z0-9.,%+/-]+|.)[{re.escape(NON_STARTERS)}]*")
_QUOTES = re.compile("[“”‘’]")

Measure = Callable[[str], int]


def count(text: str) -> int:
    """Every character as wide as every other: how programs wrap that count characters."""
    return 2 * len(text)


def pressed(text: str) -> int:
    """Half of each quote pressed out, in closed-up text: how newspapers justify."""
    return width(text) - len(_QUOTES.findall(text))


@dataclass(frozen=True, slots=True)
class Traits:
    """What each line says for itself, whatever the measure.

    `ended`: with a full stop; `open`: without stop or pause; `running`: has clause marks; `unit`: what
    cannot be torn apart at its beginning; `tail`: marks at its end, which may hang out of the column.
    """

    ended: list[bool]
    open: list[bool]
    running: list[bool]
    unit: list[str]
    tail: list[str]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Traits":
        ended = [bool(SENTENCE_END.search(line.text)) for line in lines]
        return cls(
            ended,
            [not (stop or PAUSE_END.search(line.text)) for stop, line in zip(ended, lines, strict=True)],
            [bool(CLAUSE_MARK.search(line.text)) for line in lines],
            [unit.group() if (unit := _UNIT.match(line.text)) else "" for line in lines],
            [line.set[len(line.set.rstrip(NON_STARTERS)) :] for line in lines],
        )


class Setting:
    """How these lines were set, by one measure of width.

    `column[i]` is the width of the column at line i; `room[i]` what would have been left there after the
    first unit of the next line: below zero (or within `tolerance`) the line is full. `exact`: one column,
    kept to the letter. `lead`: the width of an indent that got lost, so that first lines look short.
    `indent`: the least indent of first lines where they show one. `blanks`: the blank lines between lines
    of one paragraph; `parted`: more of them set paragraphs apart.
    """

    def __init__(self, lines: Sequence[Line], traits: Traits, measure: Measure) -> None:
        self.lines, self.traits = lines, traits
        texts = [line.text if measure is pressed else line.set for line in lines]
        self.width = [line.indent + measure(text) for line, text in zip(lines, texts, strict=True)]
        self.core = [
            w - measure(tail) if tail else w for w, tail in zip(self.width, traits.tail, strict=True)
        ]
        self.unit = [*(measure(unit) for unit in traits.unit[1:]), 0]
        column, self.fit = self._one_column()
        self.exact = column > 0
        self.column = [column] * len(lines) if self.exact else self._columns()
        self.room = [c - w - u for c, w, u in zip(self.column, self.width, self.unit, strict=True)]
        self.tolerance = -1 if self.exact else self._tolerance()
        self.blanks = self._blanks()
        self.parted = self._parted()
        self.indent = self._first_indent()
        self.lead = LEAD if self.indent is None and self._leads() else 0
        self.wrapped = self._wrapped()

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Setting":
        """The setting by the measure that fits these lines best."""
        traits = Traits.of(lines)
        return min((cls(lines, traits, m) for m in (width, count, pressed)), key=Setting._misfit)

    @property
    def ragged(self) -> bool:
        """Whether lines end before their column does, as in justified newspaper columns."""
        return self.tolerance >= 0

    def full(self, i: int, allowance: int = 0) -> bool:
        return self.room[i] <= self.tolerance + allowance

    def looks_first(self, i: int) -> bool:
        """Whether line i is as much shorter than its column as an indent that got lost."""
        allowance = LEAD + (LEAD if self.ragged else 0)
        return (
            i + 1 < len(self.lines) and self.traits.open[i] and not self.full(i) and self.full(i, allowance)
        )

    def _one_column(self) -> tuple[int, float]:
        """The column to which every line was broken, and how many lines agree (0, 0.0 where none fits)."""
        t = self.traits
        middle = [
            i for i in self._gaps() if i and t.open[i] and not t.ended[i - 1] and self.core[i] <= WIDEST
        ]
        if len(middle) < 4:
            return 0, 0.0
        common = Counter(self.core[i] for i in middle).most_common(1)[0][0]
        agreed, column = max((self._agree(middle, c), c) for c in range(common, common + 5))
        running = sum(t.running[i] for i in middle)
        fits = agreed >= max(4, 0.85 * len(middle)) and running >= 0.3 * len(middle)
        return (column, agreed / len(middle)) if fits else (0, 0.0)

    def _agree(self, middle: list[int], column: int) -> int:
        return sum(self.core[i] <= column < self.width[i] + self.unit[i] for i in middle)

    def _columns(self) -> list[int]:
        """The column at each line: the widest line before it or the widest after it, the narrower."""
        core, last = self.core, max(0, len(self.core) - 1 - REACH)
        return [
            min(max(core[max(0, i - REACH) : max(i, REACH) + 1]), max(core[min(i, last) : i + REACH + 1]))
            for i in range(len(core))
        ]

    def _tolerance(self) -> int:
        """The room that 95 of 100 lines leave which certainly go on."""
        is_open = self.traits.open
        rooms = sorted(
            self.room[i]
            for i in self._gaps()
            if i and is_open[i - 1] and is_open[i] and self.room[i] <= 2 * LEAD
        )
        return max(-1, rooms[int(len(rooms) * 0.95)]) if rooms else -1

    def _blanks(self) -> int | None:
        gaps = Counter(self.lines[i + 1].blanks for i in self._going_on())
        return gaps.most_common(1)[0][0] if gaps else None

    def _parted(self) -> bool:
        """Whether blank lines stand after lines that end, and mostly not after those that do not."""
        within: list[bool] = []
        apart: list[bool] = []
        least = min((self.lines[i + 1].blanks for i in self._gaps()), default=0)
        for i in self._gaps():
            (apart if self.lines[i + 1].blanks > least else within).append(self.traits.open[i])
        return bool(within and apart) and sum(within) > 0.5 * len(within) and sum(apart) < 0.5 * len(apart)

    def _first_indent(self) -> int | None:
        """The least indent of a first line; None where indents do not tell first lines."""
        further = [self.lines[i + 1].indent for i in self._going_on()]
        firsts = [self.lines[i + 1].indent for i in self._gaps() if self.traits.ended[i] and not self.full(i)]
        if not further or not firsts:
            return None
        least = int(median(further)) + 2
        return least if sum(indent >= least for indent in firsts) > 0.6 * len(firsts) else None

    def _leads(self) -> bool:
        """Whether most lines after a paragraph's certain end look indented."""
        t = self.traits
        firsts = [
            not self.full(i + 1)
            for i in range(len(self.lines) - 2)
            if t.ended[i] and not self.full(i, LEAD) and t.open[i + 1]
        ]
        return sum(firsts) > 0.5 * len(firsts)

    def _wrapped(self) -> list[bool]:
        """For each line whether it stands in running text that was broken into lines."""
        if self.exact:
            return [c <= column for c, column in zip(self.core, self.column, strict=True)]
        going = [
            is_open and self.full(i) and self.column[i] <= WIDEST
            for i, is_open in enumerate(self.traits.open)
        ]
        goes, runs = [0, *accumulate(going)], [0, *accumulate(self.traits.running)]

        def flows(start: int, end: int) -> bool:
            share = 0.4 * (end - start)
            return goes[end] - goes[start] >= max(2, share) and runs[end] - runs[start] >= share

        last = len(going)
        return [flows(max(0, i - WINDOW), i + 1) or flows(i, min(last, i + WINDOW + 1)) for i in range(last)]

    def _gaps(self) -> range:
        return range(len(self.lines) - 1)

    def _going_on(self) -> list[int]:
        return [i for i in self._gaps() if self.traits.open[i] and self.full(i)]

    def _misfit(self) -> float:
        """How badly the measure fits: below zero where one column fits, else the usual raggedness."""
        if self.exact:
            return -self.fit
        rests = [min(20, abs(self.column[i] - self.core[i])) for i in self._gaps() if self.traits.open[i]]
        return sum(rests) / max(1, len(rests))
