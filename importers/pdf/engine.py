"""The engine, pypdfium2: documents opened, the characters of a page as plain values, a look at a page."""

import re
from array import array
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import addressof, c_float, c_int, c_uint, c_void_p
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from math import degrees, hypot, isfinite

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage, PdfTextPage

from importers.pdf.calls import address, bare
from importers.pdf.frame import Boxes, Frame
from importers.problems import PasswordNeeded, PasswordWrong, PdfDamaged, PdfTooLong

MOST_PAGES, MOST_CHARACTERS = 5_000, 300_000
"""Pages of a document, characters of a page: people read less, what shall exhaust a computer is more."""

SAMPLE = 15
"""Characters of a page that tell how it is turned."""

THUMBNAIL = 80
"""Pixels of the longer side of a page that is looked at."""

WHITE = 225
"""Brightness, of 255, from which paper is white."""

LOST = "\ufffd"
_HALF, _HALVES = re.compile("[\ud800-\udfff]"), re.compile("[\ud800-\udbff][\udc00-\udfff]")

_box_of = bare(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
_code_of = bare(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)


@dataclass(slots=True)
class Characters:
    """The characters of a page in the order of its content stream, each with its box.

    The engine's own line ends and spaces are among them. `angle(i)` is the angle at which character i stands,
    in degrees clockwise, from 0 to 360; `size(i)` the size of its type in points, 0 where that is not known.
    """

    text: str
    boxes: Boxes
    angle: Callable[[int], float]
    size: Callable[[int], float]


@contextmanager
def opened(data: bytes, name: str, password: str | None) -> Iterator[PdfDocument]:
    """The document in `data`; PasswordNeeded, PasswordWrong, PdfDamaged or PdfTooLong where there is none."""
    try:
        document = PdfDocument(data, password=password)
    except PdfiumError:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise (PasswordWrong if password else PasswordNeeded)(name=name) from None
        raise PdfDamaged(name=name) from None
    try:
        if not len(document):
            raise PdfDamaged(name=name)
        if len(document) > MOST_PAGES:
            raise PdfTooLong(name=name, pages=len(document), limit=MOST_PAGES)
        yield document
    finally:
        document.close()


def characters(page: PdfPage, textpage: PdfTextPage) -> tuple[Frame, Characters]:
    """The characters of a page, read the way round in which most of them stand upright."""
    count = min(textpage.count_chars(), MOST_CHARACTERS)
    text = _text(textpage, count)
    turns = _turns(textpage, text, page.get_rotation() // 90)
    left, bottom, right, top = page.get_bbox()
    frame = Frame(left, top, right - left, top - bottom, turns)
    flat = _flat(textpage, count)
    boxes = frame.read(flat[0::4], flat[1::4], flat[2::4], flat[3::4])
    return frame, Characters(
        text, boxes, lambda i: (_angle(textpage, i) + 90 * turns) % 360, partial(_size, textpage)
    )


def _text(textpage: PdfTextPage, count: int) -> str:
    """One character for each that the engine counts; where it counts halves, a space for the second."""
    text = textpage.get_text_range(0, count, errors="replace")
    if len(text) == count:
        return text
    codes = map(_code_of, repeat(address(textpage)), range(count))
    halves = "".join(chr(code) if code < 0x110000 else LOST for code in codes)
    return _HALF.sub(LOST, _HALVES.sub(lambda pair: _whole(pair.group()) + " ", halves))


def _whole(pair: str) -> str:
    return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _flat(textpage: PdfTextPage, count: int) -> list[float]:
    """Left, top, right and bottom of each character in the file's coordinates, one after the other."""
    buffer = (c_float * (4 * count))()
    places = range(addressof(buffer), addressof(buffer) + 16 * count, 16)
    deque(map(_box_of, repeat(address(textpage)), range(count), places), maxlen=0)
    flat = array("f", bytes(buffer)).tolist()
    return flat if isfinite(sum(flat)) else [place if isfinite(place) else 0.0 for place in flat]


def _turns(textpage: PdfTextPage, text: str, default: int) -> int:
    """The quarter turns after which most characters stand upright."""
    step = max(1, len(text) // SAMPLE)
    sample = [i for i in range(0, len(text), step) if not text[i].isspace()]
    angles = Counter(round(_angle(textpage, i) / 90) % 4 for i in sample)
    return (-angles.most_common(1)[0][0]) % 4 if angles else default


def _size(textpage: PdfTextPage, i: int) -> float:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage.raw, i, matrix)
    return float(pdfium.FPDFText_GetFontSize(textpage.raw, i) * hypot(matrix.c, matrix.d))


def _angle(textpage: PdfTextPage, i: int) -> float:
    return degrees(pdfium.FPDFText_GetCharAngle(textpage.raw, i))


def whiteness(page: PdfPage) -> float:
    """The part of a page that is white when it is painted."""
    bitmap = page.render(scale=THUMBNAIL / max(1.0, *page.get_size()), grayscale=True)
    pixels = bytes(bitmap.buffer)
    bitmap.close()
    return sum(map(WHITE.__le__, pixels)) / max(1, len(pixels))
