"""Files become documents here. A format is one module and its line in IMPORTERS."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from importers import cells, docx, html, markdown, office, pdf, text
from importers.format import Draft, Format, Options, Piece
from importers.source import load, refuse_foreign

if TYPE_CHECKING:
    from db.models import Document

IMPORTERS: tuple[Format, ...] = (
    docx.FORMAT,
    pdf.FORMAT,
    *office.FORMATS,
    html.FORMAT,
    markdown.FORMAT,
    cells.FORMAT,
    text.FORMAT,
)
"""In the order in which they are asked whether they recognise a file."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A document not yet stored, with its blocks, and the bytes it was read from.

    `places` tells where its characters stand on its pages, packed; None where it has no pages.
    """

    document: "Document"
    original: bytes
    places: bytes | None = None


def read(path: Path, options: Options = Options()) -> Imported:  # noqa: B008 - frozen
    """The document in the file at `path`; a Problem says why there is none."""
    data = load(path)
    form = format_of(data, path)
    draft = form.read(data, path.name, options)
    from importers.binding import bind  # the ORM takes longer to load than most files to read

    places = draft.places.packed() if draft.places else None
    return Imported(bind(draft, path.name, form, data, options), data, places)


def recognises_pictures() -> bool:
    """Whether text in pictures can be recognised: whether the optional extra for that is installed."""
    return all(find_spec(package) for package in ("rapidocr", "onnxruntime"))


def format_of(data: bytes, path: Path) -> Format:
    """The format of these bytes, whatever the suffix says."""
    suffix = path.suffix.lower()
    refuse_foreign(data, path.name)
    return next(form for form in IMPORTERS if form.recognises(data, suffix))


__all__ = [
    "IMPORTERS",
    "Draft",
    "Format",
    "Imported",
    "Options",
    "Piece",
    "format_of",
    "read",
    "recognises_pictures",
]
