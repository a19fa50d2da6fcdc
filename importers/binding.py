"""Pieces become a document: one text, blocks with offsets and numbers, proposed properties, checksums."""

import hashlib
from collections.abc import Iterator
from itertools import count

from db.documents import digest
from db.models import Block, Document
from importers.format import Draft, Format, Options, Piece
from importers.law_export import frame
from importers.metadata import propose
from importers.problems import NothingToRead


def bind(draft: Draft, name: str, form: Format, data: bytes, options: Options) -> Document:
    """The document, not yet stored. NothingToRead where no piece has text."""
    pieces, stated = _own(draft)
    if not pieces:
        raise NothingToRead(name=name)
    properties = propose(pieces, stated, name)
    text = "\n".join(piece.text for piece in pieces)
    starts = _starts(pieces)
    return Document(
        **properties._asdict(),
        source_name=name,
        media_type=form.media_type,
        encoding=draft.encoding,
        keeps_line_breaks=options.keep_line_breaks,
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=digest(text),
        length=len(text),
        quality={**draft.quality, **draft.facts},
        line_starts=[
            start + line for start, piece in zip(starts, pieces, strict=True) for line in piece.line_starts
        ],
        text=text,
        blocks=list(_blocks(pieces, starts)),
    )


def _own(draft: Draft) -> tuple[list[Piece], dict[str, str]]:
    """The pieces that are the document's and what is stated, without what a law database set around it.

    Pages that are shown as they are keep all they say.
    """
    pieces = [piece for piece in draft.pieces if piece.text]
    if draft.places:
        return pieces, draft.stated
    own = frame(["" if piece.kind == "cell" else piece.text for piece in pieces])
    return [pieces[i] for i in own.kept], {**own.stated, **draft.stated}


def _starts(pieces: list[Piece]) -> list[int]:
    starts, offset = [], 0
    for piece in pieces:
        starts.append(offset)
        offset += len(piece.text) + 1
    return starts


def _blocks(pieces: list[Piece], starts: list[int]) -> Iterator[Block]:
    """A block for each piece. The cells of a table share the next paragraph number."""
    numbers, tables = count(1), dict[int, int]()
    for ordinal, (piece, start) in enumerate(zip(pieces, starts, strict=True)):
        number = next(numbers) if piece.table is None else tables.get(piece.table)
        if number is None and piece.table is not None:
            number = tables[piece.table] = next(numbers)
        yield Block(
            ordinal=ordinal,
            kind=piece.kind,
            level=piece.level,
            start=start,
            end=start + len(piece.text),
            number=number,
            page=piece.page,
            table=piece.table,
            row=piece.row,
            column=piece.column,
            row_span=piece.row_span,
            column_span=piece.column_span,
        )
