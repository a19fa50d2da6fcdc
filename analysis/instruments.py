"""Instruments and what only sounds like one: whether the words before 行动, 工程 or 规划 name one of them.

A name is of one instrument that exists or is carried out. It is not of a sort of them (土地利用总体规划), of
a number (十大行动), of works (航道改造工程), or of a plan without a name that is to be drawn up. `match` is
the ending of the name, in the group that says what it needs: free, governed, carried or law.
"""

import re

from analysis.governing import AND, is_strong, last, opens_a_name
from analysis.lexicons import pattern, words_of
from analysis.words import cut

COUNT = r"[一二三四五六七八九十百两几\d]+"
YEARS = r"(?:[一二三四五六七八九十]{1,2}|\d{1,2})年"
SORT = re.compile("重点|重大(?!技术|科技|短板)|一批|[国省市]级重点")
"""What begins the words for a sort of works: 重点文物保护工程."""
_LAST_WORD = re.compile(r"(?:战略|行动|工程|计划|方案|规划|办法|目录)$")
_OF_MANY = re.compile(rf"(?P<whole>[^“”、等]{{4,}}){COUNT}大$")
"""A programme that is told by its parts: 富民强市十大 | 行动计划."""
_PARTED = re.compile("(?:专项)?行动(?:计划)?|计划|工程")
_GROUP = re.compile(rf"{COUNT}(?:大|项|个|类)(?:国家|重点|重大|专项|重要)?$|五”?(?:系列|相关|有关)$")
"""A name that counts instruments is that of a group, not of one: 三大国家战略."""
_NUMBERED = re.compile(
    rf"(?:[一二三四五六七八九十两几\d]+|{COUNT}(?:大|项|个|类|强|号))(?:重大|重点|[^“”]{{0,4}})(?:行动|工程|计划|战略|方案|项目)"
)
_RANK = re.compile("(?:为.{0,4}|首要|长期|大|新)$")
"""What makes 战略 a word of rank: 上升为国家战略."""
_UNTOLD = re.compile(
    "(?:服务|列入|纳入|融入|对接)[和与]?(?:服务|融入)?(?:国家|区域|发展)*|[^“”]+国民待遇加|.*(?:市民|居民|村民|按|超|实际)"
)
"""Before 战略 or 计划, words that do not tell which one it is: 服务和融入国家 | 战略."""
_DEED = re.compile("(?:攻坚|提升|整治)(?=行动)")
"""What an ending has of the name itself: 质量保护与 | 提升行动."""
_SCOPE = re.compile("(?:总体|专项|发展|管理)*")
_MARKED = re.compile(".*”|“[^“”]+”[^“”]{1,8}")
"""A name that its marks tell without a verb: “菜篮子”, “产教融合”提升."""
_ALL_IN_MARKS = re.compile("“[^“”]{2,}”")
_OF_ACTION = re.compile("行动|实施")
_OF_A_PLAN = re.compile("十[一二三四五六七八]五")
_SPECIFIC = re.compile(r"\d|“|年")
_COUNTED_WORKS = re.compile(r"\d[万亿]?[多余]?(?:处|座|所|公里|户|口|亩|头|只|台|米|吨|家|眼|条|栋|套|（)")
_LISTED = re.compile("(?:入选|获批|纳入|列入)(?:了|的|全国|国家|首批|全省)*$")
_DEEDS = ("行动", "战略", "行动计划")
"""What two characters are enough to name: 净土 | 行动."""
_OF_ALL_SORTS = re.compile("各[项类种个]|其[他它]|及其")
_REBUILT = re.compile(
    "(?:航道|码头|机场|铁路|水库|港区|大桥|高速(?:公路)?|电厂|泊位|隧道|管网)(?:改造|提升|扩容|扩建|整治|建设|完善)+$"
)
"""What makes a programme of one place its works: 清溪江航道改造提升 | 工程."""
_IN_STEP = re.compile("(?:做好|加强|实现|有效|充分|精准)*[衔对]接")
_COUNTED_BEFORE = re.compile(r"(?<![\d第“])[二三四五六七八九十两]{1,2}[大个]$")
_SMART = re.compile("智慧|数字|智能")
"""What makes a programme of works: 智慧水利工程."""
_LONG = 8
"""Characters of a modifier that tells even if all its words are common."""
_SHORTEST_WHOLE = 2
_SHORTEST_LAW = 5
"""Characters before 法 in the shortest law that is known by its verb alone: 贯彻 | 民族区域自治法."""
_SORT_OF_PLAN = re.compile(
    "(?:土地利用|城市|城镇|村镇|村庄|国土空间|城乡|体系|矿区|县城|单元|片区|[县市省镇乡]域|建制镇|市区|中心镇"
    "|全域|县空间|性|相关|有关)(?:详细|总体|专项)*$|完成$|做好|搞好|铺开|考虑"
)
"""What ends the words for a sort of plan: 土地利用 | 总体规划. No one of them is meant."""
_BEING_DRAWN_UP = re.compile(
    "(?:的?(?:编制|修编|修订)(?!好|各|本|市|县|区|单元)|全面实施|正式获批|(?:确定的|明确的)?(?:各项)?(?:目标|重点|主要)*任务|获[^，。；]{0,6}批[复准])"
)
"""Behind a plan that is being drawn up or carried out: 云岫试验区规划 | 编制工作."""
_CLOSED = re.compile("[，。；、）]|[和及与](?!规)|精神")
_SHORTEST_PLAN = 5
"""Characters of the shortest 规划 that is a name, and not a sort of plan: 村庄规划."""
_BESIDE = 8
"""Characters before a name in which what counts it or makes a sort of it stands."""


def distinctive(modifier: str) -> str:
    """What is left of a name without its ending once generic words are taken out."""
    bare = pattern("{generic_names}").sub("", modifier.strip("“”"))
    return "".join(bare[a:b] for a, b in cut(bare) if bare[a:b] not in words_of("generic_characters"))


def is_name(text: str, begin: int, match: re.Match[str], verb: str) -> bool:
    """Whether text[begin:match.end()] names one instrument that exists or is carried out by `verb`."""
    ending, modifier = match[0], text[begin : match.start()]
    if not _is_distinct(modifier, ending) or not is_instrument(text, begin, match):
        return False
    if pattern("{policy_verbs}").fullmatch(modifier):
        return False
    if match["free"] or (match["governed"] and _MARKED.fullmatch(modifier)):
        return True
    if match["law"]:
        return _is_law(text, modifier, match, verb)
    return _is_governed(text, begin, match, verb) if match["governed"] else _is_plan(text, begin, match, verb)


def is_instrument(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the words are of an instrument: of one, not of a sort or a number of them, and no works."""
    ending, modifier = match[0], text[begin : match.start()]
    before = text[max(0, begin - _BESIDE) : begin]
    if _is_another_word(text, match, modifier) or text.startswith("奖", match.end()):
        return False
    if pattern("{no_programmes}").fullmatch(modifier.strip("“”") + ending):
        return False
    if (
        _OF_ALL_SORTS.search(modifier)
        or _COUNTED_BEFORE.search(before)
        or pattern("{plurals}$").search(before)
        or _NUMBERED.fullmatch(modifier + ending)
        or _is_group(modifier, ending)
    ):
        return False
    if ending == "战略" and _RANK.search(modifier) and not pattern("{strategies}$").search(modifier):
        return False
    return "工程" not in ending or not _is_works(text, begin, match)


def in_step(text: str, match: re.Match[str]) -> bool:
    """Whether it is told behind a name that something is brought in step with it: …工程 | 做好衔接."""
    return bool(_IN_STEP.match(text, match.end()))


def _is_distinct(modifier: str, ending: str) -> bool:
    """Whether a name says which one it is, behind its last 和, too: not 要素供给与区域 | 战略."""
    known = ending == "战略" and pattern("{strategies}").fullmatch(modifier)
    if known or _ALL_IN_MARKS.fullmatch(modifier):
        return True
    scope = _SCOPE.match(ending)
    said = modifier + (scope[0] if scope else "")
    joined = last(AND, said)
    rest = _DEED.match(ending)
    tail = said[joined.end() :] + (rest[0] if rest else "") if joined else said
    if (len(distinctive(modifier)) < 2 and len(said) < _LONG) or not tail or _UNTOLD.fullmatch(modifier):
        return False
    return ending != "战略" or bool(distinctive(tail))


def _is_law(text: str, modifier: str, match: re.Match[str], verb: str) -> bool:
    known = verb and pattern("{laws}$").search(modifier)
    carried = is_strong(verb) and len(modifier) >= _SHORTEST_LAW
    return bool(known or (carried and _CLOSED.match(text, match.end())))


def _is_governed(text: str, begin: int, match: re.Match[str], verb: str) -> bool:
    """Whether a programme has its verb, before it or behind; before 行动 two characters are enough."""
    ending = match[0]
    if ending == "工程" and pattern("{works_verbs}").fullmatch(verb) and not _is_met(text, begin, match):
        return False
    carried = verb or _is_chosen(text, begin, ending) or _is_carried_out(text, begin, match)
    told = match.start() - begin > _SHORTEST_WHOLE or (verb and ending in _DEEDS)
    return is_strong(verb) or bool(told and carried)


def _is_plan(text: str, begin: int, match: re.Match[str], verb: str) -> bool:
    """Whether a plan has a name that tells, and is carried out, made the lead, drawn up or approved."""
    ending, modifier = match[0], text[begin : match.start()]
    if _OF_A_PLAN.search(modifier):
        return verb != "开展"
    if verb == "开展" or not _is_telling(modifier, ending, verb):
        return False
    carried = is_strong(verb) or bool(verb and _OF_ACTION.match(ending))
    return carried or _is_the_lead(text, begin, match) or _is_drawn_up(text, begin, match)


def _is_another_word(text: str, match: re.Match[str], modifier: str) -> bool:
    """Whether the ending begins another word (工程师), or a sort of plan is drawn up."""
    ending = match[0]
    tail = _LAST_WORD.search(ending)
    if match["carried"] and _BEING_DRAWN_UP.match(text, match.end()):
        return bool(_SORT_OF_PLAN.search(modifier + ending.removesuffix("规划")))
    other = tail and pattern("{not_instruments}").match(text, match.start() + tail.start())
    built = ending == "工程" and modifier.endswith("”")
    return bool(other) and not built and not re.match(YEARS, ending)


def _is_works(text: str, begin: int, match: re.Match[str]) -> bool:
    modifier = text[begin : match.start()]
    listed = text.startswith("等", begin - 1) and not _is_carried_out(text, begin, match)
    counted = _COUNTED_WORKS.match(modifier) or _COUNTED_WORKS.match(text, match.end())
    built = pattern("{works}$").search(modifier) or _REBUILT.search(modifier)
    return listed or bool(SORT.match(modifier) or counted or (built and not _SMART.match(modifier)))


def _is_group(modifier: str, ending: str) -> bool:
    """Whether several instruments are counted, and not one that is told by its parts."""
    many = _OF_MANY.fullmatch(modifier)
    whole = many and _PARTED.fullmatch(ending) and len(distinctive(many["whole"])) >= _SHORTEST_WHOLE
    return bool(_GROUP.search(modifier)) and not whole


def _is_telling(modifier: str, ending: str, verb: str) -> bool:
    """Whether a plan's name says enough to be that of one: 国土空间规划 is a sort of plan."""
    if pattern("{drafting}").match(verb) and not _SPECIFIC.search(modifier):
        return len(distinctive(modifier)) > 3 or len(modifier) >= _LONG
    shortest = _SHORTEST_PLAN if ending == "规划" and not _SPECIFIC.search(modifier) else 3
    return len(modifier) >= shortest and len(modifier + ending) > 5


def _is_chosen(text: str, begin: int, ending: str) -> bool:
    """Whether the words before a name make somebody a part of it: 入选国家 | 农产品品牌培育计划."""
    return ending != "工程" and bool(_LISTED.search(text, max(0, begin - _BESIDE), begin))


def _is_drawn_up(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether it is told behind a plan that it is drawn up or approved: 云岫试验区规划 | 编制工作."""
    drawn_up = _BEING_DRAWN_UP.match(text, match.end())
    return bool(drawn_up) and opens_a_name(text[begin : match.start()])


def _is_the_lead(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a name stands between 以 and 为: 以 | 新型城镇化规划 | 为指导."""
    return text.startswith("以", begin - 1) and text.startswith("为", match.end())


def _is_met(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether something is brought in step with the name: 与 | 全域水网工程 | 做好衔接."""
    return text[begin - 1 : begin] in ("与", "同") and in_step(text, match)


def _is_carried_out(text: str, begin: int, match: re.Match[str]) -> bool:
    """Without a verb in front, one behind can tell, or the fame of a strategy."""
    if match[0] == "战略" and pattern("{strategies}").fullmatch(text, begin, match.start()):
        return True
    if _is_met(text, begin, match):
        return True
    if match[0] == "工程":
        behind = text[match.end() : match.end() + _BESIDE]
        return bool(re.match("[”’]?(?:深入|全面|启动|顺利)(?:实施|推进)", behind))
    told = pattern("[”’]?{followed}*(?:{carried_out}(?!项目)|惠及|覆盖|成效显著|成效明显)").match(
        text, match.end()
    )
    return bool(told) or _is_the_lead(text, begin, match)
