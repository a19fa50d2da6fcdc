"""What a Word document states of itself beside its text: the red head in a header, a title in properties."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from importers.docx.markup import child, deep
from importers.docx.package import Package
from importers.docx.runs import Runs
from importers.docx.styles import Styles
from importers.format import Piece
from importers.imprint import NUMBER
from importers.outline import ORGAN
from importers.spacing import closed

_HEAD = 8
"""Pieces among which the title stands."""

_MOST_LINES, _LONGEST_LINE = 20, 200
_PAGE_NUMBER = re.compile(r"[\s\d\-—–第页共/·]*$")
_LETTER_HEAD = re.compile(r"(.+?)文件$")
_WHITE = re.compile(r"\s+")


def running_lines(package: Package, styles: Styles) -> list[str]:
    """The lines of headers and footers that say more than the page, each once."""
    found = (
        line for kind in ("header", "footer") for tree in package.parts(kind) for line in _lines(tree, styles)
    )
    said = (line for line in found if not _PAGE_NUMBER.match(line))
    return list(dict.fromkeys(line[:_LONGEST_LINE] for line in said))[:_MOST_LINES]


def stated(package: Package, running: Sequence[str], pieces: Sequence[Piece]) -> dict[str, str]:
    """Issuer and number where a header is a letterhead; the title of the properties where the text has it."""
    found = {}
    for line in running:
        if (match := _LETTER_HEAD.match(line)) and ORGAN.match(match.group(1)):
            found["issuer"] = match.group(1)
        if NUMBER.fullmatch(line):
            found["number"] = line
    title = child(package.part("core-properties"), "title")
    text = closed(title.text or "") if title is not None else ""
    return found | {"title": text} if text and _agrees(text, pieces) else found


def _lines(tree: Element, styles: Styles) -> Iterator[str]:
    """The paragraphs of a header and of the text boxes in it."""
    runs = Runs(tree, styles, {})
    for paragraph in deep(tree, "p"):
        yield closed(runs.text([paragraph]).replace("\n", " "))
    for box in runs.hung:
        for paragraph in deep(box.content, "p"):
            yield closed(runs.text([paragraph]).replace("\n", " "))


def _agrees(title: str, pieces: Sequence[Piece]) -> bool:
    """Whether the title of the text is that one, or lines at its head, one after the other and whole."""
    titled = [piece for piece in pieces if piece.kind == "title"]
    texts = [_WHITE.sub("", piece.text) for piece in titled or pieces[:_HEAD]]
    wanted = _WHITE.sub("", title)
    if titled:
        return wanted == "".join(texts)
    return any("".join(texts[i:j]) == wanted for i in range(len(texts)) for j in range(i + 1, len(texts) + 1))
