"""What a number measures: the words around it taken apart.

…城镇化率 | 提高到 | 65%: from the number's side, words that link and move are cut off and give the
direction; what is left of the clause is the indicator. Where nothing is left, the indicator is what is
counted behind the number (52个贫困县), or that of the number before (…3万亿元、增长6%).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from analysis.counted import (
    KEPT_VERBS,
    cleaned,
    counted,
    is_verb,
    leading_verb,
    named_behind,
    of_counted,
    says_what_is_done,
)
from analysis.lexicons import words_of
from analysis.mentions import mentions
from analysis.numbers import Number
from analysis.times import TIME
from analysis.words import cut

_BASELINE = re.compile(
    r"(?:比|较|与|同)(?:上年|去年|上一年|前年|年初|年前|同期|预期|年度|原定的?|全国|全省|全市|\d{4}年|“?十.?五”?)"
    r"(?:同期|末|底|平均(?:水平)?|水平|期间|决算|预算|计划|执行|实际|[数额])*(?:相比|比)?$"
)
_TIME = re.compile(rf"(?:到|至|截至|截止)?{TIME}(?:以来|起|末|，|,)?")
_MARKER = re.compile(
    r"[●·*—\-\s①-⒛]+|[一二三四五六七八九十]{1,3}是|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]"
)
_OF_CONDITION = re.compile("的[^，。；、]+$")
"""What a number is the condition of: 产值超过五亿元 | 的企业达到 | 8家."""
_CLAUSE_ENDS = frozenset("，。；：:！？\n;")
_LIST_SIGN = re.compile(r"\s?[、和与及]\s?")
_AND = re.compile("、|和(?!谐)|与(?!度)|(?<![普涉惠以波遍])及(?![率格时])|以及")
_BOTH = ("城镇", "农村")
"""What 城乡 means where two numbers follow."""
_PER = re.compile("(?<=[到至为达由从])(?:每[人户亩吨年月天次]){1,2}$")
"""Behind a link, what each of which the number holds for: 补助标准提高到 | 每人每年."""
_SINCE = re.compile(rf"[从由](?:{TIME})的?$")
"""What says since when: 算力规模 | 从年初的 | 400P."""
_FRONT = re.compile(
    "(?:单位|万元)(?:GDP|地区生产总值|国内生产总值|生产总值|工业增加值|产值)|规(?:模以)?上工业(?:企业)?(?=.)"
)
_OF_ITS_SORT = re.compile(
    "[能电水煤]耗|用[水电]量|碳|二氧化碳|利润|利税|增加值|总?产值|(?:营业|主营业务)?收入|税收|营收"
)
"""What the first of a list says for those behind that are of its sort: 单位产值 | 能耗和碳排放."""
_TWINS = re.compile("[存贷进出]$")
"""What shares the rest of its word with its twin: 存、贷 | 款余额."""
_MOVED = re.compile("(?:(?P<up>[升涨]|(?<!新)增)|[降减缩])(?:至|到)?$")
"""A movement that the cut left in the last word: 薄弱村降 | 至."""
_BORROWS = 4
_SHORTEST_TAIL = 2
_CONDITIONED = re.compile("[^，。；、]{2,10}$")
"""What a size in front makes a sort of: 3亿元以上 | 项目 | 8个."""
_AND_BEFORE = re.compile("(?:以及|[和与]|(?<![普涉惠以波遍])及)$")
_BARE_MEASURES = ("总量", "总额", "总数", "总规模", "规模", "数量", "占比", "比重", "增速", "增幅", "余额")
"""Measures of what the number before them measures: …生产总值增长6%、 | 总量."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number measures: `name` is the indicator, [start, end) the shortest stretch that shows it whole.

    `moved` is the word that gives the direction. `others` are the indicators of the numbers that follow in
    the same list: A、B分别增长5%、7%; `all` are those of the whole list, for another list behind it.
    """

    name: str
    start: int
    end: int
    direction: str | None
    moved: str
    others: tuple[str, ...] = ()
    all: tuple[str, ...] = ()


class Words:
    """Where the words of a text begin, so that only whole words are cut off."""

    def __init__(
        self, text: str, start: int = 0, end: int | None = None, whole: Collection[str] = ()
    ) -> None:
        """Cuts text[start:end], but none of the words that are to stay `whole`; offsets count from the
        beginning of `text`."""
        cuts = cut(text[start:end])
        self._cuts = [
            (start + a, start + b) for a, b in (_joined(text[start:end], cuts, whole) if whole else cuts)
        ]
        self._starts = [a for a, _ in self._cuts]

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The words from `start` to `end`; one that reaches over an edge is cut there."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        clipped = ((max(a, start), min(b, end)) for a, b in self._cuts[first:last])
        return [(a, b) for a, b in clipped if a < b]


def _joined(text: str, cuts: list[tuple[int, int]], whole: Collection[str]) -> list[tuple[int, int]]:
    """The cuts without those inside words that are to stay whole."""
    inside = {at for start, end in mentions(text, whole) for at in range(start + 1, end)}
    edges = [0, *(end for _, end in cuts if end not in inside)]
    return list(pairwise(edges))


def measure(
    text: str,
    sentence: int,
    number: Number,
    before: Number | None,
    known: Measure | None,
    words: Words,
    many: int = 1,
) -> Measure:
    """What `number` measures in the sentence that begins at `sentence`.

    `before` is the number in front of it in the same sentence and `known` what that one measures; `many` are
    the numbers of the list that begins with it.
    """
    if before and known and _LIST_SIGN.fullmatch(text, before.end, number.start):
        name, *others = known.others or (known.name,)
        return replace(known, name=name, end=number.end, others=tuple(others))
    opening = _opening(text, sentence, number, before)
    per = _PER.search(text, opening, number.start)
    told = per or _SINCE.search(text, opening, number.start)
    left = words.between(opening, told.start() if told else number.start)
    if len(left) > 1 and text[slice(*left[-1])] == "好":
        left.pop()
    direction, moved = _cut_links(text, left)
    _cut_openers(text, left)
    behind = counted(text, number, words)
    if left and behind and (named := named_behind(text, left, number, behind)):
        return Measure(named, left[0][0], max(behind[1], number.end), direction, moved)
    if text.startswith("等", number.start - 1):
        left = []
    bare = all(is_verb(text[a:b]) for a, b in left)
    if bare or text[slice(*left[-1])] in words_of("particles"):
        if behind:
            name, start = of_counted(text, left, bare, number, behind)
            name = _inherited(text, name, number, before, known)
            return Measure(name, start, max(behind[1], number.end), direction, moved)
        if known and not (left and text.startswith(KEPT_VERBS, left[0][0])):
            name, *others = known.all if len(known.all) == many else (known.name,)
            again = tuple(others), known.all
            return Measure(name, known.start, number.end, direction, moved, *again)
    start, end = (left[0][0], left[-1][1]) if left else (number.start, number.start)
    if stem := _MOVED.search(text, start, end):
        direction, moved, end = direction or ("up" if stem["up"] else "down"), moved or stem[0], stem.start()
    names = _shared(cleaned(text[start:end]), many, "分别" in text[end : number.start])
    names = [name + per[0] for name in names] if per else names
    names[0] = _inherited(text, names[0], number, before, known)
    return Measure(names[0], start, number.end, direction, moved, tuple(names[1:]), tuple(names))


def _shared(name: str, many: int, respectively: bool) -> list[str]:
    """The indicators that share a list of `many` numbers; a short first one borrows the end of the last."""
    names = _AND.split(name)
    if many == len(_BOTH) and len(names) == 1 and "城乡" in name:
        return [name.replace("城乡", one, 1) for one in _BOTH]
    if not respectively and len(names) != many:
        return [name]
    if shared := _FRONT.match(names[0]):
        names = [names[0], *(shared[0] + name if _OF_ITS_SORT.match(name) else name for name in names[1:])]
    short, last = len(names[0]), names[-1]
    if len(names) == len(_BOTH) and _TWINS.search(names[0]) and _TWINS.search(last[:1]):
        return [names[0] + last[1:], names[0][:-1] + last]
    if len(names) > 1 and short <= _BORROWS:
        edge = next((end for _, end in cut(last) if end >= short), short)
        if len(last) < short + (_SHORTEST_TAIL if edge == short < _BORROWS else _BORROWS):
            return names
        tail = last[edge if edge <= short + 1 else short :]
        return [*(part + tail for part in names[:-1]), last]
    return names


def _opening(text: str, sentence: int, number: Number, before: Number | None) -> int:
    """Where the clause of a number begins; brackets are part of it, and a number closes an item of a list."""
    if number.start > sentence and text[number.start - 1] == "、":
        return number.start
    start = max(sentence, before.end if before else 0)
    if before and _is_condition(text, before, number):
        item = text.rfind("、", sentence, before.start) + 1
        start = max(sentence, item) if before.end > before.behind else sentence
    if before and before.end == start and (joined := _AND_BEFORE.search(text, start, number.start)):
        return joined.end()
    depth, at = 0, number.start
    while at > start:
        char = text[at - 1]
        depth += (char in "）)") - (char in "（(")
        if depth < 0 or (depth == 0 and char in _CLAUSE_ENDS):
            return at
        at -= 1
    if before and before.end == start and (comma := text.rfind("、", start, number.start)) >= 0:
        return comma + 1
    return start


def _is_condition(text: str, before: Number, number: Number) -> bool:
    """Whether `before` only says which ones `number` counts: 产值过五亿元的企业达到8家, 3亿元以上项目8个."""
    bound = "comparator" in before.words or text.startswith("过", before.start - 1)
    if bound and _OF_CONDITION.match(text, before.end, number.start):
        return True
    sized = before.end > before.behind and before.unit in words_of("sizes")
    of_sort = number.start == number.figure and _CONDITIONED.match(text, before.end, number.start)
    return sized and bool(of_sort)


def _inherited(text: str, name: str, number: Number, before: Number | None, known: Measure | None) -> str:
    """A name with what its list says only once: its verb, or what a bare measure measures.

    新建学校3所、 | 桥梁 are newly built too, and …生产总值增长6%、 | 总量 is that of the same.
    """
    if not before or not known or not name:
        return name
    gap = text[before.end : number.start]
    if name in _BARE_MEASURES and gap.startswith("、"):
        return known.name + name
    listed = "，" not in gap and (gap.startswith("、") or _AND_BEFORE.search(gap))
    said_once = listed and not known.direction and not says_what_is_done(name)
    return leading_verb(known.name) + name if said_once else name


def _cut_links(text: str, left: list[tuple[int, int]]) -> tuple[str | None, str]:
    """Take the links off the end of `left`; the direction they give, and its word."""
    direction, moved = None, ""
    while left:
        word = text[slice(*left[-1])]
        turn = "up" if word in words_of("rises") else "down" if word in words_of("falls") else None
        if turn and not direction:
            direction, moved = turn, word
        if word in words_of("moving_nouns") or not (turn or word in words_of("links") or word.isspace()):
            baseline = _BASELINE.search(text, left[0][0], left[-1][1])
            if not baseline:
                break
            while left and left[-1][1] > baseline.start():
                left.pop()
        else:
            left.pop()
    return direction, moved


def _cut_openers(text: str, left: list[tuple[int, int]]) -> None:
    """Take times, markers and words that only introduce off the front of `left`."""
    while left:
        start, end = left[0]
        opening = _TIME.match(text, start, left[-1][1]) or _MARKER.match(text, start, left[-1][1])
        if opening:
            end = opening.end()
        elif text[start:end] not in words_of("openers") and not _is_sign(text, start, end, left[-1][1]):
            return
        while left and left[0][1] <= end:
            left.pop(0)
        if left and left[0][0] < end:
            left[0] = (end, left[0][1])


def _is_sign(text: str, start: int, end: int, last: int) -> bool:
    """Whether text[start:end] is a sign that opens nothing; a quotation mark with its partner does."""
    return text[start:end] in "，、；：“”" and not (text[start] == "“" and "”" in text[start:last])
