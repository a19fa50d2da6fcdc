"""What every importer takes and gives: a format, options, the pieces of a document before it has offsets."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from importers.places import Places


def _untold() -> None:
    """Nobody waits for progress."""


@dataclass(frozen=True, slots=True)
class Options:
    """The analyst's wishes: an encoding (None: find it), and every source line kept as its own paragraph.

    `password` opens files that are locked. `recognise` asks for text to be recognised in pages that are
    pictures, where the optional extra for that is installed. `progress` is called after each page on which
    that was done: it takes seconds a page.
    """

    encoding: str | None = None
    keep_line_breaks: bool = False
    password: str | None = None
    recognise: bool = False
    progress: Callable[[], None] = _untold


@dataclass(slots=True)
class Piece:
    """A block before its place in the document is known; the fields are those of `db.models.Block`.

    `text` has no line breaks and no white space around it. `line_starts` are the offsets in it at which the
    lines of the source began. Where `level` is None, the outline may still find a paragraph to be a
    heading.
    """

    text: str
    kind: str = "paragraph"
    level: int | None = None
    line_starts: tuple[int, ...] = (0,)
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class Draft:
    """What a format reads from a file.

    `stated` holds properties the file states of itself (title, issuer, date …), as written. `quality`
    counts, by name, what was not read as it stands: pictures, replaced characters, comments …; `facts` holds
    what belongs to the quality and is no count. `places` tells, for formats that have pages, where the
    characters of the pieces' texts, joined by line breaks, stand.
    """

    pieces: list[Piece]
    encoding: str | None = None
    stated: dict[str, str] = field(default_factory=dict)
    quality: Counter[str] = field(default_factory=Counter)
    facts: dict[str, Any] = field(default_factory=dict)
    places: Places | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its name and suffixes in the open dialog, how its bytes are known and read.

    `recognises(data, suffix)` judges by content first; `read(data, name, options)` gives the draft or
    raises a Problem about the file called `name`.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    recognises: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, Options], Draft]
