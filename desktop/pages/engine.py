"""The one thread that talks to pypdfium2, which knows no threads: opens files, paints tiles of their pages.

It gets plain values and tells plain values; files and pages of the engine never leave it.
"""

from __future__ import annotations

import atexit
import threading
from collections import deque
from collections.abc import Callable, Sequence
from ctypes import c_char
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from db.problems import Problem
from desktop.pages.problems import PagesDamaged, PagesLocked, PagesStillLocked
from desktop.pages.tiles import Tile

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

PATIENCE = 5.0
"""Seconds the end of the program waits for a page that is being painted."""

Sizes = tuple[tuple[float, float], ...]
Opened = Callable[[int, Sizes], None]
Refused = Callable[[int, Exception], None]
Painted = Callable[[Tile, QImage | None], None]


class GivenUp(Exception):
    """A tile that nobody wants any more was left half painted."""


class Engine:
    """Paints what is wanted most recently. What it tells, it tells in its own thread."""

    def __init__(self, opened: Opened, refused: Refused, painted: Painted) -> None:
        self._opened, self._refused, self._painted = opened, refused, painted
        self._change = threading.Condition()
        self._errands: deque[Callable[[], None]] = deque()
        self._wanted: dict[int, list[Tile]] = {}
        self._at_work: Tile | None = None
        self._ended = False
        self._thread: threading.Thread | None = None
        self._files: dict[int, PdfDocument] = {}
        self._page: tuple[int, int, PdfPage] | None = None
        """The page painted last, still loaded: its other tiles come next."""
        self._passwords: list[str] = []
        """Those that opened a file; they are tried on the next one that is locked."""

    def open(self, book: int, data: bytes, password: str | None = None) -> None:
        """Open a file under a number: `opened` tells the sizes of its pages, or `refused` why not."""
        self._send(partial(self._open, book, data, password))

    def close(self, book: int) -> None:
        """Let go of a file."""
        with self._change:
            self._give_up(book)
            self._wanted.pop(book, None)
        self._send(partial(self._close, book))

    def want(self, book: int, wanted: Sequence[Tile]) -> None:
        """Have these tiles of a file painted, in this order, in place of those wanted before.

        The one that is being painted is given up where it is not among them.
        """
        with self._change:
            self._give_up(book, wanted)
            self._wanted[book] = [tile for tile in wanted if tile != self._at_work]
            self._change.notify()

    def stop(self) -> None:
        """End the thread; the tile it is at is given up."""
        with self._change:
            self._at_work, self._ended = None, True
            self._change.notify()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(PATIENCE)
        atexit.unregister(self.stop)

    def _give_up(self, book: int, but: Sequence[Tile] = ()) -> None:
        """Leave the tile being painted as it is, if it is one of this file and not among those in `but`."""
        if self._at_work is not None and self._at_work.book == book and self._at_work not in but:
            self._at_work = None

    def _send(self, errand: Callable[[], None]) -> None:
        with self._change:
            self._errands.append(errand)
            self._change.notify()
        if self._thread is None and not self._ended:
            self._thread = threading.Thread(target=self._run, name="pages", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        import pypdfium2  # noqa: F401 - its own end of the program is to come after ours

        atexit.register(self.stop)
        while (task := self._next()) is not None:
            task()
        for book in list(self._files):
            self._close(book)

    def _next(self) -> Callable[[], None] | None:
        """What to do next; waits until there is something, and gives None at the end."""
        with self._change:
            self._at_work = None
            self._change.wait_for(lambda: self._ended or self._errands or any(self._wanted.values()))
            if self._ended:
                return None
            if self._errands:
                return self._errands.popleft()
            book = next(book for book, tiles in self._wanted.items() if tiles)
            tiles = self._wanted.pop(book)
            self._wanted[book] = tiles[1:]  # behind those of the other files
            self._at_work = tiles[0]
            return partial(self._paint, tiles[0])

    def _open(self, book: int, data: bytes, password: str | None) -> None:
        try:
            document = self._unlocked(data, password)
            sizes = tuple(document.get_page_size(i) for i in range(len(document)))
        except Exception as error:
            self._refused(book, error)
            return
        self._files[book] = document
        self._opened(book, sizes)

    def _unlocked(self, data: bytes, given: str | None) -> PdfDocument:
        """The file, opened with no password, the given one, or one that opened another; or a Problem."""
        problem: Problem = PagesDamaged()
        for password in dict.fromkeys([given, None, *self._passwords]):
            found = _document(data, password)
            if not isinstance(found, Problem):
                if password:
                    self._passwords.append(password)
                return found
            problem = found
        if isinstance(problem, PagesLocked):
            raise PagesStillLocked if given else PagesLocked
        raise problem

    def _close(self, book: int) -> None:
        if self._page is not None and self._page[0] == book:
            self._leave_page()
        if (document := self._files.pop(book, None)) is not None:
            document.close()

    def _paint(self, tile: Tile) -> None:
        if tile.book not in self._files:
            return
        try:
            image: QImage | None = painted(
                self._at(tile.book, tile.page), tile, lambda: self._at_work is not tile
            )
        except GivenUp:
            return
        except Exception:  # whatever is wrong with a page, the others are still to be painted
            image = None
        self._painted(tile, image)

    def _at(self, book: int, number: int) -> PdfPage:
        if self._page is None or self._page[:2] != (book, number):
            self._leave_page()
            self._page = (book, number, self._files[book][number])
        return self._page[2]

    def _leave_page(self) -> None:
        if self._page is not None:
            self._page[2].close()
            self._page = None


def _document(data: bytes, password: str | None) -> PdfDocument | Problem:
    import pypdfium2.raw as pdfium
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data, password=password)
    except PdfiumError:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        return PagesLocked() if locked else PagesDamaged()


def painted(page: PdfPage, tile: Tile, is_enough: Callable[[], bool]) -> QImage:
    """A tile of a page, on white paper. `is_enough` is asked again and again; where it says so, GivenUp."""
    import pypdfium2.raw as pdfium
    from pypdfium2.internal import set_callback

    place = tile.place
    image = QImage(place.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    pixels = (c_char * image.sizeInBytes()).from_buffer(image.bits())
    bitmap = pdfium.FPDFBitmap_CreateEx(
        place.width(), place.height(), pdfium.FPDFBitmap_BGRx, pixels, image.bytesPerLine()
    )
    pause = pdfium.IFSDK_PAUSE(version=1)
    set_callback(pause, "NeedToPauseNow", lambda _pause: is_enough())
    outcome = pdfium.FPDF_RenderPageBitmap_Start(
        bitmap, page, -place.x(), -place.y(), tile.width, tile.height, 0, pdfium.FPDF_ANNOT, pause
    )
    pdfium.FPDF_RenderPage_Close(page)
    pdfium.FPDFBitmap_Destroy(bitmap)
    if outcome == pdfium.FPDF_RENDER_TOBECONTINUED:
        raise GivenUp
    return image
