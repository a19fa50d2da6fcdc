"""The parts of a Word document that hold text, taken out of its zip with their sizes watched.

They are read without the pictures around them, so that a missing picture spoils nothing and a zip bomb is
refused before it is unpacked.
"""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from importers.docx.markup import attribute, local
from importers.problems import NotADocument, WordDamaged, WordEncrypted, WordInflated

LIMIT = 64 << 20
"""Bytes of XML in one document; a plan of 300 pages has 5 MB."""

MOST_TAGS = 3_000_000
"""A tag of a few bytes takes a hundred in memory; a plan of 300 pages has 300,000."""

MOST_PARTS = 20_000
"""Entries in the zip; a report full of pictures has a thousand."""

_MAIN = "officeDocument"
_BROKEN = (
    BadZipFile,
    ParseError,
    LookupError,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
    struct.error,
    zlib.error,
)
_ENCRYPTED = 0x1
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


class Relation(NamedTuple):
    """What a part points to: the last word of the type, and the name of the part."""

    kind: str
    target: str


class Package:
    """The trees of one document: `body`, and by its kind each part that goes with it."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises WordDamaged, WordEncrypted, WordInflated; NotADocument where the zip is of another kind."""
        self.name = name
        self._left = LIMIT
        try:
            if data.count(b"PK\x01\x02") > MOST_PARTS:
                raise BadZipFile
            with ZipFile(BytesIO(data)) as file:
                self._open(file)
        except _BROKEN:
            raise WordDamaged(name=name) from None

    def part(self, kind: str) -> Element:
        """The first part of that kind (styles, numbering, footnotes …); an empty tree where there is none."""
        return next(iter(self.parts(kind)), Element("nothing"))

    def parts(self, kind: str) -> list[Element]:
        return [tree for found, tree in self._trees if found == kind]

    def _open(self, file: ZipFile) -> None:
        infos = {_plain(info.filename): info for info in file.infolist()}
        main = self._main(file, infos)
        self.body = self._tree(file, infos[main])
        beside = [*self._relations(file, infos, main), *_usual(main)]
        wanted = dict.fromkeys(part for part in beside if part.target in infos and part.kind in _WANTED)
        self._trees = [(part.kind, self._tree(file, infos[part.target])) for part in wanted]

    def _main(self, file: ZipFile, infos: dict[str, ZipInfo]) -> str:
        """The part that holds the text: by the content types, else by the relationships."""
        if "[content_types].xml" not in infos:
            raise NotADocument(name=self.name)
        types = self._tree(file, infos["[content_types].xml"])
        for override in types:
            kind = attribute(override, "ContentType") or ""
            if ("wordprocessingml" in kind or "ms-word" in kind) and kind.endswith("main+xml"):
                return _plain(attribute(override, "PartName") or "")
        if any("wordprocessingml" in (attribute(entry, "ContentType") or "") for entry in types):
            pointed = (part.target for part in self._relations(file, infos, "") if part.kind == _MAIN)
            return next(pointed, "")
        raise NotADocument(name=self.name)

    def _relations(self, file: ZipFile, infos: dict[str, ZipInfo], part: str) -> list[Relation]:
        folder, _, name = part.rpartition("/")
        info = infos.get(join(folder, "_rels", f"{name}.rels"))
        return list(_relations(self._tree(file, info), folder)) if info else []

    def _tree(self, file: ZipFile, info: ZipInfo) -> Element:
        """Word writes no document types, so none is expanded."""
        if info.flag_bits & _ENCRYPTED:
            raise WordEncrypted(name=self.name)
        self._left -= info.file_size
        if self._left < 0:
            raise WordInflated(name=self.name, size=(LIMIT - self._left) >> 20, limit=LIMIT >> 20)
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadZipFile
        data = file.read(info)
        if data.count(b"<") > MOST_TAGS or any(doctype in data for doctype in _DOCTYPES):
            raise ParseError
        return fromstring(data)


_WANTED = {
    "styles",
    "numbering",
    "footnotes",
    "endnotes",
    "header",
    "footer",
    "core-properties",
}


def _usual(main: str) -> Iterator[Relation]:
    """Where these parts stand when nothing points to them."""
    for kind in ("styles", "numbering", "footnotes", "endnotes"):
        yield Relation(kind, join(dirname(main), f"{kind}.xml"))
    yield Relation("core-properties", "docprops/core.xml")


def _relations(tree: Element, folder: str) -> Iterator[Relation]:
    for entry in tree:
        target = attribute(entry, "Target") or ""
        if local(entry) == "Relationship" and attribute(entry, "TargetMode") != "External":
            kind = (attribute(entry, "Type") or "").rpartition("/")[2]
            yield Relation(kind, _plain(target if target.startswith("/") else join(folder, target)))


def _plain(name: str) -> str:
    """A part's name as it is compared: without regard to case, to the kind of slash, to steps up."""
    return normpath(name.replace("\\", "/").lower()).lstrip("/")
