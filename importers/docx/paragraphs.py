"""A paragraph read: its label, its text, what it is, and how it is set."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from importers.characters import HAN
from importers.docx.looks import Look, SetPiece
from importers.docx.markup import attribute, child, is_on, local, within
from importers.docx.numbering import Numbering
from importers.docx.package import Package
from importers.docx.runs import Runs
from importers.docx.styles import Role, Styles
from importers.format import Piece
from importers.lines import lines
from importers.reflow import joined
from importers.reflow import paragraphs as reflowed

_LONGEST_CAPTION = 80
_FRAGMENT = re.compile(f"[{HAN}]{{1,2}}$")
"""Lines of a cell so short are a word broken to fit: 责任 / 单位."""


class Paragraph(NamedTuple):
    """Paragraphs that are one, with the properties that their last mark gives them."""

    text: str
    label: str
    is_bullet: bool
    is_caption: bool
    properties: Element | None
    look: Look


class Paragraphs:
    """Reads the paragraphs of one document in order, for numbers and fields go on from one to the next."""

    def __init__(self, package: Package, runs: Runs, styles: Styles, keep_line_breaks: bool) -> None:
        self.runs, self.styles = runs, styles
        self.numbering = Numbering(package.part("numbering"), styles)
        self.keep_line_breaks = keep_line_breaks

    def read(self, group: list[Element]) -> Paragraph:
        """One paragraph, of several elements where they are joined as `units` says."""
        text, properties = self.runs.text(group), child(group[-1], "pPr")
        label = self.numbering.label(properties)
        is_caption = self.runs.fields.numbers
        self.runs.fields.end_paragraph()
        look = self._look(properties)
        return Paragraph(text, label.text, label.is_bullet, is_caption, properties, look)

    def pieces(self, paragraph: Paragraph) -> Iterator[Piece]:
        """A paragraph, or several where soft line breaks part it."""
        if not paragraph.text.strip():
            return
        found = lines(paragraph.label + paragraph.text)
        whole = self.keep_line_breaks or len(found) == 1
        for group in [[line] for line in found] if whole else reflowed(found):
            text, starts = joined(group)
            kind, level = self._role(paragraph, text)
            yield SetPiece(text, kind, level, tuple(starts), look=paragraph.look)

    def line(self, paragraphs: Iterator[Paragraph]) -> str:
        """The text of a cell or a note, on one line. A label may stand alone, as row numbers do."""
        found = [line.text for one in paragraphs for line in lines(one.label + one.text)]
        text = ""
        for before, after in zip(["", *found], found, strict=False):
            broken = bool(_FRAGMENT.match(before) and _FRAGMENT.match(after))
            text += after if broken or not before else f" {after}"
        return text

    def _role(self, paragraph: Paragraph, text: str) -> Role:
        role = self.styles.role(paragraph.properties, text)
        if role.kind != "paragraph":
            return role
        if paragraph.is_caption and len(text) <= _LONGEST_CAPTION:
            return Role("caption")
        return Role("item") if paragraph.is_bullet else role

    def _look(self, properties: Element | None) -> Look:
        justified = attribute(self.styles.for_paragraph(properties, "jc"), "val")
        sizes = self.runs.sizes
        size = max(sizes, key=lambda size: (sizes[size], size), default=0)
        return Look(justified == "center", self.runs.is_red, size)


def units(container: Element) -> Iterator[list[Element] | Element]:
    """What stands in a container: tables and the like, and paragraphs with those they were joined to.

    A paragraph goes on in the next where the mark between them is deleted, moved away or hidden.
    """
    group: list[Element] = []
    for inner in within(container):
        if local(inner) == "p":
            group.append(inner)
            if _goes_on(inner):
                continue
        elif local(inner) not in _UNITS:
            continue
        if group:
            yield group
            group = []
        if local(inner) != "p":
            yield inner
    if group:
        yield group


_UNITS = ("tbl", "altChunk")
_REMOVED = ("del", "moveFrom")


def _goes_on(paragraph: Element) -> bool:
    mark = child(paragraph, "pPr", "rPr")
    return mark is not None and any(
        local(one) in _REMOVED or (local(one) in ("vanish", "specVanish") and is_on(one)) for one in mark
    )
