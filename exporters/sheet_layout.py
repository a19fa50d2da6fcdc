"""Which sheets a target sheet has, what they are called, and which columns each of them can show."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.kinds import COMPARATORS, KINDS, Field
from exporters.report import DOCUMENT_FIELDS, KEEPING_FIELDS, ORDER, PLACE_FIELDS, TRACE_STATES

# Three forms stand here beside those of exporters.report: link, a way to another sheet; percent, a share
# whose 1 is shown as 100%; kind, a kind of passage by its name.
SOURCE = Field("source", "link", "出处", "Source", 4)
ID = KEEPING_FIELDS[-1]
REPORT_ID = Field("report_id", "whole", "报告编号", "Report id", 6)
COUNT_FIELDS = tuple(Field(kind, "whole", KINDS[kind].zh, KINDS[kind].plural, 5) for kind in ORDER)
TRACKER_FIELDS = (
    Field("indicator", "text", "指标", "Indicator", 18),
    Field("year", "whole", "年度", "Year", 5),
    Field("comparator", "choice", "比较", "Comparator", 6, COMPARATORS),
    Field("promised", "number", "承诺值", "Promised", 9),
    Field("upper", "number", "承诺上限", "Up to", 7),
    Field("unit", "text", "单位", "Unit", 6),
    Field("reported", "number", "报告值", "Reported", 9),
    Field("reported_unit", "text", "报告单位", "Unit reported", 6),
    Field("gap", "number", "差额", "Gap", 9),
    Field("completion", "percent", "完成率", "Completion", 7),
    Field("trace", "choice", "追踪结论", "Outcome", 8, TRACE_STATES),
    Field("promise_place", "text", "承诺出处", "Promised in", 18),
    Field("report_place", "text", "报告出处", "Reported in", 18),
    Field("promise_source", "link", "承诺原文", "See promise", 5),
    Field("report_source", "link", "报告原文", "See report", 5),
    REPORT_ID,
    ID,
)
SOURCE_FIELDS = (
    ID,
    Field("kind", "kind", "类别", "Kind", 5),
    Field("document", "text", "文档", "Document", 20),
    Field("paragraph", "whole", "段", "Paragraph", 4),
    Field("sentence", "text", "原句", "Sentence", 46),
    Field("quote", "text", "标注原文", "Quote", 24),
    Field("back", "link", "台账", "Ledger", 5),
)

HEAD_COLOURS = ("1F3864", "44546A", "7B8594")
"""Of the heads of columns: what the passage says, where it stands, how it is kept."""


@dataclass(frozen=True)
class Page:
    """A sheet of the workbook. `table` is the name of its table, by which formulas of others may call it."""

    name: str
    zh: str
    en: str
    colour: str
    table: str = ""
    fields: tuple[Field, ...] = ()

    def title(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


def _ledger(kind: str) -> tuple[Field, ...]:
    return (*KINDS[kind].fields, *PLACE_FIELDS, SOURCE, *KEEPING_FIELDS)


PAGES = {
    page.name: page
    for page in (
        Page("summary", "概览", "Summary", "1F3864"),
        Page("target", "目标", "Targets", "2E75B6", "Targets", _ledger("target")),
        Page("tracker", "目标追踪", "Tracker", "7030A0", "Tracker", TRACKER_FIELDS),
        Page("task", "任务台账", "Tasks", "C55A11", "Tasks", _ledger("task")),
        Page("policy", "政策", "Policies", "548235", "Policies", _ledger("policy")),
        Page("document", "文档", "Documents", "7B8594", "Documents", (*DOCUMENT_FIELDS, *COUNT_FIELDS, ID)),
        Page("source", "来源", "Sources", "A5A5A5", "Sources", SOURCE_FIELDS),
        Page("lists", "选项", "Lists", "A5A5A5"),
        Page("record", "cezhu", "cezhu", "A5A5A5"),
    )
}
"""The sheets in their order. Lists are what cells offer to choose from; the record is what was exported."""

_COLOUR_OF = {
    **{f.name: HEAD_COLOURS[2] for f in KEEPING_FIELDS},
    **{f.name: HEAD_COLOURS[1] for f in (*PLACE_FIELDS, SOURCE)},
    **{f.name: HEAD_COLOURS[1] for f in TRACKER_FIELDS[-6:-1]},
}


@dataclass(frozen=True)
class TargetSheet:
    """How a target sheet is wanted: by sheet, the names of its columns in their order.

    A sheet that is not named has all of its columns in the usual order. The id is always there, at the end
    where it is not named; a name that a sheet does not know is passed over.
    """

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def fields(self, page: Page) -> tuple[Field, ...]:
        """The columns of a sheet."""
        known = {field.name: field for field in page.fields}
        wanted = dict.fromkeys((*self.columns.get(page.name, ()), ID.name))
        chosen = tuple(known[name] for name in wanted if name in known)
        return chosen if len(chosen) > 1 else page.fields


def column(sheet: str, letter: str) -> str:
    """A whole column of a sheet, as formulas call it."""
    return f"'{sheet}'!${letter}:${letter}"


def head_colour(field: Field) -> str:
    return _COLOUR_OF.get(field.name, HEAD_COLOURS[0])


def is_kept_back(field: Field) -> bool:
    """Whether a column stays off the printed page where it stands at the end."""
    return field in (*KEEPING_FIELDS, REPORT_ID) or field.form == "link"
