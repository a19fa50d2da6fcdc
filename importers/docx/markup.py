"""WordprocessingML by local names: Word writes two families of namespaces, transitional and strict."""

from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

WRAPPERS = frozenset({"sdtContent", "ins", "moveTo", "customXml", "smartTag", "Choice"})
"""What may stand around the elements that count: content, tracked insertions, choices."""

CONTENTS_GALLERY = "Table of Contents"
"""The gallery from which Word takes the content control around a table of contents."""

LARGEST = 32767
"""No number that Word counts with is larger."""


def local(element: Element) -> str:
    """The name of an element without its namespace."""
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


def said(element: Element | None, *path: str) -> str | None:
    """The `val` of the first descendant along these local names."""
    return attribute(child(element, *path), "val")


def number(text: str | None) -> int | None:
    """A whole number from 0 to LARGEST; None where the text is no such."""
    return min(int(text), LARGEST) if text and text.isascii() and text[:12].isdigit() else None


def is_on(switch: Element | None) -> bool:
    """Whether a property that can be on or off is there and on."""
    return switch is not None and attribute(switch, "val") not in ("0", "false", "off")


def within(element: Element) -> Iterator[Element]:
    """What stands in `element`, wrappers opened; of alternatives the first, of placeholders nothing."""
    for inner in element:
        match local(inner):
            case "sdt":
                yield from within(control(inner))
            case "AlternateContent":
                yield from within(chosen(inner))
            case name if name in WRAPPERS:
                yield from within(inner)
            case _:
                yield inner


def children(element: Element, *names: str) -> Iterator[Element]:
    """The elements of those names in `element`, in wrappers too."""
    return (inner for inner in within(element) if local(inner) in names)


def control(sdt: Element) -> Element:
    """What a content control shows as text: nothing where it is empty or a table of contents."""
    properties = child(sdt, "sdtPr")
    placeholder = is_on(child(properties, "showingPlcHdr"))
    shown = None if placeholder or is_contents(sdt) else child(sdt, "sdtContent")
    return Element("nothing") if shown is None else shown


def is_contents(sdt: Element) -> bool:
    return said(sdt, "sdtPr", "docPartObj", "docPartGallery") == CONTENTS_GALLERY


def chosen(alternatives: Element) -> Element:
    """The first choice; what older programs fall back on where there is none."""
    choice = child(alternatives, "Choice")
    fallback = child(alternatives, "Fallback") if choice is None else choice
    return Element("nothing") if fallback is None else fallback


def deep(element: Element, *names: str) -> Iterator[Element]:
    """The outermost descendants of those names, in document order, alternatives read once."""
    for inner in element:
        if local(inner) in names:
            yield inner
        else:
            yield from deep(chosen(inner) if local(inner) == "AlternateContent" else inner, *names)


@cache
def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
