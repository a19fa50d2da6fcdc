"""The part of a page that holds the document, and the parts in it that belong to the site.

Content systems name the container of an article; where none does, it is found from above: as long as one
element holds nearly all running text of the one around it, that one is the frame and the inner the picture.
"""

import re

from importers.html.facts import atoms
from importers.html.furniture import is_running
from importers.html.mass import Mass, Masses
from importers.html.parts import named
from importers.html.table import is_headed, is_layout
from importers.html.tree import Element
from importers.labels import share_labelled

SHARE, NAMED_SHARE, FURNITURE_SHARE = 0.75, 0.5, 0.15
"""Of the prose around: what an inner frame, a named container must hold; what furniture may hold at most."""

LINKS, LINKED = 2, 0.75
"""The least links of a list of links, and the share of its characters that they hold."""

LONGEST_FACTS, LEAST_FACTS, LABELLED = 1500, 3, 0.4
"""Characters of a list of properties at most; texts in it at least, if no table; their share of labels."""

_LISTS = frozenset(["ul", "ol", "dl", "div", "section", "table", "p"])
_ATTACHED = re.compile(r"附件|附表|附：|\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar)\b", re.I)
_FRAMES = frozenset(
    [
        "body",
        "div",
        "section",
        "article",
        "main",
        "center",
        "form",
        "fieldset",
        "table",
        "tbody",
        "tr",
        "td",
        "header",
        "details",
    ]
)


def find(root: Element, masses: Masses) -> Element:
    """The element that holds the document."""
    return _named(root, masses) or _narrowed(root, masses)


def _named(root: Element, masses: Masses) -> Element | None:
    least = NAMED_SHARE * masses.of(root).prose
    named = (element for element in root.walk() if element.tag == "article" or _is_container(element))
    fitting = [element for element in named if masses.of(element).prose >= max(1, least)]
    return min(fitting, key=lambda element: masses.of(element).prose) if fitting else None


def _is_container(element: Element) -> bool:
    return element.tag in _FRAMES and any(map(named("container").fullmatch, element.names))


def _narrowed(element: Element, masses: Masses) -> Element:
    while True:
        inner = max(element.elements, key=lambda one: masses.of(one).prose, default=None)
        if inner is None or masses.of(inner).prose < SHARE * masses.of(element).prose or not _is_frame(inner):
            return element
        element = inner


def _is_frame(element: Element) -> bool:
    return element.tag in _FRAMES and (element.tag != "table" or is_layout(element))


class Sieve:
    """Tells which elements of the document's container the site put there.

    `own` are the tables that are the document's although labels are their heads, as in a list of documents.
    """

    def __init__(self, container: Element, masses: Masses) -> None:
        self.masses = masses
        self.own = _own_tables(container)
        self.most = FURNITURE_SHARE * masses.of(container).prose

    def drops(self, element: Element) -> bool:
        """Whether an element is the site's: properties, what is named as furniture, lists of links."""
        mass = self.masses.of(element)
        if element.tag in _LISTS and mass.free <= LONGEST_FACTS and self._states_facts(element):
            return True
        if mass.prose > self.most:
            return False
        foreign = any(map(named("furniture").fullmatch, element.names))
        return foreign or element.tag in ("footer", "aside") or self._lists_links(element, mass)

    def _states_facts(self, element: Element) -> bool:
        """Whether an element lists properties of the document, with labels, as the page's facts are."""
        texts = [text for text in atoms(element) if text]
        least = 1 if element.tag == "table" else LEAST_FACTS
        labelled = len(texts) >= least and share_labelled(texts) >= LABELLED
        return labelled and not any(id(inner) in self.own for inner in element.walk())

    def _lists_links(self, element: Element, mass: Mass) -> bool:
        """A menu, a list of other pages; a list of attachments belongs to the document."""
        if element.tag not in ("ul", "ol", "dl", "div", "table", "section") or mass.links < LINKS:
            return False
        return mass.share_linked >= LINKED and not any(
            _ATTACHED.search(link.attributes.get("href", "") + link.words())
            for link in element.walk()
            if link.tag == "a"
        )


def _own_tables(container: Element) -> frozenset[int]:
    """The tables below running text that are headed by labels: those of the site stand above it."""
    found = set()
    runs = False
    for element in container.walk():
        if runs and element.tag == "table" and is_headed(element):
            found.add(id(element))
        runs = runs or is_running("".join(part for part in element.content if isinstance(part, str)))
    return frozenset(found)
