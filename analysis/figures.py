"""Figures: how a number is written in Chinese, and what it is worth.

A figure is the number alone, without unit or comparator: １２００, 1,200, 1 200, 8万, 2.6亿, 1.37万亿,
一千二百万, 两千, 廿三, 二〇二五, 三点五, 数十, 十几, 10个亿, 60%, 百分之八, 五成, 三分之一,
翻一番. Its worth is a plain number, multiplied out; shares of a whole are percentages.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import prod

SPACE = r"[ \u00a0\u2009\u202f\u3000]"
DIGIT = r"[0-9０-９]"
_GROUPED = (
    rf"{DIGIT}{{1,3}}(?:[,，]{DIGIT}{{3}})+(?!{DIGIT})|{DIGIT}{{1,3}}(?:{SPACE}{DIGIT}{{3}})+(?!{DIGIT})"
)
_SPACED = rf"{DIGIT}(?:{SPACE}{DIGIT})+(?!{DIGIT})"
_DECIMALS = rf"(?:{SPACE}?[.．]{SPACE}?{DIGIT}+(?:{SPACE}{DIGIT}(?!{DIGIT}))*)?"
ARABIC = rf"(?:(?:{_GROUPED}|{_SPACED}|{DIGIT}+){_DECIMALS})"

_HAN_DIGITS = dict(zip("〇○零一二三四五六七八九两", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True))
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_HAN_DIGIT = "[" + "".join(_HAN_DIGITS) + "]"
_METRIC = "(?![瓦米克伏卡帕字赫])"
"""千 before one of these is a part of the unit: 500千瓦."""
_SCALE = rf"(?:[十百千]?万亿|[十百千]?亿|[十百千]?万|千{_METRIC}|百(?!分))"
_HAN_WHOLE = rf"(?:{_HAN_DIGIT}|[十廿卅万亿]|百(?!分)|千{_METRIC}){{1,20}}"
HAN = rf"(?:{_HAN_WHOLE}(?:点{_HAN_DIGIT}{{1,6}}[万亿]{{0,2}})?)"
MORE = "(?:[多余]|来(?!自)|(?<=[十百千])几)"
NUMERAL = rf"(?:{ARABIC}|{HAN})"
MIXED = (
    rf"(?:{ARABIC}(?:{SPACE}?{MORE})?"
    rf"(?:{SPACE}{{0,2}}(?:个(?=亿))?{_SCALE}(?:{DIGIT}+{_SCALE})?(?!分之))?(?:{SPACE}?{MORE})?)"
)
HAN_MORE = rf"(?:[数几]?{HAN}(?:{MORE}[万亿]{{0,2}})?)"
PERCENT = rf"(?:(?:(?<=[长为是速幅率额达：:（(])[-－])?{ARABIC}{SPACE}?[%％﹪]|百分之{NUMERAL})"
PERMILLE = rf"(?:{ARABIC}{SPACE}?‰|千分之{NUMERAL})"
TENTHS = rf"(?:(?:[一二三四五六七八九两]|{DIGIT}(?:[.．]{DIGIT})?)成(?:半|{_HAN_DIGIT})?)"
PARTS = rf"(?:{NUMERAL}分之{NUMERAL}|(?<![0-9/])[1-8]/[2-9](?![0-9/]))"
DOUBLINGS = rf"(?:翻[了上]?(?:{_HAN_DIGIT}|{DIGIT})?番)"
HALF = r"(?:一半|半数|(?<=近)半(?![年个天月导])|(?<=比[过超])半(?![年个天月导]))"
A_HALF = "(?:半(?=亩|公里|小时|个小时|个百分点|个月))"
AND_A_HALF = rf"(?:{NUMERAL}个半(?=小时|工作日|百分点))"
PAIR = "(?:(?:一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九)(?:[十百千]?[万亿]|[十百千])?)"
"""两三个, 五六百, 七八万: from the one to the other."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure is worth. `unit` is set where the figure itself says it: %, ‰ or 倍.

    `more` tells that the figure calls itself a lower bound: 8万多, 百余, 数十.
    """

    value: float
    unit: str | None = None
    more: bool = False


def figure(words: str) -> Figure:
    """What the words of one figure are worth. ValueError where they are no figure."""
    words = re.sub(SPACE, "", unicodedata.normalize("NFKC", words)).replace(",", "")
    for shape, worth in _SHAPES:
        if match := shape.fullmatch(words):
            return worth(match)
    counted = words.replace("个", "")
    bare = re.sub(f"^[数几]|{MORE}", "", counted)
    return Figure(numeral(bare), more=bare != counted)


def pair(words: str) -> tuple[str, str] | None:
    """The two figures that a pair of neighbours means: 五六百 is 五百 to 六百."""
    return (words[0] + words[2:], words[1:]) if re.fullmatch(PAIR, words) else None


def numeral(words: str) -> float:
    """A number in Arabic or Chinese numerals or both: 1.37万亿, 3万5千, 一千二百万, 二〇二五, 三点五."""
    if words[:1].isdecimal():
        pieces = re.findall(r"(\d+(?:\.\d+)?)([十百千万亿]*)", words)
        return float(sum(_scaled(digits, scales) for digits, scales in pieces))
    if "点" in words:
        whole, _, rest = words.partition("点")
        decimals = rest.rstrip("万亿")
        digits = "".join(str(_HAN_DIGITS[digit]) for digit in decimals)
        return float(_scaled(f"{_han(whole)}.{digits}", rest[len(decimals) :]))
    if not words or not set(words) <= {*_HAN_DIGITS, *_SCALES, *"廿卅"}:
        raise ValueError(words)
    if len(words) > 1 and set(words) <= set(_HAN_DIGITS):
        return float("".join(str(_HAN_DIGITS[digit]) for digit in words))
    return float(_han(words))


def _scaled(digits: str, scales: str) -> Decimal:
    return Decimal(digits) * prod(_SCALES[scale] for scale in scales)


def _han(words: str) -> int:
    """A Chinese numeral with scales: what stands before 亿 and 万 is counted in them; 三万五 is 35,000."""
    for name in ("亿", "万"):
        if name in words:
            head, _, tail = words.rpartition(name)
            scale = _SCALES[name]
            spoken = scale // 10 if len(tail) == 1 and tail in _HAN_DIGITS else 1
            return (_han(head) if head else 1) * scale + (_han(tail) if tail else 0) * spoken
    return _within_ten_thousand(words.replace("廿", "二十").replace("卅", "三十"))


def _within_ten_thousand(words: str) -> int:
    total, digit, step = 0, None, 1
    for char in words:
        if char in _SCALES:
            step = _SCALES[char]
            total += (1 if digit is None else digit) * step
            digit = None
        else:
            digit = _HAN_DIGITS[char]
            step = 10 if digit == 0 else step
    return total + (digit or 0) * max(1, step // 10)


def _share(match: re.Match[str]) -> Figure:
    share = numeral(match["share"].removeprefix("-")) * (-1 if match["share"].startswith("-") else 1)
    return Figure(share, "%" if match["sign"] in ("%", "百分之") else "‰")


def _tenths(match: re.Match[str]) -> Figure:
    rest = 5 if match["rest"] == "半" else numeral(match["rest"] or "零")
    return Figure(numeral(match["tenths"]) * 10 + rest, "%")


def _parts(match: re.Match[str]) -> Figure:
    return Figure(round(numeral(match["part"]) / numeral(match["whole"]) * 100, 2), "%")


def _doublings(match: re.Match[str]) -> Figure:
    return Figure(2 ** numeral(match["times"] or "一"), "倍")


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Figure]], ...] = (
    (re.compile(r"(?P<share>-?[\d.]+)(?P<sign>[%‰])"), _share),
    (re.compile(r"(?P<sign>百分之|千分之)(?P<share>.+)"), _share),
    (re.compile(r"(?P<tenths>.+)成(?P<rest>.?)"), _tenths),
    (re.compile(r"(?P<whole>.+)分之(?P<part>.+)"), _parts),
    (re.compile(r"(?P<part>\d)/(?P<whole>\d)"), _parts),
    (re.compile(r"翻[了上]?(?P<times>.?)番"), _doublings),
    (re.compile("一半|半数"), lambda match: Figure(50.0, "%")),
    (re.compile("(?P<whole>.*?)个?半"), lambda match: Figure(numeral(match["whole"] or "零") + 0.5)),
)
