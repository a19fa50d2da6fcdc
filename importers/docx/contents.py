"""Tables of contents, left out of the text: what they say stands where they point to."""

import re

from importers.format import Piece

_HEADING = re.compile(r"目\s*[录次]$")
_ENTRY = re.compile(r".*(?:\t|\.{3,}|…+|·{3,})\s*[-—]?\s*\d{1,4}\s*[-—]?$")


def without_contents(pieces: list[Piece], has_field: bool) -> tuple[list[Piece], int]:
    """The pieces without entries of tables of contents, and how many entries there were.

    Entries are known by their style, or by the page numbers at their ends where the line before says that
    they begin. That line goes with them; with `has_field` the entries were left out before.
    """
    kept: list[Piece] = []
    headings: list[Piece] = []
    entries, listing = 0, False
    for piece in pieces:
        if _HEADING.match(piece.text):
            headings.append(piece)
            listing = True
        elif piece.kind == "contents" or (listing and _ENTRY.match(piece.text)):
            entries += 1
            continue
        elif piece.text:
            listing = False
        kept.append(piece)
    if entries or has_field:
        kept = [piece for piece in kept if not any(piece is heading for heading in headings)]
    return kept, entries
