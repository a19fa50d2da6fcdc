"""What a document says of its making: number 文号, issuer 发文机关, addressee 主送机关, date of signature.

They stand in fixed places: red head and number above the title, the addressee below it, organ and date
below the text. A signature may be followed by what the document carries: 附件, the plan it issues.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from importers.characters import HAN, SENTENCE_END
from importers.dates import dates, is_date_line
from importers.format import Piece

LEXICON = Path(__file__).parent.parent / "resources" / "lexicons" / "national_organs.txt"

HEAD, FOOT = 14, 8
"""Pieces at the beginning and the end among which numbers and dates stand that nothing else marks."""

LONGEST_LINE, LONGEST_ADDRESS = 30, 400
"""Characters: of a line that only dates or numbers; of a list of addressees."""

MOST_ORGANS = 16
"""Lines of organs above one date."""

_YEAR = r"(?:19|20)\d\d"
NUMBER = re.compile(
    rf"[{HAN}]{{1,14}}(?:\s?[〔\[［【（(〈﹝]\s?{_YEAR}\s?[〕\]］】）)〉﹞]|{_YEAR}年)\s?第?\s?\d+号"
    rf"|[{HAN}、]{{2,40}}令第?[\d〇一二三四五六七八九十百]+号"
    rf"|(?:公告)?{_YEAR}年第\d+号"
)
"""〔2021〕43号 in all its brackets after the organ's code; a decree's 令第5号; a notice's 2021年第5号."""

_DECREE = re.compile(rf"[{HAN}、]{{2,40}}令$")
_DECREE_NUMBER = re.compile(r"第\s?[\d〇一二三四五六七八九十百]+\s?号$")
_BRACKETS = str.maketrans("[［【（(〈﹝]］】）)〉﹞", "〔〔〔〔〔〔〔〕〕〕〕〕〕〕")
_ENDINGS = (
    "部|委|委员会|局|厅|司|署|院|处|办|办公厅|办公室|国务院|政府|中央|总局|银行|法院|检察院|党组|指挥部|领导小组|联席会议|"
    "组委会|委员会党组|总工会|协会|学会|联合会|集团|有限公司|公司|中心|大学|学院|交易所|基金会|管委会|人大常委会|海关|税务局|总队"
)
ORGANS = re.compile(rf"(?!.*(?:的|关于))[{HAN}（）()·]{{2,40}}?(?:{_ENDINGS})$")
_RED_HEAD = re.compile(rf"([{HAN}]{{3,40}}?)(?:文件|公文|便函|（通知）)$")
_TITLE_ORGAN = re.compile(
    rf"^([{HAN}、（）\s]{{2,80}}?(?:部|委|委员会|局|厅|署|院|办公厅|办公室|政府|中央|总局|银行|公司|协会|联合会|法院|检察院|总工会))"
    r"[等\d一二三四五六七八九十个部门]{0,7}(?=关于|印发|转发|公告|通告)"
)
_REPORT = re.compile(
    rf"^(?:\d{{4}}年)?(?!自治[区州])([{HAN}]{{2,12}}?(?:省|自治区|市|州|县|区|盟|旗|国务院))(?:人民政府)?"
    r"(?:\d{4}年)?(?:人民)?(?:政府)?工作报告"
)
_CONGRESS = re.compile(rf"在([{HAN}]{{0,12}}?)第[{HAN}]{{1,4}}届(全国)?人民代表大会")
_ADDRESSED = re.compile(
    "各|有关|机构|单位|企业|公司|大学|部门|机关|人民政府|委员会|[部委局厅司署院会办处行省市县区州盟旗校]$|集团|中心|政府"
)
_SPOKEN_TO = re.compile("各位|同志们|同志：|代表们|委员们|朋友|女士|先生|如下|记者|[问答]：|：.*：")


class Signature(NamedTuple):
    """The organs and the date below a text."""

    organs: tuple[str, ...]
    date: date


def is_organ(text: str) -> bool:
    """Whether a line only names an organ."""
    return bool(ORGANS.fullmatch(text))


def is_red_head(text: str) -> bool:
    """Whether a line is the red head of a document: 云岭市人民政府文件."""
    match = _RED_HEAD.fullmatch(text)
    return match is not None and is_organ(match.group(1))


def is_decree(text: str) -> bool:
    """Whether a line is the head of a decree, or its number: 云岭市人民政府令, 第12号."""
    return bool(_DECREE.fullmatch(text) or _DECREE_NUMBER.fullmatch(text))


def number(pieces: Sequence[Piece]) -> str | None:
    """A document number that stands on a line of its own near the head, in the usual brackets."""
    for piece, below in zip(pieces[:HEAD], [*pieces[1 : HEAD + 1], None], strict=False):
        if below and _DECREE.fullmatch(piece.text) and _DECREE_NUMBER.fullmatch(below.text):
            return normal(piece.text + below.text)
        match = NUMBER.search(piece.text)
        if match and len(piece.text) <= LONGEST_LINE:
            return normal(match.group())
    return None


def normal(number: str) -> str:
    """A number with its year in 〔〕 and without spaces: 云政发[2026]3号 → 云政发〔2026〕3号."""
    tight = re.sub(r"\s", "", number)
    return re.sub(rf"[^{HAN}\d]{_YEAR}[^{HAN}\d]", lambda year: year.group().translate(_BRACKETS), tight)


def signature(pieces: Sequence[Piece]) -> Signature | None:
    """The first date with organs above it, or on its own line with one."""
    for i, piece in enumerate(pieces):
        if i < 2 or not is_date_line(piece.text):
            continue
        found = next(dates(piece.text))
        organ = piece.text[: found.start].strip("\t ")
        above = [organ] if is_organ(organ) else [*_organs_above(pieces, i)]
        if above:
            return Signature(tuple(above), found.date)
    return None


def _organs_above(pieces: Sequence[Piece], i: int) -> list[str]:
    organs: list[str] = []
    for piece in reversed(pieces[max(0, i - MOST_ORGANS) : i]):
        parts = [part for part in re.split(r"[\t ]+", piece.text) if part]
        if not all(map(is_organ, parts)):
            break
        organs[:0] = parts
    return organs


def issuer(pieces: Sequence[Piece], title: str, signed: Signature | None) -> str | None:
    """The organs that issue: by the signature, the title, the red head or a line of their own."""
    by_title = _by_title(pieces, title)
    if signed and (by_title is None or _same(by_title, signed.organs)):
        return "、".join(signed.organs)
    return by_title or next(_by_lines(pieces), None)


def _same(title: str, organs: Sequence[str]) -> bool:
    """Whether a title that runs its organs together names those of the signature."""
    return re.sub(r"[、\s]", "", title) == "".join(organs)


def _by_title(pieces: Sequence[Piece], title: str) -> str | None:
    if match := _TITLE_ORGAN.match(title):
        return "、".join(part for name in re.split(r"[、\s]+", match.group(1)) for part in _parted(name))
    if "政府" in title and (match := _REPORT.match(title)):
        return _government(match.group(1))
    if "政府工作报告" in title and (match := _CONGRESS.search("\n".join(p.text for p in pieces[:HEAD]))):
        return _government(match.group(1) if match.group(1) and not match.group(2) else "国务院")
    return None


def _parted(organs: str) -> list[str]:
    """The organs of the centre in a name that runs them together; the name itself where it is none."""
    found = _known_organs().findall(organs)
    return found if "".join(found) == organs else [organs]


@cache
def _known_organs() -> re.Pattern[str]:
    names = [row for row in LEXICON.read_text("utf-8").splitlines() if not row.startswith("#")]
    return re.compile("|".join(sorted(names, key=len, reverse=True)))


def _by_lines(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces[:HEAD]:
        if is_red_head(piece.text):
            yield re.sub("(?:文件|公文|便函|（通知）)$", "", piece.text)
        elif _DECREE.fullmatch(piece.text) and is_organ(piece.text[:-1]):
            yield piece.text[:-1].removeprefix("中华人民共和国")
    for piece in [*pieces[:HEAD], *pieces[-FOOT:]]:
        if piece.kind in ("paragraph", "title") and is_organ(piece.text):
            yield "、".join(_parted(piece.text))


def _government(place: str) -> str:
    return place if place == "国务院" else f"{place}人民政府"


def addressee(pieces: Sequence[Piece]) -> str | None:
    """To whom the document is sent: the line before the text that ends in ： and names organs."""
    for piece in pieces[: 2 * HEAD]:
        text = piece.text
        if piece.kind == "paragraph" and text.endswith(("：", ":")) and len(text) <= LONGEST_ADDRESS:
            named = text[:-1]
            fit = _ADDRESSED.search(named) and not _SPOKEN_TO.search(text) and "。" not in text
            return named if fit else None
        if piece.kind == "cell" or (SENTENCE_END.search(text) and len(text) > LONGEST_LINE):
            return None
    return None


def issued(pieces: Sequence[Piece], signed: Signature | None) -> date | None:
    """The date of the signature, else of a short line at the foot, or at the head or after a dash there."""
    if signed:
        return signed.date
    for piece in reversed(pieces[-FOOT:]):
        if is_date_line(piece.text):
            return next(dates(piece.text)).date
    for piece in pieces[:HEAD]:
        passed = piece.text.startswith(("（", "(")) and "通过" in piece.text
        if len(piece.text) <= LONGEST_LINE or piece.text.startswith("—") or passed:
            for found in dates(piece.text):
                return found.date
    return None
