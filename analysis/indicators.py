"""What a number measures: the words around it taken apart.

…城镇化率 | 提高到 | 65%: from the number's side, words that link and move are cut off and give the
direction; what is left of the clause is the indicator. Where nothing is left, the indicator is what is
counted behind the number (52个贫困县), or that of the number before (…3万亿元、增长6%).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from analysis.lexicons import pattern, words_of
from analysis.mentions import mentions
from analysis.numbers import Number
from analysis.times import TIME
from analysis.words import cut, tag

_KEPT_VERBS = ("新", "扩", "改", "再")
"""A verb of counting stays in the indicator when it begins with one of these: 新建, 改造."""
_BASELINE = re.compile(
    r"(?:比|较|与|同)(?:上年|去年|上一年|前年|年初|年前|同期|预期|年度|原定的?|全国|全省|全市|\d{4}年|“?十.五”?)"
    r"(?:同期|末|底|平均(?:水平)?|水平|期间|决算|预算|计划|执行|实际|[数额])*(?:相比|比)?$"
)
_TIME = re.compile(rf"(?:到|至|截至|截止)?{TIME}(?:以来|起|末|，|,)?")
_MARKER = re.compile(
    r"[●·*—\-\s①-⒛]+|[一二三四五六七八九十]{1,3}是|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、]"
)
_STOP = re.compile(r"[，。；：、！？\n（）()《》0-9０-９]")
_OF_CONDITION = re.compile("的[^，。；、]+$")
"""What a number is the condition of: 产值超过五亿元 | 的企业达到 | 8家."""
_CLAUSE = re.compile(r"[，。；：:！？\n;]")
_LIST_SIGN = re.compile(r"\s?[、和与及]\s?")
_AND = re.compile("、|和(?!谐)|与(?!度)|(?<![普涉惠以波遍])及(?![率格时])|以及")
_BOTH = ("城镇", "农村")
"""What 城乡 means where two numbers follow."""
_MOVED = re.compile("(?:(?P<up>[升增涨])|[降减缩])(?:至|到)?$")
"""A movement that the cut left in the last word: 薄弱村降 | 至."""
_BORROWS = 4
_LONGEST_COUNTED = 16
_PLACES = ("ns", "nz", "nt", "j")
"""Tags of names of places and of bodies."""
_VERBS = ("directives", "short_directives", "adverbs", "openers")


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
    if before and known and _LIST_SIGN.fullmatch(text, before.behind, number.start):
        name, *others = known.others or (known.name,)
        return replace(known, name=name, end=number.end, others=tuple(others))
    opening = _opening(text, sentence, number, before)
    left = words.between(opening, number.start)
    direction, moved = _cut_links(text, left)
    _cut_openers(text, left)
    counted = _counted(text, number, words)
    if left and counted and (named := _named_behind(text, left, number, counted)):
        return Measure(named, left[0][0], max(counted[1], number.end), direction, moved)
    if text.startswith("等", number.start - 1):
        left = []
    bare = not left or all(text[a:b] in words_of(*_VERBS) for a, b in left)
    if bare or text[slice(*left[-1])] in words_of("particles"):
        if counted:
            return _behind(text, left, bare, counted, number, known, direction, moved)
        if known and not (left and text.startswith(_KEPT_VERBS, left[0][0])):
            name, *others = known.all if len(known.all) == many else (known.name,)
            again = tuple(others), known.all
            return Measure(name, known.start, number.end, direction, moved, *again)
    start, end = (left[0][0], left[-1][1]) if left else (number.start, number.start)
    if stem := _MOVED.search(text, start, end):
        direction, moved, end = direction or ("up" if stem["up"] else "down"), moved or stem[0], stem.start()
    names = _shared(_clean(text[start:end]), many, "分别" in text[end : number.start])
    return Measure(names[0], start, number.end, direction, moved, tuple(names[1:]), tuple(names))


def _shared(name: str, many: int, respectively: bool) -> list[str]:
    """The indicators that share a list of `many` numbers; a short first one borrows the end of the last."""
    names = _AND.split(name)
    if many == len(_BOTH) and len(names) == 1 and "城乡" in name:
        return [name.replace("城乡", one, 1) for one in _BOTH]
    if not respectively and len(names) != many:
        return [name]
    short, last = len(names[0]), names[-1]
    if len(names) > 1 and short <= _BORROWS and len(last) >= short + _BORROWS:
        edge = next((end for _, end in cut(last) if end >= short), short)
        tail = last[edge if edge <= short + 1 else short :]
        return [*(part + tail for part in names[:-1]), last]
    return names


def _opening(text: str, sentence: int, number: Number, before: Number | None) -> int:
    """Where the clause of a number begins; brackets are part of it, and a number closes an item of a list."""
    start = max(sentence, before.end if before else 0)
    if before and _is_bound(text, before) and _OF_CONDITION.match(text, before.end, number.start):
        start = sentence
    depth, at = 0, number.start
    while at > start:
        char = text[at - 1]
        depth += (char in "）)") - (char in "（(")
        if depth < 0 or (depth == 0 and _CLAUSE.match(char)):
            return at
        at -= 1
    if before and before.end == start and (comma := text.rfind("、", start, number.start)) >= 0:
        return comma + 1
    return start


def _is_bound(text: str, number: Number) -> bool:
    """Whether a number is one to exceed or to stay below: 超过五亿元, 过五亿元."""
    return "comparator" in number.words or text.startswith("过", number.start - 1)


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


def _counted(text: str, number: Number, words: Words) -> tuple[int, int] | None:
    """The noun behind a number: what it counts, up to a stop or a verb."""
    start = number.end + (text[number.end : number.end + 1] == "的")
    stop = _STOP.search(text, start, start + _LONGEST_COUNTED)
    last = stop.start() if stop else min(len(text), start + _LONGEST_COUNTED)
    end = start
    for a, b in words.between(start, last):
        is_verb = end - start > 3 and text[a:b] in _breaks() and not (stop and b == last)
        if end > start and (is_verb or text[a:b] in words_of("links")):
            break
        if end == start and (text[a:b] in words_of("particles") or text[a:b] in words_of("rises", "falls")):
            break
        end = b
    return (start, end) if end - start > 1 else None


@cache
def _breaks() -> frozenset[str]:
    """Verbs that end what is counted; 示范 and its like are also part of names: 36个节水示范项目."""
    return words_of(*_VERBS) - words_of("nominal_verbs")


def _named_behind(text: str, left: list[tuple[int, int]], number: Number, counted: tuple[int, int]) -> str:
    """What is told behind a number and its measure in front: 投资 | 超10亿元的 | 大桥, 全市 | 53个 | 事项."""
    head = text[left[0][0] : left[-1][1]]
    if text.startswith("的", number.end) and pattern("{sized}").fullmatch(head):
        return _clean(text[slice(*counted)] + head)
    thing = text[slice(*counted)]
    if number.unit == "%" and text.startswith("的", number.end) and tag(head)[-1][2].startswith("v"):
        return _clean(head + thing)
    if number.unit not in words_of("measure_words") or all(text[a:b] in words_of(*_VERBS) for a, b in left):
        return ""
    if text[slice(*left[-1])] in words_of("directives"):
        return _clean((head if head.startswith(_KEPT_VERBS) else text[left[0][0] : left[-1][0]]) + thing)
    place = tag(head)[-1][2] in _PLACES or (len(left) == 1 and tag(thing)[0][2].startswith("n"))
    return _clean(head + thing) if place else ""


def _behind(
    text: str,
    left: list[tuple[int, int]],
    bare: bool,
    counted: tuple[int, int],
    number: Number,
    known: Measure | None,
    direction: str | None,
    moved: str,
) -> Measure:
    """The indicator of a number that stands before what it counts, with the verb or the subject in front."""
    head = ""
    if left and (not bare or text.startswith(_KEPT_VERBS, left[0][0])):
        head = text[left[0][0] : left[-1][1]].rstrip("的了对把将")
    start = left[0][0] if left else number.start
    return Measure(_clean(head + text[slice(*counted)]), start, max(counted[1], number.end), direction, moved)


def _clean(name: str) -> str:
    return re.sub(r"\s|^[，、的了和及]+|[的了，、和]+$", "", name)
