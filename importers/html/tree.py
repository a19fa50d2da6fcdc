"""The tree of a page, as lexbor builds it by the rules of HTML5, reduced to what can be read.

Scripts, styles, comments, forms' fields and hidden elements are not in it. No address in the page is ever
asked for anything: the tree knows only the bytes of the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from importers.html.parts import named

DEEPEST = 160
"""Elements within each other that are kept apart; what is deeper becomes text of its ancestor."""

DEEPEST_SOURCE = 400
"""Open tags within each other that the parser is given: its time grows with their depth."""


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


UNREAD = _tags(
    """
    script style noscript template iframe frame frameset object embed applet audio video canvas svg math
    map select option button input textarea datalist dialog nav rt rp head link meta base
    """
)
"""Elements whose content no reader sees as text."""

BLOCKS = _tags(
    """
    html body div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th pre
    blockquote center section article main header footer aside address form fieldset legend figure
    figcaption hr details summary dir menu
    """
)

_HIDDEN = re.compile(
    r"display\s*:\s*none|(?P<waiting>visibility\s*:\s*hidden)|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])"
)
_KEPT = ("id", "class", "style", "align", "border", "role", "colspan", "rowspan", "start", "type", "value")
_PICTURE = ("src", "alt", "width", "height", "href")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_NEVER_DEEPER = _tags(
    """
    p li dt dd tr td th thead tbody tfoot option br hr img input meta link area base col embed source
    wbr param
    """
)
"""Elements that the next of their kind closes, or that hold nothing."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNIT = re.compile(r"(?:[mM]|米|里|10)\s*$")


@dataclass(slots=True)
class Element:
    """An element with its text and elements in order; attributes in lower case, those of use alone."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list["Element | str"] = field(default_factory=list)

    @property
    def elements(self) -> "Iterator[Element]":
        return (inner for inner in self.content if isinstance(inner, Element))

    def walk(self) -> "Iterator[Element]":
        """This element and all within, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed([*element.elements]))

    def words(self) -> str:
        """All text within, elements parted by nothing."""
        parts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            inner = waiting.pop()
            if isinstance(inner, str):
                parts.append(inner)
            else:
                waiting.extend(reversed(inner.content))
        return "".join(parts)

    def number(self, name: str, otherwise: int = 1) -> int:
        """The whole number that an attribute begins with."""
        match = re.match(r"\s*(\d{1,6})", self.attributes.get(name, ""))
        return int(match.group(1)) if match else otherwise

    @property
    def names(self) -> list[str]:
        """Its id and classes, in lower case."""
        return f"{self.attributes.get('id', '')} {self.attributes.get('class', '')}".lower().split()


@dataclass(slots=True)
class Page:
    """The body of a page, what its head states by name (`<meta name=… content=…>`), and its `<title>`."""

    body: Element
    stated: dict[str, str]
    title: str


def parse(source: str) -> Page:
    """The tree of a page, whatever is wrong with its source."""
    root = LexborHTMLParser(shallow(source)).root
    page = Page(Element("body"), {}, "")
    if root is not None:
        _Builder(page).build(root)
        for element in page.body.walk():
            element.content = [*_raised(element.content)]
    return page


def shallow(source: str) -> str:
    """`source` without the start tags that stand deeper than any page needs."""
    if source.count("<") < DEEPEST_SOURCE:
        return source
    depth = 0

    def level(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag.group(2).lower() in _NEVER_DEEPER or tag.group().endswith("/>"):
            return tag.group()
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        return tag.group() if depth <= DEEPEST_SOURCE else ""

    return _TAG.sub(level, source)


def _raised(content: list[Element | str]) -> Iterator[Element | str]:
    """The content, with raised figures after a unit of length as such: km² rather than km2."""
    before = ""
    for inner in content:
        power = inner.words().strip() if isinstance(inner, Element) and inner.tag == "sup" else ""
        fits = power.isdecimal() and len(power) <= 2 and _UNIT.search(before)
        yield power.translate(_RAISED) if fits else inner
        before = inner if isinstance(inner, str) else inner.words()[-4:]


class _Builder:
    """Copies the parser's nodes, without recursion, into the page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def build(self, root: LexborNode) -> None:
        waiting: list[tuple[LexborNode, Element, int]] = [(root, self.page.body, 0)]
        while waiting:
            node, above, depth = waiting.pop()
            if node.next is not None:
                waiting.append((node.next, above, depth))
            inner = self._taken(node, above, depth)
            if inner is not None and node.child is not None:
                waiting.append((node.child, inner, depth + (inner is not above)))

    def _taken(self, node: LexborNode, above: Element, depth: int) -> Element | None:
        """Where the node's children belong; None where they are not read."""
        tag = node.tag or ""
        if tag == "-text":
            above.content.append(node.text_content or "")
            return None
        if tag in ("head", "html", "body"):
            return above
        if tag in ("meta", "title"):
            self._state(node, tag)
        attributes = _attributes(node) if not tag.startswith("-") else None
        if attributes is None or tag in UNREAD or tag in ("title", "") or _is_hidden(attributes):
            return None
        if depth >= DEEPEST:
            above.content.append(Element("br") if tag in BLOCKS or tag == "br" else "")
            return above
        names = (*_KEPT, *_PICTURE) if tag in ("img", "a") else _KEPT
        element = Element(tag, {name: attributes[name] for name in names if name in attributes})
        above.content.append(element)
        return element

    def _state(self, node: LexborNode, tag: str) -> None:
        if tag == "title":
            self.page.title = self.page.title or (node.text() or "").strip()
            return
        attributes = _attributes(node)
        name, content = attributes.get("name", attributes.get("property", "")), attributes.get("content", "")
        if name and content.strip():
            self.page.stated.setdefault(name.strip().lower(), content.strip())


def _attributes(node: LexborNode) -> dict[str, str]:
    return {name.lower(): value or "" for name, value in node.attributes.items()}


def _is_hidden(attributes: dict[str, str]) -> bool:
    """Whether an element does not show. Articles that a script would show when it is loaded do."""
    hides = _HIDDEN.search(attributes.get("style", "").lower())
    if hides and hides["waiting"]:
        return not named("container").fullmatch(attributes.get("id", "").lower())
    return "hidden" in attributes or bool(hides)
