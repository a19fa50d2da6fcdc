"""Making a template know the styles that the parts of a briefing are set in."""

import re
from collections.abc import Mapping

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from exporters.word_looks import OFFICIAL
from exporters.word_styles import NAMESPACE, own_styles

REFERENCES = tuple(map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link")))
NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES, RELATIONSHIP_TYPE.COMMENTS)
SKELETON = ("Masthead", "Issue", "Red Line", "Office", "Colophon", "Cover")
"""Styles that templates use, not parts."""


def fit(document: Document) -> None:
    """Bring in each style that the template lacks; one of the same name is taken as the office made it.

    A Chinese Word calls the style “heading 1” 1 or a3 inside: such ids are changed to ours throughout.
    """
    styles = document.styles.element
    known = {_name(style): style for style in styles.iter(qn("w:style"))}
    wanted = {name: xml for name, xml in own_styles(OFFICIAL).items() if name not in SKELETON}
    ids = {name.lower(): re.search('w:styleId="([^"]+)"', xml)[1] for name, xml in wanted.items()}  # type: ignore[index]
    _rename(document, _renamed(known, ids))
    for name, xml in wanted.items():
        if name.lower() not in known:
            styles.append(parse_xml(xml.replace("<w:style ", f'<w:style xmlns:w="{NAMESPACE}" ', 1)))


def _name(style: etree._Element) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val"))).lower()


def _renamed(known: Mapping[str, etree._Element], ids: Mapping[str, str]) -> dict[str, str]:
    """The template's ids that must change, with what they become."""
    taken = {style.get(qn("w:styleId")): name for name, style in known.items()}
    renamed = {known[name].get(qn("w:styleId")): id_ for name, id_ in ids.items() if name in known}
    strangers = {id_: f"{id_}_" for name, id_ in ids.items() if taken.get(id_, name) != name}
    return {old: new for old, new in (strangers | renamed).items() if old != new}


def _rename(document: Document, renamed: Mapping[str, str]) -> None:
    if not renamed:
        return
    for style in document.styles.element.iter(qn("w:style")):
        id_ = style.get(qn("w:styleId"))
        style.set(qn("w:styleId"), renamed.get(id_, id_))
    for relation in document.part.rels.values():
        if relation.is_external:
            continue
        part = relation.target_part
        if hasattr(part, "element"):
            _refer(part.element, renamed)
        elif relation.reltype in NOTES:
            tree = etree.fromstring(part.blob)
            _refer(tree, renamed)
            part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    _refer(document.element, renamed)


def _refer(tree: etree._Element, renamed: Mapping[str, str]) -> None:
    for reference in tree.iter(*REFERENCES):
        id_ = reference.get(qn("w:val"))
        reference.set(qn("w:val"), renamed.get(id_, id_))
