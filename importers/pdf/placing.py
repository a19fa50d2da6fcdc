"""Lines with their offsets become places: coordinates of a page as it is read become parts of it as shown."""

from array import array

from importers.pdf.lines import Line
from importers.pdf.sheet import Sheet
from importers.places import FULL, Strip


def placed(line: Line, start: int, sheet: Sheet) -> Strip:
    """The strip of a line whose first character is at offset `start`."""
    wide, high = FULL / max(1.0, sheet.width), FULL / max(1.0, sheet.height)
    along, across = (high, wide) if line.downwards else (wide, high)
    near, far = (line.left, line.right) if line.downwards else (line.top, line.bottom)
    last = line.bottom if line.downwards else line.right
    edges = _clipped([*_edges(line), last], along)
    near, far = _clipped([near, far], across)
    upright = line.downwards
    for _ in range(sheet.turns):
        # a quarter turn clockwise takes (x, y) to (FULL - y, x)
        if upright:
            edges, upright = array("H", [FULL - edge for edge in edges]), False
        else:
            near, far, upright = FULL - far, FULL - near, True
    return Strip(start, start + len(line.text), line.page, upright, near, far, edges)


def _edges(line: Line) -> list[float]:
    """An edge for each character of the line; a space has no width, it ends where the next one begins."""
    if len(line.starts) == len(line.text):
        return line.starts
    places = iter(line.starts)
    following = [None if character.isspace() else next(places) for character in line.text]
    for i in reversed(range(len(following) - 1)):
        if following[i] is None:
            following[i] = following[i + 1]
    return [place for place in following if place is not None]


def _clipped(places: list[float], scale: float) -> "array[int]":
    """The places in parts of FULL; what lies beside the page is moved to its edge."""
    try:
        return array("H", [int(place * scale) for place in places])
    except OverflowError:
        return array("H", [min(FULL, max(0, int(place * scale))) for place in places])
