"""The title of a document, over the lines it takes, and the title of a document within it.

A title is known by its place, by its grammar (it cannot end with 的, or before the bracket is closed) and by
what it ends in: 通知, 意见, 规划. What stands around it — the red head, the number, the date — is not of it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.characters import HAN, PAUSE_END, SENTENCE_END
from importers.dates import is_date_line
from importers.format import Piece
from importers.imprint import NUMBER, is_decree, is_organ, is_red_head
from importers.outline import ORGAN, is_numbered
from importers.reflow import BULLET, BYLINE

HEAD = 14
"""Pieces at the beginning among which a title stands."""

MOST_LINES = 6
"""Lines of a title, the organs before it included."""

LONGEST_TITLE, LONGEST_LINE, CLIP = 120, 80, 40
"""Characters: of a title, of a line of it, of a sentence standing in for a title."""

_DANGLING = re.compile(r"(?:的|和|与|及|关于|、|印发|转发|——)$")
_NO_TITLE = re.compile(
    r"[（(].*[）)]$|—|密级|秘密|特急|加急|索引号|信息分类|发布机构|来源|附件|目录$|.*[：:]$|.*\t|\[picture"
)
_PICTURE = re.compile(r"\[picture(?:, page \d+)?\]$")
_OTHER = re.compile(r"\t|^\[picture")
_INSTRUMENTS = (
    "通知|意见|办法|规定|决定|方案|规划|纲要|报告|要点|公告|通告|公报|函|批复|条例|细则|总结|计划|决议|命令|令|通报|"
    "议案|纪要|准则|规则|章程|指引|指南|标准|清单|目录|制度|措施|讲话|工作安排|行动|工程|政策|倡议|建议|提案"
)
_COMPLETE = re.compile(
    rf"(?:{_INSTRUMENTS})(?:[》”]的?(?:通知|函|公告|决定)?)?(?:[（(〔\[][^（）()]{{1,24}}[）)〕\]])*$"
)
_SPEAKER = re.compile(rf"[{HAN}]{{0,16}}(?:长|主席|总理|主任|书记)[{HAN}]{{2,4}}$")
_ASIDE = re.compile(r"[（(〔\[【](?!.*(?:\d日|通过|号)).{2,24}[）)〕\]】]$")
_SUBTITLE = re.compile(r"[—–－-]{1,2}(?!.*(?:\d日|会议上)).{4,40}$")
_ANNEX = re.compile(r"附\s*[件录表]\s*[一二三四五六七八九十\d]*\s*[：:]?$")
_SENTENCE = re.compile("[^。！？；]+")


class Headline(NamedTuple):
    """A title and the pieces that make it up; both empty where the text begins at once."""

    text: str = ""
    pieces: Sequence[Piece] = ()


def headline(pieces: Sequence[Piece], stated: str = "") -> Headline:
    """The title at the head of `pieces`; where the file states one, the pieces that say the same."""
    if stated and (said := _said(pieces, stated)):
        return Headline(stated, said)
    marked = _marked(pieces[: 2 * HEAD])
    found = marked or _found(pieces) or _decreed(pieces)
    return Headline(stated or found.text, found.pieces)


def _said(pieces: Sequence[Piece], title: str) -> Sequence[Piece]:
    """Successive pieces near the head that together say the title."""
    wanted = _bare(title)
    for first in range(min(HEAD, len(pieces))):
        said = ""
        for count, piece in enumerate(pieces[first : first + MOST_LINES], 1):
            said += _bare(piece.text)
            if said == wanted:
                return pieces[first : first + count]
            if not wanted.startswith(said):
                break
    return ()


def _bare(text: str) -> str:
    return re.sub(r"[\s《》〈〉“”\"]", "", text)


def _marked(pieces: Sequence[Piece]) -> Headline | None:
    """The first pieces in a row that the file marks as title, with the lines a title needs to be whole."""
    first = next((i for i, piece in enumerate(pieces) if piece.kind == "title"), None)
    if first is None:
        return None
    end = first
    while end < len(pieces) and pieces[end].kind == "title":
        end += 1
    text = _joined(pieces[first:end])
    return (
        Headline(text, pieces[first:end]) if _COMPLETE.search(text) else _with_following(pieces, first, end)
    )


def _found(pieces: Sequence[Piece]) -> Headline | None:
    for i, piece in enumerate(pieces[:HEAD]):
        if _is_body(piece.text):
            break
        if _may_be_title(piece):
            return _with_following(pieces, i, i + 1)
    return None


def _decreed(pieces: Sequence[Piece]) -> Headline:
    """The title of what a decree at the head puts into force."""
    lines = next(inner_titles(pieces), ()) if any(is_decree(piece.text) for piece in pieces[:HEAD]) else ()
    return Headline(_joined(lines), lines)


def _is_body(text: str) -> bool:
    ended = SENTENCE_END.search(text) or (PAUSE_END.search(text) and "。" in text)
    return bool(ended) and len(text) > CLIP // 2


def _may_be_title(piece: Piece) -> bool:
    text = piece.text
    if piece.kind not in ("paragraph", "heading", "caption") or not 4 <= len(text) <= LONGEST_LINE:
        return False
    if SENTENCE_END.search(text) or PAUSE_END.search(text) or is_red_head(text) or is_date_line(text):
        return False
    if NUMBER.fullmatch(text) or is_numbered(text) or is_decree(text):
        return False
    return not any(pattern.match(text) for pattern in (_NO_TITLE, BYLINE, BULLET, _SPEAKER))


def _with_following(pieces: Sequence[Piece], first: int, end: int) -> Headline:
    """The title that begins at `first` and reaches to `end` at least."""
    text = _joined(pieces[first:end])
    while end < len(pieces) and end - first < MOST_LINES:
        line = pieces[end].text
        if not _follows(text, line, pieces[end + 1].text if end + 1 < len(pieces) else ""):
            break
        text, end = _join(text, line), end + 1
    return Headline(text, pieces[first:end])


def _joined(pieces: Sequence[Piece]) -> str:
    text = ""
    for piece in pieces:
        text = _join(text, piece.text)
    return text


def _join(title: str, line: str) -> str:
    """A line about something else than the one before stands apart: 云岭市工作要点 关于…."""
    apart = title and line.startswith("关于") and not (_goes_on(title, line) or _COMPLETE.search(line))
    return f"{title} {line}" if apart else title + line


def _follows(title: str, line: str, next_line: str) -> bool:
    if len(title) + len(line) > LONGEST_TITLE or _OTHER.search(line):
        return False
    if SENTENCE_END.search(line) or PAUSE_END.search(line):
        return False
    if _ASIDE.match(line) or _SUBTITLE.match(line):
        return True
    if NUMBER.fullmatch(line) or is_date_line(line) or is_numbered(line):
        return False
    return line.startswith("关于") or _goes_on(title, line) or _completes(title, line, next_line)


def _goes_on(title: str, line: str) -> bool:
    """Whether a title cannot end here: an open bracket, a dangling 的, an organ before 关于."""
    headed = ORGAN.search(title) and (line.startswith(("关于", "印发", "转发")) or _COMPLETE.search(line))
    organs = is_organ(title) and is_organ(line)
    return bool(title.count("《") > title.count("》") or _DANGLING.search(title) or headed or organs)


def _completes(title: str, line: str, next_line: str) -> bool:
    """Whether a title that names no instrument yet gets it from this line or the next."""
    if _COMPLETE.search(title) or len(line) > LONGEST_LINE or is_organ(line) or _SPEAKER.match(line):
        return False
    if _COMPLETE.search(line):
        return True
    about = "关于" in title or title.startswith(("印发", "转发"))
    return about and len(next_line) <= LONGEST_LINE and bool(_COMPLETE.search(next_line))


def names_document(text: str) -> bool:
    """Whether a line, wherever it stands, reads as a title: it is long enough and names an instrument."""
    return 8 <= len(text) <= LONGEST_TITLE and bool(_COMPLETE.search(text)) and _may_be_title(Piece(text))


def stand_in(pieces: Sequence[Piece], stem: str) -> str:
    """A title for a text without one: its file's name where that says something, a headline, its first words.

    Newspaper pages taken as text may have their headline at the end. What stands for a picture says nothing.
    """
    pieces = [piece for piece in pieces if not _PICTURE.match(piece.text)]
    if not pieces or len(re.findall(f"[{HAN}]", stem)) >= 4:
        return stem
    last = pieces[-1]
    if len(pieces) > 1 and _may_be_title(last) and not ORGAN.match(last.text):
        return last.text
    heading = next((piece.text for piece in pieces if piece.kind == "heading"), "")
    return heading or _SENTENCE.findall(pieces[0].text + "。")[0][:CLIP]


def inner_titles(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The pieces of each title of a document within this one, after its signature or after 附件."""
    i = 1
    while i < len(pieces) - 1:
        found = _titled_at(pieces, i) if _ends_outer(pieces[i - 1].text) else None
        if found:
            yield found.pieces
        i += len(found.pieces) if found else 1


def _ends_outer(text: str) -> bool:
    return bool(_ANNEX.match(text) or is_date_line(text) or _ASIDE.match(text))


def _titled_at(pieces: Sequence[Piece], i: int) -> Headline | None:
    """The title that begins with piece i, which must name an instrument and have a text after it."""
    if not _may_be_title(pieces[i]) or is_organ(pieces[i].text):
        return None
    found = _with_following(pieces, i, i + 1)
    following = pieces[i + len(found.pieces) : i + len(found.pieces) + 4]
    goes_on = any(_is_text(piece) for piece in following)
    return found if goes_on and _COMPLETE.search(found.text) else None


def _is_text(piece: Piece) -> bool:
    return piece.kind in ("heading", "cell") or _is_body(piece.text) or is_numbered(piece.text)
