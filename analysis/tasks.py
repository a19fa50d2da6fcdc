"""Tasks: whether a sentence directs or commits somebody to do something from now on.

A sentence is judged by its clauses. A clause directs when it opens with a verb of doing (加快, 深入推进), whatever
manner, object or place stands before it, or says that something must be done (要, 必须). What was done, what
outsiders think and general exhortation are no tasks. Each verdict carries its reason.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from analysis.indicators import Words
from analysis.lexicons import lexicon, one_of
from analysis.sections import NOTES, PLAN, REVIEW, Paragraph
from analysis.times import TIME

_HAN = "[一二三四五六七八九十]{1,3}"
MARKER = re.compile(
    rf"[\s●○■◆▲·*•—\-]*(?P<marker>{_HAN}[是要]|第{_HAN}(?=[，、])|[（(](?:{_HAN}|\d{{1,2}})[)）]|{_HAN}、"
    rf"|\d{{1,2}}[.、．](?!\d)|[①-⑳]|其{_HAN})?"
)
"""What may open a sentence: bullets, and an enumerator as written."""

_SPEAKING = "(?:还|并|同时|明确|特别|反复)*(?:指出|强调|要求|提出|明确|部署|表示|认为|号召)"
TOLD = re.compile(
    r"(?:[^，。；“”]{0,12}(?:会议|大会|座谈会|通知|意见|方案|规划|报告|文件|部|委|局|省长|市长|部长|书记|总理)|《[^》]{1,60}》)?"
    rf"{_SPEAKING}(?:[，：,:]|(?=要|“))"
)
"""Who speaks for the issuer: what follows is the issuer's own word."""
_OUTSIDER = re.compile(
    r"(?:记者|院士|教授|专家|学者|博士|董事长|董秘|总经理|总裁|CEO|CTO|CFO|CIO|首席|创始人|研究员|分析师|业内人士"
    r"|(?:协会|学会|联合会|研究院|研究所|研究中心|公司|大学|学院|集团|百人会|证券|银行|专委会)[^，。]{0,14}(?:主任|院长|所长|会长|秘书长|理事长|负责人|校长|主席|人士))"
    r"[^，。；]{0,16}?(?:表示|认为|指出|建议|介绍|说|称|坦言|看来|分析|透露|强调|呼吁|告诉)"
)
_DONE = re.compile(
    r"已(?!定)|(?<![为除])了(?!解|结|望|然|却)|累计|同比|以来|创历史|创.{0,4}新高|荣获|获评|获批|先后|圆满|如期|位居|居全|首次|得到|呈现|成效明显|再上新台阶"
    r"|顺利完成|(?<!确保)(?<!力争)取得[^，。；]{0,8}(?:成效|成绩|进展|成果)"
)
_REPORTED = re.compile(r"(?:编制|制定|提出|确定|作出|考虑|体现|取得|印发|出台|实施|完成|形成|迈出|奠定|积累|创造|赢得)了|有利于|标志着|意味着|说明我")
"""What makes a sentence a report or a remark even among plans."""
_MUST = re.compile(
    r"(?<![主重需必只就还快纲概摘提索紧首简扼])要(?!求|素|点|件|闻|害|略|么|不)|应当|(?<![供顺适响效反对相感呼回照接])应(?!用|对|变|急|届|有|收|链|付|税)|必须|(?<!必)须(?!知)|务必|不得|严禁|力争|确保|切忌"
)
_WILL = re.compile(r"^(?:[●\s]*)?(?:[^，。；]{0,8})?将(?!会|军|来|近)")
_AT = re.compile(
    r"^(?:在|当|于|随着|面对|从|就)[^，]*(?:上|下|中|后|时|方面|期间)$|(?:之时|以来|之际|的同时|看来|来看|期间|为契机|为指导|为主题|为主线)$"
)
_IS = re.compile(
    r"^(?!.{0,6}要)[^，。；“”]{1,40}?(?<![还就若但可凡只即总老硬于])是(?!否|以|不是)[^，。；]{2,}|(?:至关重要|尤为重要|十分重要|势在必行|任重道远|意义重大)"
)
_TARGETS = re.compile(r"(?:预期|主要|发展|奋斗|总体|工作)+(?:目标|指标)(?:任务)?(?:是|为|如下|：)|目标(?:是|为)：?")
_ANNOUNCED = re.compile(
    r"(?:以下|下列|如下|这|[几两三四五六七八九十]{1,2}|\d{1,2})(?:几|[一二三四五六七八九十]{1,2})?(?:个|大|项|件)?(?:方面|重点)(?:的)?(?:重点)?(?:工作|任务)?[。：]?$"
)
_ADDRESS = re.compile(
    r"各位代表|同志们|^让我们|^现在，我|请予审议|诚挚|衷心|致敬|致以|^我代表|祝愿|^欢迎|(?:我们|中国|我国)(?:愿|(?:完全)?有信心|(?:完全)?有能力)|^展望未来|^中国(?:愿|作为|将)"
)
_COMMITS = re.compile(r"[0-9０-９][0-9０-９.．]*[多余]?[万亿]*[多余]?(?:[%％个家户人名项条所座公里亩套件吨元处场辆张台床]|平方|千瓦)|重点(?:仍|还|就|依然)?是(?:要)?")
_ITEM = re.compile(rf"[\s*]*(?:{_HAN}是|[（(]\d{{1,2}}[)）](?=[^。]*\d))")
_FOLLOWING = re.compile(r"(?:下一步|接下来|今后|今年|新的一年)[^。；]{0,30}(?:要|将|必须)")
_ACTORS = re.compile(
    r"(?:国家|各地|各级|各部门|各地区|全省|全市|全区|我们|政府|财政|省级财政|省政府|市政府|企业|单位|地方|中央|有关部门|各单位|本部门|机关)[^，。；]{0,12}?"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence is a task, why, and how sure that is, between 0 and 1."""

    directive: bool
    reason: str
    sureness: float


def verdicts(
    text: str, spans: Sequence[tuple[int, int]], paragraph: Paragraph, words: Words
) -> Iterator[Verdict]:
    """The verdict on each sentence of one paragraph, in order."""
    outsider = paragraph.mode == "" and _speaks_first(text, spans)
    listing = False
    for start, end in spans:
        sentence = text[start:end]
        if paragraph.mode == "":
            told = TOLD.match(sentence, MARKER.match(sentence).end())  # type: ignore[union-attr]
            speaks = _OUTSIDER.search(sentence)
            outsider = bool(speaks) or (outsider and not told)
        listing = listing or bool(_TARGETS.search(sentence))
        yield _verdict(sentence, start, paragraph, outsider, listing, words)
        listing = listing and sentence.endswith("；")


def _speaks_first(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a paragraph opens with the words of an outsider who is named later."""
    return text.startswith(("“", "‘"), spans[0][0]) and any(_OUTSIDER.search(text, *span) for span in spans)


def _verdict(
    sentence: str, offset: int, paragraph: Paragraph, outsider: bool, listing: bool, words: Words
) -> Verdict:
    for reason, applies in (
        ("heading", paragraph.heading),
        ("note", paragraph.mode == NOTES),
        ("review section", paragraph.mode == REVIEW and not _FOLLOWING.match(sentence)),
        ("said by an outsider", outsider),
        ("list of targets", listing),
        ("address", bool(_ADDRESS.search(sentence))),
        ("announces a list", bool(_ANNOUNCED.search(sentence))),
        ("report", bool(_REPORTED.search(sentence)) and not _MUST.match(sentence)),
    ):
        if applies:
            return Verdict(False, reason, 0.9)
    return _by_clauses(sentence, offset, paragraph, words)


def _by_clauses(sentence: str, offset: int, paragraph: Paragraph, words: Words) -> Verdict:
    told = TOLD.match(sentence, MARKER.match(sentence).end())  # type: ignore[union-attr]
    body = told.end() if told else MARKER.match(sentence).end()  # type: ignore[union-attr]
    if not told and paragraph.mode != PLAN and (done := _DONE.search(sentence)):
        return Verdict(False, f"done: {done[0]}", 0.8)
    for clause in _CLAUSE.finditer(sentence, body):
        said = _directs(clause[0], offset + clause.start(), words)
        if said and (general := _exhortation().search(clause[0])):
            return Verdict(False, f"exhortation {general[0]}", 0.7)
        if said:
            return Verdict(True, said, 0.95 if paragraph.mode == PLAN or told else 0.8)
    if paragraph.mode == PLAN and not _IS.search(sentence) and (commits := _COMMITS.search(sentence)):
        return Verdict(True, f"commits to {commits[0]}", 0.7)
    if paragraph.mode == PLAN and (item := _ITEM.match(sentence)):
        return Verdict(True, f"item {item[0]}", 0.6)
    return Verdict(False, "no directive clause", 0.7)


_OPENING = 12
"""Characters of a clause in which its verb must come, where only manner stands before it."""
_CLAUSE = re.compile(r"[^，。；：！？、“”\s](?:[^，。；：！？\n])*")


def _directs(clause: str, offset: int, words: Words) -> str:
    """How a clause directs, in words; empty where it does not."""
    if _AT.search(clause) or _IS.search(clause):
        return ""
    if must := _MUST.search(clause):
        return f"modal {must[0]}"
    if will := _WILL.match(clause):
        return f"modal {will[0]}"
    if opens := _opening().match(clause):
        return f"verb {opens['verb']}"
    if clause.startswith("把"):
        return "object put first 把"
    for start, end in words.between(offset, offset + min(_OPENING, len(clause))):
        word = clause[start - offset : end - offset]
        if word not in _manners():
            return f"verb {word}" if word in _short_verbs() else ""
    return ""


@cache
def _manners() -> frozenset[str]:
    return frozenset((*lexicon("adverbs"), "地"))


@cache
def _short_verbs() -> frozenset[str]:
    return frozenset(word for word in lexicon("directives") if len(word) == 1)


@cache
def _opening() -> re.Pattern[str]:
    """A verb that opens a clause, behind adverbs, an actor or an object put first (把, 对, 以…)."""
    verbs = "|".join(re.escape(word) for word in lexicon("directives") if len(word) > 1)
    manner = rf"(?:{one_of('adverbs')}|地)*"
    put_first = r"(?:把|将|对|向|为|以|用|从|按|按照|依托|围绕|针对|在|通过|根据|依法|由|与|同|给|使|就)[^，。；]{1,60}?"
    when = rf"(?:(?:到|至|自|从)?{TIME}起?)?"
    return re.compile(rf"{when}{manner}(?:{_ACTORS.pattern})?(?:{put_first})?{manner}(?P<verb>{verbs})")


@cache
def _exhortation() -> re.Pattern[str]:
    return re.compile(one_of("exhortations"))
