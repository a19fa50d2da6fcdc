"""Programmes: instruments named without 《》, told by the last word of the name (行动, 工程, 战略…).

From that word the phrase is read leftwards to the verb that governs it or to the edge of its clause: 深入实施
| 乡村建设行动. A phrase of generic words only (重大工程) is no name, nor is a plan without one that is to be
drawn up (制定稳增长工作方案). A name that heads its line (1.乡村建设行动：…) needs no verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.governing import AND, behind_speech, edge, governor, is_strong, last, plain, strong_verb
from analysis.lexicons import pattern
from analysis.shared_names import group, names

_COUNT = r"[一二三四五六七八九十百两几\d]+"
_YEARS = r"(?:[一二三四五六七八九十]{1,2}|\d{1,2})年"
_FREE = (
    rf"(?:{_YEARS}(?:专项|提升|攻坚|集中){{0,2}}行动(?:计划|方案)?|(?:专项|攻坚|提升|整治)行动(?:计划|方案)?"
    r"|行动纲要|协定|公约|议定书|负面清单)"
)
"""Endings that name an instrument by themselves, when a distinctive word stands before them."""
_GOVERNED = r"(?:行动计划|行动(?!方案)|工程|计划|条例|普法规划|战略|目录)"
"""Endings that need a verb: 实施…行动."""
_CARRIED_OUT = (
    r"(?:(?:实施|行动|总体|试点|改革|工作|建设){0,2}方案|(?:实施|管理|暂行|试行|考核){0,2}办法|实施细则"
    r"|(?:总体|专项|发展){0,2}规划(?:纲要)?|(?:实施|指导)意见|纲要|指南|指引|路线图|规范条件|导则|通则)"
)
"""Endings that need a verb and a telling name: 落实…方案."""
_ENDING = re.compile(
    rf"(?P<free>{_FREE})|(?P<governed>{_GOVERNED})|(?P<carried>{_CARRIED_OUT})|(?P<law>法(?![人定制治规律院庭官学则医国语案]))"
)
_LAST_WORD = re.compile(r"(?:战略|行动|工程|计划|方案|规划|办法|目录)$")
JOINED = re.compile(
    rf"(?:清单|(?<!方)法|{_FREE}|{_GOVERNED}|{_CARRIED_OUT})[”’]?(?:并?[和与及]|以及|并)|建设和(?=“)"
)
_LIST_SIGN = re.compile(r"[”’]?(?:、|和|与|及|以及)")
_OF_YEARS = re.compile(r"（(?:19|20)\d\d\s?[—－–~～-]+\s?(?:19|20)\d\d年?）")
"""The years of a plan, which belong to its title."""
_REGION = re.compile("全[国省市区县]$")
_MEMBERS = re.compile("(?:重点)?(?:行业|领域|产业|地区|区域|产品)")
_OF_MANY = re.compile(rf"(?P<whole>[^“”、等]{{4,}}){_COUNT}大$")
"""A programme that is told by its parts: 富民强市十大 | 行动计划."""
_GROUP = re.compile(rf"{_COUNT}(?:大|项|个|类)(?:国家|重点|重大|专项|重要)?$|五”?(?:系列|相关|有关)$")
"""A name that counts instruments is that of a group, not of one: 三大国家战略."""
_COUNTED = re.compile(r"(?<![\d第“])[三四五六七八九十]{1,2}(?:大|个|项|类)(?!一)")
"""What counts the items of a list: 服务、金融 | 五大专项方案."""
_NUMBERED = re.compile(
    rf"(?:[一二三四五六七八九十两几\d]+|{_COUNT}(?:大|项|个|类|强|号))(?:重大|重点|[^“”]{{0,4}})(?:行动|工程|计划|战略|方案|项目)"
)
_RANK = re.compile("(?:为.{0,4}|首要|长期|大|新)$")
"""What makes 战略 a word of rank: 上升为国家战略."""
_UNTOLD = re.compile(
    "(?:服务|列入|纳入|融入|对接)[和与]?(?:服务|融入)?(?:国家|区域|发展)*|[^“”]+国民待遇加|.*(?:市民|居民|村民|按|超|实际)"
)
"""Before 战略 or 计划, words that do not tell which one it is: 服务和融入国家 | 战略."""
_SCOPE = re.compile("(?:总体|专项|发展)*")
_MARKED = re.compile(".*”|“[^“”]+”[^“”]{1,8}")
"""A name that its marks tell without a verb: “菜篮子”, “产教融合”提升."""
_ALL_IN_MARKS = re.compile("“[^“”]{2,}”")
_OF_ACTION = re.compile("行动|实施")
_OF_A_PLAN = re.compile("十[一二三四五六七八]五")
_SPECIFIC = re.compile(r"\d|“|年")
_COUNTED_WORKS = re.compile(r"\d[万亿]?[多余]?(?:处|座|所|公里|户|口|亩|头|只|台|米|吨|家|眼|条|栋|套|（)")
_AND_OTHERS = re.compile(rf"等(?:{_COUNT}(?:大|项|个|类))?(?P<works>重点|重大)?(?:系列)?$")
_GROUPED = re.compile("(?:专项)?行动(?:计划)?|计划|工程")
_SORT = re.compile("重点|重大(?!技术|科技|短板)|一批|[国省市]级重点")
"""What begins the words for a sort of works: 重点文物保护工程."""
_CHOSEN = re.compile("(?:入选|获批|纳入|列入|完成|成为)(?:了|全国|国家|首批|全省)*(?=.{4})")
"""Before a programme that somebody becomes a part of or completes: 云岫入选全国首批 | 园区提质专项行动."""
_SMART = re.compile("智慧|数字|智能")
"""What makes a programme of works: 智慧水利工程."""
_CLOSING = 8
"""Characters before an ending, or a name, in which what counts or closes its list stands."""
_LABEL = re.compile(
    r"(?m:^)[\s#*]*(?:专栏\s?\d*|[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）.、．]|第\S{1,3}[条项]|[①-⑳])?\s*"
)
_TOLD_TO = "(?:{adverbs})+(?:{directives})|{weak_policy_verbs|policy_verbs}"
"""How a line begins that says what is to be done, rather than a name: 积极发展 | …工程."""
_LABELLED = re.compile(r"[”’]?(?:[：:。]|\s*$)", re.MULTILINE)
_SHORTEST_LABEL = 4
_LONG = 8
"""Characters of a modifier that tells even if all its words are common."""
_SHORTEST_WHOLE = 2
_SHORTEST_PLAN = 5
"""Characters of the shortest 规划 that is a name, and not a sort of plan: 村庄规划."""
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme in a text: its place, its full name, the verb that governs it, and the ending of its name.

    [start, end) holds what the text says of the name: of several that share an ending, each has its own.
    """

    start: int
    end: int
    name: str
    verb: str
    ending: str


def programmes(text: str, start: int, end: int) -> Iterator[Programme]:
    """Names without 《》; one that follows another in a list is governed by the same verb."""
    last_end, last_verb = -1, ""
    for match in _ENDING.finditer(text, start, end):
        first = edge(text, max(start, match.start() - _LONGEST), match.start())
        verb, begin = governor(text, first, match.start(), JOINED)
        items: list[tuple[int, int]] = []
        if not verb and last_end >= 0 and _LIST_SIGN.fullmatch(text, last_end, begin or first):
            verb = last_verb
        elif not verb and last_end < first - 1 and text.startswith("、", first - 1):
            verb, items = _list_before(text, start, first, match.start())
        if members := _group(text, start, match):
            yield from members
            continue
        begin = _start(text, first, begin, match, verb)
        if begin and (of := _members(text, max(start, begin - _LONGEST), begin)):
            (verb, begin), items = of, []
        if begin is not None and not verb and (label := _label(text, start, first, match)):
            yield Programme(label, match.end(), text[label : match.end()], "", match[0])
        elif begin is not None and _is_name(text, begin, match, verb):
            begin = _with_region(text, first, begin, match)
            last_end, last_verb = match.end(), verb
            whole = begin == first and not match["carried"]
            before = items if whole and not any(_has_ending(text, item) for item in items) else []
            years = _OF_YEARS.match(text, match.end()) if match["carried"] else None
            if years and not before:
                yield Programme(begin, years.end(), text[begin : years.end()], plain(verb), match[0])
                continue
            for span, name in names(text, begin, match.end(), match[0], before):
                yield Programme(*span, name, plain(verb), match[0])


def _group(text: str, start: int, match: re.Match[str]) -> list[Programme]:
    """The programmes of a list that 等 closes: 实施甲、乙等行动 are 甲行动 and 乙行动."""
    closing = _AND_OTHERS.search(text, max(start, match.start() - _CLOSING), match.start())
    if not closing or not _GROUPED.fullmatch(match[0]):
        return []
    clause = _clause(text, max(start, closing.start() - _LONGEST * 2), closing.start())
    head = last(strong_verb(), text[clause : closing.start()])
    if not head or (match[0] == "工程" and (closing["works"] or "实施" not in head["verb"])):
        return []
    begin = clause + head.end() + text.startswith(("好", "了"), clause + head.end())
    items = group(text, begin, closing.start(), match[0])
    return [Programme(*span, name, plain(head["verb"]), match[0]) for span, name in items]


def _label(text: str, start: int, first: int, match: re.Match[str]) -> int | None:
    """Where a name begins that heads its line, with a colon or nothing behind it."""
    marker = _LABEL.match(text, max(start, text.rfind("\n", start, match.start()) + 1))
    if not marker or marker.end() < first or not _LABELLED.match(text, match.end()):
        return None
    modifier = text[marker.end() : match.start()]
    if match["law"] or JOINED.search(modifier) or pattern(_TOLD_TO).match(modifier):
        return None
    telling = len(_distinctive(modifier)) >= _SHORTEST_LABEL and not _SORT.match(modifier)
    return marker.end() if telling and _is_instrument(text, marker.end(), match) else None


def _start(text: str, first: int, begin: int | None, match: re.Match[str], verb: str) -> int | None:
    """Where a name begins: without a verb, behind what becomes a part of it, too."""
    if not is_strong(verb) and begin is not None:
        chosen = last(_CHOSEN, text[first : match.start()])
        begin = first + chosen.end() if chosen else begin
        if not verb and (match["free"] or "“" in text[begin : match.start()]):
            begin += behind_speech(text[begin : match.start()])
    return _strategy_start(text, begin, match, verb)


def _strategy_start(text: str, begin: int | None, match: re.Match[str], verb: str) -> int | None:
    """A national strategy is known by name, which may hold a 、 or stand behind words not its own."""
    if match[0] != "战略":
        return begin
    known = pattern("{strategies}$").search(text, max(0, match.start() - _LONGEST), match.start())
    if not known or begin is None or known.start() < begin:
        return known.start() if known else begin
    far = known.start() - begin > _CLOSING or text.startswith("融入", known.start() - 2)
    return known.start() if not verb or far else begin


def _with_region(text: str, first: int, begin: int, match: re.Match[str]) -> int:
    """The title of a document begins with whom it holds for: 落实 | 全省新型城镇化规划."""
    region = _REGION.search(text, first, begin) if match["carried"] else None
    return region.start() if region else begin


def _members(text: str, start: int, begin: int) -> tuple[str, int] | None:
    """The verb and the beginning of a name that lists whom it holds for: 有色、建材 | 等行业…方案."""
    if text[begin - 1 : begin] != "等" or not _MEMBERS.match(text, begin):
        return None
    clause = _clause(text, start, begin)
    phrase = text[clause:begin]
    head = last(strong_verb(), phrase)
    if not head:
        return None
    joined = last(JOINED, phrase, head.end())
    return head["verb"], clause + (joined or head).end()


def _list_before(text: str, start: int, first: int, at: int) -> tuple[str, list[tuple[int, int]]]:
    """The verb at the head of a list that leaves its common ending to the last item, and the items before.

    The last item is text[first:at]; one that counts them all (五大行动) names none.
    """
    clause = _clause(text, max(start, first - _LONGEST * 3), first)
    head = strong_verb().search(text, clause, first)
    if not head or _COUNTED.search(text, first, at):
        return "", []
    begin = head.end() + text.startswith(("好", "了"), head.end())
    if before := last(JOINED, text[:first], begin):
        begin = before.end()
    commas = [begin + comma.start() for comma in re.finditer("、", text[begin:first])]
    return head["verb"], list(zip([begin, *(comma + 1 for comma in commas)], commas, strict=False))


def _clause(text: str, start: int, at: int) -> int:
    """Where the clause around `at` begins, from `start` on."""
    return max(start, *(text.rfind(mark, start, at) + 1 for mark in "，。；：\n"))


def _has_ending(text: str, item: tuple[int, int]) -> bool:
    return bool(re.search(f"(?:{_ENDING.pattern})[”’]?$", text[slice(*item)]))


def _distinctive(modifier: str) -> str:
    """What is left of a name without its ending once generic words are taken out."""
    return pattern("{generic_names}").sub("", modifier.strip("“”"))


def _is_distinct(modifier: str, ending: str) -> bool:
    """Whether a name says which one it is, behind its last 和, too: not 要素供给与区域 | 战略."""
    known = ending == "战略" and pattern("{strategies}").fullmatch(modifier)
    if known or _ALL_IN_MARKS.fullmatch(modifier):
        return True
    scope = _SCOPE.match(ending)
    said = modifier + (scope[0] if scope else "")
    joined = last(AND, said)
    tail = said[joined.end() :] if joined else said
    if (len(_distinctive(modifier)) < 2 and len(modifier) < _LONG) or not tail or _UNTOLD.fullmatch(modifier):
        return False
    return ending != "战略" or bool(_distinctive(tail))


def _is_name(text: str, begin: int, match: re.Match[str], verb: str) -> bool:
    """Whether text[begin:match.end()] names one instrument that exists or is carried out."""
    ending, modifier = match[0], text[begin : match.start()]
    if not _is_distinct(modifier, ending) or not _is_instrument(text, begin, match):
        return False
    if pattern("{policy_verbs}").fullmatch(modifier):
        return False
    if match["free"] or (match["governed"] and _MARKED.fullmatch(modifier)):
        return True
    if match["law"]:
        return bool(verb and pattern("{laws}$").search(modifier))
    if ending == "工程" and pattern("{works_verbs}").fullmatch(verb):
        return False
    if match["carried"] and verb == "开展":
        return False
    if match["governed"]:
        carried = bool(verb or _is_carried_out(text, begin, match))
        return is_strong(verb) or (len(modifier) > 2 and carried)
    return bool(_OF_A_PLAN.search(modifier)) or (
        _is_telling(modifier, ending, verb)
        and (is_strong(verb) or bool(verb and _OF_ACTION.match(ending)) or _is_the_lead(text, begin, match))
    )


def _is_the_lead(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a name stands between 以 and 为: 以 | 新型城镇化规划 | 为指导."""
    return text.startswith("以", begin - 1) and text.startswith("为", match.end())


def _is_instrument(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the words are of an instrument: of one, not of a sort or a number of them, and no works."""
    ending, modifier = match[0], text[begin : match.start()]
    tail = _LAST_WORD.search(ending)
    built = ending == "工程" and modifier.endswith("”")
    other = tail and pattern("{not_instruments}").match(text, match.start() + tail.start())
    if other and not re.match(_YEARS, ending) and not built:
        return False
    prize = text.startswith("奖", match.end())
    if prize or pattern("{no_programmes}").fullmatch(modifier.strip("“”") + ending):
        return False
    if _NUMBERED.fullmatch(modifier + ending) or _is_group(modifier, ending):
        return False
    if ending == "战略" and _RANK.search(modifier) and not pattern("{strategies}$").search(modifier):
        return False
    if pattern("{plurals}$").search(text, max(0, begin - _CLOSING), begin):
        return False
    return "工程" not in ending or not (
        (text.startswith("等", begin - 1) and not _is_carried_out(text, begin, match))
        or _SORT.match(modifier)
        or _COUNTED_WORKS.match(modifier)
        or _COUNTED_WORKS.match(text, match.end())
        or (pattern("{works}$").search(modifier) and not _SMART.match(modifier))
    )


def _is_group(modifier: str, ending: str) -> bool:
    """Whether several instruments are counted, and not one that is told by its parts."""
    many = _OF_MANY.fullmatch(modifier)
    whole = many and _GROUPED.fullmatch(ending) and len(_distinctive(many["whole"])) >= _SHORTEST_WHOLE
    return bool(_GROUP.search(modifier)) and not whole


def _is_telling(modifier: str, ending: str, verb: str) -> bool:
    """Whether a plan's name says enough to be that of one: 国土空间规划 is a sort of plan."""
    if pattern("{drafting}").match(verb) and not _SPECIFIC.search(modifier):
        return len(_distinctive(modifier)) > 3
    shortest = _SHORTEST_PLAN if ending == "规划" and not _SPECIFIC.search(modifier) else 3
    return len(modifier) >= shortest and len(modifier + ending) > 5


def _is_carried_out(text: str, begin: int, match: re.Match[str]) -> bool:
    """Without a verb in front, one behind can tell, or the fame of a strategy."""
    if match[0] == "战略" and pattern("{strategies}").fullmatch(text, begin, match.start()):
        return True
    if match[0] == "工程":
        return bool(
            re.match("[”’]?(?:深入|全面|启动|顺利)(?:实施|推进)", text[match.end() : match.end() + 8])
        )
    told = pattern("[”’]?{followed}*(?:{carried_out}|惠及|覆盖)").match(text, match.end())
    return bool(told) or _is_the_lead(text, begin, match)
