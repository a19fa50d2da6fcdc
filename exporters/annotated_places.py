"""Where a document's passages stand in the body of the .docx it was read from.

The reader of .docx joins and closes up what it reads, so the two texts agree but for white space. Each block
of the document is sought in the body from where the last one ended, without white space on either side.
"""

import re
from bisect import bisect_left, bisect_right
from copy import deepcopy

from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from exporters.report import ReportPassage, ReportSource
from exporters.word_styles import NAMESPACE

# Text in these is not what a reader sees: moved away, deleted, readings, a second form of a drawing.
UNSEEN = (
    *map(qn, ("w:moveFrom", "w:del", "w:rt")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
NUMBERING = re.compile(r"[（(]?[一二三四五六七八九十百\d]+(?:[.．]\d+)*[)）、.．]?")
"""A number that Word counts and the body does not hold."""

WINDOW = 400
"""Characters of the body that may lie between two blocks: what the reader leaves out, say a text box."""

SURE = 6
"""Characters that hardly stand anywhere else by chance."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Body:
    """The visible characters of a body but white space, and which `w:t` each stands in."""

    def __init__(self, tree: etree._Element) -> None:
        self._tree = tree
        self._texts = [text for text in tree.iter(qn("w:t")) if not _is_unseen(text)]
        self._starts: list[int] = []
        pieces, length = [], 0
        for text in self._texts:
            squeezed = "".join((text.text or "").split())
            self._starts.append(length)
            pieces.append(squeezed)
            length += len(squeezed)
        self.text = "".join(pieces)
        self._marks: dict[int, list[tuple[int, bool, int, str]]] = {}
        self._count = 0

    def mark(self, offset: int, xml: str, before: bool) -> None:
        """Note a mark in front of the character at `offset`, or else right after the one that precedes it."""
        seen = offset if before else offset - 1
        at = bisect_right(self._starts, seen) - 1
        inside = _unsqueezed(self._texts[at].text or "", seen - self._starts[at])
        self._count += 1
        self._marks.setdefault(at, []).append((inside + (not before), before, self._count, xml))

    def at_end(self, xml: str) -> None:
        """A mark at the end of the last paragraph."""
        paragraphs = [one for one in self._tree.iter(qn("w:p")) if not _is_unseen(one)]
        if paragraphs:
            for element in _elements(xml):
                paragraphs[-1].append(element)

    def settle(self) -> None:
        """Split the runs at their marks and put these in; at one place ends stand before beginnings.

        The last mark of a text comes first, so that the places of the others stay.
        """
        for at, marks in self._marks.items():
            for place, _, _, xml in sorted(marks, reverse=True):
                _insert(self._texts[at], place, xml)


def _is_unseen(element: etree._Element) -> bool:
    return any(above.tag in UNSEEN for above in element.iterancestors())


def _unsqueezed(text: str, offset: int) -> int:
    """The place in a text of the character that is number `offset` without white space."""
    places = [place for place, character in enumerate(text) if not character.isspace()]
    return places[offset]


def _elements(xml: str) -> list[etree._Element]:
    return list(etree.fromstring(f'<w:p xmlns:w="{NAMESPACE}">{xml}</w:p>'))


def _insert(text: etree._Element, place: int, xml: str) -> None:
    """Put elements between two runs, where the characters of a `w:t` before `place` end."""
    run = text.getparent()
    if place == 0 and _is_first(text):
        for element in _elements(xml):
            run.addprevious(element)
        return
    _split(run, text, place)
    for element in reversed(_elements(xml)):
        run.addnext(element)


def _is_first(text: etree._Element) -> bool:
    previous = text.getprevious()
    return previous is None or previous.tag == qn("w:rPr")


def _split(run: etree._Element, text: etree._Element, place: int) -> None:
    """Make two runs of one, with the same properties: the first keeps what is in front of `place`."""
    words, following = text.text or "", list(text.itersiblings())
    if place == len(words) and not following:
        return
    rest = etree.Element(run.tag, dict(run.attrib), nsmap=run.nsmap)
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        rest.append(deepcopy(properties))
    if place < len(words):
        later = etree.SubElement(rest, text.tag)
        text.text, later.text = words[:place], words[place:]
        for half in (text, later):
            half.set(_SPACE, "preserve")
    rest.extend(following)
    run.addnext(rest)


class Places:
    """Where each block of a document begins in a body; both without white space."""

    def __init__(self, source: ReportSource, body: Body) -> None:
        self._body = body.text
        self._blocks = [block.start for block in source.blocks]
        self._seen = [place for place, character in enumerate(source.text) if not character.isspace()]
        self._text = "".join(source.text.split())
        self._shifts: list[tuple[int, int] | None] = []
        cursor = 0
        for block in source.blocks:
            start, end = self._squeezed(block.start), self._squeezed(block.end)
            found = self._seek(self._text[start:end], cursor)
            if found is None:
                self._shifts.append(None)
            else:
                at, unheld = found
                self._shifts.append((at - unheld - start, at))
                cursor = at + (end - start) - unheld

    def find(self, passage: ReportPassage) -> tuple[int, int] | None:
        """The stretch of the body that holds a passage's words, by the body's characters."""
        first, last = (self._shift(offset) for offset in (passage.start, passage.end - 1))
        if first is None or last is None:
            return self._by_words(passage)
        start = max(self._squeezed(passage.start) + first[0], first[1])
        end = self._squeezed(passage.end) + last[0]
        words = "".join(passage.quote.split())
        held = self._body[start:end]
        return (start, end) if held and (words.endswith(held) or first != last) else self._by_words(passage)

    def _by_words(self, passage: ReportPassage) -> tuple[int, int] | None:
        """Where the words stand that occur only once."""
        words = "".join(passage.quote.split())
        counted = NUMBERING.match(words)
        for sought in dict.fromkeys((words, words[counted.end() :] if counted else words)):
            at = self._body.find(sought)
            if len(sought) >= SURE and at >= 0 and self._body.find(sought, at + 1) < 0:
                return at, at + len(sought)
        return None

    def _shift(self, offset: int) -> tuple[int, int] | None:
        return self._shifts[max(0, bisect_right(self._blocks, offset) - 1)]

    def _squeezed(self, offset: int) -> int:
        return bisect_left(self._seen, offset)

    def _seek(self, words: str, cursor: int) -> tuple[int, int] | None:
        """Where a block stands in the body, and how many characters at its start the body does not hold."""
        counted = NUMBERING.match(words)
        for unheld in (0, counted.end() if counted else 0):
            sought = words[unheld:]
            if not sought:
                continue
            near = self._body.find(sought, cursor, cursor + len(sought) + WINDOW)
            at = near if near >= 0 or len(sought) < SURE else self._body.find(sought)
            if at >= 0:
                return at, unheld
        return None
