"""Numbers with what belongs to them: comparator, figure, range and unit, wherever they stand in a text.

Dates, ordinals, ratios and names that only look like numbers (5G, 第四批, 2025年, “三品”) are passed over:
one expression reads the text from left to right, and what is no quantity is matched before it is taken for
one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from analysis import figures
from analysis.figures import ARABIC, DIGIT, MORE, NUMERAL, SPACE, Figure, figure
from analysis.lexicons import one_of
from analysis.times import TIME, TIME_STARTS

_BEFORE = {
    ">=": "不低于 不得低于 不能低于 不应低于 不少于 不得少于 不能少于 不小于 不下于 至少 最少 最低 起码 ≥",
    "<=": "不超过 不得超过 不能超过 不高于 不得高于 不大于 不多于 不得多于 不突破 不得突破 至多 最多 最高 ≤",
    ">": "超过 突破 超出 超 逾 不止 高于 大于 多于 迈上 跨越 跃上 跨过 冲破 站上 > ＞",
    "<": "低于 不到 少于 不足 小于 < ＜",
    "≈": "大约 约 接近 将近 近 大概 约计 ≈",
}
_AFTER = {
    ">=": "及以上 以上 之上",
    "<=": "及以下 以内 以下 之内 之下",
    "≈": "左右 上下",
    ">": "多 有余 出头 开外",
}
_SIGNS = {
    word: sign for table in (_BEFORE, _AFTER) for sign, words in table.items() for word in words.split()
}
_SIGNS |= {"上": ">=", "过": ">"}
"""上千 and 过万, only in front of a bare scale."""
_INSIDE_WORDS = {"约": "节条契预合集制", "近": "最附靠邻临亲", "超": "赶反", "多": "", "最高": "", "最低": ""}
"""Characters before which the word is the end of another one: 节约 is no 约."""
_MORE_OF = "个种项条家名层级元类次方样数渠晶功媒"
"""多 in front of one of these begins a word: 5年多层次."""
_SHORT_UNITS = {"个百分点": "百分点", "个点": "百分点", "人口": "人", "元人民币": "元", "人民币": "元"}

_TO = "(?:[-－—–~～〜至到]|——)"
_DIGITLESS = "(?![百千万亿])"
"""A bare scale (千亿, 万) is a figure only behind a word that says so: 超千亿元, but not 千家万户."""
_BARE = rf"(?:(?<=[超近逾破过上越约达])[百千万亿]+{MORE}?|[百千万亿]+[多余])"
_FIGURES = (
    figures.DOUBLINGS,
    figures.AND_A_HALF,
    figures.PARTS,
    figures.PERCENT,
    figures.PERMILLE,
    figures.TENTHS + "(?![员立效果为本品就长型交熟功都绩因份年人])",
    figures.MIXED,
    figures.HALF,
    figures.A_HALF,
    rf"(?<![十一二三四五六七八九]){figures.PAIR}(?![一二三四五六七八九])",
    _DIGITLESS + figures.HAN_MORE,
    _BARE,
)
_LATIN_UNITS = "(?:[kKMGT]?W[hp]?|k?V|k?[mM]|[cm]m|kg|TEU|[PETGZ]B|[EP]F(?:lops|LOPS)|P)(?![A-Za-z])"
_PASSED = {
    "time": TIME,
    "ordinal": rf"第{NUMERAL}(?:[、和至—-]{NUMERAL})*",
    "rank": rf"前{NUMERAL}(?![个月年季天])",
    "title": "《[^》\n]{1,100}》",
    "quoted name": '[“‘"][^”’"，。；\n]{0,14}[”’"]',
    "Latin name": rf"(?<![A-Za-z])[A-Za-z]{{1,20}}[-－—_]?{ARABIC}(?![%％‰万亿])",
    "model": rf"{DIGIT}+(?!{_LATIN_UNITS})[A-Za-z]+{DIGIT}*",
    "sum": rf"[{DIGIT[1:-1]}A-Z](?:[+＋×]\w{{1,3}})+",
    "ratio": rf"{ARABIC}(?:[:：∶]{ARABIC})+",
    "document": rf"[〔\[（(][12]{DIGIT}{{3}}[〕\]）)]{DIGIT}+号",
    "enumerator": rf"(?:(?m:^)|(?<=[；。：])){SPACE}*[（(]?{NUMERAL}(?:[)）]|[.．、](?!{DIGIT}))",
    "sign": rf"(?<=[，、\s])[（(]{DIGIT}{{1,2}}[)）]",
    "number of a thing": rf"{NUMERAL}(?:号|届|次(?:会议|产业|党代会|全会|全国)|年代|世纪|维|线城市|中全会)",
    "class": rf"(?:{figures.MIXED}|{figures.HAN})(?:UNIT)?(?:级|强(?!化|制|大))|{figures.MIXED}人[制间座]",
    "name": rf"{figures.DOUBLINGS}(?=工程|行动|计划)",
}
"""What looks like a number and is none, by what it is."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from a text; [start, end) holds its comparator, figure and unit.

    `value` and `upper` are plain numbers; `upper` closes a range. The figure begins at `figure` and its unit
    ends at `behind`. `han` tells that it is written in Chinese numerals. `words` are the raw words of value,
    upper, unit and comparator.
    """

    start: int
    end: int
    figure: int
    behind: int
    value: float
    upper: float | None
    unit: str
    comparator: str
    han: bool
    words: dict[str, str]


def numbers(
    text: str, start: int = 0, end: int | None = None, units: tuple[str, ...] = ()
) -> Iterator[Number]:
    """The numbers of text[start:end] in order; offsets count from the beginning of `text`.

    `units` are counted in besides those of the lexicon, the longest that fits first.
    """
    for match in _scanner(units).finditer(text, start, len(text) if end is None else end):
        if match["low"] and _says_something(match):
            yield _number(match)


def _says_something(match: re.Match[str]) -> bool:
    """A short Chinese numeral alone is part of a word: 二氧化碳."""
    stated = match["low_unit"] or match["high_unit"] or not _SHORT_NUMERAL.fullmatch(match["low"])
    return bool(stated or (match["high"] and not _SHORT_NUMERAL.fullmatch(match["high"])))


def _number(match: re.Match[str]) -> Number:
    first, second = _ends(match)
    low, high = figure(first), figure(second) if second else None
    stated = {name: match[name] for name in ("low_unit", "high_unit", "before", "after")}
    unit = (high and high.unit) or stated["high_unit"] or low.unit or stated["low_unit"] or ""
    spoken = next((stated[name] for name in ("before", "after") if stated[name]), "")
    behind = next(match.end(name) for name in ("high_unit", "high", "low_unit", "low") if match[name])
    words = {
        "value": match["low"],
        "upper": second and (match["high"] or match["low"]),
        "unit": unit,
        "comparator": spoken,
    }
    return Number(
        match.start(),
        match.end(),
        match.start("low"),
        behind,
        low.value * _shared_scale(low, high, match) + 0.5 * bool(match["half"]),
        high.value if high else None,
        _SHORT_UNITS.get(unit, unit).replace("／", "/"),
        _comparator(low, high, spoken),
        not re.search(DIGIT, match["low"]),
        {name: said.strip() for name, said in words.items() if said},
    )


def _ends(match: re.Match[str]) -> tuple[str, str | None]:
    """The figures of a number: one, or the two of a range. 半 without a unit is half of a whole (近半)."""
    both = figures.pair(match["low"]) if not match["high"] else None
    half = match["low"] == "半" and not match["low_unit"]
    return both or ("一半" if half else match["low"], match["high"])


def _comparator(low: Figure, high: Figure | None, spoken: str) -> str:
    if high:
        return "range"
    return _SIGNS[spoken] if spoken else ">" if low.more else "="


def _shared_scale(low: Figure, high: Figure | None, match: re.Match[str]) -> float:
    """3至5万 begins at 30,000: a scale said at the end holds for both, unless that turns them round."""
    if (
        high is None
        or not match["high"]
        or match["low_unit"]
        or not (scale := re.search("[百千万亿]+$", match["high"]))
    ):
        return 1
    unscaled = figure(match["high"][: scale.start()] or "一").value
    factor = figure(match["high"]).value / unscaled if unscaled else 1
    return factor if not re.search("[百千万亿]", match["low"]) and low.value * factor <= high.value else 1


_SHORT_NUMERAL = re.compile("[数几〇○零一二三四五六七八九两十廿卅百千点多余来]+")
"""What only a unit or one of 万 and 亿 makes a number."""
_STARTS = (
    "".join(word[0] for word in _SIGNS)
    + TIME_STARTS
    + r"\-－0-9０-９A-Za-z一二三四五六七八九十百千万亿○廿卅半数几翻《“‘"
)
"""The characters that a number, or what is passed over, may begin with."""


@lru_cache(maxsize=4)
def _scanner(own: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Built on first use, since it holds the lexicon of units.

    Nine places in ten are told by their first character alone to begin nothing.
    """
    mine = "".join(f"{re.escape(word)}|" for word in own)
    unit = rf"(?:{mine}人民币|(?!{one_of('not_units')}){one_of('units')})(?!级|(?<=[A-Za-z])[A-Za-z])"
    per = rf"(?:{one_of('units')}|[年月日天])"
    unit = rf"(?:{unit}(?:[/／][百千万亿]{{0,2}}{per}(?:·{per})?)?)"
    before = rf"(?:{_words(_BEFORE)}|[上过](?=[百千万亿]))"
    after = _words(_AFTER).replace("多", f"多(?![{_MORE_OF}])")
    figure_ = f"(?:{'|'.join(_FIGURES)})"
    passed = "|".join(_PASSED.values()).replace("UNIT", unit)
    return re.compile(
        rf"(?=[{_STARTS}\"〔\[（(]|{SPACE})(?:(?P<passed>{passed})|"
        rf"(?:(?P<before>{before})(?:了|为|占|有|至|到|达到?)?{SPACE}?)?"
        rf"(?P<low>{figure_})(?!{SPACE}?[:：∶]{DIGIT})(?:{SPACE}?(?P<low_unit>{unit})"
        r"(?P<half>半(?![年月天导径岛山干数]))?)?"
        rf"(?:{SPACE}?{_TO}{SPACE}?(?P<high>{figure_})(?:{SPACE}?(?P<high_unit>{unit}))?)?"
        rf"(?:{SPACE}?(?P<after>{after}))?)"
    )


def _words(table: dict[str, str]) -> str:
    words = sorted((word for line in table.values() for word in line.split()), key=len, reverse=True)
    return "(?:" + "|".join(map(_guarded, words)) + ")"


def _guarded(word: str) -> str:
    guard = _INSIDE_WORDS.get(word)
    return f"(?<![{guard}]){word}" if guard else re.escape(word)
