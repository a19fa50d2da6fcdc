"""Plain text: decoded, its lines joined to paragraphs unless the analyst wants them as they are."""

from collections import Counter
from collections.abc import Sequence

from importers.decode import Decoded, decode
from importers.format import Draft, Format, Options, Piece
from importers.lines import Line, lines
from importers.outline import outline
from importers.reflow import joined, paragraphs


def read(data: bytes, name: str, options: Options) -> Draft:
    decoded = decode(data, name, options.encoding)
    found = lines(decoded.text)
    groups = [[line] for line in found] if options.keep_line_breaks else paragraphs(found)
    pieces = [piece(group) for group in groups]
    outline(pieces)
    if not pieces or pieces[-1].page == 1:
        for one in pieces:
            one.page = None
    return Draft(pieces, decoded.encoding, quality=marred(decoded))


def piece(group: Sequence[Line]) -> Piece:
    """The paragraph that these lines make."""
    text, starts = joined(group)
    return Piece(text, line_starts=tuple(starts), page=group[0].page)


def marred(decoded: Decoded) -> Counter[str]:
    """What was lost in decoding, for the quality of the document."""
    return +Counter(replaced_characters=decoded.replaced, control_characters=decoded.dropped)


FORMAT = Format("Plain text", (".txt", ".text"), "text/plain", lambda data, suffix: True, read)
