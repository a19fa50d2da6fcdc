"""Comments of a Word document: one a passage, with who tagged it, when, as what."""

import re
from datetime import datetime

from db.kinds import KINDS
from exporters.figures import figure
from exporters.legible import legible
from exporters.report import CITATION, ReportPassage
from exporters.word_parts import BLANK, Prototype, escaped, paragraph, run
from exporters.word_styles import NAMESPACE

UNNAMED = "策注"
"""Whose comment it is where nobody is known; Word asks for a name."""

NOTE = {"zh": "备注", "en": "Note"}
LABELS = {"zh": "标签", "en": "Labels"}
STOP = {"zh": "：", "en": ": "}

# Without the style it looks the same; the mark must be there for Word to show the comment's number.
_MARK = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
_FIRST = Prototype(paragraph("CommentText", _MARK, run()))
_LINE = Prototype(paragraph("CommentText"))

START = Prototype(f'<w:commentRangeStart w:id="{BLANK}"/>')
END = Prototype(
    f'<w:commentRangeEnd w:id="{BLANK}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
    f'<w:commentReference w:id="{BLANK}"/></w:r>'
)


class Comments:
    """The comments of one document. `made` is the time of those that nobody has changed."""

    def __init__(self, language: str, made: datetime) -> None:
        self.language = language
        self._made = made
        self._first = 0
        self._comments: list[str] = []

    def __len__(self) -> int:
        return len(self._comments)

    def follow(self, known: bytes) -> None:
        """Number on from the comments that a document has already."""
        numbers = map(int, re.findall(rb'<\w+:comment [^>]*?\w+:id="(\d+)"', known))
        self._first = max(numbers, default=-1) + 1

    def add(self, lines: list[str], author: str = "", moment: datetime | None = None) -> str:
        """A comment of these lines; its number."""
        number = str(self._first + len(self._comments))
        author = author.strip() or UNNAMED
        when = (moment or self._made).replace(microsecond=0).isoformat()
        named = f'w:author="{_attribute(author)}" w:date="{when}" w:initials="{_attribute(initials(author))}"'
        body = _FIRST.filled(lines[0]) + "".join(map(_LINE.filled, lines[1:]))
        self._comments.append(f'<w:comment w:id="{number}" {named}>{body}</w:comment>')
        return number

    def of(self, passage: ReportPassage) -> str:
        """The comment of a passage; its number."""
        moment = passage.changed or passage.created
        return self.add(told(passage, self.language), passage.author, moment)

    def xml(self, known: bytes = b"") -> bytes:
        """The comments part: a new one, or the known one with these added to it."""
        if not known:
            opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            known = f'{opening}<w:comments xmlns:w="{NAMESPACE}"></w:comments>'.encode()
        if known.rstrip().endswith(b"/>"):
            head, _, _ = known.rstrip().rpartition(b"/>")
            known = head + b"></w:comments>"
        head, end, tail = known.rpartition(b"</")
        return head + "".join(self._comments).encode() + end + tail


def told(passage: ReportPassage, language: str) -> list[str]:
    """The kind with what it comes to, then a line for each field, the note and the labels."""
    kind, stop = KINDS[passage.kind], STOP[language]
    shown = [
        (field.heading(language), field.shown(passage.fields.get(field.name), language))
        for field in kind.fields
    ]
    amount = figure(passage.fields, language) if passage.kind == "target" else ""
    first = kind.heading(language) + (f" · {amount}" if amount else "")
    rest = [
        *shown,
        (NOTE[language], passage.note),
        (LABELS[language], CITATION[language][1].join(passage.labels)),
    ]
    return [first, *(f"{name}{stop}{value}" for name, value in rest if value)]


def initials(author: str) -> str:
    """王小敏 → 小敏, Ada Lovelace → AL."""
    words = legible(author).split()
    if author.isascii() and len(words) > 1:
        return "".join(word[0] for word in words).upper()
    return author[-2:] if not author.isascii() else author[:2].upper()


def _attribute(text: str) -> str:
    return escaped(" ".join(text.split())).replace('"', "&quot;")
