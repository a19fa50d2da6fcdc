"""Names that share their ending: 制造强国和网络强国战略 are two, and so are 大气、水污染防治行动."""

import re
from itertools import pairwise, takewhile

from analysis.lexicons import pattern, words_of
from analysis.words import tag

Named = tuple[tuple[int, int], str]
"""A stretch of the text and the name that it stands for."""

_AND = re.compile("和|与|及|以及")
_ITEM = re.compile("“[^”]+”|(?:[^、和与“”]|“[^”]+”|和(?![^、]{4}))+")
_IN_MARKS = re.compile("“[^“”]{2,}”")
_ALL_IN_MARKS = re.compile("(?:、?“[^“”]{2,}”)+")
_ALONE = 7
"""Characters from which an item of a list is a name of its own, which borrows only the ending."""
_EVEN = {2, 3, 4}
"""Characters of each name in a list of names alike: 蓝天、碧水、净土行动."""
_SHORT = 4
_SHORTEST_DEED = 2
_LONGEST_LAST = 8
_VERBAL = ("v", "vn")
_DONE = re.compile("(?:化|提质|增效|扩容|提级|提标|提档|扩面|赋能|强基|焕新)$")
"""What ends a name that says what is done: 商业 | 提质."""
_MEMBERS = re.compile("(?:地区|区域|领域|行业|老区)$")
"""Items that say for whom one programme holds, rather than naming several."""
_MOST_MEMBERS = 3


def names(text: str, begin: int, end: int, ending: str, items: list[tuple[int, int]]) -> list[Named]:
    """The names in text[begin:end], which closes with `ending`, and in the items of a list before it."""
    last = text[begin : end - len(ending)]
    if not items and "”“" in last:
        return _side_by_side(begin, last, ending)
    before = [text[slice(*item)] for item in items]
    own = ((begin, end), last + ending)
    if len(before) == 1 and _AND.search(before[0]) and not _is_whole(before[0], ending):
        return [((items[0][0], end), text[items[0][0] : end])]
    if before and _are_alike([*before, last]):
        return [*((item, name + ending) for item, name in zip(items, before, strict=True)), own]
    if before and all(_MEMBERS.search(item) for item in before) and len(before) < _MOST_MEMBERS:
        return [((items[0][0], end), text[items[0][0] : end])]
    if not before or any(_is_too_short(item) for item in (*before, last)):
        return [((begin + at, end), name + ending) for at, name in _coordinated(last, ending)]
    if all(len(item) >= _ALONE or _is_whole(item, ending) for item in before):
        if ending == "工程" and not _deed(last) and any(_is_of_things(item) for item in before):
            return [own]
        shared = [name if _is_whole(name, ending) else name + _deed(last) for name in before]
        return [*((item, name + ending) for item, name in zip(items, shared, strict=True)), own]
    tail = _tail(last) if all(len(item) <= _SHORT for item in before) else ""
    if tail:
        return [
            *(((item[0], end), name + tail + ending) for item, name in zip(items, before, strict=True)),
            own,
        ]
    return [own]


def group(text: str, begin: int, end: int, ending: str) -> list[Named]:
    """The names of a list text[begin:end] that leaves their ending to the words behind it.

    Works are no programmes: of 工程 each must say what is done to what, or none is one.
    """
    items = [
        (begin + item.start(), begin + item.end())
        for item in _ITEM.finditer(text[begin:end])
        if not item[0].endswith(("行动", "工程", "计划", "”“"))
    ]
    told = [(span, text[slice(*span)]) for span in items]
    if _ALL_IN_MARKS.fullmatch(text, begin, end):
        return [(name.span(), name[0] + ending) for name in _IN_MARKS.finditer(text, begin, end)]
    if not told or any(len(name) < _SHORT for _, name in told):
        return []
    if ending == "工程" and not all(_is_whole(name, ending) for _, name in told):
        return []
    deed = _deed(told[-1][1], _SHORTEST_DEED)
    return [(span, (name + deed if _is_of_things(name) else name) + ending) for span, name in told]


def _are_alike(items: list[str]) -> bool:
    """Whether each is as whole as the others, and leaves nothing but the ending to the last."""
    if any("“" in item for item in items):
        return all(_IN_MARKS.fullmatch(item) for item in items)
    return len(items[0]) in _EVEN and len({len(item) for item in items}) == 1


def _is_of_things(name: str) -> bool:
    """Whether an item of a list leaves what is done to the last one: 新能源汽车、绿色建材 | 下乡."""
    return tag(name)[-1][2] not in _VERBAL and not name.endswith("”")


def _side_by_side(begin: int, last: str, ending: str) -> list[Named]:
    """Names in marks that share what stands behind them: “甲”“乙”行动."""
    cuts = [0, *(at.start() + 1 for at in re.finditer("”“", last)), len(last)]
    pieces = list(pairwise(cuts))
    shared = [((begin + a, begin + b), last[a:b] + ending) for a, b in pieces[:-1]]
    a, b = pieces[-1]
    return [*shared, ((begin + a, begin + b + len(ending)), last[a:b] + ending)]


def _is_too_short(item: str) -> bool:
    in_marks = item.startswith("“") and item.endswith("”")
    return len(item) < (_ALONE if "“" in item and not in_marks else 2)


def _deed(last: str, shortest: int = _SHORT) -> str:
    """What the last item says is done, which one of things only leaves to it: 脆弱文物 | 保护修复."""
    words = [(last[start:stop], part) for start, stop, part in tag(last)]
    deeds = takewhile(lambda word: word[1] in _VERBAL, reversed(words))
    deed = "".join(word for word, _ in [*deeds][::-1])
    return deed if shortest <= len(deed) < len(last) and "“" not in last else ""


def _tail(last: str) -> str:
    """What the last item of a list has behind its first word: 金融 | 安全; nothing where it is a phrase."""
    words = [last[start:stop] for start, stop, _ in tag(last)]
    return "" if len(last) > _LONGEST_LAST or _AND.search(last) else "".join(words[1:])


def _coordinated(name: str, ending: str) -> list[tuple[int, str]]:
    """The two names that 和 joins, where each stands on its own, with their places; else the one."""
    for sign in _AND.finditer(name):
        halves = name[: sign.start()], name[sign.end() :]
        if all(_is_whole(half, ending) for half in halves):
            return [(0, halves[0]), (sign.end(), halves[1])]
    return [(0, name)]


def _is_whole(part: str, ending: str) -> bool:
    """Whether a part of a joined name says what is done to what, or names a strategy."""
    if ending == "战略":
        return bool(pattern("{strategies}").fullmatch(part))
    if _DONE.search(part):
        return True
    words = tag(part) if len(part) >= _SHORT else []
    deed = part[: words[0][1]] in words_of("nominal_verbs") if words else False
    return len(words) > 1 and words[-1][2] in _VERBAL and words[0][2] not in _VERBAL and not deed
