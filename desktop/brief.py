"""The fields of a passage in one short line: ≥ 8% 规上工业增加值 · 2023."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from db.kinds import COMPARATORS, KINDS, number_text
from desktop.field_values import chinese_reading

Values = Mapping[str, Any]

SIGNS = {choice.value: choice.en for choice in COMPARATORS} | {"=": "", "range": ""}
ARROWS = {"up": "↑", "down": "↓"}
BETWEEN = " · "


def brief(kind: str, fields: Sequence[Any], language: str) -> str:
    """The fields of a passage of a kind, in the order of its fields, in short."""
    values = {field.name: value for field, value in zip(KINDS[kind].fields, fields, strict=True)}
    return BETWEEN.join(filter(None, WRITERS[kind](values, language)))


def _target(values: Values, language: str) -> tuple[str, ...]:
    figure = _figure(values)
    return (
        f"{figure} {values['indicator'] or ''}".strip(),
        _period(values),
        _choice("target", "nature", values, language),
    )


def _figure(values: Values) -> str:
    sign = SIGNS.get(values["comparator"] or "", "") or ARROWS.get(values["direction"] or "", "")
    number = "–".join(_number(values[name]) for name in ("value", "upper") if values[name] is not None)
    return f"{sign} {number}{values['unit'] or ''}".strip()


def _number(value: float) -> str:
    return chinese_reading(value) or number_text(value)


def _period(values: Values) -> str:
    first, last = values["period_from"], values["period_to"]
    if last is None:
        return ""
    if first is None or first.year == last.year:
        return str(last.year) if _ends_year(last) else f"{last:%Y-%m}"
    return f"{first.year}–{last.year}"


def _ends_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _task(values: Values, language: str) -> tuple[str, ...]:
    due = values["due_to"]
    return (
        values["marker"] or "",
        _choice("task", "strength", values, language),
        values["lead"] or "",
        f"≤ {due}" if due else "",
    )


def _policy(values: Values, language: str) -> tuple[str, ...]:
    name = values["name"] or ""
    return (
        f"《{name}》" if values["form"] == "titled" else name,
        values["action"] or "",
        values["number"] or "",
    )


def _choice(kind: str, name: str, values: Values, language: str) -> str:
    return KINDS[kind].field(name).shown(values[name], language)


WRITERS: dict[str, Callable[[Values, str], tuple[str, ...]]] = {
    "task": _task,
    "target": _target,
    "policy": _policy,
}
