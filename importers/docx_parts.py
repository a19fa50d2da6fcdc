"""The parts of a Word document that hold text, taken out of its zip with their sizes watched.

They are read without the pictures and relationships around them, so that a missing picture spoils nothing
and a zip bomb is refused before it is unpacked.
"""

import zlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

from importers.problems import NotADocument, WordDamaged, WordEncrypted, WordInflated

LIMIT = 64 << 20
"""Bytes of XML in one document; a plan of 300 pages has 5 MB."""

WRAPPERS = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"}
)
"""What may stand around the elements that count: content controls, tracked insertions, choices."""

_BROKEN = (BadZipFile, ParseError, KeyError, ValueError, OSError, EOFError, NotImplementedError, zlib.error)
_ENCRYPTED = 0x1


class Parts:
    """The body, the styles and the notes of a Word document, as trees."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises WordDamaged, WordEncrypted, WordInflated; NotADocument where the zip is of another kind."""
        try:
            with ZipFile(BytesIO(data)) as file:
                main = _main_part(file)
                if main is None:
                    raise NotADocument(name=name)
                folder = main.rpartition("/")[0]
                beside = [f"{folder}/{part}.xml" for part in ("styles", "footnotes", "endnotes")]
                self.body, self.styles, *self.notes = _trees(file, [main, *beside], name)
        except _BROKEN:
            raise WordDamaged(name=name) from None


def local(element: Element) -> str:
    """The name of an element without its namespace: Word writes two, transitional and strict."""
    return _local(element.tag)


def attribute(element: Element | None, name: str) -> str | None:
    """The value of the attribute of that local name."""
    if element is None:
        return None
    return next((value for key, value in element.items() if _local(key) == name), None)


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along these local names."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children of those names, in wrappers too."""
    for inner in element:
        name = local(inner)
        if name in names:
            yield inner
        elif name in WRAPPERS:
            yield from children(inner, *names)


@cache
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _main_part(file: ZipFile) -> str | None:
    """The name of the part that holds the text, by the list of content types; None in other packages."""
    if "[Content_Types].xml" not in file.namelist():
        return None
    for override in _trees(file, ["[Content_Types].xml"], "")[0]:
        kind = attribute(override, "ContentType") or ""
        if ("wordprocessingml" in kind or "ms-word" in kind) and kind.endswith("main+xml"):
            return (attribute(override, "PartName") or "").lstrip("/")
    return None


def _trees(file: ZipFile, names: list[str], document: str) -> list[Element]:
    """A tree for each part, an empty one for those that are not there; the first must be."""
    there = {info.filename: info for info in file.infolist() if info.filename in names}
    if any(info.flag_bits & _ENCRYPTED for info in there.values()):
        raise WordEncrypted(name=document)
    size = sum(info.file_size for info in there.values())
    if size > LIMIT:
        raise WordInflated(name=document, size=size >> 20, limit=LIMIT >> 20)
    return [
        _tree(file.read(name)) if name in there or name == names[0] else Element("none") for name in names
    ]


def _tree(data: bytes) -> Element:
    """Word writes no document types, so none is expanded."""
    if b"<!DOCTYPE" in data[:4096]:
        raise ParseError
    return fromstring(data)
