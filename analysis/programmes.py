"""Programmes: instruments named without 《》, told by the last word of the name (行动, 工程, 战略…).

From that word the phrase is read leftwards to the verb that governs it or to the edge of its clause: 深入实施
| 乡村建设行动. A phrase of generic words only (重大工程) is no name, nor is a plan without one that is to be
drawn up (制定稳增长工作方案). A name that heads its line (1.乡村建设行动：…) needs no verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.governing import (
    behind_speech,
    edge,
    governor,
    is_strong,
    last,
    plain,
    strong_verb,
)
from analysis.instruments import COUNT, SORT, YEARS, distinctive, in_step, is_instrument, is_name
from analysis.lexicons import pattern
from analysis.shared_names import group, names

_FREE = (
    rf"(?:{YEARS}(?:专项|提升|攻坚|集中){{0,2}}行动(?:计划|方案)?|(?:专项|攻坚|提升|整治)行动(?:计划|方案)?"
    r"|行动纲要|协定|公约|议定书|负面清单)"
)
"""Endings that name an instrument by themselves, when a distinctive word stands before them."""
_GOVERNED = r"(?:行动计划|行动(?!方案)|工程|(?<!年度)计划|条例|普法规划|战略|目录)"
"""Endings that need a verb: 实施…行动."""
_CARRIED_OUT = (
    r"(?:(?:实施|行动|总体|试点|改革|工作|建设){0,2}方案|(?:实施|管理|暂行|试行|考核){0,2}办法|实施细则"
    r"|(?:总体|专项|发展){0,2}规划(?:纲要)?|(?:实施|指导)意见|纲要|指南|指引|路线图|规范条件|导则|通则)"
)
"""Endings that need a verb and a telling name: 落实…方案."""
ENDING = (
    rf"(?P<free>{_FREE})|(?P<governed>{_GOVERNED})|(?P<carried>{_CARRIED_OUT})"
    r"|(?P<law>(?<![作方办做看想说手用算打疗语写工技书良立司执守违依非合普宪政])法(?![人定制治规律院庭官学则医国语案]))"
)
ENDING_BEGINS = r"\d一二三四五六七八九十专攻提整行协公议负工计条普战目实总试改建方管暂考办发规指纲路导通法"
"""The characters that an ending begins with: most places are passed over by their first alone."""
_ENDING = re.compile(f"(?=[{ENDING_BEGINS}])(?:{ENDING})")
JOINED = re.compile(
    rf"(?:清单|(?<!方)法|{_FREE}|{_GOVERNED}|{_CARRIED_OUT})[”’]?(?:并?[和与及]|以及|并)|建设和(?=“)"
)
_LIST_SIGN = re.compile(r"[”’]?(?:、|和|与|及|以及)")
_OF_YEARS = re.compile(r"（(?:19|20)\d\d(?:\s?[—－–~～-]+\s?(?:19|20)\d\d)?年?版?）")
"""The years of a plan, which belong to its title."""
_REGION = re.compile("全[国省市区县]$")
_MEMBERS = re.compile("(?:重点)?(?:行业|领域|产业|地区|区域|产品)")
_WEAKLY = "(?:{adverbs}|地)*(?P<verb>{weak_policy_verbs})(?=“)"
_COUNTED = re.compile(r"(?<![\d第“])[三四五六七八九十]{1,2}(?:大|个|项|类)(?!一)")
"""What counts the items of a list: 服务、金融 | 五大专项方案."""
_AND_OTHERS = re.compile(rf"等(?:{COUNT}(?:大|项|个|类))?(?P<works>重点|重大)?(?:系列)?$")
_GROUPED = re.compile("(?:专项)?行动(?:计划)?|计划|工程")
_CHOSEN = re.compile("(?:入选|获批|纳入|列入|完成|成为)(?:了|的|全国|国家|首批|全省|国家和省级)*(?=.{4})")
"""Before a programme that somebody becomes a part of or completes: 云岫入选全国首批 | 园区提质专项行动."""
_IN_MARKS = re.compile("[^“”]{1,2}“")
"""What a number counts before a name in marks: 9 | 乡 | “双网”工程."""
_WITH = re.compile("[与同](?=.{4})")
"""Before what something is brought in step with: 与 | 全域水网工程 | 做好衔接."""
_CLOSING = 8
"""Characters before an ending, or a name, in which what counts or closes its list stands."""
_LABEL = re.compile(
    r"(?m:^)[\s#*]*(?:附件\s?[:：]?\s?)?(?:专栏\s?\d*|[一二三四五六七八九十]{1,3}是"
    r"|[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）.、．]|第\S{1,3}[条项]|[①-⑳])?\s*"
)
_TOLD_TO = "(?:{adverbs})+(?:{directives})|{weak_policy_verbs|policy_verbs}"
"""How a line begins that says what is to be done, rather than a name: 积极发展 | …工程."""
_LABELLED = re.compile(r"[”’]?(?:[：:。]|(?:（[^（）\n]{1,10}）)?\s*$)", re.MULTILINE)
_SHORTEST_LABEL = 4
_RULES_AND = re.compile("(?:政策|法律|法规|条例|规定|方针)[和与及]")
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
            dated = _OF_YEARS.match(text, match.end())
            last_of = dated.end() if dated else match.end()
            yield Programme(label, last_of, text[label:last_of], "", match[0])
        elif begin is not None and is_name(text, begin, match, verb):
            begin = _law_start(text, _with_region(text, first, begin, match), match)
            last_end, last_verb = match.end(), verb
            whole = begin == first and not match["carried"]
            before = items if whole and not any(_has_ending(text, item) for item in items) else []
            years = None if match["law"] else _OF_YEARS.match(text, match.end())
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
    telling = len(distinctive(modifier)) >= _SHORTEST_LABEL and not SORT.match(modifier)
    return marker.end() if telling and is_instrument(text, marker.end(), match) else None


def _start(text: str, first: int, begin: int | None, match: re.Match[str], verb: str) -> int | None:
    """Where a name begins: without a verb, behind what becomes a part of it, too."""
    if not is_strong(verb) and begin is not None:
        chosen = last(_CHOSEN, text[first : match.start()])
        begin = first + chosen.end() if chosen else begin
        if not verb and (match["free"] or "“" in text[begin : match.start()]):
            begin += behind_speech(text[begin : match.start()])
        if in_step(text, match) and (met := last(_WITH, text[first : match.start()])):
            begin = first + met.end()
    if begin and text[begin - 1].isdigit() and _IN_MARKS.match(text, begin):
        begin = text.index("“", begin)
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


def _law_start(text: str, begin: int, match: re.Match[str]) -> int:
    """A law that is joined to other rules begins behind them: 民族政策和 | 民族区域自治法."""
    joined = last(_RULES_AND, text[begin : match.start()]) if match["law"] else None
    return begin + joined.end() if joined else begin


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
    if not head and text[first - 2 : first - 1] == "”":
        head = pattern(_WEAKLY).match(text, clause, first)
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
