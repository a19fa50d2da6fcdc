"""Properties proposed from the text, all for the analyst to confirm or correct.

What the file states of itself comes first; then what `headline`, `imprint` and `reference_year` find in the
places where official documents say it. Nothing is better than something wrong.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from importers import imprint
from importers.dates import dates
from importers.format import Piece
from importers.headline import headline, inner_titles, stand_in
from importers.reference_year import reference_year
from importers.spacing import closed


class Properties(NamedTuple):
    """`issued` is 成文日期, `published` 发布日期; organs of `issuer` are joined by 、."""

    title: str
    issuer: str | None
    number: str | None
    issued: date | None
    published: date | None
    addressee: str | None
    reference_year: int | None


def propose(pieces: Sequence[Piece], stated: dict[str, str], name: str) -> Properties:
    """Properties of the document in the file called `name`; what it states of itself comes first.

    Pieces that make up its title, and titles of documents within it, become of kind title.
    """
    found = headline(pieces, closed(stated.get("title", "")))
    for line in found.pieces:
        line.kind, line.level = "title", None
    _mark_inner_titles(pieces, found.pieces)
    signed = imprint.signature(pieces)
    issued = _date(stated, "date") or imprint.issued(pieces, signed)
    title = found.text.strip("*#") or stand_in(pieces, PurePath(name).stem.strip(" _-") or name)
    number = stated.get("number")
    return Properties(
        title,
        stated.get("issuer") or imprint.issuer(pieces, title, signed),
        imprint.normal(number) if number else imprint.number(pieces),
        issued,
        _date(stated, "published"),
        imprint.addressee(pieces),
        reference_year(pieces, found.text, issued, name),
    )


def _mark_inner_titles(pieces: Sequence[Piece], outer: Sequence[Piece]) -> None:
    after = next((i + 1 for i, piece in enumerate(pieces) if outer and piece is outer[-1]), 0)
    for lines in inner_titles(pieces[after:]):
        for line in lines:
            line.kind, line.level = "title", None


def _date(stated: dict[str, str], name: str) -> date | None:
    return next((found.date for found in dates(stated.get(name, ""))), None)
