"""What stands behind a number: the things it counts, and what becomes of them.

25家 | 企业 | 实现合作重组: the noun goes on to a stop, to a link or to a verb that is no part of a name.
Behind a number that opens its clause, what happens to the things is a part of the indicator.
"""

import re
from functools import cache
from typing import Protocol

from analysis.lexicons import pattern, words_of
from analysis.numbers import Number
from analysis.words import cut, tag

KEPT_VERBS = ("新", "扩", "改", "再")
"""A verb of counting stays in the indicator when it begins with one of these: 新建, 改造."""
_STOP = re.compile(r"[，。；：、！？\n（）()《》0-9０-９]")
_INSIDE = re.compile(
    r"(?:[0-9０-９][0-9０-９.]*[百千万亿]*(?:吨|千瓦|公里|千伏|元|人|A)?级(?:及?以[上下])?|5G"
    r"|[0-9０-９]{1,2}(?:[-—~至][0-9０-９]{1,2})?周?岁(?:及?以[上下])?|[0-9０-９]{1,3}户(?:及?以[上下]))"
    r"|(?<=[\u4e00-\u9fff])（[\u4e00-\u9fff、]{1,5}）(?=[\u4e00-\u9fff])"
)
"""What has a stop in it and is a part of a name: 5万吨级以上 | 码头, 乡镇 | （街道） | 工作站."""
_LONGEST = 16
_LONGEST_EVENT = 14
_PLACES = ("ns", "nz", "nt", "j")
"""Tags of names of places and of bodies."""
_VERBS = ("directives", "short_directives", "adverbs", "openers")
_HELPING = re.compile("推动|帮助|实现|组织|带动|促进|引导")
"""Verbs in front of things that then do something: 推动 | 8家企业 | 实施改造."""
_EVENT = re.compile(r"[^，。；：、！？\n（）()《》0-9０-９]*(?=[，。；、！\n]|$)")


class Cut(Protocol):
    """A text cut into words."""

    def between(self, start: int, end: int) -> list[tuple[int, int]]: ...


def cleaned(name: str) -> str:
    """A name without white space and without signs and particles at its ends."""
    return re.sub(r"\s|^(?:[，、的了和]|及(?!时))+|[的了，、和及]+$", "", name)


def is_verb(word: str) -> bool:
    """Whether a word only says what is done: 新建, 继续抓好."""
    return word in words_of(*_VERBS) or bool(
        pattern("(?:{adverbs})*(?:{directives|short_directives|creating}){1,2}").fullmatch(word)
    )


def leading_verb(name: str) -> str:
    """The verbs of counting at the head of an indicator that stay in it: 新建改造 | 农村公路."""
    end = 0
    if name.startswith(KEPT_VERBS):
        for start, stop in cut(name):
            if start and name[start:stop] not in words_of("creating", "directives", "nominal_verbs"):
                break
            end = stop
    return name[:end] if name[:end] in words_of("creating", "directives") or end > 2 else ""


def says_what_is_done(name: str) -> bool:
    """Whether an indicator has a verb of its own, at its head or its end: 增加 | 学位, 劳动力转移 | 就业."""
    words = tag(name)
    first = name[: words[0][1]] if words else ""
    doing = first in words_of("creating", "moving", "directives", "bare_verbs")
    done = bool(words) and words[-1][2] in ("v", "vn") and len(name) - words[-1][0] > 1
    return doing or done or name.startswith(KEPT_VERBS)


def counted(text: str, number: Number, words: Cut) -> tuple[int, int] | None:
    """The noun behind a number: what it counts, up to a stop or a verb."""
    start = number.end + (text[number.end : number.end + 1] == "的")
    last, stopped = _stop(text, start)
    end = start
    for a, b in words.between(start, last):
        if end > start and (
            _breaks_off(text, start, (a, b), last, stopped) or text[a:b] in words_of("links")
        ):
            break
        if end == start and text[a:b] in words_of("particles", "rises", "falls"):
            break
        end = b
    return (start, end) if end - start > 1 else None


def _stop(text: str, start: int) -> tuple[int, bool]:
    """Where the stretch behind a number ends at the latest, and whether a stop ends it."""
    at = start
    while stop := _STOP.search(text, at, start + _LONGEST):
        inside = _INSIDE.match(text, stop.start())
        if not inside:
            return stop.start(), True
        at = inside.end()
    return min(len(text), start + _LONGEST), False


def _breaks_off(text: str, start: int, word: tuple[int, int], last: int, stopped: bool) -> bool:
    """Whether a verb ends the noun; one that a verbal noun closes does not: 城乡 | 统筹 | 试点建设."""
    a, b = word
    if a - start <= 3 or text[a:b] not in _breaks() or (stopped and b == last):
        return False
    closing = pattern("{nominal_verbs}$").search(text, b, last)
    return not (stopped and closing and len(text[a:b]) > 1 and closing.start() - b > 1)


@cache
def _breaks() -> frozenset[str]:
    """Verbs that end what is counted; 示范 and its like are also part of names: 36个节水示范项目."""
    return words_of(*_VERBS) - words_of("nominal_verbs")


def named_behind(text: str, left: list[tuple[int, int]], number: Number, behind: tuple[int, int]) -> str:
    """What is told behind a number and its measure in front: 投资 | 超10亿元的 | 大桥, 全市 | 53个 | 事项."""
    head, thing = text[left[0][0] : left[-1][1]], text[slice(*behind)]
    if text.startswith("的", number.end) and pattern("{sized}").fullmatch(head):
        return cleaned(thing + head)
    of_share = number.unit == "%" and text.startswith("的", number.end)
    counts = number.unit in words_of("measure_words") and not all(is_verb(text[a:b]) for a, b in left)
    if not of_share and not counts:
        return ""
    part = tag(head)[-1][2]
    if of_share and (part.startswith("v") or text.startswith("了", left[-1][1])):
        return cleaned(head + thing)
    return _of_things(text, head, thing, left, number, part) if counts else ""


def _of_things(
    text: str, head: str, thing: str, left: list[tuple[int, int]], number: Number, part: str
) -> str:
    """What a number of things measures with the words before it; `part` is how the last one is tagged."""
    kept = any(text.startswith(KEPT_VERBS, a) for a, _ in left)
    if text[slice(*left[-1])] in words_of("directives") or (kept and part == "v"):
        return cleaned((head if kept else text[left[0][0] : left[-1][0]]) + thing)
    if "、" in head and number.start == number.figure:
        return cleaned(leading_verb(head) + thing)
    place = part in _PLACES or (len(left) == 1 and tag(thing)[0][2].startswith("n"))
    return cleaned(head + thing) if place else ""


def of_counted(
    text: str, left: list[tuple[int, int]], bare: bool, number: Number, behind: tuple[int, int]
) -> tuple[str, int]:
    """The indicator of a number that stands before what it counts, with the verb or the subject in front and
    what happens behind, and where its stretch begins."""
    start = left[0][0] if left else number.start
    head = ""
    if left and (not bare or text.startswith(KEPT_VERBS, start)):
        head = text[start : left[-1][1]].rstrip("的了对把将")
    opens = not left or bool(_HELPING.fullmatch(text, start, left[-1][1]))
    event = _event(text, behind[1]) if opens else ""
    return cleaned(head + text[slice(*behind)] + event), start


def _event(text: str, end: int) -> str:
    """What happens to the things counted in the rest of the clause: 实现 | 合作重组; empty if long."""
    rest = _EVENT.match(text, end)
    said = rest[0] if rest else ""
    told = pattern("(?:{adverbs}|均|都|已|全部|成功|顺利)*(?:实现|完成)?了?").match(said)
    event = said[told.end() :] if told else said
    if not 1 < len(event) <= _LONGEST_EVENT:
        return ""
    return event if any(tag(words)[0][2].startswith(("v", "d")) for words in (said, event)) else ""
