"""Markdown: its blocks by markdown-it, its emphasis and links reduced to their text.

Paragraphs that were wrapped are re-flowed as plain text is. Front matter is read for the document's
properties; a text file that begins with it is Markdown too. Comments are left out and counted.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from importers.decode import decode
from importers.format import Draft, Format, Options, Piece
from importers.inline import plain
from importers.lines import Line, lines
from importers.outline import outline, raise_headings
from importers.reflow import joined, paragraphs
from importers.run_together import apart
from importers.spacing import closed
from importers.text import marred, piece

if TYPE_CHECKING:
    from markdown_it.token import Token

STATED = {
    "title": ("title", "标题"),
    "issuer": ("issuer", "author", "organization", "发文机关", "来源"),
    "number": ("number", "文号"),
    "date": ("date", "issued", "日期", "成文日期"),
    "published": ("published", "发布日期"),
}
"""The properties front matter may state, and the keys that state them."""

LONGEST_FRONT_MATTER = 4000
BEGINNING = 8000
"""Bytes of a text file in which a marked heading shows it to be Markdown."""

_FENCE = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n[^\r\n:]+:")
_MARKED = re.compile(rb"^#{1,4} [^\s#]", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TIGHT_HEADING = re.compile(r"^(#{2,6})(?=[^#\s])", re.MULTILINE)
_LEFT_OUT = ("inline", "code", "html_block", "reference", "lheading")
"""Rules of markdown-it that lose or misread Chinese text: indents are no code, a rule makes no heading."""


def recognises(data: bytes, suffix: str) -> bool:
    """By its suffix, or by what a text file says: front matter at its beginning, a heading soon after."""
    return suffix in FORMAT.suffixes or bool(_FENCE.match(data) or _MARKED.search(data[:BEGINNING]))


def read(data: bytes, name: str, options: Options) -> Draft:
    decoded = decode(data, name, options.encoding)
    front, body = _parted("\n".join(decoded.text.splitlines()) + "\n")
    body, comments = _COMMENT.subn("", body)
    pieces = _Reader(options.keep_line_breaks).pieces(_TIGHT_HEADING.sub(r"\1 ", body))
    raise_headings(pieces)
    outline(pieces)
    quality = marred(decoded)
    if comments:
        quality["comments_left_out"] = comments
    return Draft(pieces, decoded.encoding, _stated(front), quality)


def _parted(source: str) -> tuple[str, str]:
    """Front matter and body."""
    end = source.find("\n---\n", 3, LONGEST_FRONT_MATTER)
    first = source.partition("\n")[2].partition("\n")[0]
    if not source.startswith("---\n") or end < 0 or ":" not in first:
        return "", source
    return source[4:end], source[end + 5 :]


def _stated(front: str) -> dict[str, str]:
    entries = (line.partition(":") for line in front.splitlines())
    said = {key.strip().lower(): value.strip().strip("'\"") for key, _, value in entries}
    found = {name: next((said[key] for key in keys if said.get(key)), "") for name, keys in STATED.items()}
    return {name: value for name, value in found.items() if value}


class _Reader:
    """Walks the tokens: running text is kept as lines, to be re-flowed in the end, all else as pieces."""

    def __init__(self, keep_line_breaks: bool) -> None:
        self.keep_line_breaks = keep_line_breaks
        self.lines: list[Line] = []
        self.fixed: list[tuple[int, Piece]] = []  # with the number of lines that stand before
        self.heading = 0
        self.marker: str | None = None
        self.tables = self.row = self.column = -1

    def pieces(self, source: str) -> list[Piece]:
        """All of the source in its order, running text re-flowed."""
        from markdown_it import MarkdownIt  # not needed until Markdown is read

        parser = MarkdownIt("commonmark").enable("table").disable(_LEFT_OUT)
        for token in parser.parse(source):
            self._take(token)
        return list(self._in_order())

    def _take(self, token: "Token") -> None:
        match token.type:
            case "heading_open":
                self.heading = int(token.tag[1])
            case "heading_close":
                self.heading = 0
            case "list_item_open":
                self.marker = f"{token.info}{token.markup}" if token.info else ""
            case "table_open":
                self.tables, self.row = self.tables + 1, -1
            case "tr_open":
                self.row, self.column = self.row + 1, -1
            case "th_open" | "td_open":
                self.column += 1
            case "table_close":
                self.column = -1
            case "inline":
                self._inline(token.content)
            case "fence":
                self._fix(*(Piece(closed(line)) for line in token.content.splitlines()))

    def _inline(self, content: str) -> None:
        text = plain(content)
        if self.column >= 0:
            cell = Piece(closed(text.replace("\n", " ")), "cell")
            cell.table, cell.row, cell.column = self.tables + 1, self.row, self.column
            self._fix(cell)
        elif self.heading:
            self._fix(Piece(closed(text.replace("\n", " ")), "heading", self.heading))
        elif self.marker is not None:
            self._item(text, self.marker)
            self.marker = None
        elif len(parts := apart(content)) > 1:
            self._fix(*(Piece(closed(plain(part))) for part in parts))
        else:
            self.lines += lines("\n" + text)

    def _item(self, text: str, marker: str) -> None:
        """An item keeps its number, for it is cited by it; a bullet is only a mark."""
        found = lines(f"{marker} {text}" if marker else text)
        if found:
            line, starts = joined(found)
            self._fix(Piece(line, "paragraph" if marker else "item", line_starts=tuple(starts)))

    def _fix(self, *pieces: Piece) -> None:
        self.fixed += [(len(self.lines), piece) for piece in pieces]

    def _in_order(self) -> Iterator[Piece]:
        starts = {place for place, _ in self.fixed}
        groups = [[line] for line in self.lines] if self.keep_line_breaks else paragraphs(self.lines, starts)
        waiting, done = iter([*self.fixed, (len(self.lines) + 1, Piece(""))]), 0
        place, fixed = next(waiting)
        for group in [*groups, []]:
            while place <= done:
                yield fixed
                place, fixed = next(waiting)
            if group:
                yield piece(group)
            done += len(group)


FORMAT = Format("Markdown", (".md", ".markdown"), "text/markdown", recognises, read)
