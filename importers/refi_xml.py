"""What REFI-QDA elements say, whatever namespace and notation of GUIDs a program writes."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.I)
_WHOLE = re.compile(r"\s*([+-]?\d{1,18})\s*")


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def inner(element: Element, *names: str) -> Iterator[Element]:
    """The children of those names."""
    return (child for child in element if local(child) in names)


def every(root: Element, name: str) -> Iterator[Element]:
    """All descendants of that name."""
    return (element for element in root.iter() if local(element) == name)


def bare(guid: str | None) -> str:
    """A GUID in lower case, without the braces some programs put around it."""
    return (guid or "").strip().strip("{}").lower()


def guid(element: Element) -> str:
    return bare(element.get("guid"))


def target(reference: Element) -> str:
    """The GUID a reference leads to."""
    return bare(reference.get("targetGUID"))


def words(element: Element, name: str) -> str:
    """The text of the first child of that name."""
    child = next(inner(element, name), None)
    return "" if child is None else child.text or ""


def whole(text: str | None) -> int:
    """The number an attribute holds; -1 where it holds none."""
    found = _WHOLE.fullmatch(text or "")
    return int(found[1]) if found else -1


def values(element: Element) -> dict[str, str]:
    """By the GUID of the variable, the values given directly below an element, as written."""
    given = {}
    for value in inner(element, "VariableValue"):
        reference = next(inner(value, "VariableRef"), None)
        content = next((child.text for child in value if local(child) != "VariableRef"), None)
        if reference is not None and content is not None:
            given[target(reference)] = content
    return given


def moment(text: str | None) -> datetime | None:
    """A time in UTC without a zone, to the second; None where it is none. Without a zone it counts as UTC."""
    try:
        found = datetime.fromisoformat((text or "").strip())
        shifted = found if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return shifted.replace(tzinfo=None, microsecond=0)


def colour(text: str | None) -> str | None:
    """A colour as #rrggbb; None where it is none."""
    if not _COLOUR.fullmatch(text or ""):
        return None
    digits = str(text)[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
