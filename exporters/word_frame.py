"""Empty Word documents, and the marks in a filled template at which long content is put in.

Content goes into the package as text when it is saved: ten thousand passages never become a tree of elements.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree  # type: ignore[import-untyped]

from exporters.legible import legible
from exporters.report import Report
from exporters.word_styles import Look, fonts_xml, styles_xml

# What python-docx's own template brings and a report has no use for.
UNWANTED = ("thumbnail", "customXml", "stylesWithEffects", "numbering", "extended-properties", "fontTable")

BODY = "word/document.xml"

CORE_LENGTH = 255
"""The longest text a core property may hold, as python-docx checks it."""

# Two characters for private use around the name of a part; later an instruction of XML stands there.
_MARK = re.compile("\ue000([a-z]+)\ue001")
_PLACE = re.compile(rb"<\?part ([a-z]+)\?>")


@dataclass(frozen=True)
class Page:
    """Margins of a sheet of A4 in mm, and how far from its edge header and footer stand."""

    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float

    @property
    def width(self) -> float:
        """Of the text."""
        return 210 - self.left - self.right


def framed(look: Look, page: Page) -> Document:
    """A document without content that has everything around it."""
    document = docx.Document()
    _discard(document.part.package.rels)
    _discard(document.part.rels)
    _restyle(document, look)
    _settle(document)
    _lay_out(document, page)
    return document


def describe(document: Document, report: Report) -> None:
    """Give the document the properties of its report."""
    properties = document.core_properties
    properties.title = legible(report.title)[:CORE_LENGTH]
    properties.author = properties.last_modified_by = legible(report.author)[:CORE_LENGTH]
    properties.subject = legible(report.subtitle)[:CORE_LENGTH]
    properties.comments = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = datetime.combine(report.made, time())


def text_width(document: Document) -> float:
    """Of the last section, in mm: there the parts stand."""
    section = document.sections[-1]
    width = (section.page_width or Mm(210)) - (section.left_margin or 0) - (section.right_margin or 0)
    return width / Mm(1)


def mark(name: str) -> str:
    """A paragraph that marks where a part goes."""
    return f"<w:p><w:r><w:t>\ue000{name}\ue001</w:t></w:r></w:p>"


def marked(document: Document) -> list[str]:
    """The names of the marks in the body. Each, with the paragraph around it, becomes a place for `save`."""
    names = []
    for text in list(document.element.body.iter(qn("w:t"))):
        if found := _MARK.search("".join(text.itertext())):
            around = [element for element in (text, *text.iterancestors()) if element.tag == qn("w:p")]
            if around and around[-1].getparent() is not None:
                names.append(found[1])
                _give_place(around[-1], found[1])
    return names


def _give_place(paragraph: etree._Element, name: str) -> None:
    """The paragraph goes, unless a cell or the document ends with it: both must end with one."""
    parent, following = paragraph.getparent(), paragraph.getnext()
    paragraph.addprevious(etree.ProcessingInstruction("part", name))
    if parent.tag != qn("w:tc") and following is not None and following.tag != qn("w:sectPr"):
        parent.remove(paragraph)
        return
    for run in paragraph.findall(qn("w:r")):
        paragraph.remove(run)


def save(document: Document, content: Mapping[str, bytes], stream: BinaryIO) -> None:
    """Write the document, with this content (XML of word_parts) in its places."""
    empty = BytesIO()
    document.save(empty)
    with ZipFile(empty) as frame, ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=6) as package:
        for name in frame.namelist():
            if name == BODY:
                with package.open(name, "w", force_zip64=True) as body:
                    for place, piece in enumerate(_PLACE.split(frame.read(name))):
                        body.write(content.get(piece.decode(), b"") if place % 2 else piece)
            else:
                package.writestr(name, frame.read(name))


def _discard(relations: Relationships) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype.endswith(UNWANTED)]:
        del relations[key]


def _restyle(document: Document, look: Look) -> None:
    styles = document.styles.element
    styles[:] = parse_xml(styles_xml(look))[:]
    uri, package = PackURI("/word/fontTable.xml"), document.part.package
    fonts = Part(uri, CONTENT_TYPE.WML_FONT_TABLE, fonts_xml(look.fonts).encode(), package)
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)


def _settle(document: Document) -> None:
    """Chinese, in Word's present mode; python-docx's template is of 2010 and thinks in Japanese."""
    settings = document.settings.element
    settings.find(qn("w:zoom")).attrib.update({qn("w:percent"): "100"})
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    settings.find(qn("w:characterSpacingControl")).set(qn("w:val"), "compressPunctuation")
    settings.remove(settings.find(qn("w:savePreviewPicture")))
    settings.find(f"{qn('w:compat')}/{qn('w:compatSetting')}").set(qn("w:val"), "15")


def _lay_out(document: Document, page: Page) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance, section.footer_distance = Mm(page.header), Mm(page.footer)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
