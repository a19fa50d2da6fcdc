"""What is drawn on a page besides its text: ruling lines and pictures, as the engine lists them."""

from collections.abc import Iterable, Iterator
from ctypes import addressof, c_float, c_int, c_ulong, c_void_p
from itertools import islice, pairwise, repeat
from math import isfinite
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from importers.pdf.calls import address, bare
from importers.pdf.frame import Box, Frame

THIN = 2.5
"""Points: no ruling line is thicker, no filled box thinner."""

SHORT = 4.0
"""Points: what is shorter belongs to a letter or an ornament."""

MOST_OBJECTS, MOST_PICTURES, MOST_SEGMENTS, DEEPEST = 20_000, 300, 400, 4
"""What has more shows a map or a chart, and its lines are no table's."""

Matrix = tuple[float, ...]
Point = tuple[float, float]
Span = tuple[float, float, float, float]

_count = bare(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
_object = bare(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
_kind = bare(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
_bounds = bare(pdfium.FPDFPageObj_GetBounds, c_int, *[c_void_p] * 5)
_matrix = bare(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
_inner_count = bare(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
_inner = bare(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_ulong)
_mode = bare(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
_picture_bytes = bare(pdfium.FPDFImageObj_GetImageDataRaw, c_ulong, c_void_p, c_void_p, c_ulong)
_picture_size = bare(pdfium.FPDFImageObj_GetImagePixelSize, c_int, c_void_p, c_void_p, c_void_p)
_segment_count = bare(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
_segment = bare(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
_segment_kind = bare(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
_segment_point = bare(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
_segment_closes = bare(pdfium.FPDFPathSegment_GetClose, c_int, c_void_p)


class Drawing(NamedTuple):
    """What is drawn on a page: ruling lines and pictures, each as its box, and how many paths there are.

    `pixels` are those of the pictures together, `density` is their bytes to a pixel: white paper takes few.
    """

    rules: list[Box]
    pictures: list[Box]
    pixels: int
    density: float
    paths: int


def drawing(page: PdfPage, frame: Frame) -> Drawing:
    """What is drawn on a page, its boxes in points from the top left corner as the page is read."""
    rules: list[Span] = []
    pictures: list[Span] = []
    pen, paths, size, pixels = _Pen(), 0, 0, 1
    for kind, handle, matrix in islice(pen.objects(page), MOST_OBJECTS):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules += pen.rules(handle, matrix)
            paths += 1
        elif len(pictures) < MOST_PICTURES:
            pictures.append(pen.bounds(handle, matrix))
            size += _picture_bytes(handle, None, 0)
            pixels += pen.pixels(handle)
    return Drawing(_read(frame, rules), _read(frame, pictures), pixels, size / pixels, paths)


def _read(frame: Frame, spans: list[Span]) -> list[Box]:
    spans = [span for span in spans if isfinite(sum(span))]
    left, bottom, right, top = ([span[i] for span in spans] for i in range(4))
    return [Box(*box) for box in zip(*frame.read(left, top, right, bottom), strict=True)]


class _Pen:
    """Walks the objects of a page; what the engine tells of one lies in `numbers` for a moment."""

    def __init__(self) -> None:
        self.numbers = (c_float * 6)()
        self.flags = (c_int * 2)()
        start = addressof(self.numbers)
        self.places = tuple(range(start, start + 16, 4))

    def objects(self, page: PdfPage) -> Iterator[tuple[int, int, Matrix | None]]:
        """The paths and images, those inside forms with the matrix from the form to the page."""
        whole = address(page)
        handles = list(map(_object, repeat(whole), range(_count(whole))))
        for kind, handle in zip(map(_kind, handles), handles, strict=True):
            if kind != pdfium.FPDF_PAGEOBJ_TEXT:
                yield from self._unfolded(kind, handle, None, 0)

    def _unfolded(
        self, kind: int, handle: int, matrix: Matrix | None, depth: int
    ) -> Iterator[tuple[int, int, Matrix | None]]:
        if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            yield kind, handle, matrix
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = self._to_page(handle, matrix)
            for i in range(min(MOST_OBJECTS, max(0, _inner_count(handle)))):
                found = _inner(handle, i)
                yield from self._unfolded(_kind(found), found, inner, depth + 1)

    def bounds(self, handle: int, matrix: Matrix | None) -> Span:
        """Left, bottom, right, top of an object."""
        _bounds(handle, *self.places)
        left, bottom, right, top, *_ = self.numbers
        if matrix is None:
            return left, bottom, right, top
        corners = (left, bottom), (left, top), (right, bottom), (right, top)
        return _around(_moved(corner, matrix) for corner in corners)

    def rules(self, handle: int, matrix: Matrix | None) -> Iterator[Span]:
        """The straight upright and level strokes of a path; what is filled is shading, unless it is thin."""
        bounds = self.bounds(handle, matrix)
        count = _segment_count(handle)
        if _is_rule(bounds):
            yield bounds
        elif count <= MOST_SEGMENTS and (count > 5 or self._is_stroked(handle)):
            for corners in self._parts(handle, count, matrix):
                part = _around(corners)
                if _is_rule(part):
                    yield part
                elif self._is_stroked(handle):
                    yield from filter(_is_rule, map(_around, pairwise(corners)))

    def _parts(self, handle: int, count: int, matrix: Matrix | None) -> Iterator[list[Point]]:
        """The corners of each part of a path that has no curves."""
        to_page = self._to_page(handle, matrix)
        corners: list[Point] = []
        straight = True
        for segment in map(_segment, repeat(handle), range(count)):
            kind = _segment_kind(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                if straight and len(corners) > 1:
                    yield corners
                corners, straight = [], True
            straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
            _segment_point(segment, *self.places[:2])
            corners.append(_moved((self.numbers[0], self.numbers[1]), to_page))
            if _segment_closes(segment):
                corners.append(corners[0])
        if straight and len(corners) > 1:
            yield corners

    def pixels(self, handle: int) -> int:
        start = addressof(self.flags)
        _picture_size(handle, start, start + 4)
        return self.flags[0] * self.flags[1]

    def _is_stroked(self, handle: int) -> bool:
        start = addressof(self.flags)
        _mode(handle, start, start + 4)
        return bool(self.flags[1])

    def _to_page(self, handle: int, matrix: Matrix | None) -> Matrix:
        _matrix(handle, self.places[0])
        own = tuple(self.numbers)
        return own if matrix is None else _times(own, matrix)


def _is_rule(box: Span) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) <= THIN and max(width, height) >= SHORT


def _around(corners: Iterable[Point]) -> Span:
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    k, m, n, o, p, q = then
    return a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q


def _moved(point: Point, matrix: Matrix) -> Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
