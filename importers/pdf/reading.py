"""A PDF becomes a draft: pages read, furniture taken off, lines in order, paragraphs, tables, headings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from pypdfium2 import PdfPage

from importers.format import Draft, Options, Piece
from importers.outline import outline
from importers.pdf.engine import opened
from importers.pdf.flow import CONTENTS, Item, Paragraph, paragraphs
from importers.pdf.furniture import Dropped, take_off
from importers.pdf.headlines import raise_headlines
from importers.pdf.joining import joined
from importers.pdf.layout import laid_out
from importers.pdf.lines import Line
from importers.pdf.manner import Manner, manner, settle
from importers.pdf.pictures import Picture
from importers.pdf.placing import placed
from importers.pdf.recognising import recognise
from importers.pdf.sheet import Sheet, sheets
from importers.pdf.tables import Table, over_pages
from importers.places import Places, Strip

PICTURE = "[picture, page {page}]"
"""What stands in the text where a page has a picture that may show text."""


class Read(NamedTuple):
    """A piece and the lines it was read from."""

    piece: Piece
    lines: Sequence[Line]


def read(data: bytes, name: str, options: Options) -> Draft:
    with opened(data, name, options.password) as document:
        pages = list(sheets(document, partial(_look, options)))
    dropped = take_off(pages)
    laid = [laid_out(page) for page in pages]
    lines = [item for items in laid for item in items if isinstance(item, Line)]
    settle(lines)
    found = manner(lines)
    parts = list(_parts(_flowing(laid, pages, found, options)))
    raise_headlines([(one.piece, one.lines[0].size) for one in parts if one.lines], found)
    pieces = [one.piece for one in parts]
    outline(pieces)
    places = Places(_strips(parts, pages))
    return Draft(pieces, quality=_quality(pages, pieces), facts=_facts(dropped, pages), places=places)


def _look(options: Options, sheet: Sheet, page: PdfPage) -> None:
    if options.recognise:
        recognise(sheet, page)
        options.progress()


def _flowing(
    laid: Sequence[Sequence[Item]], pages: Sequence[Sheet], found: Manner, options: Options
) -> list[Paragraph | Table | Picture]:
    """Paragraphs, tables and pictures in the order of reading."""
    if options.keep_line_breaks:
        items = [Paragraph([item]) if isinstance(item, Line) else item for item in chain(*laid)]
    else:
        items = paragraphs(laid, [page.height for page in pages], found)
    return [_without_lone_cells(item) for item in over_pages(items)]


def _without_lone_cells(item: Paragraph | Table | Picture) -> Paragraph | Table | Picture:
    """The item; a table with text in one cell is that text, for lines around one are a frame or a chart."""
    if isinstance(item, Table) and len(item.texts) == 1:
        return Paragraph(item.texts[0].lines)
    return item


def _parts(items: Sequence[Paragraph | Table | Picture]) -> Iterator[Read]:
    tables = 0
    for item in items:
        if isinstance(item, Paragraph):
            yield _paragraph(item)
        elif isinstance(item, Picture):
            yield Read(Piece(PICTURE.format(page=item.page), "caption", page=item.page), ())
        else:
            tables += 1
            yield from _cells(item, tables)


def _paragraph(paragraph: Paragraph) -> Read:
    text, starts = joined(paragraph.lines)
    kind = "note" if paragraph.is_note else "item" if CONTENTS.search(text) else "paragraph"
    return Read(Piece(text, kind, line_starts=tuple(starts), page=paragraph.lines[0].page), paragraph.lines)


def _cells(table: Table, number: int) -> Iterator[Read]:
    """The cells that have text, row by row."""
    for cell, lines in sorted((entry.cell, entry.lines) for entry in table.texts):
        text, starts = joined(lines)
        place = {"page": lines[0].page, "table": number, **cell._asdict()}
        yield Read(Piece(text, "cell", line_starts=tuple(starts), **place), lines)


def _strips(parts: Sequence[Read], pages: Sequence[Sheet]) -> Iterator[Strip]:
    """The places of the text that the pieces make, each on a line of its own."""
    offset = 0
    for piece, lines in parts:
        for line, start in zip(lines, piece.line_starts, strict=bool(lines)):
            yield placed(line, offset + start, pages[line.page - 1])
        offset += len(piece.text) + 1


def _quality(pages: Sequence[Sheet], pieces: Sequence[Piece]) -> Counter[str]:
    """What of the document is not as it should be, by count."""
    kinds = Counter(page.kind for page in pages)
    found = Counter(
        pages=len(pages),
        pages_without_text=kinds["scan"],
        photo_pages=kinds["photo"],
        blank_pages=kinds["blank"],
        damaged_pages=kinds["damaged"],
        recognised_pages=sum(page.recognised for page in pages),
        pictures_marked=sum(
            piece.kind == "caption" and piece.text.startswith("[picture") for piece in pieces
        ),
        watermark_characters=sum(page.leaning for page in pages),
    )
    for page in pages:
        found += page.quality
    return +found


def _facts(dropped: Dropped, pages: Sequence[Sheet]) -> dict[str, Any]:
    """What was taken off the pages, and on which of them text was recognised."""
    facts: dict[str, Any] = {}
    if recognised := [page.number for page in pages if page.recognised]:
        facts["recognised"] = recognised
    if dropped.lines:
        facts["running_lines"] = dropped.lines
    if dropped.numbers:
        facts["page_numbers"] = [min(dropped.numbers), max(dropped.numbers)]
    return facts
