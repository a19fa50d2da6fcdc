"""An empty Word document ready for a report: page, styles, footer, properties."""

from collections.abc import Iterable
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
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from exporters.legible import legible
from exporters.report import Report
from exporters.word_styles import fonts_xml, styles_xml

PAGE = {
    "page_width": 210,
    "page_height": 297,
    "top_margin": 37,
    "bottom_margin": 35,
    "left_margin": 28,
    "right_margin": 26,
    "header_distance": 15,
    "footer_distance": 25,
}
"""A4 with the margins of official documents (GB/T 9704-2012, 5.2), in mm."""

PAGE_NUMBER = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

TEXT_WIDTH = 156
"""What the margins leave, in mm."""

# What python-docx's own template brings and a report has no use for.
UNWANTED = ("thumbnail", "customXml", "stylesWithEffects", "numbering", "extended-properties", "fontTable")

BODY = "word/document.xml"

CORE_LENGTH = 255
"""The longest text a core property may hold, as python-docx checks it."""


def framed(report: Report) -> Document:
    """A document without content that has everything around it."""
    document = docx.Document()
    _discard(document.part.package.rels)
    _discard(document.part.rels)
    _restyle(document)
    _settle(document)
    _lay_out(document)
    _describe(document, report)
    return document


def save(document: Document, content: Iterable[str], stream: BinaryIO) -> None:
    """Write the document with this content (XML of word_parts) in its body."""
    empty = BytesIO()
    document.save(empty)
    with ZipFile(empty) as frame, ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name in frame.namelist():
            data = frame.read(name)
            if name == BODY:
                opening, section, closing = data.partition(b"<w:sectPr")
                data = b"".join((opening, *(piece.encode() for piece in content), section, closing))
            package.writestr(name, data)


def _discard(relations: Relationships) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype.endswith(UNWANTED)]:
        del relations[key]


def _restyle(document: Document) -> None:
    styles = document.styles.element
    styles[:] = parse_xml(styles_xml())[:]
    uri, package = PackURI("/word/fontTable.xml"), document.part.package
    fonts = Part(uri, CONTENT_TYPE.WML_FONT_TABLE, fonts_xml().encode(), package)
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)


def _settle(document: Document) -> None:
    """Chinese, in Word's present mode; the template is of 2010 and thinks in Japanese."""
    settings = document.settings.element
    settings.find(qn("w:zoom")).attrib.update({qn("w:percent"): "100"})
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    settings.find(qn("w:characterSpacingControl")).set(qn("w:val"), "compressPunctuation")
    settings.remove(settings.find(qn("w:savePreviewPicture")))
    settings.find(f"{qn('w:compat')}/{qn('w:compatSetting')}").set(qn("w:val"), "15")


def _lay_out(document: Document) -> None:
    section = document.sections[0]
    for name, millimetres in PAGE.items():
        setattr(section, name, Mm(millimetres))
    footer = section.footer.paragraphs[0]
    footer.style = document.styles["Footer"]
    footer.add_run("— ")
    footer._p.append(parse_xml(PAGE_NUMBER))
    footer.add_run(" —")


def _describe(document: Document, report: Report) -> None:
    properties = document.core_properties
    properties.title = legible(report.title)[:CORE_LENGTH]
    properties.author = properties.last_modified_by = legible(report.author)[:CORE_LENGTH]
    properties.subject = legible(report.subtitle)[:CORE_LENGTH]
    properties.comments = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = datetime.combine(report.made, time())
