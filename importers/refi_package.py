"""The parts of a REFI-QDA file: the XML of a project or codebook, and the texts beside it in the zip.

The file may come from anywhere. Nothing is unpacked to the disk, names in the zip are only looked up, sizes
are watched before anything is read, and XML with a document type, which could define entities, is refused.
"""

import re
import zlib
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from zipfile import BadZipFile, ZipFile

from importers.problems import ExchangeDamaged, ExchangeInflated

LIMIT = 64 << 20
"""Bytes of XML; that of a project with 10,000 passages has 12 MB."""

TEXTS = 256 << 20
"""Bytes of all texts together."""

_OUTSIDE = re.compile(r"(?!internal:)[a-z]{2,}:", re.I)
"""What begins a path that leads out of the file (absolute:// relative:// file:): it is not followed."""

_ENCRYPTED = 0x1
_BROKEN = (BadZipFile, KeyError, ValueError, OSError, EOFError, NotImplementedError, zlib.error)


class Package:
    """A REFI-QDA file, opened."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises ExchangeDamaged, ExchangeInflated."""
        self.name = name
        self._left = TEXTS
        if not data.startswith(b"PK"):
            self._file, self.root = None, tree(data, name)
            return
        try:
            self._file = ZipFile(BytesIO(data))
            whole = [i.filename for i in self._file.infolist() if not i.flag_bits & _ENCRYPTED]
        except _BROKEN:
            raise ExchangeDamaged(name=name) from None
        self._entries = {_key(entry): entry for entry in reversed(whole)}
        project = next((entry for entry in whole if entry.lower().endswith(".qde")), None)
        if project is None:
            raise ExchangeDamaged(name=name)
        self.root = tree(self._read(project, LIMIT) or b"", name)

    def text(self, path: str) -> bytes | None:
        """The bytes of a source's text by its path, internal://…; None where the file does not hold it.

        Programs differ in what they write before the name, in the folder (Sources, sources, none) and in the
        case of the name: it is found by its last part, and never outside of the file.
        """
        if self._file is None or _OUTSIDE.match(path):
            return None
        entry = self._entries.get(_key(path)) or self._entries.get(_key(unquote(path)))
        data = self._read(entry, self._left) if entry else None
        self._left -= len(data or b"")
        return data

    def _read(self, entry: str, limit: int) -> bytes | None:
        assert self._file is not None
        size = self._file.getinfo(entry).file_size
        if size > limit:
            raise ExchangeInflated(name=self.name, size=size >> 20, limit=limit >> 20)
        try:
            return self._file.read(entry)
        except _BROKEN:
            return None


class _NoTypes(TreeBuilder):
    """Builds a tree of XML without document types: REFI-QDA has none, and theirs are for attacks."""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise ParseError(f"a document type {name}")


def tree(data: bytes, name: str) -> Element:
    """The root of some XML. Raises ExchangeDamaged, ExchangeInflated."""
    if len(data) > LIMIT:
        raise ExchangeInflated(name=name, size=len(data) >> 20, limit=LIMIT >> 20)
    parser = XMLParser(target=_NoTypes())
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError):
        raise ExchangeDamaged(name=name) from None
    return root


def _key(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name.lower()
