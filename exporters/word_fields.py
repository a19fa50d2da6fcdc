"""Fields, bookmarks and notes' marks of a Word document, as XML with the prefix w.

A field carries the result it would have, so that a reader who never updates fields sees it too.
"""

from dataclasses import dataclass

from exporters.word_parts import BLANK, Prototype, escaped, paragraph, run

_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_DIRTY = '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
_BETWEEN = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_GALLERY = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    "</w:docPartObj></w:sdtPr>"
)
"""Makes Word offer to update the table above it."""


@dataclass(frozen=True)
class Entry:
    """A heading as the table of contents lists it."""

    level: int
    text: str
    bookmark: str


def field(instruction: str, result: str) -> str:
    """A field with its present result, as runs."""
    shown = Prototype(run()).filled(result)
    return f"{_BEGIN}{_instruction(instruction)}{_BETWEEN}{shown}{_END}"


def bookmarked(name: str, number: int, content: str) -> str:
    """Content that a cross reference can lead to; numbers are unique in a document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def reference(bookmark: str, text: str) -> str:
    """A cross reference to a bookmark, which repeats its text and leads there."""
    return field(f" REF {bookmark} \\h ", text)


def note_reference(form: str, style: str) -> str:
    """The raised mark of a note ("footnote" or "endnote"), its id left blank."""
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:{form}Reference w:id="{BLANK}"/></w:r>'


def contents(heading: str, entries: list[Entry], levels: int) -> str:
    """A table of contents: its heading, and a field that lists these headings already.

    Word adds the numbers of the pages when it brings the field up to date, which it offers when it opens the
    document; nobody else knows them.
    """
    title = Prototype(paragraph("TOCHeading")).filled(heading)
    lines = [_line(entry) for entry in entries if entry.level <= levels]
    if not lines:
        return title
    opening = _DIRTY + _instruction(f' TOC \\o "1-{levels}" \\h \\z \\u ') + _BETWEEN
    lines[0] = lines[0].replace("</w:pPr>", f"</w:pPr>{opening}", 1)
    lines[-1] = lines[-1].removesuffix("</w:p>") + f"{_END}</w:p>"
    return f"{_GALLERY}<w:sdtContent>{title}{''.join(lines)}</w:sdtContent></w:sdt>"


def _line(entry: Entry) -> str:
    """An entry that leads to its heading."""
    link = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{run()}</w:hyperlink>'
    return Prototype(paragraph(f"TOC{entry.level}", link)).filled(entry.text)


def _instruction(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{escaped(code)}</w:instrText></w:r>'
