"""Text in pictures, recognised by rapidocr where that optional extra is installed (`pip install .[ocr]`).

What is recognised stands among the runs of its page like any other text: it is put into order, joined and
placed alike. Pages where that was done are marked.
"""

import logging
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

from pypdfium2 import PdfBitmap, PdfPage

from importers.characters import width
from importers.pdf.frame import Box
from importers.pdf.runs import Run
from importers.pdf.sheet import Sheet

DPI = 200
"""Of the picture that is looked at: characters of 8 points are 22 pixels high, enough for the models."""

POINTS = 72
"""To an inch."""

MOST_PIXELS = 50_000_000
"""Of the picture of one page; a larger page is looked at less closely."""

SURE = 0.5
"""How sure the engine must be of a line, from 0 to 1: below are seals, stains and borders."""

OPENED = 0.05
"""The part of a line's height by which the box found around it is higher than its type."""


class Seen(NamedTuple):
    """A line found in a picture: its words and its box, in pixels."""

    text: str
    box: Box


def recognise(sheet: Sheet, page: PdfPage) -> None:
    """Put what stands in the pictures of a page among its text; a picture without text stays a picture."""
    if sheet.turns or not (sheet.pictures or sheet.kind in ("scan", "photo")):
        return
    whole = sheet.kind in ("scan", "photo")
    scale = _scale(page)
    found = [_run(seen, scale) for seen in _seen(page, scale)]
    if whole:
        kept, sheet.pictures = found, []
    else:
        kept = [run for run in found if any(picture.holds(run.box) for picture in sheet.pictures)]
        sheet.pictures = [box for box in sheet.pictures if not any(box.holds(run.box) for run in kept)]
    if kept:
        sheet.runs = kept if whole else [*sheet.runs, *kept]
        sheet.line = sorted(run.size for run in sheet.runs)[(len(sheet.runs) - 1) // 2]
        sheet.ground, sheet.recognised = "", True


def _scale(page: PdfPage) -> float:
    """Pixels to a point."""
    wide, high = page.get_size()
    return min(DPI / POINTS, (MOST_PIXELS / max(1.0, wide * high)) ** 0.5)


def _seen(page: PdfPage, scale: float) -> Iterator[Seen]:
    bitmap = page.render(scale=scale)
    try:
        result = _looked_at(bitmap)
    finally:
        bitmap.close()
    if result.boxes is None:
        return
    for corners, text, sureness in zip(result.boxes, result.txts, result.scores, strict=True):
        across, down = ([float(corner[i]) for corner in corners] for i in (0, 1))
        words = " ".join(text.split())
        if words and sureness >= SURE:
            yield Seen(words, Box(min(across), min(down), max(across), max(down)))


def _looked_at(bitmap: PdfBitmap) -> Any:
    """Corners (`boxes`), words (`txts`) and sureness (`scores`) of the lines in a picture; None for none."""
    return _engine()(bitmap.to_numpy())


@cache
def _engine() -> Any:
    """Loading the models takes a second; they come with the package."""
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.WARNING)
    return RapidOCR(params={"Global.log_level": "warning"})


def _run(seen: Seen, scale: float) -> Run:
    """The line as a run, its characters as wide as they are usually set."""
    left, top, right, bottom = (place / scale for place in seen.box)
    margin = OPENED * (bottom - top)
    words = [width(character) for character in seen.text]
    step = (right - left) / sum(words)
    starts = [left + step * before for before in accumulate(words[:-1], initial=0)]
    return Run(seen.text, starts, left, top + margin, right, bottom - margin, bottom - top - 2 * margin)
