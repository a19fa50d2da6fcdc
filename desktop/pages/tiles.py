"""Page pictures are made and kept in tiles: what is not seen is not painted."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

SIDE = 1024
"""Pixels of a tile's longer side at most; four megabytes of them."""
LIMIT = 256 * 1024 * 1024
"""Bytes of all tiles together."""


class Tile(NamedTuple):
    """A part of the picture of a page, by its place in the grid. `page` counts from 0, `book` names the file.

    `width` and `height` are those of the whole page, in pixels of the screen.
    """

    book: int
    page: int
    width: int
    height: int
    column: int
    row: int

    @property
    def place(self) -> QRect:
        """Its rectangle in the picture of the page."""
        corner = QRect(self.column * SIDE, self.row * SIDE, SIDE, SIDE)
        return corner & QRect(0, 0, self.width, self.height)


def tiles(book: int, page: int, size: QSize, seen: QRect) -> Iterator[Tile]:
    """Those tiles of a page of that size of which something is seen; all in pixels of the page's picture."""
    seen &= QRect(0, 0, size.width(), size.height())
    if seen.isEmpty():
        return
    for row in range(seen.top() // SIDE, seen.bottom() // SIDE + 1):
        for column in range(seen.left() // SIDE, seen.right() // SIDE + 1):
            yield Tile(book, page, size.width(), size.height(), column, row)


class Kept:
    """The tiles made last, as many as there is room for; what was not looked at for longest goes first."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit, self.bytes = limit, 0
        self._images: OrderedDict[Tile, QImage] = OrderedDict()

    def get(self, tile: Tile) -> QImage | None:
        image = self._images.get(tile)
        if image is not None:
            self._images.move_to_end(tile)
        return image

    def put(self, tile: Tile, image: QImage) -> None:
        self.drop(lambda known: known == tile)
        self._images[tile] = image
        self.bytes += image.sizeInBytes()
        while self.bytes > self.limit and len(self._images) > 1:
            self._forget(next(iter(self._images)))

    def drop(self, unwanted: Callable[[Tile], bool]) -> None:
        for tile in [tile for tile in self._images if unwanted(tile)]:
            self._forget(tile)

    def _forget(self, tile: Tile) -> None:
        self.bytes -= self._images.pop(tile).sizeInBytes()
