"""The fixed words of the briefing, in the two languages it may be in."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.kinds import Kind

_MARKED = re.compile("(?<=[》”])、(?=[《“])")
_DIGITS = "一二三四五六七八九"


@dataclass(frozen=True)
class Words:
    """Phrases, with named places where values stand."""

    language: str
    document: str
    total: str
    ordinal: str
    figure: str
    period: str
    quote: str
    source: str
    promised: str
    reported: str
    gap: str
    state: str
    kind_column: str
    change: str
    compared: str
    uncompared: str
    earlier: str
    later: str
    stage: str
    unnamed_lead: str
    lead_named: str
    entry: str
    marker: str
    due: str
    supporting: str
    strength: str
    status: str
    cited: str
    comma: str
    semicolon: str
    most: str
    table: str
    chart: str
    seen: str
    captions: Mapping[str, str]
    place: str
    page: str
    paragraph: str

    def kind(self, kind: Kind) -> str:
        return kind.zh if self.language == "zh" else kind.plural

    def section(self, place: int, name: str) -> str:
        """The heading of a part, numbered from 1: 一、目标."""
        return f"{numeral(place)}、{name}" if self.language == "zh" else f"{place}. {name}"

    def group(self, place: int, name: str) -> str:
        """The heading of a group within a part: （一）《…》."""
        return f"（{numeral(place)}）{name}" if self.language == "zh" else f"({place}) {name}"

    def counted(self, name: str, count: int) -> str:
        """A department with the number of its tasks."""
        return f"{name}（{count}项）" if self.language == "zh" else f"{name} ({count})"

    def lead(self, place: int, name: str, count: int) -> str:
        """The heading of a department's tasks, which tells how many they are."""
        return f"{place}. {self.counted(name, count)}"

    def day(self, day: date) -> str:
        return f"{day.year}年{day.month}月{day.day}日" if self.language == "zh" else day.isoformat()

    def listed(self, items: Sequence[str]) -> str:
        """With commas, but for Chinese names in 《 》 or “ ” that follow each other (GB/T 15834)."""
        told = self.comma.join(items)
        return _MARKED.sub("", told) if self.language == "zh" else told

    def counts(self, counts: Iterable[tuple[str, int]]) -> str:
        """目标12条、任务18条."""
        form = "{}{}条" if self.language == "zh" else "{1} {0}"
        return self.comma.join(form.format(name.lower(), count) for name, count in counts)


ZH = Words(
    language="zh",
    document="文档",
    total="合计",
    ordinal="序号",
    figure="数值",
    period="时期",
    quote="原文",
    source="出处",
    promised="目标",
    reported="完成情况",
    gap="差距",
    state="结果",
    kind_column="类别",
    change="变化",
    compared="{later}与{earlier}相比",
    uncompared="另有{}组前后文件未作对比；选较少的文档另作一份简报，即可看到其变化。",
    earlier="原表述",
    later="新表述",
    stage="阶段",
    unnamed_lead="未明确牵头单位",
    lead_named="牵头单位：{}",
    entry="（{}）",
    marker="原文序号：{}",
    due="时限：{}",
    supporting="配合单位：{}",
    strength="力度：{}",
    status="进展：{}",
    cited="——{}",
    comma="、",
    semicolon="；",
    most="{name}（居前{count}位）",
    table="表{}",
    chart="图{}",
    seen="（见{}）",
    captions={
        "traces": "目标完成情况对照",
        "targets": "目标一览",
        "tasks": "任务清单",
        "policies": "政策一览",
        "changes": "文件变化对照",
        "overview": "标注情况一览",
        "passages": "标注原文",
        "documents": "所据文档",
        "outcomes": "目标完成情况",
        "leads": "各牵头单位承担任务数",
        "kinds": "各文档标注数量",
    },
    place="{document}{page}{paragraph}",
    page="第{}页",
    paragraph="第{}段",
)

EN = Words(
    language="en",
    document="Document",
    total="Total",
    ordinal="No.",
    figure="Figure",
    period="Period",
    quote="Words",
    source="Source",
    promised="Promised",
    reported="Reported",
    gap="Gap",
    state="Outcome",
    kind_column="Kind",
    change="Change",
    compared="{later} against {earlier}",
    uncompared="{} more pairs were not compared: a briefing of fewer documents shows what changed there.",
    earlier="Earlier words",
    later="Later words",
    stage="Stage",
    unnamed_lead="No lead department named",
    lead_named="Lead: {}",
    entry="({}) ",
    marker="Marker: {}",
    due="Due: {}",
    supporting="Supporting: {}",
    strength="Strength: {}",
    status="Status: {}",
    cited=" — {}",
    comma=", ",
    semicolon="; ",
    most="{name} (the {count} with most)",
    table="Table {}",
    chart="Figure {}",
    seen=" (see {})",
    captions={
        "traces": "Promised and reported",
        "targets": "Targets",
        "tasks": "Tasks",
        "policies": "Policies",
        "changes": "Changes between documents",
        "overview": "Passages by document",
        "passages": "All passages",
        "documents": "Documents",
        "outcomes": "Outcome of targets",
        "leads": "Tasks by lead department",
        "kinds": "Passages by document and kind",
    },
    place="{document}{page}{paragraph}",
    page=", p. {}",
    paragraph=", para. {}",
)

WORDS = {words.language: words for words in (ZH, EN)}

_NESTED = str.maketrans("“”‘’", "‘’“”")


def in_quotation_marks(text: str) -> str:
    """The text in “ ”, with such marks inside it turned to ‘ ’ and back, as Chinese usage has it."""
    return f"“{text.translate(_NESTED) if '“' in text else text}”"


def numeral(number: int) -> str:
    """A number from 1 to 99 in Chinese, others in digits: 12 → 十二."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    leading = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return leading + (_DIGITS[ones - 1] if ones else "")
