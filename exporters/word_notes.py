"""Footnotes and endnotes of a Word document."""

from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from exporters.word_fields import note_reference
from exporters.word_parts import BLANK, Prototype, run
from exporters.word_styles import NAMESPACE


@dataclass(frozen=True)
class Form:
    """What tells footnotes and endnotes apart in a package."""

    name: str
    style: str
    partname: str
    content_type: str
    relationship: str


FORMS = {
    "footnotes": Form(
        "footnote", "Footnote", "/word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES
    ),
    "endnotes": Form(
        "endnote", "Endnote", "/word/endnotes.xml", CONTENT_TYPE.WML_ENDNOTES, RELATIONSHIP_TYPE.ENDNOTES
    ),
}

# Word draws these lines above the notes; a part without them is taken for damaged.
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
_SINGLE = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'


class Notes:
    """The notes of one document, numbered after those its template has already."""

    def __init__(self, document: Document, form: Form) -> None:
        self._document = document
        self._form = form
        self._part = _known(document, form)
        self._first = _next_id(self._part.blob) if self._part else 1
        self._prototype = Prototype(
            f'<w:{form.name} w:id="{BLANK}"><w:p><w:pPr><w:pStyle w:val="{form.style}Text"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{form.style}Reference"/></w:rPr><w:{form.name}Ref/></w:r>'
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{run()}</w:p></w:{form.name}>'
        )
        self._notes: list[str] = []

    @property
    def mark(self) -> str:
        """The raised mark of a note as a run, its number left blank."""
        return note_reference(self._form.name, f"{self._form.style}Reference")

    def add(self, text: str) -> str:
        """A new note; its number, for the blank of its mark."""
        number = str(self._first + len(self._notes))
        self._notes.append(self._prototype.filled(number, text))
        return number

    def attach(self) -> None:
        """Put the notes into the document's package."""
        if not self._notes:
            return
        if self._part is None:
            self._part = Part(
                PackURI(self._form.partname),
                self._form.content_type,
                self._empty(),
                self._document.part.package,
            )
            self._document.part.relate_to(self._part, self._form.relationship)
            self._declare()
        head, end, tail = self._part.blob.decode().rpartition("</w:")
        self._part._blob = (head + "".join(self._notes) + end + tail).encode()

    def _empty(self) -> bytes:
        name = self._form.name
        lines = (
            f'<w:{name} w:type="{type_}" w:id="{number}">'
            f"<w:p>{_SINGLE}<w:r><w:{type_}/></w:r></w:p></w:{name}>"
            for type_, number in _SEPARATORS
        )
        opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        return f'{opening}<w:{name}s xmlns:w="{NAMESPACE}">{"".join(lines)}</w:{name}s>'.encode()

    def _declare(self) -> None:
        """Tell the settings which notes are the lines, at the place the schema has for it."""
        name = self._form.name
        lines = "".join(f'<w:{name} w:id="{number}"/>' for _, number in _SEPARATORS)
        form = '<w:numFmt w:val="decimal"/>'
        declared = parse_xml(f'<w:{name}Pr xmlns:w="{NAMESPACE}">{form}{lines}</w:{name}Pr>')
        for section in self._document.element.body.iter(qn("w:sectPr")):
            _number_plainly(section, name)
        settings = self._document.settings.element
        later = (qn("w:endnotePr"), qn("w:compat"), qn("w:docVars"), qn("w:rsids"), qn("w:themeFontLang"))
        place = next((element for element in settings if element.tag in later), None)
        settings.append(declared) if place is None else place.addprevious(declared)


def _number_plainly(section: etree._Element, name: str) -> None:
    """1, 2, 3 in this section too, whatever its program likes."""
    numbering = parse_xml(f'<w:{name}Pr xmlns:w="{NAMESPACE}"><w:numFmt w:val="decimal"/></w:{name}Pr>')
    before = [e for e in section if e.tag in (qn("w:headerReference"), qn("w:footerReference"))]
    if section.find(qn(f"w:{name}Pr")) is None:
        section.insert(len(before), numbering)


def _known(document: Document, form: Form) -> Part | None:
    relations = document.part.rels.values()
    return next((r.target_part for r in relations if r.reltype == form.relationship), None)


def _next_id(blob: bytes) -> int:
    return max((int(note.get(qn("w:id"), "0")) for note in etree.fromstring(blob)), default=0) + 1
