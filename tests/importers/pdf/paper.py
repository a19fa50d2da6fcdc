"""Writes small PDFs: Chinese text in a font that is named and not embedded, lines, areas and pictures.

Coordinates are points from the top left corner of an A4 page, downwards. Full-width characters are as wide as
the type is high, half-width ones half as wide.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from importers.characters import width

A4 = (595.0, 842.0)
RC4_KEY_LENGTH = 5


@dataclass
class Sheet:
    """One page; `turned` is its /Rotate."""

    size: tuple[float, float] = A4
    turned: int = 0
    marks: list[str] = field(default_factory=list)
    pictures: list[tuple[int, int, bytes]] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 12.0, slant: str = "1 0 0 1") -> None:
        """A line whose characters' upper edge is at y; `slant` is the upper part of the text matrix."""
        base = self.size[1] - y - 0.88 * size
        shown = text.encode("utf-16-be").hex()
        self.marks.append(f"BT /F {size} Tf {slant} {x} {base} Tm <{shown}> Tj ET")

    def lines(
        self, x: float, y: float, lines: Sequence[str], size: float = 12.0, step: float = 18.0
    ) -> float:
        """Lines one below the other; the place of the next one."""
        for i, line in enumerate(lines):
            self.text(x, y + i * step, line, size)
        return y + len(lines) * step

    def rule(self, left: float, top: float, right: float, bottom: float) -> None:
        high = self.size[1]
        self.marks.append(f"0.5 w {left} {high - top} m {right} {high - bottom} l S")

    def fill(self, left: float, top: float, right: float, bottom: float) -> None:
        """A light area."""
        self.marks.append(f"q 0.9 g {left} {self.size[1] - bottom} {right - left} {bottom - top} re f Q")

    def grid(self, across: Sequence[float], down: Sequence[float]) -> None:
        """A table's lines, each over its full length."""
        for x in across:
            self.rule(x, down[0], x, down[-1])
        for y in down:
            self.rule(across[0], y, across[-1], y)

    def picture(self, left: float, top: float, right: float, bottom: float, pixels: Sequence[bytes]) -> None:
        """A grey picture, given by its rows of pixels."""
        self.pictures.append((len(pixels[0]), len(pixels), zlib.compress(b"".join(pixels))))
        name = f"/P{len(self.pictures)}"
        place = f"{right - left} 0 0 {bottom - top} {left} {self.size[1] - bottom}"
        self.marks.append(f"q {place} cm {name} Do Q")


_WORDS = re.compile(r"[A-Za-z0-9.%+]+|.")


def wrapped(text: str, columns: int, indent: str = "　　") -> list[str]:
    """The lines of a paragraph in a column of so many full-width characters, out of which a mark may hang."""
    lines, line = [], indent
    for word in _WORDS.findall(text):
        hangs = word in "，。、；：）》”" and width(line) <= 2 * columns
        if width(line + word) > 2 * columns and not hangs:
            lines.append(line)
            line = ""
        line += word
    return [*lines, line]


def pdf(*sheets: Sheet, extra: str = "") -> bytes:
    """The file. `extra` goes into its trailer."""
    return _file(list(_objects(sheets)), extra)


FIRST = 6
"""The number of the first object that belongs to a page; before it come catalogue, pages and the font."""


def _objects(sheets: Sequence[Sheet]) -> Iterator[bytes]:
    kids, number = [], FIRST
    pages: list[bytes] = []
    for sheet in sheets:
        kids.append(f"{number} 0 R")
        found = list(_page(sheet, number))
        pages += found
        number += len(found)
    yield b"<</Type/Catalog/Pages 2 0 R>>"
    yield f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(sheets)}>>".encode()
    yield b"<</Type/Font/Subtype/Type0/BaseFont/Invented-Song/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>"
    yield (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/Invented-Song/DW 1000/W[1 95 500 814 939 500]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R>>"
    )
    yield (
        b"<</Type/FontDescriptor/FontName/Invented-Song/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0"
        b"/Ascent 880/Descent -120/CapHeight 880/StemV 90>>"
    )
    yield from pages


def _page(sheet: Sheet, number: int) -> Iterator[bytes]:
    pictures = "".join(f"/P{i} {number + 1 + i} 0 R" for i in range(1, len(sheet.pictures) + 1))
    yield (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.size[0]} {sheet.size[1]}]/Rotate {sheet.turned}"
        f"/Resources<</Font<</F 3 0 R>>/XObject<<{pictures}>>>>/Contents {number + 1} 0 R>>"
    ).encode()
    yield _stream("", "\n".join(sheet.marks).encode())
    for wide, high, data in sheet.pictures:
        head = f"/Type/XObject/Subtype/Image/Width {wide}/Height {high}/ColorSpace/DeviceGray"
        yield _stream(f"{head}/BitsPerComponent 8/Filter/FlateDecode", data)


def _stream(head: str, data: bytes) -> bytes:
    return f"<<{head}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes], extra: str) -> bytes:
    out, places = bytearray(b"%PDF-1.6\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{extra}>>\nstartxref\n{start}\n%%EOF\n"
    return bytes(out) + trailer.encode()
