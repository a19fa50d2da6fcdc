"""Headings, list items and captions among the paragraphs of a text.

A false heading hurts more than a missing one, so only short lines without a full stop qualify, and only
where body text follows. Numbering gives the level: 第一章, 一、 → 1; 第一节, （一） → 2; 第一条, 1. → 3;
（1） → 4.
"""

import re
from collections.abc import Sequence

from importers.characters import CLAUSE_MARK, HAN, PAUSE_END, SENTENCE_END
from importers.format import Piece
from importers.reflow import BULLET, BYLINE

_DIGIT = "一二三四五六七八九十百零〇0-9０-９"
NUMBERINGS = (
    (re.compile(rf"第[{_DIGIT}]+[编章部]"), 1),
    (re.compile(rf"第[{_DIGIT}]+节"), 2),
    (re.compile(rf"第[{_DIGIT}]+条"), 3),
    (re.compile("[一二三四五六七八九十百]+、"), 1),
    (re.compile(rf"[（(][{_DIGIT.replace('0-9０-９', '')}]+[）)]"), 2),
    (re.compile(r"[0-9０-９]+[.．、](?![0-9])"), 3),
    (re.compile("[（(][0-9０-９]+[）)]"), 4),
)
"""What begins a numbered heading, and its level."""

LONGEST_NUMBERED, LONGEST_PLAIN, SHORTEST_BODY = 50, 36, 30
"""Characters. A body paragraph ends with a stop and is at least so long."""

ORGAN = re.compile(
    rf"(?!.*的)[{HAN}]{{2,24}}(?:部|委|委员会|局|厅|司|署|院|办公厅|办公室|国务院|人民政府|市政府|省政府|中央)$"
)
"""A line that only names who speaks."""

_CAPTION = re.compile(rf"(?:图|表|附图|附表)\s?[{_DIGIT}]+[^。；]{{0,40}}$")
_NO_HEADING = re.compile(
    r"[一二三四五六七八九十]+是|[（(].*[）)]$|——|附件|附：|注：|主题词|抄送|.*\t|.*[0-9]$|.*[日号]$|^[^：]*："
)
_INNER_STOP = re.compile("[。；！？]")
_HAN = re.compile(f"[{HAN}]")


def outline(pieces: Sequence[Piece]) -> None:
    """Give the paragraphs among `pieces` that are headings, items or captions their kind and level."""
    numbered = [_numbering(piece) for piece in pieces]
    deepest = 0
    for i, piece in enumerate(pieces):
        if piece.kind == "heading":
            deepest = piece.level or 1
        if piece.kind != "paragraph":
            continue
        if level := _level(pieces, numbered, i):
            piece.kind, piece.level = "heading", level
            deepest = level
        elif _is_plain_heading(pieces, i):
            piece.kind, piece.level = "heading", deepest + 1 if any(numbered[:i]) else 1
        elif BULLET.match(piece.text):
            piece.kind = "item"
        elif _CAPTION.match(piece.text):
            piece.kind = "caption"


def raise_headings(pieces: Sequence[Piece]) -> None:
    """A single first-level heading is the title; the highest of the others become level 1."""
    headings = [piece for piece in pieces if piece.kind == "heading"]
    highest = [piece for piece in headings if piece.level == 1]
    titled = any(piece.kind == "title" for piece in pieces)
    if not titled and len(highest) == 1 and any(piece is highest[0] for piece in pieces[:3]):
        highest[0].kind, highest[0].level = "title", None
        headings = [piece for piece in headings if piece is not highest[0]]
    above = min((piece.level or 1 for piece in headings), default=1) - 1
    for piece in headings:
        piece.level = (piece.level or 1) - above


def is_numbered(text: str) -> bool:
    return any(pattern.match(text) for pattern, _ in NUMBERINGS)


def _numbering(piece: Piece) -> int:
    """The level its numbering would give this line as a heading; 0 where it can be none."""
    text = piece.text
    if piece.kind not in ("paragraph", "heading") or len(text) > LONGEST_NUMBERED or not _is_open(text):
        return 0
    for pattern, level in NUMBERINGS:
        if (match := pattern.match(text)) and len(text) > match.end() + 1:
            return 0 if "\t" in text else level
    return 0


def _level(pieces: Sequence[Piece], numbered: list[int], i: int) -> int:
    """The level of a numbered heading. Numbered lines of one level in a row are a list, not headings."""
    level = numbered[i]
    alone = level not in numbered[max(0, i - 1) : i] and level not in numbered[i + 1 : i + 2]
    return level if alone and i + 1 < len(pieces) else 0


def _is_plain_heading(pieces: Sequence[Piece], i: int) -> bool:
    text = pieces[i].text
    if not 4 <= len(text) <= LONGEST_PLAIN or not _is_open(text) or _NO_HEADING.match(text):
        return False
    if BYLINE.match(text) or ORGAN.match(text) or BULLET.match(text):
        return False
    if 2 * len(_HAN.findall(text)) < len(text) or is_numbered(text):
        return False
    before = pieces[i - 1]
    after_body = (
        i == 0 or SENTENCE_END.search(before.text) or before.kind == "heading" or BYLINE.match(before.text)
    )
    return bool(after_body) and _is_body(pieces, i + 1)


def _is_body(pieces: Sequence[Piece], i: int) -> bool:
    """Whether body text stands at i, or the line that names its author."""
    if i < len(pieces) and BYLINE.match(pieces[i].text):
        return True
    if i < len(pieces) and ORGAN.match(pieces[i].text):
        i += 1
    if i >= len(pieces) or pieces[i].kind != "paragraph":
        return False
    text = pieces[i].text
    return len(text) >= SHORTEST_BODY and bool(SENTENCE_END.search(text) or CLAUSE_MARK.search(text))


def _is_open(text: str) -> bool:
    """Without a stop inside or a stop or pause at its end."""
    return not (
        _INNER_STOP.search(text) or SENTENCE_END.search(text) or PAUSE_END.search(text) or text[-1] in "，、"
    )
