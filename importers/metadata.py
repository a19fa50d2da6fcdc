"""Properties proposed from the text: title, issuer 发文机关, number 文号, date of issue, reference year.

All are proposals the analyst corrects. The reference year is the year a document speaks about, to which
今年 in it refers. It is, by the first that is there: the year in the title (2023年工作总结 → 2023); the
year of issue; a year in the file's name; the year that its sentences plan for or name most often, a
planning sentence (将, 要, 力争 …) counting three times.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from importers.characters import HAN, PAUSE_END, SENTENCE_END
from importers.dates import dates, year
from importers.format import Piece
from importers.outline import ORGAN, is_numbered
from importers.reflow import BULLET, BYLINE
from importers.spacing import closed

HEAD, FOOT = 10, 8
"""Pieces at the beginning and the end among which titles, signatures and numbers stand."""

LONGEST_TITLE, LONGEST_LINE, CLIP = 80, 30, 40
"""Characters: of a title, of a line that only dates or numbers, of a sentence standing in for a title."""

PLAN_WEIGHT = 3

NUMBER = re.compile(
    rf"[{HAN}]{{1,12}}(?:[〔\[［【（(〈]\s?(?:19|20)\d\d\s?[〕\]］】）)〉]|(?:19|20)\d\d年)第?\s?\d+号"
)
_TITLE_ORGAN = re.compile(
    rf"^([{HAN}、]{{2,40}}?(?:部|委|委员会|局|厅|署|院|办公厅|办公室|政府|中央|总局|银行))(?:关于|印发)"
)
_REPORT = re.compile(
    rf"^(?:\d{{4}}年)?([{HAN}]{{2,12}}?(?:省|自治区|市|州|县|区|盟|旗|国务院))(?:\d{{4}}年)?(?:人民)?政府工作报告"
)
_CONGRESS = re.compile(rf"在([{HAN}]{{0,12}}?)第[{HAN}]{{1,4}}届(全国)?人民代表大会")
_DANGLING = re.compile(r"(?:的|和|与|及|关于|、|印发|——)$")
_NO_TITLE = re.compile(r"[（(].*[）)]$|—|密级|索引号|信息分类|发布机构|来源|附件|.*[：:]$|.*\t")
_NOTICE = re.compile("(?:通知|意见|办法|规定|决定|方案|规划|报告|要点|公告|函|批复|条例|细则|总结|计划)$")
_SPEAKER = re.compile(rf"[{HAN}]{{0,16}}(?:长|主席|总理|主任|书记)[{HAN}]{{2,4}}$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?!代)")
_YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_PLANNING = re.compile("将|要|力争|确保|力求|目标|计划|继续|预计|重点")
_SENTENCE = re.compile("[^。！？；]+")


class Properties(NamedTuple):
    title: str
    issuer: str | None
    number: str | None
    issued: date | None
    reference_year: int | None


def propose(pieces: Sequence[Piece], stated: dict[str, str], name: str) -> Properties:
    """Properties of the document in the file called `name`; what it states of itself comes first.

    Pieces that make up the title become of kind title.
    """
    headline, lines = _title_at_head(pieces)
    for line in lines:
        line.kind, line.level = "title", None
    headline = closed(stated.get("title", "")) or headline
    title = headline or _stand_in(pieces, name)
    issued = _stated_date(stated) or _issued(pieces)
    return Properties(
        title,
        stated.get("issuer") or _issuer(pieces, title),
        stated.get("number") or _number(pieces),
        issued,
        _year_titled(headline, issued)
        or (issued.year if issued else _year_in(name) or _year_spoken_of(pieces)),
    )


def headline(pieces: Sequence[Piece]) -> str:
    """The title that stands at the head of `pieces`; empty where the text begins at once."""
    return _title_at_head(pieces)[0]


def _year_titled(title: str, issued: date | None) -> int | None:
    """The year in the title; of several (2022年工作总结和2023年工作安排) that of issue, which 今年 means."""
    return issued.year if issued and f"{issued.year}年" in title else year(title)


def _title_at_head(pieces: Sequence[Piece]) -> tuple[str, Sequence[Piece]]:
    """The title and the pieces that make it up; nothing where the text begins at once."""
    marked = [piece for piece in pieces[: 2 * HEAD] if piece.kind == "title"]
    if marked:
        return "".join(piece.text for piece in marked), marked
    for i, piece in enumerate(pieces[:HEAD]):
        if _is_body(piece):
            break
        if _may_be_title(piece):
            return _with_following(pieces[i : i + 4])
    return "", ()


def _is_body(piece: Piece) -> bool:
    text = piece.text
    return (
        bool(SENTENCE_END.search(text) or (PAUSE_END.search(text) and "。" in text)) and len(text) > CLIP // 2
    )


def _may_be_title(piece: Piece) -> bool:
    text = piece.text
    if piece.kind not in ("paragraph", "heading") or not 4 <= len(text) <= LONGEST_TITLE:
        return False
    if SENTENCE_END.search(text) or PAUSE_END.search(text) or NUMBER.fullmatch(text) or _is_date_line(text):
        return False
    return not (is_numbered(text) or any(p.match(text) for p in (_NO_TITLE, BYLINE, BULLET, _SPEAKER)))


def _with_following(pieces: Sequence[Piece]) -> tuple[str, Sequence[Piece]]:
    """The first line and those that belong to it."""
    title = pieces[0].text
    for count, piece in enumerate(pieces[1:], 1):
        goes_on = _goes_on(title, piece.text)
        about = piece.text.startswith("关于")
        if not (goes_on or about) or len(piece.text) > LONGEST_TITLE or SENTENCE_END.search(piece.text):
            return title, pieces[:count]
        title += piece.text if goes_on else f" {piece.text}"
    return title, pieces


def _goes_on(title: str, line: str) -> bool:
    """Whether a title cannot end here: an open bracket, a dangling 的, an organ before 关于."""
    headed = ORGAN.match(title) and (line.startswith("关于") or _NOTICE.search(line))
    return bool(title.count("《") > title.count("》") or _DANGLING.search(title) or headed)


def _stand_in(pieces: Sequence[Piece], name: str) -> str:
    """A title for a text without one: its file's name where that says something, a headline, its first words.

    Newspaper pages taken as text may have their headline at the end.
    """
    stem, last = PurePath(name).stem.strip(" _-"), pieces[-1]
    if len(re.findall(f"[{HAN}]", stem)) >= 4:
        return stem
    if len(pieces) > 1 and _may_be_title(last) and not ORGAN.match(last.text):
        return last.text
    heading = next((piece.text for piece in pieces if piece.kind == "heading"), "")
    return heading or _SENTENCE.findall(pieces[0].text + "。")[0][:CLIP]


def _issuer(pieces: Sequence[Piece], title: str) -> str | None:
    if match := _TITLE_ORGAN.match(title):
        return match.group(1)
    if match := _REPORT.match(title):
        return _government(match.group(1))
    if "政府工作报告" in title and (match := _CONGRESS.search("\n".join(p.text for p in pieces[:HEAD]))):
        return _government(match.group(1) if match.group(1) and not match.group(2) else "国务院")
    return next(
        (p.text for p in [*pieces[:HEAD], *pieces[-FOOT:]] if p.kind == "paragraph" and ORGAN.match(p.text)),
        None,
    )


def _government(place: str) -> str:
    return place if place == "国务院" else f"{place}人民政府"


def _number(pieces: Sequence[Piece]) -> str | None:
    """A document number that stands on a line of its own near the head."""
    for piece in pieces[:HEAD]:
        match = NUMBER.search(piece.text)
        if match and len(piece.text) <= LONGEST_LINE:
            return match.group()
    return None


def _stated_date(stated: dict[str, str]) -> date | None:
    return next((found.date for found in dates(stated.get("date", ""))), None)


def _issued(pieces: Sequence[Piece]) -> date | None:
    """The date of a signature, else one on a short line or after a dash (——…在…会议上) near the head."""
    for piece in reversed(pieces[-FOOT:]):
        if _is_date_line(piece.text):
            return next(dates(piece.text)).date
    for piece in pieces[:HEAD]:
        if len(piece.text) <= LONGEST_LINE or piece.text.startswith("—"):
            for found in dates(piece.text):
                return found.date
    return None


def _is_date_line(text: str) -> bool:
    """Whether a line says little but a date: 2022年3月5日, （2022年3月5日印发）."""
    found = next(dates(text), None)
    return found is not None and len(text) <= found.end - found.start + 8


def _year_in(name: str) -> int | None:
    match = _YEAR_IN_NAME.search(name)
    return int(match.group(1)) if match else None


def _year_spoken_of(pieces: Sequence[Piece]) -> int | None:
    counts: Counter[int] = Counter()
    for piece in pieces:
        for sentence in _SENTENCE.findall(piece.text):
            weight = PLAN_WEIGHT if _PLANNING.search(sentence) else 1
            counts.update(dict.fromkeys(map(int, _YEAR.findall(sentence)), weight))
    return max(counts, key=lambda found: (counts[found], found)) if counts else None
