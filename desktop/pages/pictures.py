"""The pictures of pages that all panes share: made behind the window, kept while there is room."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.pages.engine import Engine
from desktop.pages.tiles import Kept, Tile


class Pictures(QObject):
    """Gives tiles that are there, and has those made that are not."""

    opened = Signal(int, object)
    """A file is open: its number, and width and height of each page in points."""
    refused = Signal(int, Exception)
    """A file cannot be shown: a Problem."""
    came = Signal(object)
    """A tile was painted."""
    spoilt = Signal(int, int)
    """A page of a file cannot be painted."""

    _heard = Signal(object)
    """From the thread of the engine: what is to be called in that of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept = Kept()
        self._books: set[int] = set()
        self._numbers = count(1)
        self._heard.connect(self._call)
        self._engine = Engine(
            self._later(self.opened.emit), self._later(self.refused.emit), self._later(self._take)
        )
        self.destroyed.connect(self._engine.stop)

    def open(self, data: bytes) -> int:
        """Have a file opened; its number."""
        book = next(self._numbers)
        self._books.add(book)
        self._engine.open(book, data)
        return book

    def unlock(self, book: int, data: bytes, password: str) -> None:
        """Try to open a file again, with a password; it is known for the others from then on."""
        self._engine.open(book, data, password)

    def close(self, book: int) -> None:
        """Let go of a file and its tiles."""
        self._books.discard(book)
        self._engine.close(book)
        self.kept.drop(lambda tile: tile.book == book)

    def get(self, tile: Tile) -> QImage | None:
        return self.kept.get(tile)

    def want(self, book: int, tiles: Sequence[Tile]) -> None:
        """Have these tiles made, the first first; what was wanted before of the file no longer is."""
        self._engine.want(book, tiles)

    def stop(self) -> None:
        """End what runs behind the window."""
        self._engine.stop()

    def _later(self, call: Callable[..., None]) -> Callable[..., None]:
        """The same call, made in the thread of the window, if that is still there."""

        def told(*values: object) -> None:
            with suppress(RuntimeError):
                self._heard.emit(partial(call, *values))

        return told

    def _call(self, call: Callable[[], None]) -> None:
        call()

    def _take(self, tile: Tile, image: QImage | None) -> None:
        if tile.book not in self._books:
            return
        if image is None:
            self.spoilt.emit(tile.book, tile.page)
        else:
            self.kept.put(tile, image)
            self.came.emit(tile)
