"""Mentions of indicators: the numbers documents promise or report, as tracing compares them.

A mention is a target with what its sentence tells besides: whether it moves by the number (增长6%) or comes
to stand there (提高到60%), whether the number is an average of some years, whether only the point something
started from.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from analysis.groups import groups
from analysis.indicator_names import Name, name
from analysis.lexicons import pattern
from analysis.own_words import NO_WORDS, OwnWords
from analysis.sentences import sentence_at
from analysis.spoken_years import aimed_at, speaks_of_one_year
from analysis.suggest import Heading, suggest

CHANGE, LEVEL = "change", "level"

_CLAUSE = re.compile(r"[，。；：:;\n]")
_FIGURES = re.compile(r"[0-9０-９.．]+")
_DIGIT = re.compile(r"[0-9０-９]")
_NEW = re.compile("[新净扩]增|增加值")
_ONTO = re.compile(r"^.{0,4}?(?:到|至|达|为|在)")
_AVERAGE = re.compile(r"年均|平均每年|年平均|每年平均")
_FROM = re.compile(r"(?:从|由)[^，。；从由]{0,30}$")
_ONWARD = r"^[左右以上的多]*[^，。；]{0,10}?(?:(?:{rises|falls})|调整|扩大|[变转升降增减])[到至为]"
_SINCE = re.compile(r"(?:比|较)(?:上年|去年|上一年|20\d\d年)[^，。；]{0,8}$")
_OF_A_YEAR = re.compile("比上年|较上年|同比|比去年|较去年|比上一年|全年|当年")
_SINCE_YEAR = re.compile(r"(?:比|较|是)(?:(?P<year>(?:19|20)\d\d)年|“?十[一二三四五]?五”?)")
_YEARS_ON = re.compile("[三四五]年|累计|年均|“?十[一二三四]?五”?")
_PLAN_YEARS = 5
"""What a number compared with the last five-year plan (比“十五”末) is counted over."""
_OBJECT = re.compile(r"[左右以上下内多余的个]*([\u4e00-\u9fff“”]{2,8})")
_UNCOUNTED = ("", "%", "‰", "百分点", "倍", "元", "美元")
"""Units that count no things."""
_EACH = re.compile(r"分别(?P<before>.*)$")
_BOTH = re.compile("城乡(?=(?:常住)?居民)")
_SIDES = re.compile("城[镇市](?:常住)?(?:居民)?[、和与及]农村|城乡(?:常住)?居民")
_SIDE = re.compile("^(?:城镇|城市|农村)(?=(?:常住)?居民)")
_AND = re.compile(r"和|与|及|以及|、")
_TAIL = 24
"""Characters behind a number that are looked at."""
_WINDOW = 160
"""Characters before it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A number that a document gives of an indicator; [start, end) is the quote's place in it.

    `id` is that of the stored passage (None where there is none), `year` the document's reference year,
    `figure` the number as written. `lead` and `tail` are the words of the sentence before and behind the
    figure. `sureness` is 1 where an analyst confirmed what is read. The other values mean what the fields of
    a target in `db/kinds.py` do.
    """

    document_id: int
    year: int | None
    start: int
    end: int
    quote: str
    indicator: str
    comparator: str
    value: float
    upper: float | None = None
    unit: str = ""
    direction: str | None = None
    nature: str = "planned"
    period_from: date | None = None
    period_to: date | None = None
    figure: str = ""
    lead: str = ""
    tail: str = ""
    id: int | None = None
    sureness: float = 1.0

    @property
    def name(self) -> Name:
        return name(self.indicator)

    @property
    def clause(self) -> str:
        """The words between the last stop and the figure."""
        return _CLAUSE.split(self.lead)[-1]

    @property
    def basis(self) -> str:
        """Whether the indicator changes by the number, or stands at it."""
        if self.unit == "百分点":
            return CHANGE
        words = _NEW.sub("", _DIGIT.split(self.clause)[-1] if self.figure else self.quote)
        if "分别" in self.clause:
            words = self.clause
        moves = list(pattern("{rises|falls|moving_nouns}").finditer(words))
        if not moves:
            return CHANGE if self.direction and self.unit in ("%", "‰") else LEVEL
        onto = moves[-1][0].endswith(("到", "至")) or _ONTO.match(words[moves[-1].end() :])
        return CHANGE if not onto or pattern("{moving_nouns}").search(words) else LEVEL

    @property
    def average(self) -> bool:
        """Whether the number is the average of several years."""
        return bool(_AVERAGE.search(self.clause))

    @property
    def baseline(self) -> bool:
        """Whether the number only tells where something started: 从54万亿元增加到82.7万亿元."""
        return bool(_FROM.search(self.clause) and pattern(_ONWARD).match(self.tail))

    @property
    def against(self) -> bool:
        """Whether the number tells a difference to another year: 比去年增加400亿元."""
        moved = pattern("{rises|falls|moving_nouns}").sub("", self.clause)
        return self.unit not in ("%", "‰") and self.basis == CHANGE and bool(_SINCE.search(moved))

    @property
    def borrowed(self) -> bool:
        """Whether the number is one of several that share what stands before them: …，分别增长4.7%和5%."""
        return "分别" in self.clause and self.indicator not in self.clause

    @property
    def object(self) -> str:
        """What the number counts, where that stands behind it: 共建8个 | 重点实验室."""
        if self.unit in _UNCOUNTED or self.name.listed:
            return ""
        found = _OBJECT.match(self.tail.removeprefix(self.unit))
        return found[1] if found else ""

    @property
    def looks_back(self) -> bool:
        """Whether the words around the number tell that it was reached: 比上年增长, 完成."""
        return bool(_OF_A_YEAR.search(self.clause) or pattern("{past}|完成").search(self.clause))

    @property
    def due(self) -> int | None:
        """The year the number holds for or is due."""
        return self.period_to.year if self.period_to else self.year

    @property
    def years(self) -> int:
        """Over how many years the number is counted; one that is compared with the year before, over one."""
        if self.period_to and (since := _SINCE_YEAR.search(self.clause)):
            return self.period_to.year - int(since["year"]) if since["year"] else _PLAN_YEARS
        if self.period_from is None or self.period_to is None or _OF_A_YEAR.search(self.clause):
            return 1
        return self.period_to.year - self.period_from.year + 1

    def record(self) -> dict[str, Any]:
        """Plain values by name, for JSON."""
        return {
            "document": self.document_id,
            "start": self.start,
            "end": self.end,
            "indicator": self.indicator,
            "comparator": self.comparator,
            "value": _plain(self.value),
            "upper": _plain(self.upper),
            "unit": self.unit,
            "period": self.due,
            "quote": self.quote,
        }


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def read(
    text: str,
    headings: Sequence[Heading] = (),
    year: int | None = None,
    document_id: int = 0,
    own: OwnWords = NO_WORDS,
) -> list[Mention]:
    """The mentions of a text that nobody has tagged yet, in order of place; `own` are a project's words."""
    return [
        one
        for found in suggest(text, headings, year, own)
        if found.kind == "target"
        for one in mentions(
            text,
            document_id,
            year,
            (found.start, found.end),
            {name: reading.value for name, reading in found.fields.items()},
            found.fields["value"].words,
            sureness=found.sureness,
        )
    ]


_FIELDS: dict[str, Any] = {
    "indicator": "",
    "comparator": "=",
    "value": 0.0,
    "upper": None,
    "unit": "",
    "direction": None,
    "nature": "planned",
    "period_from": None,
    "period_to": None,
}
"""The fields of a target that a mention has, with what stands for an empty one."""


def mentions(
    text: str,
    document_id: int,
    year: int | None,
    place: tuple[int, int],
    values: Mapping[str, Any],
    figure: str = "",
    **others: Any,
) -> list[Mention]:
    """The mention at a place of a text, with the fields of a target; `figure` is the number as written.

    A number that two indicators share (A和B均增长9%) gives a mention of each.
    """
    start, end = place
    first, last = sentence_at(text, start)
    found = text.rfind(figure, start, end) if figure else -1
    at, behind = (found, found + len(figure)) if found >= 0 else (end, end)
    given = {key: usual if values.get(key) is None else values[key] for key, usual in _FIELDS.items()}
    lead = text[max(first, at - _WINDOW) : at]
    made = Mention(
        document_id=document_id,
        year=year,
        start=start,
        end=end,
        quote=text[start:end],
        figure=figure,
        lead=lead,
        tail=text[behind : max(end, min(last, behind + _TAIL))],
        **given,
        **others,
    )
    made = _of_one_year(_aimed(made, text), text)
    return [replace(made, indicator=one) for one in _measured(made.indicator, made.clause)]


def _aimed(made: Mention, text: str) -> Mention:
    """What a program read as reported and stands in a list of targets is planned; nobody plans the past, nor
    reports the future."""
    if made.year is None or made.sureness == 1:
        return made
    gone = made.period_to is not None and made.period_to.year < made.year
    if made.nature == "planned":
        return replace(made, nature="actual") if gone else made
    due = aimed_at(text, made.start, made.year)
    if due is None and made.period_to is not None and made.period_to.year > made.year:
        last = made.year - 1
        return replace(made, period_from=date(last, 1, 1), period_to=date(last, 12, 31))
    if due is None:
        return made
    return replace(made, nature="planned", period_from=date(due, 1, 1), period_to=date(due, 12, 31))


def _of_one_year(made: Mention, text: str) -> Mention:
    """The mention with the last year of its section for its time, where the text has turned to that one."""
    if made.period_to is None or made.years == 1 or _YEARS_ON.search(made.lead):
        return made
    if made.nature != "actual" or not speaks_of_one_year(text, made.start):
        return made
    return replace(made, period_from=date(made.period_to.year, 1, 1))


def _measured(indicator: str, clause: str) -> list[str]:
    """What a number measures: of 城乡居民…分别增长8%、9% first 城镇, then 农村; of A和B both."""
    each = _EACH.search(clause)
    if each and (_BOTH.search(indicator) or (_SIDES.search(clause) and _SIDE.match(indicator))):
        whole = _SIDE.sub("城乡", indicator)
        parts = [_BOTH.sub(side, whole) for side in ("城镇", "农村")]
    else:
        parts = _AND.split(indicator)
    if len(parts) < 2 or not all(name(part).listed for part in parts):
        return [indicator]
    turn = len(_FIGURES.findall(each["before"])) if each else 0
    return [parts[turn]] if each and turn < len(parts) else parts


def in_unit(value: float, unit: str, wanted: str) -> float | None:
    """A value of one unit in another that measures the same; None where they do not."""
    if unit == wanted:
        return value
    worths = _worths(unit, wanted)
    return value * worths[0] / worths[1] if worths else None


@cache
def _worths(unit: str, wanted: str) -> tuple[float, float] | None:
    """What both are worth in what measures the same; None where they do not."""
    return next(
        ((worth[unit], worth[wanted]) for worth in _units() if unit in worth and wanted in worth), None
    )


@cache
def _units() -> list[dict[str, float]]:
    parted = ([word.partition("=") for word in group] for group in groups("units"))
    return [{unit: float(worth) for unit, _, worth in group} for group in parted]
