"""Pictures that stand where text should: scans of whole pages, tables and boxes set as pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

from importers.pdf.frame import Box, Placed, around

FILLING = 0.5
"""The part of a page from which a picture fills it."""

WIDE, HIGH, LARGE = 0.3, 40.0, 0.03
"""A picture that matters is wider than this part of the page, higher in points, and covers such a part."""

UNDERLAY = 0.3
"""Where text covers more of a picture than this part, it is a background."""

TOUCHING = 2.0
"""Points within which pictures are strips of one."""


@dataclass(slots=True)
class Picture(Placed):
    """A picture among the text of a page."""

    box: Box
    page: int


def joined(pictures: Sequence[Box]) -> list[Box]:
    """The pictures of a page, with strips and tiles that touch made one."""
    found: list[Box] = []
    for picture in sorted(pictures, key=lambda box: (box.top, box.left)):
        touching = [other for other in found if _touch(other, picture)]
        found = [other for other in found if other not in touching]
        found.append(around([picture, *touching]))
    return found


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left - TOUCHING <= other.right
        and other.left - TOUCHING <= one.right
        and one.top - TOUCHING <= other.bottom
        and other.top - TOUCHING <= one.bottom
    )


def matters(picture: Box, page: Box, text: Sequence[Box]) -> bool:
    """Whether a picture is large enough to hold text and no background of the text on it."""
    large = picture.width >= WIDE * page.width and picture.height >= HIGH
    covered = sum(picture.shares(box) for box in text)
    return large and picture.area >= LARGE * page.area and covered < UNDERLAY * picture.area


def fills(pictures: Sequence[Box], page: Box) -> bool:
    return sum(picture.shares(page) for picture in pictures) >= FILLING * page.area
