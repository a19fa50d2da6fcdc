"""Positions in the texts of REFI-QDA files, as the programs that wrote them counted.

The standard counts code points, a line end as one. Programs also count UTF-16 units, both characters of a
line end of Windows, or the byte order mark; none says which. But a selection's name often repeats its first
words, and selections begin and end where words do. So each way of counting is tried on all selections of a
file, and the one that fits best is taken; where nothing tells them apart, the standard's.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, product
from typing import NamedTuple

BOM = "\ufeff"
EDGES = frozenset('，。；：、！？,.;:!? \t\n（）()《》“”"')
"""What stands on either side of a selection more often than within a word."""

KNOWN = 4
"""Characters of a name that must be the selection's before it tells anything: numbers are names too."""

MARGIN = 3
"""By so many edges another way of counting must be ahead of the standard's, where no name tells."""

Place = tuple[int, int, str]
"""Start and end as the file has them, and the name of the selection."""


class Measure(NamedTuple):
    """A way of counting: in UTF-16 units, a line end of Windows as two, the byte order mark as one."""

    utf16: bool = False
    pairs: bool = False
    mark: bool = False

    def within(self, raw: str) -> "Measure":
        """The same way of counting in this text, without what makes no difference there."""
        return Measure(
            self.utf16 and max(raw, default="") > "\uffff",
            self.pairs and "\r\n" in raw,
            self.mark and raw[:1] == BOM,
        )


class Score(NamedTuple):
    """How many selections have the words of their names, and how many ends of selections are at edges."""

    names: int
    edges: int


MEASURES = [Measure(utf16, pairs, mark) for mark, utf16, pairs in product((False, True), repeat=3)]
"""The standard's first."""


class Ruler:
    """Turns positions of a text into offsets: code points of the plain text."""

    def __init__(self, raw: str, measure: Measure) -> None:
        self._starts = _starts(raw, measure.within(raw))

    def offset(self, position: int) -> int:
        """The first character that begins at the position or after it; more than there are for one beyond."""
        return bisect_left(self._starts, position)


def plain(raw: str) -> str:
    """The text with a plain line end for every line end, without a byte order mark."""
    return raw.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")


def best(texts: Iterable[tuple[str, Sequence[Place]]]) -> Measure:
    """The way of counting that fits the selections of all texts best."""
    scores = dict.fromkeys(MEASURES, Score(0, 0))
    for raw, places in texts:
        told = {
            measure: _score(plain(raw), Ruler(raw, measure), places)
            for measure in {measure.within(raw) for measure in MEASURES}
        }
        for measure in MEASURES:
            found = told[measure.within(raw)]
            scores[measure] = Score(scores[measure].names + found.names, scores[measure].edges + found.edges)
    standard = scores[MEASURES[0]]
    first = max(MEASURES, key=scores.__getitem__)
    if scores[first].names > standard.names:
        return first
    ahead = not standard.names and scores[first].edges - standard.edges >= MARGIN
    return first if ahead else MEASURES[0]


def _score(text: str, ruler: Ruler, places: Sequence[Place]) -> Score:
    names = edges = 0
    for first, last, name in places:
        start, end = ruler.offset(first), ruler.offset(last)
        names += _is_named(text[start:end], name)
        edges += start == 0 or text[start - 1 : start] in EDGES
        edges += end == len(text) or bool({text[end : end + 1], text[end - 1 : end]} & EDGES)
        edges -= text[start : start + 1] == "\n" or end > len(text)
    return Score(names, edges)


def _is_named(selected: str, name: str) -> bool:
    """Whether a name repeats the words selected, or says that it repeats the first of them."""
    words, kept = "".join(selected.split()), "".join(name.removesuffix("...").removesuffix("…").split())
    return bool(words) and (words == kept or (len(kept) >= KNOWN and words.startswith(kept)))


def _starts(raw: str, measure: Measure) -> Sequence[int]:
    """Where each character of the plain text begins, and where the last one ends."""
    text, first = plain(raw), int(measure.mark)
    if not (measure.utf16 or measure.pairs):
        return range(first, first + len(text) + 1)
    widths = [2 if measure.utf16 and character > "\uffff" else 1 for character in text]
    for place in _line_ends(raw.removeprefix(BOM)) if measure.pairs else ():
        widths[place] = 2
    return list(accumulate(widths, initial=first))


def _line_ends(raw: str) -> Iterator[int]:
    """The offsets in the plain text of line ends that are two characters here."""
    ends = accumulate(len(line) + 1 for line in raw.split("\r\n")[:-1])
    return (end - 1 for end in ends)
