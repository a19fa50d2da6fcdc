"""A page becomes a draft: its text decoded, its tree built, its document found and walked."""

from importers.format import Draft, Options, Piece
from importers.headline import headline, names_document
from importers.html import body, mhtml
from importers.html.charset import decode_page
from importers.html.facts import atoms, bare, facts, title_of
from importers.html.flow import Flow
from importers.html.furniture import without_furniture
from importers.html.mass import Masses
from importers.html.tree import Page, parse
from importers.law_export import dated, frame
from importers.outline import outline, raise_headings
from importers.problems import FileTooLarge
from importers.text import marred

LIMIT = 64 << 20
"""Bytes of a page: its tree takes some twenty times as much memory."""

HEAD = 14
"""Pieces among which a title stands."""

SHORTEST_TITLE, LONGEST_TITLE = 6, 100


def read(data: bytes, name: str, options: Options) -> Draft:
    if len(data) > LIMIT:
        raise FileTooLarge(name=name, size=len(data) >> 20, limit=LIMIT >> 20)
    if mhtml.is_mhtml(data):
        data = mhtml.page_of(data)
    decoded = decode_page(data, name, options.encoding)
    page = parse(decoded.text)
    masses = Masses(page.body)
    container = body.find(page.body, masses)
    sieve = body.Sieve(container, masses)
    flow = Flow(sieve.drops, options.keep_line_breaks)
    pieces = without_furniture(flow.read(container))
    own = frame(["" if piece.kind == "cell" else piece.text for piece in pieces])
    stated = {**facts(page, sieve.own), **own.stated}
    stated = dated(stated) if own.by_database else stated
    pieces = _titled([pieces[i] for i in own.kept], stated.get("title", ""), page)
    raise_headings(pieces)
    outline(pieces)
    return Draft(pieces, decoded.encoding, stated, marred(decoded) + flow.quality)


def _titled(pieces: list[Piece], stated: str, page: Page) -> list[Piece]:
    """The pieces, with the title before them where the page sets it apart from the text."""
    title = stated or _first_heading(page) or title_of(page) or _above(page, pieces)
    head = _bare("".join(piece.text for piece in pieces[:HEAD]))
    if not pieces or len(title) < SHORTEST_TITLE or _bare(title) in head:
        return pieces
    return pieces if not stated and headline(pieces).text else [Piece(title, "title"), *pieces]


def _first_heading(page: Page) -> str:
    """What the first first-level heading says that is long enough for a title."""
    headings = (" ".join(one.words().split()) for one in page.body.walk() if one.tag == "h1")
    return next((bare(text) for text in headings if SHORTEST_TITLE <= len(text) <= LONGEST_TITLE), "")


def _above(page: Page, pieces: list[Piece]) -> str:
    """The last line before the text that reads as a title, where the page keeps them apart."""
    title = ""
    for text in map(bare, atoms(page.body)):
        if pieces and text.startswith(pieces[0].text):
            return title
        title = text if names_document(text) else title
    return ""


def _bare(text: str) -> str:
    return "".join(text.split())
