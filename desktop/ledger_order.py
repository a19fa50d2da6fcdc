"""Which rows of a ledger are shown, and in which order: plain functions, fit for a thread."""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import zip_longest
from typing import Any

from desktop.folding import folded
from desktop.ledger_columns import Column
from desktop.ledger_filters import Condition

RUN = 16_384
"""Rows sorted in one go: a thread that sorts more at once keeps the window from moving."""


def texts_of(rows: Sequence[Any], columns: Iterable[Column], language: str) -> list[str]:
    """What each row says in all its columns, folded."""
    texts = [column.texts(rows, language) for column in columns]
    return [folded("\n".join(row)) for row in zip(*texts, strict=True)]


def kept(
    rows: Sequence[Any], texts: Sequence[str], needles: Collection[str], conditions: Iterable[Condition]
) -> Sequence[Any]:
    """The rows whose texts have all needles and that meet all conditions; texts are read for needles only."""
    if needles:
        found = list(zip(rows, texts, strict=True))
        for needle in needles:
            found = [(row, text) for row, text in found if needle in text]
        rows = [row for row, _ in found]
    for condition in conditions:
        rows = list(filter(condition, rows))
    return rows


def ordered(rows: Sequence[Any], column: Column, descending: bool) -> list[Any]:
    """The rows by a column, empty values last in either order; rows that are alike keep their order."""
    rows, key = list(rows), column.sort_key()
    values = map(column.value, rows)
    keys = [None if value in (None, "") else key(value) for value in values]
    full = [place for place, own in enumerate(keys) if own is not None]
    empty = [row for row, own in zip(rows, keys, strict=True) if own is None]
    return [rows[place] for place in _sorted(full, keys.__getitem__, descending)] + empty


def _sorted(places: list[int], key: Callable[[int], Any], descending: bool) -> list[int]:
    """Sorted by runs, which are joined two by two: what lies in order already is not compared again."""
    runs = [sorted(places[at : at + RUN], key=key, reverse=descending) for at in range(0, len(places), RUN)]
    while len(runs) > 1:
        pairs = zip_longest(runs[::2], runs[1::2], fillvalue=())
        runs = [sorted([*one, *other], key=key, reverse=descending) for one, other in pairs]
    return runs[0] if runs else []
