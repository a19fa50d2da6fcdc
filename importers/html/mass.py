"""How much of a page's text stands in each of its elements, and how much of that is prose or links."""

import re
from dataclasses import dataclass

from importers.html.tree import Element

MARK_WEIGHT = 12
"""Characters that a mark of running text is worth: menus and footers have none."""

_SPACE = re.compile(r"[\s\xa0\u3000]+")
_MARKS = re.compile("[，。；、！？]")


@dataclass(slots=True)
class Mass:
    """Characters outside and inside links, white space apart; marks of running text; links."""

    free: int = 0
    linked: int = 0
    marks: int = 0
    links: int = 0

    @property
    def prose(self) -> int:
        """How much running text there is: characters outside links, and its marks by their weight."""
        return self.free + MARK_WEIGHT * self.marks

    @property
    def share_linked(self) -> float:
        return self.linked / (self.free + self.linked) if self.linked else 0.0

    def add(self, other: "Mass") -> None:
        """Take the mass of another element in."""
        self.free += other.free
        self.linked += other.linked
        self.marks += other.marks
        self.links += other.links


class Masses:
    """The mass of an element and of all within it."""

    def __init__(self, root: Element) -> None:
        self._found: dict[int, Mass] = {}
        for element in reversed([*root.walk()]):
            self._found[id(element)] = self._weighed(element)

    def of(self, element: Element) -> Mass:
        return self._found[id(element)]

    def _weighed(self, element: Element) -> Mass:
        mass = Mass()
        for inner in element.content:
            if isinstance(inner, Element):
                mass.add(self._found[id(inner)])
            else:
                mass.free += len(_SPACE.sub("", inner))
                mass.marks += len(_MARKS.findall(inner))
        if element.tag == "a" and "href" in element.attributes:
            return Mass(0, mass.free + mass.linked, 0, mass.links + 1)
        return mass
