"""Policies: the named instruments of a text, in 《》 by the ends of their titles, without marks by form.

A title carries its number (文号) and its issuer where the text tells them. Programmes without marks are read
by `analysis/programmes.py`. A name told once is known wherever else the document says it.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from analysis import sureness
from analysis.governing import AND, edge, governor, is_strong, last, opens_a_name, verb_of
from analysis.lexicons import pattern
from analysis.mentions import mentions
from analysis.programmes import JOINED, Programme, programmes
from analysis.readings import Reading, Readings
from analysis.reasons import told

_TITLED = re.compile(r"《(?P<name>(?:[^《》\n]|《[^《》\n]*》){2,120})》")
_TRAILER = re.compile(r"[（(\[][^）)\]]*[）)\]]$")
_NUMERO = (
    r"(?:根据|按照|依据|依照|落实|执行|以|和)?"
    r"(?P<number>[\u4e00-\u9fff]{1,12}[〔\[（(](?:19|20)\d\d[〕\])）]\s*第?\d+号)"
)
_NUMBER = re.compile(rf"\s*[（(]?{_NUMERO}")
_NUMBER_BEFORE = re.compile(rf"{_NUMERO}[）)]?\s*(?:文件?)?$")
_ISSUED = (
    r"(?:^|[，。；：“”\s]|根据|按照|落实|贯彻|执行)(?P<issuer>[^，。；：“”《》]{2,60}?)(?:等(?:部门|单位))?"
    r"(?:联合|正式|近日|日前|已|先后)*(?:{issuing})[了的]?(?:{quantifiers})*$"
)
_TITLE_ISSUER = r"(?P<issuer>[^，。《》]{2,30}?{department_endings})关于"
_KNOWN = (
    re.compile(
        r"中央“?八项规定”?|政府核准的?(?:企业)?投资项目目录|全球(?:发展|安全|文明|治理)倡议|“一带一路”倡议"
    ),
    re.compile(r"“?十[一二三四五六七八]五”?规划(?:《?纲要》?)?|“十五”计划"),
)
_UNMARKED = (
    r"(?:出台|印发|制定|落实|实施|贯彻)了?(?P<of>(?:促进|加快|支持|扶持|鼓励|推进|加强|深化|打造)"
    r"[^，。；《》“”]{4,30}?的(?:若干|实施|指导)意见)"
    r"|(?:{policy_verbs})[^，。；、《》]{0,8}?"
    r"(?P<about>关于[^，。；《》]{6,50}?的(?:若干|实施|指导)?(?:意见|方案|决定|规定|办法|措施|通知))"
    r"|(?:{policy_verbs}){1,2}(?:{quantifiers})*(?![^，。；]{0,20}(?:规定|精神|细则|战略|行动|关于|法[和、]))"
    r"(?P<some>[^，。；《》“”]{6,30}?若干(?:措施|意见|规定|政策|办法))"
)
"""Titles without 《》 that tell themselves: 落实 | 关于…的意见, 出台 | …若干措施. A template of `pattern`."""
_SIGN_OF_TITLE = re.compile("若干|关于|的(?:实施|指导)意见")
_AROUND = 80
"""Characters around its sign in which a title without 《》 stands."""
_QUOTED = re.compile(
    r"“(?P<name>[^“”，。；、\n]{2,24}?(?:行动|工程|计划|规划|战略|\d[^“”，。；、\n]{0,8}项目))”(?!奖|优秀|经验)"
)
_LIST_SIGN = re.compile("[、和与]?")
_SEVERAL = re.compile(r"[一二三四五六七八九十百两几\d]+(?:大|项|个(?!一)|类|条)")
"""What begins a number of instruments, and the name of none: “八大行动”."""
_TOLD_APART = re.compile(r"[一二三四五六七八九十\d]+大[^“”]{2,}(?:行动|工程|计划|战略)")
"""A name of several that is one itself behind words of its own: 中非 | “十大伙伴行动”."""
_RANKED = re.compile("一号|头号")
"""A name that only ranks tells which one it is by what stands before it: 数字经济“一号工程”."""
_OF_ALL = re.compile("(?:国家|全国|全省|全市|全县|全区|新时代|年度|首批|本[省市县区]|各地|省级|市级|.*为)?")
"""What stands before a name without being a part of it: 国家“学生饮用奶计划”."""
_CALLED = re.compile("(?:作为|当作|列为|称为|誉为|比作|堪称|杜绝|力戒|不搞)[^，。；“”]{0,20}的?$")
"""Before marks that only call something a 工程: 作为“支撑性工程”."""
_REPORTED = re.compile(r"(?:落实|贯彻|按照|根据|执行|对照|围绕|部署|完成)[^，。；]{0,12}$")
"""Before 《政府工作报告》 where it is what is to be carried out."""
_TITLE_HEAD = re.compile(r"[\u4e00-\u9fff]{4,30}")
_LONGEST = 40
_HEAD = 14
"""Characters of the longest phrase that belongs to a name in marks: 创新成果转化 | “双百工程”."""
_OF_LAWS = ("规", "律", "制", "治")
"""Behind 法, what makes it another word: 云岫自由贸易港 | 法规."""
_TOLD_ONCE = 6
"""Characters of the shortest name that is known from one place wherever else the text says it."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy mentioned in a text; its reason says in words what gave it away."""

    start: int
    end: int
    readings: Readings
    reason: str
    sureness: float


def policies(
    text: str, start: int = 0, end: int | None = None, own: Collection[str] = ()
) -> Iterator[Policy]:
    """The policies mentioned in text[start:end], in order of place; every mention is one.

    Of two programmes that begin together the longer is meant: 三年行动 | 实施方案. The analyst's `own` names
    are policies wherever they stand.
    """
    end = len(text) if end is None else end
    found: list[Policy] = []
    taken: set[int] = set()
    _add(
        found,
        taken,
        (_mentioned(text, start, *span, "own word {}") for span in mentions(text, own, start, end)),
    )
    for kind in (_titled, _known, _unmarked):
        _add(found, taken, kind(text, start, end))
    bare = [_programme(programme) for programme in programmes(text, start, end)]
    unmarked = _longest(policy for policy in bare if taken.isdisjoint(_place(policy)))
    inside = {(policy.start, policy.end) for policy in unmarked}
    quoted = [policy for policy in _quoted(text, start, end) if not _lies_in(policy, inside)]
    _add(found, taken, quoted)
    _add(found, taken, [policy for policy in unmarked if taken.isdisjoint(_place(policy))], True)
    _add(found, taken, _again(text, start, end, found))
    yield from sorted(found, key=lambda policy: policy.start)


def _lies_in(policy: Policy, places: set[tuple[int, int]]) -> bool:
    """Whether a longer name holds this one: “三乡工程”提质三年行动."""
    return any(start <= policy.start and policy.end < end for start, end in places)


def _add(found: list[Policy], taken: set[int], more: Iterable[Policy], overlap: bool = False) -> None:
    """Take what lies on nothing taken before; names that share their ending may `overlap` each other."""
    for policy in more:
        if overlap or taken.isdisjoint(_place(policy)):
            found.append(policy)
            taken.update(_place(policy))


def _place(policy: Policy) -> range:
    return range(policy.start, policy.end)


def _longest(found: Iterable[Policy]) -> list[Policy]:
    """Without those at whose beginning a longer one begins, too."""
    last: dict[int, Policy] = {}
    for policy in found:
        last[policy.start] = policy
    return list(last.values())


def named(name: str, form: str, verb: str = "") -> Readings:
    """The fields of a policy of this name; `form` is titled or programme, `verb` what is done with it."""
    readings: Readings = {"name": Reading(name, name), "form": Reading(form, name)}
    if verb:
        readings["action"] = Reading(verb, verb)
    return readings


def _titled(text: str, start: int, end: int) -> Iterator[Policy]:
    for match in _TITLED.finditer(text, start, end):
        ending = pattern(r"{titles}$|20\d\d$").search(_TRAILER.sub("", match["name"]))
        if ending or (match["name"] == "政府工作报告" and _REPORTED.search(text, start, match.start())):
            readings = named(match["name"], "titled", verb_of(text, start, match.start(), match.end()))
            readings |= _origin(text, start, match)
            yield Policy(
                *match.span(),
                readings,
                told("title 《…{}》", ending[0] if ending else match["name"]),
                sureness.TITLE,
            )


def _origin(text: str, start: int, title: re.Match[str]) -> Readings:
    """The number of an instrument and who issued it, as far as its title or the words around it tell."""
    before = max(start, title.start() - _LONGEST)
    origin: Readings = {}
    number = _NUMBER.match(text, title.end()) or _NUMBER_BEFORE.search(text, before, title.start())
    if number:
        origin["number"] = Reading(number["number"], number["number"])
    issuer = pattern(_TITLE_ISSUER).match(title["name"]) or pattern(_ISSUED).search(
        text, before, title.start()
    )
    if issuer and (organs := _organs(issuer["issuer"])):
        origin["issuer"] = Reading(organs, organs)
    return origin


def _organs(words: str) -> str:
    """The organs at the end of some words, joined by 、 as they are: 加强领导、 | 市委、市政府."""
    organs = takewhile(pattern("(?:{department_endings}|中央)$").search, reversed(words.split("、")))
    return "、".join([*organs][::-1])


def _known(text: str, start: int, end: int) -> Iterator[Policy]:
    for known in _KNOWN:
        for match in known.finditer(text, start, end):
            begin = _own_plan(text, start, *match.span()) if "规划" in match[0] else match.start()
            name = text[begin : match.end()]
            readings = named(name, "programme", verb_of(text, start, begin, match.end()))
            yield Policy(begin, match.end(), readings, told("name {}", match[0]), sureness.PLAN_BY_NAME)


def _own_plan(text: str, start: int, at: int, end: int) -> int:
    """Where the name of a plan begins that is not the nation's: 云岫市工业发展 | “十四五”规划."""
    line = text.rfind("\n", start, at) + 1
    is_title = _TITLE_HEAD.fullmatch(text, line, at) and text[end : end + 1] in ("", "\n")
    return line if is_title else _head(text, start, at)


def _quoted(text: str, start: int, end: int) -> Iterator[Policy]:
    behind, head = -1, ""
    for match in _QUOTED.finditer(text, start, end):
        named_so = _CALLED.search(text, max(start, match.start() - _LONGEST), match.start())
        begin = _head(text, start, match.start())
        if named_so or _is_empty(match["name"], begin < match.start()):
            continue
        if begin < match.start() or not _LIST_SIGN.fullmatch(text, behind, match.start()):
            head = text[begin : match.start()]
        behind = match.end()
        name = head + match[0] if head else match["name"]
        readings = named(name, "programme", verb_of(text, start, begin, match.end()))
        yield Policy(
            begin, match.end(), readings, told("name in marks …{}", match["name"][-2:]), sureness.IN_MARKS
        )


def _is_empty(name: str, has_head: bool) -> bool:
    """Whether a name in marks names nothing: 形象工程, or 一号工程 and 八大行动 without saying of what."""
    if _SEVERAL.match(name):
        return not (has_head and _TOLD_APART.match(name))
    return bool(pattern("{no_programmes}").fullmatch(name)) and not (has_head and _RANKED.match(name))


def _head(text: str, start: int, at: int) -> int:
    """Where a name begins that closes with one in marks: 实施 | 创新成果转化“双百工程”."""
    first = edge(text, max(start, at - _LONGEST), at)
    verb, begin = governor(text, first, at, JOINED)
    own = begin is not None and 2 <= at - begin <= _HEAD and not re.search("[”》]", text[begin:at])
    if begin is None or not own:
        return at
    if joined := last(AND, text[begin:at]):
        begin += joined.end()
    if _OF_ALL.fullmatch(text, begin, at):
        return at
    return begin if is_strong(verb) or (verb and opens_a_name(text[begin:at])) else at


def _near(
    shape: re.Pattern[str], sign: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """The matches of a shape in text[start:end], looked for only around a sign that each must hold."""
    for found in sign.finditer(text, start, end):
        if found.start() >= start:
            first = max(start, found.start() - _AROUND)
            for match in shape.finditer(text, first, min(end, found.end() + _AROUND)):
                yield match
                start = match.end()


def _unmarked(text: str, start: int, end: int) -> Iterator[Policy]:
    for match in _near(pattern(_UNMARKED), _SIGN_OF_TITLE, text, start, end):
        group = str(match.lastgroup)
        readings = named(match[group], "programme", verb_of(text, start, *match.span(group)))
        yield Policy(
            *match.span(group), readings, told("title …{}", match[group][-4:]), sureness.UNMARKED_TITLE
        )


def _programme(found: Programme) -> Policy:
    readings = named(found.name, "programme", found.verb)
    said = told("verb {} + …{}", found.verb, found.ending)
    reason = said if found.verb else told("ending …{}", found.ending)
    return Policy(found.start, found.end, readings, reason, sureness.of_programme(found.ending, found.verb))


def _again(text: str, start: int, end: int, found: list[Policy]) -> Iterator[Policy]:
    """Other mentions of the programmes found: 实施强基提质工程 makes 强基提质工程 known in the whole text."""
    told = (
        str(policy.readings["name"].value) for policy in found if policy.readings["form"].value == "programme"
    )
    known = {form for name in told for form in (name, _TRAILER.sub("", name))}
    own = [name for name in known if len(name) >= _TOLD_ONCE + 2 * name.endswith("工程")]
    for a, b in mentions(text, own, start, end):
        if text[b - 1] == "法" and text[b : b + 1] in _OF_LAWS:
            continue
        yield _mentioned(text, start, a, b, "told before")


def _mentioned(text: str, start: int, first: int, end: int, template: str) -> Policy:
    """The policy that a name known from elsewhere stands for."""
    name = text[first:end]
    form = "titled" if name.startswith("《") else "programme"
    readings = named(name.strip("《》"), form, verb_of(text, start, first, end))
    own = "{}" in template
    return Policy(
        first, end, readings, told(template, *[name] * own), sureness.OWN if own else sureness.TOLD_BEFORE
    )
