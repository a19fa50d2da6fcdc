"""Targets: the numbers of a sentence that promise or report something.

This module decides whether a number is planned or actual and when it holds; which numbers count is told by
`analysis/counting.py`, what each one measures by `analysis/indicators.py`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.counting import LONGEST_LIST, list_length, shared, why_not
from analysis.indicator_bounds import bounded
from analysis.indicators import Measure, Words, measure
from analysis.lexicons import pattern
from analysis.numbers import Number
from analysis.readings import Reading, Readings
from analysis.reasons import told
from analysis.sections import PLAN, REVIEW, TIMES_OF, Paragraph
from analysis.sureness import of_number
from analysis.times import Period, Time, times, years

_WILL = r"将(?:达|超|突破|实现|增|新|建|于|有|继续|形成|提高|降|完成|投入|安排|培育)"
_PROMISED = rf"{{promised}}|拟(?!合|定)|未来(?:几|[一二三五十]|\d)|{_WILL}"
_STILL_PROMISED = _PROMISED.replace("{promised}", "(?!争取){promised}")
"""In a review 争取资金 is what was won."""
_AHEAD = (
    rf"{_PROMISED}|{{ahead}}|到“?十[四五六]五"
    r"|(?:^|[，。；、）])[^，。；]{0,12}?(?<![主重需必只])要(?!求|素|点|件|闻|务)"
)
_PAST = r"{past}|已(?!定)|了(?!解|结|望)|创.{0,4}新高|连续.{1,4}年"
_FROM = re.compile(r"(?:从|由)[^，。；从由]{0,30}$")
_ONWARD = (
    r"[^，。；]{0,8}?(?:{rises|falls}|调整|[变扩缩转])[大小短]?[到至为]|[^，。；]{0,8}?[增升降减涨][到至]"
)
_AGAINST = re.compile("同比|(?:比|较|与|同|由|从|达到?|是|为)(?:上年|去年|上一年)(?:同期|[末底的])?")
"""What a plan is measured against; what it says so is planned: 产值比上年 | 增长8%."""
_WINDOW = 400
"""Characters of a sentence around a number that are looked at, so that endless lines take no endless time."""
_BASELINE = re.compile(r"(?:比|较|同|与|于)$")


@dataclass(frozen=True, slots=True)
class Target:
    """A target found in a sentence; its reason says in words why it was taken for one.

    [start, end) holds indicator and number; `number` is where the number itself begins.
    """

    start: int
    end: int
    number: int
    readings: Readings
    reason: str
    sureness: float


def targets(
    text: str,
    span: tuple[int, int],
    numbers: Sequence[Number],
    paragraph: Paragraph,
    reference: int | None,
    directive: bool,
    words: Words,
) -> Iterator[tuple[Target, str]]:
    """Every number of the sentence text[span[0]:span[1]] read as a target, with why it is none ("" if it is).

    `directive` tells whether the sentence is a task: it decides between planned and actual where neither the
    sentence nor its section does.
    """
    before: Number | None = None
    known: Measure | None = None
    for index, bare in enumerate(numbers):
        following = numbers[index + 1 : index + 1 + LONGEST_LIST]
        number = shared(text, bare, before, following)
        found = measure(text, span[0], number, before, known, words, list_length(text, number, following))
        against = why_not(text, number, span)
        shown = bounded(text, number, found)
        yield _target(text, span, number, shown, paragraph, reference, directive), against
        known = known if against and (known or not found.name) else found
        before = number


def _target(
    text: str,
    span: tuple[int, int],
    number: Number,
    found: Measure,
    paragraph: Paragraph,
    reference: int | None,
    directive: bool,
) -> Target:
    period, when = _period(text, span[0], number.figure, paragraph, reference)
    gone = bool(not directive and when and period and reference and period.last.year < reference)
    nature, why = _nature(text, span, number, paragraph, period, reference, directive, gone)
    if period is None and reference and directive and nature == "planned" and not paragraph.mode:
        period = years(reference)
    readings: Readings = {
        "comparator": Reading(number.comparator, number.words.get("comparator", "")),
        "value": Reading(number.value, number.words["value"]),
        "nature": Reading(nature, why),
    }
    if found.name:
        readings["indicator"] = Reading(found.name, found.name)
    if number.upper is not None:
        readings["upper"] = Reading(number.upper, number.words["upper"])
    if number.unit:
        readings["unit"] = Reading(number.unit, number.words.get("unit", ""))
    if found.direction:
        readings["direction"] = Reading(found.direction, found.moved)
    if period:
        readings["period_to"] = Reading(period.last, when)
        if period.first:
            readings["period_from"] = Reading(period.first, when)
    return Target(
        found.start,
        found.end,
        number.figure,
        readings,
        _reason(text, number, found),
        of_number(
            bool(number.words.get("comparator") or found.direction),
            bool(found.name),
            number.han,
            "unit" in number.words,
            bool(why or paragraph.mode),
        ),
    )


def _period(
    text: str, start: int, end: int, paragraph: Paragraph, reference: int | None
) -> tuple[Period | None, str]:
    """The time a number stands under and its words: the last said before it, else that of its paragraph."""
    start = max(start, end - _WINDOW)
    said = [time for time in times(text[start:end], reference, paragraph.year) if _stands(text, start, time)]
    if said:
        return said[-1].period, text[start + said[-1].start : start + said[-1].end]
    return paragraph.period, ""


def _stands(text: str, start: int, time: Time) -> bool:
    """Whether a time found in text[start:] is that of the statement, not a baseline or a part of a title."""
    at = start + time.start
    in_title = text.rfind("《", start, at) > text.rfind("》", start, at)
    compared = TIMES_OF.match(text, start + time.end) or text[start + time.end - 1] == "初"
    return not (in_title or compared or _BASELINE.search(text, start, at))


def _nature(
    text: str,
    span: tuple[int, int],
    number: Number,
    paragraph: Paragraph,
    period: Period | None,
    reference: int | None,
    directive: bool,
    gone: bool,
) -> tuple[str, str]:
    """planned or actual, and the words that tell. `gone`: the sentence tells of a time gone by."""
    first = max(span[0], number.figure - _WINDOW)
    start = max(first, *(text.rfind(mark, first, number.figure) for mark in "，；："))
    clause, sentence = text[start : number.end], text[first : min(span[1], number.end + _WINDOW)]
    if (since := _FROM.search(clause)) and pattern(_ONWARD).match(text, number.end, span[1]):
        return "actual", since[0][:1]
    if paragraph.mode == REVIEW:
        ahead = pattern(_STILL_PROMISED).search(clause)
        return ("planned", ahead[0]) if ahead else ("actual", "")
    if paragraph.mode == PLAN:
        past = pattern(_PAST).search(_AGAINST.sub("", clause))
        if gone:
            return "actual", ""
        return ("actual", past[0]) if past and not pattern(_AHEAD).search(clause) else ("planned", "")
    return _nature_of(sentence, period, reference, directive)


def _nature_of(
    sentence: str, period: Period | None, reference: int | None, directive: bool
) -> tuple[str, str]:
    """By the sentence alone, where no section tells."""
    if period and reference and period.last.year != reference:
        return ("planned" if period.last.year > reference else "actual"), ""
    if ahead := pattern(_AHEAD).search(sentence):
        return "planned", ahead[0]
    if past := pattern(_PAST).search(sentence):
        return "actual", past[0]
    return ("planned" if directive else "actual"), ""


def _reason(text: str, number: Number, found: Measure) -> str:
    measured = text[number.figure : number.behind]
    if said := number.words.get("comparator"):
        return told("comparator {} + {}", said, measured)
    if found.moved:
        return told("direction {} + {}", found.moved, measured)
    return told("indicator {} + {}", found.name, measured) if found.name else told("number {}", measured)
