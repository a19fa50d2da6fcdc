"""Which labels stand together, and on passages of which kinds.

Labels and kinds: the number of passages of a kind that bear a label. Labels and labels: the number of
paragraphs in which both stand, on one passage, on overlapping ones or on two side by side; a label with
itself, the paragraphs in which it stands at all. A passage over several paragraphs stands in each of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations_with_replacement
from typing import NamedTuple


class Marked(NamedTuple):
    """A passage and its labels, by name; `paragraphs` are (document, place of the paragraph in it)."""

    kind: str
    labels: tuple[str, ...]
    paragraphs: tuple[tuple[int, int], ...]


class Grid(NamedTuple):
    """Counts by row and column."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


def labels_by_kinds(passages: Iterable[Marked], labels: Sequence[str], kinds: Sequence[str]) -> Grid:
    """How many passages of each kind bear each label."""
    together = Counter((label, passage.kind) for passage in passages for label in passage.labels)
    return _grid(labels, kinds, together)


def labels_by_labels(passages: Iterable[Marked], labels: Sequence[str]) -> Grid:
    """In how many paragraphs each two labels stand together."""
    standing: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for passage in passages:
        for paragraph in passage.paragraphs:
            standing[paragraph].update(passage.labels)
    together: Counter[tuple[str, str]] = Counter()
    for names in standing.values():
        for one, other in combinations_with_replacement(sorted(names), 2):
            together[one, other] += 1
            together[other, one] += one != other
    return _grid(labels, labels, together)


def _grid(rows: Sequence[str], columns: Sequence[str], counts: Counter[tuple[str, str]]) -> Grid:
    cells = tuple(tuple(counts[row, column] for column in columns) for row in rows)
    return Grid(tuple(rows), tuple(columns), cells)
