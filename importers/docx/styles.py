"""The styles of a Word document: what each says of a paragraph or a run, and what block that makes."""

import re
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from importers.docx.markup import attribute, child, is_on, number, said

LONGEST_HEADING = 80
"""Characters: an outline level on a longer paragraph only lists it in the outline."""

_BODY_LEVEL = 9
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$")
_KINDS = (
    (re.compile(r"(?:sub)?title$|副?标题$"), "title"),
    (re.compile("caption$|题注$"), "caption"),
    (re.compile(r"(?:toc|目录)\s*\d+$"), "contents"),
)


class Role(NamedTuple):
    """The kind and level of a block; "contents" is an entry of a table of contents."""

    kind: str = "paragraph"
    level: int | None = None


class Styles:
    """The styles of one document by their ids; English and Chinese names count."""

    def __init__(self, tree: Element) -> None:
        self._by_id = {attribute(style, "styleId"): style for style in tree}
        self._plain = next((key for key, style in self._by_id.items() if _is_plain(style)), None)
        self._defaults = child(tree, "docDefaults", "rPrDefault", "rPr")
        self.chain = cache(self._chain)
        self._found = cache(self._find)
        self._role = cache(lambda identifier: _role(self._by_id[identifier]))

    def role(self, properties: Element | None, text: str) -> Role:
        """What a paragraph is by its own properties, then by its style and those that one is based on."""
        level = _outline_level(properties)
        role = Role("heading", level) if level else Role()
        if level is None:
            roles = map(self._role, self.chain(self.of(properties)))
            role = next((found for found in roles if found), Role())
        if role.kind == "heading" and (len(text) > LONGEST_HEADING or text.endswith("。")):
            return Role()
        return role

    def of(self, properties: Element | None) -> str | None:
        """The id of a paragraph's style."""
        return said(properties, "pStyle") or self._plain

    def by_id(self, identifier: str | None) -> Element | None:
        return self._by_id.get(identifier)

    def for_paragraph(self, properties: Element | None, name: str) -> Element | None:
        """The property of that name: a paragraph's own, else from its style."""
        own = child(properties, name)
        return self._found(self.of(properties), "pPr", name) if own is None else own

    def for_run(self, properties: Element | None, paragraph: str | None, name: str) -> Element | None:
        """The property of that name: a run's own, else from its style, from the paragraph's, the default."""
        own = child(properties, name)
        if own is not None:
            return own
        character = said(properties, "rStyle") if properties is not None else None
        found = self._found(character, "rPr", name) if character else None
        if found is None:
            found = self._found(paragraph, "rPr", name)
        return child(self._defaults, name) if found is None else found

    def is_hidden(self, properties: Element | None, paragraph: str | None) -> bool:
        """Whether a run is hidden text."""
        return is_on(self.for_run(properties, paragraph, "vanish"))

    def _find(self, identifier: str | None, family: str, name: str) -> Element | None:
        """The property in the first style of the chain that has it."""
        found = (child(self._by_id[key], family, name) for key in self.chain(identifier))
        return next((element for element in found if element is not None), None)

    def _chain(self, identifier: str | None) -> tuple[str, ...]:
        """The ids of a style and of those it is based on, in that order."""
        ids: list[str] = []
        while identifier in self._by_id and identifier not in ids and identifier is not None:
            ids.append(identifier)
            identifier = said(self._by_id[identifier], "basedOn")
        return tuple(ids)


def _is_plain(style: Element) -> bool:
    return attribute(style, "default") in ("1", "true") and attribute(style, "type") == "paragraph"


def _role(style: Element | None) -> Role | None:
    """What a style says by its own name or outline level."""
    name = (said(style, "name") or "").strip().lower()
    if match := _HEADING.match(name):
        return Role("heading", int(match.group(1)))
    for pattern, kind in _KINDS:
        if pattern.match(name):
            return Role(kind)
    level = _outline_level(child(style, "pPr"))
    return Role("heading", level) if level else None


def _outline_level(properties: Element | None) -> int | None:
    """1 to 9; 0 for body text; None where nothing is said."""
    level = number(said(properties, "outlineLvl"))
    if level is None:
        return None
    return level + 1 if level < _BODY_LEVEL else 0
