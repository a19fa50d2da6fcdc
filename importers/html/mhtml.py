"""Pages as browsers save them whole (.mht, .mhtml): the page's own part of a MIME message."""

import re
from email import message_from_bytes

_HEADERS = re.compile(
    rb"\A\s*(?:[A-Za-z-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)*?(?:MIME-Version|Content-Type):", re.I
)
_PAGE = re.compile(rb"multipart/related|text/html", re.I)
_PAGES = ("text/html", "application/xhtml+xml")


def is_mhtml(data: bytes) -> bool:
    head = data[:4096]
    return bool(_HEADERS.match(head) and _PAGE.search(head))


def page_of(data: bytes) -> bytes:
    """The bytes of the page; none where the message holds no page."""
    for part in message_from_bytes(data).walk():
        content = part.get_payload(decode=True) if part.get_content_type() in _PAGES else None
        if isinstance(content, bytes):
            return content
    return b""
