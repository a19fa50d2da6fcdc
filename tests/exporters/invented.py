"""An invented city's documents and what an analyst has tagged in them, ready for an exporter."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from exporters.report import Report, ReportChange, ReportDocument, ReportPassage, ReportTrace

PLAN = ReportDocument(
    1,
    "2031年青禾市工业工作要点",
    "青禾市工业局",
    "青工发〔2031〕5号",
    date(2031, 2, 18),
    2031,
    3120,
    "要点.docx",
)
SUMMARY = ReportDocument(
    2, "2031年青禾市工业工作总结", "青禾市工业局", None, date(2032, 1, 9), 2031, 2876, "总结.txt"
)


def passage(id_: int, document_id: int, kind: str, quote: str, start: int, **fields: Any) -> ReportPassage:
    return ReportPassage(
        id_,
        document_id,
        kind,
        quote,
        start // 100,
        start,
        start + len(quote),
        author="王敏",
        changed=datetime(2032, 3, 1, 9, 30),
        fields=fields,
    )


PLANNED = "《青禾市智能制造行动方案》"
YEAR = {"period_from": date(2031, 1, 1), "period_to": date(2031, 12, 31)}
PASSAGES = (
    passage(
        1, 2, "target", "工业增加值增长7.4%", 300, indicator="工业增加值", comparator="=", value=7.4,
        unit="%", direction="up", nature="actual", **YEAR,
    ),
    passage(
        2, 1, "target", "全市企业超过8万家", 400, indicator="全市企业", comparator=">", value=80000.0,
        unit="家", nature="planned", period_to=date(2031, 12, 31),
    ),
    passage(
        3, 1, "target", "软件收入达到130至137亿元", 500, indicator="软件收入", comparator="range", value=13e9,
        upper=13.7e9, unit="元", nature="planned", **YEAR,
    ),
    passage(
        4, 1, "task", "（一）推进数字工厂建设。", 600, marker="（一）", action="推进数字工厂建设",
        lead="市工业局", supporting="市财政局、市科技局", due_to=date(2031, 6, 30), status="under_way",
    ),
    passage(5, 1, "task", "二是开展企业走访。", 700, marker="二是", action="开展企业走访"),
    passage(6, 1, "task", "三是培育绿色工厂。", 800, marker="三是", action="培育绿色工厂", lead="市工业局"),
    passage(7, 2, "task", "完善服务体系", 900, lead="市中小企业中心", status="done"),
    passage(
        8, 1, "policy", PLANNED, 1000, name="青禾市智能制造行动方案", form="titled",
        number="青政办发〔2031〕12号", issuer="青禾市人民政府", action="印发",
    ),
    passage(9, 1, "policy", PLANNED, 1100, name=PLANNED, action="落实"),
    passage(10, 2, "policy", PLANNED, 1200, name=PLANNED.strip("《》"), action="落实"),
    passage(11, 2, "policy", "“焕新”工程", 1300, name="“焕新”工程", form="programme", action="实施"),
)  # fmt: skip

REPORT = Report(
    title="青禾市目标任务简报",
    subtitle="依据两件文档整理",
    author="王敏",
    made=date(2032, 3, 2),
    language="zh",
    documents=(PLAN, SUMMARY),
    passages=PASSAGES,
)
ENGLISH = replace(REPORT, language="en", title="Targets and tasks", subtitle="Drawn from two documents")

TRACED = replace(
    REPORT,
    traces=(ReportTrace(2, 1, "missed", -40000.0), ReportTrace(3, None, "not_reported")),
    changes=(
        ReportChange("reworded", 1, 2, "培育绿色工厂10家。", "培育绿色工厂15家。", 8, 9),
        ReportChange("new", 1, 2, later="建设零碳园区。", later_paragraph=11),
    ),
)
"""With what became of two promises, and what the later document changes."""


def quoting(text: str, kind: str = "target", language: str = "zh") -> Report:
    """A report whose every text is this one."""
    fields = {"indicator": text, "unit": text, "value": 1.0, "action": text, "lead": text, "name": text}
    known = {
        "target": ("indicator", "unit", "value"),
        "task": ("action", "lead"),
        "policy": ("name", "action"),
    }
    only = passage(1, 1, kind, text, 0, **{name: fields[name] for name in known[kind]})
    titled = ReportDocument(1, text or "空", text, text, None, None, 1, text)
    tagged = replace(only, note=text, labels=(text,), author=text)
    return Report(text, text, text, date(2032, 3, 2), language, (titled,), (tagged,))
