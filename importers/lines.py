"""The lines of a plain text: what each says, how wide it is, what blank lines stand before it."""

import re
from typing import NamedTuple

from importers.characters import width
from importers.spacing import closed

_INDENT = re.compile(r"\s*")


class Line(NamedTuple):
    """One line that is not blank.

    `text` is closed up (see spacing); `set` is the line as it was set, without its indent. `indent` is in
    half-width columns. `blanks` counts the blank lines before it, `page` the form feeds, from 1.
    """

    text: str
    set: str
    indent: int
    blanks: int
    page: int


def lines(text: str) -> list[Line]:
    """The lines of `text`; every kind of line end counts (LF, CRLF, CR, NEL, U+2028, U+2029, form feed)."""
    found = []
    blanks = 0
    for page, sheet in enumerate(text.split("\f"), 1):
        for raw in sheet.splitlines():
            if line := closed(raw):
                found.append(Line(line, raw.strip(), _indent(raw), blanks, page))
                blanks = 0
            else:
                blanks += 1
    return found


def _indent(raw: str) -> int:
    space = _INDENT.match(raw)
    return width(space.group().replace("\t", "    ")) if space else 0
