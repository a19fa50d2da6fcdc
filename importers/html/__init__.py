"""Web pages as browsers save them: the document found on the page, its properties, its tables cell by cell.

Bytes are decoded (`charset`, `mhtml`), the tree is built (`tree`); `mass` and `body` find the document in it,
`flow` walks it with `table` and `pictures`; `furniture` takes off the site's lines, `facts` reads what the
page states of the document. Only `tree` knows the parser, selectolax. Nothing is ever fetched.
"""

import re

from importers.format import Draft, Format, Options
from importers.html.mhtml import is_mhtml

_BEFORE = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).){0,4000}-->\s*)*"
_PAGE = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE | re.DOTALL)
_WIDE = re.compile(rb"(?:\xff\xfe|\xfe\xff)?[\s\0]*<\0?(?:!|h|H|m|M)")
_PART = re.compile(
    _BEFORE + rb"<(?:div|table|p|span|font|center|section|article|script|style|link)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def recognises(data: bytes, suffix: str) -> bool:
    """By its first tag; a part of a page, which may also begin a Markdown file, by its suffix as well."""
    if is_mhtml(data) or _PAGE.match(data):
        return True
    if suffix in (".md", ".markdown"):
        return False
    tagged = suffix in FORMAT.suffixes and (b"<" in data[: 1 << 16])
    return tagged or bool(_PART.match(data) or (b"<\0" in data[:80] and _WIDE.match(data)))


def read(data: bytes, name: str, options: Options) -> Draft:
    """The draft; a Problem where the file is no text or too large."""
    from importers.html import reading  # the parser is loaded with the first page

    return reading.read(data, name, options)


FORMAT = Format(
    "Web page", (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml"), "text/html", recognises, read
)
