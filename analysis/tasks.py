"""Tasks: whether a sentence directs or commits somebody to do something from now on.

A sentence is judged by its clauses. A clause directs when it opens with a verb of doing (加快, 深入推进),
whatever time, manner or object stands before it, or says that something must be done (要, 必须). What was
done, what outsiders think and general exhortation are no tasks. Each verdict carries its reason.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from analysis.bylines import byline
from analysis.indicators import Words
from analysis.lexicons import pattern, words_of
from analysis.reasons import told
from analysis.sections import NOTES, PLAN, REVIEW, Paragraph
from analysis.times import TIME, times

_HAN = "[一二三四五六七八九十]{1,3}"
MARKER = re.compile(
    rf"[\s●○■◆▲·*•—\-]*(?P<marker>{_HAN}[是要]|第{_HAN}(?=[，、])|[（(](?:{_HAN}|\d{{1,2}})[)）]|{_HAN}、"
    rf"|\d{{1,2}}[.、．](?!\d)|[①-⑳]|其{_HAN})?"
)
"""What may open a sentence: bullets, and an enumerator as written. It matches everywhere."""

TOLD = (
    r"(?:[^，。；“”]{0,12}{issuers}|《[^》]{1,60}》)?"
    r"(?:还|并|同时|明确|特别|反复)*(?:指出|强调|要求|提出|明确|部署|表示|认为|号召)(?:[，：,:]|(?=要|“))"
)
"""Who speaks for the issuer: what follows is the issuer's own word. A template of `pattern`."""
_SAID = r"[^。；]{0,40}?{said}(?:[，：]“?|“)"
_OUTSIDER = (
    r"(?:{speakers}|(?<![对向诉受])记者(?!的?采访|的?提问)|{bodies}[^，。]{0,14}{heads})"
    r"[^，。；]{0,16}?(?:接受[^，。；]{0,16})?{said}"
)

_DONE = (
    r"{done}|已(?!定)|(?<![为除])了(?!解|结|望|然|却)|创.{0,4}新高"
    r"|(?<!确保)(?<!力争)取得[^，。；]{0,8}(?:成效|成绩|进展|成果)"
)
_REPORTED = r"{reported}了|(?:^|，)有利于|标志着|意味着"
"""What makes a sentence a report or a remark even among plans."""
_NARRATED = (
    r"{meetings}[^，。；]{0,24}(?:召开|举行)|召开[^，。；]{2,30}{meetings}|出席|主持会议"
    r"|(?<![工合])作[^，。；]{0,6}(?:报告|发言)|并讲话|作了?(?:重要)?讲话|记者|^{meetings}(?:上|的主要任务|以|由|认真|深入|全面|总结|传达|听取|审议|通报|回顾|分析)|^(?:近日|日前|当天)"
)
"""How news tells of a meeting itself."""
_MUST = re.compile(
    r"(?<![主重需必只就还快纲概摘提索紧首简扼])要(?!求|素|点|件|闻|害|略|么|不)|应当|必须|(?<!必)须(?!知)"
    r"|(?<![供顺适响效反对相感呼回照接])应(?!用|对|变|急|届|有|收|链|付|税)|务必|不得|不准|严禁|力争|确保|切忌"
)
_WILL = re.compile(r"[●\s]*[^，。；]{0,8}将(?!会|军|来|近)")
_AT = re.compile(
    r"^(?:在|当|于|随着|面对|从|就)[^，]*(?:上|下|中|后|时|方面|期间)$"
    r"|(?:之时|以来|之际|的同时|看来|来看|期间|为契机|为指导|为主题|为主线)$"
)
_RESULT = (
    r"(?:取得|实现|迈出|迈上|再上|创)[^，。；]{0,10}(?:突破|进展|成效|成绩|台阶|步伐|新高)[。；]$"
    r"|[^，。；]{4,}(?:{improving}{improved}|步伐加快|成效明显)[。；]$"
)
"""How the theme of a paragraph says what was reached; what follows in the paragraph tells of it."""
_IS = re.compile(
    r"^(?!.{0,6}要)[^，。；“”]{1,40}?(?<![还就若但可凡只即总老硬于别其论管])是(?!否|以|不是)[^，。；]{2,}"
    r"|(?:至关重要|尤为重要|十分重要|势在必行|任重道远|意义重大)|具有[^，。；]*(?:地位|作用|意义)(?=[，。；]|$)"
)
_TARGETS = re.compile(
    r"(?:预期|主要|发展|奋斗|总体|工作)+(?:目标|指标)(?:任务)?(?:是|为|如下|：)|目标(?:是|为)：?"
)
_SOME = r"(?:[一二三四五六七八九十]{1,2}|\d{1,2}|几)"
_WORK = "(?:工作|任务|举措|措施|着手|入手|发力|推进|下功夫|开展工作)"
_ANNOUNCED = re.compile(
    rf"(?:(?:以下|下列|如下)(?:{_SOME}|个|大|项|件|方面|重点|主要|的){{0,5}}{_WORK}"
    rf"|{_SOME}(?:个|大|项|件)?(?:方面|重点)的?(?:重点)?{_WORK}{{0,2}})[。：]?$"
    r"|[，、]现[^，。；]{0,60}(?:如下|以下[^，。；]{0,8}|印发[^。；]*)[。：]?$|制定本[^，。；]{2,10}。$"
    rf"|^(?:（{_HAN}）|{_HAN}、|\d{{1,2}}[.．、]|——)?\s*(?:指导思想|基本原则|工作原则|总体思路|总体要求|工作要求"
    r"|(?:总体|发展|工作|主要|具体|阶段性?)*(?:目标|任务)|适用范围|保障措施|有关要求|其他事项)[。：]?$"
)
_COUNTED_LIST = re.compile(r"[^，。；]{0,30}?(?:方面|举措|事项)[^，。；]{0,4}?\d{1,3}[项条个]：")
_SHORT_HEADING = 40
_COUNTS_ITEMS = re.compile(r"方面\d{1,3}[项条个]。$")
"""What counts the items it names, or would name: 知识产权方面5项：…"""
_REACHED = re.compile("^verb (?:形成|实现|达到|走出|布局|建成|迈上|取得|构成|完成)$")
"""Among goals, what tells a state that is to be reached rather than what is to be done."""
_GOALS = re.compile(rf"^(?:（{_HAN}）|{_HAN}、|\d{{1,2}}[.．、])?(?:主要|发展|工作|总体|具体|奋斗)+目标。$")
_STATE = re.compile(
    "^(?!使|让)[^，。；]*的[^，。；]{2,16}(?:(?:得以|得到|显著|明显|更加)[^，。；]{2,8}"
    "|(?:基本|初步|全面)(?:形成|健全|建立|确立|完成|实现|建成|消除|成型|定型|解决|满足|稳定|发展|加强))[。；]?$"
)
"""What is said of a thing that a clause only tells apart: 推进园区振兴 | 的思路得以确立."""
_NUMBERED_NOUN = re.compile(
    rf"^(?:（{_HAN}）|{_HAN}、|\d{{1,2}}[.、．])\s*"
    "(?:考核|申报|申请|适用|实施|补助|资助|奖励|评价|评选|评审|认定|工作|资金|报名|参评|验收|检查|活动|受理|办理|扶持|支持){1,2}"
    "的?(?:对象|标准|内容|范围|依据|目的|程序|时间|流程|方式|形式|条件|步骤|名单|说明|要求|期限)[。：]?$"
)
"""A heading that is the name of a thing: 1.考核对象。"""
_ADDRESS = (
    r"{addresses}|我们(?:一定|坚信|相信)(?!要求)|^让我们|^现在，我|^我代表|^欢迎|^展望|^中国(?:愿|作为|将)"
    r"|(?:我们|中国|我国)(?:愿|(?:完全)?有信心|(?:完全)?有能力)"
)
_COMMITS = (
    r"(?<!\d)(?!(?:19|20)\d\d年)[0-9０-９][0-9０-９.．]*[多余]?[万亿]*[多余]?(?:[%％]|{units})"
    r"|重点(?:仍|还|就|依然)?是要?"
)
_ASSIGNED = re.compile(
    r"由[^，。；由]{2,40}(?:另行|负责|会同|承担|牵头|(?:确定|制定|公布|核定|审核|办理|统筹)(?=[。；，]|$))"
)
"""Who is charged with what the clause names first: …名单由省文物局另行公布."""
_IN_THE_SPIRIT = "(?:{adverbs})*(?:学习)?(?:贯彻|落实)"
"""A first clause that says in whose spirit; what is to be done follows."""
_ITEM = re.compile(rf"[\s*]*(?:{_HAN}是|[（(]\d{{1,2}}[)）](?=[^。]*\d))")
_AHEAD = re.compile(r"下一步|下一阶段|接下来|今后|未来|新的一年|[^，。；]{0,12}将(?!会|军|来|近)")
_FOLLOWING = re.compile(r"(?:下一步|接下来|今后|今年|新的一年)[^。；]{0,30}(?:要|将|必须)")
_FIGURE = re.compile(r"\d[\d.]*[万亿]*(?:[%％]|个?百分点|元|人|斤|吨|家|户)")
_CLAUSE = re.compile(r"[^，。；：！？、“”\s][^，。；：！？\n]*")
_PUT_FIRST = (
    r"(?:把|将|对|向|为|以|用|从|按|按照|依托|围绕|针对|在|通过|根据|依法|由|与|同|给|使|就)[^，。；]{1,60}?"
)
_MANNER = (
    "一[^“”，。；]{1,3}一[策案议法责]”|(?:毫?不|有)[^，。；的]{1,3}(?:、有[^，。；的]{1,3})?地"
    "|[^，。；的]{2}而又?[^，。；的]{2}地"
)
"""How something is done, in words of its own: 积极而又大胆地 | 探索, “一园一策” | 深化."""
_SUBJECT = re.compile("，(?:既|就|也|更|都|正)?是(?!否)|，(?:直接)?关系(?![^，。；]{0,6}的)|，事关")
"""Behind a clause that the rest of the sentence says something of: 整顿秩序 | ，是发展的要求."""
_VERB_FIRST = (
    rf"(?:(?:到|至|自|从)?{TIME}起?)?(?:{_MANNER})?"
    rf"(?:{{adverbs}}|地){{0,6}}(?:{{subjects}}[^，。；]{{0,12}}?)?(?:{_PUT_FIRST})?"
    r"(?:{adverbs}|地){0,6}(?P<verb>{directives})"
)
"""A verb that opens a clause, behind a time, adverbs, an actor or an object put first (把, 对, 以…)."""
_OPENING = 12
"""Characters at the head of a clause in which its time or, behind manner, its verb must come."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence is a task, why, and how sure that is, between 0 and 1."""

    directive: bool
    reason: str
    sureness: float


def verdicts(
    text: str,
    spans: Sequence[tuple[int, int]],
    paragraph: Paragraph,
    words: Words,
    reference: int | None = None,
    own: Collection[str] = (),
) -> Iterator[Verdict]:
    """The verdict on each sentence of one paragraph, in order; `reference` is the year called 今年.

    `own` are departments that the analyst knows may be told to act.
    """
    unsaid = paragraph.mode == ""
    outsider = unsaid and _outsider_first(text, spans)
    listing = past = goes_on = False
    counted = bool(_COUNTED_LIST.match(text, spans[0][0], spans[0][1]))
    goals = paragraph.goals or bool(_GOALS.match(text[slice(*spans[0])]))
    for start, end in spans:
        sentence = text[start:end]
        spoken = pattern(TOLD).match(sentence, _body(sentence))
        if unsaid:
            speaks = pattern(_OUTSIDER).search(sentence)
            outsider = bool(speaks) or (outsider and not spoken)
        listing = (listing and (goes_on or _only_figures(sentence))) or bool(_TARGETS.search(sentence))
        reports = unsaid and start == spans[0][0] and _is_result(sentence, start, words)
        past = _is_past(sentence, reference, reports or (past and unsaid and not spoken))
        context = _Context(paragraph, words, outsider, listing or counted, past, goals, tuple(own))
        yield _verdict(sentence, start, context)
        goes_on = sentence.endswith("；")


def _only_figures(sentence: str) -> bool:
    """Whether each clause states an amount, as in a list of targets that goes on in the next sentence."""
    return all(_FIGURE.search(clause[0]) for clause in _CLAUSE.finditer(sentence))


def _is_past(sentence: str, reference: int | None, before: bool) -> bool:
    """Whether a sentence opens with a year gone by, or goes on from one that did."""
    body = _said(sentence)
    if _AHEAD.match(sentence, body):
        return False
    opening = next(times(sentence[body : body + _OPENING], reference), None) if reference else None
    if not opening or pattern("{policy_verbs}").search(sentence, body, body + opening.start):
        return before
    return opening.period.last.year < (reference or 0)


def _said(sentence: str) -> int:
    """Where a sentence begins that follows on who says it, or on a marker."""
    said = pattern(_SAID).match(sentence)
    return said.end() if said else _body(sentence)


def _is_result(sentence: str, offset: int, words: Words) -> bool:
    """Whether a sentence says what was reached, and no clause of it directs."""
    return bool(pattern(_RESULT).search(sentence)) and not any(
        _directs(clause[0], offset + clause.start(), words)
        for clause in _CLAUSE.finditer(sentence, _body(sentence))
    )


def _outsider_first(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a paragraph opens with the words of an outsider who is named later."""
    opens = text.startswith(("“", "‘"), spans[0][0])
    return opens and any(pattern(_OUTSIDER).search(text, *span) for span in spans)


def _body(sentence: str) -> int:
    opening = MARKER.match(sentence)
    return opening.end() if opening else 0


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known of a sentence from around it."""

    paragraph: Paragraph
    words: Words
    outsider: bool
    listing: bool
    past: bool
    goals: bool
    own: tuple[str, ...]


def _verdict(sentence: str, offset: int, context: _Context) -> Verdict:
    against = next((reason for reason, applies in _REASONS if applies(sentence, context)), "")
    return Verdict(False, against, 0.9) if against else _by_clauses(sentence, offset, context)


def _announces(sentence: str) -> bool:
    if len(sentence) < _SHORT_HEADING and (_COUNTS_ITEMS.search(sentence) or _NUMBERED_NOUN.match(sentence)):
        return True
    return bool(_ANNOUNCED.search(sentence))


def _asks(sentence: str, body: int) -> bool:
    """Whether the words that begin at `body` open with something that must be done."""
    return bool(_MUST.search(sentence, body, body + _OPENING))


def _asks_from(sentence: str, offset: int) -> bool:
    """Whether a clause that begins behind `offset` asks: …推进了园区建设，今年要…"""
    comma = sentence.find("，", offset)
    return comma >= 0 and any(
        _asks(sentence, clause.start()) for clause in _CLAUSE.finditer(sentence, comma + 1)
    )


def _by_clauses(sentence: str, offset: int, context: _Context) -> Verdict:
    body = _body(sentence)
    spoken = pattern(TOLD).match(sentence, body)
    planned = context.paragraph.mode == PLAN
    body = spoken.end() if spoken else body
    done = None if planned else pattern(_DONE).search(sentence, body)
    if done and not (spoken and _asks(sentence, body)) and not _asks_from(sentence, done.end()):
        return Verdict(False, f"done: {done[0]}", 0.8)
    body += next((len(name) for name in context.own if sentence.startswith(name, body)), 0)
    exhorted = False
    for clause in _CLAUSE.finditer(sentence, body):
        if _SUBJECT.match(sentence, clause.end()):
            continue
        said = _directs(clause[0], offset + clause.start(), context.words)
        if context.goals and _REACHED.search(said):
            continue
        if said and (general := pattern("{exhortations}").search(clause[0])):
            if not pattern(_IN_THE_SPIRIT).match(clause[0]) or exhorted:
                return Verdict(False, f"exhortation {general[0]}", 0.7)
            exhorted = True
        elif said:
            return Verdict(True, said, 0.97 if planned or spoken else 0.9)
    return _by_plan(sentence) if planned and not context.goals else Verdict(False, "no directive clause", 0.7)


def _by_plan(sentence: str) -> Verdict:
    """Among plans an amount commits without a verb (…资费再降10%), and so does an item of a list."""
    commits = None if _IS.search(sentence) else pattern(_COMMITS).search(sentence)
    if commits:
        return Verdict(True, told("commits to {}", commits[0]), 0.7)
    if item := _ITEM.match(sentence):
        return Verdict(True, told("item {}", item[0].strip()), 0.6)
    return Verdict(False, "no directive clause", 0.7)


def _directs(clause: str, offset: int, words: Words) -> str:
    """How a clause directs, in words; empty where it does not."""
    if _AT.search(clause) or _IS.search(clause):
        return ""
    if modal := _MUST.search(clause) or _WILL.match(clause):
        return told("modal {}", modal[0].strip())
    if by := _ASSIGNED.search(clause):
        return told("modal {}", by[0])
    if _STATE.search(clause):
        return ""
    if opens := pattern(_VERB_FIRST).match(clause):
        return told("verb {}", opens["verb"])
    if pattern("(?:{adverbs})*把").match(clause):
        return "object put first 把"
    return _short_verb(clause, offset, words)


def _short_verb(clause: str, offset: int, words: Words) -> str:
    """A verb of one character opens a clause only as a word of its own: 建 a school, not 建筑."""
    for start, end in words.between(offset, offset + min(_OPENING, len(clause))):
        word = clause[start - offset : end - offset]
        if word != "地" and word not in words_of("adverbs"):
            return told("verb {}", word) if word in words_of("short_directives") else ""
    return ""


_REASONS: tuple[tuple[str, Callable[[str, _Context], object]], ...] = (
    ("heading", lambda _, context: context.paragraph.heading),
    ("note", lambda _, context: context.paragraph.mode == NOTES),
    ("byline", lambda sentence, _: byline(sentence)),
    (
        "review section",
        lambda sentence, context: context.paragraph.mode == REVIEW and not _FOLLOWING.match(sentence),
    ),
    ("said by an outsider", lambda _, context: context.outsider),
    ("of what was", lambda sentence, context: context.past and not _MUST.search(sentence)),
    ("list of targets", lambda _, context: context.listing),
    ("address", lambda sentence, _: pattern(_ADDRESS).search(sentence)),
    ("announces a list", lambda sentence, _: _announces(sentence)),
    ("question", lambda sentence, _: sentence.endswith(("？", "?"))),
    (
        "report",
        lambda sentence, _: pattern(_REPORTED).search(sentence) and not _asks(sentence, _body(sentence)),
    ),
    (
        "narration",
        lambda sentence, context: (
            not context.paragraph.mode and pattern(_NARRATED).search(sentence, _said(sentence))
        ),
    ),
)
"""What makes a sentence no task whatever its clauses say, by its name."""
