"""page: the sharp picture of a page never seen before, in the pane, against the engine painting it.

The engine knows no threads, so it paints all of its pages before the pane has it paint the first.
"""

from collections.abc import Iterator
from statistics import median

from pypdfium2 import PdfDocument
from PySide6.QtCore import QEventLoop

from bench.measure import Result, seconds
from bench.printed import PAGES, report
from bench.screen import application, shown
from desktop.page_pane import PagePane
from desktop.pages.paper import Paper
from desktop.pages.pictures import Pictures
from importers import Options, pdf
from tests.importers.pdf.paper import pdf as printed


def measure() -> Iterator[Result]:
    application()
    data = printed(*(report(number) for number in range(PAGES)))
    pictures = Pictures()
    pane = PagePane(pictures)
    shown(pane)
    pages = range(3, PAGES, 4)
    limit = list(bare(data, pane.flow.width, pages))
    draft = pdf.read(data, "bench.pdf", Options())
    text = "\n".join(piece.text for piece in draft.pieces)
    pane.show_document(1, text, (), (), Paper(data, draft.places))
    while not whole(pane):
        application().processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    ours = [seconds(lambda page=page: turn_to(pane, page)) for page in pages]
    pictures.stop()
    yield Result("page", "a page turned to until it is sharp", median(ours) * 1000, median(limit) * 1000, 3.0)


def bare(data: bytes, width: int, pages: range) -> Iterator[float]:
    """Seconds in which the engine opens and paints each page at that width."""
    document = PdfDocument(data)
    for number in pages:
        yield seconds(lambda number=number: paint(document, number, width))
    document.close()


def paint(document: PdfDocument, number: int, width: int) -> None:
    page = document[number]
    page.render(scale=width / page.get_width()).close()
    page.close()


def turn_to(pane: PagePane, page: int) -> None:
    pane.verticalScrollBar().setValue(pane.flow.rows[page].top)
    pane.viewport().repaint()
    while not whole(pane):
        application().processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    pane.viewport().repaint()


def whole(pane: PagePane) -> bool:
    """Whether the picture of all that is seen is there."""
    seen, ratio = pane.viewport().rect(), pane.devicePixelRatioF()
    return (
        pane.book is not None
        and bool(pane.flow.rows)
        and all(pane.book.is_there((row, pane.leaf_place(row)), seen, ratio) for row in pane.seen_rows())
    )
