"""Plain text: decoded, its lines joined to paragraphs unless the analyst wants them as they are.

What a law database set around the text is taken off; lines whose cells tabs part are a table.
"""

from collections import Counter
from collections.abc import Sequence

from importers.cells import is_tabbed, table_pieces
from importers.decode import Decoded, decode
from importers.format import Draft, Format, Options, Piece
from importers.law_export import frame
from importers.lines import Line, lines
from importers.outline import outline
from importers.reflow import joined, paragraphs
from importers.run_together import apart


def read(data: bytes, name: str, options: Options) -> Draft:
    decoded = decode(data, name, options.encoding)
    if is_tabbed(decoded.text):
        return Draft(table_pieces(decoded.text, "\t"), decoded.encoding, quality=marred(decoded))
    found = lines("\n".join(part for line in decoded.text.split("\n") for part in apart(line)))
    own = frame([line.text for line in found])
    kept = [found[i] for i in own.kept]
    groups = [[line] for line in kept] if options.keep_line_breaks else paragraphs(kept)
    pieces = [piece(group) for group in groups]
    outline(pieces)
    if not pieces or pieces[-1].page == 1:
        for one in pieces:
            one.page = None
    return Draft(pieces, decoded.encoding, own.stated, marred(decoded))


def piece(group: Sequence[Line]) -> Piece:
    """The paragraph that these lines make."""
    text, starts = joined(group)
    return Piece(text, line_starts=tuple(starts), page=group[0].page)


def marred(decoded: Decoded) -> Counter[str]:
    """What was lost in decoding, for the quality of the document."""
    return +Counter(replaced_characters=decoded.replaced, control_characters=decoded.dropped)


FORMAT = Format("Plain text", (".txt", ".text"), "text/plain", lambda data, suffix: True, read)
