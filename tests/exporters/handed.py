"""A report with whole documents: an invented plan with a table, overlapping passages and hostile words."""

from dataclasses import replace
from datetime import date, datetime

from exporters.report import Report, ReportBlock, ReportDocument, ReportLabel, ReportPassage, ReportSource

LINES = (
    ("title", "青禾市工业局2031年工作计划"),
    ("heading", "一、主要目标"),
    ("paragraph", "规模以上工业增加值增长7%左右，𠮷林路企业新增120家。"),
    ("paragraph", "=1+1<script>alert('危险')</script> & “引号”由市工业局牵头推进。"),
    ("cell", "指标"),
    ("cell", "2031年"),
    ("cell", "软件收入"),
    ("cell", "增长-5%"),
    ("paragraph", "印发《青禾市智能制造行动方案》，落实行动方案，支持企业。"),
)
PLAN = "\n".join(line for _, line in LINES)
REPORT_TEXT = "青禾市工业局2031年工作总结\n规模以上工业增加值增长7.4%。"
AT = datetime(2032, 3, 1, 9, 30)


def _blocks() -> tuple[ReportBlock, ...]:
    made: list[ReportBlock] = []
    start = number = 0
    for place, (kind, line) in enumerate(LINES):
        cell = place - 4 if kind == "cell" else None
        number += cell in (None, 0)
        inside = {} if cell is None else {"table": 1, "row": cell // 2, "column": cell % 2}
        level = 1 if kind == "heading" else None
        made.append(ReportBlock(kind, level, start, start + len(line), number, **inside))
        start += len(line) + 1
    return tuple(made)


def passage(id_: int, kind: str, quote: str, **more: object) -> ReportPassage:
    text = REPORT_TEXT if more.get("document_id") == 2 else PLAN
    start = text.index(quote)
    made = ReportPassage(
        id_, 1, kind, quote, 3, start, start + len(quote), author="王敏", changed=AT, created=AT
    )
    return replace(made, **more)  # type: ignore[arg-type]


FIELDS = {
    "indicator": "规模以上工业增加值", "comparator": "≈", "value": 7.0, "unit": "%", "nature": "planned",
    "period_to": date(2031, 12, 31),
}  # fmt: skip
PASSAGES = (
    passage(1, "target", "规模以上工业增加值增长7%左右", fields=FIELDS, note="去年为6.8%\n待核实"),
    passage(2, "target", "𠮷林路企业新增120家", fields={"value": 1.37e12, "unit": "家"}, labels=("企业",)),
    passage(
        3,
        "task",
        "=1+1<script>alert('危险')</script> & “引号”由市工业局牵头推进。",
        fields={"lead": "市工业局"},
    ),
    passage(4, "target", "增长-5%", fields={"value": -5.0}, author=""),
    passage(
        5, "policy", "《青禾市智能制造行动方案》", fields={"name": "青禾市智能制造行动方案", "form": "titled"}
    ),
    passage(6, "task", "印发《青禾市智能制造行动方案》，落实行动方案", note="@李工：核对"),
    passage(7, "task", "方案》，落实", fields={"status": "under_way"}),
    passage(8, "target", "规模以上工业增加值增长7.4%", document_id=2, author="李工"),
)
TREE = (
    ReportLabel(1, "经济", "#336699"),
    ReportLabel(2, "企业", "#993333", 1, frozenset({2, 5})),
    ReportLabel(3, "任务", "#339933", None, frozenset({6})),
)
DOCUMENTS = (
    ReportDocument(
        1,
        "青禾市工业局2031年工作计划",
        "青禾市工业局",
        "青工〔2031〕5号",
        date(2031, 2, 18),
        2031,
        len(PLAN),
        "计划.docx",
    ),
    ReportDocument(2, "青禾市工业局2031年工作总结", source_name="总结.txt", length=len(REPORT_TEXT)),
)
SOURCES = (
    ReportSource(
        1, PLAN, _blocks(), "application/docx", sha256="a" * 64,
        properties={"title": DOCUMENTS[0].title, "issuer": "青禾市工业局", "number": "青工〔2031〕5号",
                    "issued": date(2031, 2, 18), "published": None, "addressee": None, "reference_year": 2031,
                    "note": "内部材料"},
    ),
    ReportSource(
        2, REPORT_TEXT, (ReportBlock("title", None, 0, 15, 1), ReportBlock("paragraph", None, 16, 32, 2)),
        "text/plain", sha256="b" * 64, properties={"title": DOCUMENTS[1].title, "note": ""},
    ),
)  # fmt: skip
WHOLE = Report(
    title="青禾市标注",
    subtitle="依据两件文档整理",
    author="王敏",
    made=date(2032, 3, 2),
    language="zh",
    documents=DOCUMENTS,
    passages=PASSAGES,
    sources=SOURCES,
    tree=TREE,
    project="00000000-0000-4000-8000-000000000001",
)
ENGLISH = replace(WHOLE, language="en", title="Tagged in Qinghe")
BARE = replace(WHOLE, documents=(), passages=(), sources=(), tree=(), author="", subtitle="")
