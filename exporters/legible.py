"""Text as office files can hold it, with nothing dropped silently."""

import re

# Characters that XML 1.0 forbids (section 2.2, production Char); a lone surrogate cannot even be encoded.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PICTURES = 0x2400
"""Unicode's pictures of control characters: ␀ stands for NUL and so on."""


def legible(text: str) -> str:
    """The text with forbidden characters made visible (␀…␟, else �) and every line end a plain newline."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(_PICTURES + code) if code < 0x20 else "\ufffd"
