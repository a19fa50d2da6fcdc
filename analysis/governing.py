"""What governs a name: the verb of which an instrument is the object, and where behind it the name begins.

深入实施 | 乡村建设行动: a strong verb governs wherever it stands in the phrase, a weak one (推进), which also
opens names, only at its head.
"""

import re

from analysis.lexicons import pattern, words_of
from analysis.words import tag

_EDGES = frozenset("，。；：！？、（）()[]*—“‘")
_PUSHED = "(?:{adverbs}|地)*(?P<verb>推进)(?=(?:加大|扩大|强化|优化|完善)[^，。；]{4})"
"""推进 before a name that begins with a verb: 推进 | 加大科研投入攻坚行动."""
_COUNT = r"[一二三四五六七八九十百两几\d]+"
_QUANTIFIED = re.compile(
    rf"{_COUNT}[多余]?(?:大|项|个|类|批|条)|第[一二三四五六七八九十]+[批轮]|和(?![谐平美睦])|同(?!心)"
)
AND = re.compile("(?<!中)和(?![谐平美睦])|(?<!参)与|(?<!普)及|以及")
"""What joins two names or two parts of one, and is no part of a word: not in 碳中和, 普及."""
_OWNER = re.compile(r"(?<!目)的|关于|(?<=[^高中初优平上对同均])等(?!级)")
"""What stands before it only describes the name: 以人为核心的新型城镇化战略, 黄河等…工程."""
_BRACKET = re.compile(r"(?<=[\u4e00-\u9fff])（[^（）一二三四五六七八九十\d]{1,5}）$")
"""A bracket that is a part of a name: 首台（套）…目录."""
_NO_PART = frozenset("rtdpmcu")
"""Parts of speech a name does not hold: pronouns, times, adverbs, prepositions, numbers, particles."""
_SPOKEN = frozenset("rp")
_BEFORE_MARKS = _NO_PART | frozenset("vqfx")
"""What ends the words that speak of a name: a pronoun or preposition, before marks a verb or count, too."""
_REST = re.compile("[个处部件项座批条好了]")
"""What a verb or a number still has behind it before a name: 打 | 好, 500 | 处."""
_LONGEST_BRACKET = 8
_ENDS = "方案|办法|意见|细则|规划|指南|导则|条例|计划|纲要|目录|标准(?![\u4e00-\u9fff]{2})|清单"
_STRONG = rf"(?P<verb>(?!修改造|通过){{policy_verbs}})(?!{_ENDS})"
"""What opens the ending of a name governs nothing: 实施方案, 编制指南; nor does 通过, by way of."""
_WINDOW = 16
"""Characters before a title in which its verb stands."""
_SENT = re.compile(
    "[”’》]?(?:（[^）]*）)?(?P<agreed>(?:已|业)?经[^，。；]{2,30}(?:同意|批准|通过)，)?"
    "[^，。；]{0,60}?(?P<verb>印发|发布|公布|转发)"
)
"""How a notice sends out what it names first: 现将《…》 | 印发给你们, 《…》 | 已经…同意，现印发."""
_TITLES = re.compile("(?:《[^《》]*》(?:（[^（）]*）)?(?:以及|[、和与及])?)+$")
"""Titles before one that have the same verb: 印发 | 《甲办法》《乙措施》和."""
_LISTING = frozenset("》）、和与及")
_FAR = 200
"""Characters before a title in which the titles listed with it stand."""
_BETWEEN = 6
"""Characters between a verb and the title it governs."""


def edge(text: str, start: int, end: int) -> int:
    """Where the phrase that ends at `end` may begin at the earliest; what stands in marks is one piece."""
    at = end
    while at > start:
        char = text[at - 1]
        if char in "”’":
            opening = text.rfind("“" if char == "”" else "‘", start, at)
            if opening < 0:
                return at
            at = opening
        elif char == "）" and (inside := _BRACKET.search(text, max(start, at - _LONGEST_BRACKET), at)):
            at = inside.start()
        elif char in _EDGES or char.isspace():
            return at
        else:
            at -= 1
    return at


def governor(text: str, first: int, end: int, joined: re.Pattern[str]) -> tuple[str, int | None]:
    """The verb in the phrase text[first:end] that governs a name at its end, and where the name begins.

    A verb right before the last word of the name is a part of it: 应急预案编制 | 指南.

    What `joined` matches last ends a name before it: …行动和 | …工程.
    """
    phrase = text[first:end]
    governing = [m for m in strong_verb().finditer(phrase) if m.end() < len(phrase)]
    strong = governing[-1] if governing else None
    head = strong or pattern("(?:[^是]{0,6}是)?(?:{adverbs}|地)*(?P<verb>{weak_policy_verbs})").match(phrase)
    if not strong and head and (pushed := pattern(_PUSHED).match(phrase)):
        head = pushed
    begin = head.end() if head else 0
    if before := last(joined, phrase, begin):
        begin = before.end()
    opener = "(?:{adverbs})*完成|" + ("把|将|以(?=“)|{quantifiers}" if head else "{put_before|quantifiers}")
    while opening := pattern(opener).match(phrase, begin) or _QUANTIFIED.match(phrase, begin):
        begin = opening.end()
    if owner := last(_OWNER, phrase, begin):
        several = pattern("{plurals}").match(phrase, owner.end())
        begin = (several or owner).end()
    direct = [m for m in governing if not phrase.startswith("的", m.end())]
    verb = direct[-1] if direct else head
    return (verb["verb"] if verb else ""), (first + begin if begin < len(phrase) else None)


def opens_a_name(phrase: str) -> bool:
    """Whether a phrase can begin a name: 农村 can, 加强 and 今年 cannot."""
    if pattern("{policy_verbs|weak_policy_verbs}").match(phrase):
        return False
    parts = [part[0] for *_, part in tag(phrase)]
    return bool(parts) and parts[0] != "v" and _NO_PART.isdisjoint(parts)


def behind_speech(modifier: str) -> int:
    """Where in the modifier of a name what only speaks of it ends: 我们圆满完成 | “云岫”工程, 今年是 | ….

    A verb before marks is no part of the name; in a name without marks it may be.
    """
    head, marks, _ = modifier.partition("“")
    spoken = _BEFORE_MARKS if marks else _SPOKEN
    ends = [end for _, end, part in tag(head) if part != "vn" and part[0] in spoken] if head else []
    if not ends:
        return 0
    rest = _REST.match(modifier, ends[-1])
    return rest.end() if rest else ends[-1]


def strong_verb() -> re.Pattern[str]:
    """Verbs whose object is an instrument, where they do not open a name: 实施, but not 实施方案."""
    return pattern(_STRONG)


def is_strong(verb: str) -> bool:
    return verb in words_of("policy_verbs")


def last(shape: re.Pattern[str], phrase: str, begin: int = 0) -> re.Match[str] | None:
    """The match of a shape in a phrase that ends last."""
    return max(shape.finditer(phrase, begin), key=lambda match: match.end(), default=None)


def verb_of(text: str, start: int, at: int, end: int) -> str:
    """What is done with the name text[at:end]: the verb before it, from `start` on, or else behind it."""
    titles = _TITLES.search(text, max(start, at - _FAR), at) if text[at - 1 : at] in _LISTING else None
    first = titles.start() if titles else at
    window = text[max(start, first - _WINDOW) : first]
    said = last(pattern("(?P<verb>{policy_verbs|weak_policy_verbs})(?!的)[^，。；]{0,6}$"), window)
    before = last(pattern("(?P<verb>{policy_verbs|weak_policy_verbs})(?!的)"), window)
    if said and before and len(window) - before.end() <= _BETWEEN:
        return plain(before["verb"])
    behind = pattern(
        "[”’》]?(?:（[^）]*）)?{followed}*(?:经[^，。；《》]{2,16}?)?(?P<verb>{carried_out}|(?:审议|表决)?通过(?=[，。；]))"
    ).match(text, end)
    sent = None if behind else _SENT.match(text, end)
    told = behind or (sent if sent and (sent["agreed"] or text[at - 1 : at] in ("将", "把")) else None)
    return told["verb"] if told else ""


def plain(verb: str) -> str:
    """A verb without its adverbs and the verbs that only begin it: 深入实施 and 制定实施 are 实施."""
    bare = pattern("^(?:{adverbs}|启动|组织|推动|创新|谋划)+(?=..)").sub("", verb)
    verb = bare if is_strong(bare) or bare in words_of("weak_policy_verbs") else verb
    return verb[2:] if is_strong(verb) and is_strong(verb[2:]) else verb
