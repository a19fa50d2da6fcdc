"""The text of a page's bytes. What the page declares of its encoding is often a lie, so its words decide."""

import re

from importers.decode import Decoded, decode

_MARKUP = re.compile(rb"<(?:script|style)\b.*?</(?:script|style)\s*>|<!--.*?-->|<[^<>]*>", re.S | re.I)
_WORDS = re.compile(rb"[^\x00-\x7f][^\r\n]*")
_WIDE = re.compile(rb"\A(?:\xff\xfe|\xfe\xff|<\0|\0<)")

SAMPLE = 1 << 20
"""Bytes of a page among which its words are looked for."""


def decode_page(data: bytes, name: str, encoding: str | None) -> Decoded:
    """The text of a page, by `encoding` where one is given. Raises what `decode` raises."""
    return decode(data, name, encoding, words=None if _WIDE.match(data) else _words(data))


def _words(data: bytes) -> bytes:
    """The lines that say something in another script than ASCII, without markup."""
    return b"\n".join(_WORDS.findall(_MARKUP.sub(b" ", data[:SAMPLE])))
