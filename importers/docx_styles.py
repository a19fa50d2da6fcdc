"""What the styles of a Word document say a paragraph is: title, heading of a level, caption, list item."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from importers.docx_parts import attribute, child

LONGEST_HEADING = 80
"""Characters: an outline level on a longer paragraph only lists it in the outline."""

_BODY_LEVEL = 9
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$")
_KINDS = (
    (re.compile(r"(?:sub)?title$|副?标题$"), "title"),
    (re.compile("caption$|题注$"), "caption"),
    (re.compile(r"(?:toc|目录)\s*\d+$"), "item"),
)


class Role(NamedTuple):
    """The kind and level of a block."""

    kind: str = "paragraph"
    level: int | None = None


class Styles:
    """The styles of one document by their ids; English and Chinese names count."""

    def __init__(self, tree: Element) -> None:
        self._by_id = {attribute(style, "styleId"): style for style in tree}

    def role(self, paragraph: Element, text: str) -> Role:
        """What the paragraph is by its own properties, then by its style and those that one is based on."""
        properties = child(paragraph, "pPr")
        level = _outline_level(properties)
        role = Role("heading", level) if level else Role()
        if level is None:
            role = self._styled(attribute(child(properties, "pStyle"), "val"))
        if role.kind == "heading" and (len(text) > LONGEST_HEADING or text.endswith("。")):
            role = Role()
        return Role("item") if role.kind == "paragraph" and _is_listed(properties) else role

    def _styled(self, identifier: str | None) -> Role:
        seen = set()
        while identifier and identifier not in seen:
            seen.add(identifier)
            style = self._by_id.get(identifier)
            if role := _role(style):
                return role
            identifier = attribute(child(style, "basedOn"), "val")
        return Role()


def _role(style: Element | None) -> Role | None:
    """What a style says by its own name, outline level or numbering."""
    name = (attribute(child(style, "name"), "val") or "").strip().lower()
    if match := _HEADING.match(name):
        return Role("heading", int(match.group(1)))
    for pattern, kind in _KINDS:
        if pattern.match(name):
            return Role(kind)
    properties = child(style, "pPr")
    if level := _outline_level(properties):
        return Role("heading", level)
    return Role("item") if _is_listed(properties) else None


def _outline_level(properties: Element | None) -> int | None:
    """1 to 9; 0 for body text; None where nothing is said."""
    value = attribute(child(properties, "outlineLvl"), "val") or ""
    if not value.isdigit():
        return None
    return int(value) + 1 if int(value) < _BODY_LEVEL else 0


def _is_listed(properties: Element | None) -> bool:
    number = attribute(child(properties, "numPr", "numId"), "val")
    return number is not None and number != "0"
