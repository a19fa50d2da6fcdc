"""Inline Markdown without its marks: bold, links and code become the text they show.

CommonMark leaves the asterisks of `**一是扩大内需。**把…` standing, for no space follows them, so these are
rules of our own. What is not a pair of marks stays as it is.
"""

import re
from html import unescape

_URL = r"\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)"
_MARKS = (
    re.compile(rf"!?\[(?P<kept>[^\[\]\n]*)\]{_URL}"),
    re.compile(r"<(?P<kept>(?:https?://|mailto:)[^<>\s]+)>"),
    re.compile(r"(?<!`)(?P<mark>`+)(?!`)(?P<kept>[^`\n]+)(?P=mark)(?!`)"),
    re.compile(r"\*\*(?P<kept>[^*]+(?:\*[^*]+\*[^*]*)*)\*\*"),
    re.compile(r"(?<!\w)__(?P<kept>[^_\n]+)__(?!\w)"),
    re.compile(r"(?<![*A-Za-z0-9])\*(?![\s*])(?P<kept>[^*\n]+?)(?<!\s)\*(?![*A-Za-z0-9])"),
    re.compile(r"(?<!\w)_(?![\s_])(?P<kept>[^_\n]+?)(?<!\s)_(?!\w)"),
    re.compile(r"~~(?P<kept>[^~\n]+)~~"),
)
_BREAK = re.compile(r"<br\s*/?>|\\$", re.IGNORECASE | re.MULTILINE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_WAITING = re.compile("[\U000f0021-\U000f007e]")
_PLANE = 0xF0000
"""Private use: escaped marks wait there until the real ones are gone."""


def plain(text: str) -> str:
    """`text` without marks; `<br>` and a backslash at a line's end become line breaks."""
    text = _BREAK.sub("\n", text)
    text = _ESCAPE.sub(lambda mark: chr(_PLANE + ord(mark.group(1))), text)
    for mark in _MARKS:
        text = mark.sub(r"\g<kept>", text)
    text = _ENTITY.sub(lambda entity: unescape(entity.group()), text)
    return _WAITING.sub(lambda mark: chr(ord(mark.group()) - _PLANE), text)
