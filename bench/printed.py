"""pdf in: a PDF in reading order, with every character's box, against the text and boxes of the engine."""

from collections.abc import Iterator

from pypdfium2 import PdfDocument

from bench.measure import Result, alternate, seconds
from importers import Options, pdf
from tests.importers.pdf.invented import FIRST, SECOND
from tests.importers.pdf.paper import Sheet, wrapped
from tests.importers.pdf.paper import pdf as printed

PAGES = 50
COLUMNS = 4
"""Of a newspaper's page."""


def measure() -> Iterator[Result]:
    for work, page in (("pages of a report", report), ("pages of a newspaper, four columns", _newspaper)):
        data = printed(*(page(number) for number in range(PAGES)))
        yield Result("pdf", f"{PAGES} {work}", *compared(data), goal=2.0)


def compared(data: bytes) -> tuple[float, float]:
    return alternate(
        lambda _run: seconds(lambda: pdf.read(data, "bench.pdf", Options())),
        lambda _run: seconds(lambda: text_and_boxes(data)),
    )


def text_and_boxes(data: bytes) -> None:
    """What the engine offers: the text of every page and the box of every character, in its own order."""
    document = PdfDocument(data)
    for i in range(len(document)):
        page = document[i]
        textpage = page.get_textpage()
        textpage.get_text_range()
        for character in range(textpage.count_chars()):
            textpage.get_charbox(character)
        textpage.close()
        page.close()
    document.close()


def report(number: int) -> Sheet:
    sheet, y = Sheet(), 80.0
    for text in (FIRST, SECOND) * 8:
        y = sheet.lines(80, y, wrapped(text, 34), 12, 20)
        if y > 740:
            break
    sheet.text(290, 800, str(number + 1))
    return sheet


def _newspaper(number: int) -> Sheet:
    sheet = Sheet()
    sheet.text(60, 50, f"云岭日报　第{number + 1}版", 20)
    for column in range(COLUMNS):
        y = 100.0
        for text in (FIRST, SECOND) * 12:
            lines = wrapped(text, 12)
            if y + 11 * len(lines) > 780:
                break
            y = sheet.lines(40 + 130 * column, y, lines, 9, 11)
    return sheet
