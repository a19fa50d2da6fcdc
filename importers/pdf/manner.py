"""How a document sets its paragraphs, measured where there is no doubt about them."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from importers.characters import NON_STARTERS, OPENERS, PAUSE_END, SENTENCE_END, width
from importers.pdf.lines import FEW, Column, Line

INDENT, DEEPEST = 0.7, 4.6
"""Heights of a line: the least difference between two indents, the greatest indent of a first line."""

SLACK, LATIN = 0.3, 0.1
"""Heights of a line: how far from the edge, beyond what would not have fitted, a full line may end; how much
wider than half a height a Latin letter or a figure may be.
"""

_WORD = "[A-Za-z0-9.,%+/~:=?&#_-]+"
_UNIT = re.compile(
    rf"[{re.escape(OPENERS)}]*(?:{_WORD}|.)(?:[“”‘’](?:{_WORD}|.)|[{re.escape(NON_STARTERS)}]+(?:{_WORD})?)*"
)
"""What no program breaks: some keep quotes with what is on either side, and figures with a mark before."""


@dataclass(frozen=True, slots=True)
class Manner:
    """`body` is the size of most text; `steps` has the usual distance of two lines, by size (see `sized`).

    `first` and `further` are the usual indents of the first and the other lines of a paragraph, in heights of
    a line; equal where that is not known.
    """

    body: float
    steps: dict[int, float]
    first: float
    further: float

    @property
    def indents(self) -> bool:
        """Whether first lines are indented."""
        return self.first - self.further > INDENT

    def begins(self, line: Line) -> bool:
        """Whether the indent of a line is rather that of a first line."""
        return self.indents and indent(line) > (self.first + self.further) / 2


def manner(lines: Sequence[Line]) -> Manner:
    """How these lines were set, by what is usual among them."""
    sizes: Counter[int] = Counter()
    steps: dict[int, Counter[int]] = defaultdict(Counter)
    firsts: list[float] = []
    furthers: list[float] = []
    for line in lines:
        sizes[sized(line)] += len(line.text)
    for before, line in pairwise(lines):
        if line.column is before.column and sized(before) == sized(line):
            steps[sized(line)][round(2 * (line.middle - before.middle))] += 1
            if is_open(before) and is_full(before, line):
                furthers.append(indent(line))
            elif SENTENCE_END.search(before.text) and room(before) > 2 and indent(line) < DEEPEST:
                firsts.append(indent(line))
    usual = {size: found.most_common(1)[0] for size, found in steps.items()}
    further = median(furthers) if furthers else 0.0
    return Manner(
        sizes.most_common(1)[0][0] / 2 if sizes else 1.0,
        {size: step / 2 for size, (step, count) in usual.items() if step > 0 and count >= FEW},
        median(firsts) if len(firsts) > 1 else further,
        further,
    )


def settle(lines: Sequence[Line]) -> None:
    """Give columns of few lines the edges of the narrowest other column they would fit into."""
    columns = list({id(line.column): line.column for line in lines}.values())
    known = sorted((c for c in columns if c.is_known), key=lambda c: c.right - c.left)
    for column in columns:
        wider = None if column.is_known else next((other for other in known if _fits(column, other)), None)
        if wider:
            column.left, column.right, column.is_known = wider.left, wider.right, True


def _fits(column: Column, other: Column) -> bool:
    near = INDENT * 10
    framed = (column.frame is None) == (other.frame is None)
    return framed and other.left - near <= column.left and column.right <= other.right + near


def sized(line: Line) -> int:
    """The size of a line in half points."""
    return round(2 * line.size)


def indent(line: Line) -> float:
    """In heights of the line."""
    return (line.left - line.column.left) / line.size


def room(line: Line) -> float:
    """What is left of the column after the line, in its heights."""
    return (line.column.right - line.right) / line.size


def is_full(line: Line, following: Line) -> bool:
    """Whether the first word of the following line would not have fitted on this one."""
    match = _UNIT.match(following.text)
    unit = match.group() if match else following.text[:1]
    return room(line) < width(unit) / 2 + LATIN * sum(map(str.isascii, unit)) + SLACK


def is_open(line: Line) -> bool:
    """Whether a line ends without a full stop or another mark that ends a clause."""
    return not (SENTENCE_END.search(line.text) or PAUSE_END.search(line.text))
