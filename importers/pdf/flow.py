"""Lines become paragraphs, over the ends of columns and pages.

A paragraph ends at a line with room for what follows. Where a line is full, the indent of the next, the gap
between them, their sizes and their marks decide. Tables, pictures and notes between two pages stand within
the paragraph that runs over them: it is read to its end, then they are.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from importers.characters import CLOSERS, OPENERS, PAUSE_END, SENTENCE_END
from importers.pdf.lines import Line
from importers.pdf.manner import INDENT, Manner, indent, is_full, is_open, room, sized
from importers.pdf.pictures import Picture
from importers.pdf.tables import Table
from importers.reflow import BULLET, BYLINE, ENUMERATOR

SIZES = 0.1
"""The part by which the sizes of the lines of one paragraph may differ."""

WIDE, APART = 1.25, 2.2
"""Times the usual step from line to line: a gap that parts paragraphs, and one that parts two headlines."""

FLUSH, LONG = 0.1, 0.6
"""Heights of a line within which two lines end together, if longer than this part of the column."""

BIG = 1.12
"""Times the size of most text from which a line is a headline's."""

SMALL = 0.93
"""Times the size of most text up to which lines at the foot of a page are its notes."""

CENTRED = 1.5
"""Heights of a line by which the room before and after a centred one may differ."""

CONTENTS = re.compile(r"(?:[.．·…_-] ?){4,}\s*[（(]?[-—]?\d{1,4}[-—]?[）)]?$")
"""The end of an entry in a table of contents."""

NOTE = re.compile(r"[①-⑳*※†‡]|\[\d+\]|〔\d+〕|注[释：:]|\d{1,3}(?![\d.．、%年])")
_GLUED = re.compile(rf"[，。、；：！？%％‰,;!?{re.escape(CLOSERS)}]")
_GLUING = re.compile(rf"[，、{re.escape(OPENERS)}]$")

Item = Line | Table | Picture


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph, or one note at the foot of a page."""

    lines: list[Line]
    is_note: bool = False


def paragraphs(
    pages: Iterable[Sequence[Item]], heights: Sequence[float], manner: Manner
) -> list[Paragraph | Table | Picture]:
    """The items of all pages, lines joined to paragraphs. `heights` are those of the pages in points."""
    found: list[Paragraph | Table | Picture] = []
    current: Paragraph | None = None
    adjacent = True
    for items, height in zip(pages, heights, strict=True):
        body, notes = _without_notes(items, 0.5 * height, manner)
        for item in body:
            if not isinstance(item, Line):
                found.append(item)
            elif current and _goes_on(current.lines, item, adjacent, manner):
                current.lines.append(item)
            else:
                current = Paragraph([item])
                found.append(current)
            adjacent = isinstance(item, Line)
        found += _noted(notes)
        adjacent = adjacent and not notes
    return found


def _goes_on(lines: Sequence[Line], line: Line, adjacent: bool, manner: Manner) -> bool:
    """Whether a line carries on a paragraph, which a table or a note may part from it between two pages."""
    before = lines[-1]
    if before.column is not line.column and not before.column.is_known:
        return False
    if not adjacent and (line.page != before.page + 1 or not is_open(before)):
        return False
    for sign in (_by_place(before, line), _by_marks(before, line), _by_headline(before, line, manner)):
        if sign is not None:
            return not sign
    ended, wide = not is_open(before), _step(before, line, manner) > WIDE
    if not (is_full(before, line) or _is_flush(lines, line)):
        return False
    if wide and (ended or not manner.indents):
        return False
    if manner.begins(line) or _hangs_out(lines, line):
        return False
    return manner.indents or not (ended and ENUMERATOR.match(line.text))


def _hangs_out(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line begins before the further lines of the paragraph above it, as an item of a list does."""
    last = lines[-1]
    return len(lines) > 1 and line.column is last.column and line.left < last.left - INDENT * line.size


def _is_flush(lines: Sequence[Line], line: Line) -> bool:
    """Whether the last of these lines ends where its neighbour does, short of the edge of the column."""
    last, neighbour = lines[-1], lines[-2] if len(lines) > 1 else line
    flush = abs(last.right - neighbour.right) < FLUSH * last.size and last.column is neighbour.column
    return flush and last.right - last.column.left > LONG * (last.column.right - last.column.left)


def _by_place(before: Line, line: Line) -> bool | None:
    one, other = before.column.frame, line.column.frame
    if one is not other and not (one and other and line.page == before.page + 1 and one.goes_on_in(other)):
        return True
    if (
        before.downwards
        or line.downwards
        or abs(before.size - line.size) > SIZES * max(before.size, line.size)
    ):
        return True
    return None


def _by_marks(before: Line, line: Line) -> bool | None:
    if _GLUED.match(line.text) or _GLUING.search(before.text):
        return False
    if CONTENTS.search(before.text) or BULLET.match(line.text):
        return True
    return True if BYLINE.match(line.text) or BYLINE.match(before.text) else None


def _by_headline(before: Line, line: Line, manner: Manner) -> bool | None:
    """Large lines, centred under each other or after a full one, are one headline."""
    if not is_headline(line, manner) or not (is_centred(line) or is_centred(before)):
        return None
    ended = SENTENCE_END.search(before.text) or PAUSE_END.search(before.text)
    apart = line.column is not before.column or line.middle - before.middle > APART * line.size
    return bool(ended or apart or ENUMERATOR.match(line.text))


def is_headline(line: Line, manner: Manner) -> bool:
    return line.size >= BIG * manner.body


def is_centred(line: Line) -> bool:
    """Whether a line leaves much room before and after it, and as much after as before."""
    before, after = indent(line), room(line)
    return min(before, after) > 1 and abs(before - after) < CENTRED


def _step(before: Line, line: Line, manner: Manner) -> float:
    """The distance of two lines of a column, the usual one being 1."""
    usual = manner.steps.get(sized(line))
    return (line.middle - before.middle) / usual if usual and line.column is before.column else 1.0


def _without_notes(
    items: Sequence[Item], lowest: float, manner: Manner
) -> tuple[Sequence[Item], Sequence[Line]]:
    """What stands on a page, and the small lines at its foot that begin with a mark of a note."""
    small: list[Line] = []
    for item in reversed(items):
        if not isinstance(item, Line) or item.size > SMALL * manner.body or item.top < lowest:
            break
        small.insert(0, item)
    first = next((i for i, line in enumerate(small) if NOTE.match(line.text)), len(small))
    notes = small[first:]
    return items[: len(items) - len(notes)], notes


def _noted(lines: Sequence[Line]) -> list[Paragraph]:
    """One note for each line with a mark, and the lines after it."""
    notes: list[Paragraph] = []
    for line in lines:
        if notes and not NOTE.match(line.text):
            notes[-1].lines.append(line)
        else:
            notes.append(Paragraph([line], is_note=True))
    return notes
