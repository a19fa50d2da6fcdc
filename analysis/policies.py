"""Policies: the named instruments of a text, in 《》 by what their titles end in, without marks by their form.

A programme without marks is found by its last word (行动, 工程, 战略…) and read leftwards to the verb that governs
it or to the edge of its clause: 深入实施 | 乡村建设行动. A phrase of generic words only (重大工程) is no name, nor is a
plan that is merely to be drawn up (制定工作方案).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.lexicons import lexicon, one_of
from analysis.readings import Reading, Readings

_TITLED = re.compile(r"《(?P<name>[^《》\n]{2,100}(?:〈[^〉]*〉[^《》\n]*)?)》")
_TRAILER = re.compile(r"[（(\[][^）)\]]*[）)\]]$")
_NUMBER = re.compile(r"\s*[（(]?(?P<number>[\u4e00-\u9fff]{1,12}[〔\[（(](?:19|20)\d\d[〕\])）]\s*第?\d+号)")
_YEARS = r"(?:[一二三四五六七八九十]{1,2}|\d{1,2})年"

_FREE = rf"(?:{_YEARS}(?:专项|提升|攻坚|集中)*行动(?:计划|方案)?|(?:专项|攻坚|提升|整治)行动(?:计划|方案)?|行动纲要|协定|公约|议定书|负面清单)"
"""Endings that name an instrument by themselves, when a distinctive word stands before them."""
_GOVERNED = r"(?:行动计划|行动(?!方案)|工程|计划|条例|普法规划|战略|目录)"
"""Endings that need a verb: 实施…行动."""
_CARRIED_OUT = r"(?:(?:实施|行动|总体|试点|改革|工作|建设)*方案|(?:实施|管理|暂行|试行|考核)*办法|实施细则|(?:总体|专项|发展)*规划(?:纲要)?|实施意见|纲要)"
"""Endings that need a verb of carrying out: 落实…方案; what is still to be drawn up has no name yet."""
_ENDING = re.compile(
    rf"(?P<free>{_FREE})|(?P<governed>{_GOVERNED})|(?P<carried>{_CARRIED_OUT})"
)
_CONTINUED = {
    "战略": "性|支点|机遇|定位|合作|部署|布局|目标|支撑|资源|储备|产品|重组|联盟|伙伴|基点|方针|科技|优势|腹地|思维|高度|层面|成果|定力|安全|要求|导向|体系|通道|投资者|主动|力量|任务|叠加|纵深|举措"
    "|协议|新兴|必争|平台|位势|地位|决策|规划|需求|空间|转型|研究|咨询|物资|框架|抉择|屏障|前沿|能力|互信|对话|谋划|意义|问题|枢纽|节点|契机|安排|指引|价值|制高点|交汇|项目|企业|人才|眼光|视野|骨干|取向|政策",
    "行动": "起来|上(?:同|与|自觉)|指南|者|力|自觉|纲领|路线|步伐|派|中|能力|人|衷心|不便",
    "工程": "师|机械|质量|造价|款|学|院|研究|中心|技术|项目|建设|物资|队|实验|开工|竣工|完工|建成|通水|通车|验收|投资|招投标|领域|监理|总承包|量|进度|工期|塑料|系统|化|咨询|施工|类|科技|硕士|单位|教育|全线|主体|试验|等",
    "计划": "生育|投资|总投资|完成|安排|于|在|今年|用|单列|经济|外|内|性|指标|编制|管理|草案|执行|新|开工|建设|年内|招生|\\d",
    "方案": "设计|制定|编制|征集|比选|论证",
    "规划": "建设|设计|编制|布局|管理|用地|区|馆|展览|引领|选址|统筹|先行|体系|期|内|研究|图|师|、建设|局|院|条件|许可|执法|刚性|衔接|管控|水平|工作|审批|控制|面积|总|和建设|中",
    "办法": "[、化破解用和]",
    "目录": "清单|管理|内|外",
}
"""What behind an ending makes it the beginning of something else: 战略性, 工程师."""
_FOLLOWED = re.compile(r"[”’]?(?:深入|全面|顺利|有序|扎实|加快|加速|稳步|正式|持续|率先|落地|启动|深化|纵深|强力|有力|成效|取得|圆满|如期)*(?:实施|推进|启动|开展|展开|收官|见效|落地|生效|签署|印发|出台|发布)")
_STARTED = re.compile(r"[”’]?(?:深入|全面|启动|顺利)(?:实施|推进)")
_DRAFTED = re.compile(r"(?:制定|制订|编制|起草|谋划|研究|完善|修改|申报|争取|编写|健全|建立)")
_EDGE = re.compile(r"[，。；：！？、（）()\[\]*\s—]")
_PUT_BEFORE = re.compile(
    r"(?:把|将|以|按照|围绕|聚焦|紧扣|锚定|瞄准|对标|融入|服务(?=国家|和|“)|对接|在|为|从|用|通过|由|随着|抢抓|依托|利用|结合|根据|作为|也?是|完成|实现|达成|落细|加快|对|与|和|及|以及|同|向|使|让|其中|我省|全省|全市|我市|我国)"
)
_QUANTIFIED = re.compile(r"(?:一批|一系列|系列|多项|若干|各项|各类|[一二三四五六七八九十百两几\d]+[多余]?(?:大|项|个|类|批|条)|第[一二三四五六七八九十]+[批轮]|首批|新一轮|新版|新的|新修订的?|好|了|全国|有关|相关)")
_WITH_NUMBER = re.compile(r"\d|“|年")
_KNOWN = re.compile(r"中央八项规定|全球(?:发展|安全|文明|治理)倡议|“一带一路”倡议")
_PLAN = re.compile(r"“?十[一二三四五六七八]五”?规划(?:《?纲要》?)?|“十五”计划")
_QUOTED = re.compile(r"“(?P<name>[^“”，。；、\n]{2,24}?(?:行动|工程|计划|规划|战略|项目))”(?!奖|优秀|经验)")
_COUNTED = re.compile(r"[一二三四五六七八九十百两几\d]+(?:大|项|个|类)(?:国家|重点|重大|专项|重要)?$")
"""A name that counts instruments is that of a group, not of one: 三大国家战略."""
_LIST_SIGN = re.compile(r"[”’]?(?:、|和|与|及|以及)")
_JOINED = re.compile(rf"(?:清单|{_FREE}|{_GOVERNED}|{_CARRIED_OUT})(?:和|与|及|以及)")
_OWNER = re.compile(r"的|关于|(?<=.)等(?!级)")
"""What stands before it only describes the name: 以人为核心的新型城镇化战略, 黄河等…工程."""
_CLOSING = "”’》"
_NUMBERED = re.compile(
    r"[一二三四五六七八九十百两几\d]+(?:大|项|个|类|强|号)?(?:重大|重点|[^“”]{0,4})(?:行动|工程|计划|战略|方案|项目)"
)


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy mentioned in a text; its reason says in words what gave it away."""

    start: int
    end: int
    readings: Readings
    reason: str
    sureness: float


def policies(text: str, start: int = 0, end: int | None = None) -> Iterator[Policy]:
    """The policies mentioned in text[start:end], in order of place; every mention is one."""
    end = len(text) if end is None else end
    found = [*_titled(text, start, end), *_known(text, start, end), *_quoted(text, start, end)]
    taken = [(policy.start, policy.end) for policy in found]
    for policy in _programmes(text, start, end):
        if not any(a < policy.end and policy.start < b for a, b in taken):
            found.append(policy)
            taken.append((policy.start, policy.end))
    yield from sorted(found, key=lambda policy: policy.start)


def _titled(text: str, start: int, end: int) -> Iterator[Policy]:
    for match in _TITLED.finditer(text, start, end):
        ending = _title_ending().search(_TRAILER.sub("", match["name"]))
        if ending:
            readings = _readings(text, start, match.start(), match["name"], "titled")
            if number := _NUMBER.match(text, match.end(), end):
                readings["number"] = Reading(number["number"], number["number"])
            yield Policy(*match.span(), readings, f"title 《…{ending[0]}》", 0.95)


def _known(text: str, start: int, end: int) -> Iterator[Policy]:
    for pattern in (_KNOWN, _PLAN):
        for match in pattern.finditer(text, start, end):
            yield Policy(*match.span(), _readings(text, start, match.start(), match[0], "programme"), f"name {match[0]}", 0.9)


def _quoted(text: str, start: int, end: int) -> Iterator[Policy]:
    for match in _QUOTED.finditer(text, start, end):
        if not _NUMBERED.fullmatch(match["name"]):
            yield Policy(*match.span(), _readings(text, start, match.start(), match["name"], "programme"), f"name in marks {match['name'][-2:]}", 0.7)


def _programmes(text: str, start: int, end: int) -> Iterator[Policy]:
    """Names without 《》; one that follows another in a list is governed by the same verb."""
    last_end, last_verb = -1, ""
    for match in _ENDING.finditer(text, start, end):
        edge = _edge(text, max(start, match.start() - _LONGEST), match.start())
        verb, begin = _governor(text, edge, match.start())
        if not verb and last_end >= 0 and _LIST_SIGN.fullmatch(text, last_end, edge):
            verb = last_verb
        items: list[tuple[int, int]] = []
        if not verb and last_end < edge - 1 and text.startswith("、", edge - 1):
            verb, items = _list_before(text, start, edge)
        if begin is not None and _is_name(text, begin, match, verb):
            last_end, last_verb = match.end(), verb
            if begin == edge and all(_stands_alone(text[slice(*item)]) for item in items):
                yield from (_programme(text, item, text[slice(*item)] + match[0], verb, match[0]) for item in items)
            yield _programme(text, (begin, match.end()), text[begin : match.end()], verb, match[0])


def _list_before(text: str, start: int, edge: int) -> tuple[str, list[tuple[int, int]]]:
    """The verb at the head of a list that leaves its common ending to the last item, and the items before."""
    clause = max(start, *(text.rfind(mark, start, edge) + 1 for mark in "，。；：\n"))
    head = _strong().search(text, clause, edge)
    if not head:
        return "", []
    items, begin = [], head.end()
    for comma in re.finditer("、", text[:edge]):
        if comma.start() > begin:
            items.append((begin, comma.start()))
            begin = comma.end()
    return head["verb"], items


def _stands_alone(item: str) -> bool:
    """Whether an item of a list is a name of its own, which only borrows the ending of the last."""
    return len(item) >= _WHOLE_NAME and "“" not in item


def _programme(text: str, span: tuple[int, int], name: str, verb: str, ending: str) -> Policy:
    return Policy(*span, named(name, "programme", verb), _why(verb, ending), 0.85 if verb else 0.6)


_WHOLE_NAME = 7
_LONGEST = 40


def _edge(text: str, start: int, end: int) -> int:
    """Where the phrase that ends at `end` may begin at the earliest; what stands in marks is one piece."""
    at = end
    while at > start:
        char = text[at - 1]
        if char in "”’":
            opening = text.rfind("“" if char == "”" else "‘", start, at)
            if opening < 0:
                return at
            at = opening
        elif char in "“‘" or _EDGE.match(char):
            return at
        else:
            at -= 1
    return at


def _governor(text: str, edge: int, end: int) -> tuple[str, int | None]:
    """The verb that governs a name which ends at `end`, and where the name begins."""
    phrase = text[edge:end]
    strong = max(_strong().finditer(phrase), key=lambda match: match.end(), default=None)
    weak = None if strong else _weak().match(phrase)
    head = strong or weak
    begin = head.end() if head else 0
    if joined := max(_JOINED.finditer(phrase, begin), key=lambda match: match.end(), default=None):
        begin = joined.end()
    while opening := _PUT_BEFORE.match(phrase, begin) or _QUANTIFIED.match(phrase, begin):
        begin = opening.end()
    if owner := max(_OWNER.finditer(phrase, begin), key=lambda match: match.end(), default=None):
        begin = owner.end()
    return (head["verb"] if head else ""), (edge + begin if begin < len(phrase) else None)


def _is_name(text: str, begin: int, match: re.Match[str], verb: str) -> bool:
    ending = match[0]
    tail = next((tail for tail in _CONTINUED if ending.endswith(tail)), "")
    if tail and re.match(_CONTINUED[tail], text[match.end() : match.end() + 4]) and not re.match(_YEARS, ending):
        return False
    modifier = text[begin : match.start()]
    distinctive = _generic().sub("", modifier.strip("“”"))
    if len(distinctive) < 2 or _NUMBERED.fullmatch(modifier + ending) or _COUNTED.search(modifier):
        return False
    if "工程" in ending and _works().search(modifier):
        return False
    if match["free"] or modifier.endswith("”"):
        return True
    if ending == "战略" and _strategy().search(modifier):
        return True
    if match["governed"]:
        followed = _STARTED if ending == "工程" else _FOLLOWED
        return len(modifier) > 2 and bool(verb or followed.match(text, match.end()))
    strong = bool(_strong().fullmatch(verb))
    return len(modifier) > 3 and strong and (not _DRAFTED.match(verb) or bool(_WITH_NUMBER.search(modifier)))


def _unbalanced(name: str) -> bool:
    return name.count("“") != name.count("”")


@cache
def _strong() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>{one_of('policy_verbs')})(?!方案|办法|意见|细则|规划)")


@cache
def _weak() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('adverbs')}|地)*(?P<verb>{one_of('weak_policy_verbs')})")


@cache
def _strategy() -> re.Pattern[str]:
    return re.compile(one_of("strategies") + "$")


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(one_of("generic_names"))


@cache
def _works() -> re.Pattern[str]:
    return re.compile(one_of("works") + "$")


@cache
def _title_ending() -> re.Pattern[str]:
    return re.compile(one_of("titles") + "$")


@cache
def _said_before() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>{one_of('policy_verbs', 'weak_policy_verbs')})[^，。；]{{0,6}}$")


def _readings(text: str, start: int, at: int, name: str, form: str) -> Readings:
    """The fields of a name that stands at `at`, with the verb in front of it."""
    said = _said_before().search(text, max(start, at - 16), at)
    return named(name, form, said["verb"] if said else "")


def named(name: str, form: str, verb: str = "") -> Readings:
    """The fields of a policy of this name; `form` is titled or programme."""
    readings: Readings = {"name": Reading(name, name), "form": Reading(form, name)}
    if verb:
        readings["action"] = Reading(verb, verb)
    return readings


def _why(verb: str, ending: str) -> str:
    return f"verb {verb} + …{ending}" if verb else f"ending …{ending}"
