"""A Word document read: its body in order, what hangs on a paragraph beside it, then titles and headings."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from importers.docx.contents import without_contents
from importers.docx.drawings import PICTURE, Box
from importers.docx.looks import raise_titles
from importers.docx.markup import attribute, child, children, deep, is_contents, local
from importers.docx.package import Package
from importers.docx.paragraphs import Paragraph, Paragraphs, units
from importers.docx.runs import Runs
from importers.docx.stating import running_lines, stated
from importers.docx.styles import Styles
from importers.docx.tables import Cell, cells, is_frame
from importers.format import Draft, Options, Piece
from importers.outline import outline, raise_headings
from importers.problems import WordDamaged, WordElsewhere

_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read(data: bytes, name: str, options: Options) -> Draft:
    """The draft; a Problem where the file is locked, damaged or only encloses another document."""
    package = Package(data, name)
    try:
        return _draft(package, options)
    except RecursionError:
        raise WordDamaged(name=name) from None


def _draft(package: Package, options: Options) -> Draft:
    styles = Styles(package.part("styles"))
    reader = _Reader(package, styles, options.keep_line_breaks)
    pieces = list(reader.document())
    quality = reader.runs.quality
    if not pieces and quality["embedded_documents_left_out"]:
        raise WordElsewhere(name=package.name)
    pieces, entries = without_contents(pieces, bool(quality["contents_left_out"]))
    quality["contents_left_out"] += entries
    raise_titles(pieces)
    raise_headings(pieces)
    outline(pieces)
    running = running_lines(package, styles)
    facts = {"running_lines": running} if running else {}
    return Draft(pieces, stated=stated(package, running, pieces), quality=+quality, facts=facts)


class _Reader:
    """Walks the body; what hangs on a paragraph is read beside it, what hangs on a table after it."""

    def __init__(self, package: Package, styles: Styles, keep_line_breaks: bool) -> None:
        self.package = package
        self.runs = Runs(package.body, styles, _notes(package))
        self.paragraphs = Paragraphs(package, self.runs, styles, keep_line_breaks)
        self.tables = 0

    def document(self) -> Iterator[Piece]:
        """The pieces of the whole body. Raises WordDamaged where there is none."""
        body = child(self.package.body, "body")
        if body is None:
            raise WordDamaged(name=self.package.name)
        controls = body.iter(f"{body.tag.removesuffix('body')}sdt")
        for contents in filter(is_contents, controls):
            self.runs.quality["contents_left_out"] += sum(_has_text(entry) for entry in deep(contents, "p"))
        return self._blocks(body)

    def _blocks(self, container: Element) -> Iterator[Piece]:
        for unit in units(container):
            if isinstance(unit, list):
                yield from self._paragraph(unit)
            elif local(unit) == "tbl":
                yield from self._table(unit)
                yield from self._beside(self._hung())
                yield from self._notes()
            else:
                self.runs.quality["embedded_documents_left_out"] += 1

    def _paragraph(self, group: list[Element]) -> Iterator[Piece]:
        paragraph, hung = self.paragraphs.read(group), self._hung()
        yield from self._beside(box for box in hung if box.place.is_before)
        if paragraph.text.strip():
            yield from self.paragraphs.pieces(paragraph)
        elif self.runs.large_pictures:
            yield self._picture()
        yield from self._beside(box for box in hung if not box.place.is_before)
        yield from self._notes()

    def _picture(self) -> Piece:
        """The mark for a picture that stands where text should."""
        self.runs.quality["pictures_marked"] += 1
        self.runs.quality["pictures_left_out"] -= 1
        return Piece(PICTURE, "caption")

    def _hung(self) -> list[Box]:
        """The text boxes met since the last time, those higher on the page first."""
        hung, self.runs.hung = sorted(self.runs.hung, key=lambda box: box.place[:2]), []
        return hung

    def _beside(self, hung: Iterator[Box] | list[Box]) -> Iterator[Piece]:
        for box in hung:
            yield from self._blocks(box.content)

    def _notes(self) -> Iterator[Piece]:
        """The notes referred to since the last time."""
        notes, self.runs.notes = self.runs.notes, []
        for note in notes:
            yield Piece(self._line(note), "note")

    def _table(self, table: Element) -> Iterator[Piece]:
        """The cells, each followed by the tables in it; a table that is a frame, as the text in it."""
        found = cells(table)
        if is_frame(found):
            for cell in found:
                yield from self._blocks(cell.content)
            return
        self.tables += 1
        number = self.tables
        for cell in found:
            yield self._cell(cell, number)
            for inner in children(cell.content, "tbl"):
                yield from self._table(inner)

    def _cell(self, cell: Cell, table: int) -> Piece:
        text = self._line(cell.content)
        if not text and self.runs.large_pictures:
            text = self._picture().text
        return Piece(
            text,
            "cell",
            table=table,
            row=cell.row,
            column=cell.column,
            row_span=cell.row_span,
            column_span=cell.column_span,
        )

    def _line(self, container: Element) -> str:
        return self.paragraphs.line(self._paragraphs_of(container))

    def _paragraphs_of(self, container: Element) -> Iterator[Paragraph]:
        return (self.paragraphs.read(unit) for unit in units(container) if isinstance(unit, list))


def _notes(package: Package) -> dict[tuple[str, str], Element]:
    """Footnotes and endnotes by kind and id."""
    found = {}
    for kind in ("footnote", "endnote"):
        for note in children(package.part(f"{kind}s"), kind):
            if attribute(note, "type") not in _SEPARATORS:
                found[kind, attribute(note, "id") or ""] = note
    return found


def _has_text(paragraph: Element) -> bool:
    return any(local(inner) == "t" and inner.text for inner in paragraph.iter())
