"""What a document was printed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importers.places import Places

PRINTED = ("application/pdf",)
"""The media types of files that have pages to show; asked for with every document that is opened."""


class Paper(NamedTuple):
    """The file a document was read from, and where its characters stand on its pages, if that is known."""

    data: bytes
    places: Places | None
