"""Code points, in which the program counts text, and UTF-16 units, in which Qt counts it."""

from bisect import bisect_left


class Offsets:
    """Positions in one stretch of text, converted both ways.

    A text without characters beyond the basic plane, which is nearly every text, converts at no cost: both
    counts are the same.
    """

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        plain = units == len(text)
        self._points = [] if plain else [at for at, character in enumerate(text) if character > "\uffff"]
        self._units = [at + before for before, at in enumerate(self._points)]

    def to_qt(self, offset: int) -> int:
        """The UTF-16 position of a code point."""
        return offset + bisect_left(self._points, offset) if self._points else offset

    def from_qt(self, position: int) -> int:
        """The code point at a UTF-16 position; the middle of a surrogate pair counts as its start."""
        return position - bisect_left(self._units, position) if self._units else position
