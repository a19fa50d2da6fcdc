"""The pictures of one document's pages: painted as far as they are there, asked for where they are not."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter

from desktop.pages.pictures import Pictures
from desktop.pages.tiles import Tile, tiles

Leaf = tuple[int, QRect]
"""A page, counted from 0, and its rectangle in the viewport."""


class Book:
    """One open file. `ratio` is how many pixels of the screen one of the window is wide."""

    def __init__(self, pictures: Pictures, data: bytes) -> None:
        self._pictures, self._data = pictures, data
        self.number = pictures.open(data)
        self.spoilt: set[int] = set()
        """The pages that cannot be painted."""
        self._before = 0
        """How wide pages were when all that was seen was there last."""

    def unlock(self, password: str) -> None:
        self._pictures.unlock(self.number, self._data, password)

    def close(self) -> None:
        self._pictures.close(self.number)

    def is_there(self, leaf: Leaf, seen: QRect, ratio: float) -> bool:
        """Whether the picture of a page is there as far as it is seen."""
        across = round(leaf[1].width() * ratio)
        return all(self._pictures.get(tile) is not None for tile in self._tiles(leaf, seen, across))

    def paint(self, painter: QPainter, leaf: Leaf, seen: QRect, ratio: float) -> None:
        """Paint what there is of a page's picture, over the blurred one of the size before."""
        across = round(leaf[1].width() * ratio)
        if self._before not in (0, across):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._paint(painter, leaf, seen, ratio, self._before)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        self._paint(painter, leaf, seen, ratio, across)

    def want(self, leaves: Iterable[Leaf], seen: QRect, ratio: float) -> None:
        """Have painted what is seen and not there, then what the next turn of the wheel will show."""
        around = seen.adjusted(0, -seen.height() // 2, 0, seen.height())
        wanted: dict[Tile, None] = {}
        across = 0
        for part in (seen, around):
            for leaf in leaves:
                across = round(leaf[1].width() * ratio)
                if leaf[0] not in self.spoilt:
                    wanted.update(dict.fromkeys(self._tiles(leaf, part, across)))
        missing = [tile for tile in wanted if self._pictures.get(tile) is None]
        if not missing:
            self._before = across
        self._pictures.want(self.number, missing)

    def _paint(self, painter: QPainter, leaf: Leaf, seen: QRect, ratio: float, across: int) -> None:
        """Paint what there is of a picture so wide, on whole pixels, and unscaled where it fits."""
        place = leaf[1]
        begin = QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio)
        fits = across == round(place.width() * ratio)
        scale = 1 / ratio if fits else place.width() / across
        for tile in self._tiles(leaf, seen, across):
            if (image := self._pictures.get(tile)) is not None:
                at = QRectF(tile.place)
                painter.drawImage(QRectF(begin + at.topLeft() * scale, at.size() * scale), image)

    def _tiles(self, leaf: Leaf, seen: QRect, across: int) -> list[Tile]:
        """The tiles of a page, in a picture so wide, that lie in a part of the viewport."""
        page, place = leaf
        scale = across / place.width()
        inside = QRectF((seen & place).translated(-place.topLeft()))
        part = QRectF(inside.topLeft() * scale, inside.size() * scale).toAlignedRect()
        return list(tiles(self.number, page, QSize(across, round(place.height() * scale)), part))
