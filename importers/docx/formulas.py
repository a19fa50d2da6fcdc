"""Formulas of Word (Office Math) on one line: (a+b)/c, x^2, √(x), ∑_(i=1)^n."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from importers.docx.markup import child, local, said

_PROPERTIES = "Pr"


def linear(element: Element) -> str:
    """The text of a formula or of a part of one."""
    name = local(element)
    if name == "t":
        return element.text or ""
    if name in _FORMS:
        return _FORMS[name](element)
    return "".join(linear(inner) for inner in element if not local(inner).endswith(_PROPERTIES))


def _part(element: Element, name: str) -> str:
    found = child(element, name)
    return "" if found is None else linear(found)


def _grouped(text: str) -> str:
    """Text as one operand: in brackets where it is more than a word or a number."""
    return text if text.replace(".", "").isalnum() or len(text) <= 1 else f"({text})"


def _fraction(element: Element) -> str:
    return f"{_grouped(_part(element, 'num'))}/{_grouped(_part(element, 'den'))}"


def _scripted(element: Element) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    return (f"_{_grouped(below)}" if below else "") + (f"^{_grouped(above)}" if above else "")


def _root(element: Element) -> str:
    return f"{_part(element, 'deg')}√{_grouped(_part(element, 'e'))}"


def _summed(element: Element) -> str:
    sign = said(element, "naryPr", "chr") or "∫"
    return f"{sign}{_scripted(element)} {_part(element, 'e')}"


def _delimited(element: Element) -> str:
    begin = said(element, "dPr", "begChr")
    end = said(element, "dPr", "endChr")
    separator = said(element, "dPr", "sepChr") or "|"
    parts = (linear(inner) for inner in element if local(inner) == "e")
    return ("(" if begin is None else begin) + separator.join(parts) + (")" if end is None else end)


def _listed(separator: str) -> Callable[[Element], str]:
    return lambda element: separator.join(linear(inner) for inner in element if local(inner) in ("e", "mr"))


_FORMS: dict[str, Callable[[Element], str]] = {
    "f": _fraction,
    "sSub": lambda element: _part(element, "e") + _scripted(element),
    "sSup": lambda element: _part(element, "e") + _scripted(element),
    "sSubSup": lambda element: _part(element, "e") + _scripted(element),
    "sPre": lambda element: _scripted(element) + _part(element, "e"),
    "rad": _root,
    "nary": _summed,
    "d": _delimited,
    "m": _listed("; "),
    "mr": _listed(", "),
    "eqArr": _listed("; "),
    "func": lambda element: f"{_part(element, 'fName')} {_part(element, 'e')}",
    "limLow": lambda element: f"{_part(element, 'e')}_{_grouped(_part(element, 'lim'))}",
    "limUpp": lambda element: f"{_part(element, 'e')}^{_grouped(_part(element, 'lim'))}",
}
"""How the parts of each construct are put in a row; all others are the row of their parts."""
