"""What is measured on: an invented document of the usual length, and as many passages as are wanted.

Everything comes from a seed, so two runs measure the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any, NamedTuple

from db.kinds import KINDS
from exporters.report import Report, ReportDocument, ReportPassage

LENGTH = 57_590
"""Characters of a long government work report with its annexes."""

MARKERS = ("一是", "二是", "三是", "四是", "五是")
VERBS = ("加快推进", "持续完善", "深入实施", "稳步扩大", "统筹布局", "着力提升", "规范管理", "积极培育")
THINGS = (
    "重点产业链建设",
    "工业互联网平台应用",
    "企业技术改造",
    "绿色工厂创建",
    "中小企业服务体系",
    "公共数据开放利用",
    "“十四五”规划任务",
    "先进制造业集群",
    "园区基础设施",
    "产业工人技能培训",
)
INDICATORS = (
    "规模以上工业增加值",
    "技术改造投资",
    "软件业务收入",
    "新增专精特新企业",
    "5G基站",
    "研发经费支出",
)
AMOUNTS = ("增长{}%左右", "达到{}亿元以上", "超过{}家", "累计突破{}万个", "提高{}个百分点", "不低于{}亿元")
POLICIES = ("《{}三年行动计划》", "《关于{}的若干措施》", "《{}专项资金管理办法》", "“{}”提升工程")


@dataclass
class Stretch:
    """A block of the invented document."""

    kind: str
    level: int | None
    start: int
    end: int
    number: int | None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_span: int = 1
    column_span: int = 1


class Place(NamedTuple):
    """Where a passage stands and of what kind it is."""

    start: int
    end: int
    kind: str


def blocks(length: int = LENGTH, seed: int = 1) -> tuple[str, list[Stretch]]:
    """A text of exactly `length` characters and its blocks: headings, paragraphs of some 240 each."""
    made: list[Stretch] = []
    texts: list[str] = []
    at = 0
    for kind, text in _pieces(Random(seed)):
        text = text[: length - at]
        made.append(Stretch(kind, 1 if kind == "heading" else None, at, at + len(text), len(made) + 1))
        texts.append(text)
        at += len(text) + 1
        if at >= length - 1:
            break
    text = "\n".join(texts)
    return text.ljust(length, "。"), [*made[:-1], replace(made[-1], end=length)]


def _pieces(dice: Random) -> Iterator[tuple[str, str]]:
    while True:
        yield "heading", f"{dice.choice(VERBS)}{dice.choice(THINGS)}"
        for _ in range(dice.randint(3, 6)):
            yield "paragraph", "".join(marker + _sentence(dice) for marker in MARKERS)


def _sentence(dice: Random) -> str:
    amount = dice.choice(AMOUNTS).format(dice.randint(2, 980))
    policy = dice.choice(POLICIES).format(dice.choice(THINGS[:6]))
    aim = f"{dice.choice(INDICATORS)}{amount}"
    return f"{dice.choice(VERBS)}{dice.choice(THINGS)}，落实{policy}，力争{aim}。"


def places(stretches: list[Stretch], count: int, seed: int = 2) -> list[Place]:
    """So many passages, sorted, each within one paragraph; in long ledgers they overlap as tags do."""
    dice = Random(seed)
    paragraphs = [stretch for stretch in stretches if stretch.kind == "paragraph"]
    return sorted(_place(dice, dice.choice(paragraphs)) for _ in range(count))


def _place(dice: Random, paragraph: Stretch) -> Place:
    length = min(dice.randint(6, 40), paragraph.end - paragraph.start)
    start = dice.randint(paragraph.start, paragraph.end - length)
    return Place(start, start + length, dice.choice(list(KINDS)))


def fields(kind: str, quote: str, dice: Random) -> dict[str, Any]:
    """Plausible values for the fields of a kind."""
    year = dice.randint(2020, 2024)
    if kind == "task":
        return {"marker": "一是", "action": quote, "lead": "市工业和信息化局", "due_to": date(year, 12, 31)}
    if kind == "policy":
        return {"name": quote, "form": "titled", "action": "实施"}
    values = {"indicator": dice.choice(INDICATORS), "comparator": ">=", "value": float(dice.randint(2, 980))}
    period = {"period_from": date(year, 1, 1), "period_to": date(year, 12, 31)}
    return values | {"unit": "亿元", "direction": "up", "nature": "planned"} | period


def report(kinds: tuple[str, ...], count: int) -> Report:
    """A report of so many passages of these kinds, from two documents."""
    dice = Random(3)
    text, stretches = blocks()
    passages = tuple(
        _reported(number, place._replace(kind=kinds[number % len(kinds)]), text, dice)
        for number, place in enumerate(places(stretches, count))
    )
    documents = tuple(
        ReportDocument(
            number, f"{2021 + number}年全市工业和信息化工作要点", "市工业和信息化局", length=LENGTH
        )
        for number in (1, 2)
    )
    return Report("工作简报", "", "分析员", date(2023, 3, 1), "zh", documents, passages, kinds)


def _reported(number: int, place: Place, text: str, dice: Random) -> ReportPassage:
    quote = text[place.start : place.end]
    values = fields(place.kind, quote, dice)
    return ReportPassage(
        number, 1 + number % 2, place.kind, quote, 1 + number // 5, place.start, place.end, fields=values
    )
