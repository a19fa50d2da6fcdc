"""Tables of indicators: 指标 | 2020年 | 2025年 | 属性, and under them a row for each.

A table reaches us as lines: a row a line, with white space between its cells or without, or a cell a line.
Its head names the columns. Of several columns the last says what is aimed at, the others what was reached; so
does a column of a year gone by.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.figures import figure
from analysis.lexicons import pattern
from analysis.numbers import Number, numbers
from analysis.readings import Reading, Readings
from analysis.reasons import told
from analysis.sureness import TABLE_ROW
from analysis.targets import Target
from analysis.times import years

Cell = tuple[int, int]
"""Where a cell, or what is left of a row, begins and ends."""

_COLUMN = (
    r"(?:(?:19|20)\d\d年?(?:实际|目标|规划|预期|基期|现状|完成)*[值数]?|(?:规划)?目标值?|现状值?|基期值?"
    r"|年均(?:增速|增长)?(?:（%）|\(%\))?)"
)
_GAP = r"[\s|]{0,4}"
_HEAD = re.compile(
    r"[ \t#*|]{0,8}(?:(?:序号|类别|领域|分类|维度)[ \t|]{0,4}){0,3}(?:主要|具体|核心)?指标(?:名称)?"
    rf"{_GAP}(?:（?(?:计量)?单位）?)?(?P<columns>(?:{_GAP}{_COLUMN}){{0,8}}){_GAP}(?P<kind>(?:指标)?属性)?"
    r"[ \t|]{0,4}(?m:$)"
)
_EACH = re.compile(_COLUMN)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BINDING = re.compile(r"[\s|]*(?:约束|预期|引导|指导)性\S{0,3}[\s|]*$")
_VALUE = re.compile(
    r"[〔\[（(]?(?:约|超过?|不低于|不少于|不超过|[≥≤＞＜><≈－-])?\s?[\d０-９][\d０-９.,，．]*"
    r"(?:[-—~～]\d[\d.]*)?[^\d\s|]{0,8}[〕\]）)]?[\s|]*$"
)
_ORDINAL = re.compile(r"[\s|]*\d{1,3}(?:[.、．]|[\s|])\s*|[\s|]+")
_UNIT = r"[\s|]*[（(]?(?P<scale>[百千万亿]*)(?P<unit>{units}|[%％‰])[）)]?$"
_BRACKET = re.compile(r"[（(][^（）()]{1,10}[）)]$|[\s|]\S{1,5}$")
_LONGEST_ROW = 160
_MOST_LINES = 600
"""Lines of the longest table that is looked at."""


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the head of a table ends, the years of its value columns ("" where one names none), its form."""

    end: int
    columns: tuple[str, ...]
    by_cells: bool


def table_targets(text: str, reference: int | None) -> Iterator[Target]:
    """The values of all tables of indicators in a text as targets, in order of place.

    `reference` is the year in which the document speaks: what a column of an earlier one holds was reached.
    """
    for match in _heads(text):
        if match["columns"].strip() or match["kind"]:
            columns = tuple(
                year[0] if (year := _YEAR.search(column)) else ""
                for column in _EACH.findall(match["columns"])
            )
            head = _Head(match.end(), columns or ("",), "\n" in match[0].strip())
            for row in _rows(text, head):
                yield from _targets(text, row, head.columns, reference)


def _heads(text: str) -> Iterator[re.Match[str]]:
    """The lines that may be heads; none begins within another."""
    at = 0
    while (at := text.find("指标", at)) >= 0:
        head = _HEAD.match(text, text.rfind("\n", 0, at) + 1)
        if head:
            yield head
        at = max(at + 2, head.end() if head else 0)


def _rows(text: str, head: _Head) -> Iterator[list[Cell]]:
    """The rows under a head: lines, or the lines from behind one 约束性 to the next."""
    at, row = head.end, list[Cell]()
    for _ in range(_MOST_LINES):
        start, at = at + 1, text.find("\n", at + 1)
        at = at if at >= 0 else len(text)
        ended = start >= len(text) or at - start > _LONGEST_ROW or "。" in text[start:at]
        if ended or _HEAD.match(text, start):
            return
        row.append((start, at))
        if not head.by_cells or _BINDING.match(text, start, at):
            yield row
            row = []


def _targets(text: str, row: list[Cell], columns: tuple[str, ...], reference: int | None) -> Iterator[Target]:
    """The values at the end of a row; what stands before them names the indicator and may give its unit."""
    start, end = row[0][0], row[-1][1]
    if binding := _BINDING.search(text, start, end):
        end = binding.start()
    values: list[Cell] = []
    while len(values) < len(columns) and (value := _VALUE.search(text, start, end)):
        values.insert(0, value.span())
        end = value.start()
    name, unit = _named(text, start, end)
    for index, (cell, year) in enumerate(zip(values, columns[len(columns) - len(values) :], strict=True)):
        number = next(numbers(text, *cell), None)
        if number and name[0] < name[1]:
            past = index < len(values) - 1 or bool(year and reference and int(year) < reference)
            yield _target(text, number, name, unit, year, "actual" if past else "planned")


def _named(text: str, start: int, end: int) -> tuple[Cell, tuple[str, float] | None]:
    """Where the name of a row stands in what is before its values, and the unit that closes it."""
    end = start + len(text[start:end].rstrip(" \t\n|"))
    unit, bracket = None, _BRACKET.search(text, start, end)
    if bracket and (unit := _unit(bracket[0])):
        end = start + len(text[start : bracket.start()].rstrip(" \t\n|"))
    start = max(start, text.rfind("\n", start, end) + 1)
    opening = _ORDINAL.match(text, start, end)
    return (opening.end() if opening else start, end), unit


def _unit(words: str) -> tuple[str, float] | None:
    """The unit that a cell or a bracket says, and what its scale multiplies by: 万人次 is 人次 by 10,000."""
    said = pattern(_UNIT).match(words)
    return (said["unit"], figure("一" + said["scale"]).value if said["scale"] else 1.0) if said else None


def _target(
    text: str, number: Number, name: Cell, unit: tuple[str, float] | None, year: str, nature: str
) -> Target:
    said, factor = unit or (number.unit, 1.0)
    words = text[slice(*name)]
    readings: Readings = {
        "indicator": Reading(re.sub(r"\s", "", words), words),
        "comparator": Reading(number.comparator, number.words.get("comparator", "")),
        "value": Reading(number.value * factor, number.words["value"]),
        "nature": Reading(nature, year),
    }
    if number.upper is not None:
        readings["upper"] = Reading(number.upper * factor, number.words["upper"])
    if number.unit or said:
        readings["unit"] = Reading(number.unit or said, said)
    if year:
        period = years(int(year))
        readings["period_from"] = Reading(period.first or period.last, year)
        readings["period_to"] = Reading(period.last, year)
    reason = told("row of a table + {}", number.words["value"])
    return Target(name[0], number.end, number.figure, readings, reason, TABLE_ROW)
