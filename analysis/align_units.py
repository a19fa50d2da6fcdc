"""What two texts are aligned by: their sentences, each with its words and the section it stands in."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.marks import full_width
from analysis.sentences import sentences
from analysis.words import cut

Heading = tuple[int, int, int]
"""Start, end and level (from 1) of a heading."""

_HAN = "[一二三四五六七八九十百]{1,4}"
_ENUMERATOR = re.compile(
    rf"\s*(?:第{_HAN}[章节条编部分]{{1,2}}|{_HAN}[、.．]|{_HAN}是|[（(](?:{_HAN}|\d{{1,2}})[)）]"
    r"|\d{1,2}(?:\.\d{1,2})*[.．、 ](?!\d)|[①-⑳])\s*"
)
_NAME = re.compile(r"《([^《》\n]{2,60})》")
_LONGEST_HEADING = 40
_ENDED = "。！？；：，…"


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be aligned, with the headings that an importer knows; numbered lines count as such anyway."""

    text: str
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence: text[start:end], its words, its text without white space and enumerator.

    `section` is the index, among the units, of the heading it stands under (-1 for none); `marker` is the
    enumerator it opens with.
    """

    start: int
    end: int
    bare: str
    marker: str
    words: frozenset[str]
    heading: bool
    section: int


def units(given: Text) -> list[Unit]:
    """The sentences of a text in order."""
    text = full_width(given.text)
    spans = sentences(text)
    known = {start for start, _, _ in given.headings}
    made: list[Unit] = []
    section = -1
    for (start, end), words in zip(spans, _words(text, spans), strict=True):
        marker = _ENUMERATOR.match(text, start, end)
        body = marker.end() if marker else start
        heading = start in known or _is_heading(text, start, end, bool(marker))
        bare = "".join(text[body:end].split())
        made.append(Unit(start, end, bare, marker[0].strip() if marker else "", words, heading, section))
        if heading:
            section = len(made) - 1
    return made


def _is_heading(text: str, start: int, end: int, numbered: bool) -> bool:
    """A numbered line of its own without a stop."""
    if not numbered or end - start > _LONGEST_HEADING or text[end - 1] in _ENDED:
        return False
    return text[end : end + 1] in ("", "\n") and (start == 0 or text[start - 1] in "\n \u3000\t")


def _words(text: str, spans: list[tuple[int, int]]) -> Iterator[frozenset[str]]:
    """The words of each sentence: those that say something, and titles in 《》 besides as one word each."""
    found: list[set[str]] = [set() for _ in spans]
    starts = [start for start, _ in spans]
    at, last = 0, len(spans) - 1
    for start, end in cut(text):
        while at < last and start >= starts[at + 1]:
            at += 1
        word = text[start:end]
        if word[0].isalnum():
            found[at].add(word)
    for name in _NAME.finditer(text):
        found[max(0, bisect_right(starts, name.start()) - 1)].add(name[0])
    return map(frozenset, found)
