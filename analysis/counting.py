"""Which numbers count as targets, and what a number shares with its list.

A number is passed over when it is the condition of something (60岁以上老年人), a length of time that nobody
promises (连续5年), a list's own count (十三个方面), the size of a whole (全国31个省) or a small count in
words.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.lexicons import pattern, words_of
from analysis.numbers import Number

_CLAUSE_ENDS = re.compile(r"\s*(?:[，。；、：:！？（）()\n和及与或并]|$|大关|台阶|关口)")
_STATED = re.compile(r"[达为至到在是过破超约近]$")
_LIST_SIGN = re.compile(r"\s?[、和与及]\s?")
_SCALE = re.compile("[百千万亿]")
_BEYOND = re.compile(r"以上$|以下$|以内$")
_TERM = re.compile(r"[^，。；、]{0,4}期(?!间)")
_MONEY = ("元", "美元", "欧元", "")
LONGEST_LIST = 30
"""Items of the longest list that is looked at, and the largest count of what a text lists itself."""
_PLACES = re.compile(r"(?:省|市|县|州|区|盟)(?!级|重|外|场|区域)|设区|地级|地市|乡镇|直辖")
_SUBNATIONAL = re.compile(r"省区市|省市区|省份|省（|市州|市（|设区市|地市|州市|省辖市")
_WHOLE = re.compile(r"(?:全国|全省|全市|全区|全县|我省|我市|我国|全球|世界|[每这那哪某各])$")
_PEOPLE_OF_CHINA = re.compile(r"多?(?:中国|人民|的|各族|神州)")
_CHINA = (1.3e9, 1.45e9)
_MEASURES = re.compile("(?:政策|惠企|支持|具体|扶持)*(?:措施|举措|政策|意见|规定|办法)")
"""A number of 条 before one of these is a part of a name: …发展 | 18条 | 措施."""
_ITEMIZED = re.compile("方面$|[（(]共$")
_OVER = re.compile("(?<![通经])过$")
_OPENS_LIST = re.compile("[：:。）)]|$")
"""How a text counts what it lists: 知识产权方面 | 5项 | ：…"""
_SUPPOSED = re.compile("(?:^|[，；。：])(?:即|但|其中)?(?:如果|假如|倘若|若|如)(?![期实约])[^，。；]*$")
_RANKED = re.compile(r"(?:居|名列|位列|排名|排位|排在)[^，。；]{0,6}$")
_RATED = re.compile("(?:及?以上)?[^，。；、0-9]{0,5}(?:变电|输变电|输电|特高压|直流|交流|线路|电网|级)")
"""What a number of this unit names the class of: 220千伏 | 变电站."""
_OF_WHOM = re.compile(
    "的(?:[^，。；、0-9]{0,4})(?:人口|人员|家庭|农户|群众|群体|对象|职工|学生|老人|老年人|儿童)"
)
"""Behind a bound, those whom it tells apart: 收入低于1万元 | 的脱贫人口."""
_NEAR = 16
"""Characters to both sides of a number that are looked at."""


def shared(text: str, number: Number, before: Number | None, following: Sequence[Number]) -> Number:
    """A number with what its list says only once: the unit and 左右 at the end, 超过 at the beginning."""
    number = _from_following(text, number, following)
    in_list = before and _LIST_SIGN.fullmatch(text, before.behind, number.start)
    said_before = before and before.start < before.figure and number.unit in ("", before.unit)
    if before and in_list and said_before and "comparator" not in number.words:
        number = replace(number, comparator=before.comparator)
    return number if number.unit else replace(number, unit=_implied_unit(text, number))


def list_length(text: str, number: Number, following: Sequence[Number]) -> int:
    """How many numbers stand in the list that begins with this one: 8.2%和8.7%."""
    length, end = 1, number.end
    for other in following:
        if not _LIST_SIGN.fullmatch(text, end, other.start):
            break
        length, end = length + 1, other.end
    return length


def _from_following(text: str, number: Number, following: Sequence[Number]) -> Number:
    end = number.behind
    for other in following:
        if number.upper is not None or not _LIST_SIGN.fullmatch(text, end, other.figure):
            break
        end = other.behind
        if number.unit and other.unit != number.unit:
            break
        if not number.unit and other.unit:
            number = replace(number, unit=other.unit)
        if "comparator" not in number.words and other.end > other.behind:
            number = replace(number, comparator=other.comparator)
    return number


def _implied_unit(text: str, number: Number) -> str:
    """551万农村贫困人口 are counted in 人, 旅游人次2.3亿 in 人次, 产值突破3万亿 in 元."""
    if not _SCALE.search(number.words["value"]):
        return ""
    for unit, counted in _COUNTED:
        if pattern(counted).match(text, number.end):
            return unit
    before = text[max(0, number.start - _NEAR) : number.start]
    return next((unit for unit, named in _NAMED if pattern(named).search(before)), "")


_COUNTED = (("人", "[^，。；、]{0,12}?{counted_people}"), ("户", "[^，。；、]{0,12}?{counted_households}"))
_NAMED = (("人次", "人次"), ("人", "人数|人口|职工|志愿者"), ("元", "{money_names}"))


def why_not(text: str, number: Number, sentence: tuple[int, int]) -> str:
    """Why a number is no target, in a word or two; empty where it is one."""
    left = text[max(sentence[0], number.start - _NEAR) : number.start]
    right = text[number.end : min(sentence[1], number.end + _NEAR)]
    return next((reason for reason, applies in _REASONS if applies(number, left, right)), "")


def _without_unit(number: Number, left: str, right: str) -> bool:
    if number.unit:
        return False
    said = number.words.get("comparator") or _STATED.search(left)
    return number.han or not said or not _CLAUSE_ENDS.match(right)


def _listed(number: Number, left: str, right: str) -> bool:
    if number.unit == "条" and _MEASURES.match(right):
        return True
    if number.unit in words_of("measure_words") and _ITEMIZED.search(left) and _OPENS_LIST.match(right):
        return True
    counts = number.value <= LONGEST_LIST and number.unit in words_of("measure_words")
    return counts and bool(pattern("的?(?:{listed}|优势(?=[，。、]))").match(right))


def _few_in_words(number: Number, left: str, right: str) -> bool:
    if not number.han or number.unit in ("%", "‰", "倍", "百分点"):
        return False
    large = _SCALE.search(number.words["value"])
    if number.value >= 2 and _opens(left) and pattern("(?!全)[^，。；]{2,14}?{achieved}").match(right):
        return False
    return number.value < 2 or not (large or pattern("{creating}$").search(left))


def _opens(left: str) -> bool:
    return not left or left[-1] in "，；、\n"


def _length_of_time(number: Number, left: str, right: str) -> bool:
    if number.unit not in words_of("time_units") or _TERM.match(right):
        return False
    named = number.han or pattern("{named_times}").match(right)
    return bool(named) or not pattern("{limited_times}|为$").search(left[-12:])


def _condition(number: Number, left: str, right: str) -> bool:
    said = number.words.get("comparator", "") or (_OVER.search(left) and "过")
    if _SUPPOSED.search(left):
        return True
    if number.unit not in ("", *words_of("sizes")) or not said or _CLAUSE_ENDS.match(right):
        return False
    if pattern("的?{funds_of}*{funds}").match(right):
        return False
    if "comparator" in number.words and _OF_WHOM.match(right):
        return not pattern("{creating|moving}$").search(left)
    if number.unit in _MONEY and pattern("的?[^，。；、0-9]{0,8}{conditioned}").match(right):
        return True
    return bool(_BEYOND.search(said)) and not pattern("{creating|moving}$").search(left)


def _rating(number: Number, _left: str, right: str) -> bool:
    return number.unit in ("千伏", "kV", "吨", "千瓦") and bool(_RATED.match(right))


def _whole(number: Number, left: str, right: str) -> bool:
    if _CHINA[0] <= number.value <= _CHINA[1] and _PEOPLE_OF_CHINA.match(right):
        return True
    if number.unit not in words_of("measure_words"):
        return False
    return bool(_SUBNATIONAL.match(right) or (_WHOLE.search(left) and _PLACES.match(right)))


def _rank(number: Number, left: str, _right: str) -> bool:
    return number.unit in ("位", "名") and bool(_RANKED.search(left))


def _age(number: Number, left: str, _right: str) -> bool:
    return number.unit in ("岁", "周岁") and not pattern("{limited_times}").search(left[-12:])


_REASONS: tuple[tuple[str, Callable[[Number, str, str], bool]], ...] = (
    ("no unit", _without_unit),
    ("counts a list", _listed),
    ("a few in words", _few_in_words),
    ("length of time", _length_of_time),
    ("condition", _condition),
    ("rating", _rating),
    ("size of a whole", _whole),
    ("rank", _rank),
    ("age", _age),
)
