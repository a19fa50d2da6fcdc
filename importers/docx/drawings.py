"""Text boxes and pictures: what hangs on a paragraph, and whether a reader meets it before or after."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from importers.docx.markup import attribute, child, deep, local

PICTURE = "[picture]"
"""What stands in the text for a picture that stands alone."""

_EMU = 12_700
"""English Metric Units in a point."""

_HALF_PAGE = 420.0
"""Points: half the height of A4. A box placed on the page above it is met before the text."""

_SMALLEST = (110.0, 45.0)
"""Points, wide and high: smaller pictures are signs and seals."""

_BOXES = ("txbxContent", "textpath")
_PICTURES = ("blip", "imagedata", "OLEObject", "chart", "relIds")
_LENGTH = re.compile(r"\s*(-?\d{0,6}(?:\.\d{1,6})?)\s*(pt|in|cm|mm|px)?\s*$")
_UNITS = {None: 1.0, "pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}


class Place(NamedTuple):
    """Where a drawing stands, in points from the top and left of what it refers to."""

    top: float
    left: float
    is_before: bool


class Box(NamedTuple):
    """A text box: what it holds, and its place."""

    content: Element
    place: Place


def boxes(drawing: Element) -> Iterator[Box]:
    """The text boxes of a drawing, lettering (WordArt) among them, in document order."""
    place = _place(drawing)
    for found in deep(drawing, *_BOXES):
        content = found if local(found) == "txbxContent" else _lettering(attribute(found, "string") or "")
        yield Box(content, place)


def has_picture(drawing: Element) -> bool:
    return local(drawing) == "object" or next(deep(drawing, *_PICTURES), None) is not None


def is_large(drawing: Element) -> bool:
    """Whether a picture may hold what is to be read, and does not float over the text as a seal does."""
    anchor = child(drawing, "anchor")
    if anchor is not None and child(anchor, "wrapTopAndBottom") is None:
        return False
    extent = next(deep(drawing, "extent"), None)
    if extent is not None:
        size = _emu(attribute(extent, "cx")), _emu(attribute(extent, "cy"))
    else:
        style = _style(drawing)
        size = _points(style.get("width")), _points(style.get("height"))
    return all(side is None or side >= least for side, least in zip(size, _SMALLEST, strict=True))


def _place(drawing: Element) -> Place:
    anchor = child(drawing, "anchor")
    if anchor is not None:
        left, top = (_position(child(anchor, name)) for name in ("positionH", "positionV"))
        frame = attribute(child(anchor, "positionV"), "relativeFrom")
        return _placed(top, left, frame in ("paragraph", "line", "character"))
    style = _style(drawing)
    if style.get("position") == "absolute":
        above, beside = _points(style.get("margin-top")), _points(style.get("margin-left"))
        frame = style.get("mso-position-vertical-relative", "text")
        return _placed(above or 0.0, beside or 0.0, frame in ("text", "line"))
    return Place(0.0, 0.0, False)


def _placed(top: float, left: float, is_relative: bool) -> Place:
    return Place(round(top, -1), left, top < (0.0 if is_relative else _HALF_PAGE))


def _position(position: Element | None) -> float:
    """The offset in points; an alignment counts as the edge it names."""
    aligned = child(position, "align")
    if aligned is not None:
        return 0.0 if aligned.text in ("top", "inside", "left") else 2 * _HALF_PAGE
    offset = child(position, "posOffset")
    return 0.0 if offset is None else _emu(offset.text) or 0.0


def _style(drawing: Element) -> dict[str, str]:
    """The properties in the style of the first shape."""
    styled = (attribute(shape, "style") for shape in drawing.iter())
    entries = (entry.partition(":") for entry in (next(filter(None, styled), "")).split(";"))
    return {name.strip(): value.strip() for name, _, value in entries}


def _points(length: str | None) -> float | None:
    match = _LENGTH.match(length or "")
    return float(match.group(1)) * _UNITS[match.group(2)] if match and match.group(1).strip("-.") else None


def _emu(text: str | None) -> float | None:
    return int(text) / _EMU if text and re.fullmatch(r"-?[0-9]{1,12}", text.strip()) else None


def _lettering(text: str) -> Element:
    """A paragraph in a box, as Word would write it."""
    box = Element("txbxContent")
    SubElement(SubElement(SubElement(box, "p"), "r"), "t").text = text
    return box
