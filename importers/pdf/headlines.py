"""Titles and headings that a page shows by their size."""

import re
from collections.abc import Sequence
from itertools import pairwise

from importers.characters import PAUSE_END, SENTENCE_END
from importers.format import Piece
from importers.imprint import NUMBER
from importers.outline import NUMBERINGS, ORGAN
from importers.pdf.flow import BIG
from importers.pdf.manner import Manner
from importers.reflow import BYLINE

HEAD = 20
"""Pieces at the beginning among which the title stands."""

LONGEST, BODY = 80, 60
"""Characters: no headline is longer; a text of so many with a full stop at its end is no headline."""

_PAGE_NAME = re.compile(r"\s?[_|—–-]+[^_|。]")
"""What follows the title in the name of a web page: _中央有关文件_中国政府网."""

_RED_HEAD = re.compile(r".*(?:[部委局厅署院室组会]|政府|公司)(?:文件|公报)(?:[（(].*[）)])?$")
"""The name of the issuer that stands over an official document, in larger type than its title."""

Sized = tuple[Piece, float]


def raise_headlines(read: Sequence[Sized], manner: Manner) -> None:
    """Give pieces in larger type their kind, each known with its size.

    The first of the largest at the beginning is the title, the others head parts.
    """
    large = [(piece, size) for piece, size in read if size >= BIG * manner.body and _may_head(piece)]
    beginning = {id(piece) for piece, _ in read[: _first_body(read)]}
    titles = [(piece, size) for piece, size in large if id(piece) in beginning and not _numbering(piece)]
    title = max(titles, key=lambda found: found[1], default=(_named_twice(read), 0.0))[0]
    if title:
        title.kind, title.level = "title", None
    for piece, _ in large:
        if piece is not title:
            piece.kind, piece.level = "heading", _numbering(piece) or 1


def _named_twice(read: Sequence[Sized]) -> Piece | None:
    """The title of a printed web page, which stands below the name of the page that begins with it."""
    for (above, _), (below, _) in pairwise(read[:HEAD]):
        if _PAGE_NAME.match(above.text.removeprefix(below.text)) and _may_head(below):
            return below
    return None


def _may_head(piece: Piece) -> bool:
    text = piece.text
    if piece.kind != "paragraph" or not 2 <= len(text) <= LONGEST:
        return False
    if SENTENCE_END.search(text) or PAUSE_END.search(text):
        return False
    return not any(pattern.fullmatch(text) for pattern in (_RED_HEAD, ORGAN, NUMBER, BYLINE))


def _first_body(read: Sequence[Sized]) -> int:
    """The number of the first piece of running text, or of the last among which a title may stand."""
    for i, (piece, _) in enumerate(read[:HEAD]):
        if len(piece.text) >= BODY and SENTENCE_END.search(piece.text):
            return i
    return HEAD


def _numbering(piece: Piece) -> int:
    return next((level for pattern, level in NUMBERINGS if pattern.match(piece.text)), 0)
