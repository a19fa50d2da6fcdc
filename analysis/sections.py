"""What each paragraph of a document talks about: what was done (a review), what is to be done (a plan), when.

Read from headings (一、2022年工作回顾) and, where a heading promises both or there is none, from the opening
words of paragraphs (过去五年，… 今年要重点做好…).
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from analysis.times import Period, Time, times, years

NOTES = "notes"
REVIEW = "review"
PLAN = "plan"
_BOTH = "both"

_REVIEW_CUES = re.compile(
    r"回顾|成就|总结|基本情况|(?:工作|完成|执行|落实|进展)情况|过去的?[一二三四五几]年|[一二三四五]年来|主要成绩|工作进展|成效$|体会|基本经验|的[一二三四五]年$"
)
_STATE_CUES = re.compile(r"现状|形势|发展环境|(?:发展|工作|现实)基础|存在的?(?:主要)?(?:问题|困难)")
_PLAN_CUES = re.compile(
    r"安排|部署|任务|重点工作|今后|未来|下一步|总体(?:要求|思路|考虑|部署|安排)|主要考虑|指导思想|基本原则|目标|保障措施|工作(?:建议|意见)|展望|打算|工作思路|愿景|政策取向"
    r"|新的一年|(?:今年|明年)的?(?:政府|主要)?工作"
)
_YEAR_OPENING = re.compile(
    r"(?:各位代表[！!，：]?)?\s*((?:(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?!\d)|“?十[一二三四五六]?五”?(?:时期|期间))"
    r"(?!以来|初|[到至—－-]|\s?[\d一二三四五六七八九十]{1,3}月)"
)
_GOALS = re.compile("[、.．)）](?:主要|发展|工作|总体|具体|阶段性?|奋斗|预期)*目标[。：]?$")
"""A heading under which states stand that are to be reached."""
_LATELY = 5
"""Years back that a review speaks of."""
_REVIEW_ENDS = ("回顾", "成就", "总结", "成效", "情况", "一年", "三年", "四年", "五年")
_LOOKS_AT_PAST = re.compile(r"回顾|总结|过去|以来|(?:19|20)\d\d年")
"""What brings a report back to a review after its plans; 干出新成效 alone is hoped for."""
_PAST_OPENING = re.compile(
    r"(?:各位代表[！!，：]?)?\s*(?:过去(?:的)?(?:一|五|两|三|四|几)?年|刚刚过去|(?:一|五|三|四|两)年来|(?:这|近|前|上)(?:一|五|三|四|两|几)年"
    r"|去年|上年|回顾|在肯定成绩|在看到成绩|(?:同时|当然)，?(?:我们)?(?:也|还|必须|要)?(?:应该|应当|应)?(?:清醒|深刻)"
    r"|我们也(?:清醒|深刻)|.{0,20}存在(?:不少|一些|许多|的)(?:困难|问题|不足|矛盾)|这些成绩|成绩的?取得|.{0,12}取得的成绩|“?十[一二三]五”?时期)"
)
_AHEAD_OPENING = re.compile(
    r"(?:各位代表[！!，：]?)?\s*(?:今年|新的一年|今后|未来|下一步|下一阶段|接下来|展望|做好今年|(?:“十[四五六]五”|本届政府|明年).{0,60}?(?:要|将|目标|任务|是)"
    r"|(?:主要|总体|发展|工作|预期)+(?:目标|要求|思路|任务)|(?:要)?重点(?:做好|抓好|工作)|当前和今后|要准确把握|综合考虑|按照上述)"
)
_LEVELS = (
    (0, re.compile(r"第[一二三四五六七八九十百\d]+[编篇章部]")),
    (2, re.compile(r"[一二三四五六七八九十]{1,3}[、.．]")),
    (3, re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]+节")),
    (4, re.compile(r"\d{1,2}[.．、]|[（(]\d{1,2}[)）]")),
)
_TITLE, _NUMBERED, _OTHER = 1, 2, 9
"""Levels of a heading that promises something without a number, of one numbered 一、, of any other line."""
_ENDED = re.compile(r"[。！？；：，…!?;:,][”’」』）)*]*$")
_INNER_STOP = re.compile(r"[。；]|^[—\-]")
_LONGEST_HEADING = 60
_TITLE_LINES = 3
_OPENING = 16
"""Characters at the beginning of a paragraph in which a time holds for the whole of it."""
_BASELINE = ("比", "较", "与")
TIMES_OF = re.compile(r"的[^，。；]{0,6}倍")
"""Behind a year that something is compared with: 是2012年的1.5倍."""
_MARKUP = "*# \u3000\t"
_PLANNING_TITLE = re.compile(r"规划|计划|方案|意见|通知|要点|措施|办法|安排|部署|任务分工|一号文件|决定|细则")
_NEWS = re.compile(
    r"(?:会议?|座谈会|发布会)[^。\n]{0,24}(?:召开|举行)|召开[^。\n]{2,24}会|记者|[日社]电|^本报", re.MULTILINE
)
"""What the head of a text says that tells of a plan, rather than being one."""
_NOTES = re.compile(r"名词解释|名词注释|注释$|附注$")
_NOTE = re.compile(r"[\[［]\d+[\]］]|注\d*[.．：]|\d+[.．][^，。；]{1,30}：[^，。；]{0,20}?(?:是?指|即|包括)")
_GOES_ON = re.compile("[②-⑳]")
"""How a note goes on in a line of its own: 注：①… | ②…"""
_DAY = re.compile(r"((?:19|20)\d\d)\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
_YEAR = re.compile(r"(?<![到至—\-－～~])((?:19|20)\d\d)\s?年")
_HEADLINE = re.compile(r"报告|\d\s?年\s?\d{1,2}\s?月|[：:]")
"""What titles, dates and bylines have in them, but not the headings of sections."""
_LOOKS_BACK = 3
"""A document that names a year this many times as often as the next one may still speak in the next."""
_HEAD = 400
"""Characters at the head of a text in which its date stands."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text with its mode ("review", "plan", "notes" or "" where nothing tells) and its time.

    `goals` tells that it stands under a heading such as 主要目标: it says what is to be reached.
    `period` is the time its statements hold for or are due, if its opening words or its section tell; `year`
    is the year that 年底 means in it.
    """

    start: int
    end: int
    heading: bool
    mode: str
    period: Period | None
    year: int | None
    goals: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The paragraphs of a text in order, and the year that it calls 今年."""

    reference: int | None
    paragraphs: tuple[Paragraph, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> Paragraph:
        """The paragraph that holds an offset."""
        return self.paragraphs[max(0, bisect_right(self.starts, offset) - 1)]


@dataclass(frozen=True, slots=True)
class _Section:
    """`open`: the openings of its paragraphs tell the mode, each until the next one does. `report`: the
    whole of a report to a congress. `anew`: its number is of a second count. `goals`: it tells what is to be
    reached."""

    level: int
    mode: str
    open: bool
    period: Period | None
    report: bool = False
    anew: bool = False
    goals: bool = False


@lru_cache(maxsize=4)
def outline(text: str, headings: frozenset[int] = frozenset(), reference: int | None = None) -> Outline:
    """The outline of a text. `headings` are the offsets of lines that an importer knows as such.

    Besides, a short numbered line (一、) is taken for one, and one without a stop that stands before text.
    The first line, the title, opens none.

    Without `reference` the year is told from the text.
    """
    reference = reference or year_of(text)
    blank = Paragraph(0, len(text), False, "", None, reference)
    paragraphs = tuple(_paragraphs(text, headings, reference)) or (blank,)
    return Outline(reference, paragraphs, tuple(paragraph.start for paragraph in paragraphs))


def year_of(text: str) -> int | None:
    """The year a document speaks in: that of the date at its head, of its headings, or the one named most."""
    if dated := _DAY.search(text[:_HEAD]):
        return int(dated[1])
    for line in re.findall(rf"^.{{1,{_LONGEST_HEADING}}}$", text, re.MULTILINE):
        if (named := _YEAR.search(line)) and not _ENDED.search(line.strip(_MARKUP)):
            if _REVIEW_CUES.search(line):
                return int(named[1]) + 1
            if _PLAN_CUES.search(line) or "报告" in line:
                return int(named[1])
    counted = Counter(map(int, _YEAR.findall(text)))
    if not counted:
        return None
    most, times_named = counted.most_common(1)[0]
    return most + (counted[most + 1] >= max(2, times_named / _LOOKS_BACK))


def _paragraphs(text: str, headings: frozenset[int], reference: int | None) -> Iterator[Paragraph]:
    sections = [_root(text[:_HEAD], reference)]
    lines = [(match.span(), match[0].strip(_MARKUP)) for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    title = lines[0][0][0] if lines else 0
    noted = False
    for (span, line), (_, following) in pairwise([*lines, ((len(text), len(text)), "")]):
        likely = span[0] != title and (span[0] in headings or _stands_before(following))
        head = _bold_head(line, reference)
        level = _level(head, likely or head != line, reference)
        if level is not None:
            sibling = None
            while len(sections) > 1 and sections[-1].level >= level:
                sibling = sections.pop()
            sections.append(_section(level, head, sections[-1], sibling, reference))
        else:
            sections[-1] = _told(line, sections[-1], reference)
        heading = len(line) <= _LONGEST_HEADING and not _ENDED.search(line) and not _INNER_STOP.search(line)
        noted = noted and bool(_GOES_ON.match(line))
        paragraph = _paragraph(span, line, heading, sections[-1], reference)
        yield replace(paragraph, mode=NOTES) if noted else paragraph
        noted = noted or bool(_NOTE.match(line))


def _bold_head(line: str, reference: int | None) -> str:
    """The line, or of one that goes on behind its own heading (**二、今年任务** 今年…) that heading."""
    head, bold, _ = line.partition("**")
    short = bold and len(head) <= _LONGEST_HEADING
    return head if short and (_numbered(head) is not None or _cue(head, reference)) else line


def _stands_before(line: str) -> bool:
    """Whether a line is what follows a heading: text or a numbered line, not another cell of a table."""
    return len(line) > _LONGEST_HEADING or bool(_ENDED.search(line)) or _numbered(line) is not None


def _root(head: str, reference: int | None) -> _Section:
    """The whole document, as far as its title tells: a plan, a plan of some years, a report to a congress."""
    lines = [line.strip(_MARKUP) for line in head.split("\n")[:_TITLE_LINES]]
    title = "".join(line for line in lines if len(line) <= _LONGEST_HEADING and not _ENDED.search(line))
    planning = bool(_PLANNING_TITLE.search(title)) and "会议" not in title and not _NEWS.search(head)
    report = "各位代表" in head
    period = _period(title, reference) if planning else None
    return _Section(-1, PLAN if planning else "", report, period, report)


def _numbered(line: str) -> int | None:
    return next((level for level, shape in _LEVELS if shape.match(line)), None)


def _level(line: str, likely: bool, reference: int | None) -> int | None:
    """The level of a line that is a heading by its number or `likely` one; None for one that is not."""
    if not line or len(line) > _LONGEST_HEADING:
        return None
    numbered = _numbered(line)
    if numbered is not None or not likely or _ENDED.search(line) or _INNER_STOP.search(line):
        return numbered
    return _TITLE if _cue(line, reference) else _OTHER


def _cue(line: str, reference: int | None) -> str:
    """What a heading promises: review, plan, both, notes or nothing; a year gone by tells a review."""
    if _NOTES.search(line):
        return NOTES
    if _HEADLINE.search(line):
        return ""
    named = [int(year) for year in _YEAR.findall(line)]
    reviews = bool(_REVIEW_CUES.search(line)) or (
        reference is not None and min(named, default=9999) < reference
    )
    plans = bool(_PLAN_CUES.search(line)) or (reference in named)
    if reviews and plans:
        return REVIEW if line.rstrip(_MARKUP).endswith(_REVIEW_ENDS) else _BOTH
    return REVIEW if reviews else PLAN if plans else REVIEW if _STATE_CUES.search(line) else ""


def _section(
    level: int, line: str, parent: _Section, sibling: _Section | None, reference: int | None
) -> _Section:
    """The section that a heading opens; what it does not tell it has from the one above or the one before.

    A report to a congress reviews in its first section and plans in the next, whatever their headings say.
    """
    cue = _cue(line, reference) if level <= _NUMBERED or parent.open else ""
    above = sibling if sibling and parent.level < 0 else parent
    if cue == REVIEW and parent.report and above.mode == PLAN and not _LOOKS_AT_PAST.search(line):
        cue = ""
    if not cue and level == _NUMBERED and parent.report:
        cue = REVIEW if sibling is None or sibling.level > level else PLAN
    anew = level == _NUMBERED and not cue and _begins_anew(line, sibling)
    cue = PLAN if anew else cue
    mode = REVIEW if cue == _BOTH else cue or above.mode
    inherited = next((section.period for section in (above, parent) if section.mode == mode), None)
    period = _period(line, reference) or inherited or _usual(mode, reference)
    goals = parent.goals or bool(_GOALS.search(line))
    return _Section(level, mode, cue == _BOTH or (above.open and not cue), period, anew=anew, goals=goals)


def _begins_anew(line: str, sibling: _Section | None) -> bool:
    """Whether 一、 comes again after the numbers of a review, or came: what follows is planned."""
    if sibling is None or sibling.level != _NUMBERED:
        return False
    return sibling.anew or (sibling.mode == REVIEW and line.startswith("一、"))


def _told(line: str, section: _Section, reference: int | None) -> _Section:
    """The section as its next paragraph finds it: an opening that tells the mode or the time changes both."""
    mode = _by_year(line, reference)
    mode = mode or (REVIEW if _PAST_OPENING.match(line) else PLAN if _AHEAD_OPENING.match(line) else "")
    if not section.open or not mode:
        return section
    return replace(section, mode=mode, period=_period(line[:20], reference) or _usual(mode, reference))


def _by_year(line: str, reference: int | None) -> str:
    """The mode of a paragraph that opens with a year or a five-year plan: gone by, or this one and later."""
    opening = _YEAR_OPENING.match(line)
    time = next(times(opening[1], reference), None) if opening and reference else None
    ahead = time.period.last.year - reference if time and reference else None
    return "" if ahead is None or ahead < -_LATELY else REVIEW if ahead < 0 else PLAN


def _paragraph(
    span: tuple[int, int], line: str, heading: bool, section: _Section, reference: int | None
) -> Paragraph:
    period = _period(line[:_OPENING], reference) or section.period
    mode = NOTES if _NOTE.match(line) else section.mode
    year = period.last.year if period else reference
    return Paragraph(*span, heading, mode, period, year, section.goals)


def _period(words: str, reference: int | None) -> Period | None:
    """The first stretch of time in some words that is neither a date due nor a baseline."""
    found = (time for time in times(words, reference) if _stands(words, time))
    return next((time.period for time in found if time.period.first), None)


def _stands(words: str, time: Time) -> bool:
    """Whether a time is that of what is said, and not what it is compared with."""
    return not (words[: time.start].endswith(_BASELINE) or TIMES_OF.match(words, time.end))


def _usual(mode: str, reference: int | None) -> Period | None:
    """A review is of last year, a plan for this one."""
    return years(reference - (mode == REVIEW)) if mode and reference else None
