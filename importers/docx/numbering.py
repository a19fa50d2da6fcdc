"""Automatic numbering, written out as the reader sees it.

A paragraph belongs to a list (`num`), itself or by its style; lists that share an abstract one count on
together unless they say where they start. Levels count for themselves and begin again below a higher one
(ECMA-376, 17.9).
"""

import re
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from importers.docx.markup import attribute, child, is_on, local, number, said
from importers.docx.numerals import numeral
from importers.docx.styles import Styles

LEVELS = 9

LONGEST_LABEL = 60
"""Characters; Word itself allows 31 in its dialog."""

_PLACE = re.compile("%([1-9])")
_PADDED = re.compile("0+1(?=,)")
_SUFFIX = {None: " ", "tab": " ", "space": " ", "nothing": ""}


class Label(NamedTuple):
    """What stands before a numbered paragraph, with the space after it; a bullet is a mark and no text."""

    text: str
    is_bullet: bool


NO_LABEL = Label("", False)


class Level(NamedTuple):
    """How one level of a list counts and looks. `restart`: the levels above it (0: none) that restart it."""

    start: int = 0
    form: str = "decimal"
    text: str = ""
    suffix: str = " "
    restart: int | None = None
    is_legal: bool = False
    is_hidden: bool = False
    style: str | None = None
    padding: int = 0

    @property
    def is_bullet(self) -> bool:
        """A single sign; a dash of two (——) is part of the text."""
        return self.form == "bullet" and len(self.text.strip()) <= 1


class List(NamedTuple):
    """One list: the abstract list whose count it shares, its levels, where it starts to count anew."""

    abstract: str
    levels: tuple[Level, ...]
    starts: dict[int, int]


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, tree: Element, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {attribute(one, "abstractNumId"): one for one in tree if local(one) == "abstractNum"}
        self._nums = {attribute(one, "numId"): one for one in tree if local(one) == "num"}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._list = cache(self._read)

    def label(self, properties: Element | None) -> Label:
        """The label of the paragraph with these properties, the next in document order."""
        chain = self._styles.chain(self._styles.of(properties))
        styled = [child(self._styles.by_id(style), "pPr", "numPr") for style in chain]
        entries = [child(properties, "numPr"), *styled]
        identifier = _first(entries, "numId") or "0"
        found = self._list(identifier) if identifier != "0" else None
        if found is None:
            return NO_LABEL
        depth = _own_depth(entries[0])
        if depth is None:
            depth = _linked_depth(found, chain, _first(styled, "ilvl"))
        level, counts = found.levels[depth], self._count(identifier, found, depth)
        if level.is_hidden:
            return NO_LABEL
        if level.is_bullet:
            return Label("", True)
        text = _written(found, depth, counts)
        return Label(text + level.suffix if text else "", False)

    def _count(self, identifier: str, found: List, depth: int) -> list[int | None]:
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        for above in range(depth):  # a level that is skipped counts as used
            if counts[above] is None:
                counts[above] = found.levels[above].start
        count = counts[depth]
        if depth in found.starts and (identifier, depth) not in self._begun:
            counts[depth] = found.starts[depth]
        else:
            counts[depth] = found.levels[depth].start if count is None else count + 1
        self._begun.add((identifier, depth))
        for below in range(depth + 1, LEVELS):
            restart = found.levels[below].restart
            if restart is None or depth < restart:
                counts[below] = None
        return counts

    def _read(self, identifier: str) -> List | None:
        num = self._nums.get(identifier)
        if num is None:
            return None
        abstract, tree = self._resolved(said(num, "abstractNumId"))
        overrides = {_depth(attribute(one, "ilvl")): one for one in num if local(one) == "lvlOverride"}
        levels = {_depth(attribute(one, "ilvl")): one for one in tree if local(one) == "lvl"}
        levels |= {depth: one for depth, over in overrides.items() if (one := child(over, "lvl")) is not None}
        starts = {depth: number(said(over, "startOverride")) for depth, over in overrides.items()}
        return List(
            abstract,
            tuple(_level(levels[depth]) if depth in levels else Level() for depth in range(LEVELS)),
            {depth: start for depth, start in starts.items() if start is not None},
        )

    def _resolved(self, identifier: str | None) -> tuple[str, Element]:
        """The abstract list; one that only names a numbering style is that style's."""
        tree = self._abstract.get(identifier)
        style = self._styles.by_id(said(tree, "numStyleLink"))
        num = self._nums.get(said(style, "pPr", "numPr", "numId"))
        linked = said(num, "abstractNumId")
        if linked in self._abstract:
            identifier, tree = linked, self._abstract[linked]
        return identifier or "", Element("nothing") if tree is None else tree


def _written(found: List, depth: int, counts: list[int | None]) -> str:
    """The text of a level with the counts in it, all in decimal figures where it is legal."""

    def place(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        level, count = found.levels[at], counts[at]
        form = "decimal" if found.levels[depth].is_legal else level.form
        return numeral(level.start if count is None else count, form).rjust(level.padding, "0")

    return _PLACE.sub(place, found.levels[depth].text)[:LONGEST_LABEL]


def _own_depth(entry: Element | None) -> int | None:
    """The level a paragraph states itself; None where that is left to its style."""
    level = said(entry, "ilvl")
    return None if level is None and said(entry, "numId") is None else _depth(level)


def _linked_depth(found: List, chain: tuple[str, ...], stated: str | None) -> int:
    """The level that names one of the styles as its own, else the one they state."""
    links = {level.style: depth for depth, level in reversed(list(enumerate(found.levels)))}
    return next((links[style] for style in chain if style in links), _depth(stated))


def _first(entries: list[Element | None], name: str) -> str | None:
    return next((text for entry in entries if (text := said(entry, name)) is not None), None)


def _level(tree: Element) -> Level:
    custom = child(tree, "AlternateContent", "Choice", "numFmt")
    form = said(tree, "numFmt") or "decimal"
    padded = _PADDED.match(attribute(custom, "format") or "")
    return Level(
        start=number(said(tree, "start")) or 0,
        form=form,
        text=said(tree, "lvlText") or "",
        suffix=_SUFFIX.get(said(tree, "suff"), " "),
        restart=number(said(tree, "lvlRestart")),
        is_legal=is_on(child(tree, "isLgl")),
        is_hidden=is_on(child(tree, "rPr", "vanish")),
        style=said(tree, "pStyle"),
        padding=len(padded.group()) if padded else 0,
    )


def _depth(text: str | None) -> int:
    return min(number(text) or 0, LEVELS - 1)
