"""Policies: the named instruments of a text, in 《》 by the ends of their titles, without marks by form.

A programme without marks is found by its last word (行动, 工程, 战略…) and read leftwards to the verb that
governs it or to the edge of its clause: 深入实施 | 乡村建设行动. A phrase of generic words only (重大工程) is
no name, nor is a plan without one that is to be drawn up (制定稳增长工作方案).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.lexicons import pattern
from analysis.readings import Reading, Readings
from analysis.shared_names import names

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
_ENDING = re.compile(rf"(?P<free>{_FREE})|(?P<governed>{_GOVERNED})|(?P<carried>{_CARRIED_OUT})|(?P<law>法)")
_LAST_WORD = re.compile(r"(?:战略|行动|工程|计划|方案|规划|办法|目录)$")

_TITLED = re.compile(r"《(?P<name>(?:[^《》\n]|《[^《》\n]*》){2,120})》")
_TRAILER = re.compile(r"[（(\[][^）)\]]*[）)\]]$")
_NUMBER = re.compile(r"\s*[（(]?(?P<number>[\u4e00-\u9fff]{1,12}[〔\[（(](?:19|20)\d\d[〕\])）]\s*第?\d+号)")
_KNOWN = (
    re.compile(r"中央八项规定|全球(?:发展|安全|文明|治理)倡议|“一带一路”倡议"),
    re.compile(r"“?十[一二三四五六七八]五”?规划(?:《?纲要》?)?|“十五”计划"),
)
_UNMARKED = (
    r"(?:{policy_verbs})[^，。；、《》]{0,8}?"
    r"(?P<about>关于[^，。；《》]{6,50}?的(?:若干|实施|指导)?(?:意见|方案|决定|规定|办法|措施|通知))"
    r"|(?:{policy_verbs}){1,2}(?:{quantifiers})*(?![^，。；]{0,20}(?:规定|精神|细则|战略|行动|关于|法[和、]))"
    r"(?P<some>[^，。；《》“”]{6,30}?若干(?:措施|意见|规定|政策|办法))"
)
"""Titles without 《》 that tell themselves: 落实 | 关于…的意见, 出台 | …若干措施. A template of `pattern`."""
_QUOTED = re.compile(r"“(?P<name>[^“”，。；、\n]{2,24}?(?:行动|工程|计划|规划|战略|项目))”(?!奖|优秀|经验)")

_EDGE = re.compile(r"[，。；：！？、（）()\[\]*\s—]")
_LIST_SIGN = re.compile(r"[”’]?(?:、|和|与|及|以及)")
_JOINED = re.compile(
    rf"(?:清单|(?<!方)法|{_FREE}|{_GOVERNED}|{_CARRIED_OUT})(?:并?[和与及]|以及|并)|建设和(?=“)"
)
_OWNER = re.compile(r"的|关于|(?<=.)等(?!级)")
"""What stands before it only describes the name: 以人为核心的新型城镇化战略, 黄河等…工程."""
_MEMBERS = re.compile("(?:重点)?(?:行业|领域|产业|地区|区域|产品)")
_QUANTIFIED = re.compile(
    rf"{_COUNT}[多余]?(?:大|项|个|类|批|条)|第[一二三四五六七八九十]+[批轮]|和(?![谐平美睦])|同(?!心)"
)
_GROUP = re.compile(rf"{_COUNT}(?:大|项|个|类)(?:国家|重点|重大|专项|重要)?$|五”?(?:系列|相关|有关)$")
"""A name that counts instruments is that of a group, not of one: 三大国家战略."""
_NUMBERED = re.compile(
    rf"{_COUNT}(?:大|项|个|类|强|号)?(?:重大|重点|[^“”]{{0,4}})(?:行动|工程|计划|战略|方案|项目)"
)
_RANK = re.compile("(?:为.{0,4}|首要|长期|大)$")
"""What makes 战略 a word of rank: 上升为国家战略."""
_OF_ACTION = re.compile("行动|实施")
_OF_A_PLAN = re.compile("十[一二三四五六七八]五")
_SPECIFIC = re.compile(r"\d|“|年")
_LONGEST = 40
_LONGEST_BRACKET = 8
_BRACKET = re.compile(r"(?<=[\u4e00-\u9fff])（[^（）一二三四五六七八九十\d]{1,5}）$")
"""A bracket that is a part of a name: 首台（套）…目录."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy mentioned in a text; its reason says in words what gave it away."""

    start: int
    end: int
    readings: Readings
    reason: str
    sureness: float


def policies(text: str, start: int = 0, end: int | None = None) -> Iterator[Policy]:
    """The policies mentioned in text[start:end], in order of place; every mention is one.

    Of two programmes that begin together the longer is meant: 三年行动 | 实施方案.
    """
    end = len(text) if end is None else end
    marked_ones = (_titled, _known, _quoted, _unmarked)
    found = [policy for kind in marked_ones for policy in kind(text, start, end)]
    marked = {offset for policy in found for offset in range(policy.start, policy.end)}
    for policy in _programmes(text, start, end):
        if not marked.isdisjoint(range(policy.start, policy.end)):
            continue
        if found and found[-1].start == policy.start:
            found.pop()
        found.append(policy)
    yield from sorted(found, key=lambda policy: policy.start)


def named(name: str, form: str, verb: str = "") -> Readings:
    """The fields of a policy of this name; `form` is titled or programme, `verb` what is done with it."""
    readings: Readings = {"name": Reading(name, name), "form": Reading(form, name)}
    if verb:
        readings["action"] = Reading(verb, verb)
    return readings


def _titled(text: str, start: int, end: int) -> Iterator[Policy]:
    for match in _TITLED.finditer(text, start, end):
        ending = pattern(r"{titles}$|20\d\d$").search(_TRAILER.sub("", match["name"]))
        if ending:
            readings = named(match["name"], "titled", verb_before(text, start, match.start()))
            if number := _NUMBER.match(text, match.end(), end):
                readings["number"] = Reading(number["number"], number["number"])
            yield Policy(*match.span(), readings, f"title 《…{ending[0]}》", 0.95)


def _known(text: str, start: int, end: int) -> Iterator[Policy]:
    for known in _KNOWN:
        for match in known.finditer(text, start, end):
            readings = named(match[0], "programme", verb_before(text, start, match.start()))
            yield Policy(*match.span(), readings, f"name {match[0]}", 0.9)


def _quoted(text: str, start: int, end: int) -> Iterator[Policy]:
    for match in _QUOTED.finditer(text, start, end):
        if not _NUMBERED.fullmatch(match["name"]):
            readings = named(match["name"], "programme", verb_before(text, start, match.start()))
            yield Policy(*match.span(), readings, f"name in marks …{match['name'][-2:]}", 0.7)


def _unmarked(text: str, start: int, end: int) -> Iterator[Policy]:
    for match in pattern(_UNMARKED).finditer(text, start, end):
        group = "about" if match["about"] else "some"
        readings = named(match[group], "programme", verb_before(text, start, match.start(group)))
        yield Policy(*match.span(group), readings, f"title …{match[group][-4:]}", 0.7)


def verb_before(text: str, start: int, at: int) -> str:
    """The verb of which a name at `at` is the object, from `start` on; empty where there is none."""
    verb = pattern("(?P<verb>{policy_verbs|weak_policy_verbs})[^，。；]{0,6}$")
    said = verb.search(text, max(start, at - 16), at)
    return said["verb"] if said else ""


def _programmes(text: str, start: int, end: int) -> Iterator[Policy]:
    """Names without 《》; one that follows another in a list is governed by the same verb."""
    last_end, last_verb = -1, ""
    for match in _ENDING.finditer(text, start, end):
        edge = _edge(text, max(start, match.start() - _LONGEST), match.start())
        verb, begin = _governor(text, edge, match.start())
        items: list[tuple[int, int]] = []
        if not verb and last_end >= 0 and _LIST_SIGN.fullmatch(text, last_end, begin or edge):
            verb = last_verb
        elif not verb and last_end < edge - 1 and text.startswith("、", edge - 1):
            verb, items = _list_before(text, start, edge)
        begin = _strategy_start(text, begin, match, verb)
        if begin and (members := _members(text, max(start, begin - _LONGEST), begin)):
            (verb, begin), items = members, []
        if begin is not None and _is_name(text, begin, match, verb):
            last_end, last_verb = match.end(), verb
            before = items if begin == edge and not any(_has_ending(text, item) for item in items) else []
            for span, name in names(text, begin, match.end(), match[0], before):
                yield _programme(span, name, verb, match[0])


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
        elif char == "）" and (inside := _BRACKET.search(text, max(start, at - _LONGEST_BRACKET), at)):
            at = inside.start()
        elif char in "“‘" or _EDGE.match(char):
            return at
        else:
            at -= 1
    return at


def _governor(text: str, edge: int, end: int) -> tuple[str, int | None]:
    """The verb that governs a name which ends at `end`, and where the name begins."""
    phrase = text[edge:end]
    strong = _last(_strong(), phrase)
    head = strong or pattern("(?:{adverbs}|地)*(?P<verb>{weak_policy_verbs})").match(phrase)
    begin = head.end() if head else 0
    if joined := _last(_JOINED, phrase, begin):
        begin = joined.end()
    put_before = pattern("{quantifiers}" if head else "{put_before|quantifiers}")
    while opening := put_before.match(phrase, begin) or _QUANTIFIED.match(phrase, begin):
        begin = opening.end()
    if owner := _last(_OWNER, phrase, begin):
        begin = owner.end()
    return (head["verb"] if head else ""), (edge + begin if begin < len(phrase) else None)


def _strong() -> re.Pattern[str]:
    return pattern("(?P<verb>{policy_verbs})(?!方案|办法|意见|细则|规划)")


def _last(shape: re.Pattern[str], phrase: str, begin: int = 0) -> re.Match[str] | None:
    return max(shape.finditer(phrase, begin), key=lambda match: match.end(), default=None)


def _strategy_start(text: str, begin: int | None, match: re.Match[str], verb: str) -> int | None:
    """A national strategy is known by name, which may hold a 、 or stand behind words not its own."""
    if match[0] != "战略":
        return begin
    known = pattern("{strategies}$").search(text, max(0, match.start() - _LONGEST), match.start())
    if not known or begin is None or known.start() < begin:
        return known.start() if known else begin
    return known.start() if not verb or text.startswith("融入", known.start() - 2) else begin


def _members(text: str, start: int, begin: int) -> tuple[str, int] | None:
    """The verb and the beginning of a name that lists whom it holds for: 有色、建材 | 等行业…方案."""
    if text[begin - 1 : begin] != "等" or not _MEMBERS.match(text, begin):
        return None
    clause = max(start, *(text.rfind(mark, start, begin) + 1 for mark in "，。；：\n"))
    phrase = text[clause:begin]
    head = _last(_strong(), phrase)
    if not head:
        return None
    joined = _last(_JOINED, phrase, head.end())
    return head["verb"], clause + (joined or head).end()


def _list_before(text: str, start: int, edge: int) -> tuple[str, list[tuple[int, int]]]:
    """The verb at the head of a list that leaves its common ending to the last item, and the items before."""
    start = max(start, edge - _LONGEST * 3)
    clause = max(start, *(text.rfind(mark, start, edge) + 1 for mark in "，。；：\n"))
    head = _strong().search(text, clause, edge)
    if not head:
        return "", []
    begin = head.end() + text.startswith(("好", "了"), head.end())
    commas = [begin + comma.start() for comma in re.finditer("、", text[begin:edge])]
    return head["verb"], list(zip([begin, *(comma + 1 for comma in commas)], commas, strict=False))


def _has_ending(text: str, item: tuple[int, int]) -> bool:
    return bool(re.search(f"(?:{_ENDING.pattern})$", text[slice(*item)]))


def _is_name(text: str, begin: int, match: re.Match[str], verb: str) -> bool:
    """Whether text[begin:match.end()] names one instrument that exists or is carried out."""
    ending, modifier = match[0], text[begin : match.start()]
    tail = _LAST_WORD.search(ending)
    named = not tail or re.match(_YEARS, ending)
    built = ending == "工程" and modifier.endswith("”")
    if (
        not named
        and tail
        and not built
        and pattern("{not_instruments}").match(text, match.start() + tail.start())
    ):
        return False
    distinctive = pattern("{generic_names}").sub("", modifier.strip("“”"))
    if len(distinctive) < 2 or _NUMBERED.fullmatch(modifier + ending) or _GROUP.search(modifier):
        return False
    if "工程" in ending and pattern("{works}$").search(modifier):
        return False
    if ending == "战略" and _RANK.search(modifier) and not pattern("{strategies}$").search(modifier):
        return False
    if match["free"] or (match["governed"] and modifier.endswith("”")):
        return True
    if match["law"]:
        return bool(verb and pattern("{laws}$").search(modifier))
    strong = bool(_strong().fullmatch(verb))
    if match["governed"]:
        return strong or (len(modifier) > 2 and bool(verb or _is_carried_out(text, begin, match)))
    drafted = pattern("{drafting}").match(verb) and not _SPECIFIC.search(modifier)
    telling = len(distinctive) > 3 if drafted else len(modifier) > 2 and len(modifier + ending) > 5
    return bool(_OF_A_PLAN.search(modifier)) or (
        telling and (strong or bool(verb and _OF_ACTION.match(ending)))
    )


def _is_carried_out(text: str, begin: int, match: re.Match[str]) -> bool:
    """Without a verb in front, one behind can tell, or the fame of a strategy."""
    if match[0] == "战略" and pattern("{strategies}").fullmatch(text, begin, match.start()):
        return True
    if match[0] == "工程":
        return bool(
            re.match("[”’]?(?:深入|全面|启动|顺利)(?:实施|推进)", text[match.end() : match.end() + 8])
        )
    return bool(pattern("[”’]?{followed}*{carried_out}").match(text, match.end()))


def _programme(span: tuple[int, int], name: str, verb: str, ending: str) -> Policy:
    reason = f"verb {verb} + …{ending}" if verb else f"ending …{ending}"
    return Policy(*span, named(name, "programme", verb), reason, 0.85 if verb else 0.6)
