"""Where the characters of a document stand on its pages, so that a passage can be shown on the page.

Strips cover the text in order: a strip is a stretch of it that stands on one line of one page. What lies
between strips is on no page, as the line breaks between blocks. Coordinates are parts of the page as it is
shown, from 0 at its left or top to FULL at its right or bottom: they hold for any zoom.

Packed, all numbers are little-endian: 32 bits for how many strips there are; five times 32 bits a strip: its
start and end, its page twice plus 1 where the line runs along the page's height, and the near and the far
edge of the line across; then, strip by strip, 16 bits for the edge at which each character begins and one for
that at which the last ends.
"""

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

FULL = 0xFFFF
"""The width and the height of every page."""

_FIELDS = 5


class Spot(NamedTuple):
    """A rectangle on a page (counted from 1), its sides in parts of FULL."""

    page: int
    left: int
    top: int
    right: int
    bottom: int


class Strip(NamedTuple):
    """The characters `[start, end)` on one line. `edges` is where each begins and the last ends.

    `near` and `far` bound the line across its direction, which is that of the page's height where `upright`.
    """

    start: int
    end: int
    page: int
    upright: bool
    near: int
    far: int
    edges: "array[int]"

    def spot(self, start: int, end: int) -> Spot:
        """The rectangle around `[start, end)` of the text, both within the strip."""
        ends = self.edges[start - self.start], self.edges[end - self.start]
        first, last = min(ends), max(ends)
        if self.upright:
            return Spot(self.page, self.near, first, self.far, last)
        return Spot(self.page, first, self.near, last, self.far)


class Places:
    """The strips of a text."""

    def __init__(self, strips: Iterable[Strip]) -> None:
        self.strips = list(strips)
        self._ends = [strip.end for strip in self.strips]

    def spots(self, start: int, end: int) -> Iterator[Spot]:
        """The rectangles that cover the characters of `[start, end)`, one a line."""
        for strip in self.strips[bisect_right(self._ends, start) :]:
            if strip.start >= end:
                return
            yield strip.spot(max(start, strip.start), min(end, strip.end))

    def offset_at(self, page: int, x: int, y: int) -> int | None:
        """The offset of the character at a point of a page, in parts of FULL; None where there is none."""
        for strip in self.strips:
            if strip.page != page:
                continue
            _, left, top, right, bottom = strip.spot(strip.start, strip.end)
            if left <= x <= right and top <= y <= bottom:
                along = y if strip.upright else x
                edges = enumerate(pairwise(strip.edges), strip.start)
                return next(offset for offset, ends in edges if min(ends) <= along <= max(ends))
        return None

    def packed(self) -> bytes:
        heads = array("I", [len(self.strips)])
        edges = array("H")
        for strip in self.strips:
            heads.extend((strip.start, strip.end, strip.page << 1 | strip.upright, strip.near, strip.far))
            edges.extend(strip.edges)
        return _little(heads).tobytes() + _little(edges).tobytes()

    @classmethod
    def unpacked(cls, data: bytes) -> "Places":
        """The places that were packed; ValueError where `data` is nothing of the kind."""
        count = _read("I", data[:4])[0] if len(data) >= 4 else -1
        end = 4 + 4 * _FIELDS * count
        if count < 0 or len(data) < end:
            raise ValueError("not the packed places of a text")
        heads, edges = _read("I", data[4:end]), _read("H", data[end:])
        strips, first = [], 0
        for i in range(0, len(heads), _FIELDS):
            start, stop, page, near, far = heads[i : i + _FIELDS]
            beyond = first + stop - start + 1
            strips.append(Strip(start, stop, page >> 1, bool(page & 1), near, far, edges[first:beyond]))
            first = beyond
        if first != len(edges):
            raise ValueError("not the packed places of a text")
        return cls(strips)


def _read(form: str, data: bytes) -> "array[int]":
    found: array[int] = array(form)
    found.frombytes(data)
    return _little(found)


def _little(numbers: "array[int]") -> "array[int]":
    """The numbers as they are on a little-endian machine, swapped on others."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers
