"""Titles known by their looks: set in the middle and larger than the text, mostly without a style."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from importers.characters import PAUSE_END, SENTENCE_END
from importers.format import Piece
from importers.outline import ORGAN, is_numbered
from importers.spacing import joint

LONGEST_TITLE = 60
"""Characters of one line."""

_LARGER = 3
"""Half-points by which a title is larger than the text; 小三 to 三号 are two."""

_BODY = 30
"""Characters from which a paragraph with a full stop is text."""

_NO_TITLE = re.compile(
    r".*文件$|.*[〔［\[]\d{4}[〕］\]]|[（(].*[）)]$|目\s*录$|附\s*[件表]|——|[\d\s年月日]+$"
)


class Look(NamedTuple):
    """How a paragraph is set; its size in half-points."""

    is_centred: bool
    is_red: bool
    size: int


@dataclass(slots=True)
class SetPiece(Piece):
    """A piece that knows how it was set."""

    look: Look | None = None


def raise_titles(pieces: list[Piece]) -> None:
    """Make the lines at the head that look so the title, and those further down one heading each.

    A document that has a title by its styles keeps that one.
    """
    has_title = any(piece.kind == "title" for piece in pieces)
    body = next((i for i, piece in enumerate(pieces) if _is_body(piece)), len(pieces))
    for group in list(_groups(pieces, _text_size(pieces))):
        lines = [pieces[i] for i in group]
        if all(ORGAN.match(line.text) for line in lines):
            continue
        if not has_title and group[0] < body:
            has_title = True
            for line in lines:
                line.kind = "title"
        else:
            _join(lines)
    pieces[:] = [piece for piece in pieces if piece.text]


def _look(piece: Piece) -> Look | None:
    return piece.look if isinstance(piece, SetPiece) else None


def _text_size(pieces: Sequence[Piece]) -> int:
    """The size in which most of the text is set."""
    sizes: Counter[int] = Counter()
    for piece in pieces:
        if (look := _look(piece)) and not look.is_centred:
            sizes[look.size] += len(piece.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0)


def _groups(pieces: Sequence[Piece], size: int) -> Iterator[list[int]]:
    """The places of lines that look like one title: next to each other and of one size."""
    group: list[int] = []
    before: Look | None = None
    for i, piece in enumerate(pieces):
        look = _look(piece)
        fits = look is not None and _is_titular(piece, look, size)
        if group and not (fits and look and before and look.size == before.size):
            yield group
            group = []
        if fits:
            group.append(i)
        before = look
    if group:
        yield group


def _is_titular(piece: Piece, look: Look, size: int) -> bool:
    text = piece.text
    set_so = look.is_centred and look.size >= size + _LARGER and not look.is_red
    if not set_so or piece.kind != "paragraph" or not 2 <= len(text) <= LONGEST_TITLE:
        return False
    ends = SENTENCE_END.search(text) or PAUSE_END.search(text)
    return not (ends or is_numbered(text) or _NO_TITLE.match(text))


def _is_body(piece: Piece) -> bool:
    return piece.kind == "paragraph" and len(piece.text) >= _BODY and "。" in piece.text


def _join(lines: Sequence[Piece]) -> None:
    """One heading of several lines; the others are left empty."""
    first = lines[0]
    first.kind, first.level = "heading", 1
    for line in lines[1:]:
        gap = joint(first.text, line.text)
        starts = tuple(len(first.text) + len(gap) + start for start in line.line_starts)
        first.line_starts += starts
        first.text, line.text = first.text + gap + line.text, ""
