"""REFI-QDA projects `.qdpx` and codebooks `.qdc` of any program, read to plain values.

What the standard knows and this program does not is counted in `left`, by the names of LEFT.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from db.problems import Problem
from importers.decode import decode
from importers.problems import ExchangeDamaged
from importers.refi_package import Package
from importers.refi_positions import Place, Ruler, best, plain
from importers.refi_xml import bare, colour, every, guid, inner, local, moment, target, values, whole, words
from importers.source import load

LEFT = {
    "PictureSource": "pictures, with what is coded in them",
    "PDFSource": "PDF documents that have no text beside them",
    "PDFSelection": "selections on the pages of PDF documents",
    "AudioSource": "recordings of sound, with their transcripts",
    "VideoSource": "films, with their transcripts",
    "text": "texts that the file does not hold or that cannot be read",
    "Coding": "codings of whole documents, or by codes that are missing",
    "Selection": "selections that have no words, or neither a code nor a note",
    "Kind": "selections of no kind, which wait as suggested tasks",
    "Note": "notes that belong to no passage and no document",
    "Variable": "variables of documents and cases",
    "Link": "links",
    "Set": "sets",
    "Graph": "maps",
}
"""What may be left, by name, in the words of an analyst."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code; `parent` is the GUID of the one it is under, `colour` is #rrggbb."""

    guid: str
    name: str
    colour: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch [start, end) of a source's text with its codes, by GUID.

    `values` are those of the case that holds it, by the GUIDs of the variables. Times are in UTC.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    notes: tuple[str, ...] = ()
    description: str = ""
    author: str = ""
    created: datetime | None = None
    changed: datetime | None = None
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A text with plain line ends, what is selected in it, its notes and the values of its variables."""

    name: str
    text: str
    selections: tuple[Selection, ...]
    notes: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a file holds: each code after the one it is under, the sources, and what is left of it."""

    origin: str
    codes: tuple[Code, ...]
    sources: tuple[Source, ...] = ()
    left: Counter[str] = field(default_factory=Counter)


def read(path: Path) -> Exchange:
    """What a file holds. Raises ExchangeDamaged, ExchangeInflated and what `importers.source.load` does."""
    package = Package(load(path), path.name)
    if local(package.root) not in ("Project", "CodeBook"):
        raise ExchangeDamaged(name=path.name)
    return _Reading(package).exchange()


class _Reading:
    """One file on its way to values."""

    def __init__(self, package: Package) -> None:
        self.package, self.root = package, package.root
        self.left: Counter[str] = Counter()
        self.codes = tuple(_codes(next(every(self.root, "Codes"), self.root)))
        self.known = {code.guid for code in self.codes}
        self.users = {guid(user): user.get("name") or "" for user in every(self.root, "User")}
        self.notes = {guid(note): self._said(note) for note in every(self.root, "Note")}
        self.used: set[str] = set()
        self.values = self._values_of_cases()

    def exchange(self) -> Exchange:
        """All that is taken over, and how much is left."""
        texts = [(element, raw) for element in self._texts() if (raw := self._raw(element))]
        measure = best((raw, [*map(_place, inner(source, "PlainTextSelection"))]) for source, raw in texts)
        sources = tuple(self._source(element, raw, Ruler(raw, measure)) for element, raw in texts)
        self.left["Note"] = len(self.notes.keys() - self.used)
        for name in ("Link", "Set", "Graph"):
            self.left[name] = sum(1 for _ in every(self.root, name))
        return Exchange(self.root.get("origin") or "", self.codes, sources, +self.left)

    def _texts(self) -> Iterator[Element]:
        """The sources that are texts, and the texts that stand for PDF documents."""
        for source in next(every(self.root, "Sources"), ()):
            name = local(source)
            self.left["PDFSelection"] += sum(1 for _ in inner(source, "PDFSelection"))
            text = source if name == "TextSource" else next(inner(source, "Representation"), None)
            if text is None:
                self.left[name] += 1
            else:
                path = PurePosixPath(text.get("plainTextPath") or "")
                text.set("name", source.get("name") or text.get("name") or path.stem)
                yield text

    def _raw(self, source: Element) -> str:
        """The text as the file has it; empty, and counted, where it is not there or cannot be read."""
        found = words(source, "PlainTextContent") or self._decoded(source.get("plainTextPath"))
        self.left["text"] += not found
        return found.replace("\0", "\ufffd")

    def _decoded(self, path: str | None) -> str:
        """A text beside the XML, in UTF-8 or what it turns out to be written in; empty if it is no text."""
        data = self.package.text(path or "") or b""
        try:
            return data.decode()
        except UnicodeDecodeError:
            with suppress(Problem):
                return decode(data, self.package.name).text
        return ""

    def _source(self, element: Element, raw: str, ruler: Ruler) -> Source:
        self.left["Coding"] += sum(1 for _ in inner(element, "Coding"))
        return Source(
            element.get("name") or "",
            plain(raw),
            tuple(self._selection(found, ruler) for found in inner(element, "PlainTextSelection")),
            self._noted(element),
            self.values.get(guid(element), {}) | values(element),
        )

    def _selection(self, element: Element, ruler: Ruler) -> Selection:
        start, end, _ = _place(element)
        codings = list(inner(element, "Coding"))
        codes = dict.fromkeys(target(code) for coding in codings for code in inner(coding, "CodeRef"))
        notes = (note for holder in (element, *codings) for note in self._noted(holder))
        self.left["Coding"] += len(codes.keys() - self.known)
        return Selection(
            ruler.offset(start),
            ruler.offset(end),
            tuple(code for code in codes if code in self.known),
            tuple(dict.fromkeys(notes)),
            words(element, "Description"),
            self.users.get(bare(element.get("creatingUser")), ""),
            moment(element.get("creationDateTime")),
            moment(element.get("modifiedDateTime")),
            self.values.get(guid(element), {}),
        )

    def _noted(self, element: Element) -> tuple[str, ...]:
        """What the notes say that an element refers to."""
        targets = [target(reference) for reference in inner(element, "NoteRef")]
        self.used.update(targets)
        return tuple(said for one in targets if (said := self.notes.get(one, "")).strip())

    def _said(self, note: Element) -> str:
        """What a note says: its text, in the XML or beside it, else its description."""
        beside = (self.package.text(note.get("plainTextPath") or "") or b"").decode("utf-8", "replace")
        return plain(words(note, "PlainTextContent") or beside or words(note, "Description"))

    def _values_of_cases(self) -> dict[str, dict[str, str]]:
        """By the selection or source it holds, the values of a case."""
        held: dict[str, dict[str, str]] = {}
        for case in every(self.root, "Case"):
            for reference in inner(case, "SelectionRef", "SourceRef"):
                held.setdefault(target(reference), {}).update(values(case))
        return held


def _codes(root: Element) -> Iterator[Code]:
    """The codes below an element, each after the one it is under. No recursion: a file may nest deeply."""
    waiting: list[tuple[Element, str | None]] = [(root, None)]
    while waiting:
        element, own = waiting.pop()
        for code in inner(element, "Code"):
            name = " ".join((code.get("name") or "").splitlines()).strip()
            yield Code(guid(code), name or guid(code), colour(code.get("color")), own)
            waiting.append((code, guid(code)))


def _place(selection: Element) -> Place:
    start, end = whole(selection.get("startPosition")), whole(selection.get("endPosition"))
    return start, end, selection.get("name") or ""
