"""What a document was printed on."""

from typing import NamedTuple

from importers.places import Places


class Paper(NamedTuple):
    """The file a document was read from, and where its characters stand on its pages, if that is known."""

    data: bytes
    places: Places | None
