"""Pictures on a page: those that stand where text should, those in a line, and the site's ornaments."""

import re
from enum import Enum

from importers.html.tree import Element

SMALLEST = 60
"""Pixels: a picture of less height or width is an icon."""

_ORNAMENT = re.compile(
    r"icon|logo|qr|ewm|erwei|share|print|btn|button|arrow|dot|line\d*\.|spacer|blank|close|save|mail|weixin|weibo"
    r"|wx\.|loading|search|top\.|file(?:type|ico)|\.ico\b",
    re.I,
)


class Stand(Enum):
    """What a picture stands for on its page."""

    TEXT = "where text should stand"
    INLINE = "in a line of text"
    ORNAMENT = "no part of the document"


def stand(picture: Element) -> Stand:
    """What an `<img>` is, by its size and the name of its file, which is not looked for."""
    source = picture.attributes.get("src", "").rpartition("/")[2]
    sizes = [picture.number(side, 0) for side in ("width", "height")]
    if _ORNAMENT.search(source) or sorted(sizes)[1] == 1:
        return Stand.ORNAMENT
    return Stand.INLINE if any(0 < size < SMALLEST for size in sizes) else Stand.TEXT
