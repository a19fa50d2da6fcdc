"""The three kinds of passage and their typed fields.

A field is one line here: the inspector, the ledgers, the Word tables and the Excel columns build
themselves from it, and `db/models.py` maps it to a column (a new line also needs a migration). This module
imports nothing of the ORM, so that the window can draw its panels before the store is loaded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from typing import Any


@dataclass(frozen=True)
class Choice:
    """One value of a field that takes only certain values."""

    value: str
    zh: str
    en: str


@dataclass(frozen=True)
class Field:
    """How one field of a kind is stored, edited and printed.

    `form` is one of text, number, date, choice, departments (names joined by 、).
    `width` is the usual width in full-width characters, for tables and sheets.
    """

    name: str
    form: str
    zh: str
    en: str
    width: int = 10
    choices: tuple[Choice, ...] = ()

    def __str__(self) -> str:
        return self.en

    def heading(self, language: str) -> str:
        return self.zh if language == "zh" else self.en

    def shown(self, value: Any, language: str) -> str:
        """The value as a reader sees it: choices by name, numbers grouped in threes, dates as ISO 8601."""
        if value is None:
            return ""
        for choice in self.choices:
            if choice.value == value:
                return choice.zh if language == "zh" else choice.en
        return number_text(value) if self.form == "number" else str(value)


def number_text(value: float) -> str:
    """A plain number with thousands separators and no exponent: 1370000000000.0 → 1,370,000,000,000."""
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def _field(form: str, zh: str, en: str, width: int = 10, choices: tuple[Choice, ...] = ()) -> Any:
    shape = {"form": form, "zh": zh, "en": en, "width": width, "choices": choices}
    return field(default=None, metadata=shape)


STATUSES = (
    Choice("open", "未开始", "not started"),
    Choice("under_way", "推进中", "under way"),
    Choice("done", "已完成", "done"),
    Choice("dropped", "已取消", "dropped"),
)
STRENGTHS = (
    Choice("must", "必须", "must"),
    Choice("ensure", "确保", "ensure"),
    Choice("strive", "力争", "strive"),
    Choice("encourage", "鼓励", "encourage"),
    Choice("explore", "探索", "explore"),
)
COMPARATORS = (
    Choice("=", "等于", "="),
    Choice("≈", "约", "≈"),
    Choice(">", "超过", ">"),
    Choice(">=", "不低于", "≥"),
    Choice("<", "低于", "<"),
    Choice("<=", "不超过", "≤"),
    Choice("range", "区间", "range"),
)
DIRECTIONS = (Choice("up", "增长", "up"), Choice("down", "下降", "down"))
NATURES = (Choice("planned", "计划", "planned"), Choice("actual", "完成", "actual"))
STATES = (
    Choice("suggested", "建议", "suggested"),
    Choice("confirmed", "已确认", "confirmed"),
    Choice("rejected", "已否决", "rejected"),
)
FORMS = (Choice("titled", "文件", "titled"), Choice("programme", "行动", "programme"))


@dataclass
class Detail:
    """What every kind's typed detail carries besides its fields.

    `words` keeps the raw words each value was read from, by field name; `touched` names the fields an analyst
    set by hand, which no later reading overwrites.
    """

    passage_id: int | None = field(default=None, kw_only=True)
    words: dict[str, str] = field(default_factory=dict, kw_only=True)
    touched: list[str] = field(default_factory=list, kw_only=True)

    def fill(self, readings: Mapping[str, tuple[Any, str]]) -> None:
        """Take values, each with the raw words it was read from, into the fields no analyst has touched."""
        for name, (value, words) in readings.items():
            if name not in self.touched:
                setattr(self, name, value)
                self.words = {**self.words, name: words}

    def fill_anew(self, readings: Mapping[str, tuple[Any, str]]) -> None:
        """Like `fill`, for other words than before: what was read from those is emptied first."""
        for untouched in (f.name for f in fields(self) if f.metadata and f.name not in self.touched):
            setattr(self, untouched, None)
        self.words = {name: words for name, words in self.words.items() if name in self.touched}
        self.fill(readings)


@dataclass
class Task(Detail):
    """An action the issuer undertakes or asks for."""

    marker: str | None = _field("text", "序号", "Marker", 6)
    action: str | None = _field("text", "任务内容", "Action", 30)
    lead: str | None = _field("departments", "牵头单位", "Lead", 14)
    supporting: str | None = _field("departments", "配合单位", "Supporting", 14)
    due_from: date | None = _field("date", "开始时间", "From", 8)
    due_to: date | None = _field("date", "完成时限", "Due", 8)
    strength: str | None = _field("choice", "力度", "Strength", 6, STRENGTHS)
    status: str | None = _field("choice", "进展", "Status", 7, STATUSES)


@dataclass
class Target(Detail):
    """A quantified indicator, promised or achieved; one number a passage.

    `value` and `upper` are plain numbers (万 and 亿 multiplied out); `upper` closes a range.
    """

    indicator: str | None = _field("text", "指标", "Indicator", 18)
    comparator: str | None = _field("choice", "比较", "Comparator", 7, COMPARATORS)
    value: float | None = _field("number", "数值", "Value", 9)
    upper: float | None = _field("number", "上限", "Upper", 9)
    unit: str | None = _field("text", "单位", "Unit", 6)
    direction: str | None = _field("choice", "变化", "Direction", 6, DIRECTIONS)
    nature: str | None = _field("choice", "性质", "Nature", 6, NATURES)
    period_from: date | None = _field("date", "时期起", "Period from", 8)
    period_to: date | None = _field("date", "时期止", "Period to", 8)


@dataclass
class Policy(Detail):
    """A named policy instrument."""

    name: str | None = _field("text", "政策名称", "Name", 26)
    form: str | None = _field("choice", "形式", "Form", 6, FORMS)
    number: str | None = _field("text", "文号", "Number", 12)
    issuer: str | None = _field("departments", "发文机关", "Issuer", 14)
    action: str | None = _field("text", "动作", "Verb", 6)


@dataclass(frozen=True)
class Kind:
    """A kind of passage: its names, the key that tags it and the class of its typed detail."""

    name: str
    zh: str
    en: str
    plural: str
    key: str
    detail: type[Detail]

    @property
    @cache  # noqa: B019 - three kinds live as long as the program
    def fields(self) -> tuple[Field, ...]:
        return tuple(Field(name=f.name, **f.metadata) for f in fields(self.detail) if f.metadata)

    def heading(self, language: str) -> str:
        return self.zh if language == "zh" else self.en

    def field(self, name: str) -> Field:
        """The field of that name; KeyError where the kind has none."""
        return {f.name: f for f in self.fields}[name]


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("task", "任务", "Task", "Tasks", "1", Task),
        Kind("target", "目标", "Target", "Targets", "2", Target),
        Kind("policy", "政策", "Policy", "Policies", "3", Policy),
    )
}
