"""The fixed words of the briefing, in the two languages it may be in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.kinds import Kind

_DIGITS = "一二三四五六七八九"


@dataclass(frozen=True)
class Words:
    """Phrases, with named places where values stand."""

    language: str
    summary: str
    overview: str
    document: str
    total: str
    ordinal: str
    figure: str
    period: str
    source: str
    unnamed_lead: str
    entry: str
    marker: str
    due: str
    supporting: str
    status: str
    quoted: str
    cited: str
    comma: str
    semicolon: str
    none: str
    annex: str

    def kind(self, kind: Kind) -> str:
        return kind.zh if self.language == "zh" else kind.plural

    def section(self, place: int, name: str) -> str:
        """The heading of a part, numbered from 1: 一、目标."""
        return f"{numeral(place)}、{name}" if self.language == "zh" else f"{place}. {name}"

    def group(self, place: int, name: str) -> str:
        """The heading of a document's tasks: （一）《…》."""
        return f"（{numeral(place)}）{name}" if self.language == "zh" else f"({place}) {name}"

    def lead(self, place: int, name: str, count: int) -> str:
        """The heading of a department's tasks, which tells how many they are."""
        counted = f"（{count}项）" if self.language == "zh" else f" ({count})"
        return f"{place}. {name}{counted}"

    def day(self, day: date) -> str:
        return f"{day.year}年{day.month}月{day.day}日" if self.language == "zh" else day.isoformat()

    def counts(self, counts: Iterable[tuple[str, int]]) -> str:
        """目标12条、任务18条."""
        form = "{}{}条" if self.language == "zh" else "{1} {0}"
        return self.comma.join(form.format(name.lower(), count) for name, count in counts)


ZH = Words(
    language="zh",
    summary="本简报汇集{documents}件文档中的标注{passages}条，其中{parts}。每条附原文与出处，段号为所引文档的段落序号。",
    overview="标注情况一览",
    document="文档",
    total="合计",
    ordinal="序号",
    figure="目标值",
    period="时期",
    source="原文与出处",
    unnamed_lead="未明确牵头单位",
    entry="（{}）",
    marker="原文序号：{}",
    due="时限：{}",
    supporting="配合单位：{}",
    status="进展：{}",
    quoted="“{}”",
    cited="——{}",
    comma="、",
    semicolon="；",
    none="本次没有标注{kind}。",
    annex="附：文档",
)

EN = Words(
    language="en",
    summary="This briefing brings together {passages} passages from {documents} documents: {parts}. "
    "Each is given with its words and its source; paragraphs are numbered as in the document cited.",
    overview="Passages by document",
    document="Document",
    total="Total",
    ordinal="No.",
    figure="Figure",
    period="Period",
    source="Words and source",
    unnamed_lead="No lead department named",
    entry="({}) ",
    marker="Marker: {}",
    due="Due: {}",
    supporting="Supporting: {}",
    status="Status: {}",
    quoted="“{}”",
    cited=" — {}",
    comma=", ",
    semicolon="; ",
    none="No {kind} were tagged.",
    annex="Annex: Documents",
)

WORDS = {words.language: words for words in (ZH, EN)}


def numeral(number: int) -> str:
    """A number from 1 to 99 in Chinese, others in digits: 12 → 十二."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    leading = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return leading + (_DIGITS[ones - 1] if ones else "")
